package frameworks

import (
	"slices"

	"hygeia/frameworks/words"
)

// Requirement is one outcome, goal or sub-practice of a framework.
type Requirement struct {
	ID, Title string
	Duty      Duty        // in a law: standard, required or addressable
	Binds     Body        // the other kind of organization it binds only; Extent is None then
	Sizes     []Size      // sizes it is written for; empty means every size
	Questions []*Question // asked for this framework, and count
	Counts    []*Question // count where something else asks them; none of Questions
	Extent    Extent
	Why       string    // why these questions count for it
	Missing   []Missing // what of it Questions alone do not ask; in old content the Note says it
	Note      string    // other remarks, or why nothing is asked
	Source    string    // whose mapping it is, and where the requirement is printed
}

// Missing is a part of a requirement that its framework does not ask.
type Missing struct {
	What string      // completes "Not asked: …", without a full stop
	By   []*Question // questions that ask it when something else asks them; none: asked nowhere
}

// Speakers returns the questions that speak for the requirement, those asked
// for it first.
func (r *Requirement) Speakers() []*Question {
	return append(slices.Clone(r.Questions), r.Counts...)
}

// Asks reports whether the requirement's framework asks the question for it.
// It is false for one that only counts.
func (r *Requirement) Asks(q *Question) bool {
	return slices.ContainsFunc(r.Questions, func(asked *Question) bool { return asked.Key == q.Key })
}

// AppliesTo reports whether the requirement is written for organizations of
// that size. Without a chosen size every requirement applies.
func (r *Requirement) AppliesTo(size Size) bool {
	return len(r.Sizes) == 0 || size == 0 || slices.Contains(r.Sizes, size)
}

// Body is a kind of organization that is no provider of care, or only part of
// one, and that some requirements bind alone.
type Body int

// The bodies; the zero value is none, and the requirement binds everyone.
const (
	NoBody Body = iota
	Clearinghouse
	GroupHealthPlan
	Government
	Subcontractor
)

var bodyWords = words.NewSet[Body]("binds", "", "clearinghouse", "group-health-plan", "government", "subcontractor")

var bodyNames = [...]string{
	"", "health care clearinghouses", "group health plans", "government bodies", "business associates with subcontractors",
}

// String returns the word used in files, and nothing for the zero value.
func (b Body) String() string { return bodyWords.Word(b) }

// Name returns the words shown to people, in the plural.
func (b Body) Name() string { return bodyNames[b] }

// ParseBody reads the word a file uses for a kind of organization.
func ParseBody(s string) (Body, error) { return bodyWords.Parse(s) }
