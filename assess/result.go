package assess

import (
	"math/big"

	"hygeia/frameworks"
)

// Result is what a quarter's answers amount to. [Evaluate] computes it; nothing
// of it is ever saved.
type Result struct {
	Period     Quarter
	Status     Status
	AsOf       Date
	Size       frameworks.Size
	Library    *frameworks.Library
	Assessment *Assessment

	Items   []*Item  // the questions asked this quarter, in asking order
	Unasked []*Item  // answers that are kept of questions not asked this quarter, by the library's order; they count nowhere
	All     Group    // all asked shipped questions as one group: the one aggregate of a first page
	Added   Group    // the organization's own questions, which count in no shipped group; without items if there are none
	Views   []View   // every framework of the library, in its order
	Threats []Threat // every threat, heaviest first, then by key
	Goals   Goals    // the headline: Essential goals met

	items map[string]*Item
}

// Item is one asked question with what was said about it and what that counts.
type Item struct {
	Question   *frameworks.Question
	Answer     Answer
	State      State // as counted: Open too where the answer belongs to an older revision
	Points     int   // 0 to 3
	Proven     int   // the points when only answers with fresh proof count (SCORING 2)
	Weight     int   // 1 to 3 (SCORING 3)
	Tier       frameworks.Tier
	Target     frameworks.Level // SCORING 6
	Usual      frameworks.Level // the target without one of the organization's own
	Own        string           // the organization's reason for a target of its own; empty for the default
	Gap        int              // points missing to the target; for an open one its whole target; 0 where it does not apply
	Incomplete bool             // another way without reason, approver or valid review date: counts 0
	Outdated   bool             // answered in an earlier meaning of the question: ask again
	Reworded   bool             // answered before the question was reworded, at a level that still means the same: counts
	Stale      bool             // carried for two quarters or more without being confirmed
	Added      bool             // a question of the organization's own
	From       string           // whose answer it is where it was taken over: "Prairie Health, 2026-Q3"; empty for one given here
	Scans      []Saying         // what scan files say about the answer, what weighs most first
}

// Standing says how much of a group's score may be shown (SCORING 4).
type Standing int

// The standings, from nothing to everything.
const (
	NotCovered   Standing = iota // no question is asked
	DoesNotApply                 // every asked question does not apply
	NotAssessed                  // nobody answered anything: all is open, or only left open at a finish
	RangeOnly                    // coverage below 80: the range, no score, no color
	NarrowScope                  // scope below 50: likewise
	PartReach                    // reach under half: the score with its reach, no color
	Scored                       // score, range and color
)

// Color is the color word of a group, worst first. NoColor is the zero value.
type Color int

// The colors of SCORING 5.
const (
	NoColor Color = iota
	Red
	Grey
	Amber
	Green
)

// Group is any set of asked questions that is scored together: a section, a
// category, a threat, or everything.
type Group struct {
	ID, Title string
	Items     []*Item // each question once
	Tally     Tally
	Proven    Tally // the same with only proven answers counting
	Reach     Share // requirements with an asked question that applies, of all that do; of a threat, questions; says nothing elsewhere
	Answered  int   // questions somebody answered, unknown ones included
	LeftOpen  int   // questions that only a finish made "don't know"
	Asked     int   // questions that apply or are not answered yet
	Confirmed int   // questions answered or confirmed in this very quarter
	Excluded  int   // questions that do not apply
	Gap       Share // the function gap (SCORING 6)
	Limited   bool  // scope below 80: the rest does not apply
	Standing  Standing
	Color     Color
	Reason    string // the sentence that explains the color; empty without one

	small  int // the weight under which one answer moves much
	needed int // the coverage that a score needs, percent
}

// View is one framework seen through the answers.
type View struct {
	Framework *frameworks.Framework
	Asked     bool // chosen for this quarter; the Essential goals' framework always is
	Sections  []Section
	Overall   Overall
}

// Section is a section of a framework, scored, with its groups and requirements.
type Section struct {
	Group
	Groups       []Group // named groups only (CSF categories)
	Requirements []Requirement
}

// Requirement is one requirement with what its weakest question says (SCORING 5).
type Requirement struct {
	*frameworks.Requirement
	Status  ReqStatus
	Items   []*Item // its asked questions
	Weakest *Item   // nil where nothing applies or nothing is asked
}

// ReqStatus is how far a requirement is met, weakest first.
type ReqStatus int

// The statuses of SCORING 5.
const (
	ReqNotCovered ReqStatus = iota // no question of it is asked
	ReqDoesNotApply
	ReqNotMet
	ReqNotKnown
	ReqPartly
	ReqNearly     // nearly met: the weakest is Mostly
	ReqAnotherWay // met another way: the weakest is another way reaching Mostly
	ReqAsFarAsAsked
	ReqMet
)

// Overall is a framework as one group: all its distinct asked questions
// together, by weight (SCORING 4). It is never a headline.
type Overall struct {
	Group
	Score     *big.Rat // nil while it is undefined
	Low, High *big.Rat // the ends of its range; nil while Score is
	Missing   []string // titles of the sections without a score of their own, to be named beside it
}

// Goals is the headline: how many Essential goals are met.
type Goals struct {
	Known   bool // somebody answered something about them
	Met     int
	Nearly  int // nearly met, not among Met
	Another int // met another way, not among Met
	Of      int // goals that apply
}

// Threat is a threat as the group of asked shipped questions naming it.
type Threat struct {
	frameworks.Threat
	Group
}
