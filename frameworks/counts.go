package frameworks

import (
	"slices"
	"sync"
)

// count is a number of things a published catalog is known to have.
type count struct {
	what string
	want int
	of   func(*Framework) int
}

// publishedCounts are the sizes of the catalogs we know, as published: a
// requirement lost in editing is found when the file is loaded.
var publishedCounts = sync.OnceValue(func() map[string][]count {
	return map[string][]count{
		CSFID: {
			{"functions (sections)", 6, func(f *Framework) int { return len(f.Sections) }},
			{"categories (groups)", 22, func(f *Framework) int { return len(f.groups()) }},
			{"subcategories (requirements)", 106, func(f *Framework) int { return f.countFor(0) }},
		},
		HICPID: {
			{"practices (sections)", 10, func(f *Framework) int { return len(f.Sections) }},
			{"sub-practices for small organizations", 22, func(f *Framework) int { return f.countFor(Small) }},
			{"sub-practices for medium organizations", 41, func(f *Framework) int { return f.countFor(Medium) }},
			{"sub-practices for large organizations only", 31, (*Framework).countLargeOnly},
		},
		EssentialID: {
			{"tiers (sections)", 2, func(f *Framework) int { return len(f.Sections) }},
			{"Essential goals", 10, func(f *Framework) int { return f.countTier(Essential) }},
			{"Enhanced goals", 10, func(f *Framework) int { return f.countTier(Enhanced) }},
		},
		"hipaa-security-rule": {
			{"standards", 22, func(f *Framework) int { return f.countDuty(Standard) }},
			{"required specifications", 21, func(f *Framework) int { return f.countDuty(Required) }},
			{"addressable specifications", 22, func(f *Framework) int { return f.countDuty(Addressable) }},
		},
		"cisa-cpg-2.0": {
			{"functions (sections)", 6, func(f *Framework) int { return len(f.Sections) }},
			{"goals", 34, func(f *Framework) int { return f.countFor(0) }},
		},
	}
})

func (c *catalogPlace) checkCounts() {
	for _, n := range publishedCounts()[c.ID] {
		if got := n.of(c.Framework); got != n.want {
			c.root.Errorf("%s: has %d %s; as published it has %d", c.ID, got, n.what, n.want)
		}
	}
}

func (f *Framework) groups() []Group {
	var groups []Group
	for _, s := range f.Sections {
		groups = append(groups, s.Groups...)
	}
	return groups
}

func (f *Framework) countFor(size Size) int {
	n := 0
	for i := range f.Sections {
		n += len(f.Sections[i].Requirements(size))
	}
	return n
}

func (f *Framework) countLargeOnly() int {
	return f.countIf(func(r *Requirement) bool { return slices.Equal(r.Sizes, []Size{Large}) })
}

func (f *Framework) countDuty(d Duty) int {
	return f.countIf(func(r *Requirement) bool { return r.Duty == d })
}

func (f *Framework) countIf(holds func(*Requirement) bool) int {
	n := 0
	for _, g := range f.groups() {
		for _, r := range g.Requirements {
			if holds(r) {
				n++
			}
		}
	}
	return n
}

func (f *Framework) countTier(t Tier) int {
	n := 0
	for i := range f.Sections {
		if tierOf(&f.Sections[i]) == t {
			n += len(f.Sections[i].Requirements(0))
		}
	}
	return n
}
