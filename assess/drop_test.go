package assess

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDrops: what a script stops on is real change only.
func TestDrops(t *testing.T) {
	tests := []struct {
		name          string
		before, after string
		corrections   []string
		frameworks    []string
		want          []string
	}{
		{"nothing moved", "e1=yes r1=no", "e1=yes r1=no", nil, []string{"own"}, nil},
		{"it rose", "e1=no r1=no", "e1=yes r1=no", nil, []string{"own"}, nil},
		{"a section fell", "e1=partly r1=yes", "e1=partly r1=mostly", nil, []string{"own"}, []string{"section s"}},
		{"in a framework not asked for", "e1=partly r1=yes", "e1=partly r1=mostly", nil, []string{"other"}, nil},
		{"a fall made up for", "e1=no r1=yes", "e1=partly r1=mostly", nil, []string{"own"}, nil},
		{"a goal fell", "e1=yes r1=no", "e1=mostly r1=yes", nil, []string{"other"}, []string{"goal e1"}},
		{"a goal became unknown", "e1=yes r1=yes", "e1=unknown r1=yes", nil, []string{"other"}, []string{"goal e1"}},
		{"a goal is not answered any more", "e1=yes r1=yes", "r1=yes", nil, []string{"own"}, []string{"goal e1"}},
		{"a goal is corrected", "e1=yes r1=yes", "e1=no r1=yes", []string{"e1"}, []string{"own"}, nil},
		{"a goal does not apply any more", "e1=yes r1=yes", "e1=na r1=yes", nil, []string{"own"}, nil},
		{"a goal was not met before", "e1=mostly r1=yes", "e1=no r1=yes", nil, []string{"other"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := compareAnswers(t, "s: e1; r1", tt.before, tt.after, tt.corrections...).Drops(tt.frameworks)
			var got []string
			for _, s := range d.Sections {
				got = append(got, "section "+s.Section.After.ID)
			}
			for _, g := range d.Goals {
				got = append(got, "goal "+g.Fell.Question.Key)
			}
			got = slices.Compact(got) // the bank has ten goals, and e1 is all of them
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if d.Any() != (len(tt.want) > 0) {
				t.Errorf("Any is %v", d.Any())
			}
		})
	}
}

// A question that changed its meaning is asked anew: that is no drop.
func TestNoDropByNewMeaning(t *testing.T) {
	old := libraryOf(t, "s: e1; r1")
	now := bank{sections: []string{"s: e1; r1"}, questions: map[string]bankQuestion{"e1": {revision: 2}}}.mustLoad(t)
	b := draftOf(told("e1=yes r1=yes"))
	b.Period = Quarter{2026, 2}
	if d := Compare(Evaluate(old, b), Evaluate(now, draftOf(told("e1=yes r1=yes")))).Drops([]string{"own"}); d.Any() {
		t.Errorf("got %+v", d)
	}
}
