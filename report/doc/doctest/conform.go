package doctest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Format is a format under test: how it draws, and how what it drew is read.
type Format struct {
	Draw func(w io.Writer, d *doc.Document, opts doc.Options) error

	// Pages returns the words of each page in the order of reading; one page for a
	// format that has none. It fails where the file is no sound one of its kind.
	Pages func(raw []byte) ([]string, error)
}

// Conform returns what a format does not do that each must do, in words, none
// for one that may be registered:
//
//   - The TLP mark, DRAFT and the user's own line stand on each page, or above the
//     first words and below the last where there are no pages. The notice, the
//     title and what a cover says stand there.
//   - Each kind of block is drawn, with its words; an empty one and one that is
//     huge too.
//   - Text that tries to be more than text stays text.
//   - An error of the writer comes back.
func Conform(f Format) []string {
	c := &conformance{f: f}
	for _, compact := range []bool{false, true} {
		c.marks(compact)
	}
	c.blocks()
	c.extremes()
	c.hostile()
	c.failingWriter()
	return c.problems
}

type conformance struct {
	f        Format
	problems []string
}

func (c *conformance) say(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

// pages draws a document and reads it. It returns nil where that fails, and says so.
func (c *conformance) pages(what string, d *doc.Document) []string {
	var raw bytes.Buffer
	if err := c.f.Draw(&raw, d, doc.Options{}); err != nil {
		c.say("%s: is not drawn: %v", what, err)
		return nil
	}
	pages, err := c.f.Pages(raw.Bytes())
	if err != nil {
		c.say("%s: cannot be read: %v", what, err)
		return nil
	}
	return pages
}

// letters are the words of a text without the spaces where lines may break.
func letters(s string) string { return strings.Join(strings.Fields(s), "") }

// marks looks for what stands on every page, and for what stands once.
func (c *conformance) marks(compact bool) {
	d := SampleDocument()
	d.Legal = "Peer review privileged"
	if compact {
		d = SampleSheet()
	}
	pages := c.pages("a report", d)
	if pages == nil {
		return
	}
	for _, want := range []string{d.Marking, "DRAFT", d.Legal} {
		c.onEachPage(d, pages, letters(want))
	}
	all := letters(strings.Join(pages, " "))
	for _, want := range append([]string{d.Notice, d.Title, d.Subject, d.Period, d.Program}, d.Lines...) {
		if !strings.Contains(all, letters(want)) {
			c.say("a report lacks %q", want)
		}
	}
}

func (c *conformance) onEachPage(d *doc.Document, pages []string, want string) {
	for i, p := range pages {
		if !strings.Contains(letters(p), want) {
			c.say("page %d of %d lacks %q", i+1, len(pages), want)
		}
	}
	if len(pages) > 1 || d.Compact {
		return
	}
	before, after := around(letters(pages[0]), letters(firstWords(d)), letters(lastWords(d)))
	for where, part := range map[string]string{"above the first words": before, "below the last words": after} {
		if !strings.Contains(part, want) {
			c.say("%q does not stand %s", want, where)
		}
	}
}

// around returns what stands before the first of some words and after the last.
func around(text, first, last string) (before, after string) {
	before, _, _ = strings.Cut(text, first)
	if at := strings.LastIndex(text, last); at >= 0 {
		after = text[at:]
	}
	return before, after
}

func firstWords(d *doc.Document) string { return d.Blocks[0].(doc.Heading).Text }

func lastWords(d *doc.Document) string {
	return d.Blocks[len(d.Blocks)-1].(doc.Paragraph).Text.String()
}

// blocks draws each kind of block by itself and looks for its words, and for
// what comes after it.
func (c *conformance) blocks() {
	for _, b := range EveryBlock {
		d := &doc.Document{Title: "T", Date: "2026-09-30", Blocks: []doc.Block{b.Block, doc.Paragraph{Text: doc.Plain("after")}}}
		all := letters(strings.Join(c.pages(b.Name, d), " "))
		for _, w := range append(b.Words, "after") {
			if !strings.Contains(all, letters(w)) {
				c.say("%s: lacks %q", b.Name, w)
			}
		}
	}
}

// extremes draws what has nothing in it, and what has much.
func (c *conformance) extremes() {
	c.pages("an empty document", &doc.Document{})
	c.pages("empty blocks", &doc.Document{Blocks: emptyBlocks()})
	huge := &doc.Document{Title: "T", Blocks: hugeBlocks()}
	all := letters(strings.Join(c.pages("huge blocks", huge), " "))
	for _, want := range []string{"lastrow", "lastitem", "lastquarter", "lastline"} {
		if all != "" && !strings.Contains(all, want) {
			c.say("huge blocks: lacks %q", want)
		}
	}
}

// hostile draws texts that try to be more than text in every place there is.
func (c *conformance) hostile() {
	for i, s := range Hostile {
		if testing.Short() && (len(s) > 400 || i%4 != 0) {
			continue // all take seconds
		}
		all := strings.Join(c.pages(fmt.Sprintf("the text %.40q", s), Everywhere(s)), "\n")
		if at := strings.IndexFunc(all, words.Steers); at >= 0 {
			c.say("the text %.40q: lets %+.10q through", s, all[at:])
		}
	}
}

func (c *conformance) failingWriter() {
	if err := c.f.Draw(FullDisk{}, SampleDocument(), doc.Options{}); !errors.Is(err, ErrFull) {
		c.say("the error of a writer does not come back: %v", err)
	}
	if err := c.f.Draw(&halfFullDisk{room: 100}, SampleDocument(), doc.Options{}); !errors.Is(err, ErrFull) {
		c.say("the error of a writer after 100 bytes does not come back: %v", err)
	}
}
