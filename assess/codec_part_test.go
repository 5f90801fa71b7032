package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Part of a quarter reads as the quarter does, with fewer answers, whatever stands
// in its texts.
func TestPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, err := Encode(anyAssessment().Draw(t, "assessment"))
		if err != nil {
			t.Fatal(err)
		}
		want, _, err := Decode("whole", data, nil)
		if err != nil {
			t.Fatal(err)
		}
		all, keys := len(want.Answers), map[string]bool{"no-such-question": true}
		for key := range want.Answers {
			if keys[key] = rapid.Bool().Draw(t, key); !keys[key] {
				delete(want.Answers, key)
			}
		}
		part, ok := Part(data, keys)
		if !ok && all > 0 {
			t.Fatalf("it is as it was written, and cannot be cut:\n%s", data)
		}
		if !ok {
			return
		}
		got, _, err := Decode("part", part, nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, part)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-whole +part):\n%s", diff)
		}
	})
}

func TestPartRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":           "",
		"without an end":    "schema: hygeia/assessment/v1\nanswers:\n  a:\n    answer: no\n",
		"answers in braces": "schema: hygeia/assessment/v2\nanswers: {}\nend:\n  answers: 0\n",
		"other line ends":   "schema: hygeia/assessment/v2\r\n\nanswers:\n  a:\n    answer: no\nend:\n  answers: 1\n",
	} {
		if part, ok := Part([]byte(data), map[string]bool{"a": true}); ok {
			t.Errorf("%s: %s", name, part)
		}
	}
}
