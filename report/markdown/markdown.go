package markdown

import (
	"fmt"
	"io"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Draw draws a document as Markdown that GitHub and Pandoc render alike.
// A table stands for each chart. Tables are not padded, so that a changed cell
// changes one line. No text of the document becomes markup: see [escaped].
func Draw(w io.Writer, d *doc.Document, _ doc.Options) error {
	m := &markdown{chapters: doc.ContentsList(d)}
	m.head(d)
	for _, b := range d.Blocks {
		b.Draw(m)
	}
	m.foot(d)
	_, err := io.WriteString(w, m.out.String())
	return err
}

// markdown is a document while it is written.
type markdown struct {
	out      strings.Builder
	chapters doc.List
}

// part writes a block's lines with an empty line after them.
func (m *markdown) part(lines ...string) {
	for _, l := range lines {
		m.out.WriteString(l)
		m.out.WriteByte('\n')
	}
	m.out.WriteByte('\n')
}

func (m *markdown) head(d *doc.Document) {
	if mark := d.Marks(); mark != "" {
		m.part(atStart(mark))
	}
	if legal := words.Line(d.Legal); legal != "" {
		m.part(atStart(legal))
	}
	m.part("# " + escaped(d.Title))
	if by := joinedEscaped(d.Subject, d.Period); by != "" {
		m.part("**" + by + "**")
	}
	var lines doc.List
	for _, l := range d.Lines {
		lines.Items = append(lines.Items, doc.Plain(l))
	}
	m.List(lines)
	if !d.Compact {
		m.notice(d)
	}
}

func (m *markdown) notice(d *doc.Document) {
	if d.Notice != "" {
		m.Note(doc.Note{Text: doc.Plain(d.Notice)})
	}
}

func (m *markdown) foot(d *doc.Document) {
	if d.Compact { // what to do comes first, what the page is not comes last
		m.notice(d)
	}
	last := joinedEscaped(d.Marks(), d.Legal, d.Program, d.Date)
	if last == "" {
		return
	}
	m.part("* * *")
	m.out.WriteString(guarded(last) + "\n")
}

func joinedEscaped(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if t := escaped(p); t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, " · ")
}

// Heading draws one level lower than asked: the title is the only level 1.
func (m *markdown) Heading(h doc.Heading) {
	level := min(max(h.Level, 1), 5) + 1
	m.part(strings.Repeat("#", level) + " " + escaped(h.Text))
}

// Paragraph draws a paragraph.
func (m *markdown) Paragraph(p doc.Paragraph) {
	if t := guarded(spans(p.Text)); t != "" {
		m.part(t)
	}
}

// Note draws a note as a quotation.
func (m *markdown) Note(n doc.Note) {
	if t := guarded(spans(n.Text)); t != "" {
		m.part("> " + t)
	}
}

// List draws a list.
func (m *markdown) List(l doc.List) {
	if len(l.Items) == 0 {
		return
	}
	lines := make([]string, len(l.Items))
	for i, item := range l.Items {
		bullet := "-"
		if l.Ordered {
			bullet = fmt.Sprintf("%d.", i+1)
		}
		lines[i] = bullet + " " + guarded(spans(item))
	}
	m.part(lines...)
}

func (m *markdown) tables(ts []doc.Table) {
	for _, t := range ts {
		m.Table(t)
	}
}

// Table draws a table under its caption.
func (m *markdown) Table(t doc.Table) {
	if c := atStart(t.Caption); c != "" {
		m.part(c)
	}
	if len(t.Columns) == 0 {
		return
	}
	head := make([]string, len(t.Columns))
	rule := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i], rule[i] = escaped(c.Title), ruleOf(c)
	}
	lines := []string{rowLine(head), rowLine(rule)}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range cells {
			if i < len(r) {
				cells[i] = spans(r[i])
			}
		}
		lines = append(lines, rowLine(cells))
	}
	m.part(lines...)
}

// Bars draws the table that stands for a chart, as do the next ones.
func (m *markdown) Bars(b doc.Bars) { m.Table(doc.BarTable(b)) }

// Tiles draws a table of the numbers.
func (m *markdown) Tiles(b doc.Tiles) { m.Table(doc.TileTable(b)) }

// Trend draws tables of so many quarters each.
func (m *markdown) Trend(b doc.Trend) { m.tables(doc.TrendTables(b, doc.TableMost)) }

// Dumbbells draws a table.
func (m *markdown) Dumbbells(b doc.Dumbbells) { m.Table(doc.DumbbellTable(b)) }

// Strip draws tables of so many columns each.
func (m *markdown) Strip(b doc.Strip) { m.tables(doc.StripTables(b, doc.TableMost)) }

// Ticks draws a table.
func (m *markdown) Ticks(b doc.Ticks) { m.Table(doc.TickTable(b)) }

// Contents lists the chapters.
func (m *markdown) Contents(doc.Contents) { m.List(m.chapters) }

// PageBreak draws a rule, of stars: Pandoc can take dashes for metadata.
func (m *markdown) PageBreak(doc.PageBreak) { m.part("* * *") }

// ruleOf is the line under a column's head. Pandoc takes the widths of a wide
// table from the lengths of these lines.
func ruleOf(c doc.Column) string {
	rule := strings.Repeat("-", 3*max(c.Width, 1))
	if c.Right {
		return rule + ":"
	}
	return rule
}

func rowLine(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }
