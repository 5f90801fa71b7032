package doctest

import (
	"math"

	"hygeia/report/typeset"
)

// Luminance is how light a color is, from 0 to 1, as WCAG 2 reckons.
func Luminance(c typeset.Ink) float64 {
	part := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
