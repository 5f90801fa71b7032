package assess

import (
	"time"

	"hygeia/frameworks"
)

// Assessment is what one organization said about one quarter.
type Assessment struct {
	Period       Quarter
	Status       Status
	Rules        int // the rules it was begun under: 0 and [CurrentRules] are today's, 1 those of a file from before they were counted
	Organization Organization
	Frameworks   []string // ids of what is asked; the Essential goals are asked besides
	Started      time.Time
	Updated      time.Time
	Day          Date // as-of day of a draft, where the person sits; zero in files from before it was kept
	Finished     Date // zero for a draft
	Reopened     []Reopening
	Content      Pin    // the content it was last saved against
	Previous     string // digest of the quarter before, set by finishing
	At           string // key of the question where the last sitting stopped
	Targets      map[string]Target
	Answers      map[string]Answer
	Decisions    map[string]Decision // by question key: of a file, what was typed before there was a ledger; to be evaluated, what the ledger says
	Facts        map[string]Fact     // by key of the fact; nil if none is answered
	Ledger       Mark                // how far the ledger went when it was finished
	Matters      map[string]Matter   // by question key, from the ledger; no part of the file
	Scans        Pins                // of a finished quarter: the scans it was scored with
	Evidence     []*Evidence         // what was kept of scan files in the folder; no part of the file
	Inherits     Inheritance         // which answers are a parent's
	Inherited    map[string]Answer   // of a draft, the answers that the parent gave, as they were put among Answers; no part of the file
}

// Status is draft or finished.
type Status int

// A quarter is a draft until it is finished.
const (
	Draft Status = iota
	Finished
)

// String returns draft or finished.
func (s Status) String() string {
	if s == Finished {
		return "finished"
	}
	return "draft"
}

// Organization is who is being assessed.
type Organization struct {
	Name       string
	Latin      string // the name in Latin letters, where it is written in others; may be empty
	Size       frameworks.Size
	SizeReason string // why this size, where the factors disagree or the person chose otherwise
	Beds       int    // 0 if it has none
	Clinicians int    // 0 if not told
	Critical   bool   // a critical-access hospital
	IT         string // who runs its IT: own, shared or outsourced; empty if not told
	Country    string // "us" unless told otherwise
	State      string // two capital letters, such as TX; empty if not told or outside the United States
}

// Pin names the content a quarter was answered against.
type Pin struct{ Version, Digest string }

// Target is a level an organization set for itself, with its reason (SCORING 6).
type Target struct {
	Level    frameworks.Level
	Reason   string
	Approver string // who agreed; needed below the usual target
}

// CurrentRules is the number of the rules that a new quarter is begun under
// (SCORING 1).
const CurrentRules = 2

// older reports whether the quarter was begun under rules that allowed more:
// what they allowed stays allowed in it.
func (a *Assessment) older() bool { return a.Rules == 1 }

// Reopening records that a finished quarter was opened again.
type Reopening struct {
	On     Date
	Reason string
}

// AsOf returns the day on which everything that depends on time is judged: the
// day it was finished, for a draft the day of its last change (SCORING 1). A
// draft that was never changed has none.
func (a *Assessment) AsOf() Date {
	switch {
	case a.Status == Finished:
		return a.Finished
	case !a.Day.IsZero():
		return a.Day
	case a.Updated.IsZero():
		return Date{}
	}
	return DateOf(a.Updated.UTC())
}

// Touch records the moment of a change: the instant, and the day it is where
// the person sits, which is the time zone of now.
func (a *Assessment) Touch(now time.Time) {
	a.Updated = toSecond(now)
	a.touch(DateOf(now))
}

// touch keeps the as-of day of a draft from lying before its last change.
func (a *Assessment) touch(on Date) {
	if asOf := a.AsOf(); asOf.After(on) {
		on = asOf
	}
	a.Day = on
}
