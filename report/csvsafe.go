package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// signs are what a spreadsheet takes for the start of a formula, full-width ones
// included (OWASP, CSV injection).
const signs = "=+@＝＋－＠-" // the hyphen last, where a class of letters takes it as it is

// quotes may stand before a sign and be taken away by a spreadsheet; so may the
// two joiners, which nobody sees.
const quotes = "\"'`“”‘’ \u200c\u200d"

// cellInside finds a sign behind a semicolon, which parts cells where the comma
// is the decimal sign.
var cellInside = regexp.MustCompile("(;[" + quotes + "]*)([" + regexp.QuoteMeta(signs) + "])")

// csvSafe makes a cell one clean line and puts an apostrophe before one that a
// spreadsheet would take for a formula: a sign at its start, also behind quotes
// or spaces, or a tab or carriage return there.
func csvSafe(s string) string {
	risky := strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r")
	s = cellInside.ReplaceAllString(oneLine(s), "$1'$2")
	bare := strings.TrimLeft(s, quotes)
	if risky || bare != "" && strings.ContainsAny(bare[:firstRune(bare)], signs) {
		return "'" + s
	}
	return s
}

func firstRune(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}
