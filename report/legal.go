package report

import (
	"fmt"
	"unicode/utf8"

	"hygeia/frameworks/words"
)

// longestLegal is how many characters of a legal marking fit on a page's edge.
const longestLegal = 120

// LegalLine returns a marking of the user's own as one clean line. More than 120
// characters are an error.
func LegalLine(s string) (string, error) {
	s = words.Line(s)
	if n := utf8.RuneCountInString(s); n > longestLegal {
		return "", fmt.Errorf("has %d characters; at most %d fit on every page", n, longestLegal)
	}
	return s, nil
}
