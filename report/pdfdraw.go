package report

// These are the only strokes the other pdf files draw with: each sets its own
// color, so that none depends on what was drawn before.

// capHeight is the height of a capital in parts of the type size.
const capHeight = 0.72

// line draws a set line with its left end at x, in a band of the style's lead
// that starts at y. Links get an underline and a clickable area.
func (p *press) line(x, y float64, st typeStyle, l setLine) {
	base := y + st.lead/2 + st.size*mmPerPoint*capHeight/2
	for _, piece := range l.pieces {
		color := st.ink
		if piece.url != "" {
			color = linked
		}
		p.useFont(piece.bold, st.size)
		p.pdf.SetTextColor(color.r, color.g, color.b)
		p.pdf.Text(x+piece.x, base, piece.text)
		if piece.url != "" {
			p.rule(x+piece.x, base+0.45, x+piece.x+piece.width, 0.18, color)
			p.pdf.LinkString(x+piece.x, y, piece.width, st.lead, piece.url)
		}
	}
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
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Rect(x, y, w, h, "F")
}

// frame draws the outline of a rectangle.
func (p *press) frame(x, y, w, h, thick float64, c ink) {
	p.pdf.SetDrawColor(c.r, c.g, c.b)
	p.pdf.SetLineWidth(thick)
	p.pdf.Rect(x, y, w, h, "D")
}

// rule draws a horizontal line from x to end, with its middle at y.
func (p *press) rule(x, y, end, thick float64, c ink) {
	p.fill(x, y-thick/2, end-x, thick, c)
}
