package report

import (
	"fmt"
	"strings"
	"unicode"
)

// block draws the block at a place of the document.
func (h *page) block(at int, b Block) {
	switch b := b.(type) {
	case Heading:
		h.heading(h.ids[at], b)
	case Paragraph:
		h.words("p", "", b.Text)
	case Note:
		h.note(b)
	case List:
		h.list(b, "")
	case Table:
		h.table(b)
	case Bars:
		h.chart(b, barTable(b))
	case Tiles:
		h.tiles(b)
	case Trend:
		h.chart(b, trendTables(b, tableMost)...)
	case Dumbbells:
		h.chart(b, dumbbellTable(b))
	case Strip:
		h.chart(b, stripTables(b, tableMost)...)
	case Ticks:
		h.ticks(b)
	case Contents:
		h.contents()
	case PageBreak:
		h.line(`<hr class="page"/>`)
	}
}

// heading draws a heading one level below the one it stands under, whatever
// level it was given: none is skipped, and the title is the only level 1.
func (h *page) heading(id string, b Heading) {
	if id == "" {
		return
	}
	for len(h.levels) > 0 && h.levels[len(h.levels)-1] >= b.Level {
		h.levels = h.levels[:len(h.levels)-1]
	}
	h.levels = append(h.levels, b.Level)
	h.under = id
	h.words(fmt.Sprintf("h%d", min(len(h.levels)+1, 6)), `id="`+id+`"`, Plain(b.Text))
}

// note is no aside: it belongs to the text around it and is no landmark.
func (h *page) note(n Note) { h.words("p", `class="note" role="note"`, n.Text) }

func (h *page) list(l List, name string) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	h.line(`<`, tag, class(name), `>`)
	for _, item := range l.Items {
		h.line(opening("li", "", item), htmlSpans(item), `</li>`)
	}
	h.line(`</`, tag, `>`)
}

func (h *page) tiles(b Tiles) {
	if len(b.Tiles) == 0 {
		return
	}
	h.line(`<dl class="tiles">`)
	for _, t := range b.Tiles {
		h.line(`<div>`)
		h.line(opening("dt", "", Plain(t.Label)), htmlText(t.Label), `</dt>`)
		h.line(opening("dd", `class="number"`, Plain(t.Number)), htmlText(t.Number), `</dd>`)
		h.words("dd", "", Plain(t.Sub))
		h.line(`</div>`)
	}
	h.line(`</dl>`)
}

// chapterLink is a chapter and the id it is found by.
type chapterLink struct{ id, title string }

func (h *page) contents() {
	if len(h.chapters) == 0 {
		return
	}
	h.line(`<nav aria-label="Contents">`)
	h.line(`<ul>`)
	for _, c := range h.chapters {
		h.line(`<li><a href="#`, c.id, `">`, c.title, `</a></li>`)
	}
	h.line(`</ul>`)
	h.line(`</nav>`)
}

// headingIDs names every heading that has words by what it says, so that a link
// to it holds as long as it says so; chapters are those of level 1. No other id
// of a page starts as these do.
func headingIDs(blocks []Block) (ids map[int]string, chapters []chapterLink) {
	ids = map[int]string{}
	seen := map[string]bool{}
	for i, b := range blocks {
		h, is := b.(Heading)
		title := htmlText(h.Text)
		if !is || title == "" {
			continue
		}
		name := "h-" + slug(h.Text)
		id := name
		for n := 2; seen[id]; n++ {
			id = fmt.Sprintf("%s-%d", name, n)
		}
		seen[id], ids[i] = true, id
		if h.Level <= 1 {
			chapters = append(chapters, chapterLink{id, title})
		}
	}
	return ids, chapters
}

// slug is the letters and digits of a text, at most 60, with dashes between.
func slug(s string) string {
	const longest = 60
	words := strings.FieldsFunc(strings.ToLower(oneLine(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	letters := []rune(strings.Join(words, "-"))
	return strings.TrimRight(string(letters[:min(len(letters), longest)]), "-")
}
