package assess

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hygeia/frameworks"
)

// trickBank has ten Essential goals of one question each, two that always apply,
// four practices of the foundation and eight others.
func trickBank() bank {
	b := bank{
		sections:  []string{"a: e1; e2; e3; e4; e5; e6; e7; e8; e9; e10", "b: n1; n2; n3; n4; r1; r2; r3; r4; r5; r6; r7; r8"},
		questions: map[string]bankQuestion{},
		ladder:    []string{"e1 e2 e3 e4 e5 r1", "e6 e7 e8 e9 e10 r2 r3 r4", "n1 n2 n3 n4 r5 r6 r7 r8"},
		added:     []string{"m: x1 x2 x3 x4 x5 x6 x7 x8"},
	}
	for i := range 10 {
		b.questions[fmt.Sprintf("e%d", i+1)] = bankQuestion{mustApply: true, threats: "ransom"}
	}
	for _, key := range strings.Fields("n1 n2 n3 n4 r1 r2 r3 r4") {
		b.questions[key] = bankQuestion{threats: "ransom vendor"}
	}
	for i := range 8 {
		b.questions[fmt.Sprintf("x%d", i+1)] = bankQuestion{threats: "ransom theft vendor"}
	}
	return b
}

// weak is a quarter in which little works: five Essential goals at No, four at
// Partly, one at Mostly, half of the rest at No and half at Partly.
const weak = "e1=no e2=no e3=no e4=no e5=no e6=partly e7=partly e8=partly e9=partly e10=mostly " +
	"n1=no n2=no n3=partly n4=partly r1=no r2=no r3=partly r4=partly r5=no r6=no r7=partly r8=partly"

// trick is what a reader sees of a quarter.
type trick struct {
	score, strict, goals, threat string
	urgent                       int
	hand                         string
	overall                      string
}

func seen(r, before *Result) trick {
	h := r.SetByHand(before)
	v, _ := r.View("own")
	return trick{
		score: r.All.ScoreText(), strict: PercentText(h.Strict.Rat()), goals: r.Goals.String(), threat: r.Threats[0].Word(),
		urgent: len(UrgentGaps(r).Gaps), hand: h.String(), overall: v.Overall.ScoreText(),
	}
}

// honest is the same quarter without a trick. T = 10·3 + 4·2 + 4·2 + 4 = 50. In
// thirds e earns 3·(4·1 + 2) = 18, n 2·2 = 4, r on the foundation 2·2 = 4 and the
// other r 2, together 28 of 150: 18.7. Urgent are nine e below Mostly, and r1.
func honest(t testing.TB, lib *frameworks.Library) trick {
	t.Helper()
	got := seen(Evaluate(lib, draftOf(told(weak))), nil)
	want := trick{score: "19%", strict: "19%", goals: "0 of 10 met, 1 nearly", threat: "weakly guarded", urgent: 10, overall: "19%"}
	if got != want {
		t.Fatalf("without a trick\n got %+v\nwant %+v", got, want)
	}
	return got
}

// TestTricks tries the nine ways to make a score look better, each with the figure
// that gives it away.
func TestTricks(t *testing.T) {
	lib := trickBank().mustLoad(t)
	plainly := honest(t, lib)
	with := func(change func(a *Assessment)) *Result {
		a := draftOf(told(weak))
		change(a)
		return Evaluate(lib, a)
	}
	each := func(a *Assessment, when func(string, Answer) bool, word string) {
		for key, ans := range a.Answers {
			if when(key, ans) {
				a.Answers[key] = toldWord(word)
			}
		}
	}
	low := func(_ string, ans Answer) bool { return ans.Level < frameworks.Partly }

	t.Run("1 does not apply on every weak answer", func(t *testing.T) {
		r := with(func(a *Assessment) {
			each(a, func(key string, ans Answer) bool { return key[0] != 'e' && ans.Level < frameworks.Mostly }, "na")
		})
		got := seen(r, nil)
		// Only the Essential ones are left: 18 of 3·30 is 20%, of all of it still 18 of 3·50 = 12%.
		if got.score != "20%" || got.strict != "12%" || got.goals != plainly.goals {
			t.Errorf("%+v", got)
		}
		wantIn(t, got.hand, "12 do not apply; with what does not apply and another way counted as No, all questions asked score 12% and not 20%")
		wantIn(t, r.All.Figures().Note, "limited scope: 10 of 22 apply")
		if v, _ := r.View("own"); v.Sections[1].HasScore() || v.Sections[1].ScoreText() != "does not apply" {
			t.Errorf("section b reads %s", v.Sections[1].ScoreText())
		}
	})

	t.Run("2 does not apply on Essential ones is refused", func(t *testing.T) {
		a := draftOf(told(weak))
		err := a.Put(question(t, lib, "e1"), Answer{State: NotApplicable, Reason: "there is none"}, a.Answers["e1"], "CEO", testDay)
		wantIn(t, fmt.Sprint(err), `this one applies to every organization, so "does not apply" cannot be chosen`)
		r := with(func(a *Assessment) {
			each(a, func(key string, ans Answer) bool { return key[0] == 'e' && low(key, ans) }, "na")
		})
		if r.Goals.Of != 10 {
			t.Errorf("the headline is of %d, want of ten", r.Goals.Of)
		}
		if refused := CheckFinish(r, nil).Refused; len(refused) != 5 {
			t.Errorf("%d are named as refused, want 5", len(refused))
		}
	})

	t.Run("3 another way everywhere", func(t *testing.T) {
		r := with(func(a *Assessment) {
			each(a, func(_ string, ans Answer) bool { return ans.Level < frameworks.Mostly }, "other-mostly")
		})
		got := seen(r, nil)
		if got.score != "67%" || got.strict != "4%" || got.goals != "0 of 10 met, 1 nearly, 9 another way" {
			t.Errorf("%+v", got)
		}
		wantIn(t, got.hand, "21 another way; with what does not apply and another way counted as No, all questions asked score 4% and not 67%")
	})

	t.Run("4 deleting answers in a finished quarter", func(t *testing.T) {
		a := draftOf(told(weak))
		a.Finish(lib, testDay, "")
		b := draftOf(told(weak))
		b.Period = Quarter{2026, 2}
		before := Evaluate(lib, b)
		for key, ans := range a.Answers {
			if low(key, ans) {
				delete(a.Answers, key)
			}
		}
		r := Evaluate(lib, a)
		got := seen(r, before)
		if got.score != plainly.score {
			t.Errorf("score %s, want %s as before", got.score, plainly.score)
		}
		wantIn(t, got.hand, "11 left open")
		if d := Compare(before, r).Drops(nil); len(d.Fell) != 11 {
			t.Errorf("%d fell, want the 11 that were known", len(d.Fell))
		}
	})

	t.Run("5 own targets at No", func(t *testing.T) {
		a := draftOf(told(weak))
		err := a.SetTarget(lib, question(t, lib, "e1"), Target{Level: frameworks.No, Reason: "not now", Approver: "CEO"}, testDay)
		wantIn(t, fmt.Sprint(err), "it serves an Essential goal, so mostly is the lowest; to leave it lower, decide to accept the risk")
		err = a.SetTarget(lib, question(t, lib, "r1"), Target{Level: frameworks.No, Reason: "not now"}, testDay)
		wantIn(t, fmt.Sprint(err), "the target of r1 is below the usual mostly, so it needs an approver")
		for key := range a.Answers {
			a.Targets = withTarget(a.Targets, key, Target{frameworks.No, "not now", "CEO"})
		}
		got := seen(Evaluate(lib, a), nil)
		if got.urgent != plainly.urgent {
			t.Errorf("%d urgent gaps, want %d as before", got.urgent, plainly.urgent)
		}
		wantIn(t, got.hand, "12 targets below the usual") // those of the Essential ones count for nothing
	})

	t.Run("6 easy own questions", func(t *testing.T) {
		r := with(func(a *Assessment) {
			a.Frameworks = append(a.Frameworks, "mine")
			for i := range 8 {
				a.Answers[fmt.Sprintf("x%d", i+1)] = toldWord("yes")
			}
		})
		got := seen(r, nil)
		if got.score != plainly.score || got.threat != plainly.threat || got.overall != plainly.overall {
			t.Errorf("%+v", got)
		}
		wantIn(t, got.hand, "8 questions of our own")
		if r.Added.ScoreText() != "100%" || r.Added.Tally.Total() != 8 {
			t.Errorf("on their own line they score %s with weight %d", r.Added.ScoreText(), r.Added.Tally.Total())
		}
		if len(r.All.Items) != 22 {
			t.Errorf("%d questions count together, want 22", len(r.All.Items))
		}
	})

	t.Run("7 proof x on everything", func(t *testing.T) {
		r := with(func(a *Assessment) {
			for key, ans := range a.Answers {
				ans.Proof = []Proof{{Grade: Said, What: "x", Date: testDay}}
				a.Answers[key] = ans
			}
		})
		if got := seen(r, nil); got.score != plainly.score {
			t.Errorf("score %s, want %s: proof is never multiplied in", got.score, plainly.score)
		}
		if f := r.All.Figures(); f.Proven != "0%" {
			t.Errorf("with proof %s, want 0 %%: what is said proves nothing", f.Proven)
		}
	})

	t.Run("8 a fall called a correction", func(t *testing.T) {
		b := draftOf(told(weak))
		b.Period = Quarter{2026, 2}
		a := draftOf(told(weak))
		ans := toldWord("no")
		ans.Change, ans.Changed = Corrected, testQuarter
		a.Answers["e10"] = ans
		before, r := Evaluate(lib, b), Evaluate(lib, a)
		c := Compare(before, r)
		if fell := c.Fell(); len(fell) != 1 || !fell[0].Corrected || fell[0].After.Question.Key != "e10" {
			t.Errorf("fell %+v, want e10, marked as a correction", fell)
		}
		if s := ownChange(t, c, "a"); s.Real.Sign() != 0 || s.Corrected.Sign() >= 0 {
			t.Errorf("real %s, corrections %s", s.Real, s.Corrected)
		}
		wantIn(t, seen(r, before).hand, "1 correction")
	})

	t.Run("9 evening hours", func(t *testing.T) {
		evening := time.Date(2026, 10, 1, 2, 30, 0, 0, time.UTC).In(time.FixedZone("New York", -4*3600))
		if got := QuarterOf(evening); got != testQuarter {
			t.Errorf("the evening of September 30 is in %s, want %s", got, testQuarter)
		}
		a := NextQuarter(lib, draftOf(told(weak)), QuarterOf(evening), evening)
		if got, want := a.AsOf(), (Date{2026, 9, 30}); got != want || !a.Updated.Equal(evening) || a.Updated.Location() != time.UTC {
			t.Errorf("as of %s and updated %s, want %s and the same instant in UTC", got, a.Updated, want)
		}
		a.Touch(evening)
		if got := a.AsOf(); got != (Date{2026, 9, 30}) {
			t.Errorf("after a change as of %s", got)
		}
	})
}

func withTarget(targets map[string]Target, key string, t Target) map[string]Target {
	if targets == nil {
		targets = map[string]Target{}
	}
	targets[key] = t
	return targets
}

func wantIn(t testing.TB, got, want string) {
	t.Helper()
	if !strings.Contains(got, want) {
		t.Errorf("got %q\nwant %q in it", got, want)
	}
}

// A framework that was asked in the quarter before and is left out now is named
// with its last score.
func TestLeftOutIsNamed(t *testing.T) {
	lib := trickBank().mustLoad(t)
	b := draftOf(told(weak))
	b.Period = Quarter{2026, 2}
	a := draftOf(told(weak))
	a.Frameworks = nil
	h := Evaluate(lib, a).SetByHand(Evaluate(lib, b))
	if got, want := h.String(), "Catalog own left out (19% in 2026-Q2)"; got != want || !h.Any() {
		t.Errorf("got %q, want %q", got, want)
	}
	if h := Evaluate(lib, b).SetByHand(nil); h.Any() || h.String() != "" {
		t.Errorf("nothing was set by hand, but %q", h)
	}
}
