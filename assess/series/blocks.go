package series

import (
	"fmt"
	"slices"
	"strings"
)

// leastHeads is how much a row has to count as heads, by findHeader's measure, to begin
// a table of its own: two heads that are understood, or one above ids.
const leastHeads = 3

// oneBlock leaves the table with the most ids where a sheet has several below each
// other, each with heads of its own, as a summary above the scores or a list of things
// to do below them. Heads that come again on each page begin none.
func (t *table) oneBlock() {
	if t.header < 0 {
		return
	}
	begins := []int{t.header}
	for r := t.first + 1; r < len(t.sheet.Rows); r++ {
		if t.beginsTable(r) {
			begins = append(begins, r)
		}
	}
	if len(begins) == 1 {
		return
	}
	best, most := 0, -1
	for i, from := range begins {
		n := t.idsBetween(from, t.endOf(begins, i))
		if n > most {
			best, most = i, n
		}
	}
	if most == 0 {
		return
	}
	for i, from := range begins {
		to := t.endOf(begins, i)
		if i != best && t.idsBetween(from, to) > 0 {
			t.passed = append(t.passed, fmt.Sprintf("rows %d to %d", from+1, to))
		}
		if i != best {
			for r := from; r < to; r++ {
				t.marks[r] = nil
			}
		}
	}
	t.header, t.until = begins[best], t.endOf(begins, best)
	t.begin()
}

// end is the row behind the table.
func (t *table) end() int {
	if t.until > 0 {
		return t.until
	}
	return len(t.sheet.Rows)
}

// beginsTable reports whether a row below the first ids has the heads of another table,
// and not those of the first again.
func (t *table) beginsTable(r int) bool {
	heads, again := t.isHeads(r)
	return heads && !again
}

// isHeads reports whether a row has heads: one above the ids, and one of something that
// is scored. They are the same again where each column means what it meant, in whatever
// words.
func (t *table) isHeads(r int) (heads, again bool) {
	if t.hasID(r) || t.repeatsHeads(r) || t.countHeads(r) < leastHeads || t.bodyRow(r) {
		return false, false
	}
	above, scores := false, false
	again = true
	for c, cell := range t.sheet.Rows[r] {
		if slices.Contains(t.ids, c) {
			above = above || cell != ""
			continue
		}
		h, was := readHead(cell), readHead(t.sheet.Cell(t.header, c))
		scores = scores || h.means == Score || h.means == Target || h.means == When
		again = again && h.means == was.means && h.period == was.period
	}
	return above && scores, above && scores && again
}

// endOf is the row behind a block.
func (t *table) endOf(begins []int, i int) int {
	if i+1 < len(begins) {
		return begins[i+1]
	}
	return len(t.sheet.Rows)
}

func (t *table) idsBetween(from, to int) int {
	n := 0
	for r := from; r < to; r++ {
		if t.hasID(r) {
			n++
		}
	}
	return n
}

// bodyRow reports whether a row has scores itself: it is one of the rows, and its texts
// only read like heads.
func (t *table) bodyRow(r int) bool {
	return slices.ContainsFunc(t.sheet.Rows[r], func(cell string) bool {
		_, ok := parseValue(cell)
		return ok && readHead(cell).period == ""
	})
}

// countHeads measures how much a row is one of heads.
func (t *table) countHeads(r int) int {
	n := 0
	for c, cell := range t.sheet.Rows[r] {
		if cell == "" || c > 0 && cell == t.sheet.Cell(r, c-1) {
			continue // a merged title is one cell
		}
		if slices.Contains(t.ids, c) {
			n++
			continue
		}
		if h := readHead(cell); h.means != Other || h.period != "" {
			n += 2
		}
	}
	return n
}

// sideways says that a sheet has its ids beside each other; nil of one that has not.
func (u *understanding) sideways() error {
	for _, s := range u.book.Sheets {
		if at := sideways(s.Rows, u.families); at > 0 {
			return fmt.Errorf("has its ids beside each other in row %d, and a row for each id is needed: copy the table and paste it transposed (in Excel: Paste Special, Transpose)", at)
		}
	}
	return nil
}

// sideways returns the first row that has ids beside each other, counted from 1; 0
// where none has.
func sideways(rows [][]string, families []*family) int {
	for r, row := range rows {
		for _, f := range families {
			n := 0
			for _, cell := range row {
				if m := f.mark(cell); m.strict && len(m.keys) == 1 && strings.TrimSpace(cell) != "ID" {
					n++
				}
			}
			if n > 3 {
				return r + 1
			}
		}
	}
	return 0
}
