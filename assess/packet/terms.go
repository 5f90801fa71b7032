package packet

import (
	"slices"
	"strings"
	"unicode"

	"hygeia/frameworks"
)

// termsIn returns the words of the glossary that stand in a question, in the order
// of the glossary. What everybody knows is left out.
func termsIn(lib *frameworks.Library, q Question) []Term {
	text := strings.Join(slices.Concat([]string{q.Title, q.Text, q.Why, q.Help, q.First, q.Care}, q.Wording[:], q.LookFor), "\n")
	var terms []Term
	for _, t := range lib.Glossary {
		if !slices.Contains(known, t.Name) && holds(text, t.Name) {
			terms = append(terms, Term{t.Name, t.Means})
		}
	}
	return terms
}

// known are words that nobody who works in care needs explained, and those that only
// our reports use in a sense of their own.
var known = []string{"Coverage", "HIPAA", "ID", "IT", "PDF", "Proof", "Range", "Reach", "US", "USB"}

// holds reports whether a text holds a word as it is written, not as a part of
// another one. One more s at its end is no other word.
func holds(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		before, after := text[:i], strings.TrimPrefix(text[i+len(word):], "s")
		if !inWord(last(before)) && !inWord(first(after)) {
			return true
		}
		at = i + len(word)
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func last(s string) rune {
	var end rune
	for _, r := range s[max(0, len(s)-4):] {
		end = r
	}
	return end
}
