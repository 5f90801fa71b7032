package html

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/chart"
	"hygeia/report/typeset"
)

// svgWidth is how wide a chart in HTML is, in the mm that its type sizes are made
// for; the page scales it to the room there is.
const svgWidth = 176.0

// svgNarrow is how wide its second drawing is, for a phone.
const svgNarrow = 92.0

// figure is a chart with what it says in words.
type figure struct {
	caption, finding string
	bands            []chart.Band // none where there is nothing to draw
	width            float64      // that they are made for
}

// class is how the style sheet knows for which windows a drawing is.
func (f figure) class() string {
	if f.width < svgWidth {
		return "chart narrow"
	}
	return "chart wide"
}

// svg draws a chart as one SVG element for HTML. Its title is the caption, its
// description the finding; id is a prefix for their ids, unique in the page.
// Colors are classes, which [svgStyle] explains: the element has no color of its
// own.
func svg(f figure, id string) string {
	var w svgWriter
	for _, band := range f.bands {
		w.band(band)
	}
	labels := ""
	if title := words.Line(f.caption); title != "" {
		labels += w.labelled("title", id+"-title", title)
	}
	if finding := words.Line(f.finding); finding != "" {
		labels += w.labelled("desc", id+"-desc", finding)
	}
	return fmt.Sprintf("<svg class=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\"%s>\n%s%s</svg>\n",
		f.class(), svgNumber(f.width), svgNumber(w.height), w.references(), labels, w.out.String())
}

// svgWriter stacks the bands of a chart.
type svgWriter struct {
	out    strings.Builder
	height float64
	ids    []string // of the title and the description, where there are any
}

// labelled returns a title or description and remembers its id.
func (w *svgWriter) labelled(element, id, text string) string {
	w.ids = append(w.ids, id)
	return fmt.Sprintf("<%s id=\"%s\">%s</%s>\n", element, svgText(id), svgText(text), element)
}

func (w *svgWriter) references() string {
	if len(w.ids) == 0 {
		return ""
	}
	return fmt.Sprintf(" aria-labelledby=\"%s\"", svgText(strings.Join(w.ids, " ")))
}

func (w *svgWriter) band(b chart.Band) {
	fmt.Fprintf(&w.out, "<g transform=\"translate(0 %s)\">\n", svgNumber(w.height))
	for _, m := range b.Marks {
		m.Paint(w)
	}
	w.out.WriteString("</g>\n")
	w.height += b.Height
}

// Rect paints a rectangle; see [chart.Painter].
func (w *svgWriter) Rect(m chart.Rect) {
	fmt.Fprintf(&w.out, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n",
		svgNumber(m.X), svgNumber(m.Y), svgNumber(m.W), svgNumber(m.H), svgClass(m.Fill, chart.NoHue, 0))
}

// Path paints a line or a shape.
func (w *svgWriter) Path(m chart.Path) {
	var d strings.Builder
	for i, p := range m.Points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		d.WriteString(command + svgNumber(p.X) + " " + svgNumber(p.Y))
	}
	if m.Closed {
		d.WriteString("Z")
	}
	dots := ""
	if m.Dotted {
		dots = fmt.Sprintf(" stroke-linecap=\"round\" stroke-dasharray=\"0 %s\"", svgNumber(chart.DotStep(m.Thick)))
	}
	fmt.Fprintf(&w.out, "<path d=\"%s\"%s stroke-linejoin=\"round\"%s/>\n", d.String(), svgClass(m.Fill, m.Stroke, m.Thick), dots)
}

// Disc paints a circle.
func (w *svgWriter) Disc(m chart.Disc) {
	fmt.Fprintf(&w.out, "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n",
		svgNumber(m.X), svgNumber(m.Y), svgNumber(m.R), svgClass(m.Fill, m.Stroke, m.Thick))
	if m.Half {
		r := svgNumber(m.R)
		fmt.Fprintf(&w.out, "<path d=\"M%s %sA%s %s 0 0 0 %s %sZ\"%s/>\n",
			svgNumber(m.X), svgNumber(m.Y-m.R), r, r, svgNumber(m.X), svgNumber(m.Y+m.R), svgClass(m.Stroke, chart.NoHue, 0))
	}
}

// Text sets a text as wide as it was computed to be, whatever font the browser has: in
// one that runs wider it would be cut off at the edge.
func (w *svgWriter) Text(m chart.Text) {
	attributes := ""
	if m.Anchor != chart.Start {
		attributes += fmt.Sprintf(" text-anchor=\"%s\"", map[chart.Anchor]string{chart.Middle: "middle", chart.End: "end"}[m.Anchor])
	}
	if m.Bold {
		attributes += " font-weight=\"bold\""
	}
	if width := m.Width(); width > 0 {
		attributes += fmt.Sprintf(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"", svgNumber(width))
	}
	fmt.Fprintf(&w.out, "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>\n", svgNumber(m.X), svgNumber(m.Base),
		svgNumber(m.Size*typeset.MMPerPoint), svgClass(m.Hue, chart.NoHue, 0), attributes, svgText(words.Line(m.Text)))
}

// svgClass is the classes for a fill and a stroke, and the thickness of the
// stroke. What has no hue is not painted.
func svgClass(fill, stroke chart.Hue, thick float64) string {
	var classes []string
	attributes := ""
	switch {
	case fill != chart.NoHue:
		classes = append(classes, "ink-"+fill.Name())
	default:
		attributes = " fill=\"none\""
	}
	if stroke != chart.NoHue {
		classes = append(classes, "line-"+stroke.Name())
		attributes += fmt.Sprintf(" stroke-width=\"%s\"", svgNumber(thick))
	}
	return fmt.Sprintf(" class=\"%s\"%s", strings.Join(classes, " "), attributes)
}

// svgText escapes a text for an element or an attribute. What XML cannot hold
// becomes U+FFFD.
func svgText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

// svgNumber writes a length with at most two decimals, the same on every machine.
func svgNumber(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
