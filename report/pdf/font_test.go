package pdf

import (
	"strings"
	"testing"
	"unicode"

	"github.com/jung-kurt/gofpdf"
	"pgregory.net/rapid"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// Nothing is lost or added but spaces, and no line is too wide.
func TestSetIsLossless(t *testing.T) {
	squeeze := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		w := new(cleaner)
		text := cleanText(w, doc.Text{{Text: rapid.String().Draw(t, "first")}, {Text: rapid.String().Draw(t, "second"), Bold: true}})
		width := rapid.Float64Range(0.1, 60).Draw(t, "width")
		lines := typeset.Body.Set(text, width)
		if got, want := squeeze(strings.Join(lineTexts(lines), "")), squeeze(text.String()); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, l := range lines {
			if l.Width > width+1e-3 && letters(l.String()) > 1 {
				t.Fatalf("line %q is %v wide, room is %v", l, l.Width, width)
			}
		}
	})
}

// letters counts characters, an accent with its letter as one.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// Widths are read from the font by us; gofpdf must draw with the same.
func TestFaceMeasuresAsGofpdfDoes(t *testing.T) {
	p := newLayout(&doc.Document{}, gofpdf.SizeType{Wd: 210, Ht: 297})
	for _, bold := range []bool{false, true} {
		st := typeset.Style{Size: 10, Bold: bold}
		p.useFont(bold, st.Size)
		count := 0
		for r := rune(1); r < 0xFFFF; r++ {
			if !typeset.Drawable(r) {
				continue
			}
			count++
			if got, want := st.Width(string(r)), p.pdf.GetStringWidth(string(r)); got-want > 1e-9 || want-got > 1e-9 {
				t.Fatalf("%U: %v, gofpdf says %v", r, got, want)
			}
		}
		if count < 2000 {
			t.Errorf("only %d characters in the font", count)
		}
	}
}

func TestFaceCoversWhatReportsUse(t *testing.T) {
	for _, r := range "AaŁłÉéßñŐ Ωж–—…“”’•·≥≤→▲▼●√×±§©%€\u00A0□" {
		if !typeset.Drawable(r) {
			t.Errorf("%q (%U) has no glyph", r, r)
		}
	}
	for _, r := range []rune{0, '✓', '医', '\u2011', 0xFFFF, 0x10000, 0x1F3E5} {
		if typeset.Drawable(r) {
			t.Errorf("%U is said to have a glyph", r)
		}
	}
}

func lineTexts(lines []typeset.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.String())
	}
	return out
}
