package assess

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"hygeia/frameworks"
)

// The JSON schema of answers files says what the reader says, as far as one file
// and no question bank can tell.
func TestAnswersSchemaAgrees(t *testing.T) {
	data, err := frameworks.Schema("answers")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("answers", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("answers")
	if err != nil {
		t.Fatal(err)
	}
	const whole = "answer: other-way, reaches: mostly, reason: A guard stands there, approver: COO, review: 2027-01-31"
	tests := []struct {
		answer string // of guest-wifi, what stands in the braces
		ok     bool
	}{
		{"", true}, {"answer: ", true}, {"answer: yes", true}, {"answer: unknown", true}, {"answer: perhaps", false}, {"answer: [yes]", false}, {"answer: 3", false},
		{"answer: yes, note: Seen, effective: 2026-01-31, change: corrected", true}, {"answer: yes, effective: 31.1.2026", false}, {"answer: yes, change: better", false},
		{"note: Later", false}, {"proof: [{kind: paper}]", false}, {"answer: , note: ", true},
		{whole, true}, {"answer: other-way, reaches: mostly", false}, {whole + ", change: improved", true},
		{"answer: other-way, reaches: yes, reason: so, approver: COO, review: 2027-01-31", false},
		{"answer: does-not-apply, reason: No guests here", true}, {"answer: does-not-apply", false}, {"answer: does-not-apply, reason: \" \"", false},
		{"answer: no, reason: so", false}, {"answer: yes, reaches: mostly", false}, {"answer: yes, review: 2027-01-31", false}, {"answer: does-not-apply, reason: x, approver: COO", false},
		{"answer: yes, proof: [{kind: record, what: A log, date: 2026-09-01, where: Share}]", true}, {"answer: yes, proof: [{what: A log}]", false},
		{"answer: yes, proof: [{kind: photo}]", false}, {"answer: yes, proof: [{kind: paper, size: 3}]", false},
		{"answer: yes, proof: [{kind: paper}, {kind: paper}, {kind: paper}, {kind: paper}]", false},
		{"answer: yes, recorded: 2026-01-01", false}, {"answer: yes, note: {a: b}", false},
	}
	for _, tt := range tests {
		text := "schema: hygeia/answers/v1\nanswers:\n  guest-wifi: {" + tt.answer + "}\n"
		_, byReader := ReadAnswers("a.yaml", []byte(text), savedBank(t), nil, testDay)
		bySchema := schema.Validate(fromYAML(t, text))
		if (byReader == nil) != tt.ok || (bySchema == nil) != tt.ok {
			t.Errorf("{%s}: want %t\nreader: %v\nschema: %v", tt.answer, tt.ok, byReader, bySchema)
		}
	}
	for text, ok := range map[string]bool{
		"schema: hygeia/answers/v1\nfacts: {}\n": true, "schema: hygeia/answers/v1\n": false, "schema: hygeia/answers/v1\nanswers: {}\nmore: 1\n": false, "answers: {}\n": false,
	} {
		_, byReader := ReadAnswers("a.yaml", []byte(text), savedBank(t), nil, testDay)
		bySchema := schema.Validate(fromYAML(t, text))
		if (byReader == nil) != ok || (bySchema == nil) != ok {
			t.Errorf("%q: want %t\nreader: %v\nschema: %v", text, ok, byReader, bySchema)
		}
	}
}

func fromYAML(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(plainDays(v))
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// plainDays makes texts of what yaml.v3 takes for times; the YAML of editors (1.2)
// has none.
func plainDays(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for key, x := range v {
			v[key] = plainDays(x)
		}
	case []any:
		for i, x := range v {
			v[i] = plainDays(x)
		}
	}
	return v
}
