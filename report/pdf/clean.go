package pdf

import (
	"slices"
	"strings"
	"unicode"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// All text is cleaned at the door, before a page is laid out, so that nothing
// behind it has to think of what a font or gofpdf cannot take. A character
// above U+FFFF makes gofpdf panic (jung-kurt/gofpdf#255); one without a glyph
// would vanish from the page and stay in the file.
//
//   - A line break stays where a text may have several lines, and is a space elsewhere.
//   - Tabs and odd spaces are plain spaces; the ones that must not break are U+00A0.
//   - Control characters, bidirectional marks, zero-width characters and variation selectors go.
//   - U+2011 is "-"; signs with a near relative in the font become that, see [substitutes].
//   - Everything else without a glyph is drawn as [replacement], and the report says so at its end.

// replacement stands on the page for a character the font lacks.
const replacement = '□'

// substitutes are the signs people do type and the font lacks.
var substitutes = map[rune]string{
	'\u2011': "-", '\u2043': "-", '\uFE63': "-", '\uFF0D': "-",
	'✓': "√", '✔': "√", '✗': "×", '✘': "×", '✕': "×", '✖': "×",
	'☐': "[ ]", '☑': "[x]", '☒': "[x]", '⚠': "(!)", '★': "*", '☆': "*",
	'➔': "→", '➜': "→", '➤': "►", '⇒': "→", '✉': "@",
}

// cleaner cleans the text of one document and remembers what it could not keep.
type cleaner struct {
	lost       bool // a character was replaced by the stranger, which is also a sign people may type
	rightFirst bool // Hebrew or Arabic letters, which are drawn from left to right
}

// clean returns a copy of the document that can be drawn, with a note at its
// end where the page differs from what was written. The original is not
// touched.
func (w *cleaner) clean(d *doc.Document) *doc.Document {
	c := *d
	c.Title, c.Subject, c.Period = w.line(d.Title), w.line(d.Subject), w.line(d.Period)
	c.Marking, c.Program, c.Notice = w.line(d.Marking), w.line(d.Program), w.line(d.Notice)
	c.Legal = w.line(d.Legal)
	c.Lines = nil
	for _, l := range d.Lines {
		c.Lines = append(c.Lines, w.line(l))
	}
	c.Blocks = nil
	for _, b := range d.Blocks {
		c.Blocks = append(c.Blocks, w.block(b))
	}
	if w.lost {
		c.Blocks = append(c.Blocks, doc.Note{Text: doc.Plain("Some characters are not in the font of this report. Each is shown as " + string(replacement) + ".")})
	}
	if w.rightFirst {
		c.Blocks = append(c.Blocks, doc.Note{Text: doc.Plain("Text written from right to left is shown here from left to right.")})
	}
	return &c
}

func (w *cleaner) block(b doc.Block) doc.Block {
	switch b := b.(type) {
	case doc.Heading:
		b.Text = w.line(b.Text)
		return b
	case doc.Paragraph:
		return doc.Paragraph{Text: w.text(b.Text)}
	case doc.Note:
		return doc.Note{Text: w.text(b.Text)}
	case doc.List:
		b.Items = w.texts(b.Items)
		return b
	case doc.Table:
		return w.table(b)
	case doc.Bars:
		return w.bars(b)
	case doc.Tiles:
		var tiles []doc.Tile
		for _, t := range b.Tiles {
			tiles = append(tiles, doc.Tile{Number: w.line(t.Number), Label: w.line(t.Label), Sub: w.line(t.Sub)})
		}
		return doc.Tiles{Tiles: tiles}
	case doc.Trend:
		return w.trend(b)
	case doc.Dumbbells:
		return w.dumbbells(b)
	case doc.Strip:
		return w.strip(b)
	case doc.Ticks:
		return w.ticks(b)
	}
	return b
}

func (w *cleaner) table(t doc.Table) doc.Table {
	columns := make([]doc.Column, len(t.Columns))
	for i, c := range t.Columns {
		c.Title = w.line(c.Title)
		columns[i] = c
	}
	var rows [][]doc.Text
	for _, r := range t.Rows {
		rows = append(rows, w.texts(r))
	}
	return doc.Table{Caption: w.line(t.Caption), Columns: columns, Rows: rows}
}

func (w *cleaner) bars(b doc.Bars) doc.Bars {
	rows := make([]doc.Bar, len(b.Rows))
	for i, r := range b.Rows {
		r.Label, r.Words, r.Detail = w.line(r.Label), w.line(r.Words), w.line(r.Detail)
		rows[i] = r
	}
	b.Caption, b.Finding, b.Rows = w.line(b.Caption), w.line(b.Finding), rows
	return b
}

func (w *cleaner) trend(b doc.Trend) doc.Trend {
	lines := make([]doc.TrendLine, len(b.Lines))
	for i, l := range b.Lines {
		points := slices.Clone(l.Points)
		for j := range points {
			points[j].Words = w.line(points[j].Words)
		}
		lines[i] = doc.TrendLine{Label: w.line(l.Label), Points: points}
	}
	b.Caption, b.Finding, b.Lines = w.line(b.Caption), w.line(b.Finding), lines
	b.Quarters = w.lines(b.Quarters)
	return b
}

func (w *cleaner) dumbbells(b doc.Dumbbells) doc.Dumbbells {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i].Label, rows[i].Words = w.line(r.Label), w.line(r.Words)
	}
	b.Caption, b.Finding, b.Rows = w.line(b.Caption), w.line(b.Finding), rows
	b.Before, b.Now = w.line(b.Before), w.line(b.Now)
	return b
}

func (w *cleaner) strip(b doc.Strip) doc.Strip {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i] = doc.StripRow{Label: w.line(r.Label), Cells: w.lines(r.Cells)}
	}
	legend := slices.Clone(b.Legend)
	for i, k := range legend {
		legend[i].Letter, legend[i].Words = w.line(k.Letter), w.line(k.Words)
	}
	b.Caption, b.Finding, b.Rows, b.Legend = w.line(b.Caption), w.line(b.Finding), rows, legend
	b.Columns = w.lines(b.Columns)
	return b
}

func (w *cleaner) ticks(b doc.Ticks) doc.Ticks {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i].Label, rows[i].Words, rows[i].Detail = w.line(r.Label), w.line(r.Words), w.line(r.Detail)
	}
	return doc.Ticks{Caption: w.line(b.Caption), Rows: rows}
}

func (w *cleaner) lines(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.line(s)
	}
	return out
}

func (w *cleaner) texts(ts []doc.Text) []doc.Text {
	var out []doc.Text
	for _, t := range ts {
		out = append(out, w.text(t))
	}
	return out
}

// text cleans running text, in which line breaks stay, and its addresses.
func (w *cleaner) text(t doc.Text) doc.Text {
	var out doc.Text
	for _, s := range t {
		s.Text, s.URL = w.runes(s.Text), doc.LinkTarget(s.URL)
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// line cleans a text of one line.
func (w *cleaner) line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(w.runes(s), "\n", " "))
}

func (w *cleaner) runes(s string) string {
	var out strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		w.rune(&out, r)
	}
	return out.String()
}

func (w *cleaner) rune(out *strings.Builder, r rune) {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		out.WriteByte('\n')
		return
	case '\u2007', '\u202F', '\u00A0':
		out.WriteRune('\u00A0')
		return
	}
	switch {
	case unicode.IsSpace(r):
		out.WriteByte(' ')
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
	case typeset.Drawable(r):
		w.rightFirst = w.rightFirst || unicode.In(r, unicode.Hebrew, unicode.Arabic)
		out.WriteRune(r)
	case substitutes[r] != "":
		out.WriteString(substitutes[r])
	default:
		w.lost = true
		out.WriteRune(replacement)
	}
}
