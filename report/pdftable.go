package report

import "math"

// Padding inside a cell, in mm.
const (
	padX = 2.0
	padY = 1.4
)

// headLines is how many lines the title of a column may have.
const headLines = 4

// tableStrips draws a table: its caption, a header that is repeated on each
// page, a strip for each row.
func (p *press) tableStrips(t Table) []strip {
	if len(t.Columns) == 0 {
		return spaced(gapFloat, owned(p.tags.root.add("P"), p.captionStrips(t.Caption)))
	}
	table := p.tags.root.add("Table")
	caption := owned(table.add("Caption"), p.captionStrips(t.Caption))
	g := grid{p, t.Columns, columnWidths(t, p.measure()), table}
	head := g.head()
	strips := append(caption, head)
	for i, r := range t.Rows {
		rows := g.row(r, i%2 == 1, &head)
		if i == 0 || i == len(t.Rows)-2 { // neither the first row nor the last stands alone
			rows[len(rows)-1].keep = i < len(t.Rows)-1
		}
		strips = append(strips, rows...)
	}
	if len(t.Rows) == 0 {
		strips[len(strips)-1].keep = false
	}
	return spaced(gapFloat, strips)
}

// grid is a table's columns on the page.
type grid struct {
	p       *press
	columns []Column
	widths  []float64 // in mm, with padding
	table   *element
}

// head is the header row.
func (g grid) head() strip {
	cells := make([][]setLine, len(g.columns))
	for i, c := range g.columns {
		cells[i] = styleHead.setAtMost(c.Title, g.inner(i), headLines)
	}
	height := float64(tallest(cells))*styleHead.lead + 2*padY
	owners := g.table.row(kindHeader, len(cells))
	return strip{height: height, keep: true, draw: func(y float64) {
		g.titles(y+height-padY, cells, owners)
		g.p.rule(margin, y+height-0.2, g.p.width-margin, 0.4, navy)
	}}
}

// row is the strip of a row, or several where a row is taller than a page.
func (g grid) row(row []Text, shaded bool, head *strip) []strip {
	cells := make([][]setLine, len(g.columns))
	for i := range g.columns {
		if i < len(row) {
			cells[i] = styleCell.set(row[i], g.inner(i))
		}
	}
	room := g.p.bodyHeight() - head.height
	owners := g.table.row(kindCell, len(cells))
	if g.height(cells) <= room {
		return []strip{g.strip(cells, owners, shaded, head)}
	}
	var strips []strip
	lines := int(room * 0.7 / styleCell.lead)
	for i, part := range cut(cells, lines) {
		if i*lines >= len(cells[0]) { // its name is repeated: read out once is enough
			owners = append([]*element{nil}, owners[1:]...)
		}
		strips = append(strips, g.strip(part, owners, shaded, head))
	}
	return strips
}

// cut cuts a row into parts of so many lines. Where the first cell has come to its
// end, a further part says which row it continues.
func cut(cells [][]setLine, lines int) [][][]setLine {
	var parts [][][]setLine
	for start := 0; start < tallest(cells); start += lines {
		part := make([][]setLine, len(cells))
		for i, c := range cells {
			part[i] = c[min(start, len(c)):min(start+lines, len(c))]
		}
		if start > 0 && len(part[0]) == 0 {
			name := cells[0][:min(len(cells[0]), headLines)]
			part[0] = append(name[:len(name):len(name)], styleCell.set(Plain("(continued)"), math.MaxInt32)...)
		}
		parts = append(parts, part)
	}
	return parts
}

func (g grid) strip(cells [][]setLine, owners []*element, shaded bool, head *strip) strip {
	height := g.height(cells)
	return strip{height: height, again: head, draw: func(y float64) {
		if shaded {
			g.p.fill(margin, y+0.1, g.p.measure(), height-0.1, pale)
		}
		g.p.rule(margin, y+height, g.p.width-margin, 0.15, hair)
		g.cells(y+padY, styleCell, cells, owners)
	}}
}

// cells draws the lines of a row, from column to column.
func (g grid) cells(y float64, st typeStyle, cells [][]setLine, owners []*element) {
	x := margin
	for i, lines := range cells {
		g.p.tags.within(owners[i], func() { g.cell(x, y, i, st, lines) })
		x += g.widths[i]
	}
}

func (g grid) cell(x, y float64, column int, st typeStyle, lines []setLine) {
	for n, l := range lines {
		at := x + padX
		if g.columns[column].Right {
			at = x + g.widths[column] - padX - l.width
		}
		g.p.line(at, y+float64(n)*st.lead, st, l)
	}
}

// titles draws the header's cells, whose last lines stand on one line.
func (g grid) titles(bottom float64, cells [][]setLine, owners []*element) {
	x := margin
	for i, lines := range cells {
		top := bottom - float64(len(lines))*styleHead.lead
		g.p.tags.within(owners[i], func() { g.cell(x, top, i, styleHead, lines) })
		x += g.widths[i]
	}
}

// inner is the width of a column without its padding.
func (g grid) inner(column int) float64 { return max(g.widths[column]-2*padX, 1) }

// height is that of a row, at least one line.
func (g grid) height(cells [][]setLine) float64 {
	return float64(max(tallest(cells), 1))*styleCell.lead + 2*padY
}

func tallest(cells [][]setLine) int {
	most := 0
	for _, c := range cells {
		most = max(most, len(c))
	}
	return most
}
