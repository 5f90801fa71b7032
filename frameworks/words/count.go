package words

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Count puts a number before its word: "1 person", "2 people", "1,200 people".
func Count(n int, one, many string) string {
	return Number(n) + " " + Plural(n, one, many)
}

// Times says how often: "once", "3 times".
func Times(n int) string {
	if n == 1 {
		return "once"
	}
	return Count(n, "time", "times")
}

// Plural returns the word that stands with a number: one with 1, many with all
// others, 0 too.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Number prints a whole number with a comma before each three digits: "2,000".
func Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return sign + digits
}

// Capital returns the text with its first letter raised: "Émilie" for "émilie".
// A text that begins with anything else is left as it is.
func Capital(s string) string { return first(s, unicode.ToTitle) }

// Lower returns the text with its first letter lowered.
func Lower(s string) string { return first(s, unicode.ToLower) }

func first(s string, change func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(change(r)) + s[n:]
}

// Sentence makes a sentence of a message: on one line, with a capital at its
// start and a full stop at its end unless it ends with one or with a question.
func Sentence(s string) string {
	s = Capital(Line(s))
	if s == "" {
		return ""
	}
	switch s[len(s)-1] {
	case '.', '?', '!':
		return s
	}
	return s + "."
}
