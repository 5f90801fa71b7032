package data

import "hygeia/assess"

// Organization is who is assessed.
type Organization struct {
	Name       string `json:"name"`
	Size       string `json:"size"`        // small, medium or large; "" if none is chosen
	SizeReason string `json:"size_reason"` // why this size
	Beds       int    `json:"beds"`        // 0 if it has none
	Clinicians int    `json:"clinicians"`  // 0 if not told
	Critical   bool   `json:"critical"`    // a critical-access hospital
	IT         string `json:"it"`          // own, shared or outsourced; "" if not told
	Country    string `json:"country"`
	State      string `json:"state"` // its two letters; "" if not told or outside the United States
}

// NewOrganization returns a profile with its texts cleaned.
func NewOrganization(o assess.Organization) Organization {
	return Organization{
		Name: assess.Clean(o.Name), Size: o.Size.String(), SizeReason: assess.Clean(o.SizeReason),
		Beds: o.Beds, Clinicians: o.Clinicians, Critical: o.Critical, IT: assess.Clean(o.IT), Country: assess.Clean(o.Country), State: assess.Clean(o.State),
	}
}

// Content is what a quarter was answered against.
type Content struct {
	Version string `json:"version"`
	Digest  string `json:"digest"` // "sha256:" and 64 hex digits
}

// NewContent returns the version and digest of a content.
func NewContent(version, digest string) Content { return Content{version, digest} }

// Goals is how many of the Essential goals are met.
type Goals struct {
	Met     int    `json:"met"`
	Known   bool   `json:"known"`       // somebody answered something about them
	Nearly  int    `json:"nearly"`      // nearly met, not among met
	Another int    `json:"another_way"` // met another way, not among met
	Of      int    `json:"of"`          // Essential goals that apply
	Text    string `json:"text"`        // "4 of 10 met, 3 nearly, 1 another way"
}

// NewGoals returns the headline as data.
func NewGoals(g assess.Goals) Goals {
	return Goals{Met: g.Met, Known: g.Known, Nearly: g.Nearly, Another: g.Another, Of: g.Of, Text: g.String()}
}
