// Package sites reads the folders of many sites for a roll-up: it finds them, reads
// of each the two quarters that are needed, side by side, and keeps what they came
// to in an index that the next run need not trust: see [Index].
package sites

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Folder is where one site's quarters lie.
type Folder struct {
	Path string // to open it by
	Name string // as it is shown, with slashes: below the folder that was named, or as it was named

	Problem error // why nothing of it can be looked at; nil if it has quarters
}

// Find returns the sites in folders that a person named, by name. A folder with
// quarters is a site. Its sub-folders with quarters are sites too, and so are those
// of a folder without quarters; deeper ones are not looked for. A folder that is
// named twice, or reached by a link, is one site. What may be a site and cannot be
// looked at, and what was named and is none, is found with its problem. Where nothing
// else is found, that is an error.
func Find(dirs []string) ([]Folder, error) {
	var found []Folder
	seen := map[string]bool{}
	add := func(f Folder) {
		real, err := filepath.EvalSymlinks(f.Path)
		if err != nil {
			real = f.Path
		}
		if abs, err := filepath.Abs(real); err == nil {
			real = abs
		}
		if !seen[real] {
			seen[real] = true
			found = append(found, f)
		}
	}
	for _, dir := range dirs {
		below, itself, err := within(dir)
		if err == nil && len(below) == 0 && !itself {
			err = fmt.Errorf("%s: no site is in it: a site is a folder with saved quarters, such as 2026-Q3.yaml", dir)
		}
		if err != nil {
			found = append(found, Folder{dir, filepath.ToSlash(filepath.Clean(dir)), err})
			continue
		}
		shown := func(name string) string { return filepath.ToSlash(filepath.Join(dir, name)) }
		if len(dirs) == 1 && len(below) > 0 {
			shown = func(name string) string { return filepath.ToSlash(filepath.Clean(name)) }
		}
		if itself {
			add(Folder{Path: dir, Name: shown(".")})
		}
		for _, f := range below {
			f.Name = shown(f.Name)
			add(f)
		}
	}
	if err := onlyProblems(found); err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b Folder) int { return strings.Compare(a.Name, b.Name) })
	return found, nil
}

// onlyProblems returns the problems where nothing was found beside them.
func onlyProblems(found []Folder) error {
	var problems []error
	for _, f := range found {
		if f.Problem == nil {
			return nil
		}
		problems = append(problems, f.Problem)
	}
	return errors.Join(problems...)
}
