package assess

import (
	"cmp"
	"math/big"
	"slices"
)

// Comparison is what changed between two quarters (SCORING 8).
type Comparison struct {
	Before, After *Result          // Before is nil where there is no earlier quarter
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

// Shown returns the change of the framework's plain mean, nil where either
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
	Real          *big.Rat       // answers that improved or worsened; nil like Matched
	Corrected     *big.Rat       // answers that were wrong before; nil like Matched
	Scope         *big.Rat       // (S2 - S1) - Matched, or S2 - S1 if Compared is 0; nil where either score is missing
	Shown         *big.Rat       // S2 - S1; nil likewise
	Contributions []Contribution // largest fall first, then largest rise, then key; zero ones left out

	Requirements []RequirementChange // in the order of the catalog; none without an earlier quarter
}

// Contribution is one question's share of a section's matched change.
type Contribution struct {
	After     *Item
	Before    *Item
	Change    *big.Rat
	Corrected bool
}

// Compare takes apart what changed from one quarter to a later one (SCORING 8).
// Without an earlier quarter (before is nil) nothing is compared and no question
// is listed.
func Compare(before, after *Result) *Comparison {
	c := &Comparison{Before: before, After: after}
	if before == nil {
		c.Views = viewChanges(nil, after)
		return c
	}
	for q := before.Period.Next(); after.Period.Since(q) > 0; q = q.Next() {
		c.Skipped = append(c.Skipped, q)
	}
	c.NewContent = before.Library.Digest != after.Library.Digest
	c.Views = viewChanges(before, after)
	c.Questions = questionChanges(before, after)
	return c
}

// viewChanges compares the frameworks that both quarters know; without an
// earlier quarter it lists all of the later one's.
func viewChanges(before, after *Result) []ViewChange {
	var list []ViewChange
	for i := range after.Views {
		v := &after.Views[i]
		var old *View
		if before != nil {
			var ok bool
			if old, ok = before.View(v.Framework.ID); !ok {
				continue
			}
		}
		list = append(list, viewChange(before, old, v))
	}
	return list
}

func viewChange(before *Result, old, v *View) ViewChange {
	c := ViewChange{Before: old, View: v}
	for i := range v.Sections {
		sec := &v.Sections[i]
		if was := old.section(sec.ID); was != nil {
			change := sectionChange(&was.Group, &sec.Group, before.Period)
			change.Requirements = requirementChanges(was, sec)
			c.Sections = append(c.Sections, change)
		} else {
			c.Sections = append(c.Sections, SectionChange{After: &sec.Group})
		}
	}
	return c
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
func sectionChange(before, after *Group, since Quarter) SectionChange {
	c := SectionChange{Before: before, After: after}
	pairs := matchedPairs(before, after)
	c.Compared = len(pairs)
	if c.Compared > 0 {
		c.contribute(pairs, since)
	}
	if !before.HasScore() || !after.HasScore() {
		return c
	}
	c.Shown = new(big.Rat).Sub(after.Tally.Score().Rat(), before.Tally.Score().Rat())
	c.Scope = new(big.Rat).Set(c.Shown)
	if c.Matched != nil {
		c.Scope.Sub(c.Scope, c.Matched)
	}
	return c
}

type pair struct{ before, after *Item }

// matchedPairs returns the questions of a group that can be compared.
func matchedPairs(before, after *Group) []pair {
	old := map[string]*Item{}
	for _, it := range before.Items {
		old[it.Question.Key] = it
	}
	var pairs []pair
	for _, it := range after.Items {
		if b := old[it.Question.Key]; matched(b, it) {
			pairs = append(pairs, pair{b, it})
		}
	}
	return pairs
}

// matched reports whether two items can be compared: the same question in the
// same meaning, answered in both quarters. "Don't know" counts as answered, "does
// not apply" does not.
func matched(before, after *Item) bool {
	return before != nil && after != nil &&
		before.Question.Revision == after.Question.Revision &&
		before.answered() && after.answered()
}

// corrected reports whether the person said, later than the quarter compared
// with, that the earlier answer had been wrong. An older correction explains an
// older change.
func corrected(after *Item, since Quarter) bool {
	return after.Answer.Change == Corrected && after.Answer.Changed.Since(since) > 0
}

// contribute fills Matched, its two parts and one contribution a question, with
// the later quarter's weights.
func (c *SectionChange) contribute(pairs []pair, since Quarter) {
	for _, p := range pairs {
		c.Weight += p.after.Weight
	}
	c.Matched, c.Real, c.Corrected = new(big.Rat), new(big.Rat), new(big.Rat)
	for _, p := range pairs {
		moved := p.after.Weight * (p.after.Points - p.before.Points)
		if moved == 0 {
			continue
		}
		x := Contribution{
			Before: p.before, After: p.after,
			Change:    Share{moved, 3 * c.Weight}.Rat(),
			Corrected: corrected(p.after, since),
		}
		c.Contributions = append(c.Contributions, x)
		c.Matched.Add(c.Matched, x.Change)
		if x.Corrected {
			c.Corrected.Add(c.Corrected, x.Change)
		} else {
			c.Real.Add(c.Real, x.Change)
		}
	}
	slices.SortFunc(c.Contributions, compareContributions)
}

// compareContributions puts falls before rises and the larger of each first.
func compareContributions(a, b Contribution) int {
	return cmp.Or(
		cmp.Compare(a.Change.Sign(), b.Change.Sign()),
		new(big.Rat).Abs(b.Change).Cmp(new(big.Rat).Abs(a.Change)),
		cmp.Compare(a.After.Question.Key, b.After.Question.Key),
	)
}
