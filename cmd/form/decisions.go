package form

import (
	"context"
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Gap is a question below its target about which something is to be decided.
type Gap struct {
	Question *frameworks.Question
	About    []string // what to know before deciding, a paragraph each
}

// Decisions is one sitting over gaps.
type Decisions struct {
	Gaps  []Gap
	Today assess.Date
	Take  func(*frameworks.Question, assess.Decision) error // records a decision and writes the quarter
}

// RunDecisions asks full screen what is decided about each gap. Each decision is
// taken before the next gap is shown; a gap may be passed over. It returns an
// error when a decision could not be taken, and asks nothing more then.
func RunDecisions(ctx context.Context, t Terminal, d *Decisions) (Outcome, error) {
	s := &deciding{Decisions: d}
	outcome, err := runInquiry(ctx, t, s.gap(0))
	if s.failed != nil {
		return outcome, s.failed
	}
	return outcome, err
}

// PlainDecisions asks the same line by line.
func PlainDecisions(ctx context.Context, t Terminal, d *Decisions) (Outcome, error) {
	s := &deciding{Decisions: d}
	p := newPlain(ctx, t)
	outcome := p.inquire(s.gap(0))
	if s.failed != nil {
		return outcome, s.failed
	}
	return outcome, p.failed
}

type deciding struct {
	*Decisions
	failed error // of taking a decision
}

// passOver is the key of the option that decides nothing.
const passOver = "5"

var decisionOptions = []option{
	{key: "1", title: "Fix it", words: []string{"fix"}, detail: "Somebody does it by a day you name."},
	{key: "2", title: "Accept the risk", words: []string{"accept"}, detail: "Somebody answers for it, for a year at most. It still counts as a gap."},
	{key: "3", title: "Hand it to someone else", words: []string{"transfer"}, detail: "A vendor or an insurer carries it, and you can say why."},
	{key: "4", title: "Look at it later", words: []string{"later"}, detail: "Not now, for a reason; it comes up again on a day you name."},
	{key: passOver, title: "Leave it as it is", words: []string{"skip", "undecided"}, detail: "Nothing is recorded; the next gap comes."},
}

// gap asks about one gap and, when that is said, about the next. No choice is
// preselected, so that Enter alone decides nothing.
func (s *deciding) gap(i int) *inquiry {
	g := s.Gaps[i]
	fields := []func(map[string]string) field{always(field{
		kind: pick, key: "kind", title: "What is decided?", about: g.About, options: decisionOptions,
	})}
	for _, name := range []string{"owner", "due", "reason", "approver", "until"} {
		fields = append(fields, func(got map[string]string) field {
			kind := decisionKind(got)
			if kind == assess.Undecided || !slices.Contains(kind.Needs(), name) {
				return field{}
			}
			return s.field(g.Question, kind, name)
		})
	}
	return &inquiry{
		title:  fmt.Sprintf("%d of %d: %s", i+1, len(s.Gaps), g.Question.Title),
		fields: fields,
		finish: func(got map[string]string) *inquiry {
			if kind := decisionKind(got); kind != assess.Undecided {
				_, s.failed = kept(s.Take(g.Question, decisionOf(kind, got)))
			}
			if s.failed != nil || i+1 == len(s.Gaps) {
				return nil
			}
			return s.gap(i + 1)
		},
	}
}

// decisionKind is what was chosen; Undecided if the gap is passed over. The keys
// of the options are the kinds in their order.
func decisionKind(got map[string]string) assess.DecisionKind {
	for i, o := range decisionOptions {
		if o.key == got["kind"] && o.key != passOver {
			return assess.DecisionKind(i + 1)
		}
	}
	return assess.Undecided
}

func decisionOf(kind assess.DecisionKind, got map[string]string) assess.Decision {
	d := assess.Decision{Kind: kind, Owner: got["owner"], Reason: got["reason"], Approver: got["approver"]}
	d.Due, _ = assess.ParseDate(got["due"]) // checked when it was typed
	d.Until, _ = assess.ParseDate(got["until"])
	return d
}

// field asks for one thing a decision of that kind needs.
func (s *deciding) field(q *frameworks.Question, kind assess.DecisionKind, name string) field {
	latest := s.Today.NextYear()
	f := field{kind: line, key: name, need: kind.Missing(name)}
	switch name {
	case "owner":
		f.title = "Who sees to it?"
		f.help = []string{"A role or a person, such as: " + roleNames(q.Ask) + "."}
		if kind == assess.Transfer {
			f.title, f.help = "Who takes the risk over?", []string{"Such as the vendor or the insurer."}
		}
	case "due":
		f.title, f.help = "By which day is it done?", []string{fmt.Sprintf("As %s, 5/27/%d or \"in 6 months\".", latest, latest.Year)}
		switch kind {
		case assess.Transfer:
			f.title = "By which day have they taken it over?"
		case assess.Later:
			f.title, f.help, f.start = "On which day is it looked at again?", withinAYear(latest), latest.String()
		}
	case "reason":
		f.kind, f.most, f.title = text, assess.MaxBrief, "Why?"
		f.help = []string{"It stands in the report, for those who ask next year."}
	case "approver":
		f.title, f.help = "Who accepts the risk?", []string{"Somebody who may answer for it, such as the chief executive or the board."}
	case "until":
		f.title, f.help, f.start = "Until which day is it accepted?", withinAYear(latest), latest.String()
	}
	if f.start != "" {
		f.offers = []string{f.start}
	}
	if name == "due" || name == "until" {
		f.check = s.dateCheck(kind, name)
	}
	return f
}

func withinAYear(latest assess.Date) []string {
	return []string{fmt.Sprintf("A day within a year, as 5/27/%d or \"in 6 months\"; %s at the latest.", latest.Year, latest)}
}

// dateCheck refuses what is no day, and a day a decision of that kind may not have.
func (s *deciding) dateCheck(kind assess.DecisionKind, name string) func(string) (string, error) {
	return func(value string) (string, error) {
		day, err := assess.DayAhead(value, s.Today)
		if err != nil {
			return "", err
		}
		d := assess.Decision{Kind: kind, Due: day}
		if name == "until" {
			d = assess.Decision{Kind: kind, Until: day}
		}
		if wrong := d.DateProblem(s.Today); wrong != "" {
			return "", fmt.Errorf("%s", wrong)
		}
		return day.String(), nil
	}
}
