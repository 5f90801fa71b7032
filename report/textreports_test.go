package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9]+m")

func TestNoLineIsWiderThanAsked(t *testing.T) {
	in := creek(t)
	for _, d := range everyDocument(t, in) {
		for width, limit := range map[int]int{0: 80, 1: 40, 40: 40, 63: 63, 120: 120} {
			for i, l := range strings.Split(draw(t, "text", d, doc.Options{Width: width, Color: true}), "\n") {
				if l = escapes.ReplaceAllString(l, ""); words.Width(l) > limit && !doctest.StaysWhole(l) {
					t.Errorf("%s at width %d, line %d: %d columns: %s", d.Title, width, i+1, words.Width(l), l)
				}
			}
		}
	}
}

func TestColorIsBesideWordsOnly(t *testing.T) {
	d := Board(creek(t))
	plain := draw(t, "text", d, doc.Options{})
	colored := draw(t, "text", d, doc.Options{Color: true})
	if strings.Contains(plain, "\x1b") {
		t.Error("escape codes without Options.Color")
	}
	if !strings.Contains(colored, "\x1b[31m") || !strings.Contains(colored, "\x1b[1m") {
		t.Error("no color with Options.Color")
	}
	if diff := cmp.Diff(plain, escapes.ReplaceAllString(colored, "")); diff != "" {
		t.Errorf("color changes the words (-plain +colored):\n%s", diff)
	}
}
