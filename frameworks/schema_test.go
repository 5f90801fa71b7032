package frameworks_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"hygeia/frameworks"
)

func schemaOf(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	data, err := frameworks.Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is what an editor sees of a YAML file.
func asJSON(t testing.TB, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// kindOf is the schema a content file follows, "" if it has none here.
func kindOf(data []byte) string {
	for _, name := range frameworks.SchemaNames() {
		if bytes.HasPrefix(data, []byte("schema: hygeia/"+name+"/v1")) {
			return name
		}
	}
	return ""
}

func TestSchemasTakeTheShippedFiles(t *testing.T) {
	seen := map[string]int{}
	for _, f := range frameworks.ShippedFiles() {
		name := kindOf(f.Data)
		if name == "" {
			continue
		}
		seen[name]++
		if err := schemaOf(t, name).Validate(asJSON(t, f.Data)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	if seen["questions"] < 5 || seen["framework"] < 5 || seen["ladder"] != 1 {
		t.Errorf("files tried: %v", seen)
	}
}

// beyond are mistakes that a schema cannot see: they lie between two places of a
// file or of two files.
var beyond = regexp.MustCompile(`is already in|there is no|there is none|there twice|is an unknown|must be one of|did you mean|says the same as|serves no requirement|is on no rung|missing key "effort"|only counts and is never asked|counted from the first|must not follow a rung|go in a circle|does not speak for|cannot draw|the font of the report|a library has one|no file has the schema|is under questions already|was withdrawn|at least one resource`)

// TestSchemasAgree changes good files at random, as a typing hand does, and asks
// both: what a schema refuses the loader refuses, and what only the loader refuses
// is a mistake no schema can see.
func TestSchemasAgree(t *testing.T) {
	rounds := 3000
	if testing.Short() {
		rounds = 150
	}
	files := small(t)
	if _, err := load(files); err != nil {
		t.Fatal(err)
	}
	schemas := map[string]*jsonschema.Schema{}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if kind := kindOf(files[name].Data); kind != "" {
			schemas[name] = schemaOf(t, kind)
			names = append(names, name)
		}
	}
	both, neither := 0, 0
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		name := names[r.IntN(len(names))]
		changed, what := slip(r, asJSON(t, files[name].Data))
		data, err := yaml.Marshal(native(changed))
		if err != nil {
			t.Fatal(err)
		}
		bySchema := schemas[name].Validate(changed)
		with := maps.Clone(files)
		with[name] = frameworks.File{Name: name, Data: data}
		_, byLoader := load(with)
		switch {
		case bySchema == nil && byLoader == nil:
			neither++
		case bySchema != nil && byLoader != nil:
			both++
		case bySchema != nil:
			t.Errorf("seed %d, %s, %s: the schema refuses what the loader takes: %v", seed, name, what, bySchema)
		default:
			for _, line := range strings.Split(byLoader.Error(), "\n") {
				if !beyond.MatchString(line) {
					t.Errorf("seed %d, %s, %s: the schema takes what the loader refuses: %s", seed, name, what, line)
				}
			}
		}
	}
	if both < rounds/4 || neither < rounds/50 {
		t.Errorf("of %d slips %d were seen by both and %d by neither: the slips are too tame or too wild", rounds, both, neither)
	}
}

// native turns numbers back into Go's own, for YAML.
func native(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = native(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = native(x)
		}
		return out
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
	}
	return v
}

// slip makes one mistake, or a harmless change, at a random place.
func slip(r *rand.Rand, root any) (any, string) {
	var maps []map[string]any
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			maps = append(maps, v)
			for _, key := range sortedKeys(v) {
				walk(v[key])
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(root)
	m := maps[r.IntN(len(maps))]
	keys := sortedKeys(m)
	key := keys[r.IntN(len(keys))]
	if key == "schema" {
		m["sections-of"] = "x"
		return root, "an unknown key at the top"
	}
	was := m[key]
	switch r.IntN(8) {
	case 0:
		delete(m, key)
		return root, "without " + key
	case 1:
		m["zzz"] = "x"
		return root, "an unknown key beside " + key
	case 2:
		m[key] = []any{was}
		return root, key + " as a list"
	case 3:
		m[key] = map[string]any{"x": was}
		return root, key + " as a mapping"
	case 4:
		m[key] = strings.Repeat("long ", 120) + "text"
		return root, key + " too long"
	case 5:
		m[key] = []any{"", " space", "two\nlines", "A word", "What? And what?", "12", "ends with a stop."}[r.IntN(7)]
		return root, fmt.Sprintf("%s as %q", key, m[key])
	case 6:
		m[key] = json.Number([]string{"0", "-1", "7", "5000", "2026"}[r.IntN(5)])
		return root, fmt.Sprintf("%s as %s", key, m[key])
	default:
		if s, ok := was.(string); ok && len(s) > 1 {
			m[key] = s[:len(s)-1]
		}
		return root, key + " a sign shorter"
	}
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

func TestSchemaNames(t *testing.T) {
	for _, name := range frameworks.SchemaNames() {
		schemaOf(t, name)
	}
	if _, err := frameworks.Schema("question"); fmt.Sprint(err) != `schema "question": did you mean questions?` {
		t.Error(err)
	}
	paths, err := filepath.Glob("schema/*.json")
	if err != nil || len(paths) != len(frameworks.SchemaNames()) {
		t.Errorf("%v, %v", paths, err)
	}
}
