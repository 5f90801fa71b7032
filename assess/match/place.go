package match

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"hygeia/frameworks"
)

// fit is how a resource and an aim belong together, closest first.
type fit int

const (
	picked fit = iota
	standsIn
	pickedElse // for another answer
	sameBoth   // outcome and practice
	sameOutcome
	samePractice
	sameCategory
	general
	noFit
)

// place is where a resource stands among those that fit; each rule is a number,
// the smaller the better.
type place struct {
	out     int // 0 for this place, 1 perhaps not, 2 for other sizes, 3 paused
	fit     fit
	nth     int // among those picked
	breadth int // 0 about one or two practices, 1 about up to five, 2 about more
	kind    int // 0 the kind wanted
	cost    int // 0 free, 1 partly free, 2 paid
	doubt   int // 0 attested
	project int // 0 can be done alone
}

func (p place) compare(q place) int {
	return cmp.Or(
		cmp.Compare(p.out, q.out),
		cmp.Compare(p.fit, q.fit),
		cmp.Compare(p.nth, q.nth),
		cmp.Compare(p.breadth, q.breadth),
		cmp.Compare(p.kind, q.kind),
		cmp.Compare(p.cost, q.cost),
		cmp.Compare(p.doubt, q.doubt),
		cmp.Compare(p.project, q.project),
	)
}

// close reports whether a report may name it without looking like padding. What
// an organization added itself it added for its own gaps.
func (p place) close(own bool) bool {
	return p.out == 0 && (p.fit <= standsIn || own && p.fit <= sameBoth)
}

func (a *aim) place(r *frameworks.Resource) place {
	p := place{
		fit:     a.fit(r),
		breadth: breadth(r),
		cost:    r.CostOrder(),
	}
	if p.fit == picked {
		p.nth, p.breadth = a.nth(r), 0 // the order it was picked in
	}
	switch {
	case r.Status == "paused":
		p.out = 3
	case !forSize(r, a.org.Size):
		p.out = 2
	case limit(r, a.org) == unsure:
		p.out = 1
	}
	if !wanted(r, a.level) {
		p.kind = 1
	}
	if r.Status != "attested" {
		p.doubt = 1
	}
	if !alone(r) {
		p.project = 1
	}
	return p
}

func (a *aim) fit(r *frameworks.Resource) fit {
	switch {
	case a.nth(r) >= 0:
		return picked
	case a.instead[r.ID] != nil:
		return standsIn
	case slices.Contains(a.other, r):
		return pickedElse
	case r.Everything() && a.practice(r) == 0:
		return general
	case a.outcome(r) != "" && a.practice(r) != 0:
		return sameBoth
	case a.outcome(r) != "":
		return sameOutcome
	case a.practice(r) != 0:
		return samePractice
	case a.category(r) != "":
		return sameCategory
	}
	return noFit
}

func breadth(r *frameworks.Resource) int {
	switch n := len(r.HICP); {
	case n <= 2:
		return 0
	case n <= 5:
		return 1
	}
	return 2
}

func forSize(r *frameworks.Resource, size frameworks.Size) bool {
	return size == 0 || len(r.Audience) == 0 || slices.Contains(r.Audience, size)
}

// kindsWanted are the kinds that help most from a level on.
var kindsWanted = sync.OnceValue(func() map[frameworks.Level][]string {
	return map[frameworks.Level][]string{
		frameworks.No:     {"service", "template", "guidance"},
		frameworks.Partly: {"guidance", "tool", "training"},
		frameworks.Mostly: {"exercise", "tool", "service"},
		frameworks.Yes:    {"exercise", "tool", "service"},
	}
})

func wanted(r *frameworks.Resource, level frameworks.Level) bool {
	if r.Kind == "service" && level >= frameworks.Mostly {
		return tests(r)
	}
	return slices.Contains(kindsWanted()[level], r.Kind)
}

// tests reports whether a service tries out what is in place: it finds
// weaknesses (ID.RA-01), watches (DE.CM) or improves by tests (ID.IM-02).
func tests(r *frameworks.Resource) bool {
	return slices.ContainsFunc(r.CSF, func(id string) bool {
		return id == "ID.RA-01" || id == "ID.IM-02" || strings.HasPrefix(id, "DE.CM")
	})
}

// alone reports whether a small place can do it without a project: it is written
// for small places too, and its time is first told in minutes or hours.
func alone(r *frameworks.Resource) bool {
	if !forSize(r, frameworks.Small) {
		return false
	}
	for word := range strings.FieldsSeq(r.Time) {
		switch strings.Trim(word, ",.;") {
		case "minute", "minutes", "hour", "hours":
			return true
		case "day", "days", "week", "weeks", "month", "months":
			return strings.HasPrefix(r.Time, "half a day")
		}
	}
	return true
}
