package pdf

import (
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The grid of a compact document, in mm: one page, read standing up.
const (
	sheetMargin = 13.0
	sheetGutter = 8.0  // between the two columns
	sheetBand   = 21.0 // the navy band across the top
	sheetFoot   = 9.0  // from the lower edge
)

// sheetSizes are the sizes of type that are tried, in points: the page is set
// in the largest with which everything fits.
// Under 8 points come only lists of numbers with the longest names and notes
// there may be: small print is better than no page.
var sheetSizes = []float64{11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4}

// sheet sets a compact document in one size of type.
type sheet struct {
	p    *layout
	size float64 // of the running text, in points

	titled, subject, led *element // the lines above the sections
}

// layOutSheet draws a compact document on its one page: a band with the title,
// sections with a table across the page, the others in two columns, and the
// notice at the foot.
func layOutSheet(d *doc.Document, size gofpdf.SizeType) (p *layout, err error) {
	p = newLayout(d, size)
	defer func() { p.rescue(recover(), &err) }()
	for _, points := range sheetSizes {
		p.tags = newTagger(p.pdf)
		s := sheet{p, points, p.tags.root.add("H1"), p.tags.root.add("P"), p.tags.root.add("P")}
		bands := s.bands(d.Blocks)
		if room := s.end() - s.start(); heightOf(bands) <= room {
			s.draw(bands, room-heightOf(bands))
			p.tags.end()
			return p, p.pdf.Error()
		}
	}
	return nil, fmt.Errorf("%q does not fit on one page; shorten it", d.Title)
}

func (s sheet) measure() float64 { return s.p.width - 2*sheetMargin }

// start is where the sections begin, below the band and the lines under it.
func (s sheet) start() float64 {
	return sheetBand + 3.5 + float64(len(s.lead()))*s.leadStyle().Lead
}

// end is where the sections end, above the notice.
func (s sheet) end() float64 {
	return s.p.height - sheetFoot - float64(len(s.notice())+1)*typeset.Small.Lead - 2
}

func (s sheet) leadStyle() typeset.Style {
	return typeset.Style{Size: s.size + 2, Lead: (s.size + 2) * 0.45, Bold: true, Ink: typeset.Navy}
}

func (s sheet) lead() []typeset.Line {
	var lines []typeset.Line
	for _, l := range s.p.doc.Lines {
		lines = append(lines, s.leadStyle().Set(doc.Plain(l), s.measure())...)
	}
	return lines
}

func (s sheet) notice() []typeset.Line {
	return typeset.Small.Set(doc.Plain(s.p.doc.Notice), s.measure())
}

// draw draws the page. What room is left over is shared among the sections.
func (s sheet) draw(bands []strip, spare float64) {
	p := s.p
	p.addPage()
	s.title()
	p.tags.within(s.led, func() { p.block(sheetMargin, sheetBand+3, s.leadStyle(), s.lead()) })
	between := min(spare/float64(max(len(bands), 1)), 6)
	y := s.start()
	for _, b := range bands {
		y += b.above
		p.draw(b, y)
		y += b.height + between
	}
	notice := s.notice()
	foot := p.height - sheetFoot - typeset.Small.Lead
	p.rule(sheetMargin, s.end()+1, p.width-sheetMargin, 0.2, typeset.Hairline)
	p.tags.within(p.tags.root.add("P"), func() {
		p.block(sheetMargin, foot-float64(len(notice))*typeset.Small.Lead, typeset.Small, notice)
	})
	p.words(sheetMargin, foot, s.measure(), typeset.Small, words.Join(", ", p.doc.Program, p.doc.Date, p.doc.Legal))
}

// title draws the band: what the page is, and whose.
func (s sheet) title() {
	p := s.p
	title, subject := styleTitle, stylePeriod
	title.Size, title.Lead = 22, 10
	p.fill(0, 0, p.width, sheetBand, typeset.Navy)
	p.fill(0, sheetBand, p.width, 1.2, typeset.Teal)
	y := 5.5
	if p.doc.Subject == "" && p.doc.Period == "" {
		y = 6.5
	}
	p.tags.within(s.titled, func() { p.words(sheetMargin, y-1.5, s.measure(), title, p.doc.Title) })
	p.tags.within(s.subject, func() { p.words(sheetMargin, y+8, s.measure(), subject, p.subject()) })
	end := p.marking(2)
	if p.doc.Draft {
		p.draftBox(end-3, 2, typeset.Head, typeset.White)
	}
}

// bands turns the blocks into strips across the page, one below the other: a
// section with a table or without a heading is one, and neighbors without are
// set in two columns.
func (s sheet) bands(blocks []doc.Block) []strip {
	var all []strip
	var narrow []section
	flush := func() {
		if len(narrow) > 0 {
			all = append(all, s.columns(narrow))
			narrow = nil
		}
	}
	for _, sec := range sectionsOf(blocks) {
		if sec.wide {
			flush()
			all = append(all, s.p.stack(s.strips(sec.blocks, sheetMargin, s.measure())))
			continue
		}
		narrow = append(narrow, sec)
	}
	flush()
	for i := range all {
		all[i].above = 1
	}
	return all
}

// section is a heading with what belongs to it.
type section struct {
	blocks []doc.Block
	wide   bool // it needs the width of the page
}

func sectionsOf(blocks []doc.Block) []section {
	var sections []section
	for _, b := range blocks {
		_, opens := b.(doc.Heading)
		if opens || len(sections) == 0 {
			sections = append(sections, section{wide: !opens})
		}
		last := &sections[len(sections)-1]
		last.blocks = append(last.blocks, b)
		last.wide = last.wide || isWide(b)
	}
	return sections
}

// isWide reports whether a block is a table, or a chart that stands here as one.
func isWide(b doc.Block) bool {
	switch b.(type) {
	case doc.Heading, doc.Paragraph, doc.Note, doc.List, doc.Contents, doc.PageBreak:
		return false
	}
	return true
}

// columns sets sections in two columns, divided where they are most even.
func (s sheet) columns(sections []section) strip {
	width := (s.measure() - sheetGutter) / 2
	side := func(part []section, x float64) strip {
		var strips []strip
		for _, sec := range part {
			strips = append(strips, s.strips(sec.blocks, x, width)...)
		}
		return s.p.stack(strips)
	}
	var best strip
	for n := 1; n <= len(sections); n++ {
		left, right := side(sections[:n], sheetMargin), side(sections[n:], sheetMargin+width+sheetGutter)
		height := max(left.height, right.height)
		if n == 1 || height < best.height {
			best = strip{height: height, draw: func(y float64) {
				left.draw(y)
				right.draw(y)
			}}
		}
	}
	return best
}

// stack makes one strip of several.
func (p *layout) stack(strips []strip) strip {
	return strip{height: heightOf(strips), draw: func(y float64) {
		for _, part := range strips {
			y += part.above
			p.draw(part, y)
			y += part.height
		}
	}}
}
