package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// planned is how many actions the plan of a board report shows. The annex has all.
const planned = 10

// plan shows the first actions under the words now, next, then and later, and
// says what is left for another time.
func plan(s *story) []doc.Block { return s.planOf(s.lean.steps()) }

// planOf is [plan] with at most so many actions.
func (s *story) planOf(most int) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "The plan")}
	blocks = append(blocks, s.firstActions(most)...)
	blocks = append(blocks, quickWins(s)...)
	return append(blocks, foundationLeft(s)...)
}

func (s *story) firstActions(most int) []doc.Block {
	switch {
	case len(s.r.Items) == 0:
		return []doc.Block{doc.Say("Nothing was asked, so there is no plan yet.")}
	case len(s.actions) == 0:
		return []doc.Block{doc.Say("%s", s.nothingToDo())}
	}
	shown := s.actions[:min(len(s.actions), most)]
	first := doc.Sentence("Steps in the plan: %s.", s.stepsFigure())
	if more := len(s.actions) - len(shown); more > 0 {
		first = append(first, doc.Span{Text: fmt.Sprintf(" These are the first %d; for the other %d see ", len(shown), more)}, doc.See(everyGapTitle), doc.Span{Text: "."})
	}
	first = append(first, doc.Span{Text: " " + orderSentence})
	blocks := []doc.Block{doc.Paragraph{Text: first}, doc.Say("%s", words.Join(" ", s.rungNames(shown), dueSentence()))}
	heads, groups := tiers(shown)
	for i, group := range groups {
		blocks = append(blocks, doc.Headed(2, words.Capital(heads[i])), s.actionTable(group))
	}
	return blocks
}

// nothingToDo says why no action is open.
func (s *story) nothingToDo() string {
	if len(s.waived) > 0 {
		return "The risk of each open gap was accepted for now."
	}
	return "Nothing is below its target."
}

const orderSentence = "The order is that of a place that has nothing: what most attacks walk through comes first, and a step that another one needs comes before it."

func (s *story) actionTable(actions []assess.Action) doc.Table {
	t := doc.Table{Dense: true, Columns: []doc.Column{
		{Title: "No.", Width: 2, Right: true}, {Title: "Step", Width: 3}, {Title: "What to do first", Width: 20}, {Title: "Who leads, by when", Width: 7},
		{Title: "Work and money", Width: 7}, {Title: "Free help", Width: 11},
	}}
	for _, a := range actions {
		what := s.step(a)
		if special := s.special(a); special != "" {
			what = append(what, doc.Span{Text: " Why here: " + special + "."})
		}
		t.Rows = append(t.Rows, []doc.Text{
			{s.number(a)}, doc.Plain(rungOf(a)), what, s.who(a), s.priced(a), s.firstHelp(a.Item),
		})
	}
	return t
}

// rungOf is the number of the step of the ladder, as the column has it.
func rungOf(a assess.Action) string {
	if a.Place == nil {
		return ""
	}
	return fmt.Sprint(a.Place.Rung.ID)
}

// rungNames says what the steps are that a list of actions stands on.
func (s *story) rungNames(actions []assess.Action) string {
	on := map[*frameworks.Rung]bool{}
	for _, a := range actions {
		if a.Place != nil {
			on[a.Place.Rung] = true
		}
	}
	var names []string
	for _, rung := range s.lib.Ladder.Rungs {
		if on[rung] {
			names = append(names, fmt.Sprintf("step %d, %s", rung.ID, words.Lower(rung.Title)))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("Of the %d steps these are: %s.", len(s.lib.Ladder.Rungs), words.Join("; ", names...))
}

// quickWins are the small fixes that need nothing first (SCORING 7.6), by their
// numbers in the plan: what they are stands there.
func quickWins(s *story) []doc.Block {
	wins := assess.QuickWins(s.actions)
	if len(wins) == 0 {
		return nil
	}
	text := doc.Text{{Text: "Quick wins, under a day and nothing first: ", Bold: true}}
	for i, a := range wins {
		if i > 0 {
			text = append(text, doc.Span{Text: "; "})
		}
		text = append(text, s.numbered(a)...)
	}
	return []doc.Block{doc.Paragraph{Text: append(text, doc.Span{Text: "."})}}
}

func withHelp(help doc.Text) doc.Text {
	if len(help) == 0 || help.String() == doc.Dash {
		return nil
	}
	return append(doc.Text{{Text: " Help: "}}, help...)
}
