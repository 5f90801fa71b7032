package chart

import (
	"slices"
	"strconv"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// dumbbellLayout is where the parts stand: labels, scale, words.
type dumbbellLayout struct {
	scale
	width   float64
	wordsAt float64
	stacked bool // below each other, in a chart that is narrow
}

var (
	styleDumbbellLabel = typeset.Style{Size: 9.5, Lead: 4.4, Bold: false, Ink: typeset.Dark}
	styleDumbbellWords = typeset.Style{Size: 9.5, Lead: 4.4, Bold: true, Ink: typeset.Dark}
)

// Dumbbells computes dumbbells: legend, scale, a band for each row.
func Dumbbells(b doc.Dumbbells, width float64) []Band {
	if len(b.Rows) == 0 {
		return nil
	}
	s := scale{at: width*0.3 + 6, length: width*0.44 - 6}
	l := dumbbellLayout{s, width, s.at + s.length + 11, false}
	if narrow(width) {
		l = dumbbellLayout{scale{at: 8, length: width - 16}, width, 0, true}
	}
	var rows []Band
	for _, r := range b.Rows {
		if l.stacked {
			rows = append(rows, l.pile(r))
			continue
		}
		rows = append(rows, l.row(r))
	}
	return append(legendBands(l.keys(b), l.at, width), rowsUnder(l.axis(), rows)...)
}

func (l dumbbellLayout) row(d doc.Dumbbell) Band {
	const pad = 1.3
	label := styleDumbbellLabel.SetAtMost(d.Label, l.at-8, 3)
	words := styleDumbbellWords.SetAtMost(d.Words, l.width-l.wordsAt, 3)
	left := float64(len(label)) * styleDumbbellLabel.Lead
	right := float64(len(words)) * styleDumbbellWords.Lead
	height := max(left, right, styleDumbbellLabel.Lead) + 2*pad

	middle := height / 2
	marks := l.grid(0, height)
	marks = append(marks, textMarks(0, middle-left/2, styleDumbbellLabel, hueText, label)...)
	marks = append(marks, l.joint(l.x(d.From), l.x(d.To), middle, d.To < d.From)...)
	marks = append(marks, l.ends(d, middle)...)
	marks = append(marks, textMarks(l.wordsAt, middle-right/2, styleDumbbellWords, hueText, words)...)
	return Band{Height: height, Marks: marks}
}

// pile is a row of a narrow chart: label and change, below them the ends.
func (l dumbbellLayout) pile(d doc.Dumbbell) Band {
	const pad = 1.3
	label := styleDumbbellLabel.SetAtMost(d.Label, l.width, 3)
	words := styleDumbbellWords.SetAtMost(d.Words, l.width, 3)
	labels := float64(len(label)) * styleDumbbellLabel.Lead
	top := pad + labels + float64(len(words))*styleDumbbellWords.Lead
	end := top + styleDumbbellLabel.Lead
	middle := (top + end) / 2
	marks := l.grid(top, end)
	marks = append(marks, textMarks(0, pad, styleDumbbellLabel, hueText, label)...)
	marks = append(marks, textMarks(0, pad+labels, styleDumbbellWords, hueText, words)...)
	marks = append(marks, l.joint(l.x(d.From), l.x(d.To), middle, d.To < d.From)...)
	return Band{Height: end + 2*pad, Marks: append(marks, l.ends(d, middle)...)}
}

// The radius of the two ends. The one of now is smaller, so that both are seen
// where they are one.
const (
	radiusBefore = 1.6
	radiusNow    = 1.15
)

// joint are the two ends and the line between them, dotted where it fell.
func (l dumbbellLayout) joint(from, to, middle float64, fell bool) []Mark {
	line, h := horizontal(min(from, to), max(from, to), middle, 0.9, hueRise), hueRise
	if fell {
		line, h = dotted(horizontal(to, from, middle, 0.9, hueFall)), hueFall
	}
	return []Mark{
		line,
		Disc{X: from, Y: middle, R: radiusBefore, Fill: huePaper, Stroke: h, Thick: 0.45},
		Disc{X: to, Y: middle, R: radiusNow, Fill: h},
	}
}

// ends are the two figures, left of the left end and right of the right one. A
// figure that did not change stands there once.
func (l dumbbellLayout) ends(d doc.Dumbbell, middle float64) []Mark {
	const distance = 2.4
	low, high := within(min(d.From, d.To)), within(max(d.From, d.To))
	top := middle - typeset.Small.Lead/2
	marks := word(l.x(high)+distance, top, 8, Start, typeset.Small, hueQuiet, strconv.Itoa(high))
	if low < high {
		marks = append(marks, word(l.x(low)-distance, top, 8, End, typeset.Small, hueQuiet, strconv.Itoa(low))...)
	}
	return marks
}

// keys explains the ends, and the lines that occur.
func (l dumbbellLayout) keys(b doc.Dumbbells) []legendKey {
	keys := []legendKey{
		{3.2, b.Before, func(x, middle float64) []Mark {
			return []Mark{Disc{X: x + 1.6, Y: middle, R: radiusBefore, Fill: huePaper, Stroke: hueText, Thick: 0.45}}
		}},
		{2.4, b.Now, func(x, middle float64) []Mark {
			return []Mark{Disc{X: x + 1.2, Y: middle, R: radiusNow, Fill: hueText}}
		}},
	}
	if slices.ContainsFunc(b.Rows, func(d doc.Dumbbell) bool { return d.To > d.From }) {
		keys = append(keys, legendKey{7, "rose", func(x, middle float64) []Mark {
			return []Mark{horizontal(x, x+7, middle, 0.9, hueRise)}
		}})
	}
	if slices.ContainsFunc(b.Rows, func(d doc.Dumbbell) bool { return d.To < d.From }) {
		keys = append(keys, legendKey{7, "fell", func(x, middle float64) []Mark {
			return []Mark{dotted(horizontal(x, x+7, middle, 0.9, hueFall))}
		}})
	}
	return keys
}
