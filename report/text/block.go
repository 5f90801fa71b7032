package text

import (
	"strings"

	"hygeia/report/doc"
)

// drawer prints blocks; see [doc.Drawer].
type drawer struct {
	p        *Printer
	chapters doc.List
}

// Heading prints a heading, underlined where it opens a chapter or a section.
func (d drawer) Heading(b doc.Heading) { d.p.heading(b) }

// Paragraph prints a paragraph.
func (d drawer) Paragraph(b doc.Paragraph) { d.p.Part(Wrap(d.p.words(b.Text), d.p.Width)...) }

// Note prints a note with an indent.
func (d drawer) Note(b doc.Note) {
	d.p.Part(Indented(d.p.words(b.Text), "  ", "  ", d.p.Width)...)
}

// List prints a list.
func (d drawer) List(b doc.List) { d.p.list(b) }

// Table prints a table under its caption.
func (d drawer) Table(b doc.Table) { d.p.captioned(b.Caption, d.p.tableLines(b, d.p.Width)) }

// Bars prints bars of signs.
func (d drawer) Bars(b doc.Bars) { d.p.captioned(b.Caption, d.p.barLines(b, d.p.Width)) }

// Tiles prints a table of the numbers.
func (d drawer) Tiles(b doc.Tiles) { d.Table(doc.TileTable(b)) }

// Trend prints tables, under rows of small bars where they are wanted.
func (d drawer) Trend(b doc.Trend) {
	if d.p.sparks {
		d.p.Part(d.p.tableLines(sparkTable(b), d.p.Width)...)
	}
	d.p.tables(func(most int) []doc.Table { return doc.TrendTables(b, most) })
}

// Dumbbells prints a table.
func (d drawer) Dumbbells(b doc.Dumbbells) { d.Table(doc.DumbbellTable(b)) }

// Strip prints tables.
func (d drawer) Strip(b doc.Strip) {
	d.p.tables(func(most int) []doc.Table { return doc.StripTables(b, most) })
}

// Ticks prints a table.
func (d drawer) Ticks(b doc.Ticks) { d.Table(doc.TickTable(b)) }

// Contents prints a list of the chapters.
func (d drawer) Contents(doc.Contents) { d.p.list(d.chapters) }

// PageBreak prints a rule across the width.
func (d drawer) PageBreak(doc.PageBreak) { d.p.Part(strings.Repeat("-", d.p.Width)) }
