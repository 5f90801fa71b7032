package frameworks

import (
	"slices"

	"hygeia/frameworks/words"
)

// Resource is something free (or marked as paid) that helps to close a gap.
// Addresses are printed and never opened.
type Resource struct {
	ID       string
	Title    string
	Provider string
	Kind     string // service, guidance, training, alerts, reporting-portal, tool, template, community, exercise or funding
	Toolkit  string // listed: named by the toolkit of CISA and HHS; family: from one of its partners; companion: a neighbor
	URL      string
	Cost     string // free, paid or mixed
	Audience []Size
	Country  string   // where it can be used: a code such as "us", "eu" for its members, or "any"
	Only     []string // whom it is for, one of these is needed; empty for anybody. [LimitWords] has the words
	Gives    string   // what the reader gets, one sentence
	How      []string // the steps to get it
	Time     string   // how long it takes, "15 minutes to sign up"
	Enroll   string   // the service that "hygeia resources enroll" writes a message for; empty for most
	Contact  string   // a mailbox or a phone number; may be empty
	HICP     []int    // HICP practices it serves, 1 to 10; all ten where the file says so with an empty list
	CSF      []string // CSF categories and subcategories it serves
	Status   string   // attested, maybe-moved or paused
	Seen     string   // the newest date a source stated, or "undated"
	Recheck  string   // the day on which somebody looks at the entry again; empty in content from before there was one
	Note     string   // what is paid, paused or moved
	Abroad   string   // id of the resource that stands in its place outside its country; empty where nothing does
	Instead  string   // id of the resource to use instead; never empty for one that is paid, paused or perhaps moved

	Alternates []Alternate // addresses for one size or one practice
}

// Alternate is a resource's address for one size of organization or for one
// HICP practice.
type Alternate struct {
	For  string // small, medium, large, or practice-1 to practice-10
	URL  string
	Page int // of the PDF, counted from 1; 0 for none
}

// Practices is the number of HICP's practices.
const Practices = 10

// Doubtful reports whether something else should be used while this cannot be
// had, has to be paid or may have moved; Instead names it.
func (r *Resource) Doubtful() bool { return r.Status != "attested" || r.Cost == "paid" }

// Everything reports whether the resource is about all HICP practices, and so
// about none in particular.
func (r *Resource) Everything() bool { return len(r.HICP) == Practices }

var kinds = []string{"service", "guidance", "training", "alerts", "reporting-portal", "tool", "template", "community", "exercise", "funding"}

// toolkits say how near a resource is to the toolkit of CISA and HHS, nearest first.
var toolkits = []string{"listed", "family", "companion"}

// costs are what a resource may cost, cheapest first.
var costs = []string{"free", "mixed", "paid"}

// ByKind compares the places of two resources in [ResourceKinds].
func ByKind(a, b *Resource) int { return placeIn(kinds, a.Kind) - placeIn(kinds, b.Kind) }

// CostOrder returns 0 for a free resource, 1 for one that is free in part, 2 for
// one that is paid, and 3, the last, for one that does not say.
func (r *Resource) CostOrder() int { return placeIn(costs, r.Cost) }

// enrollable are the services that the program writes a message for.
var enrollable = []string{"cyber-hygiene", "web-scanning"}

// placeIn returns the place of a word in a list. A word that is not in it comes
// after all that are, so that nothing unknown is taken for the best.
func placeIn(list []string, word string) int {
	if i := slices.Index(list, word); i >= 0 {
		return i
	}
	return len(list)
}

// ResourceKinds lists the kinds of resource, in the order in which they are shown.
func ResourceKinds() []string { return slices.Clone(kinds) }

// Caveat says where help is not free or may not be where it was: "paid, paused"; ""
// for most.
func (r *Resource) Caveat() string {
	cost := map[string]string{"mixed": "partly free", "paid": "paid"}[r.Cost]
	status := map[string]string{"maybe-moved": "perhaps moved", "paused": "paused"}[r.Status]
	return words.Join(", ", cost, status)
}

// EnrollCommand is the command that writes the message that signs up; "" for most.
func (r *Resource) EnrollCommand() string {
	if r.Enroll == "" {
		return ""
	}
	return "hygeia resources enroll " + r.Enroll
}
