package strictyaml

import (
	"bytes"
	"unicode/utf8"
)

// Allowed reports whether a character may stand in a text of a file: anything
// but control characters (line feed and tab may), line separators that only some
// programs see, the byte order mark, and the characters that turn or isolate the
// direction of text and so make it read as something else on a screen.
func Allowed(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return true
	case r < 0x20, r >= 0x7F && r < 0xA0: // C0, delete, C1
		return false
	case r == 0x2028 || r == 0x2029: // line and paragraph separator
		return false
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069: // bidirectional
		return false
	case r == 0xFEFF || r == 0xFFFE || r == 0xFFFF:
		return false
	}
	return true
}

// bom is written in front of UTF-8 by some Windows editors; it is dropped.
var bom = []byte("\xEF\xBB\xBF")

// scan looks at the raw bytes, comments included, for characters that are not
// allowed and returns one mistake a line. A carriage return may stand before a
// line feed.
func scan(name string, data []byte) []*Error {
	var found []*Error
	line, col, last := 1, 1, 0
	for i := 0; i < len(data); {
		c := data[i]
		if c == '\n' {
			line, col = line+1, 1
			i++
			continue
		}
		if c >= 0x20 && c < 0x7F || c == '\t' || c == '\r' && bytes.HasPrefix(data[i+1:], []byte{'\n'}) {
			i++
			col++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return append(found, newError(name, line, col, "is not UTF-8 text; save the file as UTF-8"))
		}
		if !Allowed(r) && line != last {
			found = append(found, newError(name, line, col, "character U+%04X is not allowed", r))
			last = line
			if len(found) > maxMistakes {
				return found
			}
		}
		i += n
		col++
	}
	return found
}

// firstBad returns the first character of s that is not allowed.
func firstBad(s string) (rune, bool) {
	for _, r := range s {
		if !Allowed(r) {
			return r, true
		}
	}
	return 0, false
}
