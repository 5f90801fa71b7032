package report

// A chart is computed before it is drawn. For each kind there is a function that
// turns a block and a width into bands of marks, without knowing a format; the
// PDF and the SVG only paint marks. Lengths are in mm.

// chartBand is a piece across the whole width of a chart that is never split over
// two pages: a line of the legend, the scale, a row.
type chartBand struct {
	height float64
	marks  []mark
	keep   bool       // never the last on a page: what follows belongs to it
	again  *chartBand // painted above it where it opens a page: the scale
	items  []int      // where the marks of each item of a list begin; none in a chart that is one picture
}

// mark is one shape of a chart: [rectMark], [pathMark], [discMark] or [textMark].
// x counts from the left edge of the chart, y from the top of the band.
type mark interface{ mark() }

// rectMark is a filled rectangle.
type rectMark struct {
	x, y, w, h float64
	fill       hue
}

// pathMark is a line through its points, or a shape when it is closed.
type pathMark struct {
	points []point
	closed bool
	fill   hue // only of a closed one
	stroke hue
	thick  float64
	dotted bool
}

type point struct{ x, y float64 }

// discMark is a circle. The left half of a half one is filled with the stroke's hue.
type discMark struct {
	x, y, r float64
	half    bool
	fill    hue
	stroke  hue
	thick   float64
}

// textMark is a text on one line.
type textMark struct {
	x, base float64 // the point it is anchored to, on the line it stands on
	anchor  anchor
	size    float64 // in points
	bold    bool
	hue     hue
	text    string
}

// anchor is the part of a text that stands at its x.
type anchor int

const (
	anchorStart anchor = iota
	anchorMiddle
	anchorEnd
)

func (rectMark) mark() {}
func (pathMark) mark() {}
func (discMark) mark() {}
func (textMark) mark() {}

// left is where a text begins.
func (t textMark) left() float64 {
	return t.x - t.width()*float64(t.anchor)/2
}

func (t textMark) width() float64 {
	return typeStyle{size: t.size, bold: t.bold}.width(t.text)
}

// chartBands computes the chart of a block. A block that is no chart, or one
// without rows, has none.
func chartBands(b Block, width float64) []chartBand {
	switch b := b.(type) {
	case Bars:
		return barBands(b, width)
	case Trend:
		return trendBands(b, width)
	case Dumbbells:
		return dumbbellBands(b, width)
	case Strip:
		return stripBands(b, width)
	case Ticks:
		return tickBands(b, width)
	}
	return nil
}

// rowsUnder puts rows under a scale that is repeated on each page. No page
// holds only one or two of them.
func rowsUnder(scale chartBand, rows []chartBand) []chartBand {
	scale.keep = true
	all := []chartBand{scale}
	for i, r := range rows {
		r.again = &scale
		r.keep = i < 2 || i == len(rows)-3 || i == len(rows)-2
		all = append(all, r)
	}
	all[len(all)-1].keep = false
	return all
}

// textMarks sets lines below each other, the first in the lead that begins at y.
func textMarks(x, y float64, st typeStyle, h hue, lines []setLine) []mark {
	var marks []mark
	for i, l := range lines {
		for _, piece := range l.pieces {
			marks = append(marks, textMark{
				x: x + piece.x, base: baseline(y+float64(i)*st.lead, st),
				size: st.size, bold: piece.bold, hue: h, text: piece.text,
			})
		}
	}
	return marks
}

// word sets a short text on one line, cut with an ellipsis to fit.
func word(x, y, width float64, a anchor, st typeStyle, h hue, s string) []mark {
	lines := st.setAtMost(s, width, 1)
	if len(lines) == 0 {
		return nil
	}
	return []mark{textMark{x: x, base: baseline(y, st), anchor: a, size: st.size, bold: st.bold, hue: h, text: lines[0].String()}}
}

// baseline is the line that a text stands on, in a lead that begins at y.
func baseline(y float64, st typeStyle) float64 {
	return y + st.lead/2 + st.size*mmPerPoint*capHeight/2
}

// across is a horizontal line, down a vertical one.
func across(x, end, y, thick float64, h hue) pathMark {
	return pathMark{points: []point{{x, y}, {end, y}}, stroke: h, thick: thick}
}

func down(x, y, end, thick float64, h hue) pathMark {
	return pathMark{points: []point{{x, y}, {x, end}}, stroke: h, thick: thick}
}

// dotted breaks a line into dots.
func dotted(m pathMark) pathMark {
	m.dotted = true
	return m
}
