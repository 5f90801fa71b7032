package report

import (
	"bytes"

	"github.com/jung-kurt/gofpdf"
)

// The styles of the cover, on navy.
var (
	styleTitle   = typeStyle{28, 12, true, white}
	styleOrg     = typeStyle{16, 7.5, false, white}
	stylePeriod  = typeStyle{12, 6, true, mist}
	styleOnCover = typeStyle{11, 6, false, inkTxt}
)

// The parts of the cover, in mm.
const (
	coverText  = 44.0 // where the title begins
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
func (p *press) cover() []Block {
	p.addPage()
	p.opened = false
	p.y = p.coverBlock() + 12
	p.tags.artifact(p.footer)
	list := p.tags.root.list(false)
	var lines []strip
	for _, l := range p.doc.Lines {
		set := styleOnCover.set(Plain(l), p.measure())
		strips := spaced(1, kept(p.lineStrips(margin, styleOnCover, set)))
		lines = append(lines, owned(list.add("LI").add("LBody"), strips)...)
	}
	p.flow(lines)
	notice := kept(p.noteStrips(Plain(p.doc.Notice))) // it is read before the contents
	blocks, contents := p.coverContents()
	p.notice(notice, heightOf(contents))
	p.flow(contents)
	return blocks
}

// coverContents takes the contents, with the heading over them, from the blocks
// when a document begins with them.
func (p *press) coverContents() (rest []Block, contents []strip) {
	blocks := p.doc.Blocks
	n := 0
	if len(blocks) > 1 {
		if _, is := blocks[0].(Heading); is {
			n = 1
		}
	}
	if n >= len(blocks) {
		return blocks, nil
	}
	if _, is := blocks[n].(Contents); !is {
		return blocks, nil
	}
	return blocks[n+1:], p.strips(blocks[:n+1])
}

// coverBlock draws the navy block and returns where it ends.
func (p *press) coverBlock() float64 {
	top, text := 0.0, coverText
	if p.doc.Logo != nil {
		top = logoTop + logoHeight + 7
		text = top + coverAbove
	}
	title := styleTitle.setAtMost(p.doc.Title, p.measure(), 4)
	org := styleOrg.setAtMost(p.doc.Subject, p.measure(), 3)
	period := stylePeriod.setAtMost(p.doc.Period, p.measure(), 1)
	afterTitle := text + float64(len(title))*styleTitle.lead + 5
	afterOrg := afterTitle + 7 + float64(len(org))*styleOrg.lead
	end := afterOrg + 2 + float64(len(period))*stylePeriod.lead + 14

	p.fill(0, top, p.width, end-top, navy)
	p.fill(0, end, p.width, 1.6, teal)
	p.logo()
	p.titled("H1", margin, text, styleTitle, title)
	p.fill(margin, afterTitle, 28, 1, mist)
	p.titled("P", margin, afterTitle+7, styleOrg, org)
	p.titled("P", margin, afterOrg+2, stylePeriod, period)
	p.tags.artifact(func() { p.coverMarks(top) })
	return end
}

// titled draws lines as an element of their own.
func (p *press) titled(kind string, x, y float64, st typeStyle, lines []setLine) {
	p.tags.within(p.tags.root.add(kind), func() { p.block(x, y, st, lines) })
}

// coverMarks draws the marking at the head of the cover, and DRAFT in the block.
func (p *press) coverMarks(top float64) {
	p.marking(headerAt)
	if p.doc.Draft {
		st := typeStyle{14, band, true, white}
		p.draftBox(margin+st.width("DRAFT")+4, max(top+8, headerAt), st, white)
	}
}

// logo draws the logo at the left over the block, as large as it may be.
func (p *press) logo() {
	logo := p.doc.Logo
	if logo == nil {
		return
	}
	width, height := float64(logo.Width), float64(logo.Height)
	scale := min(logoWidth/width, logoHeight/height)
	width, height = width*scale, height*scale
	y := logoTop + (logoHeight-height)/2
	figure := p.tags.root.add(kindFigure)
	figure.alt, figure.whole = joined(" of ", "Logo", p.doc.Subject), true
	p.draw(strip{height: height, owner: figure, draw: func(y float64) {
		options := gofpdf.ImageOptions{ImageType: "PNG"}
		p.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(logo.PNG))
		p.pdf.ImageOptions("logo", margin, y, width, height, false, options, 0, "")
	}}, y)
	figure.box.end = margin + width
}

// notice draws the notice at the foot of the cover where so much that comes
// between leaves room for it, or else after what is on the cover.
func (p *press) notice(strips []strip, between float64) {
	at := p.bottom() - heightOf(strips)
	if p.pdf.PageNo() > 1 || at < p.y+between {
		p.flow(strips)
		return
	}
	y := p.y
	p.y = at
	p.flow(strips)
	p.y = y
}
