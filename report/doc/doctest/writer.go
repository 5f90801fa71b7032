package doctest

import "errors"

type FullDisk struct{}

var ErrFull = errors.New("disk full")

func (FullDisk) Write([]byte) (int, error) { return 0, ErrFull }
