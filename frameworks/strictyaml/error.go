package strictyaml

import (
	"errors"
	"fmt"
	"slices"

	"hygeia/frameworks/words"
)

// maxMistakes is how many mistakes of one file are printed. Past it nobody
// reads on, and a file of garbage would fill the screen.
const maxMistakes = 100

// maxMessage is the longest message in runes; a value quoted from a file may be long.
const maxMessage = 400

// Error is one mistake in a file. Line and Col count from 1, Col in characters;
// Col is 0 where only the line is known, and Line too where the whole file is meant.
type Error struct {
	File      string
	Line, Col int
	Msg       string // without control characters
}

// Error returns file:line:col: message, as far as the place is known.
func (e *Error) Error() string {
	switch {
	case e.Line == 0:
		return e.File + ": " + e.Msg
	case e.Col == 0:
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

// newError makes an Error that is safe to print: names and messages quote what
// stands in the file, and that may be an escape code for the terminal.
func newError(file string, line, col int, format string, args ...any) *Error {
	return &Error{File: printable(file), Line: line, Col: col, Msg: printable(fmt.Sprintf(format, args...))}
}

// printable writes every character that cannot be seen as an escape, line breaks
// and tabs too, and cuts off what is too long for a message.
func printable(s string) string { return words.Visible(words.Cut(s, maxMessage)) }

// join returns the mistakes in file order as one error, each once; nil if there are none.
func join(file string, mistakes []*Error) error {
	sorted := slices.Clone(mistakes)
	slices.SortStableFunc(sorted, func(a, b *Error) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	sorted = slices.CompactFunc(sorted, func(a, b *Error) bool { return *a == *b })
	if more := len(sorted) - maxMistakes; more > 0 {
		sorted = append(sorted[:maxMistakes], newError(file, 0, 0, "and %d more mistakes", more))
	}
	errs := make([]error, len(sorted))
	for i, e := range sorted {
		errs[i] = e
	}
	return errors.Join(errs...)
}
