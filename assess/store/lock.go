package store

import (
	"errors"
	"fmt"
	"os"
)

// ErrLocked says that another program is working in the folder.
var ErrLocked = errors.New("another hygeia is working in this folder; close it first")

const lockName = ".lock"

// Lock takes the folder for one program, creating it if need be, and returns at
// once: with the function that gives it back, or with [ErrLocked] if another
// program has it. Reading and reporting need no lock; answering takes it for
// the whole sitting, so that the second person is told at the start.
//
// It is a lock of the operating system on an open file (flock, on Windows
// LockFileEx), so it ends with the program, even a killed one, and the empty
// file that stays behind means nothing. go-internal's lockedfile takes the same
// lock but can only wait for it, and a second person must be told and not wait.
func (s *Store) Lock() (unlock func(), err error) {
	root, err := s.create()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", s.dir, err)
	}
	if err := tryLock(f); err != nil {
		f.Close()
		return nil, fmt.Errorf("locking %s: %w", s.dir, err)
	}
	return func() { f.Close() }, nil
}
