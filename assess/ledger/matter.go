package ledger

import (
	"slices"

	"hygeia/assess"
)

// Matter is one question from its first ask or decision until its gap is closed.
type Matter struct {
	Number   int
	Question string
	Events   []Event     // of this matter, in the order written, never empty
	Closed   assess.Date // the as-of day of the first quarter that shows its gap closed; zero while it is open
}

// First returns the day on which the matter began.
func (m Matter) First() assess.Date { return m.Events[0].Day }

// Asks returns how often a report asked.
func (m Matter) Asks() int {
	n := 0
	for _, e := range m.Events {
		if e.Kind == Asked {
			n++
		}
	}
	return n
}

// Suggested returns the date suggested when a report first asked; zero if none did.
func (m Matter) Suggested() assess.Date {
	for _, e := range m.Events {
		if e.Kind == Asked {
			return e.Due
		}
	}
	return assess.Date{}
}

// Decision returns the event whose decision stands.
func (m Matter) Decision() (Event, bool) {
	i := standing(m.Events)
	if i < 0 {
		return Event{}, false
	}
	return m.Events[i], true
}

// Redated returns how often a decision that stood got a later date.
func (m Matter) Redated() int {
	n, last := 0, assess.Date{}
	for i, e := range m.Events {
		if e.Kind == Decided && standing(m.Events[:i+1]) == i {
			date := e.Said.Date()
			if !last.IsZero() && date.After(last) {
				n++
			}
			last = date
		}
	}
	return n
}

// Cost returns the newest quote in whole US dollars; 0 if there is none.
func (m Matter) Cost() int {
	for _, e := range slices.Backward(m.Events) {
		if e.Cost > 0 {
			return e.Cost
		}
	}
	return 0
}

// Closing is one quarter's word on gaps: on its as-of day, which questions had
// none any more.
type Closing struct {
	AsOf   assess.Date
	Closed func(question string) bool // false too where the question is not asked
}

// Matters returns the matters of the events written up to and including a day,
// by number. A matter is closed by the first of the quarters, oldest first,
// whose as-of day is not before its first event and in which its question has no
// gap. The zero day takes all events.
func (l *Ledger) Matters(on assess.Date, quarters []Closing) []Matter {
	var matters []Matter
	for _, e := range l.events {
		switch {
		case !on.IsZero() && e.Day.After(on):
		case e.Matter <= len(matters):
			m := &matters[e.Matter-1]
			m.Events = append(m.Events, e)
		default: // numbers are given in order, see [Ledger.Append]
			matters = append(matters, Matter{Number: e.Matter, Question: e.Question, Events: []Event{e}})
		}
	}
	for i := range matters {
		m := &matters[i]
		for _, q := range quarters {
			if !m.First().After(q.AsOf) && q.Closed(m.Question) {
				m.Closed = q.AsOf
				break
			}
		}
	}
	return matters
}

// Open returns the open matter about a question.
func Open(matters []Matter, question string) (Matter, bool) {
	for _, m := range slices.Backward(matters) {
		if m.Question == question {
			return m, m.Closed.IsZero()
		}
	}
	return Matter{}, false
}

// Decisions returns the decisions of open matters that stand, by question. They
// are what a quarter's plan and figures look at.
func Decisions(matters []Matter) map[string]assess.Decision {
	decisions := map[string]assess.Decision{}
	for _, m := range matters {
		if e, ok := m.Decision(); ok && m.Closed.IsZero() {
			decisions[m.Question] = e.Said
		}
	}
	return decisions
}

// Next returns the number of the next new matter.
func (l *Ledger) Next() int {
	n := 0
	for _, e := range l.events {
		n = max(n, e.Matter)
	}
	return n + 1
}
