package report

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"hygeia/frameworks/words"
)

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

// csvTable is a table for spreadsheets: heads and rows of as many cells.
type csvTable struct {
	columns int
	lines   [][]string
}

func newTable(columns int, head func(column int) string) *csvTable {
	t := &csvTable{columns: columns}
	t.add(head)
	return t
}

func (t *csvTable) add(cell func(column int) string) {
	line := make([]string, t.columns)
	for i := range line {
		line[i] = csvSafe(cell(i))
	}
	t.lines = append(t.lines, line)
}

// write starts with a byte order mark and ends lines as on Windows, as Excel
// expects both.
func (t *csvTable) write(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out.WriteAll(t.lines)
}
