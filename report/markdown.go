package report

import (
	"fmt"
	"io"
	"strings"
)

// drawMarkdown draws a document as Markdown that GitHub and Pandoc render alike.
// A table stands for each chart. Tables are not padded, so that a changed cell
// changes one line. No text of the document becomes markup: see [mdText].
func drawMarkdown(w io.Writer, d *Document, _ Options) error {
	var m markdown
	m.head(d)
	for _, b := range d.Blocks {
		if _, is := b.(Contents); is {
			b = contentsList(d)
		}
		m.block(b)
	}
	m.foot(d)
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdown struct{ out strings.Builder }

// part writes a block's lines with an empty line after them.
func (m *markdown) part(lines ...string) {
	for _, l := range lines {
		m.out.WriteString(l)
		m.out.WriteByte('\n')
	}
	m.out.WriteByte('\n')
}

func (m *markdown) head(d *Document) {
	if mark := marks(d); mark != "" {
		m.part(mdStart(mark))
	}
	if legal := oneLine(d.Legal); legal != "" {
		m.part(mdStart(legal))
	}
	m.part("# " + mdText(d.Title))
	if by := mdJoin(d.Subject, d.Period); by != "" {
		m.part("**" + by + "**")
	}
	var lines List
	for _, l := range d.Lines {
		lines.Items = append(lines.Items, Plain(l))
	}
	m.list(lines)
	if !d.Compact {
		m.notice(d)
	}
}

func (m *markdown) notice(d *Document) {
	if d.Notice != "" {
		m.note(Note{Plain(d.Notice)})
	}
}

func (m *markdown) foot(d *Document) {
	if d.Compact { // what to do comes first, what the page is not comes last
		m.notice(d)
	}
	last := mdJoin(marks(d), d.Legal, d.Program, d.Date)
	if last == "" {
		return
	}
	m.part("* * *")
	m.out.WriteString(mdGuard(last) + "\n")
}

// marks is the line at the top and the bottom: the TLP mark, and DRAFT.
func marks(d *Document) string {
	mark := oneLine(d.Marking)
	switch {
	case !d.Draft:
		return mark
	case mark == "":
		return "DRAFT"
	}
	return mark + " · DRAFT"
}

func mdJoin(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if t := mdText(p); t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, " · ")
}

func (m *markdown) block(b Block) {
	switch b := b.(type) {
	case Heading:
		m.heading(b)
	case Paragraph:
		m.paragraph(b)
	case Note:
		m.note(b)
	case List:
		m.list(b)
	case Table:
		m.table(b)
	case Bars:
		m.table(barTable(b))
	case Tiles:
		m.table(tileTable(b))
	case Trend:
		m.tables(trendTables(b, tableMost))
	case Dumbbells:
		m.table(dumbbellTable(b))
	case Strip:
		m.tables(stripTables(b, tableMost))
	case Ticks:
		m.table(tickTable(b))
	case PageBreak:
		m.part("* * *") // never dashes: Pandoc can take those for metadata
	}
}

// heading draws one level lower than asked: the title is the only level 1.
func (m *markdown) heading(h Heading) {
	level := min(max(h.Level, 1), 5) + 1
	m.part(strings.Repeat("#", level) + " " + mdText(h.Text))
}

func (m *markdown) paragraph(p Paragraph) {
	if t := mdGuard(mdSpans(p.Text)); t != "" {
		m.part(t)
	}
}

func (m *markdown) note(n Note) {
	if t := mdGuard(mdSpans(n.Text)); t != "" {
		m.part("> " + t)
	}
}

func (m *markdown) list(l List) {
	if len(l.Items) == 0 {
		return
	}
	lines := make([]string, len(l.Items))
	for i, item := range l.Items {
		bullet := "-"
		if l.Ordered {
			bullet = fmt.Sprintf("%d.", i+1)
		}
		lines[i] = bullet + " " + mdGuard(mdSpans(item))
	}
	m.part(lines...)
}

func (m *markdown) tables(ts []Table) {
	for _, t := range ts {
		m.table(t)
	}
}

func (m *markdown) table(t Table) {
	if c := mdStart(t.Caption); c != "" {
		m.part(c)
	}
	if len(t.Columns) == 0 {
		return
	}
	head := make([]string, len(t.Columns))
	rule := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i], rule[i] = mdText(c.Title), mdRule(c)
	}
	lines := []string{mdRow(head), mdRow(rule)}
	for _, r := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range cells {
			if i < len(r) {
				cells[i] = mdSpans(r[i])
			}
		}
		lines = append(lines, mdRow(cells))
	}
	m.part(lines...)
}

// mdRule is the line under a column's head. Pandoc takes the widths of a wide
// table from the lengths of these lines.
func mdRule(c Column) string {
	rule := strings.Repeat("-", 3*max(c.Width, 1))
	if c.Right {
		return rule + ":"
	}
	return rule
}

func mdRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }
