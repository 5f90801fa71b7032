package frameworks

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hygeia/frameworks/words"
)

// Fact is a second kind of question: what a board minutes and what care rests on
// when the computers stand still. It is answered with a day, a number of hours or
// a few words, is never scored, and belongs to no framework.
type Fact struct {
	Key       string // of ours; never changes its meaning and is never used again
	Group     string // OversightFacts, PatientFacts or GuideFacts
	Title     string // a few words
	Text      string // the question, ends in "?"
	Kind      FactKind
	Ask       []string // who would know, best first; [RoleName] has the words
	Fresh     int      // days after which the answer, or the day it gives, is old; 0 for never
	Ahead     bool     // of a day: it is to come, and old once it is over
	Quarterly bool     // it is about one quarter and not carried into the next
	Country   string   // asked only there; empty for everywhere
	Places    []string // "hospital", "clinic"; empty for both
	Service   string   // what care it is about, such as "Emergency"; empty if none
	Measure   string   // of a service: MeasurePaper, MeasureRestore or MeasureTook
}

// The groups of facts, which are asked like sections.
const (
	OversightFacts = "oversight"
	PatientFacts   = "patients"
	GuideFacts     = "guide" // what the sector's implementation guide wants written down
)

// What is asked about each service.
const (
	MeasurePaper   = "paper"   // hours it can go on without computers
	MeasureRestore = "restore" // day on which bringing it back was last tested
	MeasureTook    = "took"    // hours that took
)

// FactKind says what a fact is answered with. The zero FactKind is none.
type FactKind int

// The kinds of fact.
const (
	_ FactKind = iota
	DayFact
	HoursFact
	YesNoFact
	TextFact
	TierFact // 1 to 4
)

var factKinds = words.NewSet[FactKind]("kind", "", "day", "hours", "yes-no-unknown", "text", "tier")

// String returns day, hours, yes-no-unknown, text or tier.
func (k FactKind) String() string { return factKinds.Word(k) }

// The words that answer a fact of every kind.
const (
	FactUnknown = "unknown"        // nobody could say
	FactAbsent  = "does-not-apply" // the place has no such thing
)

// Limits of what a fact is answered with.
const (
	MaxFactHours = 8760 // a year
	MaxFactText  = 200  // characters
)

// Read returns an answer as it is kept, or says what would be right: the words
// [FactUnknown] and [FactAbsent] for every kind; a day as 2027-05-27, which day
// reads from what was typed; hours and tiers as whole numbers; yes or no.
func (f *Fact) Read(s string, day func(string) (string, error)) (string, error) {
	s = words.Line(s)
	switch strings.ToLower(s) {
	case "":
		return "", errors.New("an answer is missing")
	case FactUnknown, "don't know", "dont know", "?":
		return FactUnknown, nil
	case FactAbsent, "n/a", "not here":
		return FactAbsent, nil
	}
	switch f.Kind {
	case DayFact:
		return day(s)
	case HoursFact:
		return f.hours(s)
	case TierFact:
		return number(s, 1, 4)
	case YesNoFact:
		if s := strings.ToLower(s); s == "yes" || s == "no" {
			return s, nil
		}
		return "", fmt.Errorf("%q: must be yes, no or unknown", s)
	}
	if len([]rune(s)) > MaxFactText {
		return "", fmt.Errorf("%d characters; at most %d fit", len([]rune(s)), MaxFactText)
	}
	return s, nil
}

// hours reads hours as people write them: "6", "6 hours", "2 days".
func (f *Fact) hours(s string) (string, error) {
	n, unit, _ := strings.Cut(strings.ToLower(s), " ")
	times := 1
	switch unit {
	case "", "h", "hour", "hours":
	case "day", "days":
		times = 24
	default:
		return "", fmt.Errorf("%q: must be a number of hours, such as 6, or does-not-apply", s)
	}
	text, err := number(n, 0, MaxFactHours/times)
	if err != nil {
		return "", err
	}
	count, err := strconv.Atoi(text)
	return strconv.Itoa(count * times), err
}

func number(s string, least, most int) (string, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		return "", fmt.Errorf("%q: must be a whole number from %d to %d, or unknown", s, least, most)
	}
	return strconv.Itoa(n), nil
}

// AskedOf reports whether a place of that kind and country is asked.
func (f *Fact) AskedOf(place, country string) bool {
	return (len(f.Places) == 0 || slices.Contains(f.Places, place)) && (f.Country == "" || country == "" || f.Country == country)
}

// Fact returns the fact with that key.
func (l *Library) Fact(key string) (*Fact, bool) {
	i := slices.IndexFunc(l.Facts, func(f *Fact) bool { return f.Key == key })
	if i < 0 {
		return nil, false
	}
	return l.Facts[i], true
}
