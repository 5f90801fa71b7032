package report

// The styles of the cover, on navy.
var (
	styleTitle   = typeStyle{28, 12, true, white}
	styleOrg     = typeStyle{16, 7.5, false, white}
	stylePeriod  = typeStyle{12, 6, true, mist}
	styleOnCover = typeStyle{11, 6, false, inkTxt}
)

// coverText is how high the first line of the cover stands.
const coverText = 44.0

// cover draws the first page: a navy block with what the report is and of whom,
// below it the lines that say how it came about, at the foot the notice. It has a
// footer but no running header, which would repeat the title.
func (p *press) cover() {
	p.pdf.AddPage()
	p.opened = false
	p.y = p.coverBlock() + 14
	p.footer()
	var lines []strip
	for _, l := range p.doc.Lines {
		set := styleOnCover.set(Plain(l), p.measure())
		lines = append(lines, spaced(1.5, kept(p.lineStrips(margin, styleOnCover, set)))...)
	}
	p.flow(lines)
	p.notice()
}

// coverBlock draws the navy block and returns where it ends.
func (p *press) coverBlock() float64 {
	title := styleTitle.setAtMost(p.doc.Title, p.measure(), 4)
	org := styleOrg.setAtMost(p.doc.Subject, p.measure(), 3)
	period := stylePeriod.setAtMost(p.doc.Period, p.measure(), 1)
	afterTitle := coverText + float64(len(title))*styleTitle.lead + 6
	afterOrg := afterTitle + 8 + float64(len(org))*styleOrg.lead
	end := max(afterOrg+float64(len(period))*stylePeriod.lead+16, p.height*0.4)

	p.fill(0, 0, p.width, end, navy)
	p.fill(0, end, p.width, 1.6, teal)
	p.block(margin, coverText, styleTitle, title)
	p.fill(margin, afterTitle, 28, 1, mist)
	p.block(margin, afterTitle+8, styleOrg, org)
	p.block(margin, afterOrg+2, stylePeriod, period)
	p.marking(headerAt)
	if p.doc.Draft {
		st := typeStyle{14, band, true, white}
		p.draftBox(margin+st.width("DRAFT")+4, headerAt, st, white)
	}
	return end
}

// notice draws the notice at the foot of the cover, or after the lines where
// they leave no room for that.
func (p *press) notice() {
	if p.doc.Notice == "" {
		return
	}
	strips := kept(p.noteStrips(Plain(p.doc.Notice)))
	if at := p.bottom() - heightOf(strips); at > p.y && p.pdf.PageNo() == 1 {
		p.y = at
	}
	p.flow(strips)
}
