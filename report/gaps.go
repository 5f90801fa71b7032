package report

import (
	"fmt"

	"hygeia/assess"
)

// everyGap lists all that is below target, in the order in which to do it, with
// the numbers behind the order (SCORING 7).
func everyGap(s *story) []Block {
	blocks := []Block{heading(1, "Every gap, in order")}
	if len(s.actions) == 0 {
		return append(blocks, para("Nothing is below its target."))
	}
	blocks = append(blocks,
		para("%s below target. %s", capital(count(len(s.actions), "practice is", "practices are")), orderSentence),
		note("P orders the gaps: weight, distance to the target and the heaviest threat, from 0 to 100. It is an aid for ordering and says nothing about how likely an attack is."),
		s.gapTable())
	return blocks
}

func (s *story) gapTable() Table {
	t := Table{Columns: []Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "Gap", Width: 8}, {Title: "Now and target", Width: 5}, {Title: "First step", Width: 8},
		{Title: "Effort", Width: 4}, {Title: "Free help", Width: 10}, {Title: "Rank", Width: 4},
	}}
	for i, a := range s.actions {
		t.Rows = append(t.Rows, s.gapRow(i+1, a))
	}
	return t
}

func (s *story) gapRow(n int, a assess.Action) []Text {
	q := a.Item.Question
	return []Text{
		Plain(fmt.Sprint(n)),
		{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + q.Text}},
		Plain(fmt.Sprintf("%s; target %s", saidWithAge(a.Item), a.Item.Target.Name())),
		Plain(firstStep(a)),
		Plain(a.Effort.String()),
		s.gapHelp(a),
		Plain(rank(a)),
	}
}

// rank prints the numbers an action is ordered by.
func rank(a assess.Action) string {
	words := fmt.Sprintf("tier %d, P %s", a.Tier, rankP(a.P))
	if a.Fell {
		words += ", fell"
	}
	if a.Overdue {
		words += ", its decision is overdue"
	}
	if a.For != nil {
		words += fmt.Sprintf(", needed for \"%s\"", a.For.Question.Title)
	}
	return words
}

// rankP prints P, which has no unit.
func rankP(p assess.Share) string {
	whole, ok := p.Percent()
	if !ok {
		return dash
	}
	return fmt.Sprint(whole)
}

// gapHelp names resources with their printed address, so that paper helps too.
func (s *story) gapHelp(a assess.Action) Text {
	fit := s.helpFor(a.Item)
	if len(fit) == 0 {
		return Plain(dash)
	}
	var text Text
	for i, m := range fit {
		if i > 0 {
			text = append(text, Span{Text: "; "})
		}
		text = append(text, Span{Text: m.Resource.Title + " (" + m.Resource.Provider + helpMark(m.Resource) + "): "}, Span{Text: m.URL, URL: m.URL})
	}
	return text
}
