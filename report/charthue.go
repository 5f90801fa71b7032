package report

// hue names a color of a chart. A format gives it a value that suits its ground.
type hue int

// The hues. What one says, a shape or a word says too.
const (
	hueNone   hue = iota // nothing is painted
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
	light, dark ink
}

var hues = [hueCount]hueValue{
	huePaper:  {"paper", white, ink{20, 24, 31}},
	hueText:   {"text", inkTxt, ink{232, 236, 241}},
	hueQuiet:  {"quiet", grey, ink{165, 176, 189}},
	hueGrid:   {"grid", hair, ink{58, 68, 82}},
	hueBar:    {"bar", barInk, ink{62, 104, 160}},
	hueTarget: {"target", tick, ink{245, 170, 95}},
	hueRise:   {"rise", teal, ink{94, 200, 210}},
	hueFall:   {"fall", tick, ink{245, 170, 95}},
	hueShade0: {"shade-0", white, ink{20, 24, 31}},
	hueShade1: {"shade-1", ink{226, 233, 241}, ink{40, 50, 64}},
	hueShade2: {"shade-2", ink{163, 190, 222}, ink{58, 82, 114}},
	hueShade3: {"shade-3", navy, ink{158, 196, 240}},
}

// name is what the hue is called in a style sheet.
func (h hue) name() string { return hues[h].name }

// light is the color on white paper.
func (h hue) light() ink { return hues[h].light }

// dark is the color on the dark ground of a screen.
func (h hue) dark() ink { return hues[h].dark }

// allHues are those that are painted.
func allHues() []hue {
	all := make([]hue, 0, hueCount-1)
	for h := hueNone + 1; h < hueCount; h++ {
		all = append(all, h)
	}
	return all
}

// onShade is the hue of a letter on a shade from 0 to 3.
func onShade(shade int) hue {
	if shade == 3 {
		return huePaper
	}
	return hueText
}
