package report

import (
	"fmt"
	"io"
	"strings"
)

// narrowest and usual are the columns of a text report.
const (
	narrowest = 40
	usual     = 80
)

// drawText draws a document for a terminal. No line is wider than
// Options.Width (at least 40), no text of the document can steer the terminal,
// and color stands only beside words.
func drawText(w io.Writer, d *Document, opts Options) error {
	p := newPrinter(opts)
	p.compact = d.Compact
	p.head(d)
	for _, b := range d.Blocks {
		if _, is := b.(Contents); is {
			b = contentsList(d)
		}
		p.block(b)
	}
	last := strings.Join(present(marks(d), d.Legal, d.Program, d.Date), " · ")
	if d.Compact {
		last = d.Notice + " " + last
	}
	p.part(wrap(oneLine(last), p.width)...)
	return p.writeTo(w)
}

// printer collects the lines of a text for a terminal.
type printer struct {
	out   strings.Builder
	width int
	color bool

	sparks  bool // rows of small bars beside the digits of a trend
	compact bool // no empty lines, and no addresses behind the words of a link
}

// newPrinter returns an empty one as wide as asked, at least 40 columns.
func newPrinter(opts Options) *printer {
	p := &printer{width: opts.Width, color: opts.Color, sparks: opts.Sparks}
	if p.width == 0 {
		p.width = usual
	}
	p.width = max(p.width, narrowest)
	return p
}

// writeTo writes the lines, without empty ones at the end.
func (p *printer) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, strings.TrimRight(p.out.String(), "\n")+"\n")
	return err
}

// part writes a block's lines with an empty line after them.
func (p *printer) part(lines ...string) {
	if strings.TrimSpace(strings.Join(lines, "")) == "" {
		return
	}
	for _, l := range lines {
		p.out.WriteString(l)
		p.out.WriteByte('\n')
	}
	if !p.compact {
		p.out.WriteByte('\n')
	}
}

func present(parts ...string) []string {
	var kept []string
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func (p *printer) head(d *Document) {
	p.part(wrap(marks(d), p.width)...)
	p.part(wrap(oneLine(d.Legal), p.width)...)
	if d.Compact {
		p.ruled(oneLine(d.Title))
	} else {
		p.underlined(oneLine(d.Title), "=")
	}
	lines := wrap(oneLine(strings.Join(present(d.Subject, d.Period), " · ")), p.width)
	for _, l := range d.Lines {
		lines = append(lines, wrap(oneLine(l), p.width)...)
	}
	p.part(lines...)
	if !d.Compact {
		p.part(indented(oneLine(d.Notice), "  ", "  ", p.width)...)
	}
}

func (p *printer) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.heading(b)
	case Paragraph:
		p.part(wrap(p.words(b.Text), p.width)...)
	case Note:
		p.part(indented(p.words(b.Text), "  ", "  ", p.width)...)
	case List:
		p.list(b)
	case Table:
		p.captioned(b.Caption, p.tableLines(b, p.width))
	case Bars:
		p.captioned(b.Caption, p.barLines(b, p.width))
	case Tiles:
		p.captioned("", p.tableLines(tileTable(b), p.width))
	case Trend:
		if p.sparks {
			p.part(p.tableLines(sparkTable(b), p.width)...)
		}
		p.tables(func(most int) []Table { return trendTables(b, most) })
	case Dumbbells:
		p.captioned(b.Caption, p.tableLines(dumbbellTable(b), p.width))
	case Strip:
		p.tables(func(most int) []Table { return stripTables(b, most) })
	case Ticks:
		p.captioned(b.Caption, p.tableLines(tickTable(b), p.width))
	case PageBreak:
		p.part(strings.Repeat("-", p.width))
	}
}

func (p *printer) captioned(caption string, lines []string) {
	if caption != "" {
		lines = append(append(wrap(oneLine(caption), p.width), ""), lines...)
	}
	p.part(lines...)
}

func (p *printer) heading(h Heading) {
	switch text := oneLine(h.Text); {
	case p.compact:
		p.ruled(text)
	case h.Level <= 1:
		p.underlined(text, "=")
	case h.Level == 2:
		p.underlined(text, "-")
	default:
		p.bolded(wrap(text, p.width))
	}
}

func (p *printer) underlined(text, with string) {
	lines := wrap(text, p.width)
	longest := 0
	for i, l := range lines {
		longest = max(longest, columns(l))
		lines[i] = p.bold("", l)
	}
	p.part(append(lines, strings.Repeat(with, longest))...)
}

// ruled draws a heading and a rule on one line, where lines are scarce.
func (p *printer) ruled(text string) {
	lines := wrap(text, p.width)
	last := len(lines) - 1
	rule := strings.Repeat("-", max(0, p.width-columns(lines[last])-1))
	for i, l := range lines {
		lines[i] = p.bold("", l)
	}
	lines[last] = strings.TrimRight(lines[last]+" "+rule, " ")
	p.part(lines...)
}

func (p *printer) bolded(lines []string) {
	for i, l := range lines {
		lines[i] = p.bold("", l)
	}
	p.part(lines...)
}

func (p *printer) list(l List) {
	var lines []string
	for i, item := range l.Items {
		bullet := "- "
		if l.Ordered {
			bullet = fmt.Sprintf("%d. ", i+1)
		}
		lines = append(lines, indented(p.words(item), bullet, strings.Repeat(" ", len(bullet)), p.width)...)
	}
	p.part(lines...)
}

// words returns the words of a text as one clean line, with addresses unless
// there is no room for them.
func (p *printer) words(t Text) string {
	if p.compact {
		return oneLine(t.String())
	}
	return linkedText(t)
}

// linkedText returns the words of a text as one clean line, each link with its
// address behind it unless the address is what the link says.
func linkedText(t Text) string {
	var words strings.Builder
	for _, span := range t {
		words.WriteString(span.Text)
		address := strings.TrimPrefix(linkTarget(span.URL), "mailto:")
		if address != "" && address != strings.TrimSpace(span.Text) {
			words.WriteString(" <" + address + ">")
		}
	}
	return oneLine(words.String())
}
