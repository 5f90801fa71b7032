package typeset

import (
	"bytes"
	"encoding/binary"
	"math"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"hygeia/frameworks/words"
)

// MMPerPoint turns a type size into a length on the page.
const MMPerPoint = 25.4 / 72

// noGlyph marks a character that a face cannot draw.
const noGlyph = -1

// face is what setting type needs to know of a font: how wide each character
// is, in thousandths of the type size. It is read from the font itself because
// gofpdf panics when it measures U+10000 and gives a missing character the
// width of a real one. Liberation Sans is drawn without kerning, so the width
// of a text is the sum of its characters.
type face struct {
	advance []int16 // by character up to U+FFFF; noGlyph where there is none
}

// FontFile returns a TrueType file of the regular or the bold face: a copy, since
// gofpdf pads its tables in place and two documents may be drawn at once.
func FontFile(bold bool) []byte {
	if bold {
		return bytes.Clone(liberationsansbold.TTF)
	}
	return bytes.Clone(liberationsansregular.TTF)
}

// faces reads the two embedded faces once.
var faces = sync.OnceValue(func() [2]*face {
	return [2]*face{readFace(liberationsansregular.TTF), readFace(liberationsansbold.TTF)}
})

// faceOf returns the regular or the bold face.
func faceOf(bold bool) *face {
	if bold {
		return faces()[1]
	}
	return faces()[0]
}

// Drawable reports whether both faces have a glyph for r.
func Drawable(r rune) bool {
	return faceOf(false).has(r) && faceOf(true).has(r)
}

func (f *face) has(r rune) bool {
	return r > 0 && int(r) < len(f.advance) && f.advance[r] != noGlyph
}

// width is how far r moves the pen at a size in points, in mm. A character the
// face lacks never comes into a PDF, where the cleaning has replaced it before,
// but into a chart for HTML, where another font has it: it counts as half or a whole
// em, as in a terminal.
func (f *face) width(r rune, size float64) float64 {
	if !f.has(r) {
		return float64(words.Width(string(r))) / 2 * size * MMPerPoint
	}
	return float64(f.advance[r]) / 1000 * size * MMPerPoint
}

// readFace reads the advance widths out of a TrueType file. It takes the file
// as sound: only the two embedded ones come here.
func readFace(ttf []byte) *face {
	tables := ttfTables(ttf)
	unitsPerEm := float64(u16(tables["head"], 18))
	metrics := int(u16(tables["hhea"], 34))
	f := &face{advance: make([]int16, 1<<16)}
	for r := range f.advance {
		f.advance[r] = noGlyph
	}
	for r, glyph := range unicodeMap(tables["cmap"]) {
		// The last width counts for all glyphs after it.
		at := 4 * min(int(glyph), metrics-1)
		f.advance[r] = int16(math.Round(float64(u16(tables["hmtx"], at)) * 1000 / unitsPerEm))
	}
	return f
}

// ttfTables cuts a TrueType file into its tables.
func ttfTables(ttf []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(u16(ttf, 4)) {
		entry := ttf[12+16*i:]
		start := binary.BigEndian.Uint32(entry[8:])
		size := binary.BigEndian.Uint32(entry[12:])
		tables[string(entry[:4])] = ttf[start : start+size]
	}
	return tables
}

// unicodeMap reads which glyph draws which character, from the subtable every
// Windows font has (platform 3, encoding 1, format 4).
// https://learn.microsoft.com/typography/opentype/spec/cmap
func unicodeMap(cmap []byte) map[int]uint16 {
	glyphs := map[int]uint16{}
	for i := range int(u16(cmap, 2)) {
		record := cmap[4+8*i:]
		if u16(record, 0) != 3 || u16(record, 2) != 1 {
			continue
		}
		readSegments(cmap[binary.BigEndian.Uint32(record[4:]):], glyphs)
	}
	return glyphs
}

func readSegments(table []byte, glyphs map[int]uint16) {
	twice := int(u16(table, 6)) // twice the number of segments
	for i := 0; i < twice; i += 2 {
		last, first := int(u16(table, 14+i)), int(u16(table, 16+twice+i))
		delta := u16(table, 16+2*twice+i)
		offsetAt := 16 + 3*twice + i
		offset := int(u16(table, offsetAt))
		for r := first; r <= last && r < 0xFFFF; r++ {
			glyph := uint16(r)
			if offset != 0 {
				glyph = u16(table, offsetAt+offset+2*(r-first))
			}
			if glyph != 0 || offset == 0 {
				glyph += delta
			}
			if glyph != 0 {
				glyphs[r] = glyph
			}
		}
	}
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
