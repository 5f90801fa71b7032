package assess

import (
	"fmt"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Suggestion is the size that HICP's table suggests, with what speaks for it. A
// person decides.
type Suggestion struct {
	Size  frameworks.Size // zero if nothing was told that suggests one
	Lines []string        // one sentence a factor
}

// SuggestSize reads HICP's size table (HICP 2023 main document, Table 1). Beds
// decide for a hospital, clinicians for a clinic, and who runs IT (own, shared,
// outsourced, or empty) where neither is told; 0 means not told. Every reading
// is listed, also those that point elsewhere.
func SuggestSize(lib *frameworks.Library, beds, clinicians int, critical bool, it string) Suggestion {
	var s Suggestion
	s.count(lib, "beds", beds)
	s.count(lib, "clinicians", clinicians)
	s.technology(it)
	if critical {
		s.Lines = append(s.Lines, criticalLine)
	}
	return s
}

// read adds a factor's reading; the first one that is told suggests the size.
func (s *Suggestion) read(size frameworks.Size, line string) {
	s.Lines = append(s.Lines, line)
	if s.Size == 0 {
		s.Size = size
	}
}

func (s *Suggestion) count(lib *frameworks.Library, key string, n int) {
	if n <= 0 {
		return
	}
	for _, f := range lib.Thresholds.SizeFactors {
		if f.Key == key {
			size := countSize(f, n)
			s.read(size, fmt.Sprintf("With %s, %s fits (%s).", words.Count(n, strings.TrimSuffix(key, "s"), key), size, bounds(f, size)))
			return
		}
	}
}

func countSize(f frameworks.SizeFactor, n int) frameworks.Size {
	switch {
	case n <= f.Small[1]:
		return frameworks.Small
	case n <= f.Medium[1]:
		return frameworks.Medium
	}
	return frameworks.Large
}

func bounds(f frameworks.SizeFactor, size frameworks.Size) string {
	switch size {
	case frameworks.Small:
		return fmt.Sprintf("%d to %d", f.Small[0], f.Small[1])
	case frameworks.Medium:
		return fmt.Sprintf("%d to %d", f.Medium[0], f.Medium[1])
	}
	return fmt.Sprintf("more than %d", f.Medium[1])
}

func (s *Suggestion) technology(it string) {
	switch it {
	case "own":
		s.read(frameworks.Medium, "With your own IT staff, medium fits; large if they have a budget and security staff of their own.")
	case "shared":
		s.read(frameworks.Medium, "With your own IT staff and a service provider, medium fits.")
	case "outsourced":
		s.read(frameworks.Small, "With IT run by a service provider, small fits most often, and medium may.")
	}
}

// criticalLine gives both readings of a critical-access hospital; it changes
// no suggestion.
const criticalLine = "For a critical-access hospital both small and medium are right: HICP, the guide the sizes come from, " +
	"calls these hospitals medium, and by their beds they are small. Choose the one whose practices you can use."
