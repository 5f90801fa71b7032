package report

import (
	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
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

// says is how far a practice reaches as the reader may hear it: the answer for
// those who do the work, the band for everybody else, in each chapter alike.
func (s *story) says(it *assess.Item) string {
	if s.reader == Internal {
		return saidWithAge(it)
	}
	if it == nil {
		return said(it)
	}
	return words.Capital(gapBand(it))
}

// bandTable is the table of gaps for readers who need not know each answer.
func (s *story) bandTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "Practice", Width: 7}, {Title: "How far", Width: 4},
		{Title: "First step", Width: 10}, {Title: "Effort", Width: 4}, {Title: "Free help", Width: 11},
	}}
	for _, a := range s.actions {
		t.Rows = append(t.Rows, []doc.Text{
			{s.number(a)}, {{Text: actionTitle(a), Bold: true}}, doc.Plain(words.Capital(gapBand(a.Item))),
			doc.Plain(s.firstStep(a)), doc.Plain(a.Effort.String()), s.gapHelp(a),
		})
	}
	return t
}

// everyBand is the table of all questions asked for the same readers.
func everyBand(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Every practice asked about")}
	if len(s.r.Items) == 0 {
		return append(blocks, doc.Say("Nothing was asked."))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice", Width: 8}, {Title: "How far from its target", Width: 5}, {Title: "Target", Width: 3}, {Title: "Written down", Width: 4},
	}}
	for _, it := range s.r.Items {
		t.Rows = append(t.Rows, doc.Row(it.Question.Title, words.Capital(gapBand(it)), it.Target.Name(), it.Answer.Recorded.Long()))
	}
	return append(blocks, doc.Say("A small gap is one point of three from the target, a large one two or three. The exact answers stay with those who do the work."), t)
}
