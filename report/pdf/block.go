package pdf

import (
	"strconv"

	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// The spaces between blocks, in mm.
const (
	gapBlock = 3.0 // above a paragraph, list or note
	gapFloat = 4.5 // above a table, chart or row of tiles
)

// strips turns blocks into what is drawn of them.
func (p *layout) strips(blocks []doc.Block) []strip {
	var all []strip
	for i, b := range blocks {
		strips := p.blockStrips(b)
		if introduces(blocks, i) {
			for j := range strips {
				strips[j].keep = true
			}
		}
		all = append(all, strips...)
	}
	return all
}

// introduces reports whether a block is the paragraph between a heading and what
// the heading announces: all three stay together.
func introduces(blocks []doc.Block, i int) bool {
	if i == 0 || i == len(blocks)-1 {
		return false
	}
	_, is := blocks[i].(doc.Paragraph)
	over, after := blocks[i-1].(doc.Heading)
	switch next := blocks[i+1].(type) {
	case doc.Paragraph, doc.Note, doc.PageBreak:
		return false
	case doc.Heading: // of the same level it opens another matter
		return is && after && next.Level > over.Level
	}
	return is && after
}

// lineStrips makes a strip of each line. A first or last line never stands
// alone on a page.
func (p *layout) lineStrips(x float64, st typeset.Style, lines []typeset.Line) []strip {
	var strips []strip
	for i, l := range lines {
		strips = append(strips, strip{
			height: st.Lead,
			keep:   len(lines) > 1 && (i == 0 || i == len(lines)-2),
			draw:   func(y float64) { p.line(x, y, st, l) },
		})
	}
	return strips
}

// spaced puts space above the first strip.
func spaced(above float64, strips []strip) []strip {
	if len(strips) > 0 {
		strips[0].above = above
	}
	return strips
}

// gapTight is the space above a dense paragraph, in mm.
const gapTight = 1.8

func (p *layout) paragraphStrips(b doc.Paragraph) []strip {
	style, above := typeset.Body, gapBlock
	if b.Dense {
		style, above = typeset.Dense, gapTight
	}
	strips := p.lineStrips(margin, style, style.Set(b.Text, p.measure()))
	return spaced(above, owned(p.tags.root.add("P"), strips))
}

// headingStrips keeps a heading with what follows it and gives it a bookmark.
func (p *layout) headingStrips(h doc.Heading) []strip {
	style, above := typeset.H3, 5.0
	switch {
	case h.Level <= 1:
		style, above = typeset.H1, 11
	case h.Dense:
		above = 4
	case h.Level == 2:
		style, above = typeset.H2, 7.5
	}
	strips := p.lineStrips(margin, style, style.Set(doc.Plain(h.Text), p.measure()))
	if len(strips) == 0 {
		return nil
	}
	for i := range strips {
		strips[i].keep = true
	}
	owned(p.tags.heading(h.Level), strips)
	strips[0].enter = func(y float64) {
		p.bookmark(h, style, y)
		p.enter(h, y)
	}
	if h.Level <= 1 {
		strips = append(strips, p.chapterRule())
	}
	return spaced(above, strips)
}

// chapterRule is the short rule under the heading of a chapter.
func (p *layout) chapterRule() strip {
	return strip{height: 3.5, keep: true, draw: func(y float64) { p.fill(margin, y+1.2, 18, 0.8, typeset.Teal) }}
}

// bookmark puts a heading into the outline of the file. A level is never more
// than one below the last: gofpdf writes a broken outline for a skipped level.
func (p *layout) bookmark(h doc.Heading, st typeset.Style, y float64) {
	p.section = h.Text
	p.outline = min(max(h.Level, 1), p.outline+1)
	if p.counts() {
		return
	}
	p.useFont(true, st.Size) // gofpdf encodes a bookmark as the current font says
	p.pdf.Bookmark(h.Text, p.outline-1, y)
}

// noteStrips draws a note on a pale ground with a rule on its left.
func (p *layout) noteStrips(t doc.Text) []strip {
	const inset, pad = 5.0, 2.0
	strips := p.lineStrips(margin+inset, typeset.Body, typeset.Body.Set(t, p.measure()-2*inset))
	for i := range strips {
		text, top := strips[i].draw, 0.0
		if i == 0 {
			top = pad
			strips[i].height += pad
		}
		if i == len(strips)-1 {
			strips[i].height += pad
		}
		height := strips[i].height
		strips[i].draw = func(y float64) {
			p.fill(margin, y, p.measure(), height, typeset.Pale)
			p.fill(margin, y, 1.2, height, typeset.Navy)
			text(y + top)
		}
	}
	return spaced(gapBlock+0.5, owned(p.tags.root.add("Note"), strips))
}

// listStrips draws the items with a hanging indent.
func (p *layout) listStrips(l doc.List) []strip {
	indent := 6.0
	if l.Ordered {
		indent = max(indent, typeset.Body.Width(strconv.Itoa(len(l.Items))+".")+2.5)
	}
	var all []strip
	list := p.tags.root.list(l.Ordered)
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = strconv.Itoa(i+1) + "."
		}
		above := 1.2
		if i == 0 {
			above = gapBlock
		}
		all = append(all, spaced(above, p.itemStrips(list.add("LI"), mark, indent, item))...)
	}
	return all
}

func (p *layout) itemStrips(li *element, mark string, indent float64, item doc.Text) []strip {
	label := li.add("Lbl")
	lines := typeset.Body.Set(item, p.measure()-indent)
	if len(lines) == 0 {
		lines = []typeset.Line{{}} // an empty item keeps its number
	}
	strips := owned(li.add("LBody"), p.lineStrips(margin+indent, typeset.Body, lines))
	first := strips[0].draw
	strips[0].draw = func(y float64) {
		p.tags.within(label, func() { p.wordsRight(margin+indent-2, y, indent, typeset.Body, mark) })
		first(y)
	}
	return strips
}

// captionStrips draws the caption of a table or chart, which stays with it.
func (p *layout) captionStrips(caption string) []strip {
	strips := p.lineStrips(margin, typeset.Caption, typeset.Caption.Set(doc.Plain(caption), p.measure()))
	if len(strips) == 0 {
		return nil
	}
	for i := range strips {
		strips[i].keep = true
	}
	strips[len(strips)-1].height += 1.2
	return strips
}
