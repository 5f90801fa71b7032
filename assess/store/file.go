package store

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// WriteFile writes a file of one's own, such as a report, so that there is
// either the old one or the whole new one at any moment. Only the owner may
// read it (0600). A missing folder is made, for the owner alone (0700); a device
// or a folder of that name is refused, and a symbolic link is replaced, not
// followed.
func WriteFile(name string, data []byte) error {
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return replace(root, filepath.Base(name), writing(data))
}

// writing returns the function that writes data, as replace wants it.
func writing(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// replace puts what fill writes in the place of the named file, in one step: a
// temporary file beside it, synced, renamed over it, and the folder synced. If
// anything goes wrong before the rename, the old file is untouched and nothing
// is left behind; after a kill a temporary file stays, until the next replace
// of the same file. (As rogpeppe/go-internal renameio does it, but inside the
// root, which no link can lead out of.)
func replace(root *os.Root, name string, fill func(io.Writer) error) (err error) {
	if info, err := root.Lstat(name); err == nil && !info.Mode().IsRegular() && info.Mode().Type() != fs.ModeSymlink {
		return fmt.Errorf("%s: not a plain file, so it is not replaced", filepath.Join(root.Name(), name))
	}
	dir, base := path.Split(name)
	if err := sweep(root, dir, base); err != nil {
		return err
	}
	temp := dir + tempPrefix(base) + rand.Text()
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			root.Remove(temp)
		}
	}()
	err = errors.Join(fillAndSync(f, fill), f.Close())
	if err != nil {
		return fmt.Errorf("writing %s: %w", filepath.Join(root.Name(), name), err)
	}
	if err := root.Rename(temp, name); err != nil {
		return err
	}
	return syncDir(root, dir)
}

func fillAndSync(f *os.File, fill func(io.Writer) error) error {
	if err := fill(f); err != nil {
		return err
	}
	return f.Sync()
}

// tempPrefix starts the names of the temporary files of one file. The dot keeps
// them out of sight and out of List.
func tempPrefix(base string) string { return "." + base + ".tmp-" }

// sweep removes the temporary files that killed programs left of one file.
func sweep(root *os.Root, dir, base string) error {
	entries, err := readDir(root, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), tempPrefix(base)) {
			if err := root.Remove(dir + e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// readDir returns the entries of a folder inside the root, sorted by name.
// The root itself is ".", or nothing.
func readDir(root *os.Root, dir string) ([]fs.DirEntry, error) {
	return fs.ReadDir(root.FS(), path.Clean(dir))
}

// syncDir makes a rename last through a power cut. Windows cannot sync a
// folder, and some network drives cannot either; there it is left out.
func syncDir(root *os.Root, dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := root.Open(path.Clean(dir))
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// readFile reads a plain file inside the root, at most limit bytes and one
// more, so that whoever reads on can tell that it is too large. Links, devices
// and pipes are refused: they could lead outside or never end.
func readFile(root *os.Root, name string, limit int64) ([]byte, error) {
	info, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a plain file, so it is not read", filepath.Join(root.Name(), name))
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// digestOf returns the digest of a file's bytes: "sha256:" and 64 hex digits.
func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
