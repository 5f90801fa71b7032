package pdf

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The styles of the cover, on navy.
var (
	styleTitle   = typeset.Style{Size: 28, Lead: 12, Bold: true, Ink: typeset.White}
	styleOrg     = typeset.Style{Size: 16, Lead: 7.5, Bold: false, Ink: typeset.White}
	stylePeriod  = typeset.Style{Size: 12, Lead: 6, Bold: true, Ink: typeset.PaleBlue}
	styleOnCover = typeset.Style{Size: 11, Lead: 6, Bold: false, Ink: typeset.Dark}
)

// The parts of the cover, in mm.
const (
	coverText  = 34.0 // where the title begins
	coverAbove = 22.0 // over the title where a white band with a logo is above the block
	logoTop    = 11.0
	logoWidth  = 60.0 // at most
	logoHeight = 22.0 // at most
)

// cover draws the first page: a navy block with what the report is and of whom,
// the logo over it, below it the lines that say how it came about, the contents
// if the document begins with them, at the foot the notice. It has a footer but no
// running header, which would repeat the title. It returns the blocks that are
// still to be drawn.
func (p *layout) cover() []doc.Block {
	p.addPage()
	p.opened = false
	p.y = p.coverBlock() + 12
	p.tags.artifact(p.footer)
	list := p.tags.root.list(false)
	var lines []strip
	for _, l := range p.doc.Lines {
		set := styleOnCover.Set(doc.Plain(l), p.measure())
		strips := spaced(1, kept(p.lineStrips(margin, styleOnCover, set)))
		lines = append(lines, owned(list.add("LI").add("LBody"), strips)...)
	}
	p.flow(lines)
	notice := kept(p.noteStrips(doc.Plain(p.doc.Notice))) // it is read before the contents
	blocks, contents := p.coverContents()
	p.notice(notice, heightOf(contents))
	p.flow(contents)
	return blocks
}

// coverContents takes the contents, with the heading over them, from the blocks
// when a document begins with them.
func (p *layout) coverContents() (rest []doc.Block, contents []strip) {
	blocks := p.doc.Blocks
	n := 0
	if len(blocks) > 1 {
		if _, is := blocks[0].(doc.Heading); is {
			n = 1
		}
	}
	if n >= len(blocks) {
		return blocks, nil
	}
	if _, is := blocks[n].(doc.Contents); !is {
		return blocks, nil
	}
	return blocks[n+1:], p.strips(blocks[:n+1])
}

// coverBlock draws the navy block and returns where it ends.
func (p *layout) coverBlock() float64 {
	top, text := 0.0, coverText
	if p.doc.Logo != nil {
		top = logoTop + logoHeight + 7
		text = top + coverAbove
	}
	title := styleTitle.SetAtMost(p.doc.Title, p.measure(), 4)
	org := styleOrg.SetAtMost(p.doc.Subject, p.measure(), 3)
	period := stylePeriod.SetAtMost(p.doc.Period, p.measure(), 1)
	afterTitle := text + float64(len(title))*styleTitle.Lead + 5
	afterOrg := afterTitle + 7 + float64(len(org))*styleOrg.Lead
	end := afterOrg + 2 + float64(len(period))*stylePeriod.Lead + 14

	p.fill(0, top, p.width, end-top, typeset.Navy)
	p.fill(0, end, p.width, 1.6, typeset.Teal)
	p.logo()
	p.titled("H1", margin, text, styleTitle, title)
	p.fill(margin, afterTitle, 28, 1, typeset.PaleBlue)
	p.titled("P", margin, afterTitle+7, styleOrg, org)
	p.titled("P", margin, afterOrg+2, stylePeriod, period)
	p.tags.artifact(func() { p.coverMarks(top) })
	return end
}

// titled draws lines as an element of their own.
func (p *layout) titled(kind string, x, y float64, st typeset.Style, lines []typeset.Line) {
	p.tags.within(p.tags.root.add(kind), func() { p.block(x, y, st, lines) })
}

// coverMarks draws the marking at the head of the cover, and DRAFT in the block.
func (p *layout) coverMarks(top float64) {
	p.marking(headerAt)
	if p.doc.Draft {
		st := typeset.Style{Size: 14, Lead: band, Bold: true, Ink: typeset.White}
		p.draftBox(margin+st.Width("DRAFT")+4, max(top+8, headerAt), st, typeset.White)
	}
}

// logo draws the logo at the left over the block, as large as it may be.
func (p *layout) logo() {
	logo := p.doc.Logo
	if logo == nil {
		return
	}
	width, height := float64(logo.Width), float64(logo.Height)
	scale := min(logoWidth/width, logoHeight/height)
	width, height = width*scale, height*scale
	y := logoTop + (logoHeight-height)/2
	figure := p.tags.root.add(kindFigure)
	figure.alt, figure.whole = words.Join(" of ", "Logo", p.doc.Subject), true
	p.draw(strip{height: height, owner: figure, draw: func(y float64) {
		options := gofpdf.ImageOptions{ImageType: "PNG"}
		p.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(logo.PNG))
		p.pdf.ImageOptions("logo", margin, y, width, height, false, options, 0, "")
	}}, y)
	figure.box.end = margin + width
}

// notice draws the notice at the foot of the cover where so much that comes
// between leaves room for it, or else after what is on the cover.
func (p *layout) notice(strips []strip, between float64) {
	at := p.bottom() - heightOf(strips)
	if p.page > 1 || at < p.y+between {
		p.flow(strips)
		return
	}
	y := p.y
	p.y = at
	p.flow(strips)
	p.y = y
}
