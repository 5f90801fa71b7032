package series

import (
	"maps"
	"slices"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

var (
	idNumber   = words.Pattern(`^[0-9]{1,2}(?:\.0)?$`)
	twoLetters = words.Pattern(`(?i)^[a-z]{2}$`)
)

// joinNumbers puts an id of NIST CSF together that stands in two columns or three, as
// "GV.OC" beside "01", or "GV" beside "OC" beside "01". What stands on the left may
// stand only where it begins.
func joinNumbers(s *sheet.Sheet, f *family) {
	for c := 1; c < width(s); c++ {
		function, category, joined, filled := "", "", map[int]string{}, 0
		for r := range s.Rows {
			if c > 1 && isFunction(s.Cell(r, c-2)) {
				function = strings.ToUpper(s.Cell(r, c-2))
			}
			if next := categoryOf(s.Cell(r, c-1), function); next != "" {
				category = next
			}
			cell := s.Cell(r, c)
			if cell == "" || category == "" {
				continue
			}
			filled++
			if !idNumber().MatchString(cell) {
				continue
			}
			if key := normCSF(category + "-" + strings.TrimSuffix(cell, ".0")); f.knows(key) {
				joined[r] = key
			}
		}
		if len(joined) > 2 && 10*len(joined) >= 8*filled && areNumbers(s, c, joined) {
			for r, key := range joined {
				s.Rows[r][c] = key
			}
		}
	}
}

// areNumbers reports whether the numbers of a column are those of ids, and no scores of
// the categories beside them: its head calls it neither, each id comes once, and some
// category has several.
func areNumbers(s *sheet.Sheet, c int, joined map[int]string) bool {
	first := slices.Min(slices.Collect(maps.Keys(joined)))
	head := ""
	for r := first - 1; r >= 0 && head == ""; r-- {
		head = s.Cell(r, c)
	}
	if !numberHead().MatchString(head) {
		return false
	}
	ids, categories := map[string]bool{}, map[string]bool{}
	for _, key := range joined {
		category, _, _ := strings.Cut(key, "-")
		ids[key], categories[category] = true, true
	}
	return len(ids) == len(joined) && len(categories) < len(ids)
}

// numberHead is how the head of a column with the numbers of ids reads.
var numberHead = words.Pattern(`(?i)(?:^|\W)(?:#|no|num|number|nr|id|ids|subcategory|sub-?category|sub|outcome|seq|sequence|item)(?:\W|$)|#`)

func isFunction(cell string) bool {
	all := findCSF(strings.ToUpper(cell))
	return twoLetters().MatchString(cell) && len(all) == 1
}

// categoryOf is the category that a cell names, alone or behind its function.
func categoryOf(cell, function string) string {
	if twoLetters().MatchString(cell) && function != "" {
		return function + "." + strings.ToUpper(cell)
	}
	if all := findCSF(cell); len(all) == 1 && strings.Count(all[0].key, ".") == 1 && !strings.Contains(all[0].key, "-") {
		return all[0].key
	}
	return ""
}

// knows reports whether some edition has an id.
func (f *family) knows(key string) bool {
	for _, e := range f.editions {
		if e.look(key) != nil {
			return true
		}
	}
	return false
}
