package form

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Facts is one sitting over facts.
type Facts struct {
	Facts []assess.StatedFact
	Today assess.Date
	Take  func(f *frameworks.Fact, value string) error // records an answer and writes the quarter
}

// RunFacts asks full screen, one fact a screen. Each answer is taken before the next
// is asked; a fact may be left as it is. It returns an error when an answer could
// not be taken, and asks nothing more then.
func RunFacts(ctx context.Context, t Terminal, f *Facts) (Outcome, error) {
	s := &stating{Facts: f}
	outcome, err := runInquiry(ctx, t, s.fact(0))
	if s.failed != nil {
		return outcome, s.failed
	}
	return outcome, err
}

// PlainFacts asks the same line by line.
func PlainFacts(ctx context.Context, t Terminal, f *Facts) (Outcome, error) {
	s := &stating{Facts: f}
	p := newPlain(ctx, t)
	outcome := p.inquire(s.fact(0))
	if s.failed != nil {
		return outcome, s.failed
	}
	return outcome, p.failed
}

type stating struct {
	*Facts
	failed error // of taking an answer
}

// leaveFact is the key of the option that says nothing, emptyFact that of the one
// that takes away what was said.
const (
	leaveFact = "5"
	emptyFact = "6"
)

// yesNoOptions are the answers to a fact that is so or not.
var yesNoOptions = []option{
	{key: "1", title: "Yes", words: []string{"y"}},
	{key: "2", title: "No", words: []string{"n"}},
	{key: "3", title: "Does not apply", words: []string{frameworks.FactAbsent}, detail: "There is no such thing here."},
	{key: "0", title: "Don't know", words: []string{frameworks.FactUnknown, "unknown"}},
	{key: leaveFact, title: "Leave it as it is", words: []string{"skip"}, detail: "Nothing is recorded; the next one comes."},
}

func yesNoValues() map[string]string {
	return map[string]string{"1": "yes", "2": "no", "3": frameworks.FactAbsent, "0": frameworks.FactUnknown}
}

// fact asks one fact and, when that is said, the next.
func (s *stating) fact(i int) *inquiry {
	f := &s.Facts.Facts[i]
	in := &inquiry{
		title:   fmt.Sprintf("%d of %d: %s", i+1, len(s.Facts.Facts), f.Title),
		fields:  []func(map[string]string) field{always(s.field(*f))},
		leaving: "Esc stops; what was said is saved",
		finish: func(got map[string]string) *inquiry {
			s.take(f, got["value"])
			if s.failed != nil || i+1 == len(s.Facts.Facts) {
				return nil
			}
			return s.fact(i + 1)
		},
	}
	if i > 0 {
		in.before = func() *inquiry { return s.fact(i - 1) }
	}
	return in
}

// take records what was said of a fact, unless it is left as it is. What was there
// and is emptied is taken away.
func (s *stating) take(f *assess.StatedFact, value string) {
	if f.Kind == frameworks.YesNoFact {
		if value == leaveFact {
			return
		}
		value = yesNoValues()[value]
	}
	if value == "" && f.Said.Value == "" {
		return
	}
	if _, s.failed = kept(s.Take(f.Fact, value)); s.failed == nil {
		f.Said = assess.Fact{Value: value, Recorded: s.Today}
	}
}

func (s *stating) field(f assess.StatedFact) field {
	about := []string{f.Text, "Who would know: " + roleNames(f.Ask) + "."}
	if f.Said.Value != "" && !f.Said.Carried.IsZero() {
		about = append(about, fmt.Sprintf("In %s: %s. Given again, it counts as confirmed.", f.Said.Carried, f.Said.Value))
	}
	if f.Kind == frameworks.YesNoFact {
		start := leaveFact
		for key, value := range yesNoValues() {
			if value == f.Said.Value {
				start = key
			}
		}
		options := yesNoOptions
		if f.Said.Value != "" {
			options = append(slices.Clone(options), option{key: emptyFact, title: "Take it away", words: []string{"-"}, detail: "As if nobody had said it."})
		}
		return field{kind: pick, key: "value", title: "Is it so?", about: about, options: options, start: start}
	}
	empty := "Empty leaves it as it is."
	if f.Said.Value != "" {
		empty = "Emptied, it is taken away."
	}
	return field{
		kind: line, key: "value", title: factTitles()[f.Kind], about: about, start: f.Said.Value, most: frameworks.MaxFactText,
		help: []string{strings.TrimSpace(factHelp()[f.Kind] + ` Or: unknown, does-not-apply. ` + empty)},
		check: func(value string) (string, error) {
			if slices.Contains([]string{"q", "quit"}, strings.ToLower(strings.TrimSpace(value))) {
				return "", errors.New(`to stop here, type "cancel" or press Esc; what was said before is saved`)
			}
			return assess.ReadFact(f.Fact, value, s.Today)
		},
	}
}

func factTitles() map[frameworks.FactKind]string {
	return map[frameworks.FactKind]string{
		frameworks.DayFact: "Which day?", frameworks.HoursFact: "How many hours?", frameworks.TextFact: "In a few words", frameworks.TierFact: "Which tier?",
	}
}

func factHelp() map[frameworks.FactKind]string {
	return map[frameworks.FactKind]string{
		frameworks.DayFact: `As 2027-05-27 or 5/27/2027.`, frameworks.HoursFact: `As 6, or "2 days".`, frameworks.TierFact: "1 to 4.",
	}
}
