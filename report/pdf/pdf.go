package pdf

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// Draw writes a document as a PDF: a cover, then the blocks on pages with a
// running header and footer, with bookmarks for the headings. The same document
// gives the same bytes, whatever the clock, the machine and the time zone. Nothing is
// written unless the whole document could be drawn.
//
// It is laid out twice, first without drawing, to count the pages for "page 2 of 9" and to
// find the chapters for the contents: gofpdf's own placeholder for the count cannot be aligned and would also
// replace "{nb}" in what people wrote.
func Draw(w io.Writer, d *doc.Document, opts doc.Options) error {
	size, err := paperSize(opts.Paper)
	if err != nil {
		return err
	}
	date, err := documentDate(d.Date)
	if err != nil {
		return err
	}
	clean := new(cleaner).clean(d)
	if d.Compact {
		p, err := layOutSheet(clean, size)
		if err != nil {
			return err
		}
		return p.output(w, date)
	}
	count, err := countPages(clean.Paged(unknownPage(clean)), size)
	if err != nil {
		return err
	}
	p, err := layOut(clean.Paged(count.page), size, count)
	if err != nil {
		return err
	}
	return p.output(w, date)
}

// paperSize returns the width and height of a paper in mm.
func paperSize(name string) (gofpdf.SizeType, error) {
	switch strings.ToLower(name) {
	case "", "letter":
		return gofpdf.SizeType{Wd: 215.9, Ht: 279.4}, nil
	case "a4":
		return gofpdf.SizeType{Wd: 210, Ht: 297}, nil
	}
	return gofpdf.SizeType{}, fmt.Errorf("paper %q: must be letter or a4", name)
}

// documentDate is the date the file bears. A document without one bears the
// first day of Unix time, since gofpdf would put in today.
func documentDate(date string) (time.Time, error) {
	if date == "" {
		return time.Unix(0, 0).UTC(), nil
	}
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return t, fmt.Errorf("date of the document %q: must look like 2026-09-30", date)
	}
	return t, nil
}

// layout draws one document, or counts its pages. It owns the gofpdf object.
type layout struct {
	pdf           *gofpdf.Fpdf   // nil where pages are only counted
	doc           *doc.Document  // cleaned
	width, height float64        // of the paper, in mm
	page          int            // the one that is drawn, from 1
	pages         int            // in all; 0 while they are counted
	chapters      []int          // the pages of the chapters seen so far
	counted       []int          // of all of them; none while they are counted
	headings      map[string]int // the page of each heading seen so far
	targets       []int          // gofpdf's numbers for links to the chapters
	tags          *tagger
	date          time.Time      // that the file bears
	legal         []typeset.Line // the user's own line, set for the foot of a page
	y             float64        // where the next block goes, from the top
	opened        bool           // nothing stands on this page yet
	reserved      float64        // room at the foot of the first page for the notice
	section       string         // the heading being drawn under, for error messages
	outline       int            // bookmarks: the level of the last one, 0 before the first
	pen           pen
}

// fontFamily is the name of Liberation Sans inside the file.
const fontFamily = "liberationsans"

// newLayout prepares an empty file.
func newLayout(d *doc.Document, size gofpdf.SizeType) *layout {
	p := countingLayout(d, size)
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: size})
	pdf.SetAutoPageBreak(false, 0) // it breaks in the middle of rows
	pdf.SetCatalogSort(true)
	pdf.AddUTF8FontFromBytes(fontFamily, "", typeset.FontFile(false))
	pdf.AddUTF8FontFromBytes(fontFamily, "B", typeset.FontFile(true))
	pdf.SetCompression(false) // see [pdfFile.compressPages]
	p.pdf, p.tags = pdf, newTagger(pdf)
	_, p.pen.height = pdf.GetPageSize()
	return p
}

// countingLayout prepares a layout that draws nothing.
func countingLayout(d *doc.Document, size gofpdf.SizeType) *layout {
	p := &layout{doc: d, width: size.Wd, height: size.Ht, tags: newTagger(nil), headings: map[string]int{}}
	p.legal = typeset.Legal.SetAtMost(d.Legal, p.measure(), legalLines)
	return p
}

// counts reports whether pages are only counted.
func (p *layout) counts() bool { return p.pdf == nil }

// pageCount is what is known of a document before it is drawn.
type pageCount struct {
	pages    int
	chapters []int // on which page each begins
	headings map[string]int
}

// page says on which page a heading stands; nothing for one that is nowhere.
func (c pageCount) page(heading string) string {
	if c.headings[heading] == 0 {
		return ""
	}
	return fmt.Sprintf("page %d", c.headings[heading])
}

// unknownPage is a page of which only the room is known that its number takes.
func unknownPage(d *doc.Document) func(heading string) string {
	return func(heading string) string {
		for _, b := range d.Blocks {
			if h, is := b.(doc.Heading); is && h.Text == heading {
				return "page 00"
			}
		}
		return ""
	}
}

// countPages lays out a document without drawing it.
func countPages(d *doc.Document, size gofpdf.SizeType) (count pageCount, err error) {
	p := countingLayout(d, size)
	defer func() { p.rescue(recover(), &err) }()
	p.flowAll()
	return pageCount{p.page, p.chapters, p.headings}, nil
}

// layOut draws a whole document, whose pages were counted before. A panic inside
// gofpdf becomes an error that names the section.
func layOut(d *doc.Document, size gofpdf.SizeType, count pageCount) (p *layout, err error) {
	p = newLayout(d, size)
	p.pages, p.counted = count.pages, count.chapters
	defer func() { p.rescue(recover(), &err) }()
	p.flowAll()
	return p, p.pdf.Error()
}

// flowAll draws the cover and all blocks on the pages after it, or the band and all
// blocks below it.
func (p *layout) flowAll() {
	if p.doc.Band {
		p.openBand()
		p.flow(p.strips(p.doc.Blocks))
	} else {
		p.flow(append([]strip{newPageStrip()}, p.strips(p.cover())...))
	}
	p.tags.end()
}

// output writes the file, with its tags.
func (p *layout) output(w io.Writer, date time.Time) (err error) {
	defer func() { p.rescue(recover(), &err) }()
	p.date = date
	p.pdf.SetTitle(p.title(), true)
	p.pdf.SetAuthor(p.doc.Subject, true)
	p.pdf.SetSubject(p.subject(), true)
	p.pdf.SetCreator(p.doc.Program, true)
	p.pdf.SetProducer(producer, true)
	p.pdf.SetCreationDate(date)
	p.pdf.SetModificationDate(date)
	var drawn handed
	if err := p.pdf.Output(&drawn); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	p.pdf, p.tags.pdf = nil, nil // its pages are in drawn now
	file, err := parsePDF(drawn)
	if err != nil {
		return fmt.Errorf("tagging the PDF: %w", err)
	}
	var z compressor
	if err := file.compressPages(p.page, &z); err != nil {
		return fmt.Errorf("compressing the PDF: %w", err)
	}
	file.tagFonts()
	if err := p.addStructure(file); err != nil {
		return fmt.Errorf("tagging the PDF: %w", err)
	}
	if err := file.write(w, &z); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// handed is a file that is written at once by somebody who needs it no more: it is
// kept as it is, without a copy.
type handed []byte

func (h *handed) Write(data []byte) (int, error) {
	if *h == nil {
		*h = data
	} else {
		*h = append(slices.Clip(*h), data...)
	}
	return len(data), nil
}

// addPage starts a page.
func (p *layout) addPage() {
	p.tags.end()
	p.page++
	if !p.counts() {
		p.pdf.AddPage()
	}
}

func (p *layout) rescue(panicked any, err *error) {
	if panicked != nil {
		*err = fmt.Errorf("drawing the PDF, section %q: %v", p.section, panicked)
	}
}
