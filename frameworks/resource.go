package frameworks

import "slices"

// Resource is something free (or marked as paid) that helps to close a gap.
// Addresses are printed and never opened.
type Resource struct {
	ID       string
	Title    string
	Provider string
	Kind     string // service, guidance, training, alerts, reporting-portal, tool, template, community or exercise
	URL      string // https: only
	Cost     string // free, paid or mixed
	Audience []Size
	Country  string   // "us" for organizations in the United States only, "any" otherwise
	Gives    string   // what the reader gets, one sentence
	How      []string // the steps to get it
	Contact  string   // a mailbox or a phone number; may be empty
	HICP     []int    // HICP practices it serves, 1 to 10
	CSF      []string // CSF categories and subcategories it serves
	Status   string   // attested, or maybe-moved
	Seen     string   // the newest date a source stated, or "undated"
	Note     string   // paid, paused or moved: what to do instead
}

var kinds = []string{"service", "guidance", "training", "alerts", "reporting-portal", "tool", "template", "community", "exercise"}

// ResourceKinds lists the kinds of resource, in the order in which they are shown.
func ResourceKinds() []string { return slices.Clone(kinds) }
