package doctest

import (
	"fmt"
	"strings"

	"hygeia/report/doc"
)

// emptyBlocks have nothing in them, or less than they should have.
func emptyBlocks() []doc.Block {
	return []doc.Block{
		doc.Heading{}, doc.Paragraph{}, doc.Note{}, doc.List{}, doc.List{Items: []doc.Text{nil, {}}}, doc.Contents{},
		doc.Table{}, doc.Table{Caption: "c"}, doc.Table{Columns: []doc.Column{{}}}, doc.Table{Rows: [][]doc.Text{nil, {}}},
		doc.Table{Columns: []doc.Column{{Title: "a"}, {Title: "b"}}, Rows: [][]doc.Text{{}, {doc.Plain("x")}, {doc.Plain("x"), doc.Plain("y"), doc.Plain("z")}}},
		doc.Bars{}, doc.Bars{Rows: []doc.Bar{{}}}, doc.Tiles{}, doc.Tiles{Tiles: []doc.Tile{{}}},
		doc.Trend{}, doc.Trend{Lines: []doc.TrendLine{{}}}, doc.Trend{Quarters: []string{""}, Lines: []doc.TrendLine{{}}},
		doc.Dumbbells{}, doc.Dumbbells{Rows: []doc.Dumbbell{{}}},
		doc.Strip{}, doc.Strip{Rows: []doc.StripRow{{}}}, doc.Strip{Columns: []string{""}, Rows: []doc.StripRow{{}}},
		doc.Ticks{}, doc.Ticks{Rows: []doc.Tick{{}}}, doc.PageBreak{}, doc.PageBreak{},
	}
}

// hugeBlocks have more in them than any report.
func hugeBlocks() []doc.Block {
	long := strings.Repeat("many words ", 2000)
	list, table, bars := doc.List{}, doc.Table{Columns: []doc.Column{{Title: "No."}, {Title: "What"}}}, doc.Bars{}
	for i := range 500 {
		list.Items = append(list.Items, doc.Plain(fmt.Sprintf("item %d", i)))
		table.Rows = append(table.Rows, []doc.Text{doc.Plain(fmt.Sprint(i)), doc.Plain("row")})
		bars.Rows = append(bars.Rows, doc.Bar{Label: fmt.Sprintf("bar %d", i), Value: i % 100, Scored: true})
	}
	list.Items = append(list.Items, doc.Plain("last item"))
	table.Rows = append(table.Rows, []doc.Text{doc.Plain(long), doc.Plain(long)}, []doc.Text{doc.Plain("last row"), nil})
	trend, strip := SampleTrend(60, 6), SampleStrip(60)
	trend.Lines = append(trend.Lines, doc.TrendLine{Label: "last line"})
	strip.Columns[len(strip.Columns)-1] = "last quarter"
	return []doc.Block{
		doc.Heading{Level: 1, Text: long}, doc.Paragraph{Text: doc.Plain(long)}, doc.Note{Text: doc.Plain(long)}, list, table, bars,
		doc.Tiles{Tiles: make([]doc.Tile, 40)}, trend, SampleDumbbells(), strip, SampleTicks(),
	}
}
