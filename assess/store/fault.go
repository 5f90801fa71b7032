package store

import (
	"errors"
	"fmt"
	"io/fs"
)

// Fault says in words what could not be done with a file or folder, why, and the
// way out. Which call of the system failed is nothing to a reader.
type Fault struct {
	What string // what was tried, as "writing"
	Path string // with its folder
	Err  error  // the system's own reason, for errors.Is
	way  string // the way out, where the reason alone does not tell it
}

// Error returns "writing x/2026-Q3.yaml: the disk is full: make room, ...".
func (f *Fault) Error() string {
	return fmt.Sprintf("%s %s: %s", f.What, f.Path, reason(f.Err, f.way))
}

// Unwrap returns the system's reason.
func (f *Fault) Unwrap() error { return f.Err }

// The flags that choose another place, for the way out of a fault.
const (
	chooseDir    = "choose another folder with --dir"
	chooseOutput = "choose another place with -o"
)

// IsReadOnly reports whether something failed because the drive can only be read.
func IsReadOnly(err error) bool { return err != nil && readOnly(err) }

// fault puts a system's error into words. What is in words already, and what says
// that nothing is there, stays as it is: callers ask for the latter.
func fault(what, path, way string, err error) error {
	var known *Fault
	if err == nil || errors.As(err, &known) || errors.Is(err, fs.ErrNotExist) && what == reading {
		return err
	}
	return &Fault{What: what, Path: path, Err: bare(err), way: way}
}

// What is tried with a file or folder.
const (
	reading = "reading"
	toWrite = "writing"
	making  = "making"
	locking = "locking"
)

// bare takes away what the system's libraries wrote around their reason: names of
// calls, and paths without their folder.
func bare(err error) error {
	for {
		switch e := err.(type) {
		case *fs.PathError:
			err = e.Err
		case interface{ Unwrap() error }:
			inner := e.Unwrap()
			if inner == nil || !systems(err) {
				return err
			}
			err = inner
		default:
			return err
		}
	}
}

// reason says why, and what helps.
func reason(err error, way string) string {
	switch {
	case errors.Is(err, errHeld):
		return "another program holds the file, perhaps a virus scanner or OneDrive: try again in a minute, or close that program"
	case errors.Is(err, fs.ErrNotExist):
		return "the folder is not there, or the drive is gone: bring it back, or " + way
	case errors.Is(err, fs.ErrPermission):
		return "this account may not do that here: ask whoever set the computer up, or " + way
	case full(err):
		return "the disk is full: make room and try again, or " + way
	case readOnly(err):
		return "this drive can only be read: " + way
	case broken(err):
		return "the drive reports an error: copy the folder to another drive, and " + way
	case notFolder(err) || err.Error() == "not a directory": // os.OpenRoot has words of its own
		return "a file is where a folder should be: " + way
	case tooLong(err):
		return "the name is too long for this drive: " + way
	}
	return err.Error()
}

// errHeld says that a file is in the hands of another program.
var errHeld = errors.New("held by another program")
