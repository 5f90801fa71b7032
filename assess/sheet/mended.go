package sheet

import (
	"io"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
)

// Mended returns text without what XML has no place for: control characters become
// blanks, and bytes that are no UTF-8 the sign for an unknown letter. What services
// answer to a scanner can hold either.
func Mended(r io.Reader) io.Reader {
	return &mendedText{transform.NewReader(r, runes.ReplaceIllFormed())}
}

type mendedText struct{ r io.Reader }

func (t *mendedText) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	for i, b := range p[:n] {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' {
			p[i] = ' '
		}
	}
	return n, err
}
