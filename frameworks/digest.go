package frameworks

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"
)

// DigestWith returns the digest that [Reader.LoadOwn] would give the library,
// without reading the files.
func (r *Reader) DigestWith(own ...File) (string, error) {
	c, err := compiled()
	if err != nil {
		return "", err
	}
	if len(own) == 0 {
		return c.digest, nil
	}
	files := slices.Concat(c.files, normalized(own))
	digest := r.digest(files)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.used, r.usedSum = files, digest
	return digest, nil
}

// digest returns the digest of the files. That of the shipped ones was computed
// when they were compiled, and that of the content in use once.
func (r *Reader) digest(files []content) string {
	if c, err := compiled(); err == nil && slices.Equal(files, c.files) {
		return c.digest
	}
	r.mu.Lock()
	used, digest := r.used, r.usedSum
	r.mu.Unlock()
	if slices.Equal(files, used) {
		return digest
	}
	return sum(files)
}

// sum is the SHA-256 over the names and bytes of all files, sorted by name.
// Lengths are part of it, so that no two lists of files run together into the
// same bytes.
func sum(files []content) string {
	sorted := slices.SortedFunc(slices.Values(files), byName)
	h, rest := begun(sorted)
	addTo(h, rest)
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func byName(a, b content) int { return strings.Compare(a.name, b.name) }

func addTo(h hash.Hash, files []content) {
	buffer := make([]byte, 4<<10)
	for _, f := range files {
		fmt.Fprintf(h, "%d %s %d\n", len(f.name), f.name, len(f.text))
		for text := f.text; text != ""; { // the hash takes no strings, and would copy a whole one
			n := copy(buffer, text)
			h.Write(buffer[:n])
			text = text[n:]
		}
	}
}

// summed are files with the hash over them.
type summed struct {
	files []content
	hash  hash.Cloner
}

// ownFolder is where an organization's own files lie. Elsewhere they would only be
// hashed in more time.
const ownFolder = "own/"

// sumHead hashes the shipped files whose names come before those of an
// organization's own: nearly all content begins with them.
func (c *compiledFiles) sumHead() summed {
	var head summed
	for _, f := range slices.SortedFunc(slices.Values(c.files), byName) {
		if f.name < ownFolder {
			head.files = append(head.files, f)
		}
	}
	h := sha256.New()
	addTo(h, head.files)
	head.hash, _ = h.(hash.Cloner)
	return head
}

// begun returns the hash that stands at the beginning of the sorted files, and the
// files that are not in it yet.
func begun(sorted []content) (h hash.Hash, rest []content) {
	if c, err := compiled(); err == nil {
		head := c.head()
		n := len(head.files)
		if len(sorted) >= n && slices.Equal(sorted[:n], head.files) && head.hash != nil {
			if h, err := head.hash.Clone(); err == nil {
				return h, sorted[n:]
			}
		}
	}
	return sha256.New(), sorted
}
