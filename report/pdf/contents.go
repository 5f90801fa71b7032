package pdf

import (
	"math"
	"strconv"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

var styleContents = typeset.Style{Size: 10.5, Lead: 5.2, Bold: false, Ink: typeset.Dark}

// enter notes where a chapter begins, for the contents, and makes it the target of its
// line there. It also notes the page of each heading, for what points to it.
func (p *layout) enter(h doc.Heading, y float64) {
	if p.headings[h.Text] == 0 {
		p.headings[h.Text] = p.page
	}
	if h.Level > 1 {
		return
	}
	if n := len(p.chapters); n < len(p.targets) {
		p.pdf.SetLink(p.targets[n], y, -1)
	}
	p.chapters = append(p.chapters, p.page)
}

// contentsStrips draws a line for each chapter after the contents, with dots to its
// page. The pages are known the second time a document is laid out.
func (p *layout) contentsStrips() []strip {
	toc := p.tags.root.add("TOC")
	var strips []strip
	number, after := 0, false
	for _, b := range p.doc.Blocks {
		if _, is := b.(doc.Contents); is {
			after = true
		}
		if h, is := b.(doc.Heading); is && h.Level <= 1 && h.Text != "" {
			if after {
				strips = append(strips, p.contentsLine(toc.add("TOCI").add("Reference"), number, h.Text))
			}
			number++
		}
	}
	for i := range strips {
		strips[i].keep = i == 0 || i == len(strips)-2
	}
	return spaced(gapFloat, strips)
}

// contentsLine is the line of the chapter with that number, counted from 0. All
// of it can be clicked.
func (p *layout) contentsLine(owner *element, number int, title string) strip {
	const pageRoom, dotGap = 12.0, 2.0
	st := styleContents
	lines := st.SetAtMost(title, p.measure()-pageRoom-dotGap, 2)
	for !p.counts() && len(p.targets) <= number {
		p.targets = append(p.targets, p.pdf.AddLink())
	}
	page := ""
	if number < len(p.counted) {
		page = strconv.Itoa(p.counted[number])
	}
	height := float64(len(lines))*st.Lead + 0.6
	return strip{height: height, owner: owner, draw: func(y float64) {
		last := y + float64(len(lines)-1)*st.Lead
		right := p.width - margin
		p.tags.link("#"+strconv.Itoa(number), title+", page "+page, func() {
			p.block(margin, y, st, lines)
			p.wordsRight(right, last, pageRoom, st, page)
		}, func() {
			p.pdf.Link(margin, y, p.measure(), height-0.6, p.targets[number])
		})
		p.tags.artifact(func() {
			p.dots(margin+lines[len(lines)-1].Width+dotGap, last, right-st.Width(page)-dotGap)
		})
	}}
}

// dots lead the eye from x to end. They stand below each other on all lines.
func (p *layout) dots(x, y, end float64) {
	const step = 2.4
	at := margin + math.Ceil((x-margin)/step)*step
	var line typeset.Line
	for ; at+step/2 < end; at += step {
		line.Pieces = append(line.Pieces, typeset.Piece{Text: ".", X: at})
	}
	p.line(0, y, styleContents.In(typeset.Grey), line)
}
