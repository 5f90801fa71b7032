package chart

import (
	"slices"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// Parts of one small chart of a trend.
const (
	trendGap      = 5.0  // between two charts side by side
	trendHeight   = 20.0 // of the scale from 0 to 100
	trendHeadroom = 3.6  // above 100 and below 0, for the digits there
	trendScaleAt  = 7.0  // left of the line, for the numbers of the scale
	trendEnd      = 1.5  // right of the line
	trendInset    = 3.5  // from the scale to the first Point, for its digits
)

var (
	styleTrendLabel = typeset.Style{Size: 9, Lead: 4, Bold: true, Ink: typeset.Dark}
	styleTrendLast  = typeset.Style{Size: 9, Lead: 4, Bold: false, Ink: typeset.Dark}
)

// Trend computes small charts side by side, all on one scale, a band for each
// row of them.
func Trend(b doc.Trend, width float64) []Band {
	if len(b.Quarters) == 0 || len(b.Lines) == 0 {
		return nil
	}
	bands := legendBands(trendKeys(b), trendScaleAt, width)
	columns := trendColumns(len(b.Lines), len(b.Quarters), width)
	each := (width - trendGap*float64(columns-1)) / float64(columns)
	for lines := range slices.Chunk(b.Lines, columns) {
		bands = append(bands, trendRow(b, lines, each))
	}
	return bands
}

// trendColumns is how many charts stand side by side: three, fewer where there are
// not so many or where many quarters need room.
func trendColumns(lines, quarters int, width float64) int {
	const many, some = 12, 5
	if narrow(width) {
		if quarters > some {
			return 1
		}
		return min(lines, 2)
	}
	if quarters > many || lines == 4 {
		return min(lines, 2)
	}
	return min(lines, 3)
}

// trendRow is some charts side by side, each so wide. Above each stand its name and
// what is said of the last quarter, which may have a range and no figure.
func trendRow(b doc.Trend, lines []doc.TrendLine, width float64) Band {
	inner := width - trendScaleAt
	var names, lasts [][]typeset.Line
	for _, l := range lines {
		last := styleTrendLast.SetAtMost(lastPoint(b, l).Words, inner/2, 1)
		lasts = append(lasts, last)
		names = append(names, styleTrendLabel.SetAtMost(l.Label, inner-widest(last)-2, 2))
	}
	title := float64(max(typeset.Tallest(names), typeset.Tallest(lasts))) * styleTrendLabel.Lead
	top := title + trendHeadroom
	bottom := top + trendHeight
	var marks []Mark
	for i, l := range lines {
		x := float64(i) * (width + trendGap)
		plot := trendPlot{b, l, scale{bottom, -trendHeight}, x + trendScaleAt, x + width - trendEnd}
		lead := float64(len(names[i])) * styleTrendLabel.Lead
		marks = append(marks, textMarks(plot.left, title-lead, styleTrendLabel, hueText, names[i])...)
		marks = append(marks, textMarks(x+width-widest(lasts[i]), title-styleTrendLast.Lead, styleTrendLast, hueText, lasts[i])...)
		marks = append(marks, plot.marks()...)
	}
	return Band{Height: bottom + trendHeadroom + typeset.Small.Lead + 4, Marks: marks}
}

// lastPoint is the figure of the last quarter.
func lastPoint(b doc.Trend, l doc.TrendLine) doc.TrendPoint {
	if i := len(b.Quarters) - 1; i < len(l.Points) {
		return l.Points[i]
	}
	return doc.TrendPoint{}
}

// widest is the width of the longest line.
func widest(lines []typeset.Line) float64 {
	var w float64
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}

// trendPlot is one small chart: the scale stands upright between left and right.
type trendPlot struct {
	trend       doc.Trend
	line        doc.TrendLine
	up          scale
	left, right float64
}

// marks computes the chart without its title. The ground under a figure hides the
// lines to read by, and nothing else.
func (t trendPlot) marks() []Mark {
	marks := t.ground()
	for i, turned := range t.trend.Turned[:min(len(t.trend.Turned), len(t.trend.Quarters))] {
		if turned {
			marks = append(marks, t.turn(i))
		}
	}
	var digits []Mark
	for _, d := range t.digits() {
		high := d.high()
		marks = append(marks, Rect{d.X - 0.3, d.Base - high - 0.3, d.Width() + 0.6, high + 0.6, huePaper})
		digits = append(digits, d)
	}
	marks = append(marks, t.path()...)
	return append(marks, digits...)
}

// x is where a quarter stands. One alone stands in the middle.
func (t trendPlot) x(quarter int) float64 {
	first, last := t.left+trendInset, t.right-trendEnd
	if len(t.trend.Quarters) == 1 {
		return (first + last) / 2
	}
	return first + t.step()*float64(quarter)
}

// step is the way from one quarter to the next.
func (t trendPlot) step() float64 {
	return (t.right - trendEnd - t.left - trendInset) / float64(max(len(t.trend.Quarters)-1, 1))
}

// ground is the scale at the left, its lines, and the quarters below.
func (t trendPlot) ground() []Mark {
	var marks []Mark
	for _, at := range []struct {
		percent int
		words   string
		thick   float64
		hue     Hue
	}{{0, "0", 0.35, hueQuiet}, {50, "50", 0.2, hueGrid}, {100, "100", 0.2, hueGrid}} {
		y := t.up.x(at.percent)
		marks = append(marks, horizontal(t.left, t.right, y, at.thick, at.hue))
		marks = append(marks, word(t.left-1.6, y-typeset.Small.Lead/2, trendScaleAt, End, typeset.Small, hueQuiet, at.words)...)
	}
	axis := t.up.x(0)
	var labels []axisLabel
	for i, q := range t.trend.Quarters {
		marks = append(marks, vertical(t.x(i), axis, axis+0.9, 0.2, hueQuiet))
		labels = append(labels, axisLabel{t.x(i), q})
	}
	return append(marks, axisWords(labels, t.left-1, t.right+trendEnd, axis+trendHeadroom)...)
}

// turn is a dotted line before the quarter whose content is another one.
func (t trendPlot) turn(quarter int) Mark {
	x := max(t.x(quarter)-t.step()/2, t.left+trendInset/2)
	return turnLine(x, t.up.x(100)-trendHeadroom/2, t.up.x(0))
}

func turnLine(x, y, end float64) Mark { return dotted(vertical(x, y, end, 0.45, hueQuiet)) }

// points are the figures that are known, by quarter.
func (t trendPlot) points() map[int]Point {
	at := map[int]Point{}
	for i, p := range t.line.Points[:min(len(t.line.Points), len(t.trend.Quarters))] {
		if p.Known {
			at[i] = Point{t.x(i), t.up.x(p.Value)}
		}
	}
	return at
}

// path is a line through figures that follow each other, and a dot for each. No
// line crosses a quarter without a figure.
func (t trendPlot) path() []Mark {
	dot := min(0.9, max(0.5, t.step()*0.28))
	at := t.points()
	var lines, dots []Mark
	var run []Point
	for i := range len(t.trend.Quarters) + 1 {
		p, known := at[i]
		if known {
			run = append(run, p)
			dots = append(dots, Disc{X: p.X, Y: p.Y, R: dot, Fill: hueRise})
			continue
		}
		if len(run) > 1 {
			lines = append(lines, Path{Points: run, Stroke: hueRise, Thick: 0.55})
		}
		run = nil
	}
	return append(lines, dots...)
}

// trendKeys explains the dotted line where there is one.
func trendKeys(b doc.Trend) []legendKey {
	if !slices.Contains(b.Turned, true) {
		return nil
	}
	return []legendKey{{1, doc.TurnedWords, func(x, middle float64) []Mark {
		return []Mark{turnLine(x+0.5, middle-1.8, middle+1.8)}
	}}}
}
