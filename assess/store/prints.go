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
	"time"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/frameworks"
)

// Print is the digest of a file that something was made from, so that a later
// change of it shows. It is of the whole text; the digest of a file that is not
// there is empty. A file with the same stamp has the same text.
type Print struct {
	Name   string
	Digest string
	Stamp  string // "" where only the text itself tells
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
	list := []Print{{Name: listPrint, Digest: digestOfList(g.list)}, {Name: ownPrint, Digest: around}, {Name: ledgerName, Digest: book.bytes}}
	for _, saved := range append([]*Saved{g.Saved, g.Earlier}, extra...) {
		if saved == nil {
			continue
		}
		list = append(list, Print{Name: fileName(saved.Period), Digest: saved.bytes})
		if saved.Status == assess.Finished && !s.shipped(saved.Content.Digest) {
			for _, name := range []string{frozenName(saved.Content.Digest), plainName(saved.Content.Digest)} {
				list = append(list, Print{Name: name, Digest: s.print(root, name, maxBundle)})
			}
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
// quarters have files, and every file that was looked at says the same. A file whose
// stamp is not as it was is read; began is when that began, and renewed are the prints
// with the stamps they have now, nil where none is another.
func (s *Store) Unchanged(prints []Print, began time.Time) (renewed []Print, same bool) {
	root, err := s.open()
	if err != nil || len(prints) == 0 {
		return nil, false
	}
	defer root.Close()
	stamps, read := s.stampsIn(root), false
	for _, p := range prints {
		file := stampable(p.Name)
		if p.Stamp != "" && p.Stamp == stamps.of(file) {
			continue
		}
		if s.again(root, p.Name) != p.Digest {
			return nil, false
		}
		read = read || file != "" && p.Digest != ""
	}
	if !read {
		return nil, true
	}
	renewed = slices.Clone(prints)
	if stamps.settled(began).stamp(renewed); slices.Equal(renewed, prints) {
		return nil, true
	}
	return renewed, true
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
