package assess

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Put records an answer given on that day. It refuses what [Answer.Problems]
// names and changes nothing then. It sets the revision, the day, who answered
// and why it differs from the quarter before; it cleans the texts, drops what
// does not belong to that kind of answer and takes the "carried" mark away.
//
// The reason for a change follows from the points, improved or worsened, unless
// ans.Change says Corrected: then the earlier answer was wrong (SCORING 8).
// Corrected is believed only if ans.Changed is zero or this quarter, so that an
// answer copied from an earlier quarter does not repeat an old correction.
func (a *Assessment) Put(q *frameworks.Question, ans Answer, by string, on Date) error {
	ans = ans.tidy()
	ans.By = words.Line(by)
	if problems := ans.Problems(q, on); len(problems) > 0 {
		return fmt.Errorf("%s: %s", q.Key, strings.Join(problems, "; "))
	}
	ans.Revision = q.Revision
	ans.Recorded = on
	ans.Carried = Quarter{}
	ans.Change, ans.Changed = a.explain(q, ans, on)
	if a.Answers == nil {
		a.Answers = map[string]Answer{}
	}
	a.Answers[q.Key] = ans
	a.touch(on)
	return nil
}

// explain says why the answer differs from the quarter before, and since which
// quarter it is as it is.
func (a *Assessment) explain(q *frameworks.Question, ans Answer, on Date) (Change, Quarter) {
	prior := a.Answers[q.Key]
	saidNow := ans.Changed.IsZero() || ans.Changed == a.Period
	changedNow := prior.Carried.IsZero() && prior.Changed == a.Period
	switch {
	case prior.counted(q) == Open:
		return NoReason, a.Period
	case sameCount(q, prior, ans, on):
		if saidNow && changedNow && ans.Change != NoReason {
			return ans.Change, a.Period // the person explains a change made before
		}
		return prior.Change, prior.Changed
	case saidNow && ans.Change == Corrected:
		return Corrected, a.Period
	case changedNow, prior.State == NotApplicable, ans.State == NotApplicable:
		// Changed twice in a quarter, what stood there in the last one is gone;
		// and "does not apply" is neither better nor worse than a level.
		return NoReason, a.Period
	case ans.points(q, on) > prior.points(q, on):
		return Improved, a.Period
	}
	return Worsened, a.Period
}

// sameCount reports whether two answers count the same: neither applies, or both
// have the same points.
func sameCount(q *frameworks.Question, x, y Answer, on Date) bool {
	if (x.counted(q) == NotApplicable) != (y.State == NotApplicable) {
		return false
	}
	return x.points(q, on) == y.points(q, on)
}

// tidy cleans the texts and drops what does not belong to the kind of answer.
func (ans Answer) tidy() Answer {
	ans.Reason, ans.Note = words.Clean(ans.Reason), words.Clean(ans.Note)
	ans.Approver = words.Line(ans.Approver)
	ans.Proof = slices.Clone(ans.Proof)
	for i, p := range ans.Proof {
		ans.Proof[i].What, ans.Proof[i].Where = words.Line(p.What), words.Line(p.Where)
	}
	if ans.State != OtherWay {
		ans.Approver, ans.Review = "", Date{}
		if ans.State != NotApplicable {
			ans.Reason = ""
		}
		if ans.State != Levelled {
			ans.Level = frameworks.No
		}
	}
	return ans
}

// cleanName cleans a text that is one line.
