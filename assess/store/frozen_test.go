package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// changing returns a store with two finished quarters, between which a word of
// the organization's own content changed.
func changing(t *testing.T) (s *Store, first, second *Saved) {
	t.Helper()
	s, first = finished(t)
	write(t, s, "own/clinic.yaml", strings.Replace(ownCatalog, "Our own.", "Ours.", 1))
	s = Open(s.Dir())
	a := draft(q3)
	a.Frameworks = append(a.Frameworks, "our-checklist")
	second = s.New(a)
	must(t, s.Save(second))
	must(t, s.Finish(second, today))
	must(t, os.RemoveAll(filepath.Join(s.Dir(), "own")))
	return Open(s.Dir()), first, second
}

// A quarter keeps of its content what the quarter before does not have.
func TestFrozenContentIsShared(t *testing.T) {
	s, first, second := changing(t)
	whole, less := read(t, s.frozenPath(first)), read(t, s.frozenPath(second))
	if 50*len(less) > len(whole) {
		t.Errorf("%d bytes beside %d", len(less), len(whole))
	}
	got, err := s.Load(q3)
	must(t, err)
	f, err := got.Library.Framework("ours")
	must(t, err)
	if f.Notice != "Ours." || got.Library.Digest != second.Content.Digest {
		t.Errorf("notice %q, digest %s", f.Notice, got.Library.Digest)
	}
}

func (s *Store) frozenPath(saved *Saved) string {
	return filepath.Join(s.Dir(), filepath.FromSlash(frozenName(saved.Content.Digest)))
}

// Where the content of the quarter before is lost or damaged, both quarters say
// which file it is.
func TestSharedContentLost(t *testing.T) {
	for name, tt := range map[string]struct {
		damage func(t *testing.T, path string)
		want   string
	}{
		"lost": {func(t *testing.T, path string) { must(t, os.Remove(path)) }, "are missing: put it back"},
		"cut off": {func(t *testing.T, path string) {
			must(t, os.WriteFile(path, []byte(read(t, path)[:2000]), 0o600))
		}, "are damaged: put it back"},
		"changed": {func(t *testing.T, path string) {
			must(t, os.WriteFile(path, squeezed(t, strings.Replace(stretched(t, path), "Our checklist", "Our cheklist", 1)), 0o600))
		}, "was"},
	} {
		t.Run(name, func(t *testing.T) {
			s, first, _ := changing(t)
			path := s.frozenPath(first)
			tt.damage(t, path)
			for _, q := range []assess.Quarter{q2, q3} {
				_, err := Open(s.Dir()).Load(q)
				wants(t, err, tt.want)
				wants(t, err, path)
			}
		})
	}
}

// A quarter after content that is lost is finished with all of its own.
func TestFinishAfterLostContent(t *testing.T) {
	s, first, _ := changing(t)
	must(t, os.Remove(s.frozenPath(first)))
	root, err := os.OpenRoot(s.Dir())
	must(t, err)
	defer root.Close()
	shipped, err := frameworks.Shipped()
	must(t, err)
	data, err := Open(s.Dir()).bundle(root, shipped, first)
	must(t, err)
	if !strings.HasPrefix(string(data), "schema: hygeia/content/v1\n") {
		t.Errorf("it begins %q", data[:30])
	}
}
