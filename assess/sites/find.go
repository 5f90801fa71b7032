// Package sites reads the folders of many sites for a roll-up: it finds them, reads
// of each the two quarters that are needed, side by side, and keeps what they came
// to in an index that the next run need not trust: see [Index].
package sites

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess/store"
)

// Folder is where one site's quarters lie.
type Folder struct {
	Path string // to open it by
	Name string // as it is shown, with slashes: below the folder that was named, or as it was named
}

// Find returns the sites in folders that a person named, by name. A folder with
// quarters is a site. Its sub-folders with quarters are sites too, and so are those
// of a folder without quarters; deeper ones are not looked for. A folder that is
// named twice, or reached by a link, is one site. A folder without any site is an
// error.
func Find(dirs []string) ([]Folder, error) {
	var found []Folder
	seen := map[string]bool{}
	add := func(path, name string) {
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			real = path
		}
		if abs, err := filepath.Abs(real); err == nil {
			real = abs
		}
		if !seen[real] {
			seen[real] = true
			found = append(found, Folder{path, name})
		}
	}
	for _, dir := range dirs {
		below, itself, err := within(dir)
		if err != nil {
			return nil, err
		}
		if len(below) == 0 && !itself {
			return nil, fmt.Errorf("%s: no site is in it: a site is a folder with saved quarters, such as 2026-Q3.yaml", dir)
		}
		shown := func(name string) string { return filepath.ToSlash(filepath.Join(dir, name)) }
		if len(dirs) == 1 && len(below) > 0 {
			shown = func(name string) string { return filepath.ToSlash(filepath.Clean(name)) }
		}
		if itself {
			add(dir, shown("."))
		}
		for _, name := range below {
			add(filepath.Join(dir, name), shown(name))
		}
	}
	slices.SortFunc(found, func(a, b Folder) int { return strings.Compare(a.Name, b.Name) })
	return found, nil
}

// within says whether a folder has quarters, and which of its sub-folders do.
func within(dir string) (below []string, itself bool, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if os.IsNotExist(err) {
			return nil, false, fmt.Errorf("%s: no such folder", dir)
		}
		return nil, false, err
	}
	itself = slices.ContainsFunc(entries, func(e os.DirEntry) bool { return store.IsQuarter(e.Name()) })
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Type().IsRegular() || itself && store.Keeps(e.Name()) {
			continue
		}
		if hasQuarter(filepath.Join(dir, e.Name())) {
			below = append(below, e.Name())
		}
	}
	return below, itself, nil
}

func hasQuarter(dir string) bool {
	f, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	for {
		names, err := f.Readdirnames(64)
		if slices.ContainsFunc(names, store.IsQuarter) {
			return true
		}
		if err != nil {
			return false
		}
	}
}
