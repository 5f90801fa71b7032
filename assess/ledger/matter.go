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

// Last returns the day of the latest event.
func (m Matter) Last() assess.Date {
	last := m.First()
	for _, e := range m.Events {
		if e.Day.After(last) {
			last = e.Day
		}
	}
	return last
}

// Asked returns the latest ask.
func (m Matter) Asked() (Event, bool) {
	for _, e := range slices.Backward(m.Events) {
		if e.Kind == Asked {
			return e, true
		}
	}
	return Event{}, false
}

// Begun returns the day of the first ask; zero if it was only brought up.
func (m Matter) Begun() assess.Date {
	for _, e := range m.Events {
		if e.Kind == Asked {
			return e.Day
		}
	}
	return assess.Date{}
}

// Date returns the day that counts: of the decision that stands, or else the one
// suggested by the latest ask; zero if there is neither.
func (m Matter) Date() assess.Date {
	if e, ok := m.Decision(); ok {
		return e.Said.Date()
	}
	e, _ := m.Asked()
	return e.Due
}

// Late reports whether the matter is open and its date is past on that day.
func (m Matter) Late(on assess.Date) bool {
	return m.Closed.IsZero() && !m.Date().IsZero() && on.After(m.Date())
}

// State says in a word how the matter stands on that day: done, undecided,
// decided, accepted, overdue or expired.
func (m Matter) State(on assess.Date) string {
	e, ok := m.Decision()
	switch {
	case !m.Closed.IsZero():
		return "done"
	case !ok:
		return "undecided"
	case m.Late(on) && e.Said.Kind == assess.Accept:
		return "expired"
	case m.Late(on):
		return "overdue"
	case e.Said.Kind == assess.Accept:
		return "accepted"
	}
	return "decided"
}

// everDecided reports whether something was decided, and be it taken back.
func (m Matter) everDecided() bool {
	return slices.ContainsFunc(m.Events, func(e Event) bool { return e.Kind == Decided })
}

// Closing is one quarter's word on gaps: on its as-of day, which questions had
// none any more.
type Closing struct {
	Period assess.Quarter
	AsOf   assess.Date
	Closed func(question string) bool // false too where the question is not asked; may have to read the quarter
}

// over reports whether the quarter closed a matter of that question and first day.
func (c Closing) over(question string, first assess.Date) bool {
	return !first.After(c.AsOf) && c.Closed(question)
}

// Matters returns the matters of the events that happened up to and including a
// day, by number. A matter is closed by the first of the quarters, oldest first,
// whose as-of day is not before its first event and in which its question has no
// gap; where that quarter is gone, by the next matter about the same question.
// The zero day takes all events.
func (l *Ledger) Matters(on assess.Date, quarters []Closing) []Matter {
	var matters []Matter
	at := map[int]int{}
	for _, e := range l.events {
		if !on.IsZero() && e.Day.After(on) {
			continue
		}
		i, begun := at[e.Matter]
		if !begun {
			i = len(matters)
			at[e.Matter] = i
			matters = append(matters, Matter{Number: e.Matter, Question: e.Question})
		}
		matters[i].Events = append(matters[i].Events, e)
	}
	slices.SortFunc(matters, func(x, y Matter) int { return x.Number - y.Number })
	for i := range matters {
		matters[i].close(quarters, matters[i+1:])
	}
	return matters
}

func (m *Matter) close(quarters []Closing, later []Matter) {
	for _, q := range quarters {
		if q.over(m.Question, m.First()) {
			m.Closed = q.AsOf
			return
		}
	}
	for _, next := range later {
		if next.Question == m.Question {
			m.Closed = next.First()
			return
		}
	}
}

// Next returns the number of the next new matter.
func (l *Ledger) Next() int {
	n := 0
	for _, e := range l.events {
		n = max(n, e.Matter)
	}
	return n + 1
}
