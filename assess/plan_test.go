package assess

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// line writes an action with every number behind its rank.
func (a Action) line() string {
	s := fmt.Sprintf("%s %s tier %d P %s/%d", a.Item.Question.Key, a.Kind, a.Tier, a.P.Rat().FloatString(1), a.Points)
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

// TestActions holds SCORING 7, rules 1 to 5. P = 100·(w/3)·(gap/3)·(t/5).
func TestActions(t *testing.T) {
	lib := bank{
		sections: []string{"s: e1; e2; e3; e4; n1; n2; r1; r2; r3; r4"},
		questions: map[string]bankQuestion{
			"e1": {threats: "ransom", effort: "large"},
			"e2": {threats: "theft", effort: "medium"},
			"e3": {threats: "ransom", effort: "large"},
			"e4": {threats: "ransom vendor", effort: "medium"},
			"n1": {threats: "ransom"},
			"r1": {threats: "ransom"},
			"r2": {threats: "ransom"},
			"r3": {threats: "vendor theft"},
		},
	}.mustLoad(t)
	before := draftOf(told("r1=yes n1=yes r2=partly r4=yes"))
	before.Period = Quarter{2026, 2}
	// target e Yes, n Mostly, r Partly (small).
	after := draftOf(told("e1=no e2=partly e3=unknown e4=mostly n1=mostly r1=no r2=no r3=no r4=no"))
	corrected := after.Answers["r4"]
	corrected.Change, corrected.Changed = Corrected, testQuarter
	after.Answers["r4"] = corrected

	got := lines(Actions(Evaluate(lib, after), Evaluate(lib, before)))
	want := []string{
		// Essential below Mostly or unknown.
		"e3 find out tier 1 P 100.0/1", // 1·1·1, small effort: it is only to find out
		"e1 fix tier 1 P 100.0/8",      // 12.5 a point
		"e2 fix tier 1 P 26.7/3",       // 1·2/3·2/5: 8.9 a point
		// Fell: r1 Yes to No, r2 Partly to No. w 1, gap 1, t 5: 100·1/3·1/3 = 11.1. Ties by key.
		"r1 fix tier 2 P 11.1/1 fell",
		"r2 fix tier 2 P 11.1/1 fell",
		// Enhanced (n2 is open: w 2, gap 2, t 1: 100·2/3·2/3·1/5 = 8.9; n1 is on its target) and Essential at Mostly
		// (e4: 1·1/3·1 = 33.3, 11.1 a point).
		"e4 fix tier 3 P 33.3/3",
		"n2 answer this tier 3 P 8.9/1",
		// The rest: r3 100·1/9·1, r4 t 1: 2.2. r4 is corrected and did not fall.
		"r3 fix tier 4 P 11.1/1",
		"r4 fix tier 4 P 2.2/1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	without := Actions(Evaluate(lib, after), nil)
	if got, want := keysOfActions(without), "e3 e1 e2 e4 n2 r1 r2 r3 r4"; got != want {
		t.Errorf("without an earlier quarter %s, want %s", got, want)
	}
}

// Ties in P for each point go to the higher P: n1 20 over 1 and e1 60 over 3 are
// both 20 a point.
func TestActionTies(t *testing.T) {
	lib := bank{
		sections: []string{"s: e1; e2; e3"},
		questions: map[string]bankQuestion{
			"e1": {threats: "insider"},                   // gap 1: 100·1/3·3/5 = 20, small
			"e2": {threats: "insider", effort: "medium"}, // gap 3: 60, medium: 20 a point
			"e3": {threats: "insider"},
		},
	}.mustLoad(t)
	a := draftOf(told("e1=partly e2=no e3=partly"))
	a.Targets = map[string]Target{"e1": {frameworks.Mostly, "enough here"}, "e3": {frameworks.Mostly, "enough here"}}
	if got, want := keysOfActions(Actions(Evaluate(lib, a), nil)), "e2 e1 e3"; got != want {
		t.Errorf("%s, want %s", got, want)
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

// TestBoxes holds rules 5 and 6: seven Essential gaps of P 100 with small effort
// give five quick wins; a find-out, a P under 40 and a larger effort give none;
// the board is asked for three.
func TestBoxes(t *testing.T) {
	b := bank{sections: []string{"s: e1; e2; e3; e4; e5; e6; e7; e8; n1; n2; n3; r1"}, questions: map[string]bankQuestion{}}
	for _, key := range strings.Fields("e1 e2 e3 e4 e5 e6 e7 e8 r1") {
		b.questions[key] = bankQuestion{threats: "ransom"}
	}
	b.questions["e8"] = bankQuestion{threats: "ransom", effort: "large"}
	for _, key := range strings.Fields("n1 n2 n3") {
		b.questions[key] = bankQuestion{threats: "ransom", effort: "medium"}
	}
	lib := b.mustLoad(t)
	actions := Actions(Evaluate(lib, draftOf(told(
		"e1=unknown e2=no e3=no e4=no e5=no e6=no e7=no e8=no n1=no n2=no n3=no r1=no"))), nil)
	if got, want := keysOfActions(QuickWins(actions)), "e2 e3 e4 e5 e6"; got != want {
		t.Errorf("quick wins %s, want %s", got, want)
	}
	if got, want := keysOfActions(BoardDecisions(actions)), "e8 n1 n2"; got != want {
		t.Errorf("board %s, want %s", got, want)
	}

	// The edge of 40: w 3, gap 2, t 3 is 100·2/3·3/5 = 40; with t 2 it is 26.7.
	lib = bank{
		sections:  []string{"s: e1; e2"},
		questions: map[string]bankQuestion{"e1": {threats: "insider"}, "e2": {threats: "theft"}},
	}.mustLoad(t)
	actions = Actions(Evaluate(lib, draftOf(told("e1=partly e2=partly"))), nil)
	if got, want := keysOfActions(QuickWins(actions)), "e1"; got != want {
		t.Errorf("quick wins %s, want %s", got, want)
	}
}
