package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// file is one file of an archive.
type file struct {
	name string // with slashes, from the archive's top folder
	data []byte
	mode int64 // 0644, and 0755 for the program
}

// archive packs the program and the files that every system gets: a zip for
// Windows, a compressed tar elsewhere.
func (s settings) archive(t target, program string, common []file) error {
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	files := append(slices.Clone(common), file{name: filepath.Base(program), data: data, mode: 0o755})
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	top := "hygeia-" + s.version
	base := filepath.Join(s.dir, fmt.Sprintf("%s-%s-%s", top, t.system, t.processor))
	var b bytes.Buffer
	if t.system == "windows" {
		err = packZip(&b, top, files, s.made)
		base += ".zip"
	} else {
		err = packTar(&b, top, files, s.made)
		base += ".tar.gz"
	}
	if err != nil {
		return err
	}
	return os.WriteFile(base, b.Bytes(), 0o644)
}

func packZip(w io.Writer, top string, files []file, made time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: top + "/" + f.name, Method: zip.Deflate, Modified: made}
		h.SetMode(os.FileMode(f.mode))
		out, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		data := f.data
		if strings.HasSuffix(f.name, ".txt") {
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) // for Notepad of older Windows
		}
		if _, err := out.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}

func packTar(w io.Writer, top string, files []file, made time.Time) error {
	compressed := gzip.NewWriter(w) // its header has no name and no time
	t := tar.NewWriter(compressed)
	for _, f := range files {
		h := &tar.Header{Name: top + "/" + f.name, Mode: f.mode, Size: int64(len(f.data)), ModTime: made, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return compressed.Close()
}

// sums writes SHA256SUMS over every file in the folder, in the order of names.
func sums(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), e.Name())
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(b.String()), 0o644)
}
