package store

import (
	"io/fs"
	"syscall"
	"time"
)

// keepsChanges reports whether a folder lies on a disk of this computer that keeps the
// time of each change.
func keepsChanges(dir string) bool {
	var disk syscall.Statfs_t
	if syscall.Statfs(dir, &disk) != nil {
		return false
	}
	var kind []byte
	for _, c := range disk.Fstypename {
		if c == 0 {
			break
		}
		kind = append(kind, byte(c))
	}
	return string(kind) == "apfs"
}

// identity returns which file it is and when anything about it was last changed.
func identity(info fs.FileInfo) (device, number uint64, changed time.Time, ok bool) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, time.Time{}, false
	}
	return uint64(st.Dev), st.Ino, time.Unix(st.Ctimespec.Sec, st.Ctimespec.Nsec), true
}
