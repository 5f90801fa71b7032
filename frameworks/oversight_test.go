package frameworks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// What a board should ask is six to eight questions, each answered by questions
// there are or by nothing the bank asks.
func TestShippedOversight(t *testing.T) {
	questions, err := frameworks.Oversight()
	if err != nil {
		t.Fatal(err)
	}
	lib := shippedLibrary(t)
	for _, q := range questions {
		if !strings.HasSuffix(q.Asks, "?") {
			t.Errorf("%q is no question", q.Asks)
		}
		for _, key := range q.Answers {
			if _, ok := lib.Question(key); !ok {
				t.Errorf("%q names the key %s, which does not exist", q.Asks, key)
			}
		}
	}
	if n := len(questions); n < 6 || n > 8 {
		t.Errorf("%d questions, want 6 to 8", n)
	}
}

func TestReadOversightMistakes(t *testing.T) {
	_, err := frameworks.ReadOversight("o.yaml", []byte(`schema: hygeia/oversight/v1
questions:
  - asks: Who answers for it?
    answers: [Not A Key]
  - asks: Who answers for it?
    answers: [responsible-person]
    frameworks: true
  - answers: []
`))
	if err == nil {
		t.Fatal("no mistake was found")
	}
	want := []string{
		`o.yaml:4:15: question "Not A Key": must be small letters, digits and hyphens, at most 40 characters`,
		`o.yaml:5:5: "Who answers for it?" is there twice`,
		`o.yaml:7:17: frameworks: the answer is either the frameworks or what answers names, not both`,
		`o.yaml:8:5: missing key "asks"`,
	}
	if diff := cmp.Diff(strings.Join(want, "\n"), err.Error()); diff != "" {
		t.Errorf("mistakes (-want +got):\n%s", diff)
	}
}
