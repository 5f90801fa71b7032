package chart

import "hygeia/report/typeset"

// Hue names a color of a chart. A format gives it a value that suits its ground.
type Hue int

// The hues. What one says, a shape or a word says too.
const (
	NoHue     Hue = iota // nothing is painted
	huePaper             // the ground
	hueText              // words, ranges
	hueQuiet             // what may be overlooked: small words, the line at zero
	hueGrid              // thin lines to read by
	hueBar               // bars
	hueTarget            // target ticks
	hueRise              // lines over time, and what rose or is met
	hueFall              // what fell or is not met
	hueShade0            // the cells of a strip, from light to dark
	hueShade1
	hueShade2
	hueShade3
	hueCount
)

// hueValue is the name of a hue in a style sheet and its color on white paper and
// on the dark ground of a screen. The ground of the first shade is the paper's.
type hueValue struct {
	name        string
	light, dark typeset.Ink
}

var hues = [hueCount]hueValue{
	huePaper:  {"paper", typeset.White, typeset.Ink{R: 20, G: 24, B: 31}},
	hueText:   {"text", typeset.Dark, typeset.Ink{R: 232, G: 236, B: 241}},
	hueQuiet:  {"quiet", typeset.Grey, typeset.Ink{R: 165, G: 176, B: 189}},
	hueGrid:   {"grid", typeset.Hairline, typeset.Ink{R: 58, G: 68, B: 82}},
	hueBar:    {"bar", typeset.BarBlue, typeset.Ink{R: 62, G: 104, B: 160}},
	hueTarget: {"target", typeset.TargetBrown, typeset.Ink{R: 245, G: 170, B: 95}},
	hueRise:   {"rise", typeset.Teal, typeset.Ink{R: 94, G: 200, B: 210}},
	hueFall:   {"fall", typeset.TargetBrown, typeset.Ink{R: 245, G: 170, B: 95}},
	hueShade0: {"shade-0", typeset.White, typeset.Ink{R: 20, G: 24, B: 31}},
	hueShade1: {"shade-1", typeset.Ink{R: 226, G: 233, B: 241}, typeset.Ink{R: 40, G: 50, B: 64}},
	hueShade2: {"shade-2", typeset.Ink{R: 163, G: 190, B: 222}, typeset.Ink{R: 58, G: 82, B: 114}},
	hueShade3: {"shade-3", typeset.Navy, typeset.Ink{R: 158, G: 196, B: 240}},
}

// Name is what the hue is called in a style sheet.
func (h Hue) Name() string { return hues[h].name }

// Light is the color on white paper.
func (h Hue) Light() typeset.Ink { return hues[h].light }

// Dark is the color on the dark ground of a screen.
func (h Hue) Dark() typeset.Ink { return hues[h].dark }

// AllHues are those that are painted.
func AllHues() []Hue {
	all := make([]Hue, 0, hueCount-1)
	for h := NoHue + 1; h < hueCount; h++ {
		all = append(all, h)
	}
	return all
}

// onShade is the hue of a letter on a shade from 0 to 3.
func onShade(shade int) Hue {
	if shade == 3 {
		return huePaper
	}
	return hueText
}
