package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrLocked says that another program is working in the folder.
var ErrLocked = errors.New("another hygeia is working in this folder; close it first, or wait for it with --wait")

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
// A drive that knows no locks is used without one, and a note says so.
func (s *Store) Lock() (unlock func(), err error) {
	root, err := s.create()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fault(locking, s.dir, chooseDir, err)
	}
	switch err := tryLock(f); {
	case err == nil:
		s.locked = true
	case errors.Is(err, ErrLocked):
		f.Close()
		return nil, fmt.Errorf("%s: %w", s.dir, ErrLocked)
	case unsupported(err):
		s.note("the drive of " + s.dir + " cannot keep two people apart: see to it that only one at a time works in that folder")
	default:
		f.Close()
		return nil, fault(locking, s.dir, chooseDir, err)
	}
	return func() {
		s.locked = false
		f.Close()
	}, nil
}

// LockWait is Lock, but waits for another program until the context ends.
func (s *Store) LockWait(ctx context.Context) (unlock func(), err error) {
	for {
		unlock, err := s.Lock()
		if !errors.Is(err, ErrLocked) {
			return unlock, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(100 * time.Millisecond):
		}
	}
}
