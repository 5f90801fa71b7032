package frameworks

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
	Clocks []Clock // who must be told by when

	Notice  string // what the page is not
	Sources []string
}

// Step is one thing to do, or not to do.
type Step struct {
	Do  string // one sentence
	How string // how, or why; may be empty
}

// Call is somebody outside to be told, or the hospital's own people, who have
// no number here.
type Call struct {
	Who   string
	For   string // what for
	When  string // "The same day."
	Phone string
	Mail  string
	Links []Link
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
}
