package words

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// Steers reports whether a character breaks a line, or makes the text around it
// read as something else on a screen: control characters other than the line
// feed and the tab, line separators that only some programs see, the characters
// that embed, override or isolate a direction of text, the byte order mark, and
// U+FFFE and U+FFFF. No file of ours holds one, so a file with one was made
// elsewhere or to deceive.
func Steers(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}

// Hidden reports whether a character shows nothing where it stands alone, and so
// can hide in a text or change what is seen of it: whatever [Steers], and the
// marks of direction (U+200E, U+200F, U+061C), zero-width spaces and joiners,
// tag characters, variation selectors, soft hyphens, fillers, characters for
// private use and those that Unicode says are none.
//
// Joiners and variation selectors do work between letters and in emoji; [Clean]
// and [Visible] keep them where they do.
func Hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < utf8.RuneSelf: // most are, and the tables are long
		return unicode.IsControl(r)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // Arabic number signs: format characters one can see
		return false
	}
	return Steers(r) || unicode.In(r, unicode.Cf, unicode.Co, unicode.Variation_Selector,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// isBreak reports whether a character ends a line for some program.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// each calls take for each character of a text, in order, and says whether it
// is hidden where it stands. Not hidden is a joiner between two characters that
// it can join, and one variation selector behind a character that it can vary.
func each(s string, take func(piece string, r rune, hidden bool)) {
	before, waiting := rune(0), "" // the character before if it is shown; a joiner whose right side is not known yet
	settle := func(hidden bool) {
		if waiting == "" {
			return
		}
		r, _ := utf8.DecodeRuneInString(waiting)
		take(waiting, r, hidden)
		waiting = ""
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		piece := s[i : i+n]
		i += n
		if (r == joiner || r == nonJoiner) && joins(before) {
			waiting, before = piece, 0
			continue
		}
		hidden := Hidden(r) && !varies(before, r)
		settle(hidden || !joins(r))
		take(piece, r, hidden)
		before = r
		if hidden {
			before = 0
		}
	}
	settle(true)
}

// varies reports whether the second character is a variation selector that does
// something where it stands, behind the first.
func varies(before, r rune) bool {
	return unicode.Is(unicode.Variation_Selector, r) && unicode.IsGraphic(before) && !unicode.IsSpace(before) &&
		!unicode.Is(unicode.Variation_Selector, before)
}

// joins reports whether a joiner beside the character can join it to another:
// letters, the marks over them, and the pictures that emoji are made of.
func joins(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.S) }

// escaped writes one character, or one byte that is not UTF-8, as Go does.
func escaped(piece string) string {
	q := strconv.QuoteToASCII(piece)
	return q[1 : len(q)-1]
}
