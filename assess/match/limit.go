package match

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// access says whether a resource that is only for some is for an organization.
type access int

const (
	open   access = iota
	unsure        // the profile does not tell
	closed        // the profile says that it is for others
)

// limit looks up in the profile whether one of those holds whom a resource is
// for. A critical access hospital is a rural one of at most 25 beds (42 CFR
// 485.610 and 485.620); of other places the profile does not tell where they are
// or who owns them.
func limit(r *frameworks.Resource, org assess.Organization) access {
	if len(r.Only) == 0 {
		return open
	}
	known := closed
	for _, word := range r.Only {
		switch {
		case org.Critical && slices.Contains([]string{"rural", "critical-access", "under-50-beds"}, word):
			return open
		case word == "under-50-beds" && org.Beds > 0 && org.Beds < 50:
			known = unsure // it may stand in a city, and the money is for rural ones
		case word == "under-50-beds", word == "critical-access":
		default:
			known = unsure
		}
	}
	return known
}
