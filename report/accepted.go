package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// promised lists the fixes whose date is past while the gap is still open,
// longest overdue first; nothing where nobody has promised anything.
func promised(s *story) []doc.Block {
	some := false
	var late []assess.Decided
	for _, d := range assess.Decisions(s.r) {
		some = some || d.Decision.Kind == assess.Fix
		if d.Decision.Kind == assess.Fix && d.Overdue(s.r.AsOf) {
			late = append(late, d)
		}
	}
	if !some {
		return nil
	}
	blocks := []doc.Block{doc.Headed(2, "Promised, not delivered")}
	if len(late) == 0 {
		return append(blocks, doc.Say("Nothing that was promised is past its date."))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice", Width: 5}, {Title: "Owner", Width: 4}, {Title: "Promised for", Width: 3}, {Title: "Days late", Width: 2, Right: true}, {Title: "Today", Width: 4},
	}}
	for _, d := range late {
		due := d.Decision.Due
		t.Rows = append(t.Rows, doc.Row(d.Item.Question.Title, d.Decision.Owner, due.Long(), fmt.Sprint(s.r.AsOf.DaysSince(due)), saidWithAge(d.Item)))
	}
	return append(blocks, t)
}

// acceptedRisks lists the open gaps whose risk somebody accepted, with the
// approver and the end. What has ended comes first: it is asked of the board again.
func acceptedRisks(s *story) []doc.Block {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice", Width: 5}, {Title: "Today", Width: 3}, {Title: "Why the risk is accepted", Width: 6}, {Title: "Approved by", Width: 4}, {Title: "Until", Width: 3},
	}}
	ended := 0
	for _, d := range assess.Decisions(s.r) {
		if d.Decision.Kind != assess.Accept || d.Done() {
			continue
		}
		until := d.Decision.Until.Long()
		if d.Overdue(s.r.AsOf) {
			ended++
			until += " (ended)"
		}
		t.Rows = append(t.Rows, doc.Row(d.Item.Question.Title, said(d.Item), d.Decision.Reason, d.Decision.Approver, until))
	}
	blocks := []doc.Block{doc.Headed(2, "Accepted risks")}
	if len(t.Rows) == 0 {
		return append(blocks, doc.Say("No risk is accepted."))
	}
	if ended > 0 {
		blocks = append(blocks, doc.Say("%s ended; what it covered is open again.", words.Capital(words.Count(ended, "acceptance has", "acceptances have"))))
	}
	return append(blocks, t)
}
