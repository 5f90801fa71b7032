package doctest

import (
	"fmt"
	"math"

	"pgregory.net/rapid"

	"hygeia/report/doc"
)

// anyWords are words as they come: short, long, in scripts the font lacks, none.
var anyWords = rapid.OneOf(
	rapid.SampledFrom([]string{"", "Protect", "2026-Q3", "不适用", "\U0001F3E5 clinic", "Respond to an incident and tell those who must know", "+12.5"}),
	rapid.StringN(0, 80, 300),
)

var anyPercent = rapid.OneOf(rapid.IntRange(0, 100), rapid.SampledFrom([]int{-1, 101, math.MinInt, math.MaxInt}))

// AnyBars draws bars of any figures and words.
func AnyBars(t *rapid.T) doc.Bars {
	b := doc.Bars{Small: rapid.Bool().Draw(t, "small")}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		b.Rows = append(b.Rows, doc.Bar{
			Label: anyWords.Draw(t, "label"), Value: anyPercent.Draw(t, "value"), Scored: rapid.Bool().Draw(t, "scored"),
			Low: anyPercent.Draw(t, "low"), High: anyPercent.Draw(t, "high"), Ranged: rapid.Bool().Draw(t, "ranged"),
			Target: anyPercent.Draw(t, "target"), Last: anyPercent.Draw(t, "last"), Marked: rapid.Bool().Draw(t, "marked"),
			Words: anyWords.Draw(t, "words"), Detail: anyWords.Draw(t, "detail"),
		})
	}
	return b
}

// AnyTrend draws a trend of any length.
func AnyTrend(t *rapid.T) doc.Trend {
	var b doc.Trend
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
		l := doc.TrendLine{Label: anyWords.Draw(t, "label")}
		for range rapid.IntRange(0, quarters+2).Draw(t, "points") {
			l.Points = append(l.Points, doc.TrendPoint{Value: anyPercent.Draw(t, "value"), Known: rapid.Bool().Draw(t, "known"), Words: anyWords.Draw(t, "words")})
		}
		b.Lines = append(b.Lines, l)
	}
	return b
}

// AnyDumbbells draws any pairs of figures.
func AnyDumbbells(t *rapid.T) doc.Dumbbells {
	b := doc.Dumbbells{Before: anyWords.Draw(t, "before"), Now: anyWords.Draw(t, "now")}
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		b.Rows = append(b.Rows, doc.Dumbbell{Label: anyWords.Draw(t, "label"), From: anyPercent.Draw(t, "from"), To: anyPercent.Draw(t, "to"), Words: anyWords.Draw(t, "words")})
	}
	return b
}

// AnyStrip draws any grid.
func AnyStrip(t *rapid.T) doc.Strip {
	var b doc.Strip
	b.Columns = rapid.SliceOfN(anyWords, 0, 45).Draw(t, "columns")
	for range rapid.IntRange(0, 3).Draw(t, "rows") {
		b.Rows = append(b.Rows, doc.StripRow{Label: anyWords.Draw(t, "label"), Cells: rapid.SliceOfN(rapid.SampledFrom([]string{"P", "S", "", "WW"}), 0, 47).Draw(t, "cells")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "keys") {
		b.Legend = append(b.Legend, doc.StripKey{Letter: rapid.SampledFrom([]string{"P", "S", "W"}).Draw(t, "letter"), Words: anyWords.Draw(t, "words"), Shade: rapid.IntRange(-5, 9).Draw(t, "shade")})
	}
	return b
}

// AnyTicks draws any goals.
func AnyTicks(t *rapid.T) doc.Ticks {
	var b doc.Ticks
	for range rapid.IntRange(0, 7).Draw(t, "rows") {
		b.Rows = append(b.Rows, doc.Tick{Mark: doc.TickMark(rapid.IntRange(-1, 6).Draw(t, "mark")), Label: anyWords.Draw(t, "label"), Words: anyWords.Draw(t, "words"), Detail: anyWords.Draw(t, "detail")})
	}
	return b
}
