package rollup

import (
	"cmp"
	"path"
	"strings"

	"hygeia/frameworks/words"
)

// label names each site so that no two read the same: by its organization, and by
// its folder too where another one has that name.
func (r *Rollup) label() {
	named := map[string]int{}
	for _, row := range r.Rows {
		named[strings.ToLower(row.shown())]++
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Label = row.shown()
		if folder := words.Line(row.Folder); named[strings.ToLower(row.Label)] > 1 && row.Label != folder {
			row.Label += " (" + folder + ")"
		}
	}
}

func (row *Row) shown() string { return cmp.Or(words.Line(row.Name), words.Line(row.Folder)) }

// Beside returns the folder that a site names from its own: "health/system" for
// "../system" of "health/north". Slashes part folders on every system.
func Beside(folder, from string) string { return path.Join(clean(folder), clean(from)) }

func clean(folder string) string { return path.Clean(strings.ReplaceAll(folder, `\`, "/")) }
