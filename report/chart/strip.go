package chart

import (
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// stripMost is how many columns a strip has at most; more go into another one
// below it.
const (
	stripMost   = 40
	stripNarrow = 12 // of a narrow one
)

// stripLayout is where the parts of a strip stand: labels, then cells.
type stripLayout struct {
	at, cell float64
	width    float64
	shades   map[string]int // by letter
}

var styleStripLetter = typeset.Style{Size: 8, Lead: 3.8, Bold: true, Ink: typeset.Dark}

// Strip computes a grid of letters: legend, columns, a band for each row.
func Strip(b doc.Strip, width float64) []Band {
	if len(b.Rows) == 0 || len(b.Columns) == 0 {
		return nil
	}
	bands := legendBands(stripKeys(b.Legend), 0, width)
	most := stripMost
	if narrow(width) {
		most = stripNarrow
	}
	for _, part := range doc.StripParts(b, most) {
		l := layStrip(part, width)
		var rows []Band
		for _, r := range part.Rows {
			rows = append(rows, l.row(r, len(part.Columns)))
		}
		bands = append(bands, rowsUnder(l.head(part.Columns), rows)...)
	}
	return bands
}

func layStrip(b doc.Strip, width float64) stripLayout {
	const widest = 13.5 // has room for a quarter's name
	l := stripLayout{at: width * 0.3, width: width, shades: map[string]int{}}
	if len(b.Columns) > 24 {
		l.at = width * 0.22
	}
	l.cell = min(widest, (width-l.at)/float64(len(b.Columns)))
	for _, k := range b.Legend {
		l.shades[k.Letter] = min(max(k.Shade, 0), 3)
	}
	return l
}

// head is the names of the columns.
func (l stripLayout) head(columns []string) Band {
	var labels []axisLabel
	for i, c := range columns {
		labels = append(labels, axisLabel{l.at + (float64(i)+0.5)*l.cell, c})
	}
	return Band{Height: typeset.Small.Lead + 1, Marks: axisWords(labels, l.at, l.width, 0)}
}

func (l stripLayout) row(r doc.StripRow, columns int) Band {
	const cellHeight = 5.2
	label := typeset.Cell.SetAtMost(r.Label, l.at-3, 3)
	height := max(cellHeight, float64(len(label))*typeset.Cell.Lead+1)
	marks := textMarks(0, (height-float64(len(label))*typeset.Cell.Lead)/2, typeset.Cell, hueText, label)
	for i := range columns {
		letter := ""
		if i < len(r.Cells) {
			letter = r.Cells[i]
		}
		marks = append(marks, shadedCell(l.at+float64(i)*l.cell, 0, l.cell, height, letter, l.shades[letter])...)
	}
	return Band{Height: height, Marks: marks}
}

// shadedCell is a letter on its shade, with an edge that keeps cells apart.
func shadedCell(x, y, width, height float64, letter string, shade int) []Mark {
	const edge = 0.15
	marks := []Mark{
		Rect{x, y, width, height, hueGrid},
		Rect{x + edge, y + edge, width - 2*edge, height - 2*edge, hueShade0 + Hue(shade)},
	}
	return append(marks, word(x+width/2, y+(height-styleStripLetter.Lead)/2, width, Middle, styleStripLetter, onShade(shade), letter)...)
}

// stripKeys explains the letters.
func stripKeys(legend []doc.StripKey) []legendKey {
	var keys []legendKey
	for _, k := range legend {
		keys = append(keys, legendKey{5, k.Words, func(x, middle float64) []Mark {
			return shadedCell(x, middle-2, 5, 4, k.Letter, min(max(k.Shade, 0), 3))
		}})
	}
	return keys
}
