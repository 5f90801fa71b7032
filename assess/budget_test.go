package assess

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks"
)

// planBank has two sections; n1 needs e2, r2 needs r3, r3 needs r4.
func planBank() bank {
	return bank{
		sections: []string{"one: e1; e2; r1; r2", "two: n1; r2; r3; r4"},
		questions: map[string]bankQuestion{
			"e1": {effort: "large"}, "e2": {effort: "medium"},
			"n1": {needs: "e2", effort: "small"}, "r1": {effort: "small"},
			"r2": {needs: "r3", effort: "medium"}, "r3": {needs: "r4"}, "r4": {effort: "medium"},
		},
	}
}

func planKeys(p *Plan) string {
	var words []string
	for _, a := range p.Actions {
		w := a.Item.Question.Key
		if a.For != nil {
			w += ">" + a.For.Question.Key
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

func view(t testing.TB, r *Result) *View {
	t.Helper()
	v, ok := r.View("own")
	if !ok {
		t.Fatal("no view own")
	}
	return v
}

// TestRaiseScore: efforts are 1, 3 and 8, and one class less from Mostly or where
// the target is Partly, as it is for the rest of a small place.
func TestRaiseScore(t *testing.T) {
	lib := planBank().mustLoad(t)
	for _, c := range []struct {
		name, answers string
		budget        int
		want          string
		cost          int
	}{
		{"nothing fits", "e1=no e2=yes n1=yes r1=yes r2=yes r3=yes r4=yes", 7, "", 0},
		{"one large", "e1=no e2=yes n1=yes r1=yes r2=yes r3=yes r4=yes", 8, "e1", 8},
		{"a need comes first", "e1=yes e2=partly n1=no r1=yes r2=yes r3=yes r4=yes", 4, "e2 n1", 4},
		{"without room for the need", "e1=yes e2=partly n1=no r1=yes r2=yes r3=yes r4=yes", 2, "", 0},
		{"an open need costs its fix", "e1=yes e2=yes n1=yes r1=yes r2=no r4=yes", 100, "r3>r2 r2", 2},
		{"needs of needs", "e1=yes e2=yes n1=yes r1=yes r2=no r3=no r4=no", 100, "r4>r3 r3>r2 r2", 3},
		{"unknown costs its fix", "e1=unknown e2=yes n1=yes r1=yes r2=yes r3=yes r4=yes", 7, "", 0},
		{"does not apply is no candidate", "e1=no e2=yes n1=yes r1=na r2=yes r3=yes r4=yes", 100, "e1", 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Evaluate(lib, draftOf(told(c.answers)))
			p, err := RaiseScore(r, nil, view(t, r), c.budget)
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprint(planKeys(p), " ", p.Cost, " ", p.Method)
			if diff := cmp.Diff(fmt.Sprint(c.want, " ", c.cost, " exact"), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestRaiseScoreWithNothingToRaise(t *testing.T) {
	r := Evaluate(planBank().mustLoad(t), draftOf(told("e1=yes e2=yes n1=yes r1=yes r2=yes r3=yes r4=yes")))
	if p, err := RaiseScore(r, nil, view(t, r), 10); err == nil {
		t.Errorf("got %v, want an error", p)
	}
}

// What is accepted or handed over is no candidate and is not needed first.
func TestAcceptedRiskIsNoCandidate(t *testing.T) {
	a := draftOf(told("e1=no e2=no n1=no r1=yes r2=yes r3=yes r4=yes"))
	a.Decisions = map[string]Decision{"e1": {Kind: Accept, Until: testDay.NextYear()}, "e2": {Kind: Transfer, Due: testDay}}
	r := Evaluate(planBank().mustLoad(t), a)
	p, err := RaiseScore(r, nil, view(t, r), 100)
	if err != nil {
		t.Fatal(err)
	}
	if got := planKeys(p); got != "n1" {
		t.Errorf("got %q, want n1 alone", got)
	}
	if got := MeetGoals(r, nil, NoBudget); len(got.Goals) != 0 || len(got.Out) == 0 || !strings.Contains(got.Out[0], "accepted") {
		t.Errorf("goals %q, out %q", got.Goals, got.Out)
	}
}

var planLevels = []string{"no", "partly", "mostly", "yes", "unknown", "na", "other-partly"}

// drawTold draws answers to the questions of the plan bank, all of them
// answered.
func drawTold(t *rapid.T) string {
	var words []string
	for _, key := range []string{"e1", "e2", "n1", "r1", "r2", "r3", "r4"} {
		words = append(words, key+"="+rapid.SampledFrom(planLevels).Draw(t, key))
	}
	return strings.Join(words, " ")
}

// TestPlanAgainstEverySet compares both kinds of plan with every closed set of
// actions, each tried by evaluating the quarter as if it were done.
func TestPlanAgainstEverySet(t *testing.T) {
	lib := planBank().mustLoad(t)
	rapid.Check(t, func(rt *rapid.T) {
		r := Evaluate(lib, draftOf(told(drawTold(rt))))
		budget := rapid.IntRange(0, 25).Draw(rt, "budget")
		score, goals := everySet(t, r, budget)
		if p, err := RaiseScore(r, nil, nil, budget); err != nil {
			if score.Sign() != 0 {
				rt.Errorf("%v, but %s can be gained", err, score.FloatString(2))
			}
		} else if p.Gain.Cmp(score) != 0 || p.Cost > budget {
			rt.Errorf("plan %s gains %s for %d, the best gains %s", planKeys(p), p.Gain.FloatString(3), p.Cost, score.FloatString(3))
		}
		if p := MeetGoals(r, nil, budget); len(p.Goals) != goals || p.Cost > budget {
			rt.Errorf("plan %s meets %d goals, the best meets %d", planKeys(p), len(p.Goals), goals)
		}
	})
}

// everySet returns the most points of the score of all questions asked, and the
// most Essential goals, that any set of actions within the budget brings.
func everySet(t testing.TB, r *Result, budget int) (*big.Rat, int) {
	c := newChoices(r, nil)
	bestScore, bestGoals := new(big.Rat), 0
	for set := range 1 << len(c.list) {
		cost, closed := 0, true
		var actions []Action
		for i := range c.list {
			if set>>i&1 == 0 {
				continue
			}
			cost += c.list[i].cost
			actions = append(actions, c.actions[i])
			for _, n := range c.list[i].needs {
				closed = closed && set>>n&1 == 1
			}
		}
		if !closed || cost > budget {
			continue
		}
		after, err := Assume(r, Lifted(actions))
		if err != nil {
			t.Fatal(err)
		}
		if gain := scoreOf(after); gain.Sub(gain, scoreOf(r)).Cmp(bestScore) > 0 {
			bestScore = gain
		}
		bestGoals = max(bestGoals, after.Goals.Met-r.Goals.Met)
	}
	return bestScore, bestGoals
}

// scoreOf is the score of all questions asked, whatever their coverage.
func scoreOf(r *Result) *big.Rat {
	if s := r.All.Tally.Score(); s.Known() {
		return s.Rat()
	}
	return new(big.Rat)
}

func TestGoalsThatNoPlanMeets(t *testing.T) {
	lib := planBank().mustLoad(t)
	a := draftOf(told("e1=no n1=no"))
	a.Targets = map[string]Target{"e1": {frameworks.Mostly, "The old system goes next year.", "Dr. Ames"}}
	p := MeetGoals(Evaluate(lib, a), nil, NoBudget)
	all := strings.Join(p.Out, "\n")
	for _, want := range []string{"was set to Mostly here", "is not answered yet"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing in\n%s", want, all)
		}
	}
	if len(p.Actions) != 0 {
		t.Errorf("got %s", planKeys(p))
	}
}

func TestAssume(t *testing.T) {
	r := Evaluate(planBank().mustLoad(t), draftOf(told("e1=no e2=yes r1=na")))
	after, err := Assume(r, map[string]frameworks.Level{"e1": frameworks.Yes, "r1": frameworks.Partly})
	if err != nil {
		t.Fatal(err)
	}
	e1, _ := after.Item("e1")
	r1, _ := after.Item("r1")
	if e1.Points != 3 || r1.Points != 1 || after.Goals.Met <= r.Goals.Met {
		t.Errorf("e1 %d, r1 %d, goals %s", e1.Points, r1.Points, after.Goals)
	}
	if was, _ := r.Item("e1"); was.Points != 0 {
		t.Error("the quarter itself was changed")
	}
	if _, err := Assume(r, map[string]frameworks.Level{"nonsense": frameworks.Yes}); err == nil {
		t.Error("a key that is not asked was taken")
	}
}
