package html

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Draw draws a document as one file for a browser. Nothing is fetched and
// nothing runs: a content security policy allows the page's own style sheet,
// pictures inside the file, and nothing else. It is XML as well, so that
// a strict reader can check it. The words and their order are those of
// [markdown.Draw]; a chart is a drawing with its table folded under it.
func Draw(w io.Writer, d *doc.Document, _ doc.Options) error {
	h := newPage(d)
	h.head(d)
	h.top(d)
	h.line(`<main id="report" tabindex="-1">`)
	h.title(d)
	h.contents(d)
	for i, b := range d.Blocks {
		h.at = i
		b.Draw(h)
	}
	h.line(`</main>`)
	h.bottom(d)
	h.line("</body>\n</html>")
	_, err := io.WriteString(w, h.out.String())
	return err
}

// page is an HTML page while it is written.
type page struct {
	out      strings.Builder
	ids      map[int]string // of the headings, by their place among the blocks
	chapters []chapterLink
	at       int    // the place of the block that is drawn
	levels   []int  // the document's levels of the headings that are open
	under    string // the id of the heading, else the title, that stands last
	charts   int    // how many were drawn
	tables   int    // how many were drawn
}

func newPage(d *doc.Document) *page {
	h := &page{}
	h.ids, h.chapters = headingIDs(d.Blocks)
	return h
}

// line writes markup that is complete: whatever comes from the document went
// through [escaped] before.
func (h *page) line(markup ...string) {
	for _, m := range markup {
		h.out.WriteString(m)
	}
	h.out.WriteByte('\n')
}

func (h *page) head(d *doc.Document) {
	style := styleSheet(d)
	h.line(`<!DOCTYPE html>`)
	h.line(`<html lang="en-US">`)
	h.line(`<head>`)
	h.line(`<meta charset="utf-8"/>`)
	h.line(`<meta http-equiv="Content-Security-Policy" content="`, contentPolicy(style), `"/>`)
	h.line(`<meta name="viewport" content="width=device-width, initial-scale=1"/>`)
	h.line(`<meta name="color-scheme" content="light dark"/>`)
	h.line(`<meta name="referrer" content="no-referrer"/>`)
	if p := escaped(d.Program); p != "" {
		h.line(`<meta name="generator" content="`, p, `"/>`)
	}
	named := escaped(strings.Join(words.Present(d.Title, d.Subject, d.Period), " · "))
	h.line(`<title>`, cmp.Or(named, "Report"), `</title>`)
	h.line(`<style>`, style, `</style>`)
	h.line(`</head>`)
	h.line(`<body`, class(map[bool]string{true: "compact"}[d.Compact]), `>`)
}

// top is what stands above the report: the way past it, the marks, the line
// for the law.
func (h *page) top(d *doc.Document) {
	h.line(`<a class="skip" href="#report">Skip to the report</a>`)
	if d.Marks() == "" && escaped(d.Legal) == "" {
		return
	}
	h.line(`<header>`)
	h.marks(d)
	h.line(`</header>`)
}

// marks draws the TLP mark, DRAFT and the user's own line; both ends of the
// page and every printed page carry them.
func (h *page) marks(d *doc.Document) {
	var words []string
	if mark := escaped(d.Marking); mark != "" {
		words = append(words, `<span class="tlp">`+mark+`</span>`)
	}
	if d.Draft {
		words = append(words, `<span class="draft">DRAFT</span>`)
	}
	if len(words) > 0 {
		h.line(`<p>`, strings.Join(words, " "), `</p>`)
	}
	h.words("p", `class="legal"`, doc.Plain(d.Legal))
}

func (h *page) title(d *doc.Document) {
	h.logo(d)
	if escaped(d.Title) != "" {
		h.under = "title"
		h.words("h1", `id="title"`, doc.Plain(d.Title))
	}
	h.words("p", `class="by"`, doc.Plain(strings.Join(words.Present(d.Subject, d.Period), " · ")))
	if len(d.Lines) > 0 {
		lines := doc.List{Items: make([]doc.Text, len(d.Lines))}
		for i, l := range d.Lines {
			lines.Items[i] = doc.Plain(l)
		}
		h.list(lines, "lines")
	}
	if !d.Compact {
		h.Note(doc.Note{Text: doc.Plain(d.Notice)})
	}
}

// logo puts the organization's sign above the title, inside the file.
func (h *page) logo(d *doc.Document) {
	if d.Logo == nil {
		return
	}
	words := "Logo"
	if d.Subject != "" {
		words += " of " + d.Subject
	}
	h.line(`<p><img class="logo" alt="`, escaped(words), `"`, fmt.Sprintf(` width="%d" height="%d"`, d.Logo.Width, d.Logo.Height),
		` src="data:image/png;base64,`, base64.StdEncoding.EncodeToString(d.Logo.PNG), `"/></p>`)
}

func (h *page) bottom(d *doc.Document) {
	last := escaped(strings.Join(words.Present(d.Program, d.Date), " · "))
	if last == "" && d.Marks() == "" && escaped(d.Legal) == "" && !d.Compact {
		return
	}
	h.line(`<footer>`)
	if d.Compact { // what to do comes first, what the page is not comes last
		h.Note(doc.Note{Text: doc.Plain(d.Notice)})
	}
	h.marks(d)
	if last != "" {
		h.line(`<p>`, last, `</p>`)
	}
	h.line(`</footer>`)
}
