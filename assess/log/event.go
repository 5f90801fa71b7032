// Package log keeps what went out of the folder and what came back, beside the
// quarters: a copy that was made, a service that was asked for and wrote back. It
// is a list of events in the order in which they were written; nothing in it is
// ever changed or removed, and nothing in it counts in a score.
//
// What decisions are to [hygeia/assess/ledger], errands are to this package. A new
// kind of event is one line in kinds; a new field of one is one line in keys.
package log

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// Kind says what an event is. The zero Kind is none and is never saved.
type Kind int

// The kinds of event.
const (
	_               Kind = iota
	Backup               // the folder was copied into one file; What is the file, empty if it went to standard output
	EnrollAsked          // a service was asked for; What is its name, Due when its letter should be back
	EnrollAnswered       // its letter came back, or it began; What is its name
	PacketOut            // a hand-out was made; What is its file, To who is asked, Questions how many it has
	PacketBack           // it came back; What is its file, By who answered, Questions how many answers it had
	PacketWithdrawn      // nobody waits for it any more
	EnrollDropped        // nobody waits for it any more; What is its name
)

// kinds says of each kind how it is written, and which keys it must and may have
// besides its number, day and kind.
var kinds = [...]struct {
	word string
	must []string
	may  []string
}{
	Backup:          {word: "backup", may: []string{"what", "by"}},
	EnrollAsked:     {word: "enroll-asked", must: []string{"what"}, may: []string{"by", "due"}},
	EnrollAnswered:  {word: "enroll-answered", must: []string{"what"}, may: []string{"by"}},
	PacketOut:       {word: "packet-out", must: []string{"packet", "period", "questions"}, may: []string{"what", "to", "due"}},
	PacketBack:      {word: "packet-back", must: []string{"packet", "period", "questions"}, may: []string{"what", "by"}},
	PacketWithdrawn: {word: "packet-withdrawn", must: []string{"packet", "period"}},
	EnrollDropped:   {word: "enroll-dropped", must: []string{"what"}, may: []string{"by"}},
}

// String returns the word of the file, and nothing for the zero Kind.
func (k Kind) String() string { return kinds[k].word }

// ParseKind reads a word of the file.
func ParseKind(s string) (Kind, error) {
	var known []string
	for k, kind := range kinds[1:] {
		if s == kind.word {
			return Kind(k + 1), nil
		}
		known = append(known, kind.word)
	}
	return 0, fmt.Errorf("kind %q: must be one of %s", s, strings.Join(known, ", "))
}

// MaxText is the most characters of a text in an event.
const MaxText = 500

// Event is one line of the log. Its number is its place, counted from 1.
type Event struct {
	Kind Kind
	Day  assess.Date // on which it happened
	What string      // what it is about, see the kinds
	By   string      // who did it; may be empty
	Due  assess.Date // when something should be back; zero if nobody said

	Packet    string // the number of a hand-out
	Period    assess.Quarter
	To        string // who is asked; may be empty
	Questions int
}

// Problems says in words what is wrong with an event by itself. An empty list
// means that it is fine.
func (e Event) Problems() []string {
	if e.Kind <= 0 || int(e.Kind) >= len(kinds) {
		return []string{"its kind is missing"}
	}
	var found []string
	if e.Day.IsZero() {
		found = append(found, "the day is missing")
	}
	for _, k := range keys {
		if slices.Contains(kinds[e.Kind].must, k.name) && !k.has(e) {
			found = append(found, fmt.Sprintf("%s is missing in an event that is %s", k.name, e.Kind))
		}
		if k.has(e) && !k.fits(e.Kind) {
			found = append(found, fmt.Sprintf("%s has no place in an event that is %s", k.name, e.Kind))
		}
	}
	if !e.Due.IsZero() && e.Day.After(e.Due) {
		found = append(found, fmt.Sprintf("%s, when it should be back, is before %s, the day itself", e.Due, e.Day))
	}
	return found
}

// Log is the list of events in the order in which they were written. The zero Log
// is empty and ready to use.
type Log struct{ events []Event }

// Len returns the number of events.
func (l *Log) Len() int { return len(l.events) }

// Events returns all events. The slice is the caller's.
func (l *Log) Events() []Event { return slices.Clone(l.events) }

// Last returns the event of a kind that was written last.
func (l *Log) Last(kind Kind) (Event, bool) {
	for _, e := range slices.Backward(l.events) {
		if e.Kind == kind {
			return e, true
		}
	}
	return Event{}, false
}

// Append writes an event at the end. It refuses what [Event.Problems] names and
// what does not follow from the events before it, and changes nothing then.
func (l *Log) Append(e Event) error {
	for _, text := range []*string{&e.What, &e.By, &e.To, &e.Packet} {
		*text = words.Cut(words.Line(*text), MaxText)
	}
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

// follows says what is wrong with an event as the next one; "" if nothing is.
func (l *Log) follows(e Event) string {
	if e.Kind != EnrollAnswered && e.Kind != EnrollDropped || e.What == "" {
		return ""
	}
	s, asked := l.Enrollment(e.What)
	switch {
	case !asked:
		return fmt.Sprintf("%s was not asked for before", e.What)
	case s.Asked.After(e.Day):
		return fmt.Sprintf("%s is before %s, the day on which %s was asked for", e.Day, s.Asked, e.What)
	case e.Kind == EnrollAnswered && !s.Answered.IsZero():
		return fmt.Sprintf("%s wrote back on %s already", e.What, s.Answered)
	}
	return ""
}
