package doctest

import "errors"

// FullDisk is a writer that always fails, with [ErrFull].
type FullDisk struct{}

// ErrFull is the error of a full disk.
var ErrFull = errors.New("disk full")

// Write writes nothing.
func (FullDisk) Write([]byte) (int, error) { return 0, ErrFull }

// halfFullDisk takes so many bytes before it is full.
type halfFullDisk struct{ room int }

func (d *halfFullDisk) Write(p []byte) (int, error) {
	n := min(len(p), d.room)
	d.room -= n
	if n < len(p) {
		return n, ErrFull
	}
	return n, nil
}
