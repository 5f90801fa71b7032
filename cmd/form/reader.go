package form

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"hygeia/frameworks/words"
)

// maxInput is the longest line read, in bytes: a note of 2,000 characters of
// four bytes, and some.
const maxInput = 16 << 10

var errTooLong = errors.New("that line is too long")

// lineReader reads lines byte by byte. It takes nothing from the input that it
// does not give out, so that the next one to read from it, with a reader of its
// own, finds everything that was typed ahead.
type lineReader struct {
	ctx context.Context
	in  io.Reader
}

// line returns the next line without its end, cleaned of control characters.
// The last line needs no line end. A line that is too long is read to its end
// and refused with errTooLong. At the end of the input, and when the context is
// canceled, it returns io.EOF.
func (r *lineReader) line() (string, error) {
	if r.ctx.Err() != nil {
		return "", io.EOF
	}
	type result struct {
		s   string
		err error
	}
	read := make(chan result, 1)
	go func() {
		s, err := readLine(r.in)
		read <- result{s, err}
	}()
	select {
	case <-r.ctx.Done(): // the read stays behind; the program is about to end
		return "", io.EOF
	case got := <-read:
		return got.s, got.err
	}
}

func readLine(in io.Reader) (string, error) {
	var line bytes.Buffer
	var one [1]byte
	tooLong, got := false, false
	for {
		n, err := in.Read(one[:])
		if n == 0 && err == nil {
			continue
		}
		if n == 0 && !got {
			return "", io.EOF
		}
		if n == 0 || one[0] == '\n' {
			break
		}
		got = true
		if tooLong = tooLong || line.Len() >= maxInput; !tooLong {
			line.WriteByte(one[0])
		}
	}
	if tooLong {
		return "", errTooLong
	}
	return strings.TrimSpace(words.Clean(line.String())), nil
}
