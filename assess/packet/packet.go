package packet

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Mark says who may pass a hand-out on (TLP 2.0): it leaves the house for those who
// need it to answer.
const Mark = "TLP:AMBER"

// Packet is a hand-out: what its reader sees, and nothing else.
type Packet struct {
	ID           string // follows from all the rest: the same hand-out has the same
	Organization string
	Quarter      assess.Quarter
	Due          assess.Date // the last day to send it back; zero for none
	Asked        []string    // roles that are asked, as in [frameworks.Question.Ask]; may be empty
	To           string      // who gets this copy; it tells copies apart and stands in none of them; may be empty
	Questions    []Question  // in the order of asking
}

// Question is one question of a hand-out.
type Question struct {
	Key, Title, Text string
	Section          string // the section it is asked in
	Why, Help        string
	Wording          [4]string
	LookFor          []string
	First, Care      string // the first step if the answer is low, and what to ask the care areas before it
	Terms            []Term // words in it that may need explaining
	MustApply        bool   // "does not apply" is refused

	Today string         // the answer of today in words; empty if there is none
	Since assess.Quarter // the quarter it was last given or confirmed in
	Still bool           // it may be said to be still true
	Check Check
}

// Term is a word with its meaning.
type Term struct{ Name, Means string }

// Wish is what a hand-out is made of.
type Wish struct {
	Keys  []string    // of the questions, in whatever order
	Asked []string    // roles that are asked
	To    string      // who gets this copy; may be empty
	Due   assess.Date // the last day to send it back
}

// New makes a hand-out of a quarter on that day. The questions come in the order
// in which they are asked; those that the quarter does not ask come last.
func New(lib *frameworks.Library, a *assess.Assessment, wish Wish, on assess.Date) *Packet {
	p := &Packet{
		Organization: words.Line(a.Organization.Name), Quarter: a.Period,
		Due: wish.Due, Asked: slices.Clone(wish.Asked), To: words.Line(wish.To),
	}
	add := func(q *frameworks.Question, section string) {
		if slices.Contains(wish.Keys, q.Key) {
			p.Questions = append(p.Questions, newQuestion(lib, a, q, section, on))
		}
	}
	asked := map[string]bool{}
	for _, c := range assess.Chapters(lib, a.Frameworks, a.Organization.Size) {
		for _, q := range c.Questions {
			asked[q.Key] = true
			add(q, c.Section.Title)
		}
	}
	for _, q := range lib.Questions {
		if !asked[q.Key] {
			add(q, "")
		}
	}
	p.ID = p.id()
	return p
}

func newQuestion(lib *frameworks.Library, a *assess.Assessment, from *frameworks.Question, section string, on assess.Date) Question {
	ans := a.Answers[from.Key]
	q := Question{
		Key: from.Key, Title: from.Title, Text: from.Text, Section: section,
		Why: from.Why, Help: from.Help, Wording: from.Wording, LookFor: from.LookFor,
		First: from.Fix.Do, Care: from.Fix.Care, MustApply: from.MustApply,
		Check: Check{Question: questionDigest(from), Answer: answerDigest(ans)},
	}
	if ans.State != assess.Open && ans.Left == assess.NotLeft && !ans.Outdated(from) {
		q.Today, q.Since = ans.Name(), a.Period
		if !ans.Carried.IsZero() {
			q.Since = ans.Carried
		}
		q.Still = ans.Stands(from, on) == nil
	}
	q.Terms = termsIn(lib, q)
	return q
}

// RoleNames names who is asked: "IT staff and human resources"; "" for nobody in
// particular.
func (p *Packet) RoleNames() string {
	names := make([]string, len(p.Asked))
	for i, role := range p.Asked {
		names[i] = frameworks.RoleName(role)
	}
	return words.And(names)
}
