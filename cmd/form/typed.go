package form

import (
	"io"
	"sync"
	"time"
)

// Typed reads what is typed at a terminal, line by line, and can tell whether
// more is waiting already: several lines at once were pasted and not typed. All
// who ask in one run share one, because it reads ahead.
type Typed struct {
	in     io.Reader
	once   sync.Once
	chunks chan []byte
	rest   []byte
}

// NewTyped returns a reader of what is typed. Nothing is read before the first
// use.
func NewTyped(in io.Reader) *Typed {
	return &Typed{in: in, chunks: make(chan []byte)}
}

// Read returns what was typed, at the end io.EOF.
func (t *Typed) Read(b []byte) (int, error) {
	t.once.Do(func() { go t.readAhead() })
	if len(t.rest) == 0 {
		chunk, ok := <-t.chunks
		if !ok {
			return 0, io.EOF
		}
		t.rest = chunk
	}
	n := copy(b, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}

// readAhead hands on one read after the other. It ends with the input; any error
// is an end, as a terminal that is gone reads as one.
func (t *Typed) readAhead() {
	defer close(t.chunks)
	for {
		b := make([]byte, 4096)
		n, err := t.in.Read(b)
		if n > 0 {
			t.chunks <- b[:n]
		}
		if err != nil {
			return
		}
	}
}

// Waiting reports whether more was typed already, or is within that time.
func (t *Typed) Waiting(within time.Duration) bool {
	t.once.Do(func() { go t.readAhead() })
	if len(t.rest) > 0 {
		return true
	}
	timer := time.NewTimer(within)
	defer timer.Stop()
	select {
	case chunk, ok := <-t.chunks:
		t.rest = chunk
		return ok
	case <-timer.C:
		return false
	}
}
