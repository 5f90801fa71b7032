package report

import "slices"

// Parts of one small chart of a trend.
const (
	trendGap      = 5.0  // between two charts side by side
	trendHeight   = 20.0 // of the scale from 0 to 100
	trendHeadroom = 3.6  // above 100 and below 0, for the digits there
	trendScaleAt  = 7.0  // left of the line, for the numbers of the scale
	trendEnd      = 1.5  // right of the line
	trendInset    = 3.5  // from the scale to the first point, for its digits
)

var (
	styleTrendLabel = typeStyle{9, 4, true, inkTxt}
	styleTrendLast  = typeStyle{9, 4, false, inkTxt}
)

// trendBands computes small charts side by side, all on one scale, a band for each
// row of them.
func trendBands(b Trend, width float64) []chartBand {
	if len(b.Quarters) == 0 || len(b.Lines) == 0 {
		return nil
	}
	bands := legendBands(trendKeys(b), trendScaleAt, width)
	columns := trendColumns(len(b.Lines), len(b.Quarters))
	each := (width - trendGap*float64(columns-1)) / float64(columns)
	for lines := range slices.Chunk(b.Lines, columns) {
		bands = append(bands, trendRow(b, lines, each))
	}
	return bands
}

// trendColumns is how many charts stand side by side: three, fewer where there are
// not so many or where many quarters need room.
func trendColumns(lines, quarters int) int {
	const many = 12
	if quarters > many || lines == 4 {
		return min(lines, 2)
	}
	return min(lines, 3)
}

// trendRow is some charts side by side, each so wide. Above each stand its name and
// what is said of the last quarter, which may have a range and no figure.
func trendRow(b Trend, lines []TrendLine, width float64) chartBand {
	inner := width - trendScaleAt
	var names, lasts [][]setLine
	for _, l := range lines {
		last := styleTrendLast.setAtMost(lastPoint(b, l).Words, inner/2, 1)
		lasts = append(lasts, last)
		names = append(names, styleTrendLabel.setAtMost(l.Label, inner-widest(last)-2, 2))
	}
	title := float64(max(tallest(names), tallest(lasts))) * styleTrendLabel.lead
	top := title + trendHeadroom
	bottom := top + trendHeight
	var marks []mark
	for i, l := range lines {
		x := float64(i) * (width + trendGap)
		plot := trendPlot{b, l, scale{bottom, -trendHeight}, x + trendScaleAt, x + width - trendEnd}
		lead := float64(len(names[i])) * styleTrendLabel.lead
		marks = append(marks, textMarks(plot.left, title-lead, styleTrendLabel, hueText, names[i])...)
		marks = append(marks, textMarks(x+width-widest(lasts[i]), title-styleTrendLast.lead, styleTrendLast, hueText, lasts[i])...)
		marks = append(marks, plot.marks()...)
	}
	return chartBand{height: bottom + trendHeadroom + styleSmall.lead + 4, marks: marks}
}

// lastPoint is the figure of the last quarter.
func lastPoint(b Trend, l TrendLine) TrendPoint {
	if i := len(b.Quarters) - 1; i < len(l.Points) {
		return l.Points[i]
	}
	return TrendPoint{}
}

// widest is the width of the longest line.
func widest(lines []setLine) float64 {
	var w float64
	for _, l := range lines {
		w = max(w, l.width)
	}
	return w
}

// trendPlot is one small chart: the scale stands upright between left and right.
type trendPlot struct {
	trend       Trend
	line        TrendLine
	up          scale
	left, right float64
}

// marks computes the chart without its title. The ground under a figure hides the
// lines to read by, and nothing else.
func (t trendPlot) marks() []mark {
	marks := t.ground()
	for i, turned := range t.trend.Turned[:min(len(t.trend.Turned), len(t.trend.Quarters))] {
		if turned {
			marks = append(marks, t.turn(i))
		}
	}
	var digits []mark
	for _, d := range t.digits() {
		high := d.high()
		marks = append(marks, rectMark{d.x - 0.3, d.base - high - 0.3, d.width() + 0.6, high + 0.6, huePaper})
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
func (t trendPlot) ground() []mark {
	var marks []mark
	for _, at := range []struct {
		percent int
		words   string
		thick   float64
		hue     hue
	}{{0, "0", 0.35, hueQuiet}, {50, "50", 0.2, hueGrid}, {100, "100", 0.2, hueGrid}} {
		y := t.up.x(at.percent)
		marks = append(marks, across(t.left, t.right, y, at.thick, at.hue))
		marks = append(marks, word(t.left-1.6, y-styleSmall.lead/2, trendScaleAt, anchorEnd, styleSmall, hueQuiet, at.words)...)
	}
	axis := t.up.x(0)
	var labels []axisLabel
	for i, q := range t.trend.Quarters {
		marks = append(marks, down(t.x(i), axis, axis+0.9, 0.2, hueQuiet))
		labels = append(labels, axisLabel{t.x(i), q})
	}
	return append(marks, axisWords(labels, t.left-1, t.right+trendEnd, axis+trendHeadroom)...)
}

// turn is a dotted line before the quarter whose content is another one.
func (t trendPlot) turn(quarter int) mark {
	x := max(t.x(quarter)-t.step()/2, t.left+trendInset/2)
	return turnLine(x, t.up.x(100)-trendHeadroom/2, t.up.x(0))
}

func turnLine(x, y, end float64) mark { return dotted(down(x, y, end, 0.45, hueQuiet)) }

// points are the figures that are known, by quarter.
func (t trendPlot) points() map[int]point {
	at := map[int]point{}
	for i, p := range t.line.Points[:min(len(t.line.Points), len(t.trend.Quarters))] {
		if p.Known {
			at[i] = point{t.x(i), t.up.x(p.Value)}
		}
	}
	return at
}

// path is a line through figures that follow each other, and a dot for each. No
// line crosses a quarter without a figure.
func (t trendPlot) path() []mark {
	dot := min(0.9, max(0.5, t.step()*0.28))
	at := t.points()
	var lines, dots []mark
	var run []point
	for i := range len(t.trend.Quarters) + 1 {
		p, known := at[i]
		if known {
			run = append(run, p)
			dots = append(dots, discMark{x: p.x, y: p.y, r: dot, fill: hueRise})
			continue
		}
		if len(run) > 1 {
			lines = append(lines, pathMark{points: run, stroke: hueRise, thick: 0.55})
		}
		run = nil
	}
	return append(lines, dots...)
}

// trendKeys explains the dotted line where there is one.
func trendKeys(b Trend) []legendKey {
	if !slices.Contains(b.Turned, true) {
		return nil
	}
	return []legendKey{{1, turnedWords, func(x, middle float64) []mark {
		return []mark{turnLine(x+0.5, middle-1.8, middle+1.8)}
	}}}
}

// turnedWords are what is said of a quarter whose content is another one than before.
const turnedWords = "from here on, other questions or weights than before"
