package pdftest

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// Rectangles finds the rectangles of a page, with their place and size in points.
var Rectangles = regexp.MustCompile(`(?m)^(\S+) (\S+) (\S+) (\S+) re [fS]$`)

// Check looks for what must not happen on any page.
func Check(t *testing.T, s *Scanned) {
	t.Helper()
	const width, height = 612, 792
	for i, page := range s.Pages {
		if strings.Contains(page, "NaN") || strings.Contains(page, "Inf") {
			t.Errorf("page %d draws with a number that is none", i+1)
		}
		for _, m := range Rectangles.FindAllStringSubmatch(page, -1) {
			x, y, w := Number(t, m[1]), Number(t, m[2]), Number(t, m[3])
			if x < -0.01 || x+w > width+0.01 || y < -0.01 || y > height+0.01 {
				t.Errorf("page %d: a rectangle at %v %v, %v wide, leaves the page", i+1, x, y, w)
			}
		}
	}
	for _, d := range s.Texts {
		for _, r := range d.Text {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r > 0xFFFF || !typeset.Drawable(r) {
				t.Fatalf("page %d: %.40q has the character %U", d.Page, d.Text, r)
			}
		}
		if d.X < 0 || d.X > width || d.Y < 0 || d.Y > height {
			t.Fatalf("page %d: %.40q stands outside, at %v %v", d.Page, d.Text, d.X, d.Y)
		}
	}
	for _, l := range s.Links {
		if l != doc.LinkTarget(l) {
			t.Errorf("link %.60q is not clean", l)
		}
	}
}

// Number reads a number of the PDF.
func Number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
