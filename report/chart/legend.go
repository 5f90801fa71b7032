package chart

import "hygeia/report/typeset"

// legendKey explains a shape of a chart: width is the shape's, and draw gives
// its marks with the left end at x, around middle.
type legendKey struct {
	width float64
	words string
	draw  func(x, middle float64) []Mark
}

// legendBands sets keys side by side from at to the right edge, on as many lines
// as they take. There is no band without keys.
func legendBands(keys []legendKey, at, width float64) []Band {
	const (
		lineHeight = 5.0
		toWords    = 1.5
		toNext     = 6.0
	)
	var bands []Band
	x := width
	for _, k := range keys {
		room := width - at - k.width - toWords
		lines := typeset.Small.SetAtMost(k.words, room, 1)
		need := k.width + toWords
		if len(lines) > 0 {
			need += lines[0].Width
		}
		if len(bands) == 0 || x+need > width {
			bands, x = append(bands, Band{Height: lineHeight, Keep: true}), at
		}
		line := &bands[len(bands)-1]
		line.Marks = append(line.Marks, k.draw(x, lineHeight/2)...)
		line.Marks = append(line.Marks, textMarks(x+k.width+toWords, (lineHeight-typeset.Small.Lead)/2, typeset.Small, hueQuiet, lines)...)
		x += need + toNext
	}
	if len(bands) > 0 {
		bands[len(bands)-1].Height += 1
	}
	return bands
}
