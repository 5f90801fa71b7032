package assess

import "hygeia/frameworks"

// staleAfter is the number of quarters after which a carried answer that nobody
// confirmed is called stale (SCORING 8).
const staleAfter = 2

func newItem(lib *frameworks.Library, a *Assessment, q *frameworks.Question) *Item {
	ans, asOf := a.Answers[q.Key], a.AsOf()
	it := &Item{
		Question: q,
		Answer:   ans,
		Weight:   lib.Weight(q),
		Tier:     lib.Tier(q),
		State:    ans.counted(q),
		Outdated: ans.outdated(q),
	}
	it.Target, it.Own = a.target(lib, q)
	it.Incomplete = it.State == OtherWay && !ans.complete(asOf)
	it.Points = ans.points(q, asOf)
	if ans.proven(q, asOf) {
		it.Proven = it.Points
	}
	it.Gap = it.gap()
	it.Stale = it.State != Open && !ans.Carried.IsZero() && a.Period.Since(ans.Carried) >= staleAfter
	return it
}

// target returns the level aimed at and the organization's reason where it set
// its own. A target without a reason is none: the default holds (SCORING 6).
func (a *Assessment) target(lib *frameworks.Library, q *frameworks.Question) (frameworks.Level, string) {
	if own, ok := a.Targets[q.Key]; ok && own.Reason != "" {
		return own.Level, own.Reason
	}
	return lib.DefaultTarget(q, a.Organization.Size), ""
}

// gap returns the points missing to the target. Unknown counts as level 0; an
// open question has its whole target, for ordering only (SCORING 6).
func (it *Item) gap() int {
	if it.State == NotApplicable {
		return 0
	}
	return max(0, int(it.Target)-it.Points)
}

// answered reports whether the question counts as answered: with a level, by
// another way, or with "don't know" (SCORING 4).
func (it *Item) answered() bool {
	return it.State == Levelled || it.State == OtherWay || it.State == Unknown
}

// PastReview reports whether the item is another way whose review date is over
// on the day the quarter is judged.
func (it *Item) PastReview(asOf Date) bool {
	return it.State == OtherWay && !it.Answer.Review.IsZero() && asOf.After(it.Answer.Review)
}

// counted returns the state an answer counts with. An answer to another
// revision of the question, and a "does not apply" that the rules refuse,
// count as open (SCORING 1).
func (ans Answer) counted(q *frameworks.Question) State {
	switch {
	case ans.outdated(q):
		return Open
	case ans.State == NotApplicable && (q.MustApply || ans.Reason == ""):
		return Open
	}
	return ans.State
}

// outdated reports whether the question changed its meaning since it was
// answered.
func (ans Answer) outdated(q *frameworks.Question) bool {
	return ans.State != Open && ans.Revision != q.Revision
}

// points returns what the answer counts on that day, 0 to 3 (SCORING 1).
func (ans Answer) points(q *frameworks.Question, asOf Date) int {
	switch ans.counted(q) {
	case Levelled:
		return min(max(int(ans.Level), int(frameworks.No)), int(frameworks.Yes))
	case OtherWay:
		if ans.complete(asOf) {
			return int(ans.Level)
		}
	}
	return 0
}

// complete reports whether another way may count on that day: it reaches Partly
// or Mostly, has a reason, an approver and a review date at most a year after
// the day it was recorded, and that date is not past (SCORING 1).
func (ans Answer) complete(asOf Date) bool {
	return (ans.Level == frameworks.Partly || ans.Level == frameworks.Mostly) &&
		ans.Reason != "" && ans.Approver != "" && !ans.Review.IsZero() && !ans.Recorded.IsZero() &&
		!ans.Review.After(ans.Recorded.NextYear()) &&
		!asOf.After(ans.Review)
}
