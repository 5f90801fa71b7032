package series

import (
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

var (
	answerLists = words.Pattern(`\(([^()]*)\)|:\s*([^:()]*)$|^([^:()]*)$`)
	answerParts = words.Pattern(`\s*[/|,;]\s*|\s+or\s+`)
)

// withoutAnswers takes the answers away that a head lists, as in "Status (Implemented /
// In progress / Scoped / Not started)": they are words of the cells, and say nothing of
// what the column is. It reports whether there were any.
func withoutAnswers(text string) (rest string, listed bool) {
	for _, m := range answerLists().FindAllStringSubmatch(text, -1) {
		list := strings.TrimSpace(m[1] + m[2] + m[3])
		parts := answerParts().Split(list, -1)
		if len(parts) < 2 || slices.ContainsFunc(parts, func(p string) bool { return !isAnswer(p) }) {
			continue
		}
		text, listed = strings.Replace(text, list, " ", 1), true
	}
	return text, listed
}

// isAnswer reports whether a text is a word for how far something is done, or for
// that it does not apply.
func isAnswer(text string) bool {
	w := asWords(plainWord(text))
	return isWord(w) || w != "" && without()[w] != noValue
}

// thisTime reports whether a head is no more than a time as it is spoken of: "This
// year", "Last quarter".
func thisTime(tokens []string) bool {
	span := false
	for _, t := range tokens {
		switch t {
		case "year", "quarter", "month":
			span = true
		case "this", "last", "next", "previous", "prior", "current":
		default:
			return false
		}
	}
	return span && len(tokens) > 1
}
