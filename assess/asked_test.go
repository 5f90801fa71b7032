package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// TestFoundationIsAskedAfterTheEssentialGoals: in whatever order they were
// chosen, and each question once.
func TestFoundationIsAskedAfterTheEssentialGoals(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	seen := map[string]bool{}
	for _, c := range Chapters(lib, []string{"hph-cpg", "foundation"}, frameworks.Small) {
		got = append(got, c.Section.ID)
		for _, q := range c.Questions {
			if seen[q.Key] {
				t.Errorf("%s is asked twice", q.Key)
			}
			seen[q.Key] = true
		}
	}
	if diff := cmp.Diff([]string{"essential", "rung-1", "rung-2", "enhanced"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if n := len(AskedQuestions(lib, []string{"foundation"}, frameworks.Small)); n < 45 || n > 50 {
		t.Errorf("the Essential goals and the foundation ask %d questions", n)
	}
}
