package report

import "strings"

// ink is a color, red, green and blue from 0 to 255.
type ink struct{ r, g, b int }

// The palette. Text has a contrast of 4.5 to 1 or more against what it stands
// on (a test computes it). Blue and brown stay apart for color-blind readers and
// differ in lightness in black-and-white print; whatever a color says, a word or a shape
// says too.
var (
	white  = ink{255, 255, 255}
	black  = ink{0, 0, 0}
	inkTxt = ink{27, 36, 48}    // running text
	grey   = ink{82, 96, 109}   // what may be overlooked
	navy   = ink{16, 37, 73}    // cover, headings
	teal   = ink{15, 118, 128}  // thin rules
	linked = ink{11, 83, 160}   // links, also underlined
	barInk = ink{100, 144, 200} // bars; a range is drawn over them
	tick   = ink{146, 64, 14}   // target ticks
	draft  = ink{170, 28, 20}   // the word DRAFT
	hair   = ink{200, 208, 218} // gridlines, rules between rows
	pale   = ink{243, 246, 249} // zebra, tiles, notes
	mist   = ink{200, 214, 232} // second line on navy
)

// markingInk is the color of a TLP mark on black, as FIRST sets it
// (https://www.first.org/tlp/, version 2.0). A mark that is not one of TLP's is white.
func markingInk(marking string) ink {
	switch word := strings.ToUpper(marking); {
	case strings.HasPrefix(word, "TLP:RED"):
		return ink{255, 43, 43}
	case strings.HasPrefix(word, "TLP:AMBER"):
		return ink{255, 192, 0}
	case strings.HasPrefix(word, "TLP:GREEN"):
		return ink{51, 255, 0}
	}
	return white
}
