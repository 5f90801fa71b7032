package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// fallenOnFirstPage is how many fallen answers the page for the chair lists.
const fallenOnFirstPage = 3

// fallen returns what fell since the quarter before; none without one.
func (s *story) fallen() []assess.QuestionChange {
	if s.change == nil {
		return nil
	}
	return s.change.Fell()
}

// whatFell names what fell on the page for the chair, in one paragraph.
func whatFell(s *story) []doc.Block {
	if s.change == nil {
		return nil
	}
	fell := s.fallen()
	if len(fell) == 0 {
		return []doc.Block{para("Nothing fell since %s.", s.before.Period)}
	}
	var parts []string
	for _, q := range fell[:min(len(fell), fallenOnFirstPage)] {
		parts = append(parts, fmt.Sprintf("%s (%s, now %s)", question(q).Title, words.Lower(briefly(q.Before)), words.Lower(briefly(q.After))))
	}
	if more := len(fell) - fallenOnFirstPage; more > 0 {
		parts = append(parts, fmt.Sprintf("%d more under \"What changed\"", more))
	}
	return []doc.Block{doc.Paragraph{Text: doc.Text{{Text: "What fell since " + s.before.Period.String() + ". ", Bold: true}, {Text: words.Join("; ", parts...) + "."}}}}
}

// briefly is [said] for the page for the chair: what no longer counts is a No.
func briefly(it *assess.Item) string {
	if it != nil && it.Incomplete {
		return "No, as the record of the other way is incomplete or out of date"
	}
	return said(it)
}
