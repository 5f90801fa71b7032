package report

// stripMost is how many columns a strip has at most; more go into another one
// below it.
const stripMost = 40

// stripLayout is where the parts of a strip stand: labels, then cells.
type stripLayout struct {
	at, cell float64
	width    float64
	shades   map[string]int // by letter
}

var styleStripLetter = typeStyle{8, 3.8, true, inkTxt}

// stripBands computes a grid of letters: legend, columns, a band for each row.
func stripBands(b Strip, width float64) []chartBand {
	if len(b.Rows) == 0 || len(b.Columns) == 0 {
		return nil
	}
	bands := legendBands(stripKeys(b.Legend), 0, width)
	for _, part := range stripParts(b, stripMost) {
		l := layStrip(part, width)
		var rows []chartBand
		for _, r := range part.Rows {
			rows = append(rows, l.row(r, len(part.Columns)))
		}
		bands = append(bands, rowsUnder(l.head(part.Columns), rows)...)
	}
	return bands
}

func layStrip(b Strip, width float64) stripLayout {
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
func (l stripLayout) head(columns []string) chartBand {
	var labels []axisLabel
	for i, c := range columns {
		labels = append(labels, axisLabel{l.at + (float64(i)+0.5)*l.cell, c})
	}
	return chartBand{height: styleSmall.lead + 1, marks: axisWords(labels, l.at, l.width, 0)}
}

func (l stripLayout) row(r StripRow, columns int) chartBand {
	const cellHeight = 5.2
	label := styleCell.setAtMost(r.Label, l.at-3, 3)
	height := max(cellHeight, float64(len(label))*styleCell.lead+1)
	marks := textMarks(0, (height-float64(len(label))*styleCell.lead)/2, styleCell, hueText, label)
	for i := range columns {
		letter := ""
		if i < len(r.Cells) {
			letter = r.Cells[i]
		}
		marks = append(marks, shadedCell(l.at+float64(i)*l.cell, 0, l.cell, height, letter, l.shades[letter])...)
	}
	return chartBand{height: height, marks: marks}
}

// shadedCell is a letter on its shade, with an edge that keeps cells apart.
func shadedCell(x, y, width, height float64, letter string, shade int) []mark {
	const edge = 0.15
	marks := []mark{
		rectMark{x, y, width, height, hueGrid},
		rectMark{x + edge, y + edge, width - 2*edge, height - 2*edge, hueShade0 + hue(shade)},
	}
	return append(marks, word(x+width/2, y+(height-styleStripLetter.lead)/2, width, anchorMiddle, styleStripLetter, onShade(shade), letter)...)
}

// stripKeys explains the letters.
func stripKeys(legend []StripKey) []legendKey {
	var keys []legendKey
	for _, k := range legend {
		keys = append(keys, legendKey{5, k.Words, func(x, middle float64) []mark {
			return shadedCell(x, middle-2, 5, 4, k.Letter, min(max(k.Shade, 0), 3))
		}})
	}
	return keys
}

// stripParts cuts a strip into strips of at most so many columns.
func stripParts(b Strip, most int) []Strip {
	var parts []Strip
	for start := 0; start == 0 || start < len(b.Columns); start += most {
		part := b
		part.Columns = cutList(b.Columns, start, most)
		part.Rows = nil
		for _, r := range b.Rows {
			part.Rows = append(part.Rows, StripRow{r.Label, cutList(r.Cells, start, most)})
		}
		parts = append(parts, part)
	}
	return parts
}

// cutList is so many of a list from start on; fewer where it ends.
func cutList[T any](list []T, start, most int) []T {
	start = min(start, len(list))
	return list[start:min(start+most, len(list))]
}
