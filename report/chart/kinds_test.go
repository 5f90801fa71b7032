package chart

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/typeset"
)

func TestDumbbellEnds(t *testing.T) {
	for _, tt := range []struct {
		name     string
		from, to int
		fell     bool
		figures  []string
	}{
		{"rose", 20, 70, false, []string{"70", "20"}}, {"fell", 70, 20, true, []string{"70", "20"}},
		{"same", 50, 50, false, []string{"50"}}, {"out of bounds", -30, 400, false, []string{"100", "0"}},
	} {
		l := dumbbellLayout{scale{50, 100}, 200, 160, false}
		b := l.row(doc.Dumbbell{From: tt.from, To: tt.to})
		discs := marksOf(b, func(Disc) bool { return true })
		before, now := discs[0], discs[1]
		if !near(before.X, 50+float64(within(tt.from))) || !near(now.X, 50+float64(within(tt.to))) {
			t.Errorf("%s: ends at %.1f and %.1f", tt.name, before.X, now.X)
		}
		if before.Fill != huePaper || now.Fill == huePaper || before.R <= now.R {
			t.Errorf("%s: hollow is not before, or now hides it: %+v %+v", tt.name, before, now)
		}
		joint := marksOf(b, func(m Path) bool { return m.Thick == 0.9 })
		if joint[0].Dotted != tt.fell {
			t.Errorf("%s: dotted %v, want %v", tt.name, joint[0].Dotted, tt.fell)
		}
		if diff := cmp.Diff(tt.figures, wordsOf(b)); diff != "" {
			t.Errorf("%s: figures (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestDumbbellLegend(t *testing.T) {
	for _, tt := range []struct {
		from, to int
		want     []string
	}{
		{1, 2, []string{"Q1", "Q2", "rose"}}, {2, 1, []string{"Q1", "Q2", "fell"}}, {1, 1, []string{"Q1", "Q2"}},
	} {
		l := dumbbellLayout{}
		got := wordsOf(legendBands(l.keys(doc.Dumbbells{Before: "Q1", Now: "Q2", Rows: []doc.Dumbbell{{From: tt.from, To: tt.to}}}), 0, 170)...)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("from %d to %d (-want +got):\n%s", tt.from, tt.to, diff)
		}
	}
}

func TestStripCells(t *testing.T) {
	b := doc.Strip{
		Columns: []string{"2026-Q1", "2026-Q2", "2026-Q3"},
		Rows:    []doc.StripRow{{Label: "Backups", Cells: []string{"P", "?"}}},
		Legend:  []doc.StripKey{{Letter: "P", Words: "fresh proof", Shade: 3}, {Letter: "N", Words: "none", Shade: -4}},
	}
	bands := Strip(b, 170)
	row := bands[len(bands)-1]
	var shades []Hue
	for _, m := range marksOf(row, func(m Rect) bool { return m.Fill != hueGrid }) {
		shades = append(shades, m.Fill)
	}
	// A letter that is not in the legend and no letter at all have the lightest shade.
	if diff := cmp.Diff([]Hue{hueShade3, hueShade0, hueShade0}, shades); diff != "" {
		t.Errorf("shades (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Backups", "P", "?"}, wordsOf(row)); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"P", "fresh proof", "N", "none"}, wordsOf(bands[0])); diff != "" {
		t.Errorf("legend (-want +got):\n%s", diff)
	}
}

func TestStripOfManyColumnsGoesOnBelow(t *testing.T) {
	bands := Strip(doctest.SampleStrip(95), 170)
	letters := 0
	for _, w := range wordsOf(bands[1:]...) {
		if len(w) == 1 {
			letters++
		}
	}
	if letters != 95*5 {
		t.Errorf("%d letters, want %d", letters, 95*5)
	}
	if n := strings.Count(strings.Join(wordsOf(bands...), "\n"), "Email protection"); n != 3 {
		t.Errorf("%d parts, want 3", n)
	}
}

func TestTicksHaveAShapeEach(t *testing.T) {
	shapes := map[string]doc.TickMark{}
	for m := doc.TickMet; m <= doc.TickNone; m++ {
		var shape strings.Builder // without colors
		for _, m := range tickShape(m, 0, 0) {
			switch m := m.(type) {
			case Path:
				fmt.Fprint(&shape, m.Points)
			case Disc:
				fmt.Fprint(&shape, m.X, m.Y, m.R, m.Half)
			default:
				t.Errorf("a mark of type %v", reflect.TypeOf(m))
			}
		}
		if other, is := shapes[shape.String()]; is {
			t.Errorf("the marks %d and %d look alike", m, other)
		}
		shapes[shape.String()] = m
	}
}

func TestTicksColumns(t *testing.T) {
	long := strings.Repeat("Second factor for remote access. ", 9)
	for name, tt := range map[string]struct {
		ticks doc.Ticks
		bands int
	}{
		"seven in two columns":     {doctest.SampleTicks(), 4},
		"three":                    {doc.Ticks{Rows: doctest.SampleTicks().Rows[:3]}, 3},
		"one with much to explain": {doc.Ticks{Rows: append(doctest.SampleTicks().Rows[:4:4], doc.Tick{Label: "a", Detail: long})}, 5},
	} {
		bands := Ticks(tt.ticks, 170)
		if len(bands) != tt.bands {
			t.Errorf("%s: %d bands, want %d", name, len(bands), tt.bands)
		}
		doctest.InOrder(t, strings.Join(wordsOf(bands...), "\n"), labelsOf(tt.ticks)...)
	}
}

func labelsOf(b doc.Ticks) []string {
	var labels []string
	for _, r := range b.Rows {
		labels = append(labels, r.Label)
	}
	return labels
}

func TestTicksOfEndlessTextFitAPage(t *testing.T) {
	endless := strings.Repeat("word ", 4000)
	bands := Ticks(doc.Ticks{Rows: []doc.Tick{{Mark: doc.TickMet, Label: endless, Words: endless, Detail: endless}}}, 170)
	if len(bands) != 1 || bands[0].Height > 120 {
		t.Errorf("%d bands, the first %.0f mm high", len(bands), bands[0].Height)
	}
	if words := strings.Join(wordsOf(bands...), ""); strings.Count(words, "…") != 2 {
		t.Error("what was cut off has no ellipsis")
	}
}

// Every hue on white and on the dark ground: 4.5 to 1 for words, 3 to 1 for shapes,
// as WCAG 2 asks; lines to read by are meant to be pale.
func TestHueContrast(t *testing.T) {
	for _, ground := range []struct {
		name string
		of   func(Hue) typeset.Ink
	}{{"light", Hue.Light}, {"dark", Hue.Dark}} {
		check := func(on, over Hue, want float64) {
			a, b := doctest.Luminance(ground.of(on)), doctest.Luminance(ground.of(over))
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < want {
				t.Errorf("%s: %s on %s has %.2f to 1, want %.1f", ground.name, over.Name(), on.Name(), ratio, want)
			}
		}
		for _, h := range []Hue{hueText, hueQuiet, hueTarget, hueRise, hueFall} {
			check(huePaper, h, 4.5)
		}
		check(huePaper, hueBar, 3)
		check(hueBar, hueText, 4.5)
		for shade := range 4 {
			check(hueShade0+Hue(shade), onShade(shade), 4.5)
		}
		for shade := range 3 { // in black and white, one differs from the next
			check(hueShade0+Hue(shade), hueShade0+Hue(shade+1), 1.2)
		}
	}
	if dark := huePaper.Dark(); dark != (typeset.Ink{R: 0x14, G: 0x18, B: 0x1f}) {
		t.Errorf("the dark ground is %v", dark)
	}
}
