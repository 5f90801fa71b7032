package assess

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A quarter that is missing, or in which nobody answered, is passed over: the
// later reason counts, and the step is marked.
func TestStepAcross(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	at := func(n int, words string, why Change) *Result {
		a := draftOf(told(words))
		a.Period = Quarter{2026, n}
		if ans, ok := a.Answers["e1"]; ok {
			ans.Change, ans.Changed = why, a.Period
			a.Answers["e1"] = ans
		}
		return Evaluate(lib, a)
	}
	leftOpen := draftOf(nil)
	leftOpen.Period = Quarter{2026, 2}
	leftOpen.Finish(lib, testDay, "")
	first, last := at(1, "e1=no", NoReason), at(3, "e1=yes", Corrected)
	for name, between := range map[string][]*Result{
		"missing":        nil,
		"not answered":   {at(2, "", NoReason)},
		"only left open": {Evaluate(lib, leftOpen)},
		"does not apply": {at(2, "e1=na", NoReason)},
	} {
		t.Run(name, func(t *testing.T) {
			q := Compare(first, last, between...).Questions[0]
			if len(q.Steps) != 1 || !q.Steps[0].Across || !q.Steps[0].Correction() || q.Kind != CorrectedAnswer {
				t.Errorf("%s by %+v, want one correction across", q.Kind, q.Steps)
			}
		})
	}
	q := Compare(first, last, at(2, "e1=partly", Improved)).Questions[0]
	if len(q.Steps) != 2 || q.Steps[0].Across || q.Steps[1].Across {
		t.Errorf("%+v, want two steps", q.Steps)
	}
}

// A reason against its direction, read from a file, is booked as real and printed
// as it was recorded.
func TestRecordedAgainstDirection(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	b, a := draftOf(told("e1=yes")), draftOf(told("e1=no"))
	b.Period = Quarter{2026, 2}
	ans := a.Answers["e1"]
	ans.Change, ans.Changed = Improved, testQuarter
	a.Answers["e1"] = ans
	q := Compare(Evaluate(lib, b), Evaluate(lib, a)).Questions[0]
	if q.Kind != Fell || q.Corrected || q.Recorded() != "recorded as improved, though lower" {
		t.Errorf("%s, corrected %t, %q", q.Kind, q.Corrected, q.Recorded())
	}
}

// The words for a change are those of its steps, in their order.
func TestWhyItChanged(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	row := func(steps ...string) *Comparison {
		var results []*Result
		for i, step := range steps {
			word, why, _ := strings.Cut(step, " ")
			a := draftOf(told("e1=" + word))
			a.Period = Quarter{2026, i + 1}
			ans := a.Answers["e1"]
			if reason, err := ParseChange(why); err == nil {
				ans.Change, ans.Changed = reason, a.Period
			}
			a.Answers["e1"] = ans
			results = append(results, Evaluate(lib, a))
		}
		return NewTrend(results).Whole()
	}
	for want, steps := range map[string][]string{
		"worsened, then corrected":            {"yes", "no worsened", "partly corrected"},
		"improved":                            {"no", "partly improved", "mostly improved"},
		"found out":                           {"unknown", "yes"},
		"there is none":                       {"yes", "na"},
		"recorded as worsened, though higher": {"no", "yes worsened"},
		"":                                    {"no", "yes"},
	} {
		if got := row(steps...).Questions[0].Why(); got != want {
			t.Errorf("%v: %q, want %q", steps, got, want)
		}
	}
}

// In every comparison left open is unanswered: outside matched change, inside the
// scope effect, and named in what fell.
func TestLeftOpenInComparison(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	b, a := draftOf(told("e1=yes r1=yes")), draftOf(told("e1=yes"))
	b.Period = Quarter{2026, 2}
	a.Finish(lib, testDay, "")
	c := Compare(Evaluate(lib, b), Evaluate(lib, a))
	s := ownChange(t, c, "s")
	// Only e1 is compared. S1 = 100, S2 = 100·3/4 = 75: all of it is scope.
	if got := fmt.Sprint(s.Compared, " ", ChangeText(s.Real), " ", ChangeText(s.Scope)); got != "1 0.0 -25.0" {
		t.Errorf("compared, real and scope %s", got)
	}
	if fell := c.Fell(); len(fell) != 1 || fell[0].After.Question.Key != "r1" || !c.Drops(nil).Any() {
		t.Errorf("fell %v, want r1, and that scripts stop", fell)
	}
}

// A thin section is never named as what rose or fell most.
func TestThin(t *testing.T) {
	c := compareAnswers(t, "s: e1; e2; e3", "e1=no e2=no e3=no", "e1=yes e2=no e3=no")
	if s := ownChange(t, c, "s"); s.Weight != 9 || !s.Thin {
		t.Errorf("weight %d, thin %t", s.Weight, s.Thin)
	}
	c = compareAnswers(t, "s: e1; e2; e3; r1", "e1=no e2=no e3=no r1=no", "e1=yes e2=no e3=no r1=no")
	if s := ownChange(t, c, "s"); s.Weight != 10 || s.Thin {
		t.Errorf("weight %d, thin %t", s.Weight, s.Thin)
	}
}

// Over any row of quarters the steps of a question add up to its change exactly,
// and real, corrections and scope to the shown change.
func TestPropertySteps(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		var row []*Result
		for n := range rapid.IntRange(2, 5).Draw(t, "quarters") {
			a := draftOf(drawAnswers(t, lib, fmt.Sprint("quarter ", n)))
			a.Period = Quarter{2026 + n/4, n%4 + 1}
			for key, ans := range a.Answers {
				ans.Change = Change(rapid.IntRange(int(NoReason), int(FoundOut)).Draw(t, "reason"))
				ans.Changed = a.Period
				a.Answers[key] = ans
			}
			if rapid.Bool().Draw(t, "finished") {
				a.Finish(lib, testDay, "")
			}
			if n == 0 || rapid.IntRange(0, 3).Draw(t, "saved") > 0 {
				row = append(row, Evaluate(lib, a))
			}
		}
		if len(row) < 2 {
			return
		}
		c := NewTrend(row).Whole()
		for _, q := range c.Questions {
			real, correction := q.Parts()
			if q.Compared() && real+correction != q.After.Points-q.Before.Points {
				t.Fatalf("%s: steps %+v do not add up", q.After.Question.Key, q.Steps)
			}
			if q.Kind != Fell && q.Compared() && (q.After.Points < q.Before.Points || real < 0) {
				t.Fatalf("%s: %s, though it fell", q.After.Question.Key, q.Kind)
			}
		}
		for _, v := range c.Views {
			for i := range v.Sections {
				checkSum(t, &v.Sections[i])
				checkParts(t, &v.Sections[i])
			}
		}
	})
}

func checkParts(t *rapid.T, s *SectionChange) {
	for _, x := range s.Contributions {
		if sum := new(big.Rat).Add(x.Real, x.Correction); sum.Cmp(x.Change) != 0 {
			t.Fatalf("%s: %s is not %s and %s", x.After.Question.Key, x.Change, x.Real, x.Correction)
		}
	}
}
