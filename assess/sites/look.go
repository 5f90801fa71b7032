package sites

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess/store"
)

// within says whether a folder has quarters, and which of its sub-folders do, or may:
// those that cannot be looked at have their problem.
func within(dir string) (below []Folder, itself bool, err error) {
	if err := isFolder(dir); err != nil {
		return nil, false, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, false, unseen(dir, err)
	}
	itself = slices.ContainsFunc(entries, func(e os.DirEntry) bool { return store.IsQuarter(e.Name()) })
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Type().IsRegular() || ofTheDisk(e.Name()) || itself && store.Keeps(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if has, err := hasQuarter(path); has || err != nil {
			below = append(below, Folder{path, e.Name(), err})
		}
	}
	return below, itself, nil
}

// ofTheDisk reports whether a folder is one that the system keeps at the top of a disk,
// where only it may look.
func ofTheDisk(name string) bool {
	return slices.Contains([]string{"lost+found", "System Volume Information", "$RECYCLE.BIN"}, name)
}

var errNoFolder = errors.New("is no folder")

// isFolder returns nil for a folder, also behind a link. Nothing is opened: a pipe
// would wait for somebody to write into it.
func isFolder(path string) error {
	info, err := os.Stat(path)
	switch _, named := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist) && named == nil:
		return fmt.Errorf("%s: is a link to something that is not there", path)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such folder", path)
	case err != nil:
		return unseen(path, err)
	case !info.IsDir():
		return fmt.Errorf("%s: %w", path, errNoFolder)
	}
	return nil
}

// unseen says in words that a folder cannot be looked into.
func unseen(path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s: this account may not look into the folder, so whether a site is in it cannot be told", path)
	}
	var known *fs.PathError
	if errors.As(err, &known) {
		err = known.Err
	}
	return fmt.Errorf("%s: the folder cannot be read: %w", path, err)
}

// hasQuarter reports whether quarters lie in a folder; what is no folder has none.
func hasQuarter(dir string) (bool, error) {
	if err := isFolder(dir); errors.Is(err, errNoFolder) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	f, err := os.Open(dir)
	if err != nil {
		return false, unseen(dir, err)
	}
	defer f.Close()
	for {
		names, err := f.Readdirnames(64)
		switch {
		case slices.ContainsFunc(names, store.IsQuarter):
			return true, nil
		case errors.Is(err, io.EOF):
			return false, nil
		case err != nil:
			return false, unseen(dir, err)
		}
	}
}
