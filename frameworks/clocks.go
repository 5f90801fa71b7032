package frameworks

import (
	"cmp"
	"slices"
)

// Clocks are the time limits within which somebody must be told, by place. Like
// the page they stand on they are content; a library from before there was such a
// file has none.
type Clocks struct {
	Reviewed  string  // the day they were last looked through, "2026-11-27"
	Federal   []Clock // of the United States
	AskState  []string
	States    []State // and the district and the territories, by code
	Countries []Country
	Elsewhere Country // what holds for a country of which nothing is known; without Codes
}

// State is a state, the district or a territory of the United States.
type State struct {
	Code, Name string // "TX", "Texas"
	Clocks     []Clock
	Ask        []string // who must be asked, because nothing was confirmed
	Note       string   // may be empty
	HIPAA      HIPAA
}

// HIPAA says what a state's general law does with a place that follows the
// federal notice.
type HIPAA string

// The effects; the zero value says that none of them was seen.
const (
	NoticeCounts HIPAA = "counts" // the federal notice is enough
	OfficeTold   HIPAA = "told"   // it counts, but the state's office is told all the same
	PlaceExempt  HIPAA = "exempt" // the law does not reach the place
)

// Country is a country, or several with the same clocks, outside the United States.
type Country struct {
	Codes  []string // two small letters each
	Calls  []Call   // where to report
	Clocks []Clock
	Ask    []string
	Note   string
}

// Locale is where a page is for, with what holds there.
type Locale struct {
	Country string // two small letters
	Name    string // "Texas", "Germany"; empty for the United States without a state
	Calls   []Call // of the country; those of the United States stand on the page
	Clocks  []Clock
	Ask     []Clock // Tell and nothing else: to be asked
	Note    string
	HIPAA   HIPAA
}

// Home reports whether the place is in the United States.
func (p *Locale) Home() bool { return p.Country == homeCountry }

const homeCountry = "us"

// InState returns what holds in a state of the United States, the state's own
// clocks first; nil stands for a state that was not told.
func (c *Clocks) InState(s *State) *Locale {
	p := &Locale{Country: homeCountry}
	if s == nil {
		p.Ask = asks("state ", c.AskState)
	} else {
		p.Name, p.Note, p.HIPAA = s.Name, s.Note, s.HIPAA
		p.Ask = asks(s.Code+" ", s.Ask)
		for _, clock := range s.Clocks {
			clock.Tell = s.Code + ": " + clock.Tell
			p.Clocks = append(p.Clocks, clock)
		}
	}
	p.Clocks = append(p.Clocks, c.Federal...)
	return p
}

// InCountry returns what holds in a country, given by its two small letters. For
// one of which nothing is known that is whom to ask.
func (c *Clocks) InCountry(code string) *Locale {
	if code == homeCountry {
		return c.InState(nil)
	}
	found := c.Elsewhere
	for _, country := range c.Countries {
		if slices.Contains(country.Codes, code) {
			found = country
		}
	}
	p := &Locale{Country: code, Name: cmp.Or(CountryName(code), code), Calls: found.Calls, Clocks: found.Clocks, Ask: asks("", found.Ask), Note: found.Note}
	if len(p.Calls) == 0 {
		p.Calls = c.Elsewhere.Calls
	}
	return p
}

func asks(before string, who []string) []Clock {
	var list []Clock
	for _, w := range who {
		list = append(list, Clock{Tell: before + w})
	}
	return list
}
