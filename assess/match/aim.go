package match

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// aim is what help is looked for.
type aim struct {
	what      string // "this gap", for reasons
	org       assess.Organization
	level     frameworks.Level
	picked    []frameworks.Chosen             // what somebody picked, best first
	other     []*frameworks.Resource          // what was picked for other answers
	instead   map[string]*frameworks.Resource // what stands in for a doubtful one of the picked, by id
	titles    map[int]string                  // of the practices
	picks     map[*frameworks.Resource]int    // for how many of several questions each was picked; nil for one question
	asked     int                             // of how many questions
	practices []int                           // HICP practices, the one that asks most first
	outcomes  []string                        // CSF subcategories
}

func newAim(lib *frameworks.Library, q *frameworks.Question, state assess.State, level frameworks.Level, org assess.Organization) *aim {
	a := &aim{what: "this gap", org: org, other: q.Fix.Resources}
	if state == assess.Levelled || state == assess.OtherWay {
		a.level = level
	}
	a.picked = lib.Help(q, a.level, org.Size)
	a.look(lib, q)
	return a
}

func questionsAim(lib *frameworks.Library, what string, questions []*frameworks.Question, org assess.Organization) *aim {
	a := &aim{what: what, org: org, picks: map[*frameworks.Resource]int{}, asked: len(questions)}
	worth := map[frameworks.Chosen]int{}
	for _, q := range questions {
		a.other = append(a.other, q.Fix.Resources...)
		for n, c := range lib.Help(q, frameworks.No, org.Size) {
			if worth[c] == 0 {
				a.picked = append(a.picked, c)
			}
			worth[c] += max(1, bestPlace-n)
			a.picks[c.Resource]++
		}
	}
	slices.SortStableFunc(a.picked, func(x, y frameworks.Chosen) int { return cmp.Compare(worth[y], worth[x]) })
	a.picked = onceEach(a.picked)
	a.look(lib, questions...)
	return a
}

// bestPlace is what the first place in the list of one question is worth where
// several questions choose together; each further place is worth one less.
const bestPlace = 4

// onceEach keeps the first of several chapters of the same volume.
func onceEach(list []frameworks.Chosen) []frameworks.Chosen {
	var kept []frameworks.Chosen
	for _, c := range list {
		if !slices.ContainsFunc(kept, func(k frameworks.Chosen) bool { return k.Resource == c.Resource }) {
			kept = append(kept, c)
		}
	}
	return kept
}

// practiceQuestions returns the questions of a practice that are asked of the
// size.
func practiceQuestions(lib *frameworks.Library, practice int, org assess.Organization) []*frameworks.Question {
	var list []*frameworks.Question
	for _, q := range lib.Questions {
		for _, served := range lib.Serves(q.Key) {
			if served.Framework.ID == frameworks.HICPID && practiceOf(served) == practice && served.Requirement.AppliesTo(org.Size) {
				list = append(list, q)
				break
			}
		}
	}
	return list
}

func requirementAim(lib *frameworks.Library, r *frameworks.Requirement, org assess.Organization) *aim {
	a := questionsAim(lib, "questions behind "+r.ID, r.Speakers(), org)
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
	a.titles = map[int]string{}
	outcomes := map[string]bool{}
	for _, q := range questions {
		for _, served := range lib.Serves(q.Key) {
			switch served.Framework.ID {
			case frameworks.CSFID:
				outcomes[served.Requirement.ID] = true
			case frameworks.HICPID:
				p := practiceOf(served)
				a.titles[p] = served.Section.Title
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
	for _, c := range a.picked {
		r := c.Resource
		if !InCountry(r, a.org) || limit(r, a.org) != open {
			continue // what is not for this place needs no replacement
		}
		if r.Doubtful() && r.Instead != "" && a.instead[r.Instead] == nil {
			a.instead[r.Instead] = r
		}
	}
}

// nth is the place of a resource among those picked, -1 for one that was not.
func (a *aim) nth(r *frameworks.Resource) int {
	return slices.IndexFunc(a.picked, func(c frameworks.Chosen) bool { return c.Resource == r })
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

// url returns the address to use: that of the practice that was picked, of one
// that the aim speaks for, or of the size, where there is one.
func (a *aim) url(r *frameworks.Resource) string {
	if i := a.nth(r); i >= 0 && a.picked[i].Practice != 0 {
		if alt := alternate(r, frameworks.PracticeWord(a.picked[i].Practice)); alt != nil {
			return withPage(alt)
		}
	}
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
	a := &aim{org: assess.Organization{Size: size}}
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
