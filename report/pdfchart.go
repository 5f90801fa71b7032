package report

import "fmt"

// The parts of a bar chart, in mm from the left margin; what is right of the
// bars belongs to the words.
const (
	barsAt     = 44.0
	barsWidth  = 54.0
	barsWords  = barsAt + barsWidth + 5
	barThick   = 5.0
	barRowPad  = 1.8
	axisHeight = 5.5
)

var (
	styleBarLabel  = typeStyle{9.5, 4.4, false, inkTxt}
	styleBarWords  = typeStyle{9.5, 4.4, true, inkTxt}
	styleBarDetail = styleSmall
)

// barStrips draws a chart: caption, legend, scale, a strip for each bar. A
// chart that fills less than two thirds of a page stays on one.
func (p *press) barStrips(b Bars) []strip {
	strips := p.captionStrips(b.Caption)
	if len(b.Rows) == 0 {
		return spaced(gapFloat, strips)
	}
	axis := p.axis()
	strips = append(strips, p.legend(b.Rows), axis)
	for i, r := range b.Rows {
		s := p.bar(r)
		s.again = &axis
		s.keep = i < 2 || i == len(b.Rows)-3 || i == len(b.Rows)-2 // no page has but one or two
		strips = append(strips, s)
	}
	if heightOf(strips) < p.bodyHeight()*2/3 {
		strips = kept(strips)
	}
	strips[len(strips)-1].keep = false
	return spaced(gapFloat, strips)
}

// axis is the scale from 0 to 100.
func (p *press) axis() strip {
	return strip{height: axisHeight, keep: true, draw: func(y float64) {
		for _, at := range []int{0, 50, 100} {
			label := fmt.Sprintf("%d %%", at)
			p.words(p.scale(at)-styleSmall.width(label)/2, y, 20, styleSmall, label)
		}
		p.gridlines(y+axisHeight-1, y+axisHeight)
	}}
}

// scale is where a percent stands on the page. It never leaves the chart,
// whatever it is given.
func (p *press) scale(percent int) float64 {
	return margin + barsAt + barsWidth*float64(min(max(percent, 0), 100))/100
}

// gridlines draws the part of the lines at 0, 50 and 100 that belongs to a strip.
func (p *press) gridlines(y, end float64) {
	p.post(p.scale(50), y, end, 0.2, hair)
	p.post(p.scale(100), y, end, 0.2, hair)
	p.post(p.scale(0), y, end, 0.35, grey)
}

// bar is one row of the chart: the label, the bar, the words that say the same.
func (p *press) bar(b Bar) strip {
	wordsWidth := p.measure() - barsWords
	words := b.Words
	if words == "" && b.Scored {
		words = fmt.Sprintf("%d %%", b.Value)
	}
	inside := ""
	if !b.Scored && !b.Ranged { // no bar: the words stand in its place
		inside, words = words, ""
		if inside == "" {
			inside = "not assessed"
		}
	}
	label := styleBarLabel.setAtMost(b.Label, barsAt-5, 6)
	right := styleBarWords.setAtMost(words, wordsWidth, 6)
	detail := styleBarDetail.setAtMost(b.Detail, wordsWidth, 8)
	left := float64(len(label)) * styleBarLabel.lead
	wordy := float64(len(right))*styleBarWords.lead + float64(len(detail))*styleBarDetail.lead
	height := max(left, wordy, barThick) + 2*barRowPad

	return strip{height: height, draw: func(y float64) {
		middle := y + height/2
		p.gridlines(y, y+height)
		p.block(margin, middle-left/2, styleBarLabel, label)
		p.block(margin+barsWords, middle-wordy/2, styleBarWords, right)
		p.block(margin+barsWords, middle-wordy/2+float64(len(right))*styleBarWords.lead, styleBarDetail, detail)
		p.barShapes(b, middle)
		p.insteadOfBar(inside, middle)
	}}
}

// insteadOfBar draws words where a bar would be, on white so that no gridline
// runs through them.
func (p *press) insteadOfBar(words string, middle float64) {
	if words == "" {
		return
	}
	x, y, width := p.scale(0)+2, middle-styleBarLabel.lead/2, barsWidth-4
	p.fill(x, y, min(styleBarLabel.width(words)+1, width), styleBarLabel.lead, white)
	p.words(x, y, width, styleBarLabel.in(grey), words)
}

// barShapes draws the bar from zero, the range over it and the target.
func (p *press) barShapes(b Bar, middle float64) {
	if b.Scored {
		p.fill(p.scale(0), middle-barThick/2, p.scale(b.Value)-p.scale(0), barThick, barInk)
	}
	if b.Ranged {
		p.whisker(p.scale(min(b.Low, b.High)), p.scale(max(b.Low, b.High)), middle)
	}
	if b.Target > 0 {
		p.targetTick(p.scale(b.Target), middle)
	}
}

// whisker draws a range: a thin line with an end at each side, dark enough to be
// seen on the bar and on white, also in black-and-white print.
func (p *press) whisker(low, high, middle float64) {
	const end, thick = 1.4, 0.45
	p.rule(low, middle, high, thick, inkTxt)
	p.post(low, middle-end, middle+end, thick, inkTxt)
	p.post(high, middle-end, middle+end, thick, inkTxt)
}

// targetTick draws a target: a line higher than the bar.
func (p *press) targetTick(x, middle float64) {
	const reach = barThick/2 + 1.2
	p.post(x, middle-reach, middle+reach, 1.5, white)
	p.post(x, middle-reach, middle+reach, 0.9, tick)
}

// legend explains the shapes that occur.
func (p *press) legend(rows []Bar) strip {
	var scored, ranged, target bool
	for _, r := range rows {
		scored, ranged, target = scored || r.Scored, ranged || r.Ranged, target || r.Target > 0
	}
	return strip{height: 6, keep: true, draw: func(y float64) {
		x, middle := margin+barsAt, y+styleSmall.lead/2
		entry := func(shown bool, width float64, label string, draw func()) {
			if !shown {
				return
			}
			draw()
			p.words(x+width+1.5, y, 60, styleSmall, label)
			x += width + styleSmall.width(label) + 7
		}
		entry(scored, 5, "score", func() { p.fill(x, middle-1.3, 5, 2.6, barInk) })
		entry(ranged, 7, "range it can still take", func() { p.whisker(x, x+7, middle) })
		entry(target, 1, "target", func() { p.post(x+0.5, middle-1.8, middle+1.8, 0.9, tick) })
	}}
}
