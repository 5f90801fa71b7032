package report

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The bars begin at a quarter of the width and take 31 hundredths of it, so that
// 100 wide a percent is 0.31.
func TestBarsStandAtTheirValues(t *testing.T) {
	l := layBars(Bars{}, 100)
	shapes := chartBand{marks: l.shapes(Bar{Value: 40, Scored: true, Low: 80, High: 20, Ranged: true, Target: 50, Last: 10, Marked: true}, 10)}
	bar := marksOf(shapes, func(m rectMark) bool { return m.fill == hueBar })
	if len(bar) != 1 || !near(bar[0].x, 25) || !near(bar[0].w, 12.4) {
		t.Errorf("the bar is %+v, want from 25, 12.4 wide", bar)
	}
	var xs []float64
	for _, p := range marksOf(shapes, func(m pathMark) bool { return m.stroke != huePaper }) {
		xs = append(xs, p.points[0].x)
	}
	// The whisker and its two ends, the target, the point of the triangle.
	for i, want := range []float64{31.2, 31.2, 49.8, 40.5, 28.1} {
		if i >= len(xs) || !near(xs[i], want) {
			t.Fatalf("the marks stand at %.2f, want %.2f in place %d", xs, want, i)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.001 }

// Where bar, range, target and last quarter are the same, each is still seen: the
// target above the bar, the last quarter below it, both painted after it.
func TestBarHidesNoMark(t *testing.T) {
	for _, l := range []barLayout{layBars(Bars{}, 170), layBars(Bars{Small: true}, 170)} {
		b := l.row(Bar{Value: 70, Scored: true, Low: 70, High: 70, Ranged: true, Target: 70, Last: 70, Marked: true})
		bar := slices.IndexFunc(b.marks, func(m mark) bool { r, is := m.(rectMark); return is && r.fill == hueBar })
		top := b.marks[bar].(rectMark).y
		bottom := top + b.marks[bar].(rectMark).h
		target := slices.IndexFunc(b.marks, func(m mark) bool { p, is := m.(pathMark); return is && p.stroke == hueTarget })
		before := slices.IndexFunc(b.marks, func(m mark) bool { p, is := m.(pathMark); return is && p.closed })
		if target < bar || before < bar {
			t.Error("the bar is painted over a mark")
		}
		if p := b.marks[target].(pathMark).points; p[0].y > top-0.5 || p[1].y < bottom+0.5 {
			t.Errorf("the target goes from %.2f to %.2f on a bar from %.2f to %.2f", p[0].y, p[1].y, top, bottom)
		}
		if p := b.marks[before].(pathMark).points; p[1].y < bottom+1 {
			t.Errorf("the last quarter reaches to %.2f, the bar to %.2f", p[1].y, bottom)
		}
	}
}

func TestBarsWords(t *testing.T) {
	for _, tt := range []struct {
		name string
		bar  Bar
		want []string
	}{
		{"scored", Bar{Label: "a", Value: 50, Scored: true, Words: "50 %, red", Detail: "d"}, []string{"a", "50 %, red", "d"}},
		{"no words", Bar{Label: "a", Value: 50, Scored: true}, []string{"a", "50 %"}},
		{"silent", Bar{Label: "a", Value: 50}, []string{"a", "not assessed"}},
		{"only a range", Bar{Label: "a", Ranged: true, Words: "20 to 70 %"}, []string{"a", "20 to 70 %"}},
	} {
		if diff := cmp.Diff(tt.want, wordsOf(layBars(Bars{}, 170).row(tt.bar))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Words in place of a bar stand right of the bars where a target would run through them.
func TestBarsWordsMakeRoomForATarget(t *testing.T) {
	l := layBars(Bars{}, 170)
	at := func(b Bar) float64 {
		return marksOf(l.row(b), func(m textMark) bool { return m.text == "does not apply" })[0].x
	}
	if x := at(Bar{Words: "does not apply"}); x > l.wordsAt {
		t.Errorf("without a target they stand at %.1f", x)
	}
	for _, b := range []Bar{{Words: "does not apply", Target: 10}, {Words: "does not apply", Marked: true}} {
		if x := at(b); x < l.wordsAt {
			t.Errorf("%+v: they stand at %.1f, on the mark", b, x)
		}
	}
}

func TestBarsLegendExplainsWhatOccurs(t *testing.T) {
	for _, tt := range []struct {
		bar  Bar
		want []string
	}{
		{Bar{}, nil},
		{Bar{Scored: true}, []string{"score"}},
		{Bar{Ranged: true, Marked: true}, []string{"range it can still take", "quarter before"}},
		{Bar{Scored: true, Ranged: true, Target: 1, Marked: true}, []string{"score", "range it can still take", "target", "quarter before"}},
	} {
		legend := legendBands(layBars(Bars{}, 170).keys([]Bar{{}, tt.bar}), 40, 170)
		if diff := cmp.Diff(tt.want, wordsOf(legend...)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", tt.bar, diff)
		}
	}
}

func TestSmallBarsAreThinner(t *testing.T) {
	b := sampleBars()
	usual := chartHeight(barBands(b, 170))
	b.Small = true
	if small := chartHeight(barBands(b, 170)); small > usual*0.85 {
		t.Errorf("a small chart is %.1f high, a usual one %.1f", small, usual)
	}
}

func chartHeight(bands []chartBand) float64 {
	var h float64
	for _, b := range bands {
		h += b.height
	}
	return h
}
