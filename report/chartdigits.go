package report

import "strconv"

// digits are the figures beside the points of a small chart: the last known one
// and the first always, of the others those that touch none before them.
func (t trendPlot) digits() []mark {
	at := t.points()
	var known []int
	for i := range t.trend.Quarters {
		if _, is := at[i]; is {
			known = append(known, i)
		}
	}
	if len(known) == 0 {
		return nil
	}
	first, last := known[0], known[len(known)-1]
	placed := []textMark{t.digit(at[last], last, t.above(at, last))}
	if first != last {
		placed = t.apart(at, first, last)
	}
	for _, i := range known[1:max(len(known)-1, 1)] {
		if d := t.digit(at[i], i, t.above(at, i)); !touches(d, placed) {
			placed = append(placed, d)
		}
	}
	var marks []mark
	for _, d := range placed {
		marks = append(marks, d)
	}
	return marks
}

// apart places two figures so that they do not touch: where they would, the
// greater one goes above its point and the lesser below.
func (t trendPlot) apart(at map[int]point, first, last int) []textMark {
	one, two := t.digit(at[first], first, t.above(at, first)), t.digit(at[last], last, t.above(at, last))
	if touches(one, []textMark{two}) {
		firstIsHigher := at[first].y < at[last].y
		one, two = t.digit(at[first], first, firstIsHigher), t.digit(at[last], last, !firstIsHigher)
	}
	return []textMark{one, two}
}

// above reports whether the figure of a quarter stands above its point: not
// where the line comes from above and goes there.
func (t trendPlot) above(at map[int]point, quarter int) bool {
	here := at[quarter].y
	var rise float64
	for _, i := range []int{quarter - 1, quarter + 1} {
		if p, known := at[i]; known {
			rise += here - p.y
		}
	}
	return rise <= 0
}

// digit is the figure of a quarter, inside the chart.
func (t trendPlot) digit(p point, quarter int, above bool) textMark {
	const distance = 1.2
	st := styleSmall
	d := textMark{size: st.size, bold: true, hue: hueText, text: strconv.Itoa(within(t.line.Points[quarter].Value))}
	d.x = min(max(p.x-d.width()/2, t.left-2), t.right+trendEnd-d.width())
	d.base = p.y - distance
	if !above {
		d.base = p.y + distance + st.size*mmPerPoint*capHeight
	}
	return d
}

// touches reports whether a figure would stand in or too near another one.
func touches(d textMark, placed []textMark) bool {
	const gap = 0.8
	for _, p := range placed {
		high := max(d.size, p.size) * mmPerPoint * capHeight
		apart := d.x+d.width()+gap <= p.x || p.x+p.width()+gap <= d.x ||
			d.base+gap/2 <= p.base-high || p.base+gap/2 <= d.base-high
		if !apart {
			return true
		}
	}
	return false
}
