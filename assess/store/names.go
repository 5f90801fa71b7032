package store

import (
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// periodOf returns the quarter a file name stands for, such as 2026-Q3.yaml.
func periodOf(name string) (assess.Quarter, bool) {
	stem, isYAML := strings.CutSuffix(name, ".yaml")
	q, err := assess.ParseQuarter(stem)
	return q, isYAML && err == nil && q.String() == stem
}

// cutYAML cuts the ending of a YAML file off, as Windows and other programs
// write it.
func cutYAML(name string) (stem string, ok bool) {
	for _, ending := range []string{".yaml", ".yml"} {
		if n := len(name) - len(ending); n > 0 && strings.EqualFold(name[n:], ending) {
			return name[:n], true
		}
	}
	return name, false
}

var quarterish = words.Pattern(`(?i)^[0-9]{4}[-_ ]?q[1-4]($|[^0-9])`)

// looksLikeQuarter reports whether a name begins as that of a quarter.
func looksLikeQuarter(stem string) bool { return quarterish().MatchString(stem) }
