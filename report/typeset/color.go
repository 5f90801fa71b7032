package typeset

import "strings"

// Ink is a color, red, green and blue from 0 to 255.
type Ink struct{ R, G, B int }

// The palette. Text has a contrast of 4.5 to 1 or more against what it stands
// on (a test computes it). Blue and brown stay apart for color-blind readers and
// differ in lightness in black-and-white print; whatever a color says, a word or a shape
// says too.
var (
	White       = Ink{255, 255, 255}
	Black       = Ink{0, 0, 0}
	Dark        = Ink{27, 36, 48}    // running text
	Grey        = Ink{82, 96, 109}   // what may be overlooked
	Navy        = Ink{16, 37, 73}    // cover, headings
	Teal        = Ink{15, 118, 128}  // thin rules
	LinkBlue    = Ink{11, 83, 160}   // links, also underlined
	BarBlue     = Ink{100, 144, 200} // bars; a range is drawn over them
	TargetBrown = Ink{146, 64, 14}   // target ticks
	DraftRed    = Ink{170, 28, 20}   // the word DRAFT
	Hairline    = Ink{200, 208, 218} // gridlines, rules between rows
	Pale        = Ink{243, 246, 249} // zebra, tiles, notes
	PaleBlue    = Ink{200, 214, 232} // second line on navy
)

// MarkingInk is the color of a TLP mark on black, as FIRST sets it
// (https://www.first.org/tlp/, version 2.0). A mark that is not one of TLP's is white.
func MarkingInk(marking string) Ink {
	switch word := strings.ToUpper(marking); {
	case strings.HasPrefix(word, "TLP:RED"):
		return Ink{255, 43, 43}
	case strings.HasPrefix(word, "TLP:AMBER"):
		return Ink{255, 192, 0}
	case strings.HasPrefix(word, "TLP:GREEN"):
		return Ink{51, 255, 0}
	}
	return White
}
