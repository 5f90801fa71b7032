package report

import (
	"fmt"
	"slices"

	"hygeia/assess"
)

// promised lists the fixes whose date is past while the gap is still open,
// longest overdue first; nothing where nobody has promised anything.
func promised(s *story) []Block {
	some := false
	var late []*assess.Item
	for _, it := range s.r.Items {
		d := s.decision(it)
		some = some || d.Kind == assess.Fix
		if d.Kind == assess.Fix && it.Gap > 0 && d.Overdue(s.r.AsOf) {
			late = append(late, it)
		}
	}
	if !some {
		return nil
	}
	blocks := []Block{heading(2, "Promised, not delivered")}
	if len(late) == 0 {
		return append(blocks, para("Nothing that was promised is past its date."))
	}
	slices.SortStableFunc(late, func(a, b *assess.Item) int { return s.decision(a).Due.DaysSince(s.decision(b).Due) })
	t := Table{Columns: []Column{
		{Title: "Practice", Width: 5}, {Title: "Owner", Width: 4}, {Title: "Promised for", Width: 3}, {Title: "Days late", Width: 2, Right: true}, {Title: "Today", Width: 4},
	}}
	for _, it := range late {
		d := s.decision(it)
		t.Rows = append(t.Rows, row(it.Question.Title, d.Owner, d.Due.String(), fmt.Sprint(s.r.AsOf.DaysSince(d.Due)), saidWithAge(it)))
	}
	return append(blocks, t)
}

// acceptedRisks lists the open gaps whose risk somebody accepted, with the
// approver and the end. What has ended comes first: it is asked of the board again.
func acceptedRisks(s *story) []Block {
	var accepted []*assess.Item
	ended := 0
	for _, it := range s.r.Items {
		d := s.decision(it)
		if d.Kind != assess.Accept || it.Gap == 0 {
			continue
		}
		accepted = append(accepted, it)
		if d.Overdue(s.r.AsOf) {
			ended++
		}
	}
	blocks := []Block{heading(2, "Accepted risks")}
	if len(accepted) == 0 {
		return append(blocks, para("No risk is accepted."))
	}
	if ended > 0 {
		blocks = append(blocks, para("%s ended; what it covered is open again.", capital(count(ended, "acceptance has", "acceptances have"))))
	}
	slices.SortStableFunc(accepted, func(a, b *assess.Item) int { return s.decision(a).Until.DaysSince(s.decision(b).Until) })
	return append(blocks, s.acceptedTable(accepted))
}

func (s *story) acceptedTable(accepted []*assess.Item) Table {
	t := Table{Columns: []Column{
		{Title: "Practice", Width: 5}, {Title: "Today", Width: 3}, {Title: "Why the risk is accepted", Width: 6}, {Title: "Approved by", Width: 4}, {Title: "Until", Width: 3},
	}}
	for _, it := range accepted {
		d := s.decision(it)
		until := d.Until.String()
		if d.Overdue(s.r.AsOf) {
			until += " (ended)"
		}
		t.Rows = append(t.Rows, row(it.Question.Title, said(it), d.Reason, d.Approver, until))
	}
	return t
}
