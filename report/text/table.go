package text

import (
	"slices"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// columnGap stands between two columns of a text table.
const columnGap = "  "

// tableLines draws a table for a terminal in width columns. Words are not split
// where that can be avoided: when the widest words of all columns do not fit
// side by side, each row is drawn as a card, one cell a line.
func (p *Printer) tableLines(t doc.Table, width int) []string {
	if len(t.Columns) == 0 {
		return nil
	}
	head, body := p.cellTexts(t)
	widths, ok := textWidths(head, body, width-len(columnGap)*(len(head)-1))
	if !ok {
		return p.cards(head, body, width)
	}
	if p.compact {
		widenToFill(widths, body, width-len(columnGap)*(len(head)-1))
	}
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	lines := p.rowLines(t, widths, head, p.Bold)
	lines = append(lines, strings.Join(rule, columnGap))
	apart := false // rows of several lines need an empty line between them
	for i, r := range body {
		drawn := p.rowLines(t, widths, r, p.status)
		if i > 0 && (apart || len(drawn) > 1) && !p.compact {
			lines = append(lines, "")
		}
		apart = len(drawn) > 1
		lines = append(lines, drawn...)
	}
	return lines
}

// tables draws the tables of a long chart, each with as many of its columns, up to
// [doc.TableMost], as stand side by side in the width there is.
func (p *Printer) tables(cutAt func(most int) []doc.Table) {
	most := doc.TableMost
	for most > 1 && !p.sideBySide(cutAt(most)) {
		most--
	}
	for _, t := range cutAt(most) {
		p.captioned(t.Caption, p.tableLines(t, p.Width))
	}
}

// sideBySide reports whether no table would be drawn as cards.
func (p *Printer) sideBySide(tables []doc.Table) bool {
	for _, t := range tables {
		head, body := p.cellTexts(t)
		if _, ok := textWidths(head, body, p.Width-len(columnGap)*(len(head)-1)); !ok {
			return false
		}
	}
	return true
}

func (p *Printer) cellTexts(t doc.Table) (head []string, body [][]string) {
	for _, c := range t.Columns {
		head = append(head, words.Line(c.Title))
	}
	for _, r := range t.Rows {
		cells := make([]string, len(head))
		for i := range cells {
			if i < len(r) {
				cells[i] = p.words(r[i])
			}
			if t.Columns[i].Right || t.Columns[i].Whole {
				cells[i] = strings.ReplaceAll(cells[i], " ", hold) // a figure is not broken
			}
		}
		body = append(body, cells)
	}
	return head, body
}

// textWidths shares the room among the columns: each gets its widest word at
// least and its longest cell at most; what is left goes to the column that lacks
// most. It returns false if the widest words do not fit.
func textWidths(head []string, body [][]string, room int) ([]int, bool) {
	widths := make([]int, len(head))
	wanted := make([]int, len(head))
	for i := range head {
		for _, cell := range column(head, body, i) {
			widths[i] = max(widths[i], longestWord(cell))
			wanted[i] = max(wanted[i], words.Width(cell))
		}
		room -= widths[i]
	}
	if room < 0 {
		return nil, false
	}
	for ; room > 0; room-- {
		poorest := 0
		for i := range widths {
			// The one whose cells would be broken into most lines.
			if wanted[i]*widths[poorest] > wanted[poorest]*widths[i] {
				poorest = i
			}
		}
		if widths[poorest] >= wanted[poorest] {
			break
		}
		widths[poorest]++
	}
	return widths, true
}

// widenToFill gives the room that is left to the columns with empty cells, in
// which something is to be written by hand.
func widenToFill(widths []int, body [][]string, room int) {
	var open []int
	for i, w := range widths {
		if room -= w; i > 0 && slices.ContainsFunc(body, func(r []string) bool { return r[i] == "" && r[i-1] != "" }) {
			open = append(open, i)
		}
	}
	for n, i := range open {
		share := room / (len(open) - n)
		widths[i] += share
		room -= share
	}
}

func column(head []string, body [][]string, i int) []string {
	cells := []string{head[i]}
	for _, r := range body {
		cells = append(cells, r[i])
	}
	return cells
}

// rowLines draws one row on as many lines as its longest cell takes.
func (p *Printer) rowLines(t doc.Table, widths []int, cells []string, style func(cell, drawn string) string) []string {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = wrapCell(cell, widths[i])
		height = max(height, len(wrapped[i]))
	}
	lines := make([]string, height)
	for n := range lines {
		parts := make([]string, len(cells))
		for i, cell := range cells {
			part := ""
			if n < len(wrapped[i]) {
				part = wrapped[i][n]
			}
			room := strings.Repeat(" ", widths[i]-words.Width(part))
			if parts[i] = style(cell, part) + room; t.Columns[i].Right {
				parts[i] = room + style(cell, part)
			}
		}
		lines[n] = strings.TrimRight(strings.Join(parts, columnGap), " ")
	}
	return lines
}

// cards draws each row as "Title: cell" lines.
func (p *Printer) cards(head []string, body [][]string, width int) []string {
	var lines []string
	for i, r := range body {
		if i > 0 {
			lines = append(lines, "")
		}
		for j, cell := range r {
			if cell == "" || cell == doc.Dash {
				continue
			}
			label := head[j] + ": "
			if strings.HasSuffix(head[j], ".") { // "No. 1": with a colon it would read as an answer
				label = head[j] + " "
			}
			lines = append(lines, Indented(label+cell, "", "  ", width)...)
		}
	}
	return lines
}

// Indented wraps a text with one indent for its first line and another for the rest.
func Indented(s, first, rest string, width int) []string {
	lines := Wrap(s, max(1, width-len(rest)))
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else {
			lines[i] = rest + lines[i]
		}
	}
	return lines
}
