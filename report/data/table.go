package data

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"hygeia/frameworks/words"
)

// ByteOrderMark at the start of a file makes Excel read it as UTF-8.
const ByteOrderMark = "\uFEFF"

// signs are what a spreadsheet takes for the start of a formula, full-width ones
// included (OWASP, CSV injection).
const signs = "=+@＝＋－＠-" // the hyphen last, where a class of letters takes it as it is

// quotes may stand before a sign and be taken away by a spreadsheet; so may the
// two joiners, which nobody sees.
const quotes = "\"'`“”‘’ \u200c\u200d"

// cellInside finds a sign behind a semicolon, which parts cells where the comma
// is the decimal sign.
var cellInside = words.Pattern("(;[" + quotes + "]*)([" + regexp.QuoteMeta(signs) + "])")

// csvSafe makes a cell one clean line and puts an apostrophe before one that a
// spreadsheet would take for a formula: a sign at its start, also behind quotes
// or spaces, or a tab or carriage return there.
func csvSafe(s string) string {
	risky := strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r")
	s = cellInside().ReplaceAllString(words.Line(s), "$1'$2")
	bare := strings.TrimLeft(s, quotes)
	if risky || bare != "" && strings.ContainsAny(bare[:firstRune(bare)], signs) {
		return "'" + s
	}
	return s
}

func firstRune(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// Table is a table for spreadsheets: heads and rows of as many cells.
type Table struct {
	columns int
	lines   [][]string
}

// NewTable returns a table with its heads.
func NewTable(columns int, head func(column int) string) *Table {
	t := &Table{columns: columns}
	t.Add(head)
	return t
}

// Add adds a row, each cell made safe for a spreadsheet.
func (t *Table) Add(cell func(column int) string) {
	line := make([]string, t.columns)
	for i := range line {
		line[i] = csvSafe(cell(i))
	}
	t.lines = append(t.lines, line)
}

// Write starts with a byte order mark and ends lines as on Windows, as Excel
// expects both.
func (t *Table) Write(w io.Writer) error {
	if _, err := io.WriteString(w, ByteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(t.lines)
}
