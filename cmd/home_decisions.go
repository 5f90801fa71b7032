package cmd

import (
	"fmt"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

const (
	endsSoon     = 30 // days before its end in which an accepted risk is told
	mostDecision = 5  // lines about decisions; the rest is counted
)

// dueDecisions tells which decisions are past their date on that day, what the
// board was asked and has not decided by the date suggested, and which accepted
// risks end soon, each the earliest first.
func (env *Env) dueDecisions(r *assess.Result, today assess.Date) []string {
	var overdue, ending []string
	for _, d := range assess.Decisions(r) {
		title, text := d.Item.Question.Title, decisionText(d.Decision)
		if m := r.Assessment.Matters[d.Item.Question.Key]; m.Asks > 0 {
			text += fmt.Sprintf(", matter %d", m.Number)
		}
		switch {
		case d.Overdue(today):
			overdue = append(overdue, fmt.Sprintf("Overdue: %s (%s)", title, text))
		case d.Accepted(today) && d.Decision.Until.DaysSince(today) <= endsSoon:
			ending = append(ending, fmt.Sprintf("Ends soon: %s (%s)", title, text))
		}
	}
	lines := slices.Concat(overdue, undecided(r, today), ending)
	if more := len(lines) - mostDecision; more > 0 {
		lines = append(lines[:mostDecision], fmt.Sprintf("Due: %s more; %s shows all", words.Count(more, "decision", "decisions"), env.named("decide", "--list")))
	}
	return lines
}

// undecided tells what the board was asked and has not decided by the date that was
// suggested, the first ask first.
func undecided(r *assess.Result, today assess.Date) []string {
	var waiting []*assess.Item
	of := func(it *assess.Item) assess.Matter { return r.Assessment.Matters[it.Question.Key] }
	for _, it := range r.Items {
		m := of(it)
		if m.Asks > 0 && it.Gap > 0 && r.Assessment.Decisions[it.Question.Key].Kind == assess.Undecided && today.After(m.Due) {
			waiting = append(waiting, it)
		}
	}
	slices.SortStableFunc(waiting, func(x, y *assess.Item) int { return of(x).Number - of(y).Number })
	var lines []string
	for _, it := range waiting {
		m := of(it)
		lines = append(lines, fmt.Sprintf("Not decided: %s (matter %d, asked %s, suggested by %s)", it.Question.Title, m.Number, m.Asked(), m.Due))
	}
	return lines
}
