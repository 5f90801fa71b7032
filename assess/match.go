package assess

import (
	"slices"
	"strings"

	"hygeia/frameworks"
)

// Matched is a resource that helps with something, and why it stands where it
// stands.
type Matched struct {
	Resource *frameworks.Resource
	URL      string   // the address for the size or the practice where there is one, with its page, otherwise the resource's own
	Reasons  []string // each rule that placed it, in words, in the order of the rules
	Close    bool     // for this size, and the fix names it, or it stands in for one that is named, or it serves the same outcome and practice
}

// Match returns every resource that helps with a question answered like that,
// best first:
//
//  1. what can be had by an organization of this size, before what is written
//     for others or is paused;
//  2. what the question's fix names, in its order, and then what stands in for
//     one of those that is paid, paused or perhaps moved;
//  3. what serves both an outcome of the CSF and a practice of HICP that the
//     question speaks for, then the outcome alone, the practice alone, the CSF
//     category, and last what is about everything; and of each what is about few
//     practices before what is about many;
//  4. the kind wanted: to start from No a service, template or guidance, from
//     Partly guidance, a tool or training, from Mostly an exercise, a tool or a
//     service that tests;
//  5. free before paid, and attested before doubtful;
//  6. what a small place can do alone before what needs a project;
//  7. the id.
//
// What only organizations in the United States can use is left out elsewhere;
// see [LeftOut].
func Match(lib *frameworks.Library, q *frameworks.Question, state State, level frameworks.Level, org Organization) []Matched {
	return newAim(lib, q, state, level, org).match(lib)
}

// MatchRequirement is [Match] for all questions of a requirement together, as
// if each were answered No.
func MatchRequirement(lib *frameworks.Library, r *frameworks.Requirement, org Organization) []Matched {
	return requirementAim(lib, r, org).match(lib)
}

// MatchPractice is [Match] for one of HICP's ten practices.
func MatchPractice(lib *frameworks.Library, practice int, org Organization) []Matched {
	a := &aim{what: "that practice", org: org, practices: []int{practice}}
	return a.match(lib)
}

// LeftOut returns what [Match] would have named if the organization were in the
// United States, in the order of the library; nothing for one that is.
func LeftOut(lib *frameworks.Library, q *frameworks.Question, org Organization) []*frameworks.Resource {
	a := newAim(lib, q, Open, frameworks.No, org)
	a.standIns()
	var out []*frameworks.Resource
	for _, r := range lib.Resources {
		if !InCountry(r, org) && a.fit(r) != noFit {
			out = append(out, r)
		}
	}
	return out
}

// InCountry reports whether a resource can be had where the organization is; one
// that did not say where is taken to be in the United States.
func InCountry(r *frameworks.Resource, org Organization) bool {
	return r.Country != "us" || org.Country == "" || strings.EqualFold(org.Country, "us")
}

// match ranks everything that fits.
func (a *aim) match(lib *frameworks.Library) []Matched {
	a.standIns()
	type ranked struct {
		place
		*frameworks.Resource
	}
	var list []ranked
	for _, r := range lib.Resources {
		if p := a.place(r); p.fit != noFit && InCountry(r, a.org) {
			list = append(list, ranked{p, r})
		}
	}
	slices.SortFunc(list, func(x, y ranked) int {
		if c := x.compare(y.place); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	})
	out := make([]Matched, len(list))
	for i, m := range list {
		out[i] = Matched{Resource: m.Resource, URL: a.url(m.Resource), Reasons: a.reasons(m.Resource, m.place), Close: m.close()}
	}
	return out
}
