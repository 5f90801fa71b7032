package report

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestPDFBars(t *testing.T) {
	var rows []Bar
	for i := range 40 {
		rows = append(rows, Bar{
			Label: fmt.Sprintf("Section %d.", i), Value: i * 3, Scored: true, Low: i, High: i * 4, Ranged: true,
			Target: 70, Words: fmt.Sprintf("%d percent.", i), Detail: fmt.Sprintf("detail %d.", i),
		})
	}
	s := mustDraw(t, &Document{Blocks: []Block{Bars{Caption: "Score by section", Rows: rows}}}, Options{})
	checkDrawing(t, s)
	var want []string
	for i := range 40 {
		want = append(want, fmt.Sprintf("Section %d.", i), fmt.Sprintf("%d percent.", i), fmt.Sprintf("detail %d.", i))
	}
	inOrder(t, s.all(), want...)
	if len(s.pages) < 3 {
		t.Fatalf("%d pages, want the chart to go on", len(s.pages))
	}
	for page := 2; page <= len(s.pages); page++ {
		if n := strings.Count(s.onPage(page), "Section "); n < 3 {
			t.Errorf("page %d holds only %d bars of the chart", page, n)
		}
		for _, scale := range []string{"0 %", "50 %", "100 %"} {
			if !strings.Contains(s.onPage(page), scale) {
				t.Errorf("page %d lacks the scale %q", page, scale)
			}
		}
	}
	for _, word := range []string{"score", "range it can still take", "target"} {
		if got := strings.Count(s.all(), "\n"+word+"\n"); got != 1 {
			t.Errorf("the legend has %q %d times", word, got)
		}
	}
}

func TestPDFSmallChartStaysOnOnePage(t *testing.T) {
	d := &Document{}
	for lines := range 60 {
		chart := Bars{Caption: fmt.Sprintf("chart%d", lines)}
		for i := range 6 {
			chart.Rows = append(chart.Rows, Bar{Label: fmt.Sprintf("bar%d.%d", lines, i), Value: 50, Scored: true})
		}
		d.Blocks = append(d.Blocks, PageBreak{}, filler(lines+1), chart)
	}
	pages := pagesOfTexts(mustDraw(t, d, Options{}))
	for lines := range 60 {
		first, last := pages[fmt.Sprintf("chart%d", lines)], pages[fmt.Sprintf("bar%d.5", lines)]
		if first == 0 || first != last {
			t.Errorf("after %d lines the chart begins on page %d and ends on page %d", lines+1, first, last)
		}
	}
}

// barsOf returns the widths of the bars drawn, in mm.
func barsOf(t *testing.T, s *scannedPDF) []float64 {
	t.Helper()
	color := fmt.Sprintf("%.3f %.3f %.3f rg\n", float64(barInk.r)/255, float64(barInk.g)/255, float64(barInk.b)/255)
	var widths []float64
	for _, part := range strings.Split(strings.Join(s.pages, "\n"), color)[1:] {
		m := rectangle.FindStringSubmatch(part)
		if h := math.Abs(number(t, m[4])) * mmPerPoint; math.Abs(h-5) < 0.02 {
			widths = append(widths, number(t, m[3])*mmPerPoint)
		}
	}
	return widths
}

func TestPDFBarsAreGuarded(t *testing.T) {
	s := mustDraw(t, &Document{Blocks: []Block{Bars{Caption: "", Rows: []Bar{
		{Label: "half", Value: 50, Scored: true},
		{Label: "over", Value: 250, Scored: true, Low: 300, High: -7, Ranged: true, Target: 999},
		{Label: "under", Value: math.MinInt, Scored: true, Low: math.MinInt, High: math.MaxInt, Ranged: true, Target: math.MaxInt},
		{Label: "open", Value: 80, Words: "does not apply"},
		{Label: "silent", Value: 80},
	}}}}, Options{})
	checkDrawing(t, s)
	bars := 0.3 * (215.9 - 2*margin) // of the width
	want := []float64{bars / 2, bars, 0}
	got := barsOf(t, s)
	if len(got) != len(want) {
		t.Fatalf("%d bars, want %d: what is not scored has none", len(got), len(want))
	}
	for i := range want {
		if math.Abs(got[i]-want[i]) > 0.02 {
			t.Errorf("bar %d is %.2f mm, want %.2f", i, got[i], want[i])
		}
	}
	inOrder(t, s.all(), "open", "does not apply", "silent", "not assessed")
}

func TestPDFTiles(t *testing.T) {
	for n := range 9 {
		var tiles []Tile
		var want []string
		for i := range n {
			tiles = append(tiles, Tile{fmt.Sprintf("%d of 99", i), fmt.Sprintf("label %d", i), "under it"})
			want = append(want, fmt.Sprintf("label %d", i), fmt.Sprintf("%d of 99", i), "under it")
		}
		s := mustDraw(t, &Document{Blocks: []Block{Tiles{tiles}}}, Options{})
		checkDrawing(t, s)
		inOrder(t, s.all(), want...)
	}
}

// Every text color on every ground it is used on, as WCAG 2 computes contrast.
func TestPDFContrast(t *testing.T) {
	pairs := map[string][2]ink{
		"text": {inkTxt, white}, "text on pale": {inkTxt, pale}, "text on a bar": {inkTxt, barInk},
		"small": {grey, white}, "small on pale": {grey, pale}, "heading": {navy, white}, "number on a tile": {navy, pale},
		"link": {linked, white}, "link on pale": {linked, pale}, "draft": {draft, white}, "title": {white, navy}, "period": {mist, navy},
	}
	for _, m := range []string{"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR", "internal"} {
		pairs[m] = [2]ink{markingInk(m), black}
	}
	for name, p := range pairs {
		a, b := luminance(p[0]), luminance(p[1])
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("%s: contrast %.1f to 1, want 4.5", name, ratio)
		}
	}
}

func luminance(c ink) float64 {
	part := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b)
}

// Whatever words and figures a chart holds, it is drawn inside the page.
func TestPDFChartsOfHostileWords(t *testing.T) {
	oneGoroutine(t)
	for _, s := range append(hostile, strings.Repeat("word ", 2000), strings.Repeat("W", 10_000)) {
		bars, trend, dumbbells, grid, ticks := sampleBars(), sampleTrend(40, 2), sampleDumbbells(), sampleStrip(41), sampleTicks()
		bars.Caption, bars.Rows[0].Label, bars.Rows[1].Words, bars.Rows[2].Detail = s, s, s, s
		trend.Quarters[3], trend.Lines[0].Label, trend.Lines[1].Points[39].Words = s, s, s
		dumbbells.Before, dumbbells.Rows[0].Label, dumbbells.Rows[1].Words = s, s, s
		grid.Columns[40], grid.Rows[0].Label, grid.Rows[1].Cells[0], grid.Legend[0].Words = s, s, s, s
		ticks.Rows[0].Label, ticks.Rows[1].Words, ticks.Rows[2].Detail = s, s, s
		checkDrawing(t, mustDraw(t, &Document{Blocks: []Block{bars, trend, dumbbells, grid, ticks}}, Options{}))
	}
}

// A row of small charts stands on one page, and a strip of many rows repeats its quarters.
func TestPDFLongChartsGoOn(t *testing.T) {
	grid := sampleStrip(8)
	for range 4 {
		grid.Rows = append(grid.Rows, grid.Rows...)
	}
	s := mustDraw(t, &Document{Blocks: []Block{grid, PageBreak{}, sampleTrend(8, 60)}}, Options{})
	checkDrawing(t, s)
	for page := 2; page <= len(s.pages); page++ {
		if !strings.Contains(s.onPage(page), "2017-Q1") {
			t.Errorf("page %d names no quarter", page)
		}
	}
	if n := strings.Count(s.all(), "\nRecover\n"); n != 10 {
		t.Errorf("%d charts of Recover, want 10", n)
	}
}
