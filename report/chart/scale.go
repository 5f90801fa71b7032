package chart

import (
	"fmt"

	"hygeia/report/typeset"
)

// scale is an axis from 0 to 100%: where it begins, and how long it is.
type scale struct{ at, length float64 }

// narrow reports whether a chart has no room for words beside its shapes.
func narrow(width float64) bool { return width < 96 }

// acrossAll is the scale of a narrow chart, with room for half a label at its ends.
func acrossAll(width float64) scale {
	const half = 5.0
	return scale{at: half, length: width - 2*half}
}

// x is where a percent stands. It never leaves the scale, whatever it is given.
func (s scale) x(percent int) float64 {
	return s.at + s.length*float64(within(percent))/100
}

// within is a percent between 0 and 100.
func within(percent int) int { return min(max(percent, 0), 100) }

// axis is the band with the numbers of the scale.
func (s scale) axis() Band {
	const height = 5.5
	var marks []Mark
	for _, at := range []int{0, 50, 100} {
		marks = append(marks, word(s.x(at), 0, s.length/2, Middle, typeset.Small, hueQuiet, fmt.Sprintf("%d%%", at))...)
	}
	return Band{Height: height, Marks: append(marks, s.grid(height-1, height)...)}
}

// grid is the part of the lines at 0, 50 and 100 between two heights.
func (s scale) grid(y, end float64) []Mark {
	return []Mark{
		vertical(s.x(50), y, end, 0.2, hueGrid),
		vertical(s.x(100), y, end, 0.2, hueGrid),
		vertical(s.x(0), y, end, 0.35, hueQuiet),
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
func axisWords(labels []axisLabel, left, right, y float64) []Mark {
	const gap = 1.2
	var set []Text
	for _, l := range labels {
		t := Text{X: l.x, Base: baseline(y, typeset.Small), Size: typeset.Small.Size, Hue: hueQuiet}
		if lines := typeset.Small.SetAtMost(l.text, (right-left)/2, 1); len(lines) > 0 {
			t.Text = lines[0].String()
		}
		t.X = min(max(t.X-t.Width()/2, left), right-t.Width())
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
func everyNth(set []Text, step int, gap float64) ([]Mark, bool) {
	if len(set) == 0 {
		return nil, true
	}
	var marks []Mark
	last := set[len(set)-1]
	for i := 0; i < len(set)-1; i += step {
		end := set[i].X + set[i].Width() + gap
		if end > last.X {
			break
		}
		next := i + step
		if next < len(set)-1 && end > set[next].X && set[next].X+set[next].Width()+gap <= last.X {
			return nil, false
		}
		marks = append(marks, set[i])
	}
	return append(marks, last), true
}
