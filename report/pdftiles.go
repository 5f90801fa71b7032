package report

// tileStrips draws numbers in a grid: up to four in a row, five or six in two
// rows of three.
func (p *press) tileStrips(tiles []Tile) []strip {
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
	label, number, sub []setLine
	numberStyle        typeStyle
}

const (
	tileGap = 4.0
	tilePad = 4.0
)

var (
	styleTileLabel = typeStyle{8.5, 4, true, grey}
	styleTileSub   = styleSmall
)

func (p *press) tileRow(tiles []Tile, columns int) strip {
	width := (p.measure() - tileGap*float64(columns-1)) / float64(columns)
	inner := width - 2*tilePad
	var set []setTile
	var height, labels, numbers float64
	for _, t := range tiles {
		s := setTile{numberStyle: numberStyle(t.Number, inner)}
		s.label = styleTileLabel.setAtMost(t.Label, inner, 3)
		s.number = s.numberStyle.setAtMost(t.Number, inner, 2)
		s.sub = styleTileSub.setAtMost(t.Sub, inner, 4)
		labels = max(labels, float64(len(s.label))*styleTileLabel.lead)
		numbers = max(numbers, float64(len(s.number))*s.numberStyle.lead)
		height = max(height, float64(len(s.sub))*styleTileSub.lead)
		set = append(set, s)
	}
	height += labels + numbers + 2*tilePad + 2
	return strip{height: height, draw: func(y float64) {
		for i, s := range set {
			x := margin + float64(i)*(width+tileGap)
			p.fill(x, y, width, height, pale)
			p.fill(x, y, 1.2, height, teal)
			top := y + tilePad
			p.tags.item(func() {
				p.block(x+tilePad, top, styleTileLabel, s.label)
				// Numbers of a row stand on one line, whatever their size.
				used := float64(len(s.number)) * s.numberStyle.lead
				p.block(x+tilePad, top+labels+1+numbers-used, s.numberStyle, s.number)
				p.block(x+tilePad, top+labels+numbers+2, styleTileSub, s.sub)
			})
		}
	}}
}

// numberStyle is the largest style in which a number fits on one line.
func numberStyle(number string, width float64) typeStyle {
	st := typeStyle{22, 10, true, navy}
	for st.size > 12 && st.width(number) > width {
		st.size--
	}
	st.lead = st.size * mmPerPoint * 1.3
	return st
}
