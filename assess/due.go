package assess

import (
	"errors"
	"fmt"

	"hygeia/frameworks"
)

// reviewSoon is how many days before its review date another way is due.
const reviewSoon = 30

// dueCause is why a carried answer is due, the most pressing first.
type dueCause int

const (
	decisionDue dueCause = iota
	cannotStand
	reviewDue
	proofOld
	nobodyKnew
	notDue
)

// dueReason says why a carried answer has to be looked at on that day, and the
// same in a sentence; notDue if it need not. An answer that is No has nothing to
// lose by old proof.
func dueReason(q *frameworks.Question, ans Answer, d Decision, on Date) (dueCause, string) {
	if d.Overdue(on) {
		return decisionDue, decisionText(d)
	}
	if err := ans.Stands(q, on); err != nil {
		return cannotStand, fmt.Sprintf("As it is it does not count: %s.", err)
	}
	if ans.State == OtherWay && ans.Review.DaysSince(on) <= reviewSoon {
		return reviewDue, fmt.Sprintf("Its review date is near: %s.", ans.Review)
	}
	if old := ans.OldProof(q, on); !old.IsZero() && ans.points(q, on) > 0 {
		return proofOld, fmt.Sprintf("Its newest proof, of %s, is more than %d days old.", old, q.Fresh)
	}
	if ans.State == Unknown {
		return nobodyKnew, "Nobody knew the last time."
	}
	return notDue, ""
}

func decisionText(d Decision) string {
	switch d.Kind {
	case Accept:
		return fmt.Sprintf("The risk was accepted until %s, which is over.", d.Until)
	case Transfer:
		return fmt.Sprintf("Handing the risk over was due on %s.", d.Due)
	case Later:
		return fmt.Sprintf("It was to be looked at again by %s.", d.Due)
	}
	return fmt.Sprintf("A fix was due on %s.", d.Due)
}

// Stands returns nil if the answer may be confirmed as it is on that day, and
// otherwise what is in the way: it was given to another wording of the question,
// it is another way past its review date, or something it needs is missing
// (SCORING 1).
func (ans Answer) Stands(q *frameworks.Question, on Date) error {
	if ans.State == Open {
		return errors.New("there is no answer")
	}
	if ans.Outdated(q) || ans.Left == LeftChanged {
		return errors.New("the question is asked in a new way")
	}
	if ans.Left == LeftOpen {
		return errors.New("nobody has answered it yet")
	}
	if ans.State == OtherWay && !ans.Review.IsZero() && on.After(ans.Review) {
		return fmt.Errorf("its review date %s is over", ans.Review)
	}
	if problems := ans.Problems(q, on); len(problems) > 0 {
		return errors.New(problems[0])
	}
	return nil
}

// OldProof returns the day of the newest proof where none of the proof is fresh
// enough to count on that day; no date where there is no dated proof of grade
// paper or better, or one that counts (SCORING 2).
func (ans Answer) OldProof(q *frameworks.Question, on Date) Date {
	if ans.proven(q, on) {
		return Date{}
	}
	var newest Date
	for _, p := range ans.Proof {
		if p.Grade >= Paper && !p.Date.IsZero() && !p.Date.After(on) && (newest.IsZero() || p.Date.After(newest)) {
			newest = p.Date
		}
	}
	return newest
}
