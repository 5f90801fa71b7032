package assess

import "hygeia/frameworks"

// proven reports whether some proof of the answer counts on that day: of grade
// paper or better, dated, not after the day, and at most the question's fresh
// days old (SCORING 2).
func (ans Answer) proven(q *frameworks.Question, asOf Date) bool {
	for _, p := range ans.Proof {
		if p.counts(q.Fresh, asOf) {
			return true
		}
	}
	return false
}

func (p Proof) counts(fresh int, asOf Date) bool {
	if p.Grade < Paper || p.Date.IsZero() || p.Date.After(asOf) {
		return false
	}
	return asOf.DaysSince(p.Date) <= fresh
}
