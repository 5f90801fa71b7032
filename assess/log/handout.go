package log

import (
	"slices"

	"hygeia/assess"
)

// Handout is how far a hand-out is.
type Handout struct {
	Packet    string
	Period    assess.Quarter
	To        string // who is asked; may be empty
	File      string // as it was written; may be empty
	Questions int
	Out, Due  assess.Date // Due is zero if nobody said
	Back      assess.Date // when it came back the last time; zero while nothing did
	By        string      // who answered then
	Answered  int         // the most answers that it came back with
	Withdrawn assess.Date // since when nobody waits for it any more; zero if somebody does
}

// Waiting reports whether it is out: nothing came back, and somebody waits for it.
func (h Handout) Waiting() bool { return h.Back.IsZero() && h.Withdrawn.IsZero() }

// Overdue reports whether nothing came back by the day it was due.
func (h Handout) Overdue(today assess.Date) bool {
	return h.Waiting() && !h.Due.IsZero() && today.After(h.Due)
}

// Handouts returns how far each hand-out of a quarter is, in the order in which they
// were made. One that came back and was never made here, such as one from another
// computer, is not among them.
func (l *Log) Handouts(period assess.Quarter) []Handout {
	var all []Handout
	for _, e := range l.events {
		if e.Period != period {
			continue
		}
		i := slices.IndexFunc(all, func(h Handout) bool { return h.Packet == e.Packet })
		switch {
		case e.Kind == PacketOut && i < 0:
			all = append(all, Handout{Packet: e.Packet, Period: e.Period, To: e.To, File: e.What, Questions: e.Questions, Out: e.Day, Due: e.Due})
		case e.Kind == PacketOut:
			all[i].File, all[i].Withdrawn = e.What, assess.Date{} // written once more, in another form or elsewhere
		case e.Kind == PacketBack && i >= 0:
			all[i].Back, all[i].By, all[i].Answered = e.Day, e.By, max(all[i].Answered, e.Questions)
		case e.Kind == PacketWithdrawn && i >= 0:
			all[i].Withdrawn = e.Day
		}
	}
	return all
}
