package pdf

import (
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// tileStrips draws numbers in a grid: up to four in a row, five or six in two
// rows of three.
func (p *layout) tileStrips(tiles []doc.Tile) []strip {
	columns := min(max(len(tiles), 2), 4)
	if len(tiles) > 4 {
		columns = 3
	}
	var strips []strip
	for start := 0; start < len(tiles); start += columns {
		s := p.tileRow(tiles[start:min(start+columns, len(tiles))], columns)
		s.above = 4
		strips = append(strips, s)
	}
	return spaced(gapFloat, kept(strips))
}

// setTile is a tile with its texts set.
type setTile struct {
	label, number, sub []typeset.Line
	numberStyle        typeset.Style
}

const (
	tileGap = 4.0
	tilePad = 4.0
)

var (
	styleTileLabel = typeset.Style{Size: 8.5, Lead: 4, Bold: true, Ink: typeset.Grey}
	styleTileSub   = typeset.Small
)

func (p *layout) tileRow(tiles []doc.Tile, columns int) strip {
	width := (p.measure() - tileGap*float64(columns-1)) / float64(columns)
	inner := width - 2*tilePad
	var set []setTile
	var height, labels, numbers float64
	for _, t := range tiles {
		s := setTile{numberStyle: numberStyle(t.Number, inner)}
		s.label = styleTileLabel.SetAtMost(t.Label, inner, 3)
		s.number = s.numberStyle.SetAtMost(t.Number, inner, 2)
		s.sub = styleTileSub.SetAtMost(t.Sub, inner, 4)
		labels = max(labels, float64(len(s.label))*styleTileLabel.Lead)
		numbers = max(numbers, float64(len(s.number))*s.numberStyle.Lead)
		height = max(height, float64(len(s.sub))*styleTileSub.Lead)
		set = append(set, s)
	}
	height += labels + numbers + 2*tilePad + 2
	return strip{height: height, draw: func(y float64) {
		for i, s := range set {
			x := margin + float64(i)*(width+tileGap)
			p.fill(x, y, width, height, typeset.Pale)
			p.fill(x, y, 1.2, height, typeset.Teal)
			top := y + tilePad
			p.tags.item(func() {
				p.block(x+tilePad, top, styleTileLabel, s.label)
				// Numbers of a row stand on one line, whatever their size.
				used := float64(len(s.number)) * s.numberStyle.Lead
				p.block(x+tilePad, top+labels+1+numbers-used, s.numberStyle, s.number)
				p.block(x+tilePad, top+labels+numbers+2, styleTileSub, s.sub)
			})
		}
	}}
}

// numberStyle is the largest style in which a number fits on one line.
func numberStyle(number string, width float64) typeset.Style {
	st := typeset.Style{Size: 22, Lead: 10, Bold: true, Ink: typeset.Navy}
	for st.Size > 12 && st.Width(number) > width {
		st.Size--
	}
	st.Lead = st.Size * typeset.MMPerPoint * 1.3
	return st
}
