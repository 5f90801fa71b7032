package sheet

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// WriteCSV writes one table as CSV that spreadsheets open: with a byte order
// mark, so that accents show, and with every text guarded that a spreadsheet
// could take for a formula.
func WriteCSV(w io.Writer, t Table) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = Guard(c.Head)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range t.Rows {
		line := make([]string, len(row))
		for i, c := range row {
			if line[i] = Guard(c.Text); c.Is == Number {
				line[i] = strconv.Itoa(c.Number)
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Guard puts a quote before a text that a spreadsheet could carry out as a
// formula: one that begins with = + - @ or a control character, blanks before it
// included. A reader of ours takes it away again with [Unguard].
func Guard(s string) string {
	if trimmed := strings.TrimLeft(s, " \u00a0"); trimmed != "" && strings.ContainsRune("=+-@\t\r\n", rune(trimmed[0])) {
		return "'" + s
	}
	return s
}

// Unguard takes the quote of [Guard] away.
func Unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && Guard(rest) == s {
		return rest
	}
	return s
}
