package report

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// placedText is a text of a chart with the room it takes.
type placedText struct {
	text                     string
	left, top, right, bottom float64
}

// checkPicture looks for what no chart may do, whatever the block: leave the
// picture, compute with what is no number, set one text on another.
func checkPicture(t rapid.TB, bands []chartBand, width float64) {
	t.Helper()
	var texts []placedText
	y := 0.0
	for i, b := range bands {
		for _, m := range b.marks {
			for _, p := range corners(m) {
				if !(p.x >= -0.01 && p.x <= width+0.01 && p.y >= -0.01 && p.y <= b.height+0.01) {
					t.Fatalf("band %d: %+v leaves the picture of %.1f by %.1f", i, m, width, b.height)
				}
			}
			if m, is := m.(textMark); is {
				texts = append(texts, placedText{m.text, m.left(), y + m.base - m.high(), m.left() + m.width(), y + m.base})
			}
		}
		y += b.height
	}
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.left < b.right-0.01 && b.left < a.right-0.01 && a.top < b.bottom-0.01 && b.top < a.bottom-0.01 {
				t.Fatalf("%q stands on %q: %+v %+v", a.text, b.text, a, b)
			}
		}
	}
}

// corners are the outermost points of a mark.
func corners(m mark) []point {
	switch m := m.(type) {
	case rectMark:
		return []point{{m.x, m.y}, {m.x + m.w, m.y + m.h}, {m.x + max(m.w, 0), m.y}, {m.x + min(m.w, 0), m.y}}
	case pathMark:
		return m.points
	case discMark:
		return []point{{m.x - m.r, m.y - m.r}, {m.x + m.r, m.y + m.r}}
	case textMark:
		return []point{{m.left(), m.base - m.high()}, {m.left() + m.width(), m.base}}
	}
	return []point{{math.NaN(), math.NaN()}}
}

// anyWords are words as they come: short, long, in scripts the font lacks, none.
var anyWords = rapid.OneOf(
	rapid.SampledFrom([]string{"", "Protect", "2026-Q3", "不适用", "\U0001F3E5 clinic", "Respond to an incident and tell those who must know", "+12.5"}),
	rapid.StringN(0, 80, 300),
)

var anyPercent = rapid.OneOf(rapid.IntRange(0, 100), rapid.SampledFrom([]int{-1, 101, math.MinInt, math.MaxInt}))

func anyBars(t *rapid.T) Bars {
	b := Bars{Small: rapid.Bool().Draw(t, "small")}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		b.Rows = append(b.Rows, Bar{
			Label: anyWords.Draw(t, "label"), Value: anyPercent.Draw(t, "value"), Scored: rapid.Bool().Draw(t, "scored"),
			Low: anyPercent.Draw(t, "low"), High: anyPercent.Draw(t, "high"), Ranged: rapid.Bool().Draw(t, "ranged"),
			Target: anyPercent.Draw(t, "target"), Last: anyPercent.Draw(t, "last"), Marked: rapid.Bool().Draw(t, "marked"),
			Words: anyWords.Draw(t, "words"), Detail: anyWords.Draw(t, "detail"),
		})
	}
	return b
}

func anyTrend(t *rapid.T) Trend {
	var b Trend
	quarters := rapid.IntRange(0, 41).Draw(t, "quarters")
	for i := range quarters {
		q := fmt.Sprintf("%d-Q%d", 2017+i/4, i%4+1)
		if rapid.IntRange(0, 30).Draw(t, "odd") == 0 {
			q = anyWords.Draw(t, "quarter")
		}
		b.Quarters = append(b.Quarters, q)
	}
	b.Turned = rapid.SliceOfN(rapid.Bool(), 0, quarters+2).Draw(t, "turned")
	for range rapid.IntRange(0, 4).Draw(t, "lines") {
		l := TrendLine{Label: anyWords.Draw(t, "label")}
		for range rapid.IntRange(0, quarters+2).Draw(t, "points") {
			l.Points = append(l.Points, TrendPoint{anyPercent.Draw(t, "value"), rapid.Bool().Draw(t, "known"), anyWords.Draw(t, "words")})
		}
		b.Lines = append(b.Lines, l)
	}
	return b
}

func anyDumbbells(t *rapid.T) Dumbbells {
	b := Dumbbells{Before: anyWords.Draw(t, "before"), Now: anyWords.Draw(t, "now")}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		b.Rows = append(b.Rows, Dumbbell{anyWords.Draw(t, "label"), anyPercent.Draw(t, "from"), anyPercent.Draw(t, "to"), anyWords.Draw(t, "words")})
	}
	return b
}

func anyStrip(t *rapid.T) Strip {
	var b Strip
	b.Columns = rapid.SliceOfN(anyWords, 0, 45).Draw(t, "columns")
	for range rapid.IntRange(0, 3).Draw(t, "rows") {
		b.Rows = append(b.Rows, StripRow{anyWords.Draw(t, "label"), rapid.SliceOfN(rapid.SampledFrom([]string{"P", "S", "", "WW"}), 0, 47).Draw(t, "cells")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "keys") {
		b.Legend = append(b.Legend, StripKey{rapid.SampledFrom([]string{"P", "S", "W"}).Draw(t, "letter"), anyWords.Draw(t, "words"), rapid.IntRange(-5, 9).Draw(t, "shade")})
	}
	return b
}

func anyTicks(t *rapid.T) Ticks {
	var b Ticks
	for range rapid.IntRange(0, 7).Draw(t, "rows") {
		b.Rows = append(b.Rows, Tick{TickMark(rapid.IntRange(-1, 6).Draw(t, "mark")), anyWords.Draw(t, "label"), anyWords.Draw(t, "words"), anyWords.Draw(t, "detail")})
	}
	return b
}

func TestChartsStayInThePicture(t *testing.T) {
	for name, block := range map[string]func(*rapid.T) Block{
		"bars":      func(t *rapid.T) Block { return anyBars(t) },
		"trend":     func(t *rapid.T) Block { return anyTrend(t) },
		"dumbbells": func(t *rapid.T) Block { return anyDumbbells(t) },
		"strip":     func(t *rapid.T) Block { return anyStrip(t) },
		"ticks":     func(t *rapid.T) Block { return anyTicks(t) },
	} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			width := rapid.SampledFrom([]float64{170, 175.9, 176, 240}).Draw(t, "width")
			checkPicture(t, chartBands(block(t), width), width)
		}))
	}
}

func TestSampleChartsStayInThePicture(t *testing.T) {
	for quarters := 1; quarters <= 40; quarters++ {
		for lines := 1; lines <= 12; lines++ {
			checkPicture(t, chartBands(sampleTrend(quarters, lines), 170), 170)
		}
		checkPicture(t, chartBands(sampleStrip(quarters), 170), 170)
	}
}

// Only the five kinds are charts, and without rows there is none.
func TestNoChart(t *testing.T) {
	for _, b := range []Block{
		Paragraph{}, Table{}, Tiles{}, Bars{}, Trend{}, Trend{Quarters: []string{"2026-Q1"}}, Trend{Lines: []TrendLine{{}}},
		Dumbbells{}, Strip{}, Strip{Rows: []StripRow{{}}}, Strip{Columns: []string{"2026-Q1"}}, Ticks{},
	} {
		if bands := chartBands(b, 170); bands != nil {
			t.Errorf("%+v has a chart of %d bands", b, len(bands))
		}
	}
}

// marksOf returns the marks of one kind, in the order they are painted.
func marksOf[M mark](b chartBand, is func(M) bool) []M {
	var found []M
	for _, m := range b.marks {
		if m, ok := m.(M); ok && is(m) {
			found = append(found, m)
		}
	}
	return found
}

// wordsOf returns the texts of bands in the order they are set.
func wordsOf(bands ...chartBand) []string {
	var words []string
	for _, b := range bands {
		for _, m := range marksOf(b, func(textMark) bool { return true }) {
			words = append(words, m.text)
		}
	}
	return words
}

func TestRowsStayUnderTheirScale(t *testing.T) {
	for _, b := range []Block{sampleBars(), sampleDumbbells(), sampleStrip(8)} {
		bands := chartBands(b, 170)
		scale := slices.IndexFunc(bands, func(b chartBand) bool { return b.again != nil }) - 1
		for i, band := range bands {
			if repeats := band.again != nil; repeats != (i > scale) {
				t.Errorf("%T: band %d repeats the scale: %v", b, i, repeats)
			}
			if i <= scale && !band.keep {
				t.Errorf("%T: band %d can be the last on a page", b, i)
			}
			if band.again != nil && !slices.Equal(wordsOf(*band.again), wordsOf(bands[scale])) {
				t.Errorf("%T: band %d repeats %q", b, i, wordsOf(*band.again))
			}
		}
		if bands[len(bands)-1].keep {
			t.Errorf("%T: the last row asks for what follows", b)
		}
	}
}
