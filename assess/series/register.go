package series

import (
	"slices"
	"strings"
)

// isRegister reports whether a table is a list of risks, or of work to be done about
// weaknesses: its ids only name what each is about.
func (t *table) isRegister() bool {
	risk, size, work := false, false, false
	for c := range width(t.sheet) {
		tokens := headWord().FindAllString(strings.ToLower(t.sheet.Cell(t.header, c)), -1)
		has := func(words ...string) bool {
			return slices.ContainsFunc(tokens, func(w string) bool { return slices.Contains(words, w) })
		}
		switch {
		case has("risk", "risks") && has("id", "no", "number", "title", "name", "description", "statement", "scenario"):
			risk = true
		case has("likelihood", "probability", "impact", "severity", "consequence"):
			size = true
		case has("weakness", "weaknesses", "poam"):
			work = true
		}
	}
	return work || risk && size
}

// ofRisks are the words for what becomes of a risk or of a task.
var ofRisks = []string{"open", "closed", "new", "active", "accepted", "mitigated", "transferred", "avoided", "monitoring", "monitored", "ongoing", "in progress", "in work", "complete",
	"completed", "done", "resolved", "remediated", "pending", "draft", "approved", "on hold", "deferred", "not started", "planned", "overdue", "identified", "assigned"}

// passRisks passes over what a list of risks says of the risk itself: that it is open
// says nothing of how far an outcome is reached, nor does the score of the risk. What a
// head calls a maturity, an implementation or the like stays.
func (t *table) passRisks() {
	for i, c := range t.columns {
		if c.Means != Score && c.Means != Status && c.Means != Target {
			continue
		}
		tokens := headWord().FindAllString(strings.ToLower(c.Head), -1)
		if slices.ContainsFunc(tokens, func(w string) bool { return slices.Contains(ofWork, w) }) {
			continue
		}
		if t.numbers(i) > 0 || t.says(i, ofRisks) {
			t.columns[i].Means, t.columns[i].Period, t.columns[i].Scale = Other, "", Scale{}
		}
	}
}

// ofWork are words of heads about the outcome and not about the risk.
var ofWork = []string{"maturity", "implementation", "implemented", "compliance", "compliant", "control", "csf", "tier", "effectiveness", "cmmi", "capability"}

// says reports whether a column has nothing but words of a list.
func (t *table) says(column int, list []string) bool {
	n := 0
	for r := t.header + 1; r < t.end(); r++ {
		if cell := t.sheet.Cell(r, column); cell != "" && t.hasID(r) {
			if n++; !slices.Contains(list, asWords(plainWord(cell))) {
				return false
			}
		}
	}
	return n > 0
}
