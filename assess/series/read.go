package series

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// read takes the rows of all chosen tables.
func (u *understanding) read() error {
	u.reading.Series.Framework = u.edition.id
	for _, t := range u.tables {
		u.reading.Series.Columns = append(u.reading.Series.Columns, t.kept()...)
		t.readRows(u)
	}
	u.reading.Series.Unplaced = len(u.reading.Unplaced)
	if len(u.reading.Series.Rows) == 0 {
		why := "none of its rows has a score or a target"
		if len(u.reading.Unplaced) > 0 {
			why = fmt.Sprintf("nothing in it can be placed in %s; the first is %s", u.edition.title, u.reading.Unplaced[0])
		}
		return fmt.Errorf("%s", why)
	}
	return nil
}

// kept are the columns that are read.
func (t *table) kept() []Column {
	return slices.DeleteFunc(slices.Clone(t.columns), func(c Column) bool { return c.Means == Other })
}

// readRows reads the rows below the heads.
func (t *table) readRows(u *understanding) {
	main := t.mainID(u.edition)
	above := -1 // the last row with an id
	for r := t.header + 1; r < t.end(); r++ {
		if _, again := t.isHeads(r); again || t.isBlank(r) || t.repeatsHeads(r) || r == t.header+1 && t.hasUnits(r) {
			continue
		}
		_, m, ok := t.finest(r)
		own := t.sheet.Cell(r, main)
		switch {
		case t.isExample(r):
			u.unplaced(t, r, Column{}, t.label(r), "an example row")
		case own != "" && len(t.mark(r, main).keys) == 0:
			if t.holdsAny(r) || len(t.mark(r, main).keys) == 0 && t.filled(r) > 1 {
				u.unplaced(t, r, Column{}, own, t.whyNoID(own, u.edition))
			}
		case ok:
			above = r
			t.readRow(u, r, r, m)
		case above >= 0 && t.continuesRow(r) && !t.numbersApart(above, r):
			_, m, _ := t.finest(above)
			t.readRow(u, r, above, m)
		case t.holdsAny(r):
			u.unplaced(t, r, Column{}, t.label(r), "has no id")
		}
	}
}

// mainID is the column with the most requirements: an id there counts before those of
// the categories beside it.
func (t *table) mainID(e *edition) int {
	best, most := t.ids[0], -1
	for _, c := range t.ids {
		n := 0
		for r := t.header + 1; r < len(t.marks); r++ {
			for _, key := range t.mark(r, c).keys {
				if x := e.look(key); x != nil && x.fine {
					n++
				}
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

// readRow reads one row as that of the ids it is about, which may stand in a row above.
func (t *table) readRow(u *understanding, r, idRow int, m marked) {
	u.reading.Rows++
	row, names := t.rowOf(u, r)
	u.reading.Names += names
	if !row.holds() {
		u.reading.Empty++
		return
	}
	row.Part = m.part
	if m.until {
		u.unplaced(t, r, Column{}, t.sheet.Cell(idRow, t.mainID(u.edition)), "a range of ids; write one row for each")
		return
	}
	if len(m.keys) > 1 {
		var list []string
		for _, key := range m.keys {
			list = append(list, u.printed(key))
		}
		u.note("row %d has one value for %s; it stands with each of them", r+1, words.And(list))
	}
	for _, key := range m.keys {
		x := u.find(key)
		if x == nil {
			u.unplaced(t, r, Column{}, t.label(r), u.unknown(key))
			continue
		}
		if r == idRow {
			u.checkTitle(t, r, x, m)
		}
		placed := row
		placed.ID, placed.Went, placed.Nowhere = x.id, x.went, x.gone && len(x.went) == 0
		u.reading.Series.Rows = append(u.reading.Series.Rows, placed)
	}
}

// find looks an id up in the edition, and in the current one: people add new ids to old
// sheets.
func (u *understanding) find(key string) *entry {
	if x := u.edition.look(key); x != nil {
		return x
	}
	if u.edition.now != nil {
		if x := u.edition.now.look(key); x != nil && !x.gone {
			return x
		}
	}
	return nil
}

func (u *understanding) printed(key string) string {
	if x := u.find(key); x != nil {
		return x.id
	}
	return strings.ReplaceAll(key, "|", ".")
}

// unknown says why an id in the right shape has no place.
func (u *understanding) unknown(key string) string {
	if u.edition.family.name == "hipaa" {
		var below []string
		for _, x := range u.edition.sorted() {
			if strings.HasPrefix(u.edition.family.key(x.id), key+"|") {
				below = append(below, x.id)
			}
		}
		if len(below) > 0 && len(below) <= 6 {
			return fmt.Sprintf("names no single standard; it has %s", words.And(below))
		}
		if len(below) > 6 {
			return "names a whole section, and no single standard"
		}
	}
	if u.edition.now != nil && u.edition.family.sameIDs {
		return fmt.Sprintf("there is no such id in %s or %s", u.edition.title, u.edition.now.title)
	}
	return fmt.Sprintf("there is no such id in %s", u.edition.title)
}

func (t *table) whyNoID(text string, e *edition) string {
	if isTotal(text) {
		return "a sum or an average, and no outcome"
	}
	return "has no id of " + e.title
}

func isTotal(text string) bool {
	for _, token := range headWord().FindAllString(strings.ToLower(text), 4) {
		switch token {
		case "average", "avg", "total", "totals", "overall", "mean", "sum", "median":
			return true
		}
	}
	return false
}

// unplaced lists something of a row that has no place.
func (u *understanding) unplaced(t *table, r int, c Column, text, why string) {
	u.reading.Unplaced = append(u.reading.Unplaced, Unplaced{Sheet: t.sheet.Name, Row: r + 1, Column: c.Head, Text: text, Why: why})
}

// checkTitle warns where the text beside an id is that of another one.
func (u *understanding) checkTitle(t *table, r int, x *entry, m marked) {
	text := t.titleOf(r, m)
	if u.warned[x.id+text] {
		return
	}
	other, misfits := u.edition.misfit(x, text)
	if u.warned == nil {
		u.warned = map[string]bool{}
	}
	u.warned[x.id+text] = true
	switch {
	case other != "":
		u.warn(t, r, "%s stands beside %q, which reads like %s", x.id, words.Cut(words.Line(text), 60), other)
	case misfits:
		u.warn(t, r, "%s stands beside %q, which does not read like it", x.id, words.Cut(words.Line(text), 60))
	}
}

func (u *understanding) warn(t *table, r int, format string, args ...any) {
	at := fmt.Sprintf("row %d: ", r+1)
	if t.sheet.Name != "" {
		at = fmt.Sprintf("sheet %q, row %d: ", t.sheet.Name, r+1)
	}
	u.reading.Warnings = append(u.reading.Warnings, at+fmt.Sprintf(format, args...))
}

// titleOf is the text that says what a row is about: beside the id in its cell, or in
// the columns for it, of which those about the function and category are left out.
func (t *table) titleOf(r int, m marked) string {
	if len(stems(m.rest)) > 1 {
		return m.rest
	}
	var texts []string
	for _, c := range t.columns {
		low := strings.ToLower(c.Head)
		coarse := strings.Contains(low, "function") || strings.Contains(low, "category") && !strings.Contains(low, "subcategory") && strings.Contains(m.keyOrEmpty(), "-")
		if c.Means == Title && !coarse {
			texts = append(texts, t.sheet.Cell(r, c.At-1))
		}
	}
	return strings.Join(texts, " ")
}

func (m marked) keyOrEmpty() string {
	if len(m.keys) == 0 {
		return ""
	}
	return m.keys[0]
}
