package report

import (
	"slices"
	"strings"
	"unicode"
)

// All text is cleaned at the door, before a page is laid out, so that nothing
// behind it has to think of what a font or gofpdf cannot take. A character
// above U+FFFF makes gofpdf panic (jung-kurt/gofpdf#255); one without a glyph
// would vanish from the page and stay in the file.
//
//   - A line break stays where a text may have several lines, and is a space elsewhere.
//   - Tabs and odd spaces are plain spaces; the ones that must not break are U+00A0.
//   - Control characters, bidirectional marks, zero-width characters and variation selectors go.
//   - U+2011 is "-"; signs with a near relative in the font become that, see [relatives].
//   - Everything else without a glyph is drawn as [stranger], and the report says so at its end.

// stranger stands on the page for a character the font lacks.
const stranger = '□'

// relatives are the signs people do type and the font lacks.
var relatives = map[rune]string{
	'\u2011': "-", '\u2043': "-", '\uFE63': "-", '\uFF0D': "-",
	'✓': "√", '✔': "√", '✗': "×", '✘': "×", '✕': "×", '✖': "×",
	'☐': "[ ]", '☑': "[x]", '☒': "[x]", '⚠': "(!)", '★': "*", '☆': "*",
	'➔': "→", '➜': "→", '➤': "►", '⇒': "→", '✉': "@",
}

// washer cleans the text of one document and remembers what it could not keep.
type washer struct {
	lost       bool // a character was replaced by the stranger, which is also a sign people may type
	rightFirst bool // Hebrew or Arabic letters, which are drawn from left to right
}

// clean returns a copy of the document that can be drawn, with a note at its
// end where the page differs from what was written. The original is not
// touched.
func (w *washer) clean(d *Document) *Document {
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
		c.Blocks = append(c.Blocks, Note{Plain("Some characters are not in the font of this report. Each is shown as " + string(stranger) + ".")})
	}
	if w.rightFirst {
		c.Blocks = append(c.Blocks, Note{Plain("Text written from right to left is shown here from left to right.")})
	}
	return &c
}

func (w *washer) block(b Block) Block {
	switch b := b.(type) {
	case Heading:
		b.Text = w.line(b.Text)
		return b
	case Paragraph:
		return Paragraph{w.text(b.Text)}
	case Note:
		return Note{w.text(b.Text)}
	case List:
		b.Items = w.texts(b.Items)
		return b
	case Table:
		return w.table(b)
	case Bars:
		return w.bars(b)
	case Tiles:
		var tiles []Tile
		for _, t := range b.Tiles {
			tiles = append(tiles, Tile{w.line(t.Number), w.line(t.Label), w.line(t.Sub)})
		}
		return Tiles{tiles}
	case Trend:
		return w.trend(b)
	case Dumbbells:
		return w.dumbbells(b)
	case Strip:
		return w.strip(b)
	case Ticks:
		return w.ticks(b)
	}
	return b
}

func (w *washer) table(t Table) Table {
	columns := make([]Column, len(t.Columns))
	for i, c := range t.Columns {
		c.Title = w.line(c.Title)
		columns[i] = c
	}
	var rows [][]Text
	for _, r := range t.Rows {
		rows = append(rows, w.texts(r))
	}
	return Table{w.line(t.Caption), columns, rows}
}

func (w *washer) bars(b Bars) Bars {
	rows := make([]Bar, len(b.Rows))
	for i, r := range b.Rows {
		r.Label, r.Words, r.Detail = w.line(r.Label), w.line(r.Words), w.line(r.Detail)
		rows[i] = r
	}
	b.Caption, b.Finding, b.Rows = w.line(b.Caption), w.line(b.Finding), rows
	return b
}

func (w *washer) trend(b Trend) Trend {
	lines := make([]TrendLine, len(b.Lines))
	for i, l := range b.Lines {
		points := slices.Clone(l.Points)
		for j := range points {
			points[j].Words = w.line(points[j].Words)
		}
		lines[i] = TrendLine{w.line(l.Label), points}
	}
	b.Caption, b.Finding, b.Lines = w.line(b.Caption), w.line(b.Finding), lines
	b.Quarters = w.lines(b.Quarters)
	return b
}

func (w *washer) dumbbells(b Dumbbells) Dumbbells {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i].Label, rows[i].Words = w.line(r.Label), w.line(r.Words)
	}
	b.Caption, b.Finding, b.Rows = w.line(b.Caption), w.line(b.Finding), rows
	b.Before, b.Now = w.line(b.Before), w.line(b.Now)
	return b
}

func (w *washer) strip(b Strip) Strip {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i] = StripRow{w.line(r.Label), w.lines(r.Cells)}
	}
	legend := slices.Clone(b.Legend)
	for i, k := range legend {
		legend[i].Letter, legend[i].Words = w.line(k.Letter), w.line(k.Words)
	}
	b.Caption, b.Finding, b.Rows, b.Legend = w.line(b.Caption), w.line(b.Finding), rows, legend
	b.Columns = w.lines(b.Columns)
	return b
}

func (w *washer) ticks(b Ticks) Ticks {
	rows := slices.Clone(b.Rows)
	for i, r := range rows {
		rows[i].Label, rows[i].Words, rows[i].Detail = w.line(r.Label), w.line(r.Words), w.line(r.Detail)
	}
	return Ticks{w.line(b.Caption), rows}
}

func (w *washer) lines(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.line(s)
	}
	return out
}

func (w *washer) texts(ts []Text) []Text {
	var out []Text
	for _, t := range ts {
		out = append(out, w.text(t))
	}
	return out
}

// text cleans running text, in which line breaks stay, and its addresses.
func (w *washer) text(t Text) Text {
	var out Text
	for _, s := range t {
		s.Text, s.URL = w.runes(s.Text), linkTarget(s.URL)
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// line cleans a text of one line.
func (w *washer) line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(w.runes(s), "\n", " "))
}

func (w *washer) runes(s string) string {
	var out strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		w.rune(&out, r)
	}
	return out.String()
}

func (w *washer) rune(out *strings.Builder, r rune) {
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
	case drawable(r):
		w.rightFirst = w.rightFirst || unicode.In(r, unicode.Hebrew, unicode.Arabic)
		out.WriteRune(r)
	case relatives[r] != "":
		out.WriteString(relatives[r])
	default:
		w.lost = true
		out.WriteRune(stranger)
	}
}
