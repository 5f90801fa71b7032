// Package rollup puts the quarters of many sites side by side. What one site
// comes to is a [Site], made from its latest finished quarter and the one before;
// what all of them come to is a [Rollup], made from sites alone. There are no
// averages: a figure over sites is the worst, the median and the best of them,
// with how many were asked.
//
// Nothing in it names a person, and a site's own questions are in no figure here:
// no other site is asked them.
package rollup

import (
	"hygeia/assess"
	"hygeia/frameworks"
)

// Site is what one site's quarter comes to. It holds nothing of the quarter, so
// that a thousand of them fit into memory.
type Site struct {
	Name    string // of the organization; may be empty
	Size    string
	Period  assess.Quarter
	Draft   bool // no quarter is finished: these are the figures of a draft
	AsOf    assess.Date
	Version string // of the content
	Digest  string // of the content

	Goals   assess.Goals
	Goal    []Goal  // each Essential goal that applies, in the order of the catalog
	All     Score   // all questions asked
	Scores  []Score // the sections of the frameworks asked, in the order of the catalogs
	Items   []Item  // the shipped questions asked that apply, in asking order
	Own     int
	Matters []Matter // open, with a date, by number
	Change  *Change  // nil without an earlier finished quarter
	Taken   []Taken  // answers taken over from a parent, by folder
	Self    bool     // somebody here answered every question of the Essential goals
}

// Goal is how far an Essential goal is met.
type Goal struct {
	ID     string
	Title  string // where the shipped content has no such goal
	Sign   string // of the questions it rests on
	Status assess.ReqStatus
}

// Score is a section of a framework, or all questions asked, at one site.
type Score struct {
	Framework string // id; empty for all questions asked
	ID        string
	Title     string       // where the shipped content has no such section
	Sign      string       // of the questions that it rests on at any size
	Single    bool         // a single score may be shown
	Score     assess.Share // says nothing where nothing was answered
	Low       assess.Share
	High      assess.Share
	Text      string // as every report prints it: "68%", "50 to 74%", "not assessed"
	Color     assess.Color
}

// Item is one question at one site.
type Item struct {
	Key      string
	Revision int
	Title    string // where the shipped content has no such question
	State    assess.State
	Points   int
	Gap      int
	Target   frameworks.Level
	First    bool   // must not wait: tier 1 (SCORING 7)
	From     string // the folder of the parent whose answer it is
}

// Matter is an open matter of the site's ledger that has a date.
type Matter struct {
	Number   int
	Question string
	Title    string // where the shipped content has no such question
	Date     assess.Date
	Asks     int
	Decided  string // fix, accept, transfer or later; empty where nothing stands
}

// Change is what became different since the finished quarter before.
type Change struct {
	From       assess.Quarter
	Goals      assess.Goals
	NewContent bool
	Fell       []Move // what fell, in the order of SCORING 8
	SetAside   []Move // what was set aside as not applying
	Rose       int
	Corrected  int
}

// Move is a question that fell or was set aside.
type Move struct {
	Key       string
	Title     string // where the shipped content has no such question
	From      string // as people read it: "Yes"
	To        string
	Corrected bool
}

// Taken is what a site took over from one folder.
type Taken struct {
	From    string
	Period  assess.Quarter
	Answers int
}
