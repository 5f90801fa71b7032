package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"hygeia/frameworks/strictyaml"
)

// whole returns the function that writes data, as replace wants it.
func whole(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// readDir returns the entries of a folder inside the root, sorted by name.
// The root itself is ".", or nothing.
func readDir(root *os.Root, dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(root.FS(), path.Clean(dir))
	return entries, fault(reading, filepath.Join(root.Name(), filepath.FromSlash(dir)), chooseDir, err)
}

// readFile reads a plain file inside the root, at most limit bytes and one
// more, so that whoever reads on can tell that it is too large. Links, devices
// and pipes are refused: they could lead outside or never end.
func readFile(root *os.Root, name string, limit int64) ([]byte, error) {
	shown := filepath.Join(root.Name(), filepath.FromSlash(name))
	info, err := root.Lstat(name)
	if err != nil {
		return nil, fault(reading, shown, chooseDir, err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a plain file, so it is not read", shown)
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, fault(reading, shown, chooseDir, err)
	}
	defer f.Close()
	data := bytes.NewBuffer(make([]byte, 0, min(info.Size(), limit)+bytes.MinRead))
	_, err = data.ReadFrom(io.LimitReader(f, limit+1))
	return data.Bytes(), fault(reading, shown, chooseDir, err)
}

// ReadPlain reads a file that a person named, at most limit bytes and one more.
// A link is followed; a device, a pipe or a folder is refused, because it might
// never end.
func ReadPlain(name string, limit int64) ([]byte, error) {
	f, err := OpenPlain(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	return data, fault(reading, name, "name another file", err)
}

func isPlain(name string) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file", name)
	case err != nil:
		return fault(reading, name, "name another file", err)
	case info.IsDir():
		return fmt.Errorf("%s: is a folder, and a file is needed", name)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: is a pipe or a device, which might never end: save it as a file first", name)
	}
	return nil
}

// digestOf returns the digest of a file's text: "sha256:" and 64 hex digits. How
// its lines end and how its letters are written down are no part of it: a program
// that makes CRLF of LF, as git does, or adds a byte order mark or makes UTF-16 of
// UTF-8, as Notepad does, changes nothing that was said.
func digestOf(data []byte) string {
	text, _ := digestsOf(data)
	return text
}

// digestsOf returns the digest of a file's text and that of its bytes.
func digestsOf(data []byte) (text, raw string) {
	raw = byteDigest(data)
	plain := strictyaml.Text(data)
	if len(plain) == len(data) && !bytes.Contains(data, []byte("\r\n")) {
		return raw, raw
	}
	return byteDigest(bytes.ReplaceAll(plain, []byte("\r\n"), []byte("\n"))), raw
}

// byteDigest returns the digest of the bytes as they are, which older quarters
// keep of the one before.
func byteDigest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
