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
//
// The answer before is the one that the new one is compared with: as a rule what
// stands in the quarter now. Who still knows what was carried into the quarter
// gives that, so that a slip of the finger and its correction leave no trace in
// the comparison.
func (a *Assessment) Put(q *frameworks.Question, ans, before Answer, by string, on Date) error {
	ans = ans.tidy()
	ans.By = words.Line(by)
	if problems := ans.Problems(q, on); len(problems) > 0 {
		return fmt.Errorf("%s: %s", q.Key, strings.Join(problems, "; "))
	}
	ans.Revision = q.Revision
	ans.Recorded = on
	ans.Carried = Quarter{}
	ans.Change, ans.Changed = a.explain(q, before, ans, on)
	a.set(q.Key, ans)
	a.touch(on)
	return nil
}

// SetNote replaces the note of an answer and nothing else: a note on a carried
// answer does not confirm it. A question without an answer keeps none.
func (a *Assessment) SetNote(key, note string) {
	if ans, ok := a.Answers[key]; ok {
		ans.Note = words.Clean(note)
		a.set(key, ans)
	}
}

// SetProof replaces what shows that an answer is true, and nothing else.
func (a *Assessment) SetProof(key string, proof []Proof) {
	if ans, ok := a.Answers[key]; ok {
		ans.Proof = cleanProof(proof)
		a.set(key, ans)
	}
}

func (a *Assessment) set(key string, ans Answer) {
	if a.Answers == nil {
		a.Answers = map[string]Answer{}
	}
	a.Answers[key] = ans
}

// explain says why the answer differs from the prior one, and since which quarter
// it is as it is.
func (a *Assessment) explain(q *frameworks.Question, prior, ans Answer, on Date) (Change, Quarter) {
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
	ans.Proof = cleanProof(ans.Proof)
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

// cleanProof returns the proof with clean texts and leaves the caller's alone.
func cleanProof(proof []Proof) []Proof {
	proof = slices.Clone(proof)
	for i, p := range proof {
		proof[i].What, proof[i].Where = words.Line(p.What), words.Line(p.Where)
	}
	return proof
}
