package html

import (
	"fmt"
	"sync"

	"hygeia/frameworks/words"
	"hygeia/report/chart"
	"hygeia/report/doc"
)

// Bars draws bars; see [doc.Drawer].
func (h *page) Bars(b doc.Bars) {
	h.chart(b.Caption, b.Finding, func(width float64) []chart.Band { return chart.Bars(b, width) }, doc.BarTable(b))
}

// Trend draws small charts side by side.
func (h *page) Trend(b doc.Trend) {
	h.chart(b.Caption, b.Finding, func(width float64) []chart.Band { return chart.Trend(b, width) }, doc.TrendTables(b, doc.TableMost)...)
}

// Dumbbells draws pairs of figures.
func (h *page) Dumbbells(b doc.Dumbbells) {
	h.chart(b.Caption, b.Finding, func(width float64) []chart.Band { return chart.Dumbbells(b, width) }, doc.DumbbellTable(b))
}

// Strip draws a grid of letters.
func (h *page) Strip(b doc.Strip) {
	h.chart(b.Caption, b.Finding, func(width float64) []chart.Band { return chart.Strip(b, width) }, doc.StripTables(b, doc.TableMost)...)
}

// chart draws a figure: its caption, its drawing for a wide window and that for a
// narrow one, of which a browser shows one, and the tables that are its text form. A
// single table's caption is the figure's.
func (h *page) chart(caption, finding string, bands func(width float64) []chart.Band, tables ...doc.Table) {
	h.charts++
	id := fmt.Sprintf("chart-%d", h.charts)
	wide, narrow := figure{caption, finding, bands(svgWidth), svgWidth}, figure{caption, finding, bands(svgNarrow), svgNarrow}
	if len(wide.bands) == 0 {
		h.tablesOf(tables)
		return
	}
	drawing := svg(wide, id) + svg(narrow, id+"-narrow")
	caption = words.Line(caption)
	if len(tables) == 1 {
		caption, tables[0].Caption = tables[0].Caption, ""
	}
	h.line(`<figure>`)
	h.words("figcaption", `id="`+id+`"`, doc.Plain(caption))
	h.line(`<div class="scroll" role="group" tabindex="0"`, h.named(caption, id), `>`)
	h.line(drawing + `</div>`)
	h.line(`<details><summary>The same figures as a table</summary>`)
	h.tablesOf(tables)
	h.line(`</details>`)
	h.line(`</figure>`)
}

func (h *page) tablesOf(tables []doc.Table) {
	for _, t := range tables {
		h.Table(t)
	}
}

// tickPaths are the shapes before a goal, in a square of 16.
var tickPaths = sync.OnceValue(func() map[doc.TickMark]string {
	return map[doc.TickMark]string{
		doc.TickMet:     `<path d="M3 8.5l3.5 3.5L13 4.5"/>`,
		doc.TickPartly:  `<circle cx="8" cy="8" r="5.5"/><path class="filled" d="M8 2.5a5.5 5.5 0 0 0 0 11z"/>`,
		doc.TickNot:     `<path d="M4 4l8 8M12 4l-8 8"/>`,
		doc.TickUnknown: `<path d="M5 6a3 3 0 1 1 4.5 2.6Q8 9.4 8 10.5M8 13v.6"/>`,
		doc.TickNone:    `<path d="M4 8h8"/>`,
	}
})

// Ticks draws the goals as a table whose status has the goal's mark before its
// words. The mark says nothing that the words do not.
func (h *page) Ticks(b doc.Ticks) {
	marks := make([]string, len(b.Rows))
	for i, r := range b.Rows {
		marks[i] = `<svg class="tick" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">` + tickPaths()[r.Mark] + `</svg> `
	}
	h.markedTable(doc.TickTable(b), marks)
}
