package pdf

import (
	"math"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// setting is how a table is set: its type, and the padding inside a cell, in mm.
type setting struct {
	cell, head typeset.Style
	padX, padY float64
}

var (
	usualTable = setting{typeset.Cell, typeset.Head, 2, 1.4}
	denseTable = setting{
		typeset.Style{Size: 7.8, Lead: 3.4, Ink: typeset.Dark}, typeset.Style{Size: 7.2, Lead: 3.2, Bold: true, Ink: typeset.Navy}, 1.1, 0.9,
	}
)

func settingOf(t doc.Table) setting {
	if t.Dense {
		return denseTable
	}
	return usualTable
}

// tallRow is the height in mm from which a row may stand alone on a page: it is a
// paragraph rather than a line.
const tallRow = 16.0

// headLines is how many lines the title of a column may have.
const headLines = 4

// tableStrips draws a table: its caption, a header that is repeated on each
// page, a strip for each row.
func (p *layout) tableStrips(t doc.Table) []strip {
	if len(t.Columns) == 0 {
		return spaced(gapFloat, owned(p.tags.root.add("P"), p.captionStrips(t.Caption)))
	}
	table := p.tags.root.add("Table")
	caption := owned(table.add("Caption"), p.captionStrips(t.Caption))
	g := grid{p, settingOf(t), t.Columns, columnWidths(t, p.measure()), table}
	head := g.head()
	strips := append(caption, head)
	for i, r := range t.Rows {
		rows := g.row(r, i%2 == 1, &head)
		if i == len(t.Rows)-1 && heightOf(rows) < tallRow && len(strips) > len(caption)+1 { // neither the first row nor the last stands alone
			strips[len(strips)-1].keep = true
		}
		if i == 0 && heightOf(rows) < tallRow {
			rows[len(rows)-1].keep = i < len(t.Rows)-1
		}
		strips = append(strips, rows...)
	}
	if len(t.Rows) == 0 {
		strips[len(strips)-1].keep = false
	}
	if t.Dense {
		return spaced(gapDense, strips)
	}
	return spaced(gapFloat, strips)
}

// gapDense is the space above a dense table, in mm.
const gapDense = 1.5

// grid is a table's columns on the page.
type grid struct {
	p       *layout
	set     setting
	columns []doc.Column
	widths  []float64 // in mm, with padding
	table   *element
}

// head is the header row.
func (g grid) head() strip {
	cells := make([][]typeset.Line, len(g.columns))
	for i, c := range g.columns {
		cells[i] = g.set.head.SetAtMost(c.Title, g.inner(i), headLines)
	}
	height := float64(typeset.Tallest(cells))*g.set.head.Lead + 2*g.set.padY
	owners := g.table.row(kindHeader, len(cells))
	return strip{height: height, keep: true, draw: func(y float64) {
		g.titles(y+height-g.set.padY, cells, owners)
		g.p.rule(margin, y+height-0.2, g.p.width-margin, 0.4, typeset.Navy)
	}}
}

// row is the strip of a row, or several where a row is taller than a page.
func (g grid) row(row []doc.Text, shaded bool, head *strip) []strip {
	cells := make([][]typeset.Line, len(g.columns))
	for i := range g.columns {
		if i < len(row) {
			cells[i] = g.set.cell.Set(row[i], g.inner(i))
		}
	}
	room := g.p.bodyHeight() - head.height
	owners := g.table.row(kindCell, len(cells))
	if g.height(cells) <= room {
		return []strip{g.strip(cells, owners, shaded, head)}
	}
	var strips []strip
	lines := int(room * 0.7 / g.set.cell.Lead)
	for i, part := range cut(cells, lines, g.set.cell) {
		if i*lines >= len(cells[0]) { // its name is repeated: read out once is enough
			owners = append([]*element{nil}, owners[1:]...)
		}
		strips = append(strips, g.strip(part, owners, shaded, head))
	}
	return strips
}

// cut cuts a row into parts of so many lines. Where the first cell has come to its
// end, a further part says which row it continues.
func cut(cells [][]typeset.Line, lines int, st typeset.Style) [][][]typeset.Line {
	var parts [][][]typeset.Line
	for start := 0; start < typeset.Tallest(cells); start += lines {
		part := make([][]typeset.Line, len(cells))
		for i, c := range cells {
			part[i] = c[min(start, len(c)):min(start+lines, len(c))]
		}
		if start > 0 && len(part[0]) == 0 {
			name := cells[0][:min(len(cells[0]), headLines)]
			part[0] = append(name[:len(name):len(name)], st.Set(doc.Plain("(continued)"), math.MaxInt32)...)
		}
		parts = append(parts, part)
	}
	return parts
}

func (g grid) strip(cells [][]typeset.Line, owners []*element, shaded bool, head *strip) strip {
	height := g.height(cells)
	return strip{height: height, again: head, draw: func(y float64) {
		if shaded {
			g.p.fill(margin, y+0.1, g.p.measure(), height-0.1, typeset.Pale)
		}
		g.p.rule(margin, y+height, g.p.width-margin, 0.15, typeset.Hairline)
		g.cells(y+g.set.padY, g.set.cell, cells, owners)
	}}
}

// cells draws the lines of a row, from column to column.
func (g grid) cells(y float64, st typeset.Style, cells [][]typeset.Line, owners []*element) {
	x := margin
	for i, lines := range cells {
		g.p.tags.within(owners[i], func() { g.cell(x, y, i, st, lines) })
		x += g.widths[i]
	}
}

func (g grid) cell(x, y float64, column int, st typeset.Style, lines []typeset.Line) {
	for n, l := range lines {
		at := x + g.set.padX
		if g.columns[column].Right {
			at = x + g.widths[column] - g.set.padX - l.Width
		}
		g.p.line(at, y+float64(n)*st.Lead, st, l)
	}
}

// titles draws the header's cells, whose last lines stand on one line.
func (g grid) titles(bottom float64, cells [][]typeset.Line, owners []*element) {
	x := margin
	for i, lines := range cells {
		top := bottom - float64(len(lines))*g.set.head.Lead
		g.p.tags.within(owners[i], func() { g.cell(x, top, i, g.set.head, lines) })
		x += g.widths[i]
	}
}

// inner is the width of a column without its padding.
func (g grid) inner(column int) float64 { return max(g.widths[column]-2*g.set.padX, 1) }

// height is that of a row, at least one line.
func (g grid) height(cells [][]typeset.Line) float64 {
	return float64(max(typeset.Tallest(cells), 1))*g.set.cell.Lead + 2*g.set.padY
}
