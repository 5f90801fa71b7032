package cmd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// sink is standard output, and remembers that not everything could be written to it:
// printers of tables and of help do not tell, and a script would take half a result
// for the whole.
type sink struct {
	io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if err != nil && s.err == nil {
		s.err = err
	}
	return n, err
}

// failed says in words what went wrong; nil if nothing did.
func (s *sink) failed() error {
	if s.err == nil {
		return nil
	}
	err := s.err
	if path := new(fs.PathError); errors.As(err, &path) {
		err = path.Err
	}
	return withHint(fmt.Errorf("not everything could be written: %w", err), "write it to a file with -o, or make room where it goes")
}
