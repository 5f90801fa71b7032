package assess

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hygeia/frameworks"
)

// aim is what help is looked for.
type aim struct {
	what      string // "the question", for reasons
	org       Organization
	level     frameworks.Level
	named     []*frameworks.Resource          // what the fixes name, best first
	instead   map[string]*frameworks.Resource // what stands in for a doubtful one of those, by id
	practices []int                           // HICP practices, the one that asks most first
	outcomes  []string                        // CSF subcategories
}

func newAim(lib *frameworks.Library, q *frameworks.Question, state State, level frameworks.Level, org Organization) *aim {
	a := &aim{what: "the question", org: org, named: q.Fix.Resources}
	if state == Levelled || state == OtherWay {
		a.level = level
	}
	a.look(lib, q)
	return a
}

func requirementAim(lib *frameworks.Library, r *frameworks.Requirement, org Organization) *aim {
	a := &aim{what: "the requirement", org: org}
	for _, q := range r.Questions {
		for _, res := range q.Fix.Resources {
			if !slices.Contains(a.named, res) {
				a.named = append(a.named, res)
			}
		}
	}
	a.look(lib, r.Questions...)
	// A requirement of one of the two catalogs says itself what it is about.
	for _, q := range r.Questions {
		for _, served := range lib.Serves(q.Key) {
			switch {
			case served.Requirement != r:
			case served.Framework.ID == frameworks.CSFID:
				a.outcomes = []string{r.ID}
			case served.Framework.ID == frameworks.HICPID:
				a.practices = []int{practiceOf(served)}
			}
		}
	}
	return a
}

// practiceOf returns the practice of HICP a requirement stands under, 0 for one
// that the catalog numbers in no way.
func practiceOf(served frameworks.Served) int {
	p, _ := strconv.Atoi(served.Section.ID)
	return p
}

// look gathers the practices and outcomes the questions speak for. For a
// practice those requirements count that are written for the organization's
// size; where none is, all do.
func (a *aim) look(lib *frameworks.Library, questions ...*frameworks.Question) {
	forSize, all := map[int]int{}, map[int]int{}
	outcomes := map[string]bool{}
	for _, q := range questions {
		for _, served := range lib.Serves(q.Key) {
			switch served.Framework.ID {
			case frameworks.CSFID:
				outcomes[served.Requirement.ID] = true
			case frameworks.HICPID:
				p := practiceOf(served)
				all[p]++
				if served.Requirement.AppliesTo(a.org.Size) {
					forSize[p]++
				}
			}
		}
	}
	a.outcomes = slices.Sorted(maps.Keys(outcomes))
	counts := forSize
	if len(counts) == 0 {
		counts = all
	}
	a.practices = slices.SortedFunc(maps.Keys(counts), func(x, y int) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
}

// standIns notes what to use instead of what is named and doubtful.
func (a *aim) standIns() {
	a.instead = map[string]*frameworks.Resource{}
	for _, r := range a.named {
		if r.Doubtful() && r.Instead != "" && a.instead[r.Instead] == nil {
			a.instead[r.Instead] = r
		}
	}
}

// outcome returns the outcome of the aim that the resource names, "" if none.
func (a *aim) outcome(r *frameworks.Resource) string {
	for _, id := range a.outcomes {
		if slices.Contains(r.CSF, id) {
			return id
		}
	}
	return ""
}

// practice returns the practice of the aim that the resource is about: one of
// a few that it serves, or one that it has an address for. 0 if none.
func (a *aim) practice(r *frameworks.Resource) int {
	for _, p := range a.practices {
		if slices.Contains(r.HICP, p) && (!r.Everything() || alternate(r, frameworks.PracticeWord(p)) != nil) {
			return p
		}
	}
	return 0
}

// category returns the CSF category of the aim that the resource names, whole
// or with another outcome of it. "" if none.
func (a *aim) category(r *frameworks.Resource) string {
	for _, id := range a.outcomes {
		category, _, _ := strings.Cut(id, "-")
		for _, other := range r.CSF {
			if other, _, _ = strings.Cut(other, "-"); other == category {
				return category
			}
		}
	}
	return ""
}

// url returns the address to use: that of the practice or the size where there
// is one.
func (a *aim) url(r *frameworks.Resource) string {
	for _, p := range a.practices {
		if alt := alternate(r, frameworks.PracticeWord(p)); alt != nil {
			return withPage(alt)
		}
	}
	if alt := alternate(r, a.org.Size.String()); alt != nil {
		return withPage(alt)
	}
	return r.URL
}

// Address returns the address of a resource for an organization of that size,
// which is its own address where there is none for the size.
func Address(r *frameworks.Resource, size frameworks.Size) string {
	a := &aim{org: Organization{Size: size}}
	return a.url(r)
}

func alternate(r *frameworks.Resource, word string) *frameworks.Alternate {
	for i := range r.Alternates {
		if r.Alternates[i].For == word {
			return &r.Alternates[i]
		}
	}
	return nil
}

// withPage points a reader of PDF files to the page.
func withPage(alt *frameworks.Alternate) string {
	if alt.Page == 0 || strings.Contains(alt.URL, "#") {
		return alt.URL
	}
	return fmt.Sprintf("%s#page=%d", alt.URL, alt.Page)
}
