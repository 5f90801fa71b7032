package pdf

import (
	"strings"

	"hygeia/report/typeset"
)

// These are the only strokes the other files of this package draw with: each sets
// its own color, so that none depends on what was drawn before.

// line draws a set line with its left end at x, in a band of the style's lead
// that starts at y. Links get an underline and a clickable area.
func (p *layout) line(x, y float64, st typeset.Style, l typeset.Line) {
	if p.counts() {
		return
	}
	l = l.Visual(st)
	base := y + st.Lead/2 + st.Size*typeset.MMPerPoint*typeset.CapHeight/2
	for i, piece := range l.Pieces {
		if i == len(l.Pieces)-1 && !l.Cut {
			piece.Text += " " // or the words of two lines would be read as one
		}
		left := x + piece.X
		if piece.URL == "" {
			p.piece(left, base, st, piece)
			continue
		}
		p.tags.link(piece.URL, strings.TrimSpace(piece.Text), func() {
			p.piece(left, base, st.In(typeset.LinkBlue), piece)
			p.rule(left, base+0.45, left+piece.Width, 0.18, typeset.LinkBlue)
		}, func() {
			p.pdf.LinkString(left, y, piece.Width, st.Lead, piece.URL)
		})
	}
}

// piece draws a run of characters that stands on base.
func (p *layout) piece(x, base float64, st typeset.Style, piece typeset.Piece) {
	p.tags.text()
	p.useFont(piece.Bold, st.Size)
	p.textColor(st.Ink)
	p.pdf.Text(x, base, piece.Text)
}

// block draws lines below each other.
func (p *layout) block(x, y float64, st typeset.Style, lines []typeset.Line) {
	for i, l := range lines {
		p.line(x, y+float64(i)*st.Lead, st, l)
	}
}

// words draws a short text on one line, cut with an ellipsis to fit.
func (p *layout) words(x, y, width float64, st typeset.Style, s string) {
	p.block(x, y, st, st.SetAtMost(s, width, 1))
}

// wordsRight is words with the right end at x. It returns where the text begins.
func (p *layout) wordsRight(x, y, width float64, st typeset.Style, s string) float64 {
	lines := st.SetAtMost(s, width, 1)
	if len(lines) == 0 {
		return x
	}
	p.block(x-lines[0].Width, y, st, lines)
	return x - lines[0].Width
}

func (p *layout) useFont(bold bool, size float64) {
	style := ""
	if bold {
		style = "B"
	}
	p.pdf.SetFont(fontFamily, style, size)
}

// fill draws a filled rectangle.
func (p *layout) fill(x, y, w, h float64, c typeset.Ink) {
	if p.counts() {
		return
	}
	p.tags.shape()
	p.fillColor(c)
	p.rectangle(x, y, w, h, "f")
}

// frame draws the outline of a rectangle.
func (p *layout) frame(x, y, w, h, thick float64, c typeset.Ink) {
	if p.counts() {
		return
	}
	p.tags.shape()
	p.pdf.SetDrawColor(c.R, c.G, c.B)
	p.pdf.SetLineWidth(thick)
	p.rectangle(x, y, w, h, "S")
}

// rule draws a horizontal line from x to end, with its middle at y.
func (p *layout) rule(x, y, end, thick float64, c typeset.Ink) {
	p.fill(x, y-thick/2, end-x, thick, c)
}
