package text

import (
	"strings"
	"testing"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// In a terminal a long chart becomes tables, not cards, and no figure is lost.
func TestTextOfManyQuarters(t *testing.T) {
	for _, width := range []int{40, 60, 80, 120} {
		b := doctest.SampleTrend(40, 6)
		text := draw(t, &doc.Document{Blocks: []doc.Block{b, doctest.SampleStrip(40)}}, doc.Options{Width: width})
		for _, q := range b.Quarters {
			if n := strings.Count(text, q); n < 2 {
				t.Errorf("%d columns: %s stands there %d times", width, q, n)
			}
		}
		if strings.Contains(text, "Area: ") {
			t.Errorf("%d columns: drawn as cards", width)
		}
		for _, line := range strings.Split(text, "\n") {
			if words.Width(line) > width {
				t.Errorf("%d columns: %q", width, line)
			}
		}
	}
}
