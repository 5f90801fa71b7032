package html

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Heading draws a heading one level below the one it stands under, whatever
// level it was given: none is skipped, and the title is the only level 1.
func (h *page) Heading(b doc.Heading) {
	id := h.ids[h.at]
	if id == "" {
		return
	}
	for len(h.levels) > 0 && h.levels[len(h.levels)-1] >= b.Level {
		h.levels = h.levels[:len(h.levels)-1]
	}
	h.levels = append(h.levels, b.Level)
	h.under = id
	h.words(fmt.Sprintf("h%d", min(len(h.levels)+1, 6)), `id="`+id+`"`, doc.Plain(b.Text))
}

// Paragraph draws a paragraph.
func (h *page) Paragraph(b doc.Paragraph) { h.words("p", "", b.Text) }

// Note draws no aside: it belongs to the text around it and is no landmark.
func (h *page) Note(n doc.Note) { h.words("p", `class="note" role="note"`, n.Text) }

// List draws a list.
func (h *page) List(l doc.List) { h.list(l, "") }

func (h *page) list(l doc.List, name string) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	h.line(`<`, tag, class(name), `>`)
	for _, item := range l.Items {
		h.line(opening("li", "", item), spans(item), `</li>`)
	}
	h.line(`</`, tag, `>`)
}

// Tiles draws the numbers as a list of terms.
func (h *page) Tiles(b doc.Tiles) {
	if len(b.Tiles) == 0 {
		return
	}
	h.line(`<dl class="tiles">`)
	for _, t := range b.Tiles {
		h.line(`<div>`)
		h.line(opening("dt", "", doc.Plain(t.Label)), escaped(t.Label), `</dt>`)
		h.line(opening("dd", `class="number"`, doc.Plain(t.Number)), escaped(t.Number), `</dd>`)
		h.words("dd", "", doc.Plain(t.Sub))
		h.line(`</div>`)
	}
	h.line(`</dl>`)
}

// chapterLink is a chapter: the id it is found by, and its place among the blocks.
type chapterLink struct {
	id, title string
	at        int
}

// Contents draws links to the chapters that follow.
func (h *page) Contents(doc.Contents) { h.links("Contents", h.chapters, h.at) }

// contents draws links to the chapters of a long page below its title, where it does
// not begin with such a list: up to the one that holds a list of its own.
func (h *page) contents(d *doc.Document) {
	const long = 3 // chapters
	chapters := h.chapters
	for i, b := range d.Blocks {
		if _, is := b.(doc.Contents); is {
			chapters = slices.DeleteFunc(slices.Clone(chapters), func(c chapterLink) bool { return c.at > i })
			break
		}
	}
	if len(chapters) >= long {
		h.links("In this report", chapters, -1)
	}
}

// links draws links to those chapters that come after a place among the blocks.
func (h *page) links(name string, chapters []chapterLink, after int) {
	chapters = slices.DeleteFunc(slices.Clone(chapters), func(c chapterLink) bool { return c.at < after })
	if len(chapters) == 0 {
		return
	}
	h.line(`<nav aria-label="`, name, `">`)
	h.line(`<ul>`)
	for _, c := range chapters {
		h.line(`<li><a href="#`, c.id, `">`, c.title, `</a></li>`)
	}
	h.line(`</ul>`)
	h.line(`</nav>`)
}

// PageBreak draws a rule, which starts a page in print.
func (h *page) PageBreak(doc.PageBreak) { h.line(`<hr class="page"/>`) }

// headingIDs names every heading that has words by what it says, so that a link
// to it holds as long as it says so; chapters are those of level 1. No other id
// of a page starts as these do.
func headingIDs(blocks []doc.Block) (ids map[int]string, chapters []chapterLink) {
	ids = map[int]string{}
	seen := map[string]bool{}
	for i, b := range blocks {
		h, is := b.(doc.Heading)
		title := escaped(h.Text)
		if !is || title == "" {
			continue
		}
		name := headingID(h.Text)
		id := name
		for n := 2; seen[id]; n++ {
			id = fmt.Sprintf("%s-%d", name, n)
		}
		seen[id], ids[i] = true, id
		if h.Level <= 1 {
			chapters = append(chapters, chapterLink{id, title, i})
		}
	}
	return ids, chapters
}

// headingID is the id of the first heading that says so.
func headingID(title string) string { return "h-" + slug(title) }

// slug is the letters and digits of a text, at most 60, with dashes between.
func slug(s string) string {
	const longest = 60
	said := strings.FieldsFunc(strings.ToLower(words.Line(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	letters := []rune(strings.Join(said, "-"))
	return strings.TrimRight(string(letters[:min(len(letters), longest)]), "-")
}
