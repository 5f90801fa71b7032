package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// trendOf is one line: a letter's place in the alphabet is its percent, a space
// a quarter without a figure, and a star turns the quarter after it.
func trendOf(s string) doc.Trend {
	b := doc.Trend{Lines: []doc.TrendLine{{Label: "Protect"}}}
	turned := false
	for _, r := range s {
		if r == '*' {
			turned = true
			continue
		}
		b.Quarters = append(b.Quarters, fmt.Sprintf("Q%d", len(b.Quarters)))
		b.Turned = append(b.Turned, turned)
		b.Lines[0].Points = append(b.Lines[0].Points, doc.TrendPoint{Value: int(r - 'A'), Known: r != ' '})
		turned = false
	}
	return b
}

func plotOf(b doc.Trend) trendPlot { return trendPlot{b, b.Lines[0], scale{30, -20}, 10, 60} }

func TestTrendLineCrossesNoGap(t *testing.T) {
	for s, want := range map[string][]int{ // points a line goes through
		"ABC": {3}, "AB CDE": {2, 3}, "A B C": nil, " ABC ": {3}, "   ": nil, "A": nil, "AB  ": {2},
	} {
		var got []int
		dots := 0
		for _, m := range plotOf(trendOf(s)).path() {
			switch m := m.(type) {
			case Path:
				got = append(got, len(m.Points))
			case Disc:
				dots++
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: lines (-want +got):\n%s", s, diff)
		}
		if known := len(strings.ReplaceAll(s, " ", "")); dots != known {
			t.Errorf("%q: %d dots, want %d", s, dots, known)
		}
	}
}

// 100% is 20 above 0 at 30, the first quarter 3.5 right of 10, the last 1.5 left of 60.
func TestTrendPointsStandAtTheirValues(t *testing.T) {
	b := trendOf("A A")
	b.Lines[0].Points = []doc.TrendPoint{{Value: 50, Known: true}, {}, {Value: 300, Known: true}, {Value: 1, Known: true}}
	if diff := cmp.Diff(map[int]Point{0: {13.5, 20}, 2: {58.5, 10}}, plotOf(b).points(), cmp.AllowUnexported(Point{})); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
}

func TestTrendShowsEachTurn(t *testing.T) {
	plot := plotOf(trendOf("*AA*AA"))
	var at []float64
	for _, m := range plot.marks() {
		if p, is := m.(Path); is && p.Dotted {
			at = append(at, p.Points[0].X)
		}
	}
	if len(at) != 2 || at[0] <= plot.left || at[0] >= plot.x(0) || at[1] <= plot.x(1) || at[1] >= plot.x(2) {
		t.Errorf("dotted lines at %.1f, want one before the first quarter and one before the third", at)
	}
	for s, want := range map[string]bool{"AA": false, "A*A": true} {
		if got := strings.Contains(strings.Join(wordsOf(Trend(trendOf(s), 170)...), "\n"), doc.TurnedWords); got != want {
			t.Errorf("%q: explained %v, want %v", s, got, want)
		}
	}
}

func TestTrendAlwaysHasTheFirstAndTheLastFigure(t *testing.T) {
	for quarters := 1; quarters <= 40; quarters++ {
		for first := range quarters {
			for _, last := range []int{first, first + 1, quarters - 1} {
				if last >= quarters {
					continue
				}
				b := doctest.SampleTrend(quarters, 1)
				points := b.Lines[0].Points
				for i := range points {
					points[i].Known = points[i].Known && i > first && i < last
				}
				points[first] = doc.TrendPoint{Value: 41, Known: true}
				points[last] = doc.TrendPoint{Value: 43, Known: true}
				got := map[string]bool{}
				for _, d := range plotOf(b).digits() {
					got[d.Text] = true
				}
				if !got["43"] || first != last && !got["41"] {
					t.Fatalf("%d quarters, known from %d to %d: only %v", quarters, first, last, got)
				}
			}
		}
	}
}

// Where quarters stand close, only the first, the last, the greatest and the least have a figure.
func TestTrendThinsOutFigures(t *testing.T) {
	if n := len(plotOf(doctest.SampleTrend(40, 1)).digits()); n < 2 || n > 4 {
		t.Errorf("40 quarters have %d figures, want 2 to 4", n)
	}
	if n := len(plotOf(trendOf("ABCDEF")).digits()); n != 6 {
		t.Errorf("6 quarters have %d figures, want 6", n)
	}
}

func TestAxisWords(t *testing.T) {
	for _, tt := range []struct {
		count int
		width float64
		want  string
	}{
		{0, 50, ""}, {1, 50, "2020-Q1"}, {3, 60, "2020-Q1 2020-Q2 2020-Q3"}, {5, 45, "2020-Q1 2020-Q3 2021-Q1"},
		{12, 45, "2020-Q1 2022-Q4"}, {12, 60, "2020-Q1 2021-Q1 2022-Q4"}, {2, 12, "20…"},
	} {
		var labels []axisLabel
		for i := range tt.count {
			x := tt.width * float64(i) / float64(max(tt.count-1, 1))
			labels = append(labels, axisLabel{x, fmt.Sprintf("%d-Q%d", 2020+i/4, i%4+1)})
		}
		got := strings.Join(wordsOf(Band{Marks: axisWords(labels, 0, tt.width, 0)}), " ")
		if got != tt.want {
			t.Errorf("%d labels on %.0f mm: %q, want %q", tt.count, tt.width, got, tt.want)
		}
	}
}

func TestTrendColumns(t *testing.T) {
	for _, tt := range []struct {
		lines, quarters int
		width           float64
		want            int
	}{
		{1, 4, 176, 1}, {2, 4, 176, 2}, {3, 4, 176, 3}, {4, 4, 176, 2}, {6, 4, 176, 3}, {6, 40, 176, 2}, {1, 40, 176, 1}, {12, 12, 176, 3},
		{6, 4, 92, 2}, {1, 4, 92, 1}, {6, 8, 92, 1},
	} {
		if got := trendColumns(tt.lines, tt.quarters, tt.width); got != tt.want {
			t.Errorf("%d lines over %d quarters: %d side by side, want %d", tt.lines, tt.quarters, got, tt.want)
		}
	}
}

func BenchmarkTrendMarks(b *testing.B) {
	trend := doctest.SampleTrend(40, 12)
	b.ReportAllocs()
	for b.Loop() {
		Trend(trend, 170)
	}
}

// A figure stands where the line does not go: above a peak, below a dip, and at an
// end above a low point unless the line is steep.
func TestTrendFigureKeepsClearOfTheLine(t *testing.T) {
	for _, tt := range []struct {
		line    string
		quarter int
		above   bool
	}{
		{"AZA", 1, true}, {"ZAZ", 1, false}, {"ABC", 1, true}, {"A", 0, true}, {"  Z  ", 2, true},
		{"BC", 0, true}, {"BzB", 0, false}, {"BzB", 2, false}, {"Zz", 0, false},
	} {
		plot := plotOf(trendOf(tt.line))
		plot.left, plot.right = 10, 30
		if got := plot.above(plot.points(), tt.quarter); got != tt.above {
			t.Errorf("%q: the figure of quarter %d stands above: %v, want %v", tt.line, tt.quarter, got, tt.above)
		}
	}
}
