package store

import (
	"io/fs"
	"syscall"
	"time"
)

// The kinds of disks, by the numbers of statfs(2), on which every change of a file
// leaves its time.
var changeKeeping = [...]uint32{
	0xef53,     // ext2, ext3, ext4
	0x58465342, // xfs
	0x9123683e, // btrfs
	0xf2f52010, // f2fs
	0x2fc12fc1, // zfs
	0x01021994, // tmpfs
}

// keepsChanges reports whether a folder lies on a disk of this computer that keeps the
// time of each change.
func keepsChanges(dir string) bool {
	var disk syscall.Statfs_t
	if syscall.Statfs(dir, &disk) != nil {
		return false
	}
	for _, kind := range changeKeeping {
		if uint32(disk.Type) == kind {
			return true
		}
	}
	return false
}

// identity returns which file it is and when anything about it was last changed.
func identity(info fs.FileInfo) (device, number uint64, changed time.Time, ok bool) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, time.Time{}, false
	}
	return uint64(st.Dev), uint64(st.Ino), time.Unix(int64(st.Ctim.Sec), int64(st.Ctim.Nsec)), true
}
