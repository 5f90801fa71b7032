package frameworks

import "hygeia/frameworks/words"

// Framework is a published catalogue seen as a view on the question bank. It
// asks nothing itself: its requirements name the questions that speak for them.
type Framework struct {
	ID        string // "nist-csf-2.0"
	Short     string // "csf", unique among the loaded frameworks
	Title     string
	Version   string
	Publisher string
	URL       string
	Standing  string // voluntary, law, ...
	Notice    string // what is the publisher's and what is ours
	Sections  []Section
	Withdrawn []Withdrawn // ids the publisher withdrew; refused by name
}

// Section is a CSF function, an HICP practice, an HPH tier or a HIPAA safeguard.
type Section struct {
	ID, Title string
	Groups    []Group // CSF categories; one unnamed group where a framework has none
}

// Group is a CSF category, or the one unnamed group of a section.
type Group struct {
	ID, Title    string
	Requirements []*Requirement
}

// Requirements returns the section's requirements for a size, in catalog order.
func (s *Section) Requirements(size Size) []*Requirement {
	var rs []*Requirement
	for _, g := range s.Groups {
		for _, r := range g.Requirements {
			if r.AppliesTo(size) {
				rs = append(rs, r)
			}
		}
	}
	return rs
}

// Duty is what kind of duty a requirement of the HIPAA Security Rule is (45 CFR
// 164.306(d)). Addressable is not optional: it is done, or an equal measure is,
// or it is written down why neither would be reasonable.
type Duty int

// The kinds of duty; the zero value is a requirement that is not law.
const (
	NoDuty Duty = iota
	Standard
	Required
	Addressable
)

var dutyWords = words.NewSet[Duty]("duty", "", "standard", "required", "addressable")

// String returns standard, required or addressable, and nothing for the zero value.
func (d Duty) String() string { return dutyWords.Word(d) }

// ParseDuty reads standard, required or addressable.
func ParseDuty(s string) (Duty, error) { return dutyWords.Parse(s) }

// Extent says how much of a requirement its questions ask.
type Extent int

// The three extents; None is the zero value, so that a requirement without
// questions claims nothing.
const (
	None Extent = iota // no question speaks for it
	Part               // the questions are not all of it; Missing says what is not
	Full               // its main outcome is asked
)

var extentWords = words.NewSet[Extent]("extent", "none", "part", "full")

// String returns none, part or full.
func (e Extent) String() string { return extentWords.Word(e) }

// ParseExtent reads none, part or full.
func ParseExtent(s string) (Extent, error) { return extentWords.Parse(s) }
