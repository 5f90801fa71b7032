package report

import "slices"

// The parts of a list of ticks.
const (
	tickGutter = 6.0 // left of the words, for the mark
	tickGap    = 8.0 // between two columns
)

var (
	styleTickLabel  = typeStyle{9.5, 4.5, false, inkTxt}
	styleTickDetail = styleSmall
)

// setTick is a tick with its words set.
type setTick struct {
	label, detail []setLine
}

func (s setTick) height() float64 {
	return float64(max(len(s.label), 1))*styleTickLabel.lead + float64(len(s.detail))*styleTickDetail.lead
}

// tickBands computes a list of goals in two columns, or in one where half the
// width is narrow for the words. The order goes from left to right.
func tickBands(b Ticks, width float64) []chartBand {
	if len(b.Rows) == 0 {
		return nil
	}
	columns, each := 2, (width-tickGap)/2
	if len(b.Rows) < 4 || slices.ContainsFunc(b.Rows, func(t Tick) bool { return layTick(t, each).tall() }) {
		columns, each = 1, width
	}
	var bands []chartBand
	for rows := range slices.Chunk(b.Rows, columns) {
		bands = append(bands, tickRow(rows, each))
	}
	for i := range bands {
		bands[i].keep = i == 0 && len(bands) > 1 || i == len(bands)-2
	}
	return bands
}

// tall reports whether a tick takes more lines than read well in a narrow column.
func (s setTick) tall() bool { return len(s.label) > 3 || len(s.detail) > 3 }

func layTick(t Tick, width float64) setTick {
	text := Text{{Text: t.Label, Bold: true}}
	if t.Words != "" {
		text = append(text, Span{Text: sep(t.Label) + t.Words})
	}
	room := width - tickGutter
	return setTick{atMost(styleTickLabel.set(text, room), 8), styleTickDetail.setAtMost(t.Detail, room, 12)}
}

// atMost cuts lines off, with an ellipsis in place of the last that stays: a row
// is not higher than a page.
func atMost(lines []setLine, most int) []setLine {
	if len(lines) <= most {
		return lines
	}
	more := setLine{pieces: []setPiece{{text: "…"}}}
	return append(lines[:most-1:most-1], more)
}

// sep stands between a label and its words.
func sep(label string) string {
	if label == "" {
		return ""
	}
	return ": "
}

func tickRow(rows []Tick, width float64) chartBand {
	const pad = 1.1
	var b chartBand
	for i, t := range rows {
		x := float64(i) * (width + tickGap)
		s := layTick(t, width)
		b.items = append(b.items, len(b.marks))
		label := float64(max(len(s.label), 1)) * styleTickLabel.lead
		b.marks = append(b.marks, tickShape(t.Mark, x+2, pad+styleTickLabel.lead/2)...)
		b.marks = append(b.marks, textMarks(x+tickGutter, pad, styleTickLabel, hueText, s.label)...)
		b.marks = append(b.marks, textMarks(x+tickGutter, pad+label, styleTickDetail, hueQuiet, s.detail)...)
		b.height = max(b.height, s.height()+2*pad)
	}
	return b
}

// tickShape draws a mark around a point: a check, a half circle, a cross, a
// question mark, a dash. Each differs in shape, not only in color.
func tickShape(m TickMark, x, y float64) []mark {
	const thick = 0.7
	stroke := func(h hue, points ...point) mark {
		for i, p := range points {
			points[i] = point{x + p.x, y + p.y}
		}
		return pathMark{points: points, stroke: h, thick: thick}
	}
	switch m {
	case TickMet:
		return []mark{stroke(hueRise, point{-1.6, 0.1}, point{-0.5, 1.3}, point{1.7, -1.4})}
	case TickPartly:
		return []mark{discMark{x: x, y: y, r: 1.4, half: true, fill: huePaper, stroke: hueFall, thick: 0.4}}
	case TickNot:
		return []mark{stroke(hueFall, point{-1.3, -1.3}, point{1.3, 1.3}), stroke(hueFall, point{-1.3, 1.3}, point{1.3, -1.3})}
	case TickUnknown:
		return []mark{
			stroke(hueQuiet, point{-0.9, -1}, point{-0.6, -1.5}, point{0, -1.7}, point{0.6, -1.5}, point{0.9, -1}, point{0.7, -0.4}, point{0.1, 0}, point{0, 0.5}),
			discMark{x: x, y: y + 1.5, r: 0.4, fill: hueQuiet},
		}
	}
	return []mark{stroke(hueQuiet, point{-1.4, 0}, point{1.4, 0})}
}
