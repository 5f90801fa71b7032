package assess

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// decisionNames are what a decision may say, under the names of the saved file.
var decisionNames = []string{"owner", "due", "reason", "approver", "until"}

// decisionFields says, for each kind of decision, what it needs and what it may
// say besides.
var decisionFields = [...]struct{ needs, allows []string }{
	Fix:      {[]string{"owner", "due"}, []string{"reason"}},
	Accept:   {[]string{"reason", "approver", "until"}, nil},
	Transfer: {[]string{"owner", "reason", "due"}, nil},
	Later:    {[]string{"reason", "due"}, nil},
}

// Needs returns what a decision of that kind cannot do without: some of owner,
// due, reason, approver and until, in the order in which to ask for them.
func (k DecisionKind) Needs() []string { return slices.Clone(decisionFields[k].needs) }

func (k DecisionKind) takes(name string) bool {
	return slices.Contains(decisionFields[k].needs, name) || slices.Contains(decisionFields[k].allows, name)
}

// Decide records what was decided about the gap of a question on that day, in
// the place of an earlier decision. It refuses what [Decision.Problems] names
// and changes nothing then. It cleans the texts and sets the day and who wrote
// it down. Undecided takes the decision away. No decision changes a score.
func (a *Assessment) Decide(q *frameworks.Question, d Decision, by string, on Date) error {
	if d.Kind == Undecided {
		delete(a.Decisions, q.Key)
		a.touch(on)
		return nil
	}
	d.Owner, d.Approver, d.Reason = words.Line(d.Owner), words.Line(d.Approver), words.Clean(d.Reason)
	d.Recorded, d.By = on, words.Line(by)
	if found := d.Problems(on); len(found) > 0 {
		return errors.New(q.Key + ": " + strings.Join(found, "; "))
	}
	if a.Decisions == nil {
		a.Decisions = map[string]Decision{}
	}
	a.Decisions[q.Key] = d
	a.touch(on)
	return nil
}

// Problems says in words what is missing from a decision or not allowed in it,
// if it were made on that day (SCORING 7 rule 7). An empty list means that it
// is fine.
func (d Decision) Problems(on Date) []string {
	if d.Kind < Fix || d.Kind > Later {
		return []string{"a decision is missing: fix, accept, transfer or later"}
	}
	var p problems
	for _, name := range decisionFields[d.Kind].needs {
		p.when(d.field(name) == "", "%s", d.Kind.Missing(name))
	}
	for _, name := range decisionNames {
		p.when(!d.Kind.takes(name) && d.field(name) != "", "%s has no place in %q", name, d.Kind)
	}
	for _, wrong := range d.dateProblems(on) {
		p.add("%s", wrong.text)
	}
	p.length("the owner", d.Owner, MaxRole)
	p.length("the approver", d.Approver, MaxRole)
	p.length("the reason", d.Reason, MaxBrief)
	p.length("the name of who writes it down", d.By, MaxRole)
	return p
}

// field returns what a decision says under a name of its file.
func (d Decision) field(name string) string {
	switch name {
	case "owner":
		return words.Clean(d.Owner)
	case "due":
		return d.Due.String()
	case "reason":
		return words.Clean(d.Reason)
	case "approver":
		return words.Clean(d.Approver)
	}
	return d.Until.String()
}

// DateProblem says what is wrong with the dates of a decision made on that day;
// "" if nothing is.
func (d Decision) DateProblem(on Date) string {
	for _, wrong := range d.dateProblems(on) {
		return wrong.text
	}
	return ""
}

// Missing asks in words for what a decision of that kind lacks, by its name in
// the file: owner, due, reason, approver or until.
func (k DecisionKind) Missing(field string) string {
	switch field {
	case "owner":
		if k == Transfer {
			return "an owner is missing: who takes the risk over?"
		}
		return "an owner is missing: which role or person sees to it?"
	case "due":
		switch k {
		case Later:
			return "a due date is missing: when is it looked at again?"
		case Transfer:
			return "a due date is missing: by when has the other one taken it over?"
		}
		return "a due date is missing: by when is it done?"
	case "approver":
		return "an approver is missing: who accepts the risk?"
	case "until":
		return "an end is missing: until when is the risk accepted?"
	}
	return "a reason is missing: why " + map[DecisionKind]string{
		Accept: "is the risk accepted?", Transfer: "is the risk someone else's?", Later: "not now?",
	}[k]
}

// datedProblem is a date that a decision may not have, under its name in the file.
type datedProblem struct{ field, text string }

// dateProblems checks the dates of a decision made on that day. An accepted
// risk, and what is put off, is looked at again within a year, so that neither
// is forgotten.
func (d Decision) dateProblems(on Date) []datedProblem {
	var found []datedProblem
	when := func(wrong bool, field, format string, args ...any) {
		if wrong {
			found = append(found, datedProblem{field, fmt.Sprintf(format, args...)})
		}
	}
	last := on.NextYear()
	when(!d.Due.IsZero() && on.After(d.Due), "due", "the due date %s is over: choose a day from %s on", d.Due, on)
	when(d.Kind == Later && d.Due.After(last), "due", "the due date %s is more than a year away: the latest for %q is %s", d.Due, d.Kind, last)
	when(!d.Until.IsZero() && !d.Until.After(on), "until", "until %s is not after %s: choose a day up to %s", d.Until, on, last)
	when(d.Until.After(last), "until", "until %s is more than a year away: the latest is %s", d.Until, last)
	return found
}
