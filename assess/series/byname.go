package series

import (
	"slices"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// leastNames is how many names of functions or categories make a sheet one of NIST CSF
// whose rows have no ids.
const leastNames = 4

// giveIDs writes the id behind the names of functions and categories where a sheet has
// no ids at all, as in a table of the six functions with a score each. A name that
// stands twice, or means two ids, gets none. It reports whether any was written.
func giveIDs(s *sheet.Sheet, families []*family) bool {
	i := slices.IndexFunc(families, func(f *family) bool { return f.name == "csf" })
	if i < 0 {
		return false
	}
	given := false
	for _, names := range namesOf(families[i]) {
		for c := range width(s) {
			rows := namedRows(s, c, names)
			for r, id := range rows {
				s.Rows[r][c] += " (" + id + ")"
				given = true
			}
			if len(rows) > 0 {
				break
			}
		}
	}
	return given
}

// namesOf are the names of functions, and those of categories, as letters with the id
// of each. An id of an earlier edition counts where no current one has the name.
func namesOf(f *family) [2]map[string]string {
	names := [2]map[string]string{{}, {}}
	for _, e := range f.editions {
		here := [2]map[string]string{{}, {}}
		for key, x := range e.entries {
			if x.gone && e.now == nil || strings.Contains(key, "-") || x.title == "" {
				continue
			}
			level := strings.Count(key, ".")
			name := lettersOf(x.title)
			if _, twice := here[level][name]; twice {
				here[level][name] = "" // "Communications" is a name of two
				continue
			}
			here[level][name] = x.id
		}
		for level := range here {
			for name, id := range here[level] {
				if _, known := names[level][name]; !known {
					names[level][name] = id
				}
			}
		}
	}
	return names
}

var nameNumber = words.Pattern(`(?i)^[\s#0-9.):–-]+`)

// namedRows are the rows of a column whose cells are names, with the id of each; none
// where they are too few, or only some of the rows.
func namedRows(s *sheet.Sheet, c int, names map[string]string) map[int]string {
	rows, seen := map[int]string{}, map[string]int{}
	filled := 0
	for r := range s.Rows {
		cell := s.Cell(r, c)
		if cell == "" || len(cell) > 100 {
			continue
		}
		id := names[lettersOf(nameNumber().ReplaceAllString(cell, ""))]
		if id != "" {
			rows[r] = id
			seen[id]++
		}
		if len(rows) > 0 {
			filled++
		}
	}
	for r, id := range rows {
		if seen[id] > 1 {
			delete(rows, r)
		}
	}
	if len(rows) < leastNames || 10*len(rows) < 6*filled {
		return nil
	}
	return rows
}
