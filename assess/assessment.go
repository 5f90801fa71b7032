package assess

import (
	"time"

	"hygeia/frameworks"
)

// Assessment is what one organization said about one quarter.
type Assessment struct {
	Period       Quarter
	Status       Status
	Organization Organization
	Frameworks   []string // ids of what is asked; the Essential goals are asked besides
	Started      time.Time
	Updated      time.Time
	Finished     Date // zero for a draft
	Reopened     []Reopening
	Content      Pin    // the content it was last saved against
	Previous     string // digest of the quarter before, set by finishing
	At           string // key of the question where the last sitting stopped
	Targets      map[string]Target
	Answers      map[string]Answer
	Decisions    map[string]Decision // by question key
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
	Size       frameworks.Size
	SizeReason string // why this size, where the factors disagree or the person chose otherwise
	Beds       int    // 0 if it has none
	Clinicians int    // 0 if not told
	Critical   bool   // a critical-access hospital
	IT         string // who runs its IT: own, shared or outsourced; empty if not told
	Country    string // "us" unless told otherwise
}

// Pin names the content a quarter was answered against.
type Pin struct{ Version, Digest string }

// Target is a level an organization set for itself, with its reason (SCORING 6).
type Target struct {
	Level  frameworks.Level
	Reason string
}

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
	case a.Updated.IsZero():
		return Date{}
	}
	return DateOf(a.Updated)
}
