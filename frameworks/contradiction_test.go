package frameworks_test

import (
	"strings"
	"testing"

	"hygeia/frameworks"
)

// TestShippedContradictions: each pair can meet in one organization, and asks
// briefly.
func TestShippedContradictions(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Contradictions) < 30 {
		t.Errorf("%d pairs", len(lib.Contradictions))
	}
	for _, c := range lib.Contradictions {
		pair := c.Low + " and " + c.High
		if !askedTogether(lib, c.Low, c.High) {
			t.Errorf("%s: no organization is asked both", pair)
		}
		if n := len(strings.Fields(c.Ask)); n > 30 {
			t.Errorf("%s: %d words", pair, n)
		}
	}
}

// askedTogether reports whether an organization of some size that chose all
// frameworks is asked both questions.
func askedTogether(lib *frameworks.Library, a, b string) bool {
	for size := frameworks.Small; size <= frameworks.Large; size++ {
		asked := map[string]bool{}
		for _, f := range lib.Frameworks {
			for i := range f.Sections {
				for _, r := range f.Sections[i].Requirements(size) {
					for _, q := range r.Questions {
						asked[q.Key] = true
					}
				}
			}
		}
		if asked[a] && asked[b] {
			return true
		}
	}
	return false
}
