package chart

import (
	"slices"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The parts of a list of ticks.
const (
	tickGutter = 6.0 // left of the words, for the mark
	tickGap    = 8.0 // between two columns
)

var (
	styleTickLabel  = typeset.Style{Size: 9.5, Lead: 4.5, Bold: false, Ink: typeset.Dark}
	styleTickDetail = typeset.Small
)

// setTick is a tick with its words set.
type setTick struct {
	label, detail []typeset.Line
}

func (s setTick) height() float64 {
	return float64(max(len(s.label), 1))*styleTickLabel.Lead + float64(len(s.detail))*styleTickDetail.Lead
}

// Ticks computes a list of goals in two columns, or in one where half the
// width is narrow for the words. The order goes from left to right.
func Ticks(b doc.Ticks, width float64) []Band {
	if len(b.Rows) == 0 {
		return nil
	}
	columns, each := 2, (width-tickGap)/2
	if len(b.Rows) < 4 || slices.ContainsFunc(b.Rows, func(t doc.Tick) bool { return layTick(t, each).tall() }) {
		columns, each = 1, width
	}
	var bands []Band
	for rows := range slices.Chunk(b.Rows, columns) {
		bands = append(bands, tickRow(rows, each))
	}
	for i := range bands {
		bands[i].Keep = i == 0 && len(bands) > 1 || i == len(bands)-2
	}
	return bands
}

// tall reports whether a tick takes more lines than read well in a narrow column.
func (s setTick) tall() bool { return len(s.label) > 3 || len(s.detail) > 3 }

func layTick(t doc.Tick, width float64) setTick {
	text := doc.Text{{Text: t.Label, Bold: true}}
	if t.Words != "" {
		text = append(text, doc.Span{Text: sep(t.Label) + t.Words})
	}
	room := width - tickGutter
	return setTick{atMost(styleTickLabel.Set(text, room), 8), styleTickDetail.SetAtMost(t.Detail, room, 12)}
}

// atMost cuts lines off, with an ellipsis in place of the last that stays: a row
// is not higher than a page.
func atMost(lines []typeset.Line, most int) []typeset.Line {
	if len(lines) <= most {
		return lines
	}
	more := typeset.Line{Pieces: []typeset.Piece{{Text: "…"}}}
	return append(lines[:most-1:most-1], more)
}

// sep stands between a label and its words.
func sep(label string) string {
	if label == "" {
		return ""
	}
	return ": "
}

func tickRow(rows []doc.Tick, width float64) Band {
	const pad = 1.1
	var b Band
	for i, t := range rows {
		x := float64(i) * (width + tickGap)
		s := layTick(t, width)
		b.Items = append(b.Items, len(b.Marks))
		label := float64(max(len(s.label), 1)) * styleTickLabel.Lead
		b.Marks = append(b.Marks, tickShape(t.Mark, x+2, pad+styleTickLabel.Lead/2)...)
		b.Marks = append(b.Marks, textMarks(x+tickGutter, pad, styleTickLabel, hueText, s.label)...)
		b.Marks = append(b.Marks, textMarks(x+tickGutter, pad+label, styleTickDetail, hueQuiet, s.detail)...)
		b.Height = max(b.Height, s.height()+2*pad)
	}
	return b
}

// tickShape draws a mark around a point: a check, a half circle, a cross, a
// question mark, a dash. Each differs in shape, not only in color.
func tickShape(m doc.TickMark, x, y float64) []Mark {
	const thick = 0.7
	stroke := func(h Hue, points ...Point) Mark {
		for i, p := range points {
			points[i] = Point{x + p.X, y + p.Y}
		}
		return Path{Points: points, Stroke: h, Thick: thick}
	}
	switch m {
	case doc.TickMet:
		return []Mark{stroke(hueRise, Point{-1.6, 0.1}, Point{-0.5, 1.3}, Point{1.7, -1.4})}
	case doc.TickPartly:
		return []Mark{Disc{X: x, Y: y, R: 1.4, Half: true, Fill: huePaper, Stroke: hueFall, Thick: 0.4}}
	case doc.TickNot:
		return []Mark{stroke(hueFall, Point{-1.3, -1.3}, Point{1.3, 1.3}), stroke(hueFall, Point{-1.3, 1.3}, Point{1.3, -1.3})}
	case doc.TickUnknown:
		return []Mark{
			stroke(hueQuiet, Point{-0.9, -1}, Point{-0.6, -1.5}, Point{0, -1.7}, Point{0.6, -1.5}, Point{0.9, -1}, Point{0.7, -0.4}, Point{0.1, 0}, Point{0, 0.5}),
			Disc{X: x, Y: y + 1.5, R: 0.4, Fill: hueQuiet},
		}
	}
	return []Mark{stroke(hueQuiet, Point{-1.4, 0}, Point{1.4, 0})}
}
