// Package match finds the help that fits a gap: [Question] ranks the resources of the
// library for a question as it was answered, [Requirement], [Questions] and
// [Practice] for several together. What somebody picked comes first; the rules behind
// that order stand at [Question] and nowhere else. It changes no score and reads only
// the profile and the library.
package match

import (
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Matched is a resource that helps with something, and why it stands where it
// stands.
type Matched struct {
	Resource *frameworks.Resource
	URL      string   // the address for the practice or the size where there is one, with its page, otherwise the resource's own
	Reasons  []string // each rule that placed it, in words, in the order of the rules
	Picked   bool     // picked for this gap, or in place of what was picked, even if it may not be for this place
	Close    bool     // picked for this gap, or in place of what was picked, and to be had here; or the organization's own and about the same
}

// Question returns every resource that helps with a question answered like that,
// best first:
//
//  1. what can be had by an organization of this size, before what is only for
//     some (and the profile does not tell whether for this one), what is written
//     for other sizes, and what is paused;
//  2. what somebody picked for the question at this answer and size, in that
//     order ([frameworks.Library.Help]), then what stands in for one of those
//     that is paid, paused or perhaps moved, then what was picked for the
//     question at other answers;
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
// What cannot be used in the organization's country is left out, and so is what
// the profile shows to be for others.
func Question(lib *frameworks.Library, q *frameworks.Question, state assess.State, level frameworks.Level, org assess.Organization) []Matched {
	return newAim(lib, q, state, level, org).match(lib)
}

// Requirement is [Questions] for the questions of a requirement.
func Requirement(lib *frameworks.Library, r *frameworks.Requirement, org assess.Organization) []Matched {
	return requirementAim(lib, r, org).match(lib)
}

// Questions is [Question] for several questions together, as if each were
// answered No: what was picked for more of them, and earlier, comes first. The
// words say what joins them, as in "questions about ransomware".
func Questions(lib *frameworks.Library, what string, questions []*frameworks.Question, org assess.Organization) []Matched {
	return questionsAim(lib, what, questions, org).match(lib)
}

// Practice is [Questions] for the questions of one of HICP's ten
// practices that are asked of the size.
func Practice(lib *frameworks.Library, practice int, org assess.Organization) []Matched {
	a := questionsAim(lib, "questions of that practice", practiceQuestions(lib, practice, org), org)
	a.practices = []int{practice}
	return a.match(lib)
}

// InCountry reports whether a resource can be had where the organization is; one
// that did not say where is taken to be in the United States.
func InCountry(r *frameworks.Resource, org assess.Organization) bool { return r.InCountry(org.Country) }

// match ranks everything that fits.
func (a *aim) match(lib *frameworks.Library) []Matched {
	a.standIns()
	type ranked struct {
		place
		*frameworks.Resource
	}
	var list []ranked
	for _, r := range lib.Resources {
		if p := a.place(r); p.fit != noFit && InCountry(r, a.org) && limit(r, a.org) != closed {
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
		out[i] = Matched{Resource: m.Resource, URL: a.url(m.Resource), Reasons: a.reasons(m.Resource, m.place), Picked: m.fit <= standsIn, Close: m.close(lib.OwnResource(m.Resource))}
	}
	return out
}
