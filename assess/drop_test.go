package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDrops: what a script stops on is what fell and what was set aside, but for
// what changed by correction.
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
		{"it fell", "e1=partly r1=yes", "e1=partly r1=mostly", nil, []string{"own"}, []string{"r1 fell"}},
		{"in a framework not asked for", "e1=partly r1=yes", "e1=partly r1=mostly", nil, []string{"other"}, nil},
		{"whatever the framework", "e1=partly r1=yes", "e1=partly r1=mostly", nil, nil, []string{"r1 fell"}},
		{"a fall is not made up for by a rise", "e1=no r1=yes", "e1=partly r1=mostly", nil, []string{"own"}, []string{"r1 fell"}},
		{"an Essential one in another framework", "e1=yes r1=no", "e1=mostly r1=yes", nil, []string{"other"}, []string{"e1 fell"}},
		{"known to unknown", "e1=no r1=yes", "e1=unknown r1=yes", nil, []string{"other"}, []string{"e1 fell"}},
		{"a draft's blank is no fall", "e1=yes r1=yes", "r1=yes", nil, []string{"own"}, nil},
		{"a fall by correction", "e1=yes r1=yes", "e1=no r1=yes", []string{"e1"}, []string{"own"}, nil},
		{"set aside", "e1=yes r1=yes", "e1=na r1=yes", nil, []string{"own"}, []string{"e1 set aside"}},
		{"set aside by correction", "e1=yes r1=yes", "e1=na r1=yes", []string{"e1"}, []string{"own"}, nil},
		{"nobody knew, and it does not apply", "e1=unknown r1=yes", "e1=na r1=yes", nil, []string{"own"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := compareAnswers(t, "s: e1; r1", tt.before, tt.after, tt.corrections...).Drops(tt.frameworks)
			var got []string
			for _, q := range append(d.Fell, d.SetAside...) {
				got = append(got, q.After.Question.Key+" "+q.Kind.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if d.Any() != (len(tt.want) > 0) {
				t.Errorf("Any is %v", d.Any())
			}
		})
	}
}

// A question that changed its meaning is asked again: that is no drop.
func TestNoDropByNewMeaning(t *testing.T) {
	old := libraryOf(t, "s: e1; r1")
	now := bank{sections: []string{"s: e1; r1"}, questions: map[string]bankQuestion{"e1": {revision: 2}}}.mustLoad(t)
	b := draftOf(told("e1=yes r1=yes"))
	b.Period = Quarter{2026, 2}
	if d := Compare(Evaluate(old, b), Evaluate(now, draftOf(told("e1=yes r1=yes")))).Drops([]string{"own"}); d.Any() {
		t.Errorf("got %+v", d)
	}
}
