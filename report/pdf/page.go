package pdf

import (
	"fmt"

	"hygeia/frameworks/words"
	"hygeia/report/typeset"
)

// The grid, in mm. Everything on a page stands between the margins.
const (
	margin     = 20.0
	bodyTop    = 27.0
	bodyBottom = 23.0 // from the lower edge
	headerAt   = 12.0 // the band of the running header
	footerAt   = 15.0 // the band of the footer, from the lower edge
	band       = 6.0  // the height of both
)

// measure is the width of the text.
func (p *layout) measure() float64 { return p.width - 2*margin }

// bottom is where the text of this page ends.
func (p *layout) bottom() float64 {
	if p.page == 1 {
		return p.pageBottom() - p.reserved
	}
	return p.pageBottom()
}

// pageBottom is where the text of a page without a notice ends.
func (p *layout) pageBottom() float64 { return p.height - bodyBottom - p.legalHeight() }

// bodyHeight is the height of the text of such a page.
func (p *layout) bodyHeight() float64 { return p.pageBottom() - bodyTop }

// newPage starts a page with its header and footer.
func (p *layout) newPage() {
	p.addPage()
	if !p.counts() {
		p.tags.artifact(p.header)
		p.tags.artifact(p.footer)
	}
	p.y, p.opened = bodyTop, true
}

// header draws title and organization left, DRAFT and the marking right. TLP 2.0
// asks for the mark in header and footer, at the right, in 12 points, on black.
func (p *layout) header() {
	end := p.marking(headerAt)
	if p.doc.Draft {
		end = p.draftBox(end-3, headerAt, typeset.Head, typeset.DraftRed)
	}
	st := typeset.Style{Size: 8, Lead: 3.4, Bold: true, Ink: typeset.Grey}
	p.words(margin, headerAt-0.4, end-margin-4, st, p.doc.Title)
	st.Bold = false
	p.words(margin, headerAt+st.Lead-0.4, end-margin-4, st, words.Join(", ", p.doc.Subject, p.doc.Period))
	p.rule(margin, headerAt+band+2, p.width-margin, 0.2, typeset.Hairline)
}

// footer draws the user's own line, below it the program left, the page in the
// middle, the marking right.
func (p *layout) footer() {
	y := p.height - footerAt
	p.rule(margin, y-2-p.legalHeight(), p.width-margin, 0.2, typeset.Hairline)
	p.block(margin, y-1-p.legalHeight(), typeset.Legal, p.legal)
	page := fmt.Sprintf("page %d of %d", p.page, p.pages)
	start := (p.width - typeset.Small.Width(page)) / 2
	p.words(start, y+1, p.measure(), typeset.Small, page)
	p.words(margin, y+1, start-margin-4, typeset.Small, p.doc.Program)
	p.marking(y)
}

// legalLines is how many lines the user's own line may take at the foot.
const legalLines = 4

// legalHeight is the room the user's own line takes at the foot of a page.
func (p *layout) legalHeight() float64 {
	if len(p.legal) == 0 {
		return 0
	}
	return float64(len(p.legal))*typeset.Legal.Lead + 1
}

// marking draws the marking at the right margin and returns where it begins.
func (p *layout) marking(y float64) float64 {
	end := p.width - margin
	if p.doc.Marking == "" {
		return end
	}
	st := typeset.Style{Size: 12, Lead: band, Bold: true, Ink: typeset.MarkingInk(p.doc.Marking)}
	text := st.SetAtMost(p.doc.Marking, p.measure()/2, 1)
	width := text[0].Width + 4
	p.fill(end-width, y, width, band, typeset.Black)
	p.block(end-width+2, y, st, text)
	return end - width
}

// draftBox draws the word DRAFT in a frame that ends at x, and returns where it begins.
func (p *layout) draftBox(x, y float64, st typeset.Style, c typeset.Ink) float64 {
	const word = "DRAFT"
	st = st.In(c)
	width, height := st.Width(word)+4, st.Size*typeset.MMPerPoint*2
	y += (band - height) / 2
	p.frame(x-width, y, width, height, 0.4, c)
	p.words(x-width+2, y+(height-st.Lead)/2, width, st, word)
	return x - width
}
