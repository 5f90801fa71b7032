package series

import (
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

var (
	tick    = words.Pattern(`(?i)^(?:\(?x\)?|\[x\]|✓|✔|☑|☒|🗹|✅|•|●|■)$`)
	noTick  = words.Pattern(`^(?:☐|□|▢|○|\[ ?\]|-|–|—)$`)
	ticked  = words.Pattern(`(?i)[☒☑🗹✔✓✅]|\[x\]`)
	unticks = words.Pattern(`[☐□▢]|\[ ?\]`)
)

// joinTicks makes one column of those of which each stands for an answer and is ticked,
// as "Implemented", "Scoped" and "Not started" beside each other: the answer is the head
// of the cell that is ticked.
func (t *table) joinTicks() {
	for c := 0; c < width(t.sheet); c++ {
		to := c
		for ; t.isTicked(to); to++ {
		}
		if to-c > 1 {
			t.join(c, to)
		}
		c = max(c, to-1)
	}
}

// isTicked reports whether a column's head is an answer, and its cells are ticks.
func (t *table) isTicked(c int) bool {
	head := t.sheet.Cell(t.header, c)
	if v, ok := parseValue(head); !isAnswer(head) && !(ok && v.kind == number && v.hint != Percent) || slices.Contains(t.ids, c) {
		return false
	}
	for r := t.header + 1; r < t.end(); r++ {
		if cell := t.sheet.Cell(r, c); cell != "" && t.hasID(r) && !tick().MatchString(cell) && !noTick().MatchString(cell) {
			return false
		}
	}
	return true
}

// join writes the heads that are ticked into the first of the columns. A column that is
// empty in all rows says nothing of whether the others are ticked.
func (t *table) join(from, to int) {
	var heads []string
	rows := map[int][]string{}
	for c := from; c < to; c++ {
		head := t.sheet.Cell(t.header, c)
		heads = append(heads, head)
		for r := t.header + 1; r < t.end(); r++ {
			if t.hasID(r) && tick().MatchString(t.sheet.Cell(r, c)) {
				rows[r] = append(rows[r], head)
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	for r := t.header; r < t.end(); r++ {
		row := t.sheet.Rows[r]
		for c := from; c < min(to, len(row)); c++ {
			if t.hasID(r) || r == t.header {
				row[c] = ""
			}
		}
		if ticks := rows[r]; len(ticks) > 0 {
			row[from] = strings.Join(ticks, " and ")
		}
	}
	t.sheet.Rows[t.header][from] = strings.Join(heads, " / ")
	low, ok := parseValue(heads[0])
	high, all := parseValue(heads[len(heads)-1])
	switch {
	case !ok || !all || low.kind != number || high.kind != number:
	case low.hint == Tiers:
		t.sheet.Rows[t.header][from] = "Tier"
	default:
		t.sheet.Rows[t.header][from] = "Score (" + low.Text + "-" + high.Text + ")"
	}
}

// theTicked returns the answer that is ticked in a cell that prints all of them, as in
// "☒ Implemented ☐ Scoped"; the cell itself where it prints none.
func theTicked(cell string) string {
	marks := ticked().FindAllStringIndex(cell, 2)
	if len(marks) != 1 || !unticks().MatchString(cell) {
		return cell
	}
	text := cell[marks[0][1]:]
	if next := unticks().FindStringIndex(text); next != nil {
		text = text[:next[0]]
	}
	return strings.Trim(text, " \n\t,;/|")
}
