package series

import (
	"slices"
	"strings"
)

// isRegister reports whether a table is a list of risks, or of work to be done about
// them: its ids only name what each is about, and its status is that of the risk.
func (t *table) isRegister() bool {
	risk, size, work := false, 0, false
	for c := range width(t.sheet) {
		tokens := headWord().FindAllString(strings.ToLower(t.sheet.Cell(t.header, c)), -1)
		has := func(words ...string) bool {
			return slices.ContainsFunc(tokens, func(w string) bool { return slices.Contains(words, w) })
		}
		switch {
		case has("risk", "risks", "threat", "vulnerability") && has("id", "no", "number", "title", "name", "description", "statement", "scenario"):
			risk = true
		case has("likelihood", "probability", "impact", "severity", "consequence"):
			size++
		case has("weakness", "weaknesses", "milestone", "milestones", "poam"):
			work = true
		}
	}
	return work || size > 1 || risk && size > 0
}

// passStatus passes the status of a risk over: "Open" says nothing of how far an outcome
// is reached. Columns with numbers that a head calls a maturity or the like stay.
func (t *table) passStatus() {
	for i, c := range t.columns {
		if (c.Means == Score || c.Means == Status) && c.strength < 3 && t.numbers(c.At-1) == 0 {
			t.columns[i].Means, t.columns[i].Period, t.columns[i].Scale = Other, "", Scale{}
		}
	}
}
