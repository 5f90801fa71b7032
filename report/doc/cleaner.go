package doc

import "slices"

// Cleaner says what becomes of text in a format that cannot take all of it.
type Cleaner interface {
	Line(s string) string  // a text of one line
	Words(s string) string // running text, which may have line breaks
}

// Cleaned returns a copy of the document with every text of it cleaned, addresses
// too. A link that may not be followed keeps its words only; a span without words
// goes. The original is not touched.
func (d *Document) Cleaned(c Cleaner) *Document {
	clean := *d
	for _, line := range []*string{&clean.Title, &clean.Subject, &clean.Latin, &clean.Period, &clean.Marking, &clean.Program, &clean.Notice, &clean.Legal} {
		*line = c.Line(*line)
	}
	clean.Lines = lines(c, d.Lines)
	clean.Blocks = make([]Block, len(d.Blocks))
	for i, b := range d.Blocks {
		clean.Blocks[i] = b.cleaned(c)
	}
	return &clean
}

func (b Heading) cleaned(c Cleaner) Block {
	b.Text = c.Line(b.Text)
	return b
}

func (b Paragraph) cleaned(c Cleaner) Block {
	b.Text = text(c, b.Text)
	return b
}
func (b Note) cleaned(c Cleaner) Block { return Note{text(c, b.Text)} }

func (b List) cleaned(c Cleaner) Block {
	b.Items = texts(c, b.Items)
	return b
}

func (b Table) cleaned(c Cleaner) Block {
	b.Columns = slices.Clone(b.Columns)
	for i := range b.Columns {
		b.Columns[i].Title = c.Line(b.Columns[i].Title)
	}
	rows := make([][]Text, len(b.Rows))
	for i, r := range b.Rows {
		rows[i] = texts(c, r)
	}
	b.Caption, b.Rows = c.Line(b.Caption), rows
	return b
}

func (b Bars) cleaned(c Cleaner) Block {
	b.Rows = slices.Clone(b.Rows)
	for i, r := range b.Rows {
		b.Rows[i].Label, b.Rows[i].Words, b.Rows[i].Detail = c.Line(r.Label), c.Line(r.Words), c.Line(r.Detail)
	}
	b.Caption, b.Finding = c.Line(b.Caption), c.Line(b.Finding)
	return b
}

func (b Tiles) cleaned(c Cleaner) Block {
	b.Tiles = slices.Clone(b.Tiles)
	for i, t := range b.Tiles {
		b.Tiles[i] = Tile{c.Line(t.Number), c.Line(t.Label), c.Line(t.Sub)}
	}
	return b
}

func (b Trend) cleaned(c Cleaner) Block {
	b.Lines = slices.Clone(b.Lines)
	for i, l := range b.Lines {
		points := slices.Clone(l.Points)
		for j := range points {
			points[j].Words = c.Line(points[j].Words)
		}
		b.Lines[i] = TrendLine{c.Line(l.Label), points}
	}
	b.Caption, b.Finding, b.Quarters = c.Line(b.Caption), c.Line(b.Finding), lines(c, b.Quarters)
	return b
}

func (b Dumbbells) cleaned(c Cleaner) Block {
	b.Rows = slices.Clone(b.Rows)
	for i, r := range b.Rows {
		b.Rows[i].Label, b.Rows[i].Words = c.Line(r.Label), c.Line(r.Words)
	}
	b.Caption, b.Finding = c.Line(b.Caption), c.Line(b.Finding)
	b.Before, b.Now = c.Line(b.Before), c.Line(b.Now)
	return b
}

func (b Strip) cleaned(c Cleaner) Block {
	b.Rows, b.Legend = slices.Clone(b.Rows), slices.Clone(b.Legend)
	for i, r := range b.Rows {
		b.Rows[i] = StripRow{c.Line(r.Label), lines(c, r.Cells)}
	}
	for i, k := range b.Legend {
		b.Legend[i].Letter, b.Legend[i].Words = c.Line(k.Letter), c.Line(k.Words)
	}
	b.Caption, b.Finding, b.Columns = c.Line(b.Caption), c.Line(b.Finding), lines(c, b.Columns)
	return b
}

func (b Ticks) cleaned(c Cleaner) Block {
	b.Rows = slices.Clone(b.Rows)
	for i, r := range b.Rows {
		b.Rows[i].Label, b.Rows[i].Words, b.Rows[i].Detail = c.Line(r.Label), c.Line(r.Words), c.Line(r.Detail)
	}
	b.Caption = c.Line(b.Caption)
	return b
}

func (b Contents) cleaned(Cleaner) Block  { return b }
func (b PageBreak) cleaned(Cleaner) Block { return b }

func lines(c Cleaner, list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = c.Line(s)
	}
	return out
}

func texts(c Cleaner, list []Text) []Text {
	out := make([]Text, len(list))
	for i, t := range list {
		out[i] = text(c, t)
	}
	return out
}

// text cleans running text, in which line breaks stay, and its addresses.
func text(c Cleaner, t Text) Text {
	var out Text
	for _, s := range t {
		s.Text, s.URL = c.Words(s.Text), LinkTarget(s.URL)
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out.Merged()
}
