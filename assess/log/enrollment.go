package log

import (
	"slices"

	"hygeia/assess"
)

// Enrollment is how far signing up for a service is.
type Enrollment struct {
	Service  string
	Asked    assess.Date // the first time since it last wrote back
	Again    assess.Date // the last time after that; zero if it was asked once
	Due      assess.Date // when its letter should be back; zero if nobody said
	Answered assess.Date // zero while nothing came back
}

// Waiting returns for how many days nothing came back on that day, and whether
// somebody waits at all. Asking again begins no new count.
func (s Enrollment) Waiting(today assess.Date) (days int, waiting bool) {
	if !s.Answered.IsZero() || s.Asked.After(today) {
		return 0, false
	}
	return today.DaysSince(s.Asked), true
}

// Enrollments returns how far each service is that was asked for, in the order of
// the first ask.
func (l *Log) Enrollments() []Enrollment {
	var all []Enrollment
	for _, e := range l.events {
		i := slices.IndexFunc(all, func(s Enrollment) bool { return s.Service == e.What })
		switch {
		case e.Kind == EnrollAsked && i < 0:
			all = append(all, Enrollment{Service: e.What, Asked: e.Day, Due: e.Due})
		case e.Kind == EnrollAsked && !all[i].Answered.IsZero():
			all[i] = Enrollment{Service: e.What, Asked: e.Day, Due: e.Due}
		case e.Kind == EnrollAsked:
			all[i].Again, all[i].Due = e.Day, e.Due
		case e.Kind == EnrollAnswered && i >= 0:
			all[i].Answered = e.Day
		case e.Kind == EnrollDropped && i >= 0:
			all = slices.Delete(all, i, i+1)
		}
	}
	return all
}

// Enrollment returns how far one service is, and whether it was asked for.
func (l *Log) Enrollment(service string) (Enrollment, bool) {
	for _, s := range l.Enrollments() {
		if s.Service == service {
			return s, true
		}
	}
	return Enrollment{}, false
}
