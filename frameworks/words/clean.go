package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes free text safe to save and to print, and leaves everything a
// person can read as it was.
//
//   - CRLF, a lone CR, vertical tab, form feed, NEL (U+0085) and the line and
//     paragraph separators U+2028 and U+2029 become a line feed, so that words
//     on two lines stay apart; a tab becomes one space.
//   - Dropped is what cannot be seen ([Hidden]).
//   - Bytes that are not UTF-8 become U+FFFD, one for each run of them.
//   - White space at the end of every line, and at both ends of the text, goes.
//
// Emoji with their joiners, accents and right-to-left letters stay. Clean text
// is left alone: Clean(Clean(s)) == Clean(s).
//
// The YAML writer destroys a file whose note starts with a tab, a space or a
// line feed (go-yaml issues 773, 1071 and 660); clean text never does.
func Clean(s string) string {
	if plain(s) {
		return strings.TrimSpace(s)
	}
	s = Shown(strings.ReplaceAll(s, "\r\n", "\n"))
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// Line makes a text safe to print in a line of its own: it is [Clean], line
// breaks become spaces, and runs of white space one space.
func Line(s string) string {
	s = Clean(s)
	if plain(s) && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// Visible writes what cannot be seen as an escape, line breaks and tabs too:
// "a\u200fb", "a\x1b[31mb", "a\nb". Names of files and what stands wrong in one
// are shown so, because there it matters that something is hidden in them.
func Visible(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	each(s, func(piece string, r rune, hidden bool) {
		if hidden || r == '\t' || isBreak(r) || r == utf8.RuneError && len(piece) == 1 {
			b.WriteString(escaped(piece))
			return
		}
		b.WriteString(piece)
	})
	return b.String()
}

// Hides reports whether a text holds something that cannot be seen and that
// [Clean] drops: a zero-width space, a tag character, an escape code. Tabs and
// the ends of lines are nothing of the kind.
func Hides(s string) bool {
	if plain(s) {
		return false
	}
	hides := false
	each(s, func(_ string, r rune, hidden bool) { hides = hides || hidden && !isBreak(r) })
	return hides
}

// Hiding counts what [Hides] reports, and returns the place of the first, line and
// column counted in characters from 1.
func Hiding(s string) (n, line, column int) {
	l, c := 1, 1
	each(s, func(_ string, r rune, hidden bool) {
		if hidden && !isBreak(r) {
			if n++; n == 1 {
				line, column = l, c
			}
		}
		if c++; r == '\n' {
			l, c = l+1, 1
		}
	})
	return n, line, column
}

// Shown drops what cannot be seen and makes every line break a line feed. Unlike
// [Clean] it leaves white space where it is: a text may still be being typed.
func Shown(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	each(strings.ToValidUTF8(s, "\uFFFD"), func(piece string, r rune, hidden bool) {
		switch {
		case isBreak(r):
			b.WriteByte('\n')
		case r == '\t':
			b.WriteByte(' ')
		case !hidden:
			b.WriteString(piece)
		}
	})
	return b.String()
}

// plain reports whether a text is printable ASCII throughout, as most are.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
