package report

import (
	"slices"
	"strconv"
)

// dumbbellLayout is where the parts stand: labels, scale, words.
type dumbbellLayout struct {
	scale
	width   float64
	wordsAt float64
}

var (
	styleDumbbellLabel = typeStyle{9.5, 4.4, false, inkTxt}
	styleDumbbellWords = typeStyle{9.5, 4.4, true, inkTxt}
)

// dumbbellBands computes dumbbells: legend, scale, a band for each row.
func dumbbellBands(b Dumbbells, width float64) []chartBand {
	if len(b.Rows) == 0 {
		return nil
	}
	s := scale{at: width*0.3 + 6, length: width*0.44 - 6}
	l := dumbbellLayout{s, width, s.at + s.length + 11}
	var rows []chartBand
	for _, r := range b.Rows {
		rows = append(rows, l.row(r))
	}
	return append(legendBands(l.keys(b), l.at, width), rowsUnder(l.axis(), rows)...)
}

func (l dumbbellLayout) row(d Dumbbell) chartBand {
	const pad = 1.3
	label := styleDumbbellLabel.setAtMost(d.Label, l.at-8, 3)
	words := styleDumbbellWords.setAtMost(d.Words, l.width-l.wordsAt, 3)
	left := float64(len(label)) * styleDumbbellLabel.lead
	right := float64(len(words)) * styleDumbbellWords.lead
	height := max(left, right, styleDumbbellLabel.lead) + 2*pad

	middle := height / 2
	marks := l.grid(0, height)
	marks = append(marks, textMarks(0, middle-left/2, styleDumbbellLabel, hueText, label)...)
	marks = append(marks, l.joint(l.x(d.From), l.x(d.To), middle, d.To < d.From)...)
	marks = append(marks, l.ends(d, middle)...)
	marks = append(marks, textMarks(l.wordsAt, middle-right/2, styleDumbbellWords, hueText, words)...)
	return chartBand{height: height, marks: marks}
}

// The radius of the two ends. The one of now is smaller, so that both are seen
// where they are one.
const (
	radiusBefore = 1.6
	radiusNow    = 1.15
)

// joint are the two ends and the line between them, dotted where it fell.
func (l dumbbellLayout) joint(from, to, middle float64, fell bool) []mark {
	line, h := across(min(from, to), max(from, to), middle, 0.9, hueRise), hueRise
	if fell {
		line, h = dotted(across(to, from, middle, 0.9, hueFall)), hueFall
	}
	return []mark{
		line,
		discMark{x: from, y: middle, r: radiusBefore, fill: huePaper, stroke: h, thick: 0.45},
		discMark{x: to, y: middle, r: radiusNow, fill: h},
	}
}

// ends are the two figures, left of the left end and right of the right one. A
// figure that did not change stands there once.
func (l dumbbellLayout) ends(d Dumbbell, middle float64) []mark {
	const distance = 2.4
	low, high := within(min(d.From, d.To)), within(max(d.From, d.To))
	top := middle - styleSmall.lead/2
	marks := word(l.x(high)+distance, top, 8, anchorStart, styleSmall, hueQuiet, strconv.Itoa(high))
	if low < high {
		marks = append(marks, word(l.x(low)-distance, top, 8, anchorEnd, styleSmall, hueQuiet, strconv.Itoa(low))...)
	}
	return marks
}

// keys explains the ends, and the lines that occur.
func (l dumbbellLayout) keys(b Dumbbells) []legendKey {
	keys := []legendKey{
		{3.2, b.Before, func(x, middle float64) []mark {
			return []mark{discMark{x: x + 1.6, y: middle, r: radiusBefore, fill: huePaper, stroke: hueText, thick: 0.45}}
		}},
		{2.4, b.Now, func(x, middle float64) []mark {
			return []mark{discMark{x: x + 1.2, y: middle, r: radiusNow, fill: hueText}}
		}},
	}
	if slices.ContainsFunc(b.Rows, func(d Dumbbell) bool { return d.To > d.From }) {
		keys = append(keys, legendKey{7, "rose", func(x, middle float64) []mark {
			return []mark{across(x, x+7, middle, 0.9, hueRise)}
		}})
	}
	if slices.ContainsFunc(b.Rows, func(d Dumbbell) bool { return d.To < d.From }) {
		keys = append(keys, legendKey{7, "fell", func(x, middle float64) []mark {
			return []mark{dotted(across(x, x+7, middle, 0.9, hueFall))}
		}})
	}
	return keys
}
