package report

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/jung-kurt/gofpdf"
	"pgregory.net/rapid"
)

func lineTexts(lines []setLine) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.String())
	}
	return out
}

func TestSetBreaksLines(t *testing.T) {
	width := styleBody.width("one two three") // what fits exactly, fits
	tests := []struct {
		name string
		text Text
		want []string
	}{
		{"empty", nil, nil},
		{"only spaces", Plain("   "), nil},
		{"fits exactly", Plain("one two three"), []string{"one two three"}},
		{"next word", Plain("one two three four"), []string{"one two three", "four"}},
		{"several spaces", Plain("  one   two "), []string{"one two"}},
		{"line breaks", Plain("\none\n\ntwo\n"), []string{"one", "", "two"}},
		{"word over two spans", Text{{Text: "one two th"}, {Text: "ree", Bold: true}, {Text: "four"}}, []string{"one two", "threefour"}},
		{"no break here", Plain("one two\u00A0three four"), []string{"one two\u00A0three", "four"}},
		{"long word after a short one", Plain("a " + strings.Repeat("m", 12)), []string{"a", "mmmmmmm", "mmmmm"}},
		{"address", Plain("w.cisa.gov/abcdefghij"), []string{"w.cisa.gov/", "abcdefghij"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, lineTexts(styleBody.set(tt.text, width))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestSetKeepsSpans(t *testing.T) {
	lines := styleBody.set(Text{{Text: "see "}, {Text: "this page", URL: "https://example.org"}, {Text: ".", Bold: true}}, 100)
	if len(lines) != 1 || len(lines[0].pieces) != 3 {
		t.Fatalf("got %+v", lines)
	}
	link := lines[0].pieces[1]
	if link.text != "this page" || link.url != "https://example.org" || link.x <= 0 || !lines[0].pieces[2].bold {
		t.Errorf("got %+v", lines[0].pieces)
	}
}

func TestSetAccentStaysWithItsLetter(t *testing.T) {
	for _, l := range styleBody.set(Plain(strings.Repeat("o\u0308", 50)), 7) {
		if strings.HasPrefix(l.String(), "\u0308") {
			t.Errorf("line %q begins with an accent", l)
		}
	}
}

// Nothing is lost or added but spaces, and no line is too wide.
func TestSetIsLossless(t *testing.T) {
	squeeze := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		w := new(washer)
		text := w.text(Text{{Text: rapid.String().Draw(t, "first")}, {Text: rapid.String().Draw(t, "second"), Bold: true}})
		width := rapid.Float64Range(0.1, 60).Draw(t, "width")
		lines := styleBody.set(text, width)
		if got, want := squeeze(strings.Join(lineTexts(lines), "")), squeeze(text.String()); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, l := range lines {
			if l.width > width+1e-3 && letters(l.String()) > 1 {
				t.Fatalf("line %q is %v wide, room is %v", l, l.width, width)
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

func TestSetLongWordInLinearTime(t *testing.T) {
	start := time.Now()
	styleBody.set(Plain(strings.Repeat("x", 300_000)), 20)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a word of 300,000 characters took %v", took)
	}
}

func TestSetAtMostEndsWithAnEllipsis(t *testing.T) {
	lines := styleBody.setAtMost(strings.Repeat("many words ", 50), 40, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1].String(), "…") || lines[1].width > 40 {
		t.Errorf("got %q", lineTexts(lines))
	}
	for _, narrow := range []float64{0.1, 3, 40} {
		got := lineTexts(styleBody.setAtMost("a"+strings.Repeat(" ", 999)+strings.Repeat("W W", 500), narrow, 3))
		if len(got) != 3 || !strings.HasSuffix(got[2], "…") {
			t.Errorf("width %v: got %q", narrow, got)
		}
	}
	if got := lineTexts(styleBody.setAtMost("short", 40, 2)); len(got) != 1 || got[0] != "short" {
		t.Errorf("got %q", got)
	}
}

// Widths are read from the font by us; gofpdf must draw with the same.
func TestFaceMeasuresAsGofpdfDoes(t *testing.T) {
	p := newPress(&Document{}, gofpdf.SizeType{Wd: 210, Ht: 297})
	for _, bold := range []bool{false, true} {
		st := typeStyle{size: 10, bold: bold}
		p.useFont(bold, st.size)
		count := 0
		for r := rune(1); r < 0xFFFF; r++ {
			if !drawable(r) {
				continue
			}
			count++
			if got, want := st.width(string(r)), p.pdf.GetStringWidth(string(r)); got-want > 1e-9 || want-got > 1e-9 {
				t.Fatalf("%U: %v, gofpdf says %v", r, got, want)
			}
		}
		if count < 2000 {
			t.Errorf("only %d characters in the font", count)
		}
	}
}

func TestFaceCoversWhatReportsUse(t *testing.T) {
	for _, r := range "AaŁłÉéßñŐ Ωж–—…“”’•·≥≤→▲▼●√×±§©%€\u00A0" + string(stranger) {
		if !drawable(r) {
			t.Errorf("%q (%U) has no glyph", r, r)
		}
	}
	for _, r := range []rune{0, '✓', '医', '\u2011', 0xFFFF, 0x10000, 0x1F3E5} {
		if drawable(r) {
			t.Errorf("%U is said to have a glyph", r)
		}
	}
}
