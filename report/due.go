package report

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// reportMonths is how many months after the as-of date the next report is due.
const reportMonths = 3

// due returns the date that was decided on, else the one suggested.
// There is none for a quarter without an as-of date.
func (s *story) due(a assess.Action) assess.Date {
	if d := s.decision(a.Item); !d.Due.IsZero() {
		return d.Due
	}
	return a.Suggested()
}

// dueWords is the due date with a word on what kind of date it is: "2026-12-28
// (decided)", "2026-08-01 (decided, past)", "2026-12-28".
func (s *story) dueWords(a assess.Action) string {
	d := s.decision(a.Item)
	switch {
	case d.Due.IsZero():
		return s.due(a).Long()
	case d.Overdue(s.r.AsOf):
		return d.Due.Long() + " (decided, past)"
	}
	return d.Due.Long() + " (decided)"
}

// dueSentence says where the dates of a table come from.
func dueSentence() string {
	return fmt.Sprintf("A date marked \"decided\" is yours; the others are suggestions: %s for a small step, %s for a medium one, %s for a large one.",
		months(frameworks.SmallEffort), months(frameworks.MediumEffort), months(frameworks.LargeEffort))
}

func months(e frameworks.Effort) string {
	return words.Count(assess.SuggestedMonths(e), "month", "months")
}

// owner returns who was made responsible, else the role that leads such a step.
func (s *story) owner(a assess.Action) string {
	return words.Capital(cmp.Or(words.Cut(s.decision(a.Item).Owner, longestOwner), s.leader(a.Item.Question)))
}
