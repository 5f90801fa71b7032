package html

import (
	"fmt"
	"strings"

	"hygeia/report/doc"
)

// Table draws a table with its caption. From three columns on it is a list of cards
// where the window is narrow, one a row, in which each cell has the title of its column
// before it; so that it stays a table to a screen reader, its parts say what they
// are. In between it scrolls in a frame of its own, which takes the focus so that the
// arrow keys reach what is outside.
func (h *page) Table(t doc.Table) { h.markedTable(t, make([]string, len(t.Rows))) }

// markedTable draws a table with a drawing of ours before the words of each
// row's second cell.
func (h *page) markedTable(t doc.Table, marks []string) {
	if len(t.Columns) == 0 {
		h.words("p", "", doc.Plain(t.Caption))
		return
	}
	h.tables++
	id := fmt.Sprintf("table-%d", h.tables)
	name := h.named(t.Caption, id)
	wide := len(t.Columns) >= 3
	if wide {
		h.line(`<div class="scroll" role="group" tabindex="0"`, name, `>`)
	}
	role := roles(wide)
	h.line(`<table`, role("table"), name, class(fmt.Sprintf("columns-%d", min(len(t.Columns), 8))), `>`)
	h.words("caption", `id="`+id+`"`, doc.Plain(t.Caption))
	h.columns(t.Columns, role)
	h.line(`<tbody`, role("rowgroup"), `>`)
	for i, r := range t.Rows {
		h.row(t.Columns, r, marks[i], role)
	}
	h.line(`</tbody>`)
	h.line(`</table>`)
	if wide {
		h.line(`</div>`)
	}
}

// named points to what names a table or a chart: its caption, which has the id,
// or the heading above it.
func (h *page) named(caption, id string) string {
	switch {
	case escaped(caption) != "":
		return ` aria-labelledby="` + id + `"`
	case h.under != "":
		return ` aria-labelledby="` + h.under + `"`
	}
	return ` aria-label="` + id + `"`
}

// roles returns what says of a part of a table what it is, where it may be drawn as a
// card: a browser that lays out a table as something else takes it for something
// else.
func roles(card bool) func(string) string {
	return func(name string) string {
		if !card {
			return ""
		}
		return ` role="` + name + `"`
	}
}

func (h *page) columns(columns []doc.Column, role func(string) string) {
	total := 0
	for _, c := range columns {
		total += max(c.Width, 1)
	}
	h.out.WriteString(`<colgroup>`)
	for _, c := range columns {
		fmt.Fprintf(&h.out, `<col class="share-%d"/>`, share(c, total))
	}
	h.line(`</colgroup>`)
	h.line(`<thead`, role("rowgroup"), `><tr`, role("row"), `>`)
	for _, c := range columns {
		if escaped(c.Title) == "" { // a header without words names nothing
			h.line(`<td`, role("cell"), `></td>`)
			continue
		}
		h.line(opening("th", `scope="col"`+role("columnheader")+class(align(c)), doc.Plain(c.Title)), escaped(c.Title), `</th>`)
	}
	h.line(`</tr></thead>`)
}

// share is a column's part of the width in steps of 5 percent, for which the
// style sheet has classes: the policy of the page allows no style elsewhere.
func share(c doc.Column, total int) int {
	return max(5, (max(c.Width, 1)*100/total+2)/5*5)
}

func align(c doc.Column) string {
	if c.Right {
		return "right"
	}
	return ""
}

// row draws a row with as many cells as columns; the first one names it unless
// it is a number or empty.
func (h *page) row(columns []doc.Column, r []doc.Text, mark string, role func(string) string) {
	h.line(`<tr`, role("row"), `>`)
	for i, c := range columns {
		var t doc.Text
		if i < len(r) {
			t = r[i]
		}
		tag, attributes := "td", role("cell")+class(align(c))
		if title := escaped(c.Title); title != "" && role("cell") != "" {
			attributes += ` data-label="` + title + `"`
		}
		if words := spans(t); i == 0 && len(columns) > 1 && !c.Right && words != "" && words != doc.Dash {
			tag, attributes = "th", `scope="row"`+role("rowheader")
		}
		inside := spans(t)
		if i == 1 {
			inside = mark + inside
		}
		if tag == "td" && role("cell") != "" && strings.Contains(inside, "<") {
			inside = "<div>" + inside + "</div>" // one thing beside the title of its column
		}
		h.line(opening(tag, strings.TrimSpace(attributes), t), inside, `</`, tag, `>`)
	}
	h.line(`</tr>`)
}
