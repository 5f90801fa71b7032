package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"hygeia/assess"
)

// evidenceDir holds what was kept of scan files, one file for each.
const evidenceDir = "evidence"

// evidence is what was read of the folder, once.
type evidence struct {
	mu   sync.Mutex
	read bool
	all  []*assess.Evidence
}

// Evidence returns what was kept of scan files, oldest scan first. A file that
// cannot be read is left out and told by [Store.Notes]: a damaged one must not
// keep a quarter from opening.
func (s *Store) Evidence() ([]*assess.Evidence, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return s.evidenceIn(root)
}

func (s *Store) evidenceIn(root *os.Root) ([]*assess.Evidence, error) {
	s.evidence.mu.Lock()
	defer s.evidence.mu.Unlock()
	if s.evidence.read {
		return s.evidence.all, nil
	}
	entries, err := readDir(root, evidenceDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []*assess.Evidence
	for _, entry := range entries {
		if _, isYAML := cutYAML(entry.Name()); !isYAML || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		name := evidenceDir + "/" + entry.Name()
		data, err := readFile(root, name, assess.MaxEvidence)
		if err == nil {
			var e *assess.Evidence
			if e, err = assess.DecodeEvidence(filepath.Join(s.dir, evidenceDir, entry.Name()), data); err == nil {
				all = append(all, e)
			}
		}
		if err != nil {
			s.note(fmt.Sprintf("left out: %v", err))
		}
	}
	slices.SortStableFunc(all, func(x, y *assess.Evidence) int {
		return strings.Compare(x.Date.String()+" "+x.Kind, y.Date.String()+" "+y.Kind)
	})
	s.evidence.read, s.evidence.all = true, all
	return all, nil
}

// KeepEvidence keeps what was read of a scan file, and returns where. The same
// file again takes the place of what was kept of it.
func (s *Store) KeepEvidence(e *assess.Evidence) (string, error) {
	data, err := assess.EncodeEvidence(e)
	if err != nil {
		return "", err
	}
	path, err := s.keepApart(evidenceDir, evidenceFile(e), data)
	if err == nil {
		s.forgetEvidence()
	}
	return path, err
}

// keepApart writes a file into a folder beside the quarters, and returns where. What
// had its name before goes into the history, so that [Store.Undo] brings it back.
func (s *Store) keepApart(dir, file string, data []byte) (string, error) {
	root, err := s.create()
	if err != nil {
		return "", err
	}
	defer root.Close()
	d := s.drive(root)
	if err := d.mkdir(dir); err != nil {
		return "", err
	}
	name := dir + "/" + file
	s.rememberApart(root, name)
	return d.path(name), d.replace(name, whole(data))
}

// DropEvidence takes away what was kept of a scan file. Undoing the command brings it
// back. One that is gone already is fine.
func (s *Store) DropEvidence(e *assess.Evidence) error {
	root, err := s.open()
	if err != nil {
		return err
	}
	defer root.Close()
	name := evidenceDir + "/" + evidenceFile(e)
	s.rememberApart(root, name)
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault(toWrite, s.drive(root).path(name), "delete the file yourself", err)
	}
	s.forgetEvidence()
	return nil
}

// forgetEvidence makes the next one who asks read the folder again.
func (s *Store) forgetEvidence() {
	s.evidence.mu.Lock()
	defer s.evidence.mu.Unlock()
	s.evidence.read = false
}

// evidenceFile is the name of the file that what was kept of a scan lies in.
func evidenceFile(e *assess.Evidence) string {
	return fmt.Sprintf("%s-%s-%.8s.yaml", e.Date, e.Kind, strings.TrimPrefix(e.Digest, "sha256:"))
}

// attach puts what scans say beside a quarter. That none of it can be read is told,
// and keeps no quarter from opening.
func (s *Store) attach(root *os.Root, a *assess.Assessment) {
	all, err := s.evidenceIn(root)
	if err != nil {
		s.note(fmt.Sprintf("what was kept of scans cannot be read: %v", err))
	}
	a.Evidence = all
}

// OpenPlain opens a plain file to be read as a stream: no folder, pipe or device,
// which might never end.
func OpenPlain(name string) (io.ReadCloser, error) {
	if err := isPlain(name); err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fault(reading, name, "name another file", err)
	}
	return f, nil
}
