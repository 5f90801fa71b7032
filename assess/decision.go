package assess

import "hygeia/frameworks/words"

// Decision is what was decided about the gap of one question.
type Decision struct {
	Kind     DecisionKind
	Owner    string // the responsible role or person; needed to fix or transfer
	Due      Date   // when the fix or transfer is due, or when "later" is looked at again; old files have transfers without
	Reason   string // needed to accept or transfer a risk, and for later
	Approver string // who accepted the risk; needed to accept
	Until    Date   // when an accepted risk expires; needed to accept
	Recorded Date   // when it was written down; set by the program
	By       string // who wrote it down
}

// DecisionKind is what was decided.
type DecisionKind int

// The kinds of decision. Undecided is the zero value and is never saved.
const (
	Undecided DecisionKind = iota
	Fix
	Accept
	Transfer
	Later
)

var decisionWords = words.NewSet[DecisionKind]("decision", "", "fix", "accept", "transfer", "later")

// String returns fix, accept, transfer or later, and nothing for Undecided.
func (k DecisionKind) String() string { return decisionWords.Word(k) }

// ParseDecision reads fix, accept, transfer or later.
func ParseDecision(s string) (DecisionKind, error) { return decisionWords.Parse(s) }

// Date returns the day that counts: the end of an accepted risk, for every
// other decision when it is due. A transfer in an old file may have none.
func (d Decision) Date() Date {
	if d.Kind == Accept {
		return d.Until
	}
	return d.Due
}

// Overdue reports whether a decision is past its date on that day: a fix,
// transfer or "later" past due, an accepted risk past its end.
func (d Decision) Overdue(on Date) bool {
	date := d.Date()
	return !date.IsZero() && on.After(date)
}

// dated reports whether the decision has the date that every decision needs.
func (d Decision) dated() bool { return !d.Date().IsZero() }

// Stands reports whether something is decided and its date is not past on that
// day. What stands is not asked of the board again.
func (d Decision) Stands(on Date) bool {
	return d.Kind != Undecided && d.dated() && !d.Overdue(on)
}

// Rests reports whether the gap is no action on that day: its risk is accepted,
// or somebody else takes it over, up to a date that is not past (SCORING 7).
func (d Decision) Rests(on Date) bool {
	return (d.Kind == Accept || d.Kind == Transfer) && d.Stands(on)
}

// Accepted reports whether the risk is accepted on that day. An accepted gap
// leaves what is asked of the board until the acceptance expires.
func (d Decision) Accepted(on Date) bool {
	return d.Kind == Accept && !d.Overdue(on)
}
