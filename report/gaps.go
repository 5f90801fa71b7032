package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

const everyGapTitle = "Every gap, in order"

// everyGap lists all that is below target, in the order in which to do it, for
// those who do the work with the numbers behind the order (SCORING 7).
func everyGap(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, everyGapTitle)}
	if len(s.actions) == 0 {
		return append(blocks, doc.Say("%s", s.nothingToDo()))
	}
	blocks = append(blocks,
		doc.Say("Steps in the plan: %s. %s", s.stepsFigure(), orderSentence),
		doc.Say("%s", s.helpAge()))
	if n := len(s.waived); n > 0 {
		blocks = append(blocks, doc.Say("%s not in this list: the risk was accepted, see \"Accepted risks\".", words.Capital(words.Count(n, "more gap is", "more gaps are"))))
	}
	blocks = append(blocks, s.leftOut()...)
	if s.reader != Internal {
		return append(blocks, s.bandTable())
	}
	return append(blocks,
		doc.Noted("%s", numbersSentence),
		s.gapTable())
}

func (s *story) gapTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "Gap", Width: 8}, {Title: "Now and target", Width: 5}, {Title: "First step", Width: 8},
		{Title: "Effort", Width: 4}, {Title: "Free help", Width: 10}, {Title: "Rank", Width: 4},
	}}
	for _, a := range s.actions {
		t.Rows = append(t.Rows, s.gapRow(a))
	}
	return t
}

func (s *story) gapRow(a assess.Action) []doc.Text {
	q := a.Item.Question
	return []doc.Text{
		{s.number(a)},
		{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + q.Text}},
		doc.Plain(words.Join("; ", saidWithAge(a.Item), "target "+a.Item.Target.Name(), s.decidedWords(a.Item))),
		doc.Plain(s.firstStep(a)),
		doc.Plain(a.Effort.String()),
		s.gapHelp(a),
		doc.Plain(rank(a)),
	}
}

// rank prints the numbers an action is ordered by.
func rank(a assess.Action) string {
	words := fmt.Sprintf("%s: %s", assess.TierWord(a.Tier), a.Step())
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

// decidedWords says what was decided about a gap: "to be fixed by 2026-12-01",
// "risk accepted until 2027-03-01"; nothing where nothing was.
func (s *story) decidedWords(it *assess.Item) string {
	d := s.decision(it)
	words, date := "", d.Due
	switch d.Kind {
	case assess.Fix:
		words = "to be fixed by"
	case assess.Transfer:
		words = "risk to be passed on by"
	case assess.Later:
		words = "put off until"
	case assess.Accept:
		words, date = "risk accepted until", d.Until
	default:
		return ""
	}
	if date.IsZero() {
		return words + " a day not set"
	}
	words += " " + date.Long()
	if d.Overdue(s.r.AsOf) {
		words += ", which is past"
	}
	return words
}

// gapHelp names resources, linked; [everyHelp] prints their addresses once, so that
// paper helps too.
func (s *story) gapHelp(a assess.Action) doc.Text {
	fit := s.helpFor(a.Item)
	if len(fit) == 0 {
		return doc.Plain(doc.Dash)
	}
	var text doc.Text
	for i, m := range fit {
		if i > 0 {
			text = append(text, doc.Span{Text: "; "})
		}
		text = append(text, resourceLink(m)...)
	}
	return text
}
