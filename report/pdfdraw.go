package report

import "strings"

// These are the only strokes the other pdf files draw with: each sets its own
// color, so that none depends on what was drawn before.

// capHeight is the height of a capital in parts of the type size.
const capHeight = 0.72

// line draws a set line with its left end at x, in a band of the style's lead
// that starts at y. Links get an underline and a clickable area.
func (p *press) line(x, y float64, st typeStyle, l setLine) {
	base := y + st.lead/2 + st.size*mmPerPoint*capHeight/2
	for i, piece := range l.pieces {
		if i == len(l.pieces)-1 && !l.cut {
			piece.text += " " // or the words of two lines would be read as one
		}
		left := x + piece.x
		if piece.url == "" {
			p.piece(left, base, st, piece)
			continue
		}
		p.tags.link(piece.url, strings.TrimSpace(piece.text), func() {
			p.piece(left, base, st.in(linked), piece)
			p.rule(left, base+0.45, left+piece.width, 0.18, linked)
		}, func() {
			p.pdf.LinkString(left, y, piece.width, st.lead, piece.url)
		})
	}
}

// piece draws a run of characters that stands on base.
func (p *press) piece(x, base float64, st typeStyle, piece setPiece) {
	p.tags.text()
	p.useFont(piece.bold, st.size)
	p.pdf.SetTextColor(st.ink.r, st.ink.g, st.ink.b)
	p.pdf.Text(x, base, piece.text)
}

// block draws lines below each other.
func (p *press) block(x, y float64, st typeStyle, lines []setLine) {
	for i, l := range lines {
		p.line(x, y+float64(i)*st.lead, st, l)
	}
}

// words draws a short text on one line, cut with an ellipsis to fit.
func (p *press) words(x, y, width float64, st typeStyle, s string) {
	p.block(x, y, st, st.setAtMost(s, width, 1))
}

// wordsRight is words with the right end at x. It returns where the text begins.
func (p *press) wordsRight(x, y, width float64, st typeStyle, s string) float64 {
	lines := st.setAtMost(s, width, 1)
	if len(lines) == 0 {
		return x
	}
	p.block(x-lines[0].width, y, st, lines)
	return x - lines[0].width
}

func (p *press) useFont(bold bool, size float64) {
	style := ""
	if bold {
		style = "B"
	}
	p.pdf.SetFont(fontFamily, style, size)
}

// fill draws a filled rectangle.
func (p *press) fill(x, y, w, h float64, c ink) {
	p.tags.shape()
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Rect(x, y, w, h, "F")
}

// frame draws the outline of a rectangle.
func (p *press) frame(x, y, w, h, thick float64, c ink) {
	p.tags.shape()
	p.pdf.SetDrawColor(c.r, c.g, c.b)
	p.pdf.SetLineWidth(thick)
	p.pdf.Rect(x, y, w, h, "D")
}

// rule draws a horizontal line from x to end, with its middle at y.
func (p *press) rule(x, y, end, thick float64, c ink) {
	p.fill(x, y-thick/2, end-x, thick, c)
}
