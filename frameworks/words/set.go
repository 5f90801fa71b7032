package words

import (
	"fmt"
	"strings"
)

// Set holds the words that files and flags use for the values of a small type:
// the word of the value 0 first. A value without a word has an empty one.
type Set[T ~int] struct {
	what  string // what the words say, for errors: "size"
	words []string
}

// NewSet returns the set of these words.
func NewSet[T ~int](what string, words ...string) Set[T] { return Set[T]{what, words} }

// Word returns the word for a value.
func (s Set[T]) Word(v T) string { return s.words[v] }

// Words returns all words of the set, in the order of their values.
func (s Set[T]) Words() []string { return Present(s.words...) }

// Parse returns the value that a word stands for. Capitals do not matter, nor do
// blanks around it: editors and phones begin words with a capital by themselves.
// The error lists the words.
func (s Set[T]) Parse(word string) (T, error) {
	trimmed := strings.TrimSpace(word)
	for i, w := range s.words {
		if w != "" && strings.EqualFold(trimmed, w) {
			return T(i), nil
		}
	}
	return 0, fmt.Errorf("%s %q: must be %s", s.what, word, Or(s.Words()))
}
