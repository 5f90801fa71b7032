package cmd

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

const (
	endsSoon     = 30 // days before its end in which an accepted risk is told
	mostDecision = 5  // lines about decisions; the rest is counted
)

// dueDecisions tells which decisions are past their date on that day and which
// accepted risks end soon, the earliest first.
func dueDecisions(r *assess.Result, today assess.Date) []string {
	var overdue, ending []string
	for _, d := range assess.Decisions(r) {
		title, text := d.Item.Question.Title, decisionText(d.Decision)
		switch {
		case d.Overdue(today):
			overdue = append(overdue, fmt.Sprintf("Overdue: %s (%s)", title, text))
		case d.Accepted(today) && d.Decision.Until.DaysSince(today) <= endsSoon:
			ending = append(ending, fmt.Sprintf("Ends soon: %s (%s)", title, text))
		}
	}
	lines := append(overdue, ending...)
	if more := len(lines) - mostDecision; more > 0 {
		lines = append(lines[:mostDecision], fmt.Sprintf("Due: %s more; hygeia decide --list shows all", words.Count(more, "decision", "decisions")))
	}
	return lines
}
