// Package word draws a document as a Word file (docx) that people go on working
// in: headings, tables, lists and links in named styles that can be changed, the
// marks in the head and the foot of every page, alternative texts, and nothing
// that runs. Each chart is its table, with the sentence that says what it shows as
// alternative text.
package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// made is the time of every part: the same document, the same bytes.
func made() time.Time { return time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC) }

// Draw draws a document as a Word file. Words and their order are those of
// [hygeia/report/markdown.Draw].
func Draw(w io.Writer, d *doc.Document, opts doc.Options) error {
	f := &file{size: sizeOf(opts.Paper), chapters: bookmarks(d.Blocks), marks: map[string]string{}}
	f.title(d)
	for i, b := range d.Blocks {
		f.at = i
		b.Draw(f)
	}
	if d.Compact {
		f.notice(d)
	}
	return f.pack(w, d)
}

// file is a Word file while it is written.
type file struct {
	body     strings.Builder
	size     pageSize
	links    []string          // addresses, by the number of their relation
	lists    []bool            // for each list: whether it is numbered
	chapters map[int]string    // bookmarks of the headings, by their place among the blocks
	titles   []chapter         // of level 1, in order
	marks    map[string]string // the bookmark of each heading, by its words
	at       int               // the place of the block that is drawn
	tables   int               // how many were drawn
	picture  bool              // there is a logo
}

// chapter is a heading that the contents lead to.
type chapter struct {
	mark, title string
	at          int // its place among the blocks
}

// pageSize is a page and the width of its text, in twentieths of a point.
type pageSize struct{ width, height, text int }

// margin is that of every page: three quarters of an inch.
const margin = 1080

func sizeOf(paper string) pageSize {
	if paper == "a4" {
		return pageSize{11906, 16838, 11906 - 2*margin}
	}
	return pageSize{12240, 15840, 12240 - 2*margin}
}

// bookmarks names the headings by their place, so that the contents lead there.
func bookmarks(blocks []doc.Block) map[int]string {
	marks := map[int]string{}
	for i, b := range blocks {
		if h, is := b.(doc.Heading); is && words.Line(h.Text) != "" {
			marks[i] = fmt.Sprintf("heading_%d", i+1)
		}
	}
	return marks
}

// title writes what stands before the first block. A page on the wall has its
// notice last instead.
func (f *file) title(d *doc.Document) {
	for i, b := range d.Blocks {
		if h, is := b.(doc.Heading); is && h.Level <= 1 && f.chapters[i] != "" {
			f.titles = append(f.titles, chapter{f.chapters[i], words.Line(h.Text), i})
		}
		if h, is := b.(doc.Heading); is && f.marks[h.Text] == "" {
			f.marks[h.Text] = f.chapters[i]
		}
	}
	if d.Logo != nil {
		f.logo(d)
	}
	f.paragraph("Title", doc.Plain(d.Title))
	f.paragraph("Subtitle", doc.Plain(words.Join(" · ", words.Line(d.Subject), words.Line(d.Period))))
	lines := d.Lines
	if d.Band { // the first page has to hold much
		lines = []string{words.Join(" · ", d.Lines...)}
	}
	for _, line := range lines {
		f.paragraph("", doc.Plain(line))
	}
	if !d.Compact {
		f.notice(d)
	}
}

func (f *file) notice(d *doc.Document) { f.paragraph("Note", doc.Plain(d.Notice)) }

// pack puts the parts of the file together.
func (f *file) pack(w io.Writer, d *doc.Document) error {
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", properties(d)},
		{"docProps/app.xml", application(d)},
		{"word/document.xml", f.document()},
		{"word/_rels/document.xml.rels", f.relations()},
		{"word/styles.xml", stylesOf(d)},
		{"word/numbering.xml", f.numbering()},
		{"word/settings.xml", settings},
		{"word/header1.xml", header(d)},
		{"word/footer1.xml", footer(d, f.size)},
	}
	z := zip.NewWriter(w)
	add := func(name string, data []byte) error {
		out, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made()})
		if err != nil {
			return err
		}
		_, err = out.Write(data)
		return err
	}
	for _, p := range parts {
		if err := add(p.name, []byte(xml.Header+p.text)); err != nil {
			return err
		}
	}
	if f.picture {
		if err := add("word/media/logo.png", d.Logo.PNG); err != nil {
			return err
		}
	}
	return z.Close()
}

// escaped returns one line of text as it can stand in XML.
func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(words.Line(s))) // a buffer takes everything
	return b.String()
}
