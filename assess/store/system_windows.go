package store

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

func is(err error, any ...windows.Errno) bool {
	for _, e := range any {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func full(err error) bool {
	return is(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL)
}
func readOnly(err error) bool  { return is(err, windows.ERROR_WRITE_PROTECT) }
func broken(err error) bool    { return is(err, windows.ERROR_CRC, windows.ERROR_IO_DEVICE) }
func notFolder(err error) bool { return is(err, windows.ERROR_DIRECTORY) }
func tooLong(err error) bool   { return is(err, windows.ERROR_FILENAME_EXCED_RANGE) }

// held reports whether a rename may have failed because another program, a virus
// scanner as a rule, has the file open.
func held(err error) bool {
	return is(err, windows.ERROR_ACCESS_DENIED, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION)
}

// unsupported reports whether a drive has no such thing as what was asked of it.
func unsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) ||
		is(err, windows.ERROR_INVALID_FUNCTION, windows.ERROR_NOT_SUPPORTED, windows.ERROR_INVALID_PARAMETER)
}

// systems reports whether an error is a wrapping of the system's libraries.
func systems(err error) bool {
	switch err.(type) {
	case *os.LinkError, *os.SyscallError:
		return true
	}
	return false
}

// handOver does nothing: on Windows a new file takes its rights from the folder.
func handOver(*os.File, fs.FileInfo) (same bool, err error) { return true, nil }
