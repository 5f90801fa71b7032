package strictyaml

import (
	"bytes"
	"unicode/utf8"

	"hygeia/frameworks/words"
)

// Allowed reports whether a character may stand in a text of a file: any that
// does not steer what is seen ([words.Steers]). What only hides, such as a
// zero-width space that came along with text from a web page, is let in: whoever
// shows a text cleans it ([words.Clean]).
func Allowed(r rune) bool { return !words.Steers(r) }

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
		if r == 0 {
			return append(found, newError(name, line, col, "is not text, or not saved as UTF-8; save the file as UTF-8"))
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
		if (r < ' ' || r > '~') && !Allowed(r) { // nearly all are between
			return r, true
		}
	}
	return 0, false
}
