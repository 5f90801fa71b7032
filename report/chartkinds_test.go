package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
		l := dumbbellLayout{scale{50, 100}, 200, 160}
		b := l.row(Dumbbell{From: tt.from, To: tt.to})
		discs := marksOf(b, func(discMark) bool { return true })
		before, now := discs[0], discs[1]
		if !near(before.x, 50+float64(within(tt.from))) || !near(now.x, 50+float64(within(tt.to))) {
			t.Errorf("%s: ends at %.1f and %.1f", tt.name, before.x, now.x)
		}
		if before.fill != huePaper || now.fill == huePaper || before.r <= now.r {
			t.Errorf("%s: hollow is not before, or now hides it: %+v %+v", tt.name, before, now)
		}
		joint := marksOf(b, func(m pathMark) bool { return m.thick == 0.9 })
		if joint[0].dotted != tt.fell {
			t.Errorf("%s: dotted %v, want %v", tt.name, joint[0].dotted, tt.fell)
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
		got := wordsOf(legendBands(l.keys(Dumbbells{Before: "Q1", Now: "Q2", Rows: []Dumbbell{{From: tt.from, To: tt.to}}}), 0, 170)...)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("from %d to %d (-want +got):\n%s", tt.from, tt.to, diff)
		}
	}
}

func TestStripCells(t *testing.T) {
	b := Strip{
		Columns: []string{"2026-Q1", "2026-Q2", "2026-Q3"},
		Rows:    []StripRow{{"Backups", []string{"P", "?"}}},
		Legend:  []StripKey{{"P", "fresh proof", 3}, {"N", "none", -4}},
	}
	bands := stripBands(b, 170)
	row := bands[len(bands)-1]
	var shades []hue
	for _, m := range marksOf(row, func(m rectMark) bool { return m.fill != hueGrid }) {
		shades = append(shades, m.fill)
	}
	// A letter that is not in the legend and no letter at all have the lightest shade.
	if diff := cmp.Diff([]hue{hueShade3, hueShade0, hueShade0}, shades); diff != "" {
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
	bands := stripBands(sampleStrip(95), 170)
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
	shapes := map[string]TickMark{}
	for m := TickMet; m <= TickNone; m++ {
		var shape strings.Builder // without colors
		for _, m := range tickShape(m, 0, 0) {
			switch m := m.(type) {
			case pathMark:
				fmt.Fprint(&shape, m.points)
			case discMark:
				fmt.Fprint(&shape, m.x, m.y, m.r, m.half)
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
		ticks Ticks
		bands int
	}{
		"seven in two columns":     {sampleTicks(), 4},
		"three":                    {Ticks{Rows: sampleTicks().Rows[:3]}, 3},
		"one with much to explain": {Ticks{Rows: append(sampleTicks().Rows[:4:4], Tick{Label: "a", Detail: long})}, 5},
	} {
		bands := tickBands(tt.ticks, 170)
		if len(bands) != tt.bands {
			t.Errorf("%s: %d bands, want %d", name, len(bands), tt.bands)
		}
		inOrder(t, strings.Join(wordsOf(bands...), "\n"), labelsOf(tt.ticks)...)
	}
}

func labelsOf(b Ticks) []string {
	var labels []string
	for _, r := range b.Rows {
		labels = append(labels, r.Label)
	}
	return labels
}

func TestTicksOfEndlessTextFitAPage(t *testing.T) {
	endless := strings.Repeat("word ", 4000)
	bands := tickBands(Ticks{Rows: []Tick{{TickMet, endless, endless, endless}}}, 170)
	if len(bands) != 1 || bands[0].height > 120 {
		t.Errorf("%d bands, the first %.0f mm high", len(bands), bands[0].height)
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
		of   func(hue) ink
	}{{"light", hue.light}, {"dark", hue.dark}} {
		check := func(on, over hue, want float64) {
			a, b := luminance(ground.of(on)), luminance(ground.of(over))
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < want {
				t.Errorf("%s: %s on %s has %.2f to 1, want %.1f", ground.name, over.name(), on.name(), ratio, want)
			}
		}
		for _, h := range []hue{hueText, hueQuiet, hueTarget, hueRise, hueFall} {
			check(huePaper, h, 4.5)
		}
		check(huePaper, hueBar, 3)
		check(hueBar, hueText, 4.5)
		for shade := range 4 {
			check(hueShade0+hue(shade), onShade(shade), 4.5)
		}
		for shade := range 3 { // in black and white, one differs from the next
			check(hueShade0+hue(shade), hueShade0+hue(shade+1), 1.2)
		}
	}
	if dark := huePaper.dark(); dark != (ink{0x14, 0x18, 0x1f}) {
		t.Errorf("the dark ground is %v", dark)
	}
}
