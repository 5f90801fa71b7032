package sheet

import (
	"strings"
	"unicode/utf8"
)

// Heights in points. Excel finds the height of a row by itself when it opens a
// workbook; other programs take what stands there.
const (
	lineHeight = 12.75
	mostHeight = 409 // more no row can have
)

// height returns how high a row has to be for its texts, broken at their columns'
// widths.
func (t Table) height(cells []Cell) float64 {
	lines := 1
	for i, c := range cells {
		width := 12
		if i < len(t.Columns) && t.Columns[i].Width > 0 {
			width = t.Columns[i].Width
		}
		if c.Is == Faint {
			width = width * 10 / 7
		}
		text := c.Text
		if c.Lead != "" {
			text = c.Lead + "\n" + text
		}
		lines = max(lines, linesOf(text, width))
	}
	return min(mostHeight, float64(lines)*lineHeight+1)
}

// linesOf counts the lines of a text in a cell that many characters wide. A letter
// is as wide as a digit at most, on the whole, so that this is rather too many.
func linesOf(text string, width int) int {
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0
		for word := range strings.FieldsSeq(paragraph) {
			n := utf8.RuneCountInString(word)
			if at > 0 && at+1+n > width {
				lines++
				at = 0
			}
			if at > 0 {
				at++
			}
			at += n
			for ; at > width; at -= width {
				lines++
			}
		}
	}
	return lines
}
