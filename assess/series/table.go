package series

import (
	"slices"
	"strings"

	"hygeia/assess/sheet"
)

// Column is one column of a sheet as it was understood.
type Column struct {
	Sheet  string
	At     int // counted from 1
	Head   string
	Means  Means
	Period Period // of a score, target or plan
	Scale  Scale  // where the column has one of its own

	strength int
}

// Letter names the place of a column as spreadsheets do: A, B, ... AA.
func (c Column) Letter() string { return letters(c.At) }

func letters(n int) string {
	text := ""
	for ; n > 0; n = (n - 1) / 26 {
		text = string(rune('A'+(n-1)%26)) + text
	}
	return text
}

// headWithin is how far down the row with the heads may stand.
const headWithin = 50

// table is a sheet with an id on each row.
type table struct {
	sheet   *sheet.Sheet
	family  *family
	ids     []int // columns with ids
	first   int   // first row with an id, counted from 0
	header  int   // row with the heads; -1 without one
	columns []Column
	rows    int // with an id
	marks   [][]marked
	until   int      // the row behind the table, where another stands below it; 0 otherwise
	passed  []string // other tables on the sheet
}

// tablesOf returns a reading of the sheet for each family of ids that it has, the one
// with the most rows first.
func tablesOf(s *sheet.Sheet, families []*family) []*table {
	var all []*table
	for _, f := range families {
		if t := newTable(s, f); t != nil {
			all = append(all, t)
		}
	}
	all = slices.DeleteFunc(all, func(t *table) bool { // titles count where nothing else does
		return t.onlyTitles() && (len(all) > 1 || t.rows < leastTitles)
	})
	if len(all) == 0 && giveIDs(s, families) {
		return tablesOf(s, families)
	}
	slices.SortStableFunc(all, func(x, y *table) int { return y.rows - x.rows })
	return all
}

// newTable finds the columns with the ids of a family; nil without any.
func newTable(s *sheet.Sheet, f *family) *table {
	if f.name == "hipaa" {
		joinCitations(s, f)
	}
	t := &table{sheet: s, family: f, header: -1, marks: markAll(s, f)}
	t.dropHeads()
	t.dropBanners()
	for _, strict := range []bool{true, false} {
		if t.ids = idColumns(s, t.marks, strict); len(t.ids) > 0 {
			break
		}
	}
	if len(t.ids) == 0 {
		return nil
	}
	t.begin()
	if t.rows == 0 {
		return nil
	}
	t.findHeader()
	t.findBelow()
	t.oneBlock()
	for r := max(0, t.header+1); r < len(t.marks); r++ {
		if t.header >= 0 && t.repeatsHeads(r) {
			t.marks[r] = nil
		}
	}
	t.addEnding()
	t.dropMapped()
	return t
}

// addEnding adds columns of titles that end with an id, as in "Risk Analysis
// 164.308(a)(1)(ii)(A)" beside the standards.
func (t *table) addEnding() {
	for c := range width(t.sheet) {
		means := readHead(t.sheet.Cell(t.header, c)).means // "Implementation specification" reads like a score by its head
		if t.header < 0 || slices.Contains(t.ids, c) || means != Title && means != Score {
			continue
		}
		n, of := 0, 0
		for r := t.header + 1; r < t.end(); r++ {
			cell := t.sheet.Cell(r, c)
			if cell == "" || t.marks[r] == nil {
				continue
			}
			of++
			if all := t.family.find(cell); len(all) == 1 && strings.TrimSpace(cell[all[0].to:]) == "" {
				n++
			}
		}
		if n > 1 && 10*n >= 8*of {
			t.ids = append(t.ids, c)
		}
	}
}

// markAll reads all cells once.
func markAll(s *sheet.Sheet, f *family) [][]marked {
	marks := make([][]marked, len(s.Rows))
	for i, row := range s.Rows {
		marks[i] = make([]marked, len(row))
		for j, cell := range row {
			if cell != "" {
				marks[i][j] = f.mark(cell)
			}
		}
	}
	return marks
}

// dropHeads forgets the heads that read like an id: "ID" is also NIST's short name of
// the function Identify. A head stands beside other heads, first in its column or in a
// row without scores.
func (t *table) dropHeads() {
	for r, row := range t.marks {
		for c := range row {
			if strings.TrimSpace(t.sheet.Cell(r, c)) != "ID" || len(row[c].keys) == 0 {
				continue
			}
			heads := slices.ContainsFunc(t.sheet.Rows[r], func(cell string) bool {
				h := readHead(cell)
				return cell != "ID" && (h.means != Other || h.period != "")
			})
			above := slices.ContainsFunc(t.sheet.Rows[:r], func(row []string) bool {
				return c < len(row) && strings.TrimSpace(row[c]) != "ID" && len(t.family.mark(row[c]).keys) > 0
			})
			if heads && (!above || !t.bodyRow(r)) {
				t.marks[r][c] = marked{}
			}
		}
	}
}

// dropBanners forgets the ids of a title that is merged over the columns, as "GOVERN (GV)"
// above the rows about it: all cells of the row are the same.
func (t *table) dropBanners() {
	for r, row := range t.sheet.Rows {
		n := 0
		for _, cell := range row {
			if cell != "" {
				n++
			}
		}
		if n > 2 && !slices.ContainsFunc(row, func(cell string) bool { return cell != "" && cell != t.label(r) }) {
			t.marks[r] = nil
		}
	}
}

// idColumns returns the columns with ids of the family: those in which, from the first
// one on, two cells of five begin with an id, or else three of five have one somewhere.
func idColumns(s *sheet.Sheet, marks [][]marked, strict bool) []int {
	var columns []int
	least := map[bool]int{true: 4, false: 6}[strict]
	for c := range width(s) {
		n, of := 0, 0
		for r, row := range marks {
			if s.Cell(r, c) == "" {
				continue
			}
			if c < len(row) && len(row[c].keys) > 0 && (row[c].strict || !strict) {
				n++
			}
			if n > 0 {
				of++
			}
		}
		if n > 0 && 10*n >= least*of {
			columns = append(columns, c)
		}
	}
	return columns
}

func width(s *sheet.Sheet) int {
	n := 0
	for _, row := range s.Rows {
		n = max(n, len(row))
	}
	return n
}

// begin finds the first row of the table and counts its rows with ids. A lone id above
// the heads, in a read-me, is passed over.
func (t *table) begin() {
	t.first = -1
	for r := range t.marks {
		if !t.hasID(r) {
			continue
		}
		if t.first < 0 || t.rows < 2 && r-t.first > 3 {
			t.first, t.rows = r, 0
		}
		t.rows++
	}
}

// headTries is how many lone ids may stand above the heads.
const headTries = 3

// findBelow looks for the heads below lone ids, where none stand above the first: an id
// may be the title of its sheet. The heads have no id themselves.
func (t *table) findBelow() {
	first, rows := t.first, t.rows
	for range headTries {
		if t.header >= 0 || !t.skipFirst() {
			break
		}
		if t.findHeader(); t.header >= 0 && (t.header < first || t.hasID(t.header)) {
			t.header = -1
		}
	}
	if t.header < 0 {
		t.first, t.rows = first, rows
	}
}

// skipFirst takes the first row with an id for a title, where another follows.
func (t *table) skipFirst() bool {
	for r := t.first + 1; r < len(t.marks); r++ {
		if t.hasID(r) {
			t.first, t.rows = r, t.rows-1
			return true
		}
	}
	return false
}

func (t *table) hasID(row int) bool {
	return slices.ContainsFunc(t.ids, func(c int) bool { return len(t.mark(row, c).keys) > 0 })
}

// mark is what a cell says of ids.
func (t *table) mark(row, column int) marked {
	if row < 0 || row >= len(t.marks) || column >= len(t.marks[row]) {
		return marked{}
	}
	return t.marks[row][column]
}

// findHeader finds the row above the ids whose cells are heads: the one with the most
// of them, the lowest of several.
func (t *table) findHeader() {
	best := 0
	for r := range min(t.first, headWithin) {
		n := t.countHeads(r)
		if n > 0 && n >= best {
			best, t.header = n, r
		}
	}
}

// dropMapped drops columns of ids that only refer, such as "CSF mapping", where there
// is another.
func (t *table) dropMapped() {
	own := slices.DeleteFunc(slices.Clone(t.ids), func(c int) bool { return refers(t.sheet.Cell(t.header, c)) })
	if len(own) > 0 {
		t.ids = own
	}
}

// refers reports whether a head names references to another framework.
func refers(head string) bool {
	for _, token := range headWord().FindAllString(strings.ToLower(head), -1) {
		switch token {
		case "mapping", "mappings", "mapped", "maps", "map", "crosswalk", "reference", "references", "related", "informative", "xwalk", "equivalent", "corresponding", "see":
			return true
		}
	}
	return false
}

// onlyRefers reports whether all columns with the family's ids refer only.
func (t *table) onlyRefers() bool {
	return !slices.ContainsFunc(t.ids, func(c int) bool { return !refers(t.sheet.Cell(t.header, c)) })
}

// heads returns the text of each head, and that of the row above it where that one
// groups columns, as in "2025 | 2025 | 2026" above "Score | Target | Score".
func (t *table) heads() (heads, groups []string) {
	n := width(t.sheet)
	heads, groups = make([]string, n), make([]string, n)
	for c := range n {
		heads[c] = strings.TrimSpace(t.sheet.Cell(t.header, c))
	}
	if t.header < 1 {
		return heads, groups
	}
	distinct, lone := map[string]bool{}, -1 // lone: the column of the first text
	for c := range n {
		if lone < 0 && strings.TrimSpace(t.sheet.Cell(t.header-1, c)) != "" {
			lone = c
		}
		text := strings.TrimSpace(t.sheet.Cell(t.header-1, c))
		if text == "" && c > 0 && heads[c] != "" && isGroup(groups[c-1]) {
			text = groups[c-1] // a CSV file has lost that the cells were merged
		}
		if groups[c] = text; isGroup(text) && heads[c] != "" {
			distinct[text] = true
		}
	}
	if len(distinct) == 0 || len(distinct) == 1 && (lone == 0 || slices.Contains(t.ids, lone)) {
		return heads, make([]string, n) // a title
	}
	for c, text := range groups {
		if !isGroup(text) {
			groups[c] = ""
		}
	}
	return heads, groups
}

// isGroup reports whether a text above the heads is about the time or the kind of the
// columns below it.
func isGroup(text string) bool {
	if text == "" || len([]rune(text)) > 40 {
		return false
	}
	h := readHead(text)
	return h.period != "" || h.means == Score || h.means == Target || h.means == Plan
}
