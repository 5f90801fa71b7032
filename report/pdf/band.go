package pdf

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The parts of the band at the head of a document without a cover, in mm.
const (
	bandTop    = headerAt + band + 3 // the band begins below the mark, which stands on paper
	bandPad    = 3.5
	bandAfter  = 5.0
	bandLogo   = 16.0 // the height of a logo, at most
	bandLogoTo = 42.0 // its width, at most; both are half of it where room is short
)

var (
	styleBandOrg   = typeset.Style{Size: 17, Lead: 7.4, Bold: true, Ink: typeset.White}
	styleBandTitle = typeset.Style{Size: 10.5, Lead: 5, Bold: false, Ink: typeset.White}
	styleBandLines = typeset.Style{Size: 8.5, Lead: 4, Bold: false, Ink: typeset.PaleBlue}
)

// openBand starts the first page of a document without a cover: a band with whose
// it is, what it is, for when and how it came about, and the notice at the foot of
// the page. What follows goes between the two.
func (p *layout) openBand() {
	p.addPage()
	p.tags.artifact(p.footer)
	p.tags.artifact(func() {
		end := p.marking(headerAt)
		if p.doc.Draft {
			p.draftBox(end-3, headerAt, typeset.Head, typeset.DraftRed)
		}
	})
	width := p.measure() - 2*bandPad
	logo := p.logoBox()
	if p.doc.Logo != nil {
		width -= logo.Wd + 6
	}
	org := styleBandOrg.SetAtMost(p.doc.Subject, width, 2)
	title := styleBandTitle.SetAtMost(words.Join(", ", p.doc.Title, p.doc.Period), width, 1)
	lines := styleBandLines.SetAtMost(words.Join(" · ", p.doc.Lines...), width, 2)
	height := 2*bandPad + float64(len(org))*styleBandOrg.Lead + float64(len(title))*styleBandTitle.Lead + float64(len(lines))*styleBandLines.Lead
	if p.doc.Logo != nil {
		height = max(height, logo.Ht+2*bandPad)
	}
	p.fill(margin, bandTop, p.measure(), height, typeset.Navy)
	p.fill(margin, bandTop+height, p.measure(), 1.2, typeset.Teal)
	y := bandTop + bandPad
	for _, part := range []struct {
		kind  string
		style typeset.Style
		lines []typeset.Line
	}{{"H1", styleBandOrg, org}, {"P", styleBandTitle, title}, {"P", styleBandLines, lines}} {
		p.titled(part.kind, margin+bandPad, y, part.style, part.lines)
		y += float64(len(part.lines)) * part.style.Lead
	}
	p.bandLogo(height)
	p.y, p.opened = bandTop+height+bandAfter, true
	p.footNotice()
}

// logoBox is the room of a logo in the band.
func (p *layout) logoBox() gofpdf.SizeType {
	if p.doc.SmallLogo {
		return gofpdf.SizeType{Wd: bandLogoTo / 2, Ht: bandLogo / 2}
	}
	return gofpdf.SizeType{Wd: bandLogoTo, Ht: bandLogo}
}

// bandLogo draws the logo at the right of the band, on white.
func (p *layout) bandLogo(height float64) {
	logo := p.doc.Logo
	if logo == nil {
		return
	}
	box := p.logoBox()
	scale := min(box.Wd/float64(logo.Width), box.Ht/float64(logo.Height))
	w, h := float64(logo.Width)*scale, float64(logo.Height)*scale
	x, y := p.width-margin-bandPad-w, bandTop+(height-h)/2
	figure := p.tags.root.add(kindFigure)
	figure.alt, figure.whole = words.Join(" of ", "Logo", p.doc.Subject), true
	p.fill(x-1.5, y-1.5, w+3, h+3, typeset.White)
	p.draw(strip{height: h, owner: figure, draw: func(y float64) {
		options := gofpdf.ImageOptions{ImageType: "PNG"}
		p.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(logo.PNG))
		p.pdf.ImageOptions("logo", x, y, w, h, false, options, 0, "")
	}}, y)
	figure.box.end = x + w
}

// footNotice draws the notice at the foot of the first page and keeps the room.
func (p *layout) footNotice() {
	set := typeset.Small.Set(doc.Plain(p.doc.Notice), p.measure())
	if len(set) == 0 {
		return
	}
	p.reserved = float64(len(set))*typeset.Small.Lead + 2
	y := p.pageBottom() - p.reserved + 2
	p.tags.within(p.tags.root.add("P"), func() { p.block(margin, y, typeset.Small, set) })
}

// Pages returns how many pages a document takes on a paper.
func Pages(d *doc.Document, opts doc.Options) (int, error) {
	size, err := paperSize(opts.Paper)
	if err != nil {
		return 0, err
	}
	clean := new(cleaner).clean(d)
	count, err := countPages(clean.Paged(unknownPage(clean)), size)
	return count.pages, err
}
