package assess

import (
	"fmt"
	"maps"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Fact is what was answered to a fact of the content: what a board minutes and what
// care rests on when the computers stand still. It is never scored.
type Fact struct {
	Value    string  // as [frameworks.Fact.Read] returns it
	Recorded Date    // when it was written down or confirmed
	By       string  // who said so
	Carried  Quarter // the quarter it was last said in, if not this one
}

// SetFact records an answer on that day; an empty one takes it away. It refuses
// what is no answer to such a fact, and changes nothing then.
func (a *Assessment) SetFact(f *frameworks.Fact, value, by string, on Date) error {
	facts := maps.Clone(a.Facts)
	if facts == nil {
		facts = map[string]Fact{}
	}
	if words.Line(value) == "" {
		delete(facts, f.Key)
	} else {
		value, err := ReadFact(f, value, on)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Key, err)
		}
		facts[f.Key] = Fact{Value: value, Recorded: on, By: words.Line(by)}
	}
	a.Facts = facts
	a.touch(on)
	return nil
}

// ReadFact returns an answer as it is kept, read from what was typed on that day,
// or says what would be right. A day that is to come is read ahead, every other
// one back, and may not lie on the other side of today.
func ReadFact(f *frameworks.Fact, value string, on Date) (string, error) {
	return f.Read(value, func(s string) (string, error) {
		read := DayPast
		if f.Ahead {
			read = DayAhead
		}
		d, err := read(s, on)
		switch {
		case err != nil:
			return "", err
		case !f.Ahead && d.After(on):
			return "", fmt.Errorf("%s is still to come; give the day on which it was, or unknown", d)
		}
		return d.String(), nil
	})
}

// PlaceKind is hospital or clinic, as facts tell places apart: a clinic counts
// clinicians and has no beds.
func (o Organization) PlaceKind() string {
	if o.Beds == 0 && o.Clinicians > 0 && !o.Critical {
		return "clinic"
	}
	return "hospital"
}

// StatedFact is a fact that is asked, with what was answered.
type StatedFact struct {
	*frameworks.Fact
	Said Fact // the zero Fact if nothing was answered
	Old  bool // the answer, or the day it gives, is older than the fact stays fresh; a day to come is over
}

// AskedFacts returns the facts that a quarter asks, in the order of the content,
// with their answers as they stand on a day, which is the as-of day in a report.
func AskedFacts(lib *frameworks.Library, a *Assessment, on Date) []StatedFact {
	var list []StatedFact
	for _, f := range lib.Facts {
		if f.AskedOf(a.Organization.PlaceKind(), a.Organization.Country) {
			said := a.Facts[f.Key]
			list = append(list, StatedFact{f, said, said.old(f, on)})
		}
	}
	return list
}

// old reports whether an answer is old on that day.
func (said Fact) old(f *frameworks.Fact, on Date) bool {
	if said.Value == "" {
		return false
	}
	if day, err := ParseDate(said.Value); f.Kind == frameworks.DayFact && err == nil {
		return f.Ahead && on.After(day) || f.Fresh > 0 && on.DaysSince(day) > f.Fresh
	}
	return f.Fresh > 0 && on.DaysSince(said.Recorded) > f.Fresh
}

// carriedFacts returns the facts that go into the next quarter, each marked with
// the quarter it was last said in.
func (a *Assessment) carriedFacts(lib *frameworks.Library) map[string]Fact {
	var facts map[string]Fact
	for _, key := range slices.Sorted(maps.Keys(a.Facts)) {
		f, known := lib.Fact(key)
		if !known || f.Quarterly {
			continue
		}
		said := a.Facts[key]
		if said.Carried.IsZero() {
			said.Carried = a.Period
		}
		if facts == nil {
			facts = map[string]Fact{}
		}
		facts[key] = said
	}
	return facts
}
