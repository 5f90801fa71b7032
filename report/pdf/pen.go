package pdf

import (
	"fmt"
	"strconv"

	"hygeia/report/typeset"
)

// pen remembers the colors that gofpdf holds: a report sets the same one thousands
// of times. What is written to the page is what gofpdf would write.
type pen struct {
	height     float64     // of the page, as gofpdf reckons with it
	text, fill typeset.Ink // the last ones set
	hasText    bool
	filling    string // the operator that sets the fill; "" before the first
}

// textColor sets the color of what is written next.
func (p *layout) textColor(c typeset.Ink) {
	if p.pen.hasText && p.pen.text == c {
		return
	}
	p.pen.text, p.pen.hasText = c, true
	p.pdf.SetTextColor(c.R, c.G, c.B)
}

// fillColor sets the color of what is filled next.
func (p *layout) fillColor(c typeset.Ink) {
	if p.pen.filling != "" && p.pen.fill == c {
		p.pdf.RawWriteStr(p.pen.filling)
		return
	}
	p.pen.fill, p.pen.filling = c, fillOperator(c)
	p.pdf.SetFillColor(c.R, c.G, c.B)
}

// fillOperator is what gofpdf writes for a fill.
func fillOperator(c typeset.Ink) string {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	if c.R == c.G && r == b {
		return fmt.Sprintf("%.3f g", r)
	}
	return fmt.Sprintf("%.3f %.3f %.3f rg", r, g, b)
}

// rectangle writes a rectangle, with an operator that fills it (f) or draws its
// outline (S). It saves the way through fmt, which takes a tenth of the time of a report.
func (p *layout) rectangle(x, y, w, h float64, operator string) {
	const perMM = 72.0 / 25.4
	var line [64]byte
	b := line[:0]
	for _, v := range [...]float64{x * perMM, (p.pen.height - y) * perMM, w * perMM, -h * perMM} {
		b = append(strconv.AppendFloat(b, v, 'f', 2, 64), ' ')
	}
	p.pdf.RawWriteStr(string(append(append(b, "re "...), operator...)))
}
