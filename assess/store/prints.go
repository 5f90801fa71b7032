package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
)

// Print is the digest of a file that something was made from, so that a later
// change of it shows. It is of the whole text: neither size nor time of a file is
// trusted. The digest of a file that is not there is empty.
type Print struct {
	Name   string
	Digest string
}

// The names of prints that are of no single file: which quarters there are, and the
// organization's own content.
const (
	listPrint = "quarters"
	ownPrint  = ownDir + "/"
)

// prints are those of all that a glimpse was made from: what the quarters and the
// ledger were when they were read, and around them the own and kept content.
func (s *Store) prints(root *os.Root, g *Glimpse, book *Book, around string, extra []*Saved) []Print {
	list := []Print{{listPrint, digestOfList(g.list)}, {ownPrint, around}, {ledgerName, book.bytes}}
	for _, saved := range append([]*Saved{g.Saved, g.Earlier}, extra...) {
		if saved == nil {
			continue
		}
		list = append(list, Print{fileName(saved.Period), saved.bytes})
		if saved.Status == assess.Finished && !s.shipped(saved.Content.Digest) {
			list = append(list, Print{frozenName(saved.Content.Digest), s.print(root, frozenName(saved.Content.Digest), maxBundle)},
				Print{plainName(saved.Content.Digest), s.print(root, plainName(saved.Content.Digest), maxBundle)})
		}
	}
	return list
}

// shipped reports whether a digest is that of the content that comes with the
// program.
func (s *Store) shipped(digest string) bool {
	in, err := s.loaded.reader.DigestWith()
	return err == nil && in == digest
}

// around is the digest of the organization's own content.
func (s *Store) around(root *os.Root) string {
	if !has(root, ownDir) {
		return ""
	}
	own, err := ownFiles(root)
	if err != nil {
		return "unreadable"
	}
	return digestOfFiles(own)
}

func digestOfFiles(files []frameworks.File) string {
	var all []byte
	for _, f := range files {
		all = append(append(append(append(all, f.Name...), 0), byteDigest(f.Data)...), '\n')
	}
	return byteDigest(all)
}

// print is the digest of a file, read in pieces: nothing of it stays in memory.
func (s *Store) print(root *os.Root, name string, limit int64) string {
	info, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ""
	case err != nil || !info.Mode().IsRegular():
		return "unreadable"
	}
	f, err := root.Open(name)
	if err != nil {
		return "unreadable"
	}
	defer f.Close()
	p := pieces.Get().(*[64 << 10]byte)
	defer pieces.Put(p)
	sum := sha256.New()
	if _, err := io.CopyBuffer(onlyWriter{sum}, io.LimitReader(f, limit+1), p[:]); err != nil {
		return "unreadable"
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil))
}

// pieces are what files are read into for their digest alone.
var pieces = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// onlyWriter hides that a file could write itself, in pieces of its own.
type onlyWriter struct{ io.Writer }

// Unchanged reports whether a folder would give the same glimpse again: the same
// quarters have files, and every file that was looked at says the same.
func (s *Store) Unchanged(prints []Print) bool {
	root, err := s.open()
	if err != nil || len(prints) == 0 {
		return false
	}
	defer root.Close()
	return !slices.ContainsFunc(prints, func(p Print) bool { return s.again(root, p.Name) != p.Digest })
}

// again is the digest of a print as it is now.
func (s *Store) again(root *os.Root, name string) string {
	if file, is := cutHeadPrint(name); is {
		return s.print(root, file, headSize-1)
	}
	switch {
	case name == listPrint:
		list, err := s.periods(root)
		if err != nil {
			return "unreadable"
		}
		return digestOfList(list)
	case name == ownPrint:
		return s.around(root)
	case name == ledgerName:
		return s.print(root, name, ledger.MaxFile)
	case IsQuarter(name):
		return s.print(root, name, assess.MaxFile)
	}
	return s.print(root, name, maxBundle)
}

func digestOfList(list []assess.Quarter) string {
	var all []byte
	for _, q := range list {
		all = append(append(all, q.String()...), '\n')
	}
	return byteDigest(all)
}

func sortQuarters(list []assess.Quarter) {
	slices.SortFunc(list, func(a, b assess.Quarter) int { return a.Since(b) })
}
