package assess

import (
	"slices"

	"hygeia/frameworks"
)

// Lowest returns the section that a sentence may call the lowest, with its
// framework: of NIST CSF if it is asked, else of HICP, the lowest of all that
// have a score; of two alike the first. It may have no color for want of reach.
// It is nil if neither is asked, or if no action is left in any section
// (SCORING 5).
func Lowest(r *Result, actions []Action) (*View, *Section) {
	return lowestOf(r, actions, frameworks.CSFID, frameworks.HICPID)
}

func lowestOf(r *Result, actions []Action, ids ...string) (*View, *Section) {
	for _, id := range ids {
		if v, ok := r.View(id); ok && v.Asked {
			return v, v.lowest(actions)
		}
	}
	return nil, nil
}

func (v *View) lowest(actions []Action) *Section {
	var low *Section
	if !slices.ContainsFunc(actions, func(a Action) bool { return slices.Contains(v.Overall.Items, a.Item) }) {
		return nil
	}
	for i := range v.Sections {
		s := &v.Sections[i]
		if s.HasScore() && (low == nil || s.Tally.Score().Rat().Cmp(low.Tally.Score().Rat()) < 0) {
			low = s
		}
	}
	return low
}
