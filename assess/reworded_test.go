package assess

import (
	"testing"

	"hygeia/frameworks"
)

// TestHolds: after a rewording, answers of the revision just before with a level
// that still holds count, are compared and are marked; the others are asked
// again, and left open at the finish they are neither a fall nor a real change.
func TestHolds(t *testing.T) {
	old := libraryOf(t, "s: e1")
	now := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {revision: 2, holds: "no partly mostly"}}}.mustLoad(t)
	later := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {revision: 3, holds: "no partly mostly"}}}.mustLoad(t)
	empty := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {revision: 2}}}.mustLoad(t)
	tests := []struct {
		name, word string
		lib        *frameworks.Library
		counts     bool
	}{
		{"a level that holds", "mostly", now, true},
		{"a level that does not", "yes", now, false},
		{"another way that reaches one that holds", "other-partly", now, true},
		{"don't know has no level", "unknown", now, false},
		{"does not apply neither", "na", now, false},
		{"two revisions on", "mostly", later, false},
		{"no level holds", "no", empty, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			last := draftOf(told("e1=" + tt.word))
			last.Finish(old, testDay, "")
			before := Evaluate(old, last)
			a := NextQuarter(tt.lib, last, Quarter{2026, 4}, testDay.NextYear().time())
			it, _ := Evaluate(tt.lib, a).Item("e1")
			if counts := it.State != Open; counts != tt.counts || it.Reworded != tt.counts || it.Outdated == tt.counts {
				t.Errorf("counts %t, reworded %t, outdated %t, want %t", counts, it.Reworded, it.Outdated, tt.counts)
			}
			a.Finish(tt.lib, testDay, "")
			c := Compare(before, Evaluate(tt.lib, a))
			q := c.Questions[0]
			if q.Compared() != tt.counts || q.Reworded != tt.counts {
				t.Errorf("compared %t, reworded %t, want %t", q.Compared(), q.Reworded, tt.counts)
			}
			want := NewQuestion
			if tt.counts {
				want = Unchanged
			} else if got := a.Answers["e1"]; got.Left != LeftChanged {
				t.Errorf("finished as %+v, want don't know, question changed", got)
			}
			if q.Kind != want {
				t.Errorf("%s, want %s", q.Kind, want)
			}
		})
	}
}

// Confirming takes a reworded answer over into the present words, so that the
// next rewording finds it there.
func TestConfirmReworded(t *testing.T) {
	old := libraryOf(t, "s: e1")
	now := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {revision: 2, holds: "mostly"}}}.mustLoad(t)
	last := draftOf(told("e1=mostly"))
	last.Finish(old, testDay, "")
	a := NextQuarter(now, last, Quarter{2026, 4}, testDay.NextYear().time())
	a.Confirm(question(t, now, "e1"), testDay)
	if got := a.Answers["e1"].Revision; got != 2 {
		t.Errorf("revision %d, want 2", got)
	}
}

// A fall across a rewording is a fall, and so is setting aside.
func TestFallAcrossRewording(t *testing.T) {
	old := libraryOf(t, "s: e1")
	now := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {revision: 2, holds: "no partly mostly"}}}.mustLoad(t)
	b := draftOf(told("e1=mostly"))
	b.Period = Quarter{2026, 2}
	for word, want := range map[string]ChangeKind{"no": Fell, "unknown": Fell, "na": SetAside, "yes": Rose} {
		ans := toldWord(word)
		ans.Revision = 2
		a := draftOf(map[string]Answer{"e1": ans})
		if got := Compare(Evaluate(old, b), Evaluate(now, a)).Questions[0].Kind; got != want {
			t.Errorf("mostly to %s: %s, want %s", word, got, want)
		}
	}
	a := draftOf(nil)
	a.Finish(now, testDay, "")
	if got := Compare(Evaluate(old, b), Evaluate(now, a)).Questions[0].Kind; got != Fell {
		t.Errorf("left open: %s, want fell", got)
	}
}
