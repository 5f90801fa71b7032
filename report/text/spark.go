package text

import (
	"strings"

	"hygeia/report/doc"
)

// sparkHeights draw a score from 0 to 100, lowest first.
var sparkHeights = []rune("▁▂▃▄▅▆▇█")

// sparkGap stands for a quarter without a score.
const sparkGap = '·'

// sparkTable shows each line of a trend as a row of small bars, all on one scale
// from 0 to 100, with its first and its last score in digits.
func sparkTable(b doc.Trend) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Area", Width: 4}, {Title: "0 to 100", Width: 4}, {Title: "First", Width: 2, Right: true}, {Title: "Last", Width: 2, Right: true},
	}}
	for _, l := range b.Lines {
		first, last := "", ""
		for _, p := range l.Points {
			if !p.Known {
				continue
			}
			if first == "" {
				first = p.Words
			}
			last = p.Words
		}
		t.Rows = append(t.Rows, doc.Row(l.Label, spark(l.Points), first, last))
	}
	return t
}

// spark draws the points, a character a quarter.
func spark(points []doc.TrendPoint) string {
	var s strings.Builder
	for _, p := range points {
		if !p.Known {
			s.WriteRune(sparkGap)
			continue
		}
		s.WriteRune(sparkHeights[min(max(p.Value, 0), 99)*len(sparkHeights)/100])
	}
	return s.String()
}
