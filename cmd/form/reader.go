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

// tailTime is how long after several lines at once what comes still belongs to them.
const tailTime = tailBeats * beat

// atOnce is the error for several lines that came at once at a terminal. Nobody
// types that fast: it is a text, and no line of it an answer.
type atOnce struct{ text string }

func isAtOnce(err error) bool { return errors.As(err, new(atOnce)) }

// atOnceText returns the lines that came at once.
func atOnceText(err error) (string, bool) {
	var came atOnce
	ok := errors.As(err, &came)
	return came.text, ok
}

func (a atOnce) Error() string { return "several lines came at once" }

// lineReader reads lines byte by byte. It takes nothing from the input that it
// does not give out, so that the next one to read from it, with a reader of its
// own, finds everything that was typed ahead.
type lineReader struct {
	ctx context.Context
	in  io.Reader
}

// line returns the next line without its end, as it was typed.
// The last line needs no line end. A line that is too long is read to its end
// and refused with errTooLong. At the end of the input, and when the context is
// canceled, it returns io.EOF. At a terminal a line with more waiting behind it
// comes back, with all the rest of it, as an atOnce error.
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
		s, err := typedLine(r.in)
		read <- result{s, err}
	}()
	select {
	case <-r.ctx.Done(): // the read stays behind; the program is about to end
		return "", io.EOF
	case got := <-read:
		return got.s, got.err
	}
}

// typedLine reads a line, and at a terminal all lines that came with it.
func typedLine(in io.Reader) (string, error) {
	s, err := readLine(in)
	t, terminal := in.(*Typed)
	if !terminal || err != nil || !t.Waiting(moment*beat) {
		return s, err
	}
	lines := []string{s}
	for t.Waiting(tailTime) {
		more, err := readLine(in)
		if err != nil && !errors.Is(err, errTooLong) {
			break
		}
		lines = append(lines, more)
	}
	return "", atOnce{words.Clean(strings.Join(lines, "\n"))}
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
	return strings.TrimSpace(line.String()), nil
}
