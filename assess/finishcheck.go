package assess

import (
	"slices"

	"hygeia/frameworks"
)

// FinishCheck is what a person should know before a quarter is finished.
type FinishCheck struct {
	Empty          bool     // nobody answered anything
	Essential      []*Item  // questions of the Essential goals that nobody answered
	Few            []Few    // frameworks of which too little is answered to keep them in the quarter
	Hand           ByHand   // what was set by hand
	Open           []*Item  // not answered
	RangeOnly      []string // titles of asked sections with too few answers for a score, each once
	Incomplete     []*Item  // another way without reason, approver or a review date that holds: counts No
	Refused        []*Item  // "does not apply" without a reason, or where the rules refuse it: counts as not answered
	Outdated       []*Item  // answered in an earlier meaning of the question: counts as not answered
	Contradictions []Contradiction
}

// CheckFinish looks a quarter over before it is finished. Before is the quarter
// before, nil if there is none.
func CheckFinish(r, before *Result) FinishCheck {
	c := FinishCheck{
		Empty: !slices.ContainsFunc(r.Items, (*Item).said), Few: FewAnswered(r),
		Hand: r.SetByHand(before), Contradictions: Contradictions(r),
	}
	for _, it := range r.Items {
		if it.Tier == frameworks.Essential && !it.said() {
			c.Essential = append(c.Essential, it)
		}
		switch {
		case it.Outdated:
			c.Outdated = append(c.Outdated, it)
		case it.State == Open && it.Answer.State == NotApplicable:
			c.Refused = append(c.Refused, it)
		case it.State == Open:
			c.Open = append(c.Open, it)
		case it.Incomplete:
			c.Incomplete = append(c.Incomplete, it)
		}
	}
	seen := map[string]bool{}
	for i := range r.Views {
		v := &r.Views[i]
		for j := range v.Sections {
			g := &v.Sections[j].Group
			few := g.Standing == RangeOnly || g.Standing == NotAssessed
			if name := v.Framework.Title + ", " + g.Title; v.Asked && few && !seen[name] {
				seen[name] = true
				c.RangeOnly = append(c.RangeOnly, name)
			}
		}
	}
	return c
}

// Stops reports whether a quarter is finished only "as is": nobody answered
// anything, or a question of the Essential goals is open.
func (c FinishCheck) Stops() bool { return c.Empty || len(c.Essential) > 0 }

// Doubtful reports whether something said in the quarter does not count as it was
// meant, or hardly goes together. What is only missing is not doubtful: coverage
// and range say it.
func (c FinishCheck) Doubtful() bool {
	return len(c.Incomplete)+len(c.Refused)+len(c.Contradictions) > 0
}
