package report

import "fmt"

// scale is an axis from 0 to 100 %: where it begins, and how long it is.
type scale struct{ at, length float64 }

// x is where a percent stands. It never leaves the scale, whatever it is given.
func (s scale) x(percent int) float64 {
	return s.at + s.length*float64(within(percent))/100
}

// within is a percent between 0 and 100.
func within(percent int) int { return min(max(percent, 0), 100) }

// axis is the band with the numbers of the scale.
func (s scale) axis() chartBand {
	const height = 5.5
	var marks []mark
	for _, at := range []int{0, 50, 100} {
		marks = append(marks, word(s.x(at), 0, s.length/2, anchorMiddle, styleSmall, hueQuiet, fmt.Sprintf("%d %%", at))...)
	}
	return chartBand{height: height, marks: append(marks, s.grid(height-1, height)...)}
}

// grid is the part of the lines at 0, 50 and 100 between two heights.
func (s scale) grid(y, end float64) []mark {
	return []mark{
		down(s.x(50), y, end, 0.2, hueGrid),
		down(s.x(100), y, end, 0.2, hueGrid),
		down(s.x(0), y, end, 0.35, hueQuiet),
	}
}

// axisLabel is a label of an axis and the place it belongs to.
type axisLabel struct {
	x    float64
	text string
}

// axisWords sets the labels of an axis side by side between left and right. Where
// there is no room for all, every second or fourth or eighth stands there, the last
// one always and the first if the two do not touch.
func axisWords(labels []axisLabel, left, right, y float64) []mark {
	const gap = 1.2
	var set []textMark
	for _, l := range labels {
		t := textMark{x: l.x, base: baseline(y, styleSmall), size: styleSmall.size, hue: hueQuiet}
		if lines := styleSmall.setAtMost(l.text, (right-left)/2, 1); len(lines) > 0 {
			t.text = lines[0].String()
		}
		t.x = min(max(t.x-t.width()/2, left), right-t.width())
		set = append(set, t)
	}
	for step := 1; ; step *= 2 { // with quarters, 4 and 8 name the same one of each year
		if marks, ok := everyNth(set, step, gap); ok {
			return marks
		}
	}
}

// everyNth keeps the last label, and of the others each nth that does not touch
// it. It returns false if those touch each other.
func everyNth(set []textMark, step int, gap float64) ([]mark, bool) {
	if len(set) == 0 {
		return nil, true
	}
	var marks []mark
	last := set[len(set)-1]
	for i := 0; i < len(set)-1; i += step {
		end := set[i].x + set[i].width() + gap
		if end > last.x {
			break
		}
		next := i + step
		if next < len(set)-1 && end > set[next].x && set[next].x+set[next].width()+gap <= last.x {
			return nil, false
		}
		marks = append(marks, set[i])
	}
	return append(marks, last), true
}
