// Package backup makes one file of a folder and a folder of one file, sealed with
// a passphrase if one is given. It is the only importer of age.
//
// The file is a zip, so that its contents can be had without hygeia, with a first
// entry that says what it is and holds a checksum of each file. A sealed one is
// that zip encrypted as age does it, so that the program age opens it too.
package backup

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// A File is one file of the folder, by its path from there with slashes.
type File struct {
	Name string
	Data []byte
}

const (
	manifest = "hygeia-backup.txt"
	schema   = "schema: hygeia/backup/v1"

	maxFiles = 10_000
	maxFile  = 64 << 20  // bytes of one file
	maxAll   = 512 << 20 // bytes of all files together
)

const about = schema + `
# A copy of a hygeia folder. "hygeia import" with this file's name restores it into
# an empty folder. Without hygeia: unpack it anywhere; the lines below are the
# checksums of the files (SHA-256).
`

// Pack returns the files as one zip. The same files give the same bytes.
func Pack(files []File) ([]byte, error) {
	files = slices.Clone(files)
	slices.SortFunc(files, func(x, y File) int { return strings.Compare(x.Name, y.Name) })
	var list strings.Builder
	list.WriteString(about)
	for _, f := range files {
		if !proper(f.Name) {
			return nil, fmt.Errorf("file name %q: cannot be in a backup", f.Name)
		}
		fmt.Fprintf(&list, "%s  %s\n", checksum(f.Data), f.Name)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range append([]File{{manifest, []byte(list.String())}}, files...) {
		w, err := z.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// Is reports whether a file begins as Pack or Seal writes it.
func Is(data []byte) bool {
	const head = 30 // bytes of a zip before the name of its first file
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && len(data) > head && bytes.HasPrefix(data[head:], []byte(manifest)) ||
		bytes.HasPrefix(data, []byte("age-encryption.org/v1\n"))
}

var sumLine = words.Pattern(`^([0-9a-f]{64})  (.+)$`)

// Unpack returns the files of a zip that Pack made. One that is cut off, changed,
// too large, or not a backup is an error, and so is a name that leads out of the
// folder.
func Unpack(name string, data []byte) ([]File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: the backup is cut off or damaged: take another copy", name)
	}
	if len(z.File) == 0 || z.File[0].Name != manifest {
		return nil, fmt.Errorf("%s: is a zip file, but no backup of a hygeia folder; if it holds files of a scan, unpack it and import those", name)
	}
	if len(z.File) > maxFiles {
		return nil, fmt.Errorf("%s: holds %d files; at most %d are read", name, len(z.File), maxFiles)
	}
	sums, err := sumsOf(z.File[0])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var files []File
	left := int64(maxAll)
	for _, entry := range z.File[1:] {
		if !proper(entry.Name) {
			return nil, fmt.Errorf("%s: holds a file with the name %q, which no hygeia folder has", name, entry.Name)
		}
		content, err := contentOf(entry, min(maxFile, left))
		if err != nil || checksum(content) != sums[entry.Name] {
			return nil, fmt.Errorf("%s: %s in it is damaged or was changed: take another copy", name, entry.Name)
		}
		left -= int64(len(content))
		delete(sums, entry.Name)
		files = append(files, File{entry.Name, content})
	}
	if len(sums) > 0 {
		return nil, fmt.Errorf("%s: %d of its files are missing: take another copy", name, len(sums))
	}
	return files, nil
}

func sumsOf(entry *zip.File) (map[string]string, error) {
	text, err := contentOf(entry, maxFile)
	if err != nil {
		return nil, errors.New("the backup is damaged: take another copy")
	}
	if !bytes.HasPrefix(text, []byte(schema+"\n")) {
		return nil, errors.New("was made by a newer hygeia, or is no backup of a hygeia folder")
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if m := sumLine().FindStringSubmatch(strings.TrimRight(line, "\r\n")); m != nil {
			sums[m[2]] = m[1]
		}
	}
	return sums, nil
}

func contentOf(entry *zip.File, limit int64) ([]byte, error) {
	r, err := entry.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(data)) > limit {
		return nil, errors.New("too large")
	}
	return data, err
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// proper reports whether a name is one that a hygeia folder can have, on any
// system.
func proper(name string) bool {
	return name != manifest && filepath.IsLocal(filepath.FromSlash(name)) && !strings.ContainsAny(name, "\\:\x00\n\r") && strings.Count(name, "/") <= 3
}
