package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/typeset"
)

func TestPDFBars(t *testing.T) {
	var rows []doc.Bar
	for i := range 40 {
		rows = append(rows, doc.Bar{
			Label: fmt.Sprintf("Section %d.", i), Value: i * 3, Scored: true, Low: i, High: i * 4, Ranged: true,
			Target: 70, Words: fmt.Sprintf("%d percent.", i), Detail: fmt.Sprintf("detail %d.", i),
		})
	}
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Bars{Caption: "Score by section", Rows: rows}}}, doc.Options{})
	pdftest.Check(t, s)
	var want []string
	for i := range 40 {
		want = append(want, fmt.Sprintf("Section %d.", i), fmt.Sprintf("%d percent.", i), fmt.Sprintf("detail %d.", i))
	}
	doctest.InOrder(t, s.All(), want...)
	if len(s.Pages) < 3 {
		t.Fatalf("%d pages, want the chart to go on", len(s.Pages))
	}
	for page := 2; page <= len(s.Pages); page++ {
		if n := strings.Count(s.OnPage(page), "Section "); n < 3 {
			t.Errorf("page %d holds only %d bars of the chart", page, n)
		}
		for _, scale := range []string{"0%", "50%", "100%"} {
			if !strings.Contains(s.OnPage(page), scale) {
				t.Errorf("page %d lacks the scale %q", page, scale)
			}
		}
	}
	for _, word := range []string{"score", "range it can still take", "target"} {
		if got := strings.Count(s.All(), "\n"+word+"\n"); got != 1 {
			t.Errorf("the legend has %q %d times", word, got)
		}
	}
}

func TestPDFSmallChartStaysOnOnePage(t *testing.T) {
	d := &doc.Document{}
	for lines := range 60 {
		chart := doc.Bars{Caption: fmt.Sprintf("chart%d", lines)}
		for i := range 6 {
			chart.Rows = append(chart.Rows, doc.Bar{Label: fmt.Sprintf("bar%d.%d", lines, i), Value: 50, Scored: true})
		}
		d.Blocks = append(d.Blocks, doc.PageBreak{}, filler(lines+1), chart)
	}
	pages := pagesOfTexts(mustDraw(t, d, doc.Options{}))
	for lines := range 60 {
		first, last := pages[fmt.Sprintf("chart%d", lines)], pages[fmt.Sprintf("bar%d.5", lines)]
		if first == 0 || first != last {
			t.Errorf("after %d lines the chart begins on page %d and ends on page %d", lines+1, first, last)
		}
	}
}

// barsOf returns the widths of the bars drawn, in mm.
func barsOf(t *testing.T, s *pdftest.Scanned) []float64 {
	t.Helper()
	color := fmt.Sprintf("%.3f %.3f %.3f rg\n", float64(typeset.BarBlue.R)/255, float64(typeset.BarBlue.G)/255, float64(typeset.BarBlue.B)/255)
	var widths []float64
	for _, part := range strings.Split(strings.Join(s.Pages, "\n"), color)[1:] {
		m := pdftest.Rectangles.FindStringSubmatch(part)
		if h := math.Abs(pdftest.Number(t, m[4])) * typeset.MMPerPoint; math.Abs(h-5) < 0.02 {
			widths = append(widths, pdftest.Number(t, m[3])*typeset.MMPerPoint)
		}
	}
	return widths
}

func TestPDFBarsAreGuarded(t *testing.T) {
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Bars{Caption: "", Rows: []doc.Bar{
		{Label: "half", Value: 50, Scored: true},
		{Label: "over", Value: 250, Scored: true, Low: 300, High: -7, Ranged: true, Target: 999},
		{Label: "under", Value: math.MinInt, Scored: true, Low: math.MinInt, High: math.MaxInt, Ranged: true, Target: math.MaxInt},
		{Label: "open", Value: 80, Words: "does not apply"},
		{Label: "silent", Value: 80},
	}}}}, doc.Options{})
	pdftest.Check(t, s)
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
	doctest.InOrder(t, s.All(), "open", "does not apply", "silent", "not assessed")
}

func TestPDFTiles(t *testing.T) {
	for n := range 9 {
		var tiles []doc.Tile
		var want []string
		for i := range n {
			tiles = append(tiles, doc.Tile{Number: fmt.Sprintf("%d of 99", i), Label: fmt.Sprintf("label %d", i), Sub: "under it"})
			want = append(want, fmt.Sprintf("label %d", i), fmt.Sprintf("%d of 99", i), "under it")
		}
		s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Tiles{Tiles: tiles}}}, doc.Options{})
		pdftest.Check(t, s)
		doctest.InOrder(t, s.All(), want...)
	}
}

// Every text color on every ground it is used on, as WCAG 2 computes contrast.
func TestPDFContrast(t *testing.T) {
	pairs := map[string][2]typeset.Ink{
		"text": {typeset.Dark, typeset.White}, "text on pale": {typeset.Dark, typeset.Pale}, "text on a bar": {typeset.Dark, typeset.BarBlue},
		"small": {typeset.Grey, typeset.White}, "small on pale": {typeset.Grey, typeset.Pale}, "heading": {typeset.Navy, typeset.White}, "number on a tile": {typeset.Navy, typeset.Pale},
		"link": {typeset.LinkBlue, typeset.White}, "link on pale": {typeset.LinkBlue, typeset.Pale}, "draft": {typeset.DraftRed, typeset.White}, "title": {typeset.White, typeset.Navy}, "period": {typeset.PaleBlue, typeset.Navy},
	}
	for _, m := range []string{"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR", "internal"} {
		pairs[m] = [2]typeset.Ink{typeset.MarkingInk(m), typeset.Black}
	}
	for name, p := range pairs {
		a, b := doctest.Luminance(p[0]), doctest.Luminance(p[1])
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("%s: contrast %.1f to 1, want 4.5", name, ratio)
		}
	}
}

// Whatever words and figures a chart holds, it is drawn inside the page.
func TestPDFChartsOfHostileWords(t *testing.T) {
	doctest.Long(t)
	for _, s := range append(doctest.Hostile, strings.Repeat("word ", 2000), strings.Repeat("W", 10_000)) {
		bars, trend, dumbbells, grid, ticks := doctest.SampleBars(), doctest.SampleTrend(40, 2), doctest.SampleDumbbells(), doctest.SampleStrip(41), doctest.SampleTicks()
		bars.Caption, bars.Rows[0].Label, bars.Rows[1].Words, bars.Rows[2].Detail = s, s, s, s
		trend.Quarters[3], trend.Lines[0].Label, trend.Lines[1].Points[39].Words = s, s, s
		dumbbells.Before, dumbbells.Rows[0].Label, dumbbells.Rows[1].Words = s, s, s
		grid.Columns[40], grid.Rows[0].Label, grid.Rows[1].Cells[0], grid.Legend[0].Words = s, s, s, s
		ticks.Rows[0].Label, ticks.Rows[1].Words, ticks.Rows[2].Detail = s, s, s
		pdftest.Check(t, mustDraw(t, &doc.Document{Blocks: []doc.Block{bars, trend, dumbbells, grid, ticks}}, doc.Options{}))
	}
}

// A row of small charts stands on one page, and a strip of many rows repeats its quarters.
func TestPDFLongChartsGoOn(t *testing.T) {
	grid := doctest.SampleStrip(8)
	for range 4 {
		grid.Rows = append(grid.Rows, grid.Rows...)
	}
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{grid, doc.PageBreak{}, doctest.SampleTrend(8, 60)}}, doc.Options{})
	pdftest.Check(t, s)
	for page := 2; page <= len(s.Pages); page++ {
		if !strings.Contains(s.OnPage(page), "2017-Q1") {
			t.Errorf("page %d names no quarter", page)
		}
	}
	if n := strings.Count(s.All(), "\nRecover\n"); n != 10 {
		t.Errorf("%d charts of Recover, want 10", n)
	}
}
