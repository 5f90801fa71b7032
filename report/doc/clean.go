package doc

import (
	"strings"
	"unicode"
)

// OneLine makes a text safe to print in a line of its own: line breaks and tabs
// become spaces, runs of spaces one. What steers a terminal or turns the reading
// direction around goes: control characters (of an ANSI escape only its letters
// stay), bidirectional marks, tag characters, zero-width spaces; bytes that are
// not UTF-8 become U+FFFD. Joiners stay, as emoji and some scripts need them.
//
// Saved text is clean already ([hygeia/assess.Clean]); a document may hold text
// from elsewhere, so every format cleans again at its own door.
func OneLine(s string) string {
	s = strings.Map(printable, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// printable returns what becomes of one character; -1 drops it.
func printable(r rune) rune {
	const joiner, nonJoiner = '\u200d', '\u200c'
	switch {
	case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
		return ' '
	case r == joiner || r == nonJoiner:
		return r
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co):
		return -1
	}
	return r
}
