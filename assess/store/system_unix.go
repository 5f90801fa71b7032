//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

func is(err error, any ...syscall.Errno) bool {
	for _, e := range any {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

func full(err error) bool      { return is(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG) }
func readOnly(err error) bool  { return is(err, syscall.EROFS) }
func broken(err error) bool    { return is(err, syscall.EIO) }
func notFolder(err error) bool { return is(err, syscall.ENOTDIR) }
func tooLong(err error) bool   { return is(err, syscall.ENAMETOOLONG) }

// held reports whether a rename may have failed because another program has the
// file open. The temporary file was written in the same folder just before, so
// it is no want of permission.
func held(err error) bool { return is(err, syscall.EACCES, syscall.EPERM, syscall.EBUSY) }

// unsupported reports whether a drive has no such thing as what was asked of it:
// network drives and USB sticks have no fsync or no lock, each with an error of
// its own.
func unsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || is(err, syscall.EINVAL, syscall.ENOTTY, syscall.ENOLCK)
}

// systems reports whether an error is a wrapping of the system's libraries.
func systems(err error) bool {
	switch err.(type) {
	case *os.LinkError, *os.SyscallError:
		return true
	}
	return false
}

// handOver gives a new file to the account and group that the old one had, as far
// as this account may, with the old permissions. It reports whether the account
// stays the same.
func handOver(f *os.File, old fs.FileInfo) (same bool, err error) {
	stat, ok := old.Sys().(*syscall.Stat_t)
	if !ok || int(stat.Uid) == os.Geteuid() {
		return true, nil
	}
	if err := f.Chmod(old.Mode().Perm()); err != nil {
		return false, err
	}
	if f.Chown(int(stat.Uid), int(stat.Gid)) == nil {
		return true, nil
	}
	// The group alone may be given away by its members. Where that fails too, the
	// permissions still stand.
	_ = f.Chown(-1, int(stat.Gid))
	return false, nil
}
