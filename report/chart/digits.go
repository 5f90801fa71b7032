package chart

import (
	"slices"
	"strconv"

	"hygeia/report/typeset"
)

// digits are the figures beside the points of a small chart: the last known one
// and the first always, of the others those with room that touch none before
// them. Where quarters stand close, only the greatest and the least have room.
func (t trendPlot) digits() []Text {
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
	if first == last {
		return []Text{t.digit(at[last], last, true)}
	}
	placed := t.apart(at, first, last)
	for _, i := range t.roomy(known) {
		if d := t.digit(at[i], i, t.above(at, i)); !touches(d, placed) {
			placed = append(placed, d)
		}
	}
	return placed
}

// roomy are the quarters that may have a figure, of those that are known.
func (t trendPlot) roomy(known []int) []int {
	const room = 5.0
	if t.step() >= room {
		return known[1 : len(known)-1]
	}
	value := func(i, j int) int { return t.line.Points[i].Value - t.line.Points[j].Value }
	return []int{slices.MaxFunc(known, value), slices.MinFunc(known, value)}
}

// apart places two figures so that they do not touch: where they would, the
// greater one goes above its point and the lesser below.
func (t trendPlot) apart(at map[int]Point, first, last int) []Text {
	one, two := t.digit(at[first], first, t.above(at, first)), t.digit(at[last], last, t.above(at, last))
	if touches(one, []Text{two}) {
		firstIsHigher := at[first].Y < at[last].Y
		one, two = t.digit(at[first], first, firstIsHigher), t.digit(at[last], last, !firstIsHigher)
	}
	return []Text{one, two}
}

// above reports whether the figure of a quarter stands above its point: not
// where the line comes from above and goes there. At the end of a line that rises
// gently there is room above, and under a low point there is none.
func (t trendPlot) above(at map[int]Point, quarter int) bool {
	const low, gently = 20, 0.8
	var rise float64 // of the line, away from the point
	neighbors := 0
	for _, i := range []int{quarter - 1, quarter + 1} {
		if p, known := at[i]; known {
			rise += at[quarter].Y - p.Y
			neighbors++
		}
	}
	atEnd := neighbors < 2 && rise < gently*t.step()
	return rise <= 0 || atEnd && t.line.Points[quarter].Value < low
}

// digit is the figure of a quarter, inside the chart. The line at zero does not
// run through it.
func (t trendPlot) digit(p Point, quarter int, above bool) Text {
	const distance = 1.2
	st := typeset.Small
	d := Text{Size: st.Size, Bold: true, Hue: hueText, Text: strconv.Itoa(within(t.line.Points[quarter].Value))}
	d.X = min(max(p.X-d.Width()/2, t.left+0.6), t.right+trendEnd-d.Width())
	if above {
		d.Base = p.Y - distance
		return d
	}
	d.Base = p.Y + distance + d.high()
	if zero := t.up.x(0); d.Base > zero-0.4 {
		d.Base = max(d.Base, zero+distance+d.high())
	}
	return d
}

// high is the height of digits and capitals.
func (t Text) high() float64 { return t.Size * typeset.MMPerPoint * typeset.CapHeight }

// touches reports whether a figure would stand in or too near another one.
func touches(d Text, placed []Text) bool {
	const gap = 0.8
	for _, p := range placed {
		apart := d.X+d.Width()+gap <= p.X || p.X+p.Width()+gap <= d.X ||
			d.Base+gap/2 <= p.Base-p.high() || p.Base+gap/2 <= d.Base-d.high()
		if !apart {
			return true
		}
	}
	return false
}
