// Package sheet reads and writes spreadsheets: CSV in the ways people save it,
// and Excel workbooks (xlsx). It knows rows and cells and nothing of what they
// mean, and is the only place that knows how a spreadsheet is made.
//
// What is read is a stranger's file: it is recognized by its first bytes and not
// by its name, its size is bounded, and formulas are never carried out: a cell
// reads as what its program last showed. What is written starts no formula in
// anybody's spreadsheet, and the same tables give the same bytes.
package sheet

// Book is a workbook as read: its sheets in their order. A CSV file is a book of
// one sheet without a name.
type Book struct {
	Sheets []Sheet
	Macros bool // it holds a program of its own, which is never carried out
}

// Sheet is a table as read. A row has as many cells as it has, and a row that the
// file leaves out is empty: Rows[0] is row 1.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]string
	Merged []Range // cells that are shown as one; only the first of them has a text
	Blank  []Place // cells with a formula whose result the file does not hold

	formulas map[[2]int]bool
}

// Place is one cell, counted from 0.
type Place struct{ Row, Column int }

// Range is a block of cells, counted from 0, both ends included.
type Range struct{ Row, Column, LastRow, LastColumn int }

// Cell returns the text of a cell, "" for one the sheet does not have.
func (s *Sheet) Cell(row, column int) string {
	if row < 0 || row >= len(s.Rows) || column < 0 || column >= len(s.Rows[row]) {
		return ""
	}
	return s.Rows[row][column]
}

// Formula reports whether a cell is worked out by a formula. What it reads as is
// what a spreadsheet program last showed there.
func (s *Sheet) Formula(row, column int) bool { return s.formulas[[2]int{row, column}] }

// FillMerged writes the text of each merged block into all of its cells, as far
// as the rows reach, so that a heading that spans rows is there in each of them.
func (s *Sheet) FillMerged() {
	for _, m := range s.Merged {
		text := s.Cell(m.Row, m.Column)
		if text == "" {
			continue
		}
		for row := m.Row; row <= min(m.LastRow, len(s.Rows)-1); row++ {
			for len(s.Rows[row]) <= min(m.LastColumn, maxColumns-1) {
				s.Rows[row] = append(s.Rows[row], "")
			}
			for column := m.Column; column <= min(m.LastColumn, len(s.Rows[row])-1); column++ {
				s.Rows[row][column] = text
			}
		}
	}
}

// Limits of what is read.
const (
	MaxFile    = 50 << 20  // bytes of a file
	maxPart    = 128 << 20 // bytes of one unpacked part of a workbook
	maxRows    = 200_000
	maxColumns = 1_000
	maxCells   = 4_000_000
	maxCell    = 100_000 // bytes of one cell; more is cut
	maxSheets  = 200
)
