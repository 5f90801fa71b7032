package exchange

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Verdict says what becomes of one difference.
type Verdict int

// The verdicts.
const (
	Keep Verdict = iota // what is here stays
	Take                // what the file says is taken over
	Ask                 // both sides changed it: a person says which holds
)

// Change is one thing in which the file differs from what is here.
type Change struct {
	What    string // "answer", "target", ...
	Key     string // of the question; empty where What says it all
	Ours    string // what is here, in words
	Theirs  string // what the file says
	Verdict Verdict
	Lost    []string       // what is here and would be gone: "note", "proof", ...
	By      [2]string      // who gave the answer here, and in the file
	On      [2]assess.Date // when; zero where there is no answer

	part part
	gone bool // the file took it away
}

// Name names what the change is about.
func (c Change) Name() string {
	if c.What == "answer" {
		return c.Key
	}
	return words.Join(" ", words.Present(c.What, c.Key)...)
}

// Merge is what taking over a file comes to.
type Merge struct {
	Changes   []Change
	Confirmed []string // answers that were only carried here, and that the file gives again
	Unknown   []string // answers to questions that there are none of here
	NotAsked  []string // answers to questions that this quarter does not ask
	LeftOut   []LeftOut
	Empty     []string // questions that the file left without an answer

	ours, theirs *assess.Assessment
}

// Combine compares a quarter with another copy of it. Before are states that both
// may have come from, oldest first. With none it is judged by what each says of
// itself: what is only carried into the quarter gives way to what was said in it.
func Combine(lib *frameworks.Library, before []*assess.Assessment, ours, theirs *assess.Assessment) *Merge {
	return combine(lib, ancestor(lib, before, theirs), ours, theirs, false)
}

// CombineFrom is Combine for two that are known to come from the same state, so
// that what one of them no longer has was taken away there.
func CombineFrom(lib *frameworks.Library, base, ours, theirs *assess.Assessment) *Merge {
	return combine(lib, base, ours, theirs, true)
}

func combine(lib *frameworks.Library, base, ours, theirs *assess.Assessment, sure bool) *Merge {
	m := &Merge{ours: ours, theirs: theirs, Unknown: unknownKeys(lib, theirs)}
	for _, p := range parts(lib, ours, theirs) {
		if p.same(ours, theirs) {
			if p.fresh != nil && p.has(ours) && !p.fresh(ours) && p.fresh(theirs) {
				m.Confirmed = append(m.Confirmed, p.key)
			}
			continue
		}
		c := Change{What: p.what, Key: p.key, Ours: p.words(ours), Theirs: p.words(theirs), part: p}
		c.Verdict, c.gone = judge(p, base, ours, theirs, sure)
		if p.what == "answer" {
			c.answers(ours.Answers[p.key], theirs.Answers[p.key], sure)
		}
		m.Changes = append(m.Changes, c)
	}
	asked := assess.AskedQuestions(lib, append(slices.Clone(ours.Frameworks), theirs.Frameworks...), ours.Organization.Size)
	for _, c := range m.Changes {
		if c.What == "answer" && c.Verdict != Keep && !slices.ContainsFunc(asked, func(q *frameworks.Question) bool { return q.Key == c.Key }) {
			m.NotAsked = append(m.NotAsked, c.Key)
		}
	}
	return m
}

// judge decides about one difference; gone says that taking the file's side takes
// it away.
func judge(p part, base, ours, theirs *assess.Assessment, sure bool) (v Verdict, gone bool) {
	based := base != nil && p.has(base)
	switch {
	case !p.has(theirs):
		switch {
		case !sure || !based:
			return Keep, true // the file may never have had it
		case p.same(ours, base):
			return Take, true
		}
		return Ask, true
	case !p.has(ours):
		switch {
		case !based:
			return Take, false
		case p.same(theirs, base):
			return Keep, false // taken away here, and untouched there
		}
		return Ask, false
	case p.fresh != nil && p.fresh(ours) != p.fresh(theirs):
		if p.fresh(theirs) {
			return Take, false
		}
		return Keep, false
	case based && p.same(ours, base):
		return Take, false
	case based && p.same(theirs, base):
		return Keep, false
	}
	return Ask, false
}

// answers fills in what people want to know of two answers.
func (c *Change) answers(ours, theirs assess.Answer, sure bool) {
	c.By, c.On = [2]string{ours.By, theirs.By}, [2]assess.Date{ours.Recorded, theirs.Recorded}
	var names, added []string
	for _, b := range beside(ours, theirs) {
		if b.added {
			added = append(added, b.name)
		} else {
			names = append(names, b.name)
		}
		// A copy that lacks a note or a proof never takes away those that are here.
		stays := !sure && !c.gone && !b.theirs && (b.name == "note" || b.name == "proof")
		if b.ours && !stays && !b.added {
			c.Lost = append(c.Lost, b.name)
		}
	}
	if c.Ours == c.Theirs && len(names) > 0 {
		c.Theirs += ", but another " + words.And(names)
	}
	if len(added) > 0 && !c.gone {
		c.Theirs += ", with " + words.And(added)
	}
	if !sure && !c.gone {
		keepBeside(&c.part, ours, theirs)
	}
}

// keepBeside makes the taking over of an answer keep the note and proof that are
// here, where the file has none.
func keepBeside(p *part, ours, theirs assess.Answer) {
	if theirs.State == assess.Open || (theirs.Note != "" || ours.Note == "") && (len(theirs.Proof) > 0 || len(ours.Proof) == 0) {
		return
	}
	move, key := p.move, p.key
	p.move = func(to, from *assess.Assessment) {
		move(to, from)
		if from == nil {
			return
		}
		ans := theirs
		if ans.Note == "" {
			ans.Note = ours.Note
		}
		if len(ans.Proof) == 0 {
			ans.Proof = ours.Proof
		}
		to.Adopt(key, ans)
	}
}

// A besides is something that stands beside two answers and is not the same.
type besides struct {
	name         string
	ours, theirs bool // the answer has it at all
	added        bool // theirs holds all of ours
}

func holdsAll(all, of []assess.Proof) bool {
	return !slices.ContainsFunc(of, func(p assess.Proof) bool { return !slices.Contains(all, p) })
}

// days names two days, the one that is here first: " 2026-01-05 -> 2026-03-01".
func days(ours, theirs assess.Date) string {
	name := func(d assess.Date) string {
		if d.IsZero() {
			return "none"
		}
		return d.String()
	}
	return fmt.Sprintf(" %s -> %s", name(ours), name(theirs))
}

// beside returns what stands beside two answers and is not the same.
func beside(x, y assess.Answer) []besides {
	var all []besides
	for _, b := range []struct {
		besides
		same bool
	}{
		{besides{"reason", x.Reason != "", y.Reason != "", false}, x.Reason == y.Reason},
		{besides{"approver", x.Approver != "", y.Approver != "", false}, x.Approver == y.Approver},
		{besides{"review date" + days(x.Review, y.Review), !x.Review.IsZero(), !y.Review.IsZero(), false}, x.Review == y.Review},
		{besides{"day it is true since" + days(x.Effective, y.Effective), !x.Effective.IsZero(), !y.Effective.IsZero(), false}, x.Effective == y.Effective},
		{besides{"note", x.Note != "", y.Note != "", x.Note == "" || strings.Contains(y.Note, x.Note)}, x.Note == y.Note},
		{besides{"proof", len(x.Proof) > 0, len(y.Proof) > 0, holdsAll(y.Proof, x.Proof)}, slices.Equal(x.Proof, y.Proof)},
	} {
		if !b.same {
			all = append(all, b.besides)
		}
	}
	return all
}

// Questions returns the changes that a person has to decide about.
func (m *Merge) Questions() []*Change {
	var ask []*Change
	for i := range m.Changes {
		if m.Changes[i].Verdict == Ask {
			ask = append(ask, &m.Changes[i])
		}
	}
	return ask
}

// Changed reports whether anything is taken over.
func (m *Merge) Changed() bool {
	return len(m.Confirmed) > 0 || slices.ContainsFunc(m.Changes, func(c Change) bool { return c.Verdict == Take })
}

// Differs reports whether the file says anything else than what is here, whatever
// becomes of it.
func (m *Merge) Differs() bool { return len(m.Changes) > 0 }

// Apply puts what is taken over into the quarter that is here. Every question has
// to be decided by then.
func (m *Merge) Apply() error {
	if n := len(m.Questions()); n > 0 {
		return fmt.Errorf("%s not decided", words.Count(n, "change is", "changes are"))
	}
	for _, c := range m.Changes {
		switch {
		case c.Verdict != Take:
		case c.gone:
			c.part.move(m.ours, nil)
		default:
			c.part.move(m.ours, m.theirs)
		}
	}
	for _, key := range m.Confirmed {
		m.ours.Adopt(key, m.theirs.Answers[key])
	}
	return nil
}

// CombineAnswers is Combine for an answers file, which says only what somebody
// filled in, and who that was is told beside it. An answer that may not stand is
// an error, and nothing is compared then. What was answered here in the same
// quarter and is answered otherwise in the file is a question: the file may be the
// older of the two.
func CombineAnswers(lib *frameworks.Library, ours *assess.Assessment, given map[string]assess.Answer, by string, on assess.Date) (*Merge, error) {
	theirs := *ours
	if _, err := theirs.Merge(lib, given, by, on); err != nil {
		return nil, err
	}
	return combine(lib, nil, ours, &theirs, false), nil
}
