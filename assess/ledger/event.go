// Package ledger keeps what a board was asked and what was decided, beside the
// quarters: a list of events in the order in which they were written. Nothing
// in it is ever changed or removed; taking something back is an event too.
//
// A [Matter] is one question from its first ask or decision until its gap is
// closed. Its number is for life, and a later gap of the same question is a new
// matter. That a gap is closed is never typed: it follows from the quarters.
package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
)

// Kind says what an event is. The zero Kind is none and is never saved.
type Kind int

// The kinds of event. A matter begins with Asked or Raised.
const (
	_         Kind = iota
	Asked          // a finished quarter's report asked the board for a decision
	Raised         // somebody brought it up without being asked by a report
	Decided        // the board decided; Decision says what
	Withdrawn      // the latest decision of the matter is taken back
)

var kindWords = [...]string{"", "asked", "raised", "decided", "withdrawn"}

// String returns asked, raised, decided or withdrawn, and nothing for the zero Kind.
func (k Kind) String() string { return kindWords[k] }

// ParseKind reads asked, raised, decided or withdrawn.
func ParseKind(s string) (Kind, error) {
	for k := Asked; k <= Withdrawn; k++ {
		if s == k.String() {
			return k, nil
		}
	}
	return 0, fmt.Errorf("what %q: must be asked, raised, decided or withdrawn", s)
}

// MaxCost is the largest amount a quote may have, in whole US dollars.
const MaxCost = 1_000_000_000

// Event is one line of the ledger. Its number is its place, counted from 1.
type Event struct {
	Kind     Kind
	Day      assess.Date // on which it happened
	Matter   int         // its number, from 1
	Question string      // the key of the question the matter is about

	Period assess.Quarter  // Asked: the quarter whose report asks
	Due    assess.Date     // Asked: the date suggested then, which never moves
	Lead   string          // Asked: who was to lead it, as printed then
	Cost   int             // Decided: a quote of one's own in whole US dollars; 0 if none
	Said   assess.Decision // Decided: what was decided; its Recorded and By are the day and the writer of the event
	By     string          // who wrote it down
}

// Problems says in words what is wrong with an event by itself. An empty list
// means that it is fine.
func (e Event) Problems() []string {
	var found []string
	when := func(wrong bool, format string, args ...any) {
		if wrong {
			found = append(found, fmt.Sprintf(format, args...))
		}
	}
	when(e.Kind < Asked || e.Kind > Withdrawn, "what happened is missing: asked, raised, decided or withdrawn")
	when(e.Day.IsZero(), "the day is missing")
	when(e.Matter < 1, "the number of the matter is missing")
	when(e.Question == "", "the question is missing")
	when(e.Cost < 0 || e.Cost > MaxCost, "a cost of %d dollars: must be from 0 to %d", e.Cost, MaxCost)
	if e.Kind == Asked {
		when(e.Period.IsZero(), "the quarter that asks is missing")
		when(e.Due.IsZero(), "the suggested date is missing")
		when(!e.Due.IsZero() && e.Day.After(e.Due), "the suggested date %s is before the day of the ask, %s", e.Due, e.Day)
	}
	if e.Kind == Decided {
		found = append(found, e.Said.Problems(e.Day)...)
	}
	return found
}

// Ledger is the list of events in the order in which they were written. The
// zero Ledger is empty and ready to use.
type Ledger struct{ events []Event }

// Len returns the number of events.
func (l *Ledger) Len() int { return len(l.events) }

// Questions returns the keys of the questions that the events are about.
func (l *Ledger) Questions() map[string]bool {
	keys := map[string]bool{}
	for _, e := range l.events {
		keys[e.Question] = true
	}
	return keys
}

// Events returns the first n events, all of them if there are fewer. The slice
// is the caller's.
func (l *Ledger) Events(n int) []Event { return slices.Clone(l.events[:min(max(n, 0), len(l.events))]) }

// Append writes an event at the end. It refuses what [Event.Problems] names and
// what does not follow from the events before it, and changes nothing then.
func (l *Ledger) Append(e Event) error {
	e = e.tidy()
	found := e.Problems()
	if wrong := l.follows(e); wrong != "" {
		found = append(found, wrong)
	}
	if len(found) > 0 {
		return errors.New(strings.Join(found, "; "))
	}
	l.events = append(l.events, e)
	return nil
}

// tidy cleans the texts and puts day and writer into the decision.
func (e Event) tidy() Event {
	e.Lead, e.By = line(e.Lead), line(e.By)
	if e.Kind == Decided {
		e.Said.Owner, e.Said.Approver, e.Said.Reason = line(e.Said.Owner), line(e.Said.Approver), assess.Clean(e.Said.Reason)
		e.Said.Recorded, e.Said.By = e.Day, e.By
	}
	return e
}

func line(s string) string { return strings.ReplaceAll(assess.Clean(s), "\n", " ") }

// follows says what is wrong with an event as the next one; "" if nothing is.
func (l *Ledger) follows(e Event) string {
	var before []Event
	highest := 0
	for _, old := range l.events {
		highest = max(highest, old.Matter)
		if old.Matter == e.Matter {
			before = append(before, old)
		}
	}
	opens := e.Kind == Asked || e.Kind == Raised
	switch {
	case len(before) == 0 && !opens:
		return fmt.Sprintf("matter %d is %s, but was neither asked nor raised before", e.Matter, e.Kind)
	case len(before) == 0 && e.Matter != highest+1:
		return fmt.Sprintf("matter %d: the next new matter is number %d", e.Matter, highest+1)
	case len(before) == 0:
		return ""
	case before[0].Question != e.Question:
		return fmt.Sprintf("matter %d is about %s and not about %s", e.Matter, before[0].Question, e.Question)
	case e.Kind == Raised:
		return fmt.Sprintf("matter %d is there already and need not be raised again", e.Matter)
	case before[0].Day.After(e.Day):
		return fmt.Sprintf("%s is before %s, the day on which matter %d was %s", e.Day, before[0].Day, e.Matter, before[0].Kind)
	case e.Kind == Asked && slices.ContainsFunc(before, func(b Event) bool { return b.Kind == Asked && b.Period == e.Period }):
		return fmt.Sprintf("matter %d was asked in %s already", e.Matter, e.Period)
	case e.Kind != Asked && decidedAfter(before, e.Day):
		return fmt.Sprintf("%s is before the day of the latest decision about matter %d, which cannot be replaced by an earlier one", e.Day, e.Matter)
	case e.Kind == Withdrawn && standing(before) < 0:
		return fmt.Sprintf("matter %d has no decision that could be withdrawn", e.Matter)
	}
	return ""
}

// decidedAfter reports whether something was decided or taken back after that day.
func decidedAfter(events []Event, on assess.Date) bool {
	return slices.ContainsFunc(events, func(e Event) bool { return (e.Kind == Decided || e.Kind == Withdrawn) && e.Day.After(on) })
}

// standing returns the place of the decision that stands after the events of one
// matter, and -1 if none does. A withdrawal takes back the latest decision, so
// that the one before it stands again.
func standing(events []Event) int {
	var decisions []int
	for i, e := range events {
		switch {
		case e.Kind == Decided:
			decisions = append(decisions, i)
		case e.Kind == Withdrawn && len(decisions) > 0:
			decisions = decisions[:len(decisions)-1]
		}
	}
	if len(decisions) == 0 {
		return -1
	}
	return decisions[len(decisions)-1]
}
