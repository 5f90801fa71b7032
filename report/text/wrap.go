package text

import (
	"strings"

	"hygeia/frameworks/words"
)

// hold is a space that does not break a line while it is wrapped.
const hold = "\u00a0"

// Wrap breaks a clean text into lines of at most width columns. It breaks at
// spaces, but not between a number and its percent sign; a word that is wider
// than a line is split, but for an address or a command in quotes, which could not
// be copied in two pieces. The result has at least one line.
func Wrap(s string, width int) []string {
	if strings.Contains(s, command) {
		s = quotedCommand().ReplaceAllStringFunc(s, func(c string) string { return strings.ReplaceAll(c, " ", hold) })
	}
	return wrap(s, width, splitWord)
}

// command is how a command to type begins in a text.
const command = `"hygeia `

var quotedCommand = words.Pattern(`"hygeia [^"]*"`)

// wrapCell wraps a text into a column, where nothing may be wider.
func wrapCell(s string, width int) []string {
	return wrap(s, width, cut)
}

func wrap(s string, width int, split func(word string, width int) (head, rest string)) []string {
	var lines []string
	line, taken := make([]byte, 0, 2*width), 0
	for _, word := range unbroken(s) {
		if w := words.Width(word); len(line) > 0 && taken+1+w <= width {
			line = append(append(line, ' '), word...)
			taken += 1 + w
			continue
		}
		if len(line) > 0 {
			lines = append(lines, string(line))
		}
		head, rest := split(word, width)
		for rest != "" {
			lines = append(lines, head)
			head, rest = split(rest, width)
		}
		line, taken = append(line[:0], head...), words.Width(head)
	}
	if len(line) > 0 || len(lines) == 0 {
		lines = append(lines, string(line))
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], hold, " ")
	}
	return lines
}

// unbroken parts a text where a line may end.
func unbroken(s string) []string {
	return strings.Split(strings.ReplaceAll(s, " %", hold+"%"), " ")
}

// splitWord cuts a word as cut does, and leaves an address and a command whole.
func splitWord(word string, width int) (head, rest string) {
	if strings.Contains(word, "://") || strings.HasPrefix(word, strings.TrimSuffix(command, " ")+hold) {
		return word, ""
	}
	return cut(word, width)
}

// cut cuts a word at width columns, after at least one grapheme.
func cut(word string, width int) (head, rest string) {
	rest = word
	for n := width; head == "" && rest != ""; n++ {
		head, rest = words.Split(word, n)
	}
	return head, rest
}

// longestWord returns the columns of a text's widest word.
func longestWord(s string) int {
	longest := 0
	for _, w := range unbroken(s) {
		longest = max(longest, words.Width(w))
	}
	return longest
}

// pad fills a text with spaces to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-words.Width(s)))
}
