package report

import (
	"fmt"

	"hygeia/assess"
)

// gapBand says how far a question is from its target without saying the answer:
// a list of exact answers would help the wrong reader. A large gap is two points
// or three.
func gapBand(it *assess.Item) string {
	switch {
	case it.State == assess.NotApplicable:
		return "does not apply"
	case it.State == assess.Unknown:
		return "not known"
	case it.State == assess.Open:
		return "not answered"
	case it.Gap == 0:
		return "at its target"
	case it.Gap == 1:
		return "small gap"
	}
	return "large gap"
}

// bandTable is the table of gaps for readers who need not know each answer.
func (s *story) bandTable() Table {
	t := Table{Columns: []Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "Practice", Width: 8}, {Title: "How far", Width: 4},
		{Title: "First step", Width: 8}, {Title: "Effort", Width: 4}, {Title: "Free help", Width: 10},
	}}
	for i, a := range s.actions {
		t.Rows = append(t.Rows, []Text{
			Plain(fmt.Sprint(i + 1)), {{Text: actionTitle(a), Bold: true}}, Plain(capital(gapBand(a.Item))),
			Plain(firstStep(a)), Plain(a.Effort.String()), s.gapHelp(a),
		})
	}
	return t
}

// everyBand is the table of all questions asked for the same readers.
func everyBand(s *story) []Block {
	blocks := []Block{heading(1, "Every practice asked about")}
	if len(s.r.Items) == 0 {
		return append(blocks, para("Nothing was asked."))
	}
	t := Table{Columns: []Column{
		{Title: "Practice", Width: 8}, {Title: "How far from its target", Width: 5}, {Title: "Target", Width: 3}, {Title: "Written down", Width: 4},
	}}
	for _, it := range s.r.Items {
		t.Rows = append(t.Rows, row(it.Question.Title, capital(gapBand(it)), it.Target.Name(), it.Answer.Recorded.String()))
	}
	return append(blocks, para("A small gap is one point of three from the target, a large one two or three. The exact answers stay with those who do the work."), t)
}
