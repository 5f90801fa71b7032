package assess

import "hygeia/frameworks"

// staleAfter is the number of quarters after which a carried answer that nobody
// confirmed is called stale (SCORING 8).
const staleAfter = 2

func newItem(lib *frameworks.Library, a *Assessment, q *frameworks.Question) *Item {
	ans, asOf := a.answer(q), a.AsOf()
	it := &Item{
		Question: q,
		Answer:   ans,
		Weight:   lib.Weight(q),
		Tier:     lib.Tier(q),
		State:    a.counted(q, ans),
		Outdated: ans.Outdated(q),
		Reworded: ans.Reworded(q),
		Added:    lib.Own(q),
		From:     a.InheritedFrom(q.Key),
	}
	it.Usual = lib.DefaultTarget(q, a.Organization.Size)
	it.Target, it.Own = a.target(lib, q)
	it.Incomplete = it.State == OtherWay && !ans.complete(asOf)
	it.Points = ans.points(q, asOf)
	it.Scans = a.Sayings(lib, q, ans)
	if it.shown(asOf) {
		it.Proven = it.Points
	}
	it.Gap = gap(it.State, it.Target, it.Points)
	it.Stale = it.State != Open && a.stale(ans)
	return it
}

// stale reports whether nobody has given or confirmed the answer for so long that it
// is called stale.
func (a *Assessment) stale(ans Answer) bool {
	return ans.State != Open && !ans.Carried.IsZero() && a.Period.Since(ans.Carried) >= staleAfter
}

// answer returns what is said about a question. A quarter finished under today's
// rules has no open questions: what is missing from it counts as left open, so
// that deleting an answer pays nothing (SCORING 1).
func (a *Assessment) answer(q *frameworks.Question) Answer {
	ans := a.Answers[q.Key]
	if a.Status == Finished && !a.older() && a.counted(q, ans) == Open {
		return ans.leftOpen(q)
	}
	return ans
}

// counted returns the state an answer counts with in this quarter. A draft begun
// under older rules may keep a "does not apply" that the question refuses now.
func (a *Assessment) counted(q *frameworks.Question, ans Answer) State {
	if a.Status == Draft && a.older() && ans.State == NotApplicable && ans.Reason != "" && !ans.Outdated(q) {
		return NotApplicable
	}
	return ans.counted(q)
}

// told reports whether somebody answered the question: what was only left open
// is not told.
func (it *Item) told() bool { return it.answered() && it.Answer.Left == NotLeft }

// said reports whether somebody said something that counts about the question,
// and be it that it does not apply.
func (it *Item) said() bool { return it.told() || it.State == NotApplicable }

// leveled reports whether the question is answered with a level or another way.
func (it *Item) leveled() bool { return it.State == Levelled || it.State == OtherWay }

// gap returns the points missing to the target. Unknown counts as level 0; an
// open question has its whole target, for ordering only (SCORING 6).
func gap(state State, target frameworks.Level, points int) int {
	if state == NotApplicable {
		return 0
	}
	return max(0, int(target)-points)
}

// gap returns the gap of the item of a question, without the rest of the item.
func (a *Assessment) gap(lib *frameworks.Library, q *frameworks.Question) int {
	ans := a.answer(q)
	target, _ := a.target(lib, q)
	return gap(a.counted(q, ans), target, ans.points(q, a.AsOf()))
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

// counted returns the state an answer counts with. An answer to an earlier
// meaning of the question, and a "does not apply" that the rules refuse, count
// as open (SCORING 1).
func (ans Answer) counted(q *frameworks.Question) State {
	switch {
	case ans.Outdated(q):
		return Open
	case ans.State == NotApplicable && (q.MustApply || ans.Reason == ""):
		return Open
	}
	return ans.State
}

// Given reports whether somebody answered the question and the answer still counts
// as one: it was not only left open when a quarter was finished, nor given to an
// earlier meaning of the question.
func (ans Answer) Given(q *frameworks.Question) bool {
	return ans.Left == NotLeft && ans.counted(q) != Open
}

// Outdated reports whether the question changed its meaning since it was
// answered. What nobody answered has no meaning that could change.
func (ans Answer) Outdated(q *frameworks.Question) bool {
	return ans.State != Open && ans.Left == NotLeft && ans.Revision != q.Revision && !ans.Reworded(q)
}

// Reworded reports whether the answer was given to the revision just before and
// its level means the same in this one: it counts, and is marked.
func (ans Answer) Reworded(q *frameworks.Question) bool {
	return (ans.State == Levelled || ans.State == OtherWay) && ans.Revision == q.Revision-1 && q.StillHolds(ans.Level)
}

// leftOpen returns the "don't know" that a finish makes of an answer that does
// not count. What was noted and proven stays with it.
func (ans Answer) leftOpen(q *frameworks.Question) Answer {
	left := Answer{State: Unknown, Left: LeftOpen, Revision: q.Revision, Recorded: ans.Recorded, By: ans.By, Note: ans.Note, Proof: ans.Proof}
	if ans.Outdated(q) {
		left.Left = LeftChanged
	}
	return left
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
