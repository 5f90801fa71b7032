package report

import "fmt"

// chartStrips draws a chart: its caption, then a strip for each band. A chart
// that fills less than two thirds of a page stays on one.
func (p *press) chartStrips(caption string, b Block) []strip {
	strips := p.captionStrips(caption)
	bands := chartBands(b, p.measure())
	for _, b := range bands {
		strips = append(strips, p.bandStrip(b))
	}
	if heightOf(strips) < p.bodyHeight()*2/3 {
		strips = kept(strips)
	}
	return spaced(gapFloat, strips)
}

func (p *press) bandStrip(b chartBand) strip {
	s := strip{height: b.height, keep: b.keep, draw: func(y float64) { p.band(b, y) }}
	if b.again != nil {
		again := p.bandStrip(*b.again)
		s.again = &again
	}
	return s
}

// band paints a band, each item of a list as one of its own.
func (p *press) band(b chartBand, y float64) {
	if len(b.items) == 0 {
		p.marks(b.marks, y)
	}
	for i, start := range b.items {
		end := len(b.marks)
		if i+1 < len(b.items) {
			end = b.items[i+1]
		}
		p.tags.item(func() { p.marks(b.marks[start:end], y) })
	}
}

// marks paints marks between the margins, in a band that begins at y.
func (p *press) marks(marks []mark, y float64) {
	for _, m := range marks {
		switch m := m.(type) {
		case rectMark:
			p.fill(margin+m.x, y+m.y, m.w, m.h, m.fill.light())
		case pathMark:
			p.path(m, y)
		case discMark:
			p.disc(m, y)
		case textMark:
			p.useFont(m.bold, m.size)
			c := m.hue.light()
			p.pdf.SetTextColor(c.r, c.g, c.b)
			p.pdf.Text(margin+m.left(), y+m.base, m.text+" ") // or two texts would be read as one word
		default:
			panic(fmt.Sprintf("no drawing for a mark of type %T", m))
		}
	}
}

// path paints a line with round ends, or a shape.
func (p *press) path(m pathMark, y float64) {
	if len(m.points) == 0 {
		return
	}
	p.brush(m.fill, m.stroke, m.thick)
	p.pdf.SetLineJoinStyle("round")
	p.pdf.SetLineCapStyle("butt")
	if m.dotted {
		p.pdf.SetLineCapStyle("round")
		p.pdf.SetDashPattern([]float64{0, dotStep(m.thick)}, 0)
	}
	for i, at := range m.points {
		if i == 0 {
			p.pdf.MoveTo(margin+at.x, y+at.y)
			continue
		}
		p.pdf.LineTo(margin+at.x, y+at.y)
	}
	if m.closed {
		p.pdf.ClosePath()
	}
	p.pdf.DrawPath(paintStyle(m.fill, m.stroke))
	p.pdf.SetDashPattern(nil, 0)
}

// dotStep is the way from dot to dot in a dotted line.
func dotStep(thick float64) float64 { return thick * 2.2 }

// disc paints a circle.
func (p *press) disc(m discMark, y float64) {
	p.brush(m.fill, m.stroke, m.thick)
	p.pdf.Circle(margin+m.x, y+m.y, m.r, paintStyle(m.fill, m.stroke))
	if m.half {
		p.brush(m.stroke, hueNone, 0)
		p.pdf.Arc(margin+m.x, y+m.y, m.r, m.r, 0, 90, 270, "F")
	}
}

// brush sets the colors for what is painted next.
func (p *press) brush(fill, stroke hue, thick float64) {
	f, s := fill.light(), stroke.light()
	p.pdf.SetFillColor(f.r, f.g, f.b)
	p.pdf.SetDrawColor(s.r, s.g, s.b)
	p.pdf.SetLineWidth(thick)
}

// paintStyle is gofpdf's word for what is painted of a shape.
func paintStyle(fill, stroke hue) string {
	switch {
	case stroke == hueNone:
		return "F"
	case fill == hueNone:
		return "D"
	}
	return "FD"
}
