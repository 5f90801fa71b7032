package assess

import (
	"cmp"
	"math/big"
	"slices"
)

// Comparison is what changed between two quarters (SCORING 8).
type Comparison struct {
	Before, After *Result          // Before is nil where there is no earlier quarter
	Saved         []*Result        // the quarters whose steps add up to the change, both ends included, oldest first
	Skipped       []Quarter        // quarters in between that are not part of it (missing or left out)
	NewContent    bool             // the two were answered against different content
	Views         []ViewChange     // frameworks that both know, in the later one's order
	Questions     []QuestionChange // in the order of SCORING 8: what fell first
}

// ViewChange is what changed in one framework.
type ViewChange struct {
	Before   *View // nil if there is no earlier quarter
	View     *View // of the later quarter
	Sections []SectionChange
}

// Shown returns the change of the framework's Overall, nil where either
// quarter has none.
func (v *ViewChange) Shown() *big.Rat {
	if v.Before == nil || v.Before.Overall.Score == nil || v.View.Overall.Score == nil {
		return nil
	}
	return new(big.Rat).Sub(v.View.Overall.Score, v.Before.Overall.Score)
}

// RequirementChange is how far a requirement was met before and is now.
type RequirementChange struct {
	Before *Requirement // nil if the earlier content has no such requirement in the section
	After  *Requirement
}

// Moved reports whether its status changed, or it is new.
func (r RequirementChange) Moved() bool { return r.Before == nil || r.Before.Status != r.After.Status }

// SectionChange is the change of one section, taken apart. Only Real is progress.
type SectionChange struct {
	Before, After *Group         // Before is nil if the earlier content has no such section
	Compared      int            // questions answered in both quarters, same revision
	Weight        int            // of the questions compared, by the later quarter
	Matched       *big.Rat       // nil if Compared is 0; Real + Corrected
	Real          *big.Rat       // steps that improved or worsened; nil like Matched
	Corrected     *big.Rat       // steps by which only more is known; nil like Matched
	Scope         *big.Rat       // (S2 - S1) - Matched, or S2 - S1 if Compared is 0; nil where either score is missing
	Shown         *big.Rat       // S2 - S1; nil likewise
	Contributions []Contribution // largest fall first, then largest rise, then key; those without a step left out

	Requirements []RequirementChange // in the order of the catalog; none without an earlier quarter
	Thin         bool                // too little weight compared to be named as what rose or fell most
}

// Contribution is one question's share of a section's matched change: Real and
// Correction add up to Change.
type Contribution struct {
	After            *Item
	Before           *Item
	Change           *big.Rat
	Real, Correction *big.Rat
	Steps            []Step
	Corrected        bool // all of it is correction
}

// Compare takes apart what changed from one quarter to a later one (SCORING 8).
// Between are the saved quarters that lie between the two, oldest first: the
// change of each question is then the sum of its steps, each under its own
// reason. Without an earlier quarter (before is nil) nothing is compared and no
// question is listed.
func Compare(before, after *Result, between ...*Result) *Comparison {
	c := &Comparison{Before: before, After: after}
	if before == nil {
		c.Views = c.viewChanges()
		return c
	}
	c.row(between)
	c.Skipped = skipped(c.Saved)
	for i, r := range c.Saved[1:] {
		c.NewContent = c.NewContent || r.Library.Digest != c.Saved[i].Library.Digest
	}
	c.Views = c.viewChanges()
	c.Questions = c.questionChanges()
	return c
}

// Changes returns what happened to each question from one quarter to a later one, as
// [Compare] has it, and nothing else.
func Changes(before, after *Result) []QuestionChange {
	c := &Comparison{Before: before, After: after}
	c.row(nil)
	return c.questionChanges()
}

// row fills in the quarters whose steps are counted.
func (c *Comparison) row(between []*Result) {
	c.Saved = append(append(append(c.Saved, c.Before), between...), c.After)
}

// skipped returns the quarters between the first and the last that are not among
// the saved ones.
func skipped(saved []*Result) []Quarter {
	var missing []Quarter
	for i, r := range saved[1:] {
		for q := saved[i].Period.Next(); r.Period.Since(q) > 0; q = q.Next() {
			missing = append(missing, q)
		}
	}
	return missing
}

// viewChanges compares the frameworks that both quarters know; without an
// earlier quarter it lists all of the later one's.
func (c *Comparison) viewChanges() []ViewChange {
	var list []ViewChange
	for i := range c.After.Views {
		v := &c.After.Views[i]
		var old *View
		if c.Before != nil {
			var ok bool
			if old, ok = c.Before.View(v.Framework.ID); !ok {
				continue
			}
		}
		list = append(list, c.viewChange(old, v))
	}
	return list
}

func (c *Comparison) viewChange(old, v *View) ViewChange {
	change := ViewChange{Before: old, View: v}
	for i := range v.Sections {
		sec := &v.Sections[i]
		if was := old.section(sec.ID); was != nil {
			sc := c.sectionChange(&was.Group, &sec.Group)
			sc.Requirements = requirementChanges(was, sec)
			change.Sections = append(change.Sections, sc)
		} else {
			change.Sections = append(change.Sections, SectionChange{After: &sec.Group})
		}
	}
	return change
}

func requirementChanges(before, after *Section) []RequirementChange {
	list := make([]RequirementChange, len(after.Requirements))
	for i := range after.Requirements {
		r := &after.Requirements[i]
		list[i] = RequirementChange{before.requirement(r.ID), r}
	}
	return list
}

// section returns the section with that id, nil if there is none.
func (v *View) section(id string) *Section {
	if v == nil {
		return nil
	}
	for i := range v.Sections {
		if v.Sections[i].ID == id {
			return &v.Sections[i]
		}
	}
	return nil
}

// requirement returns the section's requirement with that id, nil if there is none.
func (s *Section) requirement(id string) *Requirement {
	for i := range s.Requirements {
		if s.Requirements[i].ID == id {
			return &s.Requirements[i]
		}
	}
	return nil
}

// sectionChange splits the change exactly: Matched = Real + Corrected, and
// Shown = Real + Corrected + Scope.
func (c *Comparison) sectionChange(before, after *Group) SectionChange {
	s := SectionChange{Before: before, After: after}
	s.contribute(c.moves(before, after))
	s.Thin = s.Weight < c.After.Library.Thresholds.Thin
	if !before.HasScore() || !after.HasScore() {
		return s
	}
	s.Shown = new(big.Rat).Sub(after.Tally.Score().Rat(), before.Tally.Score().Rat())
	s.Scope = new(big.Rat).Set(s.Shown)
	if s.Matched != nil {
		s.Scope.Sub(s.Scope, s.Matched)
	}
	return s
}

// moves returns the questions of a group that can be compared, each with its steps.
func (c *Comparison) moves(before, after *Group) []move {
	was := map[string]bool{}
	for _, it := range before.Items {
		was[it.Question.Key] = true
	}
	var moves []move
	for _, it := range after.Items {
		if !was[it.Question.Key] {
			continue
		}
		if m, ok := c.move(it.Question.Key); ok {
			moves = append(moves, m)
		}
	}
	return moves
}

// contribute fills Matched, its two parts and one contribution a question, with
// the later quarter's weights.
func (s *SectionChange) contribute(moves []move) {
	s.Compared = len(moves)
	if s.Compared == 0 {
		return
	}
	for _, m := range moves {
		s.Weight += m.after.Weight
	}
	s.Matched, s.Real, s.Corrected = new(big.Rat), new(big.Rat), new(big.Rat)
	for _, m := range moves {
		real, correction := m.parts()
		if real == 0 && correction == 0 {
			continue
		}
		part := func(points int) *big.Rat { return Share{m.after.Weight * points, 3 * s.Weight}.Rat() }
		x := Contribution{
			Before: m.before, After: m.after, Steps: m.steps,
			Change: part(real + correction), Real: part(real), Correction: part(correction),
			Corrected: real == 0,
		}
		s.Contributions = append(s.Contributions, x)
		s.Matched.Add(s.Matched, x.Change)
		s.Real.Add(s.Real, x.Real)
		s.Corrected.Add(s.Corrected, x.Correction)
	}
	slices.SortFunc(s.Contributions, compareContributions)
}

// compareContributions puts falls before rises and the larger of each first.
func compareContributions(a, b Contribution) int {
	return cmp.Or(
		cmp.Compare(a.Change.Sign(), b.Change.Sign()),
		new(big.Rat).Abs(b.Change).Cmp(new(big.Rat).Abs(a.Change)),
		cmp.Compare(a.After.Question.Key, b.After.Question.Key),
	)
}
