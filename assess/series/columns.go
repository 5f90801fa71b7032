package series

import (
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// readColumns says what each column means, by its head and by what is in it.
func (t *table) readColumns() {
	t.joinTicks()
	heads, groups := t.heads()
	for c, text := range heads {
		col := Column{Sheet: t.sheet.Name, At: c + 1, Head: text}
		h := readHead(text)
		if g := readHead(groups[c]); groups[c] != "" && text != groups[c] {
			h = h.under(g)
			if h.means == Score || h.means == Target || h.means == Plan {
				col.Head = strings.TrimSpace(groups[c] + " " + text)
			}
		}
		col.Means, col.Period, col.Scale, col.strength = h.means, h.period, h.scale, h.strength
		if below := t.header + 1; col.Scale == (Scale{}) && below < len(t.sheet.Rows) && t.hasUnits(below) {
			col.Scale = scaleIn(t.sheet.Cell(below, c))
		}
		if slices.Contains(t.ids, c) {
			col.Means, col.Period, col.Scale = ID, "", Scale{}
		} else if text == "" {
			col.Means = Other
		}
		t.columns = append(t.columns, col)
		t.judge(&t.columns[len(t.columns)-1])
	}
	t.takeSides()
	if t.isRegister() {
		t.passRisks()
	}
}

// unitShape is a scale in a row of its own below the heads: "(0-5)", "0 to 5", "%".
var unitShape = words.Pattern(`^\(?(?:scale:? )?(?:[0-9]{1,2} ?(?:-|–|to) ?[0-9]{1,3}|%|percent|tier)\)?$`)

// hasUnits reports whether a row has nothing but scales.
func (t *table) hasUnits(r int) bool {
	return !slices.ContainsFunc(t.sheet.Rows[r], func(cell string) bool { return cell != "" && !unitShape().MatchString(cell) })
}

// under adds what the row above says: the time of a score, or that a plain "Tier" is
// the target.
func (h head) under(g head) head {
	if h.period == "" && (h.means == Score || h.means == Target || h.means == Plan || h.means == Other && g.period != "" && h.strength == 0) {
		h.period = g.period
	}
	if h.means == Score && (g.means == Target || g.means == Plan) {
		h.means = g.means
	}
	return h
}

// judge looks into a column: one whose cells are no scores has none, whatever its head.
func (t *table) judge(c *Column) {
	switch c.Means {
	case Other:
		if scored, filled := t.scores(c.At - 1); gaps(c.Head) && filled > 0 && 2*scored < filled {
			c.Means = Note // what is missing, in words
		}
	case Score, Target, Plan:
		if scored, filled := t.scores(c.At - 1); filled > 0 && 2*scored < filled {
			if c.Means = Other; isGoal(c.Head) {
				c.Means = Title // "Goal" is what CISA and HHS call an item
			}
		}
	case When:
		n, of := 0, 0
		for r := t.header + 1; r < t.end(); r++ {
			if cell := t.sheet.Cell(r, c.At-1); cell != "" {
				of++
				if p, _ := timeIn(cell); p != "" {
					n++
				}
			}
		}
		if of == 0 || 2*n < of {
			c.Means = Other
		}
	}
	if c.Means != Score && c.Means != Target && c.Means != Plan {
		c.Period, c.Scale = "", Scale{}
		return
	}
	if c.Period == "" && c.Means == Score {
		c.Period = Current
	}
}

// scores counts the cells of a column that are scores, and those that are not empty,
// on rows with an id.
func (t *table) scores(column int) (scored, filled int) {
	for r := t.header + 1; r < t.end(); r++ {
		cell := t.sheet.Cell(r, column)
		if cell == "" || dash().MatchString(cell) || !t.hasID(r) {
			continue
		}
		filled++
		if _, ok := parseValue(cell); ok || nearly().MatchString(cell) {
			scored++
		}
	}
	return scored, filled
}

// labels reports whether the cells of a column are a few short labels that come again,
// as a status is that somebody gave in words of their own.
func (t *table) labels(column int) bool {
	seen, filled := map[string]bool{}, 0
	for r := t.header + 1; r < t.end(); r++ {
		cell := t.sheet.Cell(r, column)
		if cell == "" || !t.hasID(r) {
			continue
		}
		if len([]rune(cell)) > 40 || strings.Contains(cell, "\n") || plainAddress().MatchString(cell) {
			return false
		}
		filled++
		seen[strings.ToLower(cell)] = true
	}
	return len(seen) > 1 && len(seen) <= 8 && len(seen) < filled
}

// numbers counts the cells of a column that are numbers.
func (t *table) numbers(column int) int {
	n := 0
	for r := t.header + 1; r < t.end(); r++ {
		if v, ok := parseValue(t.sheet.Cell(r, column)); ok && v.kind == number {
			n++
		}
	}
	return n
}

// isGoal reports whether a head may mean the items themselves.
func isGoal(text string) bool {
	return slices.ContainsFunc(headWord().FindAllString(strings.ToLower(text), -1), func(w string) bool { return w == "goal" || w == "goals" || w == "objective" })
}

// gaps reports whether a head is about a gap.
func gaps(text string) bool {
	return slices.ContainsFunc(headWord().FindAllString(strings.ToLower(text), -1), func(w string) bool { return w == "gap" || w == "gaps" })
}
