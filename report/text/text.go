package text

import (
	"fmt"
	"io"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// narrowest and usual are the columns of a text report.
const (
	narrowest = 40
	usual     = 80
)

// Draw draws a document for a terminal. No line is wider than
// Options.Width (at least 40), no text of the document can steer the terminal,
// and color stands only beside words.
func Draw(w io.Writer, d *doc.Document, opts doc.Options) error {
	p := NewPrinter(opts)
	p.compact = d.Compact
	p.head(d)
	for _, b := range d.Blocks {
		b.Draw(drawer{p, doc.ContentsList(d)})
	}
	last := strings.Join(words.Present(d.Marks(), d.Legal, d.Program, d.Date), " · ")
	if d.Compact {
		last = d.Notice + " " + last
	}
	p.Part(Wrap(words.Line(last), p.Width)...)
	return p.Flush(w)
}

// Printer collects the lines of a text for a terminal.
type Printer struct {
	out   strings.Builder
	Width int
	color bool

	sparks  bool // rows of small bars beside the digits of a trend
	compact bool // no empty lines, and no addresses behind the words of a link
}

// NewPrinter returns an empty one as wide as asked, at least 40 columns.
func NewPrinter(opts doc.Options) *Printer {
	p := &Printer{Width: opts.Width, color: opts.Color, sparks: opts.Sparks}
	if p.Width == 0 {
		p.Width = usual
	}
	p.Width = max(p.Width, narrowest)
	return p
}

// Flush writes the lines, without empty ones at the end.
func (p *Printer) Flush(w io.Writer) error {
	_, err := io.WriteString(w, strings.TrimRight(p.out.String(), "\n")+"\n")
	return err
}

// Part writes a block's lines with an empty line after them.
func (p *Printer) Part(lines ...string) {
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

func (p *Printer) head(d *doc.Document) {
	p.Part(Wrap(d.Marks(), p.Width)...)
	p.Part(Wrap(words.Line(d.Legal), p.Width)...)
	if d.Compact {
		p.ruled(words.Line(d.Title))
	} else {
		p.underlined(words.Line(d.Title), "=")
	}
	lines := Wrap(words.Line(strings.Join(words.Present(d.Subject, d.Period), " · ")), p.Width)
	for _, l := range d.Lines {
		lines = append(lines, Wrap(words.Line(l), p.Width)...)
	}
	p.Part(lines...)
	if !d.Compact {
		p.Part(Indented(words.Line(d.Notice), "  ", "  ", p.Width)...)
	}
}

func (p *Printer) captioned(caption string, lines []string) {
	if caption != "" {
		lines = append(append(Wrap(words.Line(caption), p.Width), ""), lines...)
	}
	p.Part(lines...)
}

func (p *Printer) heading(h doc.Heading) {
	switch text := words.Line(h.Text); {
	case p.compact:
		p.ruled(text)
	case h.Level <= 1:
		p.underlined(text, "=")
	case h.Level == 2:
		p.underlined(text, "-")
	default:
		p.bolded(Wrap(text, p.Width))
	}
}

func (p *Printer) underlined(text, with string) {
	lines := Wrap(text, p.Width)
	longest := 0
	for i, l := range lines {
		longest = max(longest, words.Width(l))
		lines[i] = p.Bold("", l)
	}
	p.Part(append(lines, strings.Repeat(with, longest))...)
}

// ruled draws a heading and a rule on one line, where lines are scarce.
func (p *Printer) ruled(text string) {
	lines := Wrap(text, p.Width)
	last := len(lines) - 1
	rule := strings.Repeat("-", max(0, p.Width-words.Width(lines[last])-1))
	for i, l := range lines {
		lines[i] = p.Bold("", l)
	}
	lines[last] = strings.TrimRight(lines[last]+" "+rule, " ")
	p.Part(lines...)
}

func (p *Printer) bolded(lines []string) {
	for i, l := range lines {
		lines[i] = p.Bold("", l)
	}
	p.Part(lines...)
}

func (p *Printer) list(l doc.List) {
	var lines []string
	for i, item := range l.Items {
		bullet := "- "
		if l.Ordered {
			bullet = fmt.Sprintf("%d. ", i+1)
		}
		lines = append(lines, Indented(p.words(item), bullet, strings.Repeat(" ", len(bullet)), p.Width)...)
	}
	p.Part(lines...)
}

// words returns the words of a text as one clean line, with addresses unless
// there is no room for them.
func (p *Printer) words(t doc.Text) string {
	if p.compact {
		return words.Line(t.String())
	}
	return linkedText(t)
}

// linkedText returns the words of a text as one clean line, each link with its
// address behind it unless the address is what the link says.
func linkedText(t doc.Text) string {
	var said strings.Builder
	for _, span := range t {
		said.WriteString(span.Text)
		address := strings.TrimPrefix(doc.LinkTarget(span.URL), "mailto:")
		if address != "" && address != strings.TrimSpace(span.Text) {
			said.WriteString(" <" + address + ">")
		}
	}
	return words.Line(said.String())
}
