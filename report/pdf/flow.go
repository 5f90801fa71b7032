package pdf

import "slices"

// strip is a band across the page that is never split: a line of a paragraph,
// a row of a table, a bar. Blocks become strips and only [layout.flow]
// decides where pages end, so the rules about that stand in one place.
type strip struct {
	above  float64         // space over it, except at the top of a page
	height float64         // its own, in mm
	keep   bool            // never the last on a page: what follows belongs to it
	prefer bool            // the same, unless most of a page would stay empty
	draw   func(y float64) // draws it with its top at y; nil for a new page
	enter  func(y float64) // what the first strip of a heading does before it is drawn, also where pages are counted; nil for none
	again  *strip          // drawn above it where it opens a page: a table's header
	owner  *element        // whose content it is; nil for none, or where it names several itself
}

// newPageStrip asks for a new page. It comes with the next strip, so that
// neither two in a row nor one at the end leave an empty page.
func newPageStrip() strip { return strip{} }

// flow draws strips one below the other and starts pages as it must.
func (p *layout) flow(strips []strip) {
	due := false
	placed := 0 // how many have room here, because what comes before them has
	for i, s := range strips {
		if s.draw == nil {
			due = true
			continue
		}
		if i >= placed && !p.hasRoom(strips[i:], true) {
			placed = i + p.loosely(strips[i:])
			due = due || placed == i
		}
		if due {
			p.breakPage()
		}
		due = false
		p.place(s)
	}
}

// breakPage starts a new page, except on one that is still empty.
func (p *layout) breakPage() {
	if !p.opened {
		p.newPage()
	}
}

func (p *layout) place(s strip) {
	switch {
	case !p.opened:
		p.y += s.above
	case s.again != nil:
		if !p.counts() {
			p.tags.artifact(func() { s.again.draw(p.y) }) // read out once is enough
		}
		p.y += s.again.height
	}
	p.opened = false
	if s.enter != nil {
		s.enter(p.y)
	}
	p.draw(s, p.y)
	p.y += s.height
}

// draw draws a strip as the content of its owner.
func (p *layout) draw(s strip, y float64) {
	if p.counts() {
		return
	}
	p.tags.within(s.owner, func() {
		if s.owner != nil && s.owner.whole {
			p.tags.shape()
			s.owner.box.cover(p.page, margin, p.width-margin, y, y+s.height)
		}
		s.draw(y)
	})
}

// owned makes an element the owner of the strips that have none.
func owned(e *element, strips []strip) []strip {
	for i := range strips {
		if strips[i].owner == nil {
			strips[i].owner = e
		}
	}
	return strips
}

// loosely returns how many strips to put here although not all that should stay
// with them has room: as many as must stay together, where most of the page
// would be empty otherwise; 0 for none.
func (p *layout) loosely(strips []strip) int {
	const muchEmpty = 0.6 // of the page
	if p.bottom()-p.y < muchEmpty*p.bodyHeight() || !p.hasRoom(strips, false) {
		return 0
	}
	return 1 + slices.IndexFunc(strips, func(s strip) bool { return !s.keep })
}

// hasRoom reports whether the first strip and all that must stay with it have
// room on this page, and also what should where that is preferred. What would not
// have room on any page is not kept together.
func (p *layout) hasRoom(strips []strip, preferred bool) bool {
	const rounding = 1e-6
	need := 0.0
	for i, s := range strips {
		if s.draw == nil {
			break
		}
		if i > 0 {
			need += s.above
		}
		need += s.height
		if !s.keep && !(s.prefer && preferred) {
			break
		}
	}
	if need > p.bodyHeight()+rounding {
		need = strips[0].height
	}
	if !p.opened {
		need += strips[0].above
	}
	return p.y+need <= p.bottom()+rounding
}

// kept marks all but the last strip to stay with the next one.
func kept(strips []strip) []strip {
	for i := range strips {
		strips[i].keep = strips[i].keep || i < len(strips)-1
	}
	return strips
}

// heightOf is the height of strips below each other.
func heightOf(strips []strip) float64 {
	var h float64
	for _, s := range strips {
		h += s.above + s.height
	}
	return h
}
