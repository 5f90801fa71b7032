package assess

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCheckFinish(t *testing.T) {
	a := draftOf(told("r1=no r2=yes r3=other-incomplete"))
	refused := toldWord("na")
	refused.Reason = ""
	a.Answers["r4"] = refused
	old := toldWord("yes")
	old.Revision = 9
	a.Answers["r5"] = old
	lib := contradicting(t)
	withMore := libraryOf(t, "s: r1; r2; r3; r4; r5; r6; r7; r8")
	withMore.Contradictions = lib.Contradictions
	c := CheckFinish(Evaluate(withMore, a), nil)
	words := func(items []*Item) string {
		var keys []string
		for _, it := range items {
			keys = append(keys, it.Question.Key)
		}
		return strings.Join(keys, " ")
	}
	got := map[string]string{
		"open": words(c.Open), "incomplete": words(c.Incomplete), "refused": words(c.Refused), "outdated": words(c.Outdated),
		"range only": strings.Join(c.RangeOnly, "; "),
	}
	want := map[string]string{
		"open": "e99 r6 r7 r8", "incomplete": "r3", "refused": "r4", "outdated": "r5",
		"range only": "Catalog hph, essential goals; Catalog own, Section s",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(c.Contradictions) != 1 || !c.Doubtful() {
		t.Errorf("contradictions %v, doubtful %v", c.Contradictions, c.Doubtful())
	}
}

// TestMissingIsNotDoubtful: a quarter may be finished with open questions.
func TestMissingIsNotDoubtful(t *testing.T) {
	c := CheckFinish(Evaluate(libraryOf(t, "s: r1; r2"), draftOf(told("r1=yes"))), nil)
	if c.Doubtful() || len(c.Open) != 2 {
		t.Errorf("doubtful %v, open %d", c.Doubtful(), len(c.Open))
	}
}
