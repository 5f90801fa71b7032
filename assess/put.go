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
// The reason for a change follows from the points, improved or worsened, and is
// found-out where nobody knew before. What ans.Change says instead is believed
// only if ans.Changed is zero or this quarter, so that an answer copied from an
// earlier quarter does not repeat an old reason; a reason against the direction
// of the change is refused (SCORING 8).
//
// The answer before is the one that the new one is compared with: as a rule what
// stands in the quarter now. Who still knows what was carried into the quarter
// gives that, so that a slip of the finger and its correction leave no trace in
// the comparison.
func (a *Assessment) Put(q *frameworks.Question, ans, before Answer, by string, on Date) error {
	ans = ans.tidy()
	ans.By = words.Line(by)
	problems := ans.Problems(q, on)
	if wrong := a.againstDirection(q, before, ans, on); wrong != "" {
		problems = append(problems, wrong)
	}
	if len(problems) > 0 {
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

// SetNote replaces the note and nothing else: a note on a carried answer does not
// confirm it. A question without an answer keeps it for the answer, with who
// wrote it and when.
func (a *Assessment) SetNote(q *frameworks.Question, note, by string, on Date) {
	ans := a.Answers[q.Key]
	ans.Note = words.Clean(note)
	a.setBeside(q, ans, by, on)
}

// SetProof replaces what shows that an answer is true, and nothing else. It may
// come before the answer, as a note may.
func (a *Assessment) SetProof(q *frameworks.Question, proof []Proof, by string, on Date) {
	ans := a.Answers[q.Key]
	ans.Proof = cleanProof(proof)
	a.setBeside(q, ans, by, on)
}

func (a *Assessment) setBeside(q *frameworks.Question, ans Answer, by string, on Date) {
	if ans.State == Open {
		ans.Revision, ans.Recorded, ans.By = q.Revision, on, words.Line(by)
	}
	a.set(q.Key, ans)
	if isBlank(ans) {
		a.Clear(q.Key)
	}
}

// Remember returns what puts the answers under these keys back as they are now,
// so that a step can be taken back.
func (a *Assessment) Remember(keys ...string) (restore func()) {
	old := map[string]Answer{}
	for _, key := range keys {
		if ans, ok := a.Answers[key]; ok {
			old[key] = ans
		}
	}
	return func() {
		for _, key := range keys {
			if ans, was := old[key]; was {
				a.set(key, ans)
			} else {
				a.Clear(key)
			}
		}
	}
}

func (a *Assessment) set(key string, ans Answer) {
	if a.Answers == nil {
		a.Answers = map[string]Answer{}
	}
	a.Answers[key] = ans
}

// given returns the answer that stands in the quarter, none where there is no quarter.
func (a *Assessment) given(key string) Answer {
	if a == nil {
		return Answer{}
	}
	return a.Answers[key]
}

// againstDirection says what is wrong with a reason that does not go with the
// change it is given for; "" if nothing is.
func (a *Assessment) againstDirection(q *frameworks.Question, prior, ans Answer, on Date) string {
	if a == nil {
		return ""
	}
	if !ans.saidIn(a.Period) || !prior.comparesWith(q, ans) || prior.changedIn(a.Period) {
		return ""
	}
	ans.Revision = q.Revision // it is about to be given
	was, is := prior.points(q, on), ans.points(q, on)
	switch {
	case ans.Change == Improved && is < was:
		return "\"improved\" does not go with a lower answer; say worsened, or corrected if the earlier answer was wrong"
	case ans.Change == Worsened && is > was:
		return "\"worsened\" does not go with a higher answer; say improved, or corrected if the earlier answer was wrong"
	case ans.Change == FoundOut && prior.State != Unknown:
		return "\"found-out\" goes with a question that nobody could answer before; say corrected if the earlier answer was wrong"
	}
	return ""
}

// saidIn reports whether the reason was given in that quarter, and not copied
// from an earlier one.
func (ans Answer) saidIn(period Quarter) bool { return ans.Changed.IsZero() || ans.Changed == period }

// changedIn reports whether the answer was changed in that quarter already, so
// that what stood there in the last one is gone.
func (ans Answer) changedIn(period Quarter) bool {
	return ans.Carried.IsZero() && ans.Changed == period
}

// comparesWith reports whether an earlier answer has a direction to another:
// somebody gave it, and both apply.
func (ans Answer) comparesWith(q *frameworks.Question, with Answer) bool {
	counted := ans.counted(q)
	return counted != Open && counted != NotApplicable && ans.Left == NotLeft && with.State != NotApplicable
}

// explain says why the answer differs from the prior one, and since which quarter
// it is as it is.
func (a *Assessment) explain(q *frameworks.Question, prior, ans Answer, on Date) (Change, Quarter) {
	saidNow, changedNow := ans.saidIn(a.Period), prior.changedIn(a.Period)
	switch {
	case prior.counted(q) == Open, prior.Left != NotLeft:
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
	case prior.State == Unknown && !(saidNow && ans.Change == Improved):
		return FoundOut, a.Period
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
	ans.Left = NotLeft
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
