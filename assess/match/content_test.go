package match

import (
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Nobody is left with a red bar and no help: for every question, size and answer
// there is something that was picked, and outside the United States something
// at least.
func TestEveryQuestionHasHelp(t *testing.T) {
	lib := shipped(t)
	for _, q := range lib.Questions {
		for size := frameworks.Small; size <= frameworks.Large; size++ {
			abroad := newAim(lib, q, assess.Levelled, frameworks.No, assess.Organization{Size: size, Country: "at"})
			if list := abroad.match(lib); len(list) == 0 {
				t.Errorf("%s, %s: nothing outside the United States", q.Key, size)
			}
			for level := frameworks.No; level <= frameworks.Mostly; level++ {
				list := Question(lib, q, assess.Levelled, level, assess.Organization{Size: size, Country: "us"})
				if !list[0].Close {
					t.Errorf("%s, %s, %s: the first is %s: %s", q.Key, size, level, list[0].Resource.ID, list[0].Reasons[0])
				}
			}
		}
	}
}

// What nothing leads to is found by searching only. The lists are for whoever
// keeps the catalog and no mistake.
func TestResourcesNothingLeadsTo(t *testing.T) {
	lib := shipped(t)
	named, matched, shown := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, q := range lib.Questions {
		for _, r := range q.Fix.Resources {
			named[r.ID] = true
		}
		for size := frameworks.Small; size <= frameworks.Large; size++ {
			for level := frameworks.No; level <= frameworks.Mostly; level++ {
				for i, m := range Question(lib, q, assess.Levelled, level, assess.Organization{Size: size}) {
					matched[m.Resource.ID] = true
					if i < 3 && m.Close {
						shown[m.Resource.ID] = true
					}
				}
			}
		}
	}
	for _, c := range []struct {
		what string
		has  map[string]bool
	}{{"no question names", named}, {"no report would name", shown}, {"no gap leads to", matched}} {
		var none []string
		for _, r := range lib.Resources {
			if !c.has[r.ID] {
				none = append(none, r.ID)
			}
		}
		slices.Sort(none)
		t.Logf("%d resources %s: %s", len(none), c.what, strings.Join(none, " "))
	}
}
