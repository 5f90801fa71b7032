package assess

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// line writes an action with what its rank rests on: tier, rung, points, effort.
func (a Action) line() string {
	s := fmt.Sprintf("%s %s tier %d", a.Item.Question.Key, a.Kind, a.Tier)
	if a.Place != nil {
		s += fmt.Sprintf(" rung %d", a.Place.Rung.ID)
	}
	s += fmt.Sprintf(" at %d %s", a.Item.Points, a.Effort)
	if a.UpTo != a.Effort {
		s += fmt.Sprintf(" up to %s", a.UpTo)
	}
	s += fmt.Sprintf("/%d", a.Points)
	if a.Fell {
		s += " fell"
	}
	if a.Quick {
		s += " quick"
	}
	if a.For != nil {
		s += " for " + a.For.Question.Key
	}
	return s
}

func lines(actions []Action) []string {
	var list []string
	for _, a := range actions {
		list = append(list, a.line())
	}
	return list
}

func keysOfActions(actions []Action) string {
	var keys []string
	for _, a := range actions {
		keys = append(keys, a.Item.Question.Key)
	}
	return strings.Join(keys, " ")
}

// planLadder is the bank of the tables below: e weighs 3, n 2; r1 to r4 stand on
// the foundation, r5 and r6 above it, r7 on no rung.
func planLadder() bank {
	return bank{
		sections: []string{"s: e1; e2; e3; n1; n2; r1; r2; r3; r4; r5; r6"},
		added:    []string{"m: r7"}, // an own question is on no rung
		ladder:   []string{"r1 e1/large r2/medium", "e2/medium r3 r4/large", "n1 e3/small", "n2/medium r5 r6"},
	}
}

// TestActions holds SCORING 7, rules 1, 2, 4 and 5. A small place: targets are Yes
// for e, Mostly for n and for the foundation r1 to r4, Partly for r5 to r7.
func TestActions(t *testing.T) {
	lib := planLadder().mustLoad(t)
	before := draftOf(told("r5=yes n1=yes r6=partly r3=yes"))
	before.Period = Quarter{2026, 2}
	after := draftOf(told("e1=no e2=unknown e3=mostly n1=no n2=partly r1=partly r3=partly r4=unknown r5=no r6=no r7=no"))
	after.Frameworks = append(after.Frameworks, "mine")
	corrected := after.Answers["r6"]
	corrected.Change, corrected.Changed = Corrected, testQuarter
	after.Answers["r6"] = corrected

	got := lines(Actions(Evaluate(lib, after), Evaluate(lib, before)))
	want := []string{
		// Now: Essential or on the first rung, below Mostly or not known. On rung 1 the lower level first: e1 (place 2)
		// and r2 (place 3, not answered), then r1 (place 1, at Partly). Rung 2: e2.
		"e1 fix tier 1 rung 1 at 0 large/8",
		"r2 answer this tier 1 rung 1 at 0 small up to medium/3",
		"r1 fix tier 1 rung 1 at 1 small/1 quick",
		"e2 find out tier 1 rung 2 at 0 small up to medium/3",
		// Next: what fell (r3 Yes to Partly, n1 Yes to No, r5 Yes to No, r6 Partly to No by correction), and the foundation
		// at No, unknown or unanswered (r4). By rung; on rung 2 r4 at No before r3 at Partly.
		"r4 find out tier 2 rung 2 at 0 small up to large/8",
		"r3 fix tier 2 rung 2 at 1 small/1 fell quick",
		"n1 fix tier 2 rung 3 at 0 small/1 fell quick",
		"r5 fix tier 2 rung 4 at 0 small/1 fell quick",
		"r6 fix tier 2 rung 4 at 0 small/1 fell quick",
		// Then: Essential at Mostly (e3), Enhanced (n2). e3 from Mostly is one class less than small: small.
		"e3 fix tier 3 rung 3 at 2 small/1",
		"n2 fix tier 3 rung 4 at 1 medium/3",
		// Later: the rest. r7 stands on no rung and comes last.
		"r7 fix tier 4 at 0 small/1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	without := Actions(Evaluate(lib, after), nil)
	if got, want := keysOfActions(without), "e1 r2 r1 e2 r4 r3 n1 e3 n2 r5 r6 r7"; got != want {
		t.Errorf("without an earlier quarter %s, want %s", got, want)
	}
}

// TestWhy says in words why an action stands where it stands.
func TestWhy(t *testing.T) {
	b := planLadder()
	b.added = []string{"m: x1"}
	b.questions = map[string]bankQuestion{"e2": {needs: "r5"}}
	lib := b.mustLoad(t)
	before := draftOf(told("n1=yes"))
	before.Period = Quarter{2026, 2}
	a := draftOf(told("e1=partly e2=no e3=yes n1=no n2=yes r1=yes r2=unknown r3=yes r4=yes r5=no r6=no r7=no x1=no"))
	a.Frameworks = append(a.Frameworks, "mine")
	a.Decisions = map[string]Decision{"r6": {Kind: Fix, Owner: "IT", Due: Date{2026, 8, 1}}}
	got := map[string]string{}
	for _, action := range Actions(Evaluate(lib, a), Evaluate(lib, before)) {
		got[action.Item.Question.Key] = action.Why()
	}
	want := map[string]string{
		"e1": "step 1 of 4, be able to do 1; the gap is two levels; nothing must come first",
		"e2": `step 2 of 4, be able to do 2; the gap is three levels; first comes "The practice r5"`,
		"r2": "step 1 of 4, be able to do 1; nobody knows how far it reaches; nothing must come first",
		"r5": `step 4 of 4, be able to do 4; the gap is one level; nothing must come first; it stands here because "The practice e2" needs it`,
		"n1": "step 3 of 4, be able to do 3; it fell since 2026-Q2; the gap is two levels; nothing must come first",
		"r6": "step 4 of 4, be able to do 4; its date, 2026-08-01, is past; the gap is one level; nothing must come first",
		"x1": "a question of our own, after the steps of the ladder; the gap is one level; nothing must come first",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	// Content from before there were ladders may have questions that the first one does not have.
	for _, action := range Actions(Evaluate(libraryOf(t, "s: e1; r1"), draftOf(told("e1=yes r1=no"))), nil) {
		if got, want := action.Why(), "on no step of the ladder; the gap is one level; nothing must come first"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestNeedsFirst holds rule 3.
func TestNeedsFirst(t *testing.T) {
	tests := []struct {
		name    string
		needs   map[string]string
		answers string
		want    []string // key, and for whom it was pulled forward
	}{
		{"none", nil, "e1=no n1=no r1=no", []string{"e1", "n1", "r1"}},
		{"one", map[string]string{"e1": "r1"}, "e1=no n1=no r1=no", []string{"r1 for e1", "e1", "n1"}},
		{"a chain", map[string]string{"e1": "n1", "n1": "r1"}, "e1=no n1=no r1=no", []string{"r1 for n1", "n1 for e1", "e1"}},
		{"several, in rank order", map[string]string{"e1": "r1 n1"}, "e1=no n1=no r1=no", []string{"n1 for e1", "r1 for e1", "e1"}},
		{"a need that is done already", map[string]string{"n1": "e1"}, "e1=no n1=no r1=no", []string{"e1", "n1", "r1"}},
		{"a need without a gap ends the chain", map[string]string{"e1": "n1", "n1": "r1"}, "e1=no n1=yes r1=no", []string{"e1", "r1"}},
		{"a need that does not apply", map[string]string{"e1": "r1"}, "e1=no n1=no r1=na", []string{"e1", "n1"}},
		{"an open need", map[string]string{"e1": "r1"}, "e1=no n1=yes", []string{"r1 for e1", "e1"}},
		{"shared", map[string]string{"e1": "r1", "n1": "r1"}, "e1=no n1=no r1=no", []string{"r1 for e1", "e1", "n1"}},
		{"finding out needs nothing", map[string]string{"e1": "r1"}, "e1=unknown n1=no r1=no", []string{"e1", "n1", "r1"}},
		{"answering needs nothing", map[string]string{"e1": "r1"}, "n1=no r1=no", []string{"e1", "n1", "r1"}},
		{"a need to find out pulls nothing", map[string]string{"e1": "n1", "n1": "r1"}, "e1=no n1=unknown r1=no", []string{"n1 for e1", "e1", "r1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := bank{sections: []string{"s: e1; n1; r1"}, questions: map[string]bankQuestion{}}
			for key, needs := range tt.needs {
				b.questions[key] = bankQuestion{needs: needs}
			}
			var got []string
			for _, a := range Actions(Evaluate(b.mustLoad(t), draftOf(told(tt.answers))), nil) {
				words := a.Item.Question.Key
				if a.For != nil {
					words += " for " + a.For.Question.Key
				}
				got = append(got, words)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// An action that is pulled forward stands under the heading of the one that needs
// it, so that the headings of a printed list never go back.
func TestHeadings(t *testing.T) {
	b := bank{sections: []string{"s: e1; n1; r1"}, questions: map[string]bankQuestion{"e1": {needs: "n1"}, "n1": {needs: "r1"}}}
	for _, a := range Actions(Evaluate(b.mustLoad(t), draftOf(told("e1=no n1=no r1=no"))), nil) {
		if a.Under != 1 {
			t.Errorf("%s stands under tier %d, want under that of e1", a.Item.Question.Key, a.Under)
		}
	}
}

// TestRests: an accepted or handed-over gap is no action until its date and pulls
// nothing forward; past its date it comes first in its tier. What was put off
// stays an action.
func TestRests(t *testing.T) {
	lib := bank{sections: []string{"s: n1; n2; n3; r1"}, questions: map[string]bankQuestion{"n1": {needs: "r1"}}}.mustLoad(t)
	over, yet := Date{2026, 9, 13}, testDay // on its day a decision still stands
	tests := []struct {
		name string
		key  string
		d    Decision
		want string
	}{
		{"nothing decided", "", Decision{}, "r1 n1 n2 n3"},
		{"accepted", "n1", Decision{Kind: Accept, Until: yet}, "n2 n3 r1"},
		{"accepted, over", "n2", Decision{Kind: Accept, Until: over}, "n2 r1 n1 n3"},
		{"handed over", "n2", Decision{Kind: Transfer, Due: yet}, "r1 n1 n3"},
		{"handed over, past", "n3", Decision{Kind: Transfer, Due: over}, "n3 r1 n1 n2"},
		{"handed over in an old file, without a date", "n2", Decision{Kind: Transfer}, "r1 n1 n2 n3"},
		{"a need handed over", "r1", Decision{Kind: Transfer, Due: yet}, "n1 n2 n3"},
		{"put off", "n2", Decision{Kind: Later, Due: yet}, "r1 n1 n2 n3"},
		{"put off, past", "n3", Decision{Kind: Later, Due: over}, "n3 r1 n1 n2"},
		{"a fix past its date", "n3", Decision{Kind: Fix, Due: over}, "n3 r1 n1 n2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told("e99=yes n1=no n2=no n3=no r1=no"))
			a.Decisions = map[string]Decision{tt.key: tt.d}
			if got := keysOfActions(Actions(Evaluate(lib, a), nil)); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// TestBoxes holds rules 6 and 7: of seven small fixes five are quick wins; a
// find-out, a larger effort and one that needs another first are none; the board
// is asked about what costs money or needs its authority, and is not decided.
func TestBoxes(t *testing.T) {
	b := bank{
		sections:  []string{"s: e1; e2; e3; e4; e5; e6; e7; e8; n1; n2; n3; n4"},
		questions: map[string]bankQuestion{"e2": {needs: "e3"}},
		ladder:    []string{"e1 e2 e3 e4 e5//1", "e6 e7 e8/large/2 n1/medium/0", "n2/small/0/board n3/medium/1 n4/small/1"},
	}
	lib := b.mustLoad(t)
	a := draftOf(told("e1=unknown e2=no e3=no e4=no e5=no e6=no e7=no e8=no n1=no n2=no n3=no n4=no"))
	a.Decisions = map[string]Decision{
		"e5": {Kind: Fix, Owner: "IT", Due: testDay},                          // stands
		"e8": {Kind: Later, Reason: "next year", Due: Date{2026, 9, 1}},       // over: asked again
		"n4": {Kind: Transfer, Reason: "the vendor's", Due: Date{2027, 1, 1}}, // rests
	}
	actions := Actions(Evaluate(lib, a), nil)
	if got, want := keysOfActions(QuickWins(actions)), "e3 e4 e5 e6 e7"; got != want {
		t.Errorf("quick wins %s, want %s", got, want)
	}
	if got, want := keysOfActions(BoardDecisions(actions)), "e8 n2 n3"; got != want {
		t.Errorf("board %s, want %s", got, want)
	}
}

// TestEffort holds rule 5: the effort of reaching Yes from No at a place of that
// kind; from Mostly, or where the target is Partly, one class less.
func TestEffort(t *testing.T) {
	lib := bank{sections: []string{"s: e1; r1; r2"}, ladder: []string{"e1/medium/1", "r2", "r1/medium"}}.mustLoad(t)
	beds, clinicians := Organization{Size: frameworks.Small, Beds: 20, Clinicians: 9}, Organization{Size: frameworks.Small, Clinicians: 9}
	for _, tt := range []struct {
		name, answers string
		org           Organization
		key, want     string
	}{
		{"from No", "e1=no", beds, "e1", "medium 3 money 1"},
		{"from Partly", "e1=partly", beds, "e1", "medium 3 money 1"},
		{"from Mostly", "e1=mostly", beds, "e1", "small 1 money 1"},
		{"to Partly", "r1=no", beds, "r1", "small 1 money 0"},
		{"at a practice", "e1=no", clinicians, "e1", "small 1 money 0"},
		{"at a large place", "e1=no", Organization{Size: frameworks.Large, Beds: 400}, "e1", "large 8 money 3"},
		{"at a large place to Mostly", "r1=no", Organization{Size: frameworks.Large, Beds: 400}, "r1", "large 8 money 3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told(tt.answers))
			a.Organization = tt.org
			for _, action := range Actions(Evaluate(lib, a), nil) {
				if action.Item.Question.Key != tt.key {
					continue
				}
				if got := fmt.Sprintf("%s %d money %d", action.UpTo, action.Points, action.Money); got != tt.want {
					t.Errorf("%s, want %s", got, tt.want)
				}
				return
			}
			t.Errorf("no action about %s", tt.key)
		})
	}
}

// TestUrgent: urgent gaps are fixes and find-outs of tier 1 against the usual
// targets. A lowered target hides none and is named; a blank is none.
func TestUrgent(t *testing.T) {
	lib := planLadder().mustLoad(t)
	a := draftOf(told("e1=no e2=unknown e3=mostly r1=no r3=no n1=no"))
	a.Targets = map[string]Target{"r1": {frameworks.No, "not now", "Dr. Ames"}}
	r := Evaluate(lib, a)
	var got []string
	u := UrgentGaps(r)
	for _, it := range u.Gaps {
		got = append(got, it.Question.Key)
	}
	if diff := cmp.Diff([]string{"r1", "e1", "e2"}, got); diff != "" { // e3 is at Mostly, r2 is not answered, r3 stands on rung 2
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(u.Lowered) != 1 || u.Lowered[0].Question.Key != "r1" {
		t.Errorf("lowered %v, want r1", u.Lowered)
	}
	if keys := keysOfActions(Actions(r, nil)); strings.Contains(keys, "r1") {
		t.Errorf("actions %s, though the target of r1 was lowered to No", keys)
	}
	if u := UrgentGaps(Evaluate(lib, draftOf(nil))); len(u.Gaps) != 0 {
		t.Errorf("%d urgent gaps without an answer", len(u.Gaps))
	}
}
