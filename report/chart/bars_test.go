package chart

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// The bars begin at 22 hundredths of the width and take 30 of it, so that 100 wide a
// percent is 0.3.
func TestBarsStandAtTheirValues(t *testing.T) {
	l := layBars(doc.Bars{}, 100)
	shapes := Band{Marks: l.shapes(doc.Bar{Value: 40, Scored: true, Low: 80, High: 20, Ranged: true, Target: 50, Last: 10, Marked: true}, 10)}
	bar := marksOf(shapes, func(m Rect) bool { return m.Fill == hueBar })
	if len(bar) != 1 || !near(bar[0].X, 22) || !near(bar[0].W, 12) {
		t.Errorf("the bar is %+v, want from 22, 12 wide", bar)
	}
	var xs []float64
	for _, p := range marksOf(shapes, func(m Path) bool { return m.Stroke != huePaper }) {
		xs = append(xs, p.Points[0].X)
	}
	// The whisker and its two ends, the target, the point of the triangle.
	for i, want := range []float64{28, 28, 46, 37, 25} {
		if i >= len(xs) || !near(xs[i], want) {
			t.Fatalf("the marks stand at %.2f, want %.2f in place %d", xs, want, i)
		}
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.001 }

// Where bar, range, target and last quarter are the same, each is still seen: the
// target above the bar, the last quarter below it, both painted after it.
func TestBarHidesNoMark(t *testing.T) {
	for _, l := range []barLayout{layBars(doc.Bars{}, 170), layBars(doc.Bars{Small: true}, 170)} {
		b := l.row(doc.Bar{Value: 70, Scored: true, Low: 70, High: 70, Ranged: true, Target: 70, Last: 70, Marked: true})
		bar := slices.IndexFunc(b.Marks, func(m Mark) bool { r, is := m.(Rect); return is && r.Fill == hueBar })
		top := b.Marks[bar].(Rect).Y
		bottom := top + b.Marks[bar].(Rect).H
		target := slices.IndexFunc(b.Marks, func(m Mark) bool { p, is := m.(Path); return is && p.Stroke == hueTarget })
		before := slices.IndexFunc(b.Marks, func(m Mark) bool { p, is := m.(Path); return is && p.Closed })
		if target < bar || before < bar {
			t.Error("the bar is painted over a mark")
		}
		if p := b.Marks[target].(Path).Points; p[0].Y > top-0.5 || p[1].Y < bottom+0.5 {
			t.Errorf("the target goes from %.2f to %.2f on a bar from %.2f to %.2f", p[0].Y, p[1].Y, top, bottom)
		}
		if p := b.Marks[before].(Path).Points; p[1].Y < bottom+1 {
			t.Errorf("the last quarter reaches to %.2f, the bar to %.2f", p[1].Y, bottom)
		}
	}
}

func TestBarsWords(t *testing.T) {
	for _, tt := range []struct {
		name string
		bar  doc.Bar
		want []string
	}{
		{"scored", doc.Bar{Label: "a", Value: 50, Scored: true, Words: "50%, red", Detail: "d"}, []string{"a", "50%, red", "d"}},
		{"no words", doc.Bar{Label: "a", Value: 50, Scored: true}, []string{"a", "50%"}},
		{"silent", doc.Bar{Label: "a", Value: 50}, []string{"a", "not assessed"}},
		{"only a range", doc.Bar{Label: "a", Ranged: true, Words: "20 to 70%"}, []string{"a", "20 to 70%"}},
	} {
		if diff := cmp.Diff(tt.want, wordsOf(layBars(doc.Bars{}, 170).row(tt.bar))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Words in place of a bar stand right of the bars where a target would run through them.
func TestBarsWordsMakeRoomForATarget(t *testing.T) {
	l := layBars(doc.Bars{}, 170)
	at := func(b doc.Bar) float64 {
		return marksOf(l.row(b), func(m Text) bool { return m.Text == "does not apply" })[0].X
	}
	if x := at(doc.Bar{Words: "does not apply"}); x > l.wordsAt {
		t.Errorf("without a target they stand at %.1f", x)
	}
	for _, b := range []doc.Bar{{Words: "does not apply", Target: 10}, {Words: "does not apply", Marked: true}} {
		if x := at(b); x < l.wordsAt {
			t.Errorf("%+v: they stand at %.1f, on the mark", b, x)
		}
	}
}

func TestBarsLegendExplainsWhatOccurs(t *testing.T) {
	for _, tt := range []struct {
		bar  doc.Bar
		want []string
	}{
		{doc.Bar{}, nil},
		{doc.Bar{Scored: true}, []string{"score"}},
		{doc.Bar{Ranged: true, Marked: true}, []string{"range it can still take", "quarter before"}},
		{doc.Bar{Scored: true, Ranged: true, Target: 1, Marked: true}, []string{"score", "range it can still take", "target", "quarter before"}},
	} {
		legend := legendBands(layBars(doc.Bars{}, 170).keys([]doc.Bar{{}, tt.bar}), 40, 170)
		if diff := cmp.Diff(tt.want, wordsOf(legend...)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", tt.bar, diff)
		}
	}
}

func TestSmallBarsAreThinner(t *testing.T) {
	b := doctest.SampleBars()
	usual := chartHeight(Bars(b, 170))
	b.Small = true
	if small := chartHeight(Bars(b, 170)); small > usual*0.85 {
		t.Errorf("a small chart is %.1f high, a usual one %.1f", small, usual)
	}
}

func chartHeight(bands []Band) float64 {
	var h float64
	for _, b := range bands {
		h += b.Height
	}
	return h
}
