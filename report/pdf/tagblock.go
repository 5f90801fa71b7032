package pdf

import (
	"slices"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/chart"
	"hygeia/report/doc"
)

// blockStrips are the strips of a block with the elements they are the content
// of. Paragraphs, lists and tables name theirs themselves; a chart is a figure
// whose alternative text says all of it in words, since a drawing cannot be
// read out.
func (p *layout) blockStrips(b doc.Block) []strip {
	d := &drawer{p: p}
	b.Draw(d)
	return d.strips
}

// drawer lays out one block; see [doc.Drawer].
type drawer struct {
	p      *layout
	strips []strip
}

// Heading lays out a heading.
func (d *drawer) Heading(b doc.Heading) { d.strips = d.p.headingStrips(b) }

// Paragraph lays out a paragraph.
func (d *drawer) Paragraph(b doc.Paragraph) { d.strips = d.p.paragraphStrips(b) }

// Note lays out a note.
func (d *drawer) Note(b doc.Note) { d.strips = d.p.noteStrips(b.Text) }

// List lays out a list.
func (d *drawer) List(b doc.List) { d.strips = d.p.listStrips(b) }

// Table lays out a table.
func (d *drawer) Table(b doc.Table) { d.strips = d.p.tableStrips(b) }

// Bars lays out bars.
func (d *drawer) Bars(b doc.Bars) {
	d.chart(b.Caption, chart.Bars(b, d.p.measure()), altText(b.Finding, doc.BarTable(b)))
}

// Tiles lays out the numbers as a list.
func (d *drawer) Tiles(b doc.Tiles) {
	d.strips = owned(d.p.tags.root.list(false), d.p.tileStrips(b.Tiles))
}

// Trend lays out small charts side by side.
func (d *drawer) Trend(b doc.Trend) {
	d.chart(b.Caption, chart.Trend(b, d.p.measure()), altText(b.Finding, doc.TrendTables(b, max(len(b.Quarters), 1))...))
}

// Dumbbells lays out pairs of figures.
func (d *drawer) Dumbbells(b doc.Dumbbells) {
	d.chart(b.Caption, chart.Dumbbells(b, d.p.measure()), altText(b.Finding, doc.DumbbellTable(b)))
}

// Strip lays out a grid of letters.
func (d *drawer) Strip(b doc.Strip) {
	d.chart(b.Caption, chart.Strip(b, d.p.measure()), altText(b.Finding, doc.StripTables(b, max(len(b.Columns), 1))...))
}

// Ticks lays out the goals.
func (d *drawer) Ticks(b doc.Ticks) {
	d.strips = d.p.tickList(len(d.p.captionStrips(b.Caption)), d.p.chartStrips(b.Caption, chart.Ticks(b, d.p.measure())))
}

// Contents lays out a line for each chapter.
func (d *drawer) Contents(doc.Contents) { d.strips = d.p.contentsStrips() }

// PageBreak asks for a new page.
func (d *drawer) PageBreak(doc.PageBreak) { d.strips = []strip{newPageStrip()} }

func (d *drawer) chart(caption string, bands []chart.Band, alt string) {
	d.strips = d.p.figure(alt, d.p.chartStrips(caption, bands))
}

func (p *layout) figure(alt string, strips []strip) []strip {
	figure := p.tags.root.add(kindFigure)
	figure.alt, figure.whole = alt, true
	return owned(figure, divisible(strips))
}

// divisible lets a chart go on over the page in its middle: no page has fewer than
// three of its rows, which are what comes under a scale that is drawn again.
func divisible(strips []strip) []strip {
	first := slices.IndexFunc(strips, func(s strip) bool { return s.again != nil })
	if first < 0 {
		return strips
	}
	for i := first + 2; i < len(strips)-3; i++ {
		strips[i].prefer, strips[i].keep = strips[i].keep, false
	}
	return strips
}

// tickList makes the goals a list, under so many lines of caption. Each goal becomes
// an item as it is painted.
func (p *layout) tickList(caption int, strips []strip) []strip {
	owned(p.tags.root.add("P"), strips[:min(caption, len(strips))])
	return owned(p.tags.root.list(false), strips)
}

// altText says a chart in words: its caption, its finding, and the rows of its
// text form, each figure after the title of its column.
func altText(finding string, tables ...doc.Table) string {
	var caption string
	var rows []string
	for _, t := range tables {
		caption = words.Join(" ", caption, sentence(t.Caption))
		for _, r := range t.Rows {
			rows = append(rows, sentence(rowWords(t.Columns, r)))
		}
	}
	return words.Join(" ", append([]string{caption, sentence(finding)}, rows...)...)
}

// rowWords is a row on one line: "Govern: Score 55%; Target 70%".
func rowWords(columns []doc.Column, row []doc.Text) string {
	var name string
	var cells []string
	for i, c := range row {
		switch said := c.String(); {
		case i == 0:
			name = said
		case said != "" && said != doc.Dash && i < len(columns):
			cells = append(cells, words.Join(" ", columns[i].Title, said))
		}
	}
	return words.Join(": ", name, strings.Join(cells, "; "))
}

// sentence ends a text with a full stop.
func sentence(s string) string {
	if s == "" || strings.ContainsRune(".:!?", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}

// heading adds a heading for a chapter (level 1) or what is below it. The title
// is the only H1, as in the Markdown. No level is skipped: a reader would look
// for what is missing.
func (t *tagger) heading(level int) *element {
	t.level = min(max(level, 1), 5, t.level+1)
	return t.root.add("H" + string(rune('1'+t.level)))
}

// list adds a list.
func (e *element) list(ordered bool) *element {
	list := e.add("L")
	list.attrs = "/O/List/ListNumbering/Disc"
	if ordered {
		list.attrs = "/O/List/ListNumbering/Decimal"
	}
	return list
}

// row adds a row of cells to a table and returns the cells.
func (e *element) row(kind string, columns int) []*element {
	row := e.add("TR")
	cells := make([]*element, columns)
	for i := range cells {
		cells[i] = row.add(kind)
		if kind == kindHeader {
			cells[i].attrs = "/O/Table/Scope/Column"
		}
	}
	return cells
}

// cover widens the box to what is drawn between these edges of a page, in mm.
func (b *figureBox) cover(page int, start, end, top, bottom float64) {
	switch {
	case b.page == 0:
		*b = figureBox{page: page, top: top, bottom: bottom, start: start, end: end}
	case b.page != page:
		b.many = true
	default:
		b.top, b.bottom = min(b.top, top), max(b.bottom, bottom)
	}
}
