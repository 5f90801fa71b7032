package sheet

// Table is a sheet to be written: a head row, rows, and how it looks. The zero
// value of each wish is the plain look.
type Table struct {
	Name    string // of the tab; unique in a workbook, at most 31 characters
	Title   string // a line above the head, for print; "" for none
	Notes   []string
	Fields  []Field // about the whole sheet, under the notes
	Mark    string  // printed at the head of every page
	Columns []Column
	Rows    [][]Cell
	Filter  bool // the head gets filter buttons
	Locked  bool // only cells of open columns can be changed (without a password)
	Wide    bool // printed in landscape
}

// Field is a label in the first column with a value in the second one.
type Field struct {
	Label, Value string
	Open         bool // may be changed where the table is locked
}

// Column is one column of a table.
type Column struct {
	Head    string
	Width   int      // in characters; 0 for 12
	Open    bool     // may be changed where the table is locked
	Choices []string // what its cells may hold, as a drop-down list; together at most 255 characters
}

// Cell is one cell to be written. The zero Cell is empty.
type Cell struct {
	Lead    string // a line in bold before the text; "" for none
	Text    string
	Number  int // of a cell that Is a Number
	Is      Look
	Choices []string // what this cell may hold, in place of the choices of its column
}

// Look says what a cell holds and how it stands out.
type Look int

// The looks of a cell.
const (
	Plain  Look = iota // text, wrapped
	Strong             // text in bold
	Number             // a whole number
	Faint              // small text in gray, for what only the program reads
)

// Text returns a cell with a text.
func Text(s string) Cell { return Cell{Text: s} }

// Bold returns a cell with a text in bold.
func Bold(s string) Cell { return Cell{Text: s, Is: Strong} }

// Whole returns a cell with a whole number.
func Whole(n int) Cell { return Cell{Number: n, Is: Number} }

// Texts returns a row of texts.
func Texts(texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, t := range texts {
		row[i] = Text(t)
	}
	return row
}
