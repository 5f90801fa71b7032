package pdf

import (
	"strconv"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The styles of a compact document, which grow and shrink together.

func (s sheet) body() typeset.Style {
	return typeset.Style{Size: s.size, Lead: s.size * 0.44, Bold: false, Ink: typeset.Dark}
}

func (s sheet) head() typeset.Style {
	return typeset.Style{Size: s.size + 2, Lead: (s.size + 2) * 0.44, Bold: true, Ink: typeset.Navy}
}

func (s sheet) small() typeset.Style {
	st := s.body().In(typeset.Navy)
	st.Size, st.Bold = s.size-0.5, true
	return st
}

// strips sets blocks in a column of that width whose left end is at x.
func (s sheet) strips(blocks []doc.Block, x, width float64) []strip {
	d := &sheetDrawer{sheet: s, x: x, width: width}
	for _, b := range blocks {
		b.Draw(d)
	}
	return d.strips
}

// sheetDrawer lays out blocks in a column; see [doc.Drawer]. A chart stands there as
// its table.
type sheetDrawer struct {
	sheet
	x, width float64
	strips   []strip
}

func (d *sheetDrawer) add(strips ...strip) { d.strips = append(d.strips, strips...) }

// Heading lays out a heading.
func (d *sheetDrawer) Heading(b doc.Heading) { d.add(d.heading(b, d.x, d.width)) }

// Paragraph lays out a paragraph.
func (d *sheetDrawer) Paragraph(b doc.Paragraph) {
	d.add(spaced(0.6, owned(d.p.tags.root.add("P"), d.lines(d.body(), b.Text, d.x, d.width)))...)
}

// Note lays out a note.
func (d *sheetDrawer) Note(b doc.Note) { d.add(d.note(b.Text, d.x, d.width)) }

// List lays out a list.
func (d *sheetDrawer) List(b doc.List) { d.add(d.list(b, d.x, d.width)...) }

// Table lays out a table under its caption.
func (d *sheetDrawer) Table(b doc.Table) {
	if b.Caption != "" {
		caption := d.lines(d.small(), doc.Plain(b.Caption), d.x, d.width)
		d.add(spaced(0.8, owned(d.p.tags.root.add("P"), caption))...)
	}
	d.add(d.table(b, d.x, d.width)...)
}

// Bars lays out a table.
func (d *sheetDrawer) Bars(b doc.Bars) { d.Table(doc.BarTable(b)) }

// Tiles lays out a table.
func (d *sheetDrawer) Tiles(b doc.Tiles) { d.Table(doc.TileTable(b)) }

// Trend lays out tables.
func (d *sheetDrawer) Trend(b doc.Trend) { d.tables(doc.TrendTables(b, doc.TableMost)) }

// Dumbbells lays out a table.
func (d *sheetDrawer) Dumbbells(b doc.Dumbbells) { d.Table(doc.DumbbellTable(b)) }

// Strip lays out tables.
func (d *sheetDrawer) Strip(b doc.Strip) { d.tables(doc.StripTables(b, doc.TableMost)) }

// Ticks lays out a table.
func (d *sheetDrawer) Ticks(b doc.Ticks) { d.Table(doc.TickTable(b)) }

// Contents lays out nothing: there is one page.
func (d *sheetDrawer) Contents(doc.Contents) {}

// PageBreak lays out nothing, for the same reason.
func (d *sheetDrawer) PageBreak(doc.PageBreak) {}

func (d *sheetDrawer) tables(tables []doc.Table) {
	for _, t := range tables {
		d.Table(t)
	}
}

func (s sheet) lines(st typeset.Style, t doc.Text, x, width float64) []strip {
	return s.p.lineStrips(x, st, st.Set(t, width))
}

// heading draws a heading over a thin rule.
func (s sheet) heading(h doc.Heading, x, width float64) strip {
	st := s.head()
	set := st.Set(doc.Plain(h.Text), width)
	height := float64(len(set)) * st.Lead
	return strip{above: 1.8, height: height + 1.1, owner: s.p.tags.heading(1), draw: func(y float64) {
		s.p.section = h.Text
		s.p.block(x, y, st, set)
		s.p.rule(x, y+height+0.4, x+width, 0.5, typeset.Teal)
	}}
}

// note draws a caution in bold on a pale ground.
func (s sheet) note(t doc.Text, x, width float64) strip {
	const pad = 1.5
	st := s.body()
	set := st.Set(t, width-2*pad-2)
	height := float64(len(set))*st.Lead + 2*pad
	return strip{above: 1.2, height: height, owner: s.p.tags.root.add("Note"), draw: func(y float64) {
		s.p.fill(x, y, width, height, typeset.Pale)
		s.p.fill(x, y, 1.2, height, typeset.DraftRed)
		s.p.block(x+pad+2, y+pad, st, set)
	}}
}

// list draws the items with a hanging indent.
func (s sheet) list(l doc.List, x, width float64) []strip {
	st := s.body()
	indent := st.Width("00.") + 0.8
	if !l.Ordered {
		indent = st.Width("•") + 1.6
	}
	var all []strip
	list := s.p.tags.root.list(l.Ordered)
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = strconv.Itoa(i+1) + "."
		}
		strips := s.lines(st, item, x+indent, width-indent)
		if len(strips) == 0 {
			continue
		}
		li := list.add("LI")
		label := li.add("Lbl")
		owned(li.add("LBody"), strips)
		first := strips[0].draw
		strips[0].draw = func(y float64) {
			s.p.tags.within(label, func() { s.p.words(x, y, indent, st, mark) })
			first(y)
		}
		all = append(all, spaced(0.7, strips)...)
	}
	return all
}

// table draws a table with columns as wide as their shares. A row that is to be
// written in by hand is higher.
func (s sheet) table(t doc.Table, x, width float64) []strip {
	if len(t.Columns) == 0 {
		return nil
	}
	shares := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		shares[i] = float64(max(c.Width, 1))
	}
	widths := shareOut(shares, make([]float64, len(shares)), width)
	titles := make([]doc.Text, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = doc.Plain(c.Title)
	}
	table := s.p.tags.root.add("Table")
	g := sheetGrid{s, t.Columns, widths}
	strips := spaced(0.8, []strip{g.row(table.row(kindHeader, len(widths)), s.small(), titles, x, 0)})
	for _, r := range t.Rows {
		taller := 0.0
		if toFill(r) {
			taller = 1.3
		}
		strips = append(strips, g.row(table.row(kindCell, len(widths)), s.body(), r, x, taller))
	}
	return strips
}

// toFill reports whether a row has an empty cell behind one that is not.
func toFill(row []doc.Text) bool {
	for i := 1; i < len(row); i++ {
		if row[i].String() == "" && row[i-1].String() != "" {
			return true
		}
	}
	return false
}

// sheetGrid is a table's columns on a sheet.
type sheetGrid struct {
	s       sheet
	columns []doc.Column
	widths  []float64 // in mm, with the gap behind each
}

func (g sheetGrid) row(owners []*element, st typeset.Style, cells []doc.Text, x, taller float64) strip {
	const pad, gap = 0.3, 2.0
	set := make([][]typeset.Line, len(g.widths))
	for i, w := range g.widths {
		if i < len(cells) {
			set[i] = st.Set(cells[i], w-gap)
		}
	}
	height := float64(max(typeset.Tallest(set), 1))*st.Lead + 2*pad + taller
	return strip{height: height, draw: func(y float64) {
		at := x
		for i, lines := range set {
			g.s.p.tags.within(owners[i], func() {
				for n, l := range lines {
					left := at
					if g.columns[i].Right {
						left += g.widths[i] - gap - l.Width
					}
					g.s.p.line(left, y+pad+taller+float64(n)*st.Lead, st, l)
				}
			})
			at += g.widths[i]
		}
		g.s.p.rule(x, y+height, at, 0.15, typeset.Grey)
	}}
}
