package word

import (
	"fmt"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Table draws a table under its caption. Its head is repeated on every page and
// no row is split; the caption is its alternative text too.
func (f *file) Table(t doc.Table) { f.table(t, "") }

// table draws a table; said is what it shows, for those who do not see it.
func (f *file) table(t doc.Table, said string) {
	f.paragraph("Caption", doc.Plain(t.Caption))
	if len(t.Columns) == 0 {
		return
	}
	f.tables++
	style := "TableText"
	if t.Dense {
		style = "DenseTableText"
	}
	total := 0
	for _, c := range t.Columns {
		total += max(c.Width, 1)
	}
	f.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>`)
	fmt.Fprintf(&f.body, `<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>`, f.size.text)
	if name := escaped(t.Caption); name != "" {
		fmt.Fprintf(&f.body, `<w:tblCaption w:val="%s"/>`, name)
	}
	if said := escaped(said); said != "" {
		fmt.Fprintf(&f.body, `<w:tblDescription w:val="%s"/>`, said)
	}
	f.body.WriteString(`</w:tblPr><w:tblGrid>`)
	widths := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = f.size.text * max(c.Width, 1) / total
		fmt.Fprintf(&f.body, `<w:gridCol w:w="%d"/>`, widths[i])
	}
	f.body.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		f.cell(widths[i], c, style, doc.Plain(c.Title), `<w:b/>`)
	}
	f.body.WriteString(`</w:tr>`)
	for _, r := range t.Rows {
		f.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, c := range t.Columns {
			var text doc.Text
			if i < len(r) {
				text = r[i]
			}
			f.cell(widths[i], c, style, text, "")
		}
		f.body.WriteString(`</w:tr>`)
	}
	f.body.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`)
}

// cell writes a cell, which Word wants to hold a paragraph even where it is empty.
func (f *file) cell(width int, c doc.Column, style string, t doc.Text, look string) {
	fmt.Fprintf(&f.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/>`, width, style)
	if c.Right {
		f.body.WriteString(`<w:jc w:val="right"/>`)
	}
	f.body.WriteString(`</w:pPr>` + f.runs(t, look) + `</w:p></w:tc>`)
}

// chart draws the tables that stand for a chart; what it shows is their
// alternative text.
func (f *file) chart(finding string, tables ...doc.Table) {
	for _, t := range tables {
		f.table(t, finding)
	}
}

// Bars draws the table that stands for a chart, as do the next ones.
func (f *file) Bars(b doc.Bars) { f.chart(b.Finding, doc.BarTable(b)) }

// Tiles draws the numbers as a table.
func (f *file) Tiles(b doc.Tiles) {
	if len(b.Tiles) > 0 {
		f.chart("", doc.TileTable(b))
	}
}

// Trend draws tables of so many quarters each.
func (f *file) Trend(b doc.Trend) { f.chart(b.Finding, doc.TrendTables(b, doc.TableMost)...) }

// Dumbbells draws a table.
func (f *file) Dumbbells(b doc.Dumbbells) { f.chart(b.Finding, doc.DumbbellTable(b)) }

// Strip draws tables of so many columns each.
func (f *file) Strip(b doc.Strip) { f.chart(b.Finding, doc.StripTables(b, doc.TableMost)...) }

// Ticks draws a table.
func (f *file) Ticks(b doc.Ticks) { f.chart("", doc.TickTable(b)) }

// logo writes the picture, at most 0.75 inch high and 3 inches wide.
func (f *file) logo(d *doc.Document) {
	const inch = 914400 // in the units of drawings
	width, height := d.Logo.Width, d.Logo.Height
	scale := min(float64(3*inch)/float64(width), float64(inch*3/4)/float64(height))
	cx, cy := int(float64(width)*scale), int(float64(height)*scale)
	name := escaped(words.Line("Logo of " + d.Subject))
	f.picture = true
	fmt.Fprintf(&f.body, `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><wp:docPr id="1" name="Logo" descr="%s"/>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`+
		`<pic:nvPicPr><pic:cNvPr id="1" name="logo.png" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`+
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`, cx, cy, name, name, cx, cy)
}
