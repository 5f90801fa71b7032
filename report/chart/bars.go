package chart

import (
	"fmt"
	"slices"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// barSize is how bars are set: the thickness of one, the space above and below a
// row at least, and the type beside it.
type barSize struct {
	thick, pad           float64
	label, words, detail typeset.Style
}

var (
	usualBars = barSize{5, 1.2, typeset.Style{Size: 9.5, Lead: 4.4, Bold: false, Ink: typeset.Dark}, typeset.Style{Size: 9.5, Lead: 4.4, Bold: true, Ink: typeset.Dark}, typeset.Small}
	smallBars = barSize{3, 0.7, typeset.Style{Size: 8.5, Lead: 3.7, Bold: false, Ink: typeset.Dark}, typeset.Style{Size: 8.5, Lead: 3.7, Bold: true, Ink: typeset.Dark}, typeset.Style{Size: typeset.Small.Size, Lead: 3.3, Bold: false, Ink: typeset.Small.Ink}}
)

// barLayout is where the parts of a bar chart stand: labels, bars, words.
type barLayout struct {
	barSize
	scale
	width   float64 // of the chart
	wordsAt float64
	stacked bool // below each other, in a chart that is narrow
}

func layBars(b doc.Bars, width float64) barLayout {
	size := usualBars
	if b.Small {
		size = smallBars
	}
	if narrow(width) {
		return barLayout{barSize: size, scale: acrossAll(width), width: width, stacked: true}
	}
	s := scale{at: width * 0.22, length: width * 0.3}
	if b.Small { // more room for the words, so that a row takes fewer lines
		s = scale{at: width * 0.24, length: width * 0.22}
	}
	return barLayout{barSize: size, scale: s, width: width, wordsAt: s.at + s.length + 5}
}

// Bars computes a bar chart: legend, scale, a band for each bar.
func Bars(b doc.Bars, width float64) []Band {
	if len(b.Rows) == 0 {
		return nil
	}
	l := layBars(b, width)
	var rows []Band
	for _, r := range b.Rows {
		if l.stacked {
			rows = append(rows, l.pile(r))
			continue
		}
		rows = append(rows, l.row(r))
	}
	return append(legendBands(l.keys(b.Rows), l.at, width), rowsUnder(l.axis(), rows)...)
}

// row is the label, the bar, and the words that say the same.
func (l barLayout) row(b doc.Bar) Band {
	room := l.width - l.wordsAt
	inside, words := barWords(b)
	label := l.label.SetAtMost(b.Label, l.at-5, 6)
	right := l.words.SetAtMost(words, room, 6)
	detail := l.detail.SetAtMost(b.Detail, room, 8)
	left := float64(len(label)) * l.label.Lead
	top := float64(len(right)) * l.words.Lead
	wordy := top + float64(len(detail))*l.detail.Lead
	height := max(left+2*l.pad, wordy+2*l.pad, l.thick+2*(beforeReach+0.3))

	middle := height / 2
	marks := l.grid(0, height)
	marks = append(marks, textMarks(0, middle-left/2, l.label, hueText, label)...)
	marks = append(marks, l.shapes(b, middle)...)
	marks = append(marks, l.insteadOfBar(inside, middle)...)
	marks = append(marks, textMarks(l.wordsAt, middle-wordy/2, l.words, hueText, right)...)
	marks = append(marks, textMarks(l.wordsAt, middle-wordy/2+top, l.detail, hueQuiet, detail)...)
	return Band{Height: height, Marks: marks}
}

// pile is a row of a narrow chart: label and words, the bar, the detail.
func (l barLayout) pile(b doc.Bar) Band {
	inside, words := barWords(b)
	label := l.label.SetAtMost(b.Label, l.width, 3)
	right := l.words.SetAtMost(words, l.width, 3)
	detail := l.detail.SetAtMost(b.Detail, l.width, 8)
	height := l.pad
	var marks []Mark
	add := func(st typeset.Style, h Hue, lines []typeset.Line) {
		marks = append(marks, textMarks(0, height, st, h, lines)...)
		height += float64(len(lines)) * st.Lead
	}
	add(l.label, hueText, label)
	add(l.words, hueText, right)
	middle := height + l.thick/2 + beforeReach
	end := middle + l.thick/2 + beforeReach
	marks = append(marks, l.grid(height, end)...)
	marks = append(marks, l.shapes(b, middle)...)
	marks = append(marks, l.insteadOfBar(inside, middle)...)
	height = end
	add(l.detail, hueQuiet, detail)
	return Band{Height: height + 3*l.pad, Marks: marks}
}

// barWords returns the words in place of a bar, where nothing else stands, and
// the words right of it.
func barWords(b doc.Bar) (inside, right string) {
	switch {
	case b.Scored && b.Words == "":
		return "", fmt.Sprintf("%d%%", b.Value)
	case b.Scored || b.Ranged:
		return "", b.Words
	}
	words := b.Words
	if words == "" {
		words = "not assessed"
	}
	if b.Target > 0 || b.Marked {
		return "", words
	}
	return words, ""
}

// insteadOfBar is words where a bar would be, on paper so that no line of the
// grid runs through them.
func (l barLayout) insteadOfBar(words string, middle float64) []Mark {
	lines := l.label.SetAtMost(words, l.length-4, 1)
	if len(lines) == 0 {
		return nil
	}
	x, y := l.at+2, middle-l.label.Lead/2
	ground := Rect{x, y, lines[0].Width + 1, l.label.Lead, huePaper}
	return append([]Mark{ground}, textMarks(x, y, l.label, hueQuiet, lines)...)
}

// shapes are the bar from zero and over it the range, the target and the mark of
// the quarter before. The last two reach beyond the bar, one up and down, one
// down only, so that none hides another.
func (l barLayout) shapes(b doc.Bar, middle float64) []Mark {
	var marks []Mark
	if b.Scored {
		marks = append(marks, Rect{l.at, middle - l.thick/2, l.x(b.Value) - l.at, l.thick, hueBar})
	}
	if b.Ranged {
		marks = append(marks, whisker(l.x(min(b.Low, b.High)), l.x(max(b.Low, b.High)), middle)...)
	}
	if b.Target > 0 {
		marks = append(marks, targetTick(l.x(b.Target), middle, l.thick/2+1.2)...)
	}
	if b.Marked {
		marks = append(marks, beforeMark(l.x(b.Last), middle+l.thick/2))
	}
	return marks
}

// whisker is a range: a thin line with an end at each side, dark enough to be
// seen on the bar and on paper, also in black-and-white print.
func whisker(low, high, middle float64) []Mark {
	const end, thick = 1.4, 0.45
	return []Mark{
		horizontal(low, high, middle, thick, hueText),
		vertical(low, middle-end, middle+end, thick, hueText),
		vertical(high, middle-end, middle+end, thick, hueText),
	}
}

// targetTick is a line higher than the bar, with an edge of paper.
func targetTick(x, middle, reach float64) []Mark {
	return []Mark{
		vertical(x, middle-reach, middle+reach, 1.5, huePaper),
		vertical(x, middle-reach, middle+reach, 0.9, hueTarget),
	}
}

// beforeReach is how far the mark of the quarter before reaches below the bar.
const beforeReach = 1.9

// beforeMark is the score of the quarter before: an open triangle that points up at
// the lower edge of the bar.
func beforeMark(x, edge float64) Mark {
	const half = 1.2
	return Path{
		Points: []Point{{x, edge}, {x + half, edge + beforeReach - 0.2}, {x - half, edge + beforeReach - 0.2}},
		Closed: true, Fill: huePaper, Stroke: hueText, Thick: 0.4,
	}
}

// keys explains the shapes that occur.
func (l barLayout) keys(rows []doc.Bar) []legendKey {
	var keys []legendKey
	occurs := func(has func(doc.Bar) bool, width float64, words string, draw func(x, middle float64) []Mark) {
		if slices.ContainsFunc(rows, has) {
			keys = append(keys, legendKey{width, words, draw})
		}
	}
	occurs(func(b doc.Bar) bool { return b.Scored }, 5, "score", func(x, middle float64) []Mark {
		return []Mark{Rect{x, middle - 1.3, 5, 2.6, hueBar}}
	})
	occurs(func(b doc.Bar) bool { return b.Ranged }, 7, "range it can still take", func(x, middle float64) []Mark {
		return whisker(x, x+7, middle)
	})
	occurs(func(b doc.Bar) bool { return b.Target > 0 }, 1, "target", func(x, middle float64) []Mark {
		return targetTick(x+0.5, middle, 1.8)
	})
	occurs(func(b doc.Bar) bool { return b.Marked }, 2.4, doc.QuarterBefore, func(x, middle float64) []Mark {
		return []Mark{beforeMark(x+1.2, middle-beforeReach/2)}
	})
	return keys
}
