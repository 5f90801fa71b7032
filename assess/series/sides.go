package series

import (
	"slices"
	"strings"
)

// sideWords are how heads name one side of the same work: whether there is a rule,
// whether it is done, whether a machine does it, whether somebody looks.
var sideWords = []string{"policy", "policies", "procedure", "procedures", "process", "practice", "control", "controls", "defined", "documented", "written", "approved",
	"implemented", "implementation", "automated", "automation", "reported", "reporting", "measured", "managed", "tested", "enforced", "maturity", "score", "level", "rating", "status"}

// takeSides keeps columns that score several sides of the same work beside each other,
// as "Policy defined", "Control implemented", "Control automated": what is implemented
// is the score, and what the others say becomes a note that names its column.
func (t *table) takeSides() {
	for from := 0; from < len(t.columns); from++ {
		to := from
		for ; to < len(t.columns) && t.isSide(to); to++ {
		}
		if to-from >= 3 {
			t.keepSides(from, to)
		}
		from = max(from, to-1)
	}
}

// isSide reports whether a column's head names a side of the work, and its cells say how
// far that side is.
func (t *table) isSide(c int) bool {
	col := t.columns[c]
	tokens := headWord().FindAllString(strings.ToLower(col.Head), -1)
	if len(tokens) == 0 || col.Period != "" && col.Period != Current || slices.Contains(t.ids, c) ||
		slices.ContainsFunc(tokens, func(w string) bool { return !slices.Contains(sideWords, w) }) {
		return false
	}
	scored, filled := t.scores(c)
	return filled > 0 && 10*scored >= 8*filled
}

func (t *table) keepSides(from, to int) {
	done := slices.IndexFunc(t.columns[from:to], func(c Column) bool {
		return strings.Contains(strings.ToLower(c.Head), "implement")
	})
	if done < 0 {
		return
	}
	for i := from; i < to; i++ {
		c := &t.columns[i]
		h := readHead(c.Head)
		c.Means, c.Period, c.Scale = Note, "", Scale{}
		if i == from+done {
			c.Means, c.Period, c.Scale, c.strength = Score, Current, h.scale, 3
		}
	}
}
