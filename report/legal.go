package report

import (
	"fmt"
	"unicode/utf8"

	"hygeia/frameworks/words"
	"hygeia/report/pdf"
)

// longestLegal is how many characters of a legal marking fit on a page's edge.
const longestLegal = 120

// LatinName returns a name for a PDF that cannot draw another one, as one clean line. A
// letter that a PDF cannot draw either, or more than 120 characters, are an error.
func LatinName(s string) (string, error) {
	s = words.Line(s)
	if n := utf8.RuneCountInString(s); n > longestLegal {
		return "", fmt.Errorf("has %d characters; at most %d fit", n, longestLegal)
	}
	for _, r := range s {
		if !pdf.Draws(r) {
			return "", fmt.Errorf("%q cannot be drawn in a PDF either; write the name in the letters of English", r)
		}
	}
	return s, nil
}

// LegalLine returns a marking of the user's own as one clean line. More than 120
// characters are an error.
func LegalLine(s string) (string, error) {
	s = words.Line(s)
	if n := utf8.RuneCountInString(s); n > longestLegal {
		return "", fmt.Errorf("has %d characters; at most %d fit on every page", n, longestLegal)
	}
	return s, nil
}
