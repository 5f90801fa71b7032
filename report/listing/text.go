package listing

import (
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"hygeia/assess/match"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/text"
)

// text prints a listing for a terminal or a pipe. Words are wrapped to the
// width; an address stays whole, because a broken one cannot be copied.
func (l List) text(w io.Writer, opts doc.Options) error {
	p := text.NewPrinter(opts)
	for i, m := range l.Found {
		p.Part(l.entry(p, m, i < l.Steps)...)
	}
	return p.Flush(w)
}

// entry is the lines of one resource.
func (l List) entry(p *text.Printer, m match.Matched, steps bool) []string {
	r := m.Resource
	var lines []string
	for _, line := range text.Wrap(words.Line(r.Title), p.Width) {
		lines = append(lines, l.link(m.URL, p.Bold("", line)))
	}
	under := func(first, rest, said string) {
		lines = append(lines, text.Indented(words.Line(said), first, rest, p.Width)...)
	}
	under("  ", "  ", facts(r))
	under("  ", "  ", r.Gives)
	if target := doc.LinkTarget(m.URL); target != "" {
		lines = append(lines, "  "+l.link(m.URL, target))
	}
	if steps {
		for i, step := range r.How {
			number := fmt.Sprintf("    %d. ", i+1)
			under(number, strings.Repeat(" ", len(number)), step)
		}
		for _, remark := range l.remarks(r) {
			under("  ", "    ", remark)
		}
	}
	if l.Explain {
		lines = append(lines, "  Why here:")
		for _, why := range m.Reasons {
			under("    - ", "      ", why)
		}
	}
	return lines
}

// link makes a drawn text one that a terminal opens (OSC 8), if links are
// wanted and the address may be followed. The address is percent-encoded, so
// that it cannot end the escape code; lines with the same id are one link.
func (l List) link(url, drawn string) string {
	target := doc.LinkTarget(url)
	if !l.Links || target == "" {
		return drawn
	}
	h := fnv.New32a()
	h.Write([]byte(target))
	return fmt.Sprintf("\x1b]8;id=%08x;%s\x1b\\%s\x1b]8;;\x1b\\", h.Sum32(), target, drawn)
}
