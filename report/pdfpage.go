package report

import "fmt"

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
func (p *press) measure() float64 { return p.width - 2*margin }

// bottom is where the text ends.
func (p *press) bottom() float64 { return p.height - bodyBottom - p.legalHeight() }

// bodyHeight is the height of the text.
func (p *press) bodyHeight() float64 { return p.bottom() - bodyTop }

// newPage starts a page with its header and footer.
func (p *press) newPage() {
	p.addPage()
	p.tags.artifact(p.header)
	p.tags.artifact(p.footer)
	p.y, p.opened = bodyTop, true
}

// header draws title and organization left, DRAFT and the marking right. TLP 2.0
// asks for the mark in header and footer, at the right, in 12 points, on black.
func (p *press) header() {
	end := p.marking(headerAt)
	if p.doc.Draft {
		end = p.draftBox(end-3, headerAt, styleHead, draft)
	}
	st := typeStyle{8, 3.4, true, grey}
	p.words(margin, headerAt-0.4, end-margin-4, st, p.doc.Title)
	st.bold = false
	p.words(margin, headerAt+st.lead-0.4, end-margin-4, st, joined(", ", p.doc.Subject, p.doc.Period))
	p.rule(margin, headerAt+band+2, p.width-margin, 0.2, hair)
}

// footer draws the user's own line, below it the program left, the page in the
// middle, the marking right.
func (p *press) footer() {
	y := p.height - footerAt
	p.rule(margin, y-2-p.legalHeight(), p.width-margin, 0.2, hair)
	p.block(margin, y-1-p.legalHeight(), styleLegal, p.legal)
	page := fmt.Sprintf("page %d of %d", p.pdf.PageNo(), p.pages)
	start := (p.width - styleSmall.width(page)) / 2
	p.words(start, y+1, p.measure(), styleSmall, page)
	p.words(margin, y+1, start-margin-4, styleSmall, p.doc.Program)
	p.marking(y)
}

// legalLines is how many lines the user's own line may take at the foot.
const legalLines = 4

// legalHeight is the room the user's own line takes at the foot of a page.
func (p *press) legalHeight() float64 {
	if len(p.legal) == 0 {
		return 0
	}
	return float64(len(p.legal))*styleLegal.lead + 1
}

// marking draws the marking at the right margin and returns where it begins.
func (p *press) marking(y float64) float64 {
	end := p.width - margin
	if p.doc.Marking == "" {
		return end
	}
	st := typeStyle{12, band, true, markingInk(p.doc.Marking)}
	text := st.setAtMost(p.doc.Marking, p.measure()/2, 1)
	width := text[0].width + 4
	p.fill(end-width, y, width, band, black)
	p.block(end-width+2, y, st, text)
	return end - width
}

// draftBox draws the word DRAFT in a frame that ends at x, and returns where it begins.
func (p *press) draftBox(x, y float64, st typeStyle, c ink) float64 {
	const word = "DRAFT"
	st = st.in(c)
	width, height := st.width(word)+4, st.size*mmPerPoint*2
	y += (band - height) / 2
	p.frame(x-width, y, width, height, 0.4, c)
	p.words(x-width+2, y+(height-st.lead)/2, width, st, word)
	return x - width
}
