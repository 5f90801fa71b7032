package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
// A drive that knows no locks is used without one, and a note says so. A folder
// that was made for the lock and in which nothing was written goes with it, so that
// a refused command leaves nothing behind.
func (s *Store) Lock() (unlock func(), err error) {
	_, err = os.Stat(s.dir)
	made := errors.Is(err, fs.ErrNotExist)
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
	case err == nil && !stillThere(root, f):
		f.Close()
		return s.Lock() // whoever had it took the file away with the folder
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
		if made {
			s.removeEmpty()
		}
		f.Close()
	}, nil
}

// stillThere reports whether the lock is on the file that others would find.
func stillThere(root *os.Root, f *os.File) bool {
	held, err := f.Stat()
	if err != nil {
		return true // it cannot be told; the lock was given
	}
	there, err := root.Lstat(lockName)
	return !errors.Is(err, fs.ErrNotExist) && (err != nil || os.SameFile(held, there))
}

// removeEmpty deletes the folder if it holds nothing but the lock. Where that
// fails, an empty folder stays, which does no harm.
func (s *Store) removeEmpty() {
	entries, err := os.ReadDir(s.dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != lockName {
		return
	}
	if os.Remove(filepath.Join(s.dir, lockName)) == nil {
		os.Remove(s.dir)
	}
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
