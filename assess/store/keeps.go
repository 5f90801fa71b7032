package store

import (
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess"
)

// kept are the other files and folders of a store, beside the quarters.
var kept = []string{ownDir, contentDir, "evidence", "series", "history", "ledger.yaml", "log.yaml"}

// Keeps reports whether a path is that of a file the store reads: a quarter, or
// anything in its own folders, whether it is there or not. Capitals do not count,
// as they do not on many disks.
func (s *Store) Keeps(path string) bool {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return false
	}
	if path, err = filepath.Abs(path); err != nil {
		return false
	}
	rel, err := filepath.Rel(resolved(dir), filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path)))
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	first, _, inFolder := strings.Cut(strings.ToLower(filepath.ToSlash(rel)), "/")
	if slices.Contains(kept, first) {
		return true
	}
	stem, isYAML := strings.CutSuffix(first, ".yaml")
	_, err = assess.ParseQuarter(stem)
	return !inFolder && isYAML && err == nil
}

// resolved follows the links in a path as far as it exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if parent := filepath.Dir(path); parent != path {
		return filepath.Join(resolved(parent), filepath.Base(path))
	}
	return path
}
