package pdf

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"hygeia/frameworks/words"
	"hygeia/report/typeset"
)

// instead is what stands for a character the font lacks: what kind of text it is.
func (w *cleaner) instead(r rune) string {
	kind := kindOf(r)
	if !slices.Contains(w.lost, kind) {
		w.lost = append(w.lost, kind)
	}
	switch kind {
	case emoji, otherSign:
		return "[" + kind + "]"
	}
	return "[text in " + kind + "]"
}

// Draws reports whether a letter can be drawn as it is.
func Draws(r rune) bool { return typeset.Drawable(r) }

const (
	emoji     = "emoji"
	otherSign = "other signs"
)

// kindOf names the script of a character as people do.
func kindOf(r rune) string {
	switch {
	case unicode.Is(unicode.Han, r):
		return "Chinese or Japanese characters"
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "Japanese"
	case unicode.Is(unicode.Hangul, r):
		return "Korean"
	case unicode.In(r, unicode.So, unicode.Sk) && (r > 0xFFFF || r >= 0x2600 && r < 0x27C0):
		return emoji
	case unicode.IsLetter(r), unicode.IsMark(r):
		for _, name := range slices.Sorted(maps.Keys(unicode.Scripts)) {
			if name != "Common" && name != "Inherited" && unicode.Is(unicode.Scripts[name], r) {
				return strings.ReplaceAll(name, "_", " ")
			}
		}
	}
	return otherSign
}

// placeholders are what [cleaner.instead] writes.
var placeholders = words.Pattern(`\[(text in [^\[\]]+|emoji|other signs)\]`)

// again are placeholders of one kind side by side, also with spaces between.
var again = words.Pattern(`(\[(?:text in [^\[\]]+|emoji|other signs)\])( *(\[(?:text in [^\[\]]+|emoji|other signs)\]))+`)

// joined makes one of placeholders of one kind side by side.
func joined(s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	return again().ReplaceAllStringFunc(s, func(run string) string {
		var kinds []string
		for _, p := range placeholders().FindAllString(run, -1) {
			if !slices.Contains(kinds, p) {
				kinds = append(kinds, p)
			}
		}
		return strings.Join(kinds, " ")
	})
}
