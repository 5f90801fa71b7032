package frameworks

import (
	"cmp"
	"slices"
	"strings"
)

// Incident is the page for the moment when something bad has happened. It is
// content like the rest: a library has one, or none if it was put together
// before there was one.
type Incident struct {
	Title    string
	Lead     string // one line under the title: what comes first
	Reviewed string // the day it was last looked through, "2026-11-23"

	Own       []Contact // whose numbers a place should have at hand, without numbers
	First     []Step    // for the first ten minutes, in order
	Avoid     []Step    // what not to do
	WriteDown []string
	Calls     []Call // in the order in which to call

	Starts string  // what starts the clocks, and what holds for all of them
	Clocks []Clock // who must be told by when, on pages from before [Clocks]

	Notice  string // what the page is not
	Abroad  string // the same outside the United States; may be empty
	Sources []string
}

// Step is one thing to do, or not to do.
type Step struct {
	Do    string // one sentence
	How   string // how, or why; may be empty
	Where Where
}

// Where says on which pages something stands.
type Where string

// The pages; the zero value stands for all of them.
const (
	Home   Where = "us"
	Abroad Where = "abroad"
)

// on reports whether it stands on the page of a place.
func (w Where) on(p *Locale) bool { return w == "" || (w == Home) == p.Home() }

// At returns the page as it is for a place: without what does not belong there,
// with the calls of the country after the first of the page's own, and with the
// clocks of the place.
func (p *Incident) At(place *Locale) *Incident {
	page := *p
	page.Own = keep(p.Own, func(c Contact) bool { return c.Where.on(place) })
	page.First = keep(p.First, func(s Step) bool { return s.Where.on(place) })
	page.Avoid = keep(p.Avoid, func(s Step) bool { return s.Where.on(place) })
	page.Calls = keep(p.Calls, func(c Call) bool { return c.Where.on(place) })
	if at := min(1, len(page.Calls)); len(place.Calls) > 0 {
		page.Calls = slices.Insert(page.Calls, at, place.Calls...)
	}
	page.Clocks = slices.Concat(p.Clocks, place.Clocks)
	if !place.Home() {
		page.Notice, page.Sources = cmp.Or(p.Abroad, p.Notice), nil
	}
	return &page
}

// WithOwn returns an organization's own contacts, and after them the roles the
// page sends to that are not among them; all roles if there are no contacts.
func (p *Incident) WithOwn(contacts []Contact) []Contact {
	if len(contacts) == 0 {
		return p.Own
	}
	list := slices.Clone(contacts)
	for _, role := range p.Own {
		name, _, _ := strings.Cut(strings.ToLower(role.Who), ",")
		if role.Keep && !slices.ContainsFunc(contacts, func(c Contact) bool { return strings.Contains(strings.ToLower(c.Who), name) }) {
			list = append(list, role)
		}
	}
	return list
}

func keep[T any](list []T, wanted func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(item T) bool { return !wanted(item) })
}

// Call is somebody to be told. Where no number is known in print, Number says
// where one stands: a page on the wall is no use with an address alone.
type Call struct {
	Who    string
	For    string // what for
	When   string // "The same day."
	Phone  string
	Number string // "number above"; empty with Phone
	Mail   string
	Links  []Link
	Where  Where
}

// Link is an address with the words that stand for it on paper.
type Link struct{ Text, URL string }

// Clock is a time limit, stated as a fact with its source.
type Clock struct {
	Tell    string // who must be told: "HHS, if 500 or more people"
	Within  string // "60 days"
	From    string // of what: "discovery"
	Cite    string // "45 CFR 164.404"
	AsOf    string // the newest day a source stated it, "2026-01-24"
	InForce bool   // on that day

	OneSource bool // nothing else was seen that says so
}

// Limit returns the time limit in words, "60 days from discovery".
func (c Clock) Limit() string {
	if c.From == "" {
		return c.Within
	}
	return c.Within + " from " + c.From
}
