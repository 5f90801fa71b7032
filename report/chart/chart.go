package chart

import "hygeia/report/typeset"

// Band is a piece across the whole width of a chart that is never split over
// two pages: a line of the legend, the scale, a row.
type Band struct {
	Height float64
	Marks  []Mark
	Keep   bool  // never the last on a page: what follows belongs to it
	Again  *Band // painted above it where it opens a page: the scale
	Items  []int // where the marks of each item of a list begin; none in a chart that is one picture
}

// Mark is one shape of a chart: [Rect], [Path], [Disc] or [Text].
// x counts from the left edge of the chart, y from the top of the band.
type Mark interface{ Paint(p Painter) }

// Painter paints marks in a format. It has a method for each kind, so that a
// format that lacks one does not compile.
type Painter interface {
	Rect(m Rect)
	Path(m Path)
	Disc(m Disc)
	Text(m Text)
}

// Rect is a filled rectangle.
type Rect struct {
	X, Y, W, H float64
	Fill       Hue
}

// Path is a line through its points, or a shape when it is closed.
type Path struct {
	Points []Point
	Closed bool
	Fill   Hue // only of a closed one
	Stroke Hue
	Thick  float64
	Dotted bool
}

// Point is a place on a chart.
type Point struct{ X, Y float64 }

// Disc is a circle. The left half of a half one is filled with the stroke's hue.
type Disc struct {
	X, Y, R float64
	Half    bool
	Fill    Hue
	Stroke  Hue
	Thick   float64
}

// Text is a text on one line.
type Text struct {
	X, Base float64 // the point it is anchored to, on the line it stands on
	Anchor  Anchor
	Size    float64 // in points
	Bold    bool
	Hue     Hue
	Text    string
}

// Anchor is the part of a text that stands at its x.
type Anchor int

// The anchors: the left end, the middle, the right end.
const (
	Start Anchor = iota
	Middle
	End
)

// Paint paints the rectangle.
func (m Rect) Paint(p Painter) { p.Rect(m) }

// Paint paints the line or shape.
func (m Path) Paint(p Painter) { p.Path(m) }

// Paint paints the circle.
func (m Disc) Paint(p Painter) { p.Disc(m) }

// Paint paints the words.
func (m Text) Paint(p Painter) { p.Text(m) }

// Left is where a text begins.
func (t Text) Left() float64 {
	return t.X - t.Width()*float64(t.Anchor)/2
}

// Width is how wide a text is, in mm.
func (t Text) Width() float64 {
	return typeset.Style{Size: t.Size, Bold: t.Bold}.Width(t.Text)
}

// rowsUnder puts rows under a scale that is repeated on each page. No page
// holds only one or two of them.
func rowsUnder(scale Band, rows []Band) []Band {
	scale.Keep = true
	all := []Band{scale}
	for i, r := range rows {
		r.Again = &scale
		r.Keep = i < 2 || i == len(rows)-3 || i == len(rows)-2
		all = append(all, r)
	}
	all[len(all)-1].Keep = false
	return all
}

// textMarks sets lines below each other, the first in the lead that begins at y.
func textMarks(x, y float64, st typeset.Style, h Hue, lines []typeset.Line) []Mark {
	var marks []Mark
	for i, l := range lines {
		for _, piece := range l.Pieces {
			marks = append(marks, Text{
				X: x + piece.X, Base: baseline(y+float64(i)*st.Lead, st),
				Size: st.Size, Bold: piece.Bold, Hue: h, Text: piece.Text,
			})
		}
	}
	return marks
}

// word sets a short text on one line, cut with an ellipsis to fit.
func word(x, y, width float64, a Anchor, st typeset.Style, h Hue, s string) []Mark {
	lines := st.SetAtMost(s, width, 1)
	if len(lines) == 0 {
		return nil
	}
	return []Mark{Text{X: x, Base: baseline(y, st), Anchor: a, Size: st.Size, Bold: st.Bold, Hue: h, Text: lines[0].String()}}
}

// baseline is the line that a text stands on, in a lead that begins at y.
func baseline(y float64, st typeset.Style) float64 {
	return y + st.Lead/2 + st.Size*typeset.MMPerPoint*typeset.CapHeight/2
}

// horizontal is a horizontal line, down a vertical one.
func horizontal(x, end, y, thick float64, h Hue) Path {
	return Path{Points: []Point{{x, y}, {end, y}}, Stroke: h, Thick: thick}
}

func vertical(x, y, end, thick float64, h Hue) Path {
	return Path{Points: []Point{{x, y}, {x, end}}, Stroke: h, Thick: thick}
}

// dotted breaks a line into dots.
func dotted(m Path) Path {
	m.Dotted = true
	return m
}

// DotStep is the way from dot to dot in a dotted line.
func DotStep(thick float64) float64 { return thick * 2.2 }
