package pdf

import (
	"strconv"

	"github.com/jung-kurt/gofpdf"
)

// element is a node of the structure tree, which tells a screen reader what the
// marks on the pages are: a heading, a cell, a figure. Its kind is one of the
// standard structure types of ISO 32000-1, 14.8.4.
type element struct {
	kind  string
	attrs string // its attribute dictionary in PDF syntax, "" for none
	alt   string // what a figure says, in words
	url   string // where a link leads
	box   figureBox
	whole bool // shapes are part of it too, as in a figure
	kids  []kid
}

// kid is one part of an element in the order of reading: another element, marks
// on a page, or the clickable area of a link.
type kid struct {
	element *element
	page    int // of marks, from 1
	mark    int // their number on the page
	area    *linkArea
}

// linkArea is what can be clicked on a page.
type linkArea struct {
	page  int
	words string
	owner *element
}

// add appends a new element at the end of e.
func (e *element) add(kind string) *element {
	child := &element{kind: kind}
	e.kids = append(e.kids, kid{element: child})
	return child
}

// The kinds that more than one file names.
const (
	kindFigure = "Figure"
	kindCell   = "TD"
	kindHeader = "TH"
	kindLink   = "Link"
)

// tagger marks what is drawn as the content of an element, or as an artifact:
// what repeats on every page or only adorns, and is not read out. It opens and
// closes marked content as the drawing goes from one to the next, so that the
// drawing functions need not.
type tagger struct {
	pdf   *gofpdf.Fpdf // nil where nothing is drawn
	root  *element
	at    *element      // whose content is drawn; nil for an artifact
	mute  bool          // all is an artifact, see [tagger.artifact]
	level int           // of the last heading, 0 before the first
	open  openMarks     // what is open on this page
	marks [][]*element  // by page: the owner of each numbered content
	areas [][]*linkArea // by page, in the order gofpdf writes them
}

// openMarks says which marked content is open.
type openMarks struct {
	is    bool
	owner *element // nil for an artifact
}

func newTagger(pdf *gofpdf.Fpdf) *tagger {
	return &tagger{pdf: pdf, root: &element{kind: "Document"}}
}

// within draws as the content of an element; nil makes an artifact.
func (t *tagger) within(e *element, draw func()) {
	was := t.at
	t.at = e
	if t.mute {
		t.at = nil
	}
	draw()
	t.at = was
}

// artifact draws what is not read out, whatever elements the drawing names.
func (t *tagger) artifact(draw func()) {
	was, at := t.mute, t.at
	t.mute, t.at = true, nil
	t.begin(nil)
	draw()
	t.mute, t.at = was, at
}

// text is called before words are drawn.
func (t *tagger) text() { t.begin(t.at) }

// shape is called before anything else is drawn, which is an adornment in most places.
func (t *tagger) shape() {
	if t.at != nil && t.at.whole {
		t.begin(t.at)
		return
	}
	t.begin(nil)
}

// begin opens marked content, unless it is open.
func (t *tagger) begin(owner *element) {
	if t.pdf == nil {
		return
	}
	if t.open.is && t.open.owner == owner {
		return
	}
	t.end()
	t.open = openMarks{true, owner}
	if owner == nil {
		t.pdf.RawWriteStr("/Artifact BMC")
		return
	}
	page := t.pdf.PageNo()
	t.grow(page)
	mark := len(t.marks[page-1])
	t.marks[page-1] = append(t.marks[page-1], owner)
	owner.kids = append(owner.kids, kid{page: page, mark: mark})
	t.pdf.RawWriteStr("/" + owner.kind + " <</MCID " + strconv.Itoa(mark) + ">> BDC")
}

// end closes what is open. It comes before the end of each page: marked content
// does not go on to the next.
func (t *tagger) end() {
	if t.open.is {
		t.pdf.RawWriteStr("EMC")
	}
	t.open = openMarks{}
}

func (t *tagger) grow(page int) {
	for len(t.marks) < page {
		t.marks, t.areas = append(t.marks, nil), append(t.areas, nil)
	}
}

// link draws words that can be clicked. The lines of a link that is broken
// belong to one element.
func (t *tagger) link(url, words string, draw, area func()) {
	if t.at == nil || t.pdf == nil {
		draw()
		return
	}
	owner := t.at
	if owner.kind != kindLink {
		owner = owner.linkTo(url)
	}
	t.within(owner, draw)
	area()
	page := t.pdf.PageNo()
	t.grow(page)
	a := &linkArea{page, words, owner}
	t.areas[page-1] = append(t.areas[page-1], a)
	owner.kids = append(owner.kids, kid{page: page, area: a})
}

// linkTo returns the link at the end of e if it leads there, or else a new one.
func (e *element) linkTo(url string) *element {
	if n := len(e.kids); n > 0 {
		if last := e.kids[n-1].element; last != nil && last.kind == kindLink && last.url == url {
			return last
		}
	}
	link := e.add(kindLink)
	link.url = url
	return link
}

// item draws one item of the list whose content is being drawn, words and shapes.
func (t *tagger) item(draw func()) {
	if t.at == nil {
		draw()
		return
	}
	body := t.at.add("LI").add("LBody")
	body.whole = true
	t.within(body, func() {
		t.shape()
		draw()
	})
}

// drop removes the elements nothing was drawn of, such as those of a layout that
// was tried and not taken. An empty cell stays, or its row would shift.
func (e *element) drop() (empty bool) {
	var kept []kid
	empty = true
	for _, k := range e.kids {
		bare := k.element != nil && k.element.drop()
		if !bare {
			empty = false
		}
		if !bare || k.element.kind == kindCell || k.element.kind == kindHeader {
			kept = append(kept, k)
		}
	}
	e.kids = kept
	return empty
}
