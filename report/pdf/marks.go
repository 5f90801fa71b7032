package pdf

import (
	"hygeia/report/chart"
	"hygeia/report/typeset"
)

// chartStrips draws a chart: its caption, then a strip for each band. A chart
// that fills less than two thirds of a page stays on one.
func (p *layout) chartStrips(caption string, bands []chart.Band) []strip {
	strips := p.captionStrips(caption)
	for _, b := range bands {
		strips = append(strips, p.bandStrip(b))
	}
	if heightOf(strips) < p.bodyHeight()*2/3 {
		strips = kept(strips)
	}
	return spaced(gapFloat, strips)
}

func (p *layout) bandStrip(b chart.Band) strip {
	s := strip{height: b.Height, keep: b.Keep, draw: func(y float64) { p.band(b, y) }}
	if b.Again != nil {
		again := p.bandStrip(*b.Again)
		s.again = &again
	}
	return s
}

// band paints a band, each item of a list as one of its own.
func (p *layout) band(b chart.Band, y float64) {
	if len(b.Items) == 0 {
		p.marks(b.Marks, y)
	}
	for i, start := range b.Items {
		end := len(b.Marks)
		if i+1 < len(b.Items) {
			end = b.Items[i+1]
		}
		p.tags.item(func() { p.marks(b.Marks[start:end], y) })
	}
}

// marks paints marks between the margins, in a band that begins at y.
func (p *layout) marks(marks []chart.Mark, y float64) {
	for _, m := range marks {
		m.Paint(painter{p, y})
	}
}

// painter paints the marks of a band that begins at y; see [chart.Painter].
type painter struct {
	p *layout
	y float64
}

// Rect paints a rectangle.
func (at painter) Rect(m chart.Rect) {
	at.p.fill(margin+m.X, at.y+m.Y, m.W, m.H, m.Fill.Light())
}

// Path paints a line or a shape.
func (at painter) Path(m chart.Path) { at.p.path(m, at.y) }

// Disc paints a circle.
func (at painter) Disc(m chart.Disc) { at.p.disc(m, at.y) }

// Text sets a text, with a space after it, or two texts would be read as one word.
func (at painter) Text(m chart.Text) {
	at.p.useFont(m.Bold, m.Size)
	at.p.textColor(m.Hue.Light())
	at.p.pdf.Text(margin+m.Left(), at.y+m.Base, typeset.VisualText(m.Text)+" ")
}

// path paints a line with round ends, or a shape.
func (p *layout) path(m chart.Path, y float64) {
	if len(m.Points) == 0 {
		return
	}
	p.brush(m.Fill, m.Stroke, m.Thick)
	p.pdf.SetLineJoinStyle("round")
	p.pdf.SetLineCapStyle("butt")
	if m.Dotted {
		p.pdf.SetLineCapStyle("round")
		p.pdf.SetDashPattern([]float64{0, chart.DotStep(m.Thick)}, 0)
	}
	for i, at := range m.Points {
		if i == 0 {
			p.pdf.MoveTo(margin+at.X, y+at.Y)
			continue
		}
		p.pdf.LineTo(margin+at.X, y+at.Y)
	}
	if m.Closed {
		p.pdf.ClosePath()
	}
	p.pdf.DrawPath(paintStyle(m.Fill, m.Stroke))
	p.pdf.SetDashPattern(nil, 0)
}

// disc paints a circle.
func (p *layout) disc(m chart.Disc, y float64) {
	p.brush(m.Fill, m.Stroke, m.Thick)
	p.pdf.Circle(margin+m.X, y+m.Y, m.R, paintStyle(m.Fill, m.Stroke))
	if m.Half {
		p.brush(m.Stroke, chart.NoHue, 0)
		p.pdf.Arc(margin+m.X, y+m.Y, m.R, m.R, 0, 90, 270, "F")
	}
}

// brush sets the colors for what is painted next.
func (p *layout) brush(fill, stroke chart.Hue, thick float64) {
	f, s := fill.Light(), stroke.Light()
	p.fillColor(f)
	p.pdf.SetDrawColor(s.R, s.G, s.B)
	p.pdf.SetLineWidth(thick)
}

// paintStyle is gofpdf's word for what is painted of a shape.
func paintStyle(fill, stroke chart.Hue) string {
	switch {
	case stroke == chart.NoHue:
		return "F"
	case fill == chart.NoHue:
		return "D"
	}
	return "FD"
}
