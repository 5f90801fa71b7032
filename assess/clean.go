package assess

import (
	"strings"
	"unicode"
)

// Clean makes free text safe to save and to print, and leaves everything a
// person can read as it was. A saved quarter holds only clean text.
//
//   - CRLF, a lone CR, vertical tab, form feed, NEL (U+0085) and the line and
//     paragraph separators U+2028 and U+2029 become a line feed, so that words
//     on two lines stay apart; a tab becomes one space.
//   - Dropped: the other control characters (C0, DEL and C1; of an ANSI escape
//     only its visible letters stay), the characters that turn the direction of
//     text around or isolate it (U+202A to U+202E, U+2066 to U+2069), the byte
//     order mark U+FEFF, the non-characters U+FFFE and U+FFFF, and bytes that
//     are not UTF-8.
//   - White space at the end of every line, and at both ends of the text, goes.
//
// Emoji with their joiners, accents and right-to-left letters stay. Clean text
// is left alone: Clean(Clean(s)) == Clean(s).
//
// The YAML writer destroys a file whose note starts with a tab, a space or a
// line feed (go-yaml issues 773, 1071 and 660); clean text never does.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	s = strings.Map(cleanRune, s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// cleanRune returns what becomes of one character; -1 drops it.
func cleanRune(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t':
		return ' '
	case '\ufeff', '\ufffe', '\uffff':
		return -1
	}
	turns := r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
	if turns || unicode.IsControl(r) {
		return -1
	}
	return r
}
