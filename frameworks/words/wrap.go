package words

import (
	"strings"
	"unicode"
)

// Wrap breaks a text into lines of at most width columns; the lines after the
// first of each paragraph are indented by so many. It breaks at spaces, and at
// the hyphens of plain words; dates, quarters, options, paths and addresses stay
// whole where they fit on a line of their own. A word wider than a line is split.
func Wrap(s string, width, indent int) []string {
	return wrap(s, width, indent, Split)
}

// Fold breaks a text as Wrap does, for what scrolls by and is copied: a word wider
// than a line, such as an address, is not split.
func Fold(s string, width, indent int) []string {
	return wrap(s, width, indent, func(line string, _ int) (head, rest string) { return line, "" })
}

// wrap breaks each paragraph; split parts a line of which no word fits.
func wrap(s string, width, indent int, split func(line string, width int) (head, rest string)) []string {
	width = max(2, width) // a wide character must fit
	indent = max(0, min(indent, width-2))
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, strings.Repeat(" ", indent), split)...)
	}
	return lines
}

func wrapParagraph(s string, width int, pad string, split func(string, int) (string, string)) []string {
	var lines []string
	line, spaces := "", ""
	for _, p := range pieces(s) {
		if strings.Trim(p, " ") == "" {
			spaces = p
			continue
		}
		if Width(line+spaces+p) > width && strings.Trim(line, " ") != "" {
			lines = append(lines, line)
			line, spaces = pad, ""
		}
		line += spaces + p
		spaces = ""
		for Width(line) > width {
			head, rest := split(line, width)
			if head != "" && strings.Trim(head, " ") == "" {
				line = rest // a letter with many marks has room only without the indent
				continue
			}
			if head == "" || rest == "" {
				break // or not even then
			}
			lines = append(lines, head)
			line = pad + rest
		}
	}
	return append(lines, line)
}

// pieces takes a text apart where a line may end: runs of spaces, and what
// stands between them, which ends at a hyphen that may be broken at.
func pieces(s string) []string {
	var all []string
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return r != ' ' })
		if n < 0 {
			return append(all, s)
		}
		if n > 0 {
			all, s = append(all, s[:n]), s[n:]
		}
		word, _, _ := strings.Cut(s, " ")
		s = s[len(word):]
		all = append(all, hyphens(word)...)
	}
	return all
}

// hyphens parts a word after each hyphen between two letters, unless it is an
// option, a path, an address, or holds a digit, as dates and quarters do.
func hyphens(word string) []string {
	if strings.HasPrefix(word, "-") || strings.ContainsAny(word, `/\=_@:"`) || strings.ContainsFunc(word, unicode.IsDigit) {
		return []string{word}
	}
	letters := []rune(word)
	var parts []string
	start := 0
	for i := 1; i < len(letters)-1; i++ {
		if letters[i] == '-' && unicode.IsLetter(letters[i-1]) && unicode.IsLetter(letters[i+1]) {
			parts, start = append(parts, string(letters[start:i+1])), i+1
		}
	}
	return append(parts, string(letters[start:]))
}
