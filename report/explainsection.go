package report

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// namedSection is a section with its framework.
type namedSection struct {
	view *assess.ViewChange
	sc   *assess.SectionChange
}

// name tells sections of different frameworks apart: "csf/PR".
func (s namedSection) name() string { return s.view.View.Framework.Short + "/" + s.sc.After.ID }

// sectionsNamed returns the sections with that id, or the one named in full.
// Case does not matter.
func sectionsNamed(c *assess.Comparison, name string) []namedSection {
	var found []namedSection
	for i := range c.Views {
		v := &c.Views[i]
		for j := range v.Sections {
			s := namedSection{v, &v.Sections[j]}
			switch {
			case strings.EqualFold(s.name(), name):
				return []namedSection{s}
			case strings.EqualFold(s.sc.After.ID, name):
				found = append(found, s)
			}
		}
	}
	return found
}

// viewNamed returns the framework with that id or short name, nil if there is none.
func viewNamed(c *assess.Comparison, name string) *assess.ViewChange {
	for i := range c.Views {
		if f := c.Views[i].View.Framework; f.ID == name || f.Short == name {
			return &c.Views[i]
		}
	}
	return nil
}

// namesBetween are all names that [ExplainBetween] knows.
func namesBetween(c *assess.Comparison) []string {
	names := append(questionKeys(c.After.Library), requirementIDs(c.After.Library)...)
	for i := range c.Views {
		f := c.Views[i].View.Framework
		names = append(names, f.ID, f.Short)
		for j := range c.Views[i].Sections {
			names = append(names, c.Views[i].Sections[j].After.ID)
		}
	}
	return names
}

// sectionBetween shows every term of a section's change.
func sectionBetween(c *assess.Comparison, s namedSection) *doc.Document {
	d := emptyBetween(c, fmt.Sprintf("%s: %s", viewTitle(s.view.View), s.sc.After.Title))
	keys := map[string]bool{}
	addKeys(keys, s.sc.Before)
	addKeys(keys, s.sc.After)
	d.Blocks = append(d.Blocks, doc.Headed(1, "The sum"))
	d.Blocks = append(d.Blocks, sectionSum(s.sc)...)
	d.Blocks = append(d.Blocks, doc.Headed(1, "Its questions"), termsTable(c, s.sc, keys))
	d.Blocks = append(d.Blocks, doc.Headed(1, "Its requirements"))
	d.Blocks = append(d.Blocks, requirementsApart(s.sc.Requirements, false)...)
	return d
}

// sectionSum writes the formulas of SCORING 8 with the numbers put in.
func sectionSum(sc *assess.SectionChange) []doc.Block {
	if sc.Before == nil {
		return []doc.Block{doc.Say("The earlier content has no such section, so there is nothing to compare.")}
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Figure", Width: 2}, {Title: "Sum", Width: 6}, {Title: "Points", Width: 1, Right: true}}}
	t.Rows = [][]doc.Text{
		doc.Row("Score before", scoreSum(sc.Before), sc.Before.ScoreText()),
		doc.Row("Score now", scoreSum(sc.After), sc.After.ScoreText()),
		doc.Row("Matched change", matchedSum(sc), change(sc.Matched)),
		doc.Row("Real change", "the part whose answers improved or worsened", change(sc.Real)),
		doc.Row("Corrections", "the part whose answers had been wrong before", change(sc.Corrected)),
		doc.Row("Shown change", "score now less score before", change(sc.Shown)),
		doc.Row("Scope effect", "shown change less matched change", change(sc.Scope)),
	}
	return []doc.Block{t}
}

func scoreSum(g *assess.Group) string {
	answered := g.Tally.Levelled + g.Tally.Unknown
	if answered == 0 {
		return ""
	}
	sum := fmt.Sprintf("100 × %d / (3 × %d)", g.Tally.Earned, answered)
	if !g.HasScore() {
		return sum + ", not shown: too little of its weight is answered"
	}
	return sum
}

// matchedSum adds up weight times points of what was compared.
func matchedSum(sc *assess.SectionChange) string {
	if sc.Compared == 0 {
		return "no question was answered in both quarters"
	}
	moved := 0
	for _, con := range sc.Contributions {
		moved += con.After.Weight * (con.After.Points - con.Before.Points)
	}
	return fmt.Sprintf("100 × %d / (3 × %d), over %s answered in both quarters", moved, sc.Weight, words.Count(sc.Compared, "question", "questions"))
}

// frameworkBetween shows how a framework's Overall moved, and each section.
func frameworkBetween(c *assess.Comparison, v *assess.ViewChange) *doc.Document {
	d := emptyBetween(c, viewTitle(v.View))
	d.Blocks = append(d.Blocks, doc.Headed(1, "Scores, taken apart"), doc.Say(apartSentence))
	d.Blocks = append(d.Blocks, sectionChanges(v)...)
	if mean := meanChange(v); mean != nil {
		d.Blocks = append(d.Blocks, mean...)
	} else {
		d.Blocks = append(d.Blocks, doc.Say("There is no Overall in one of the two quarters."))
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "Its requirements"))
	d.Blocks = append(d.Blocks, requirementsApart(requirementsIn(v), false)...)
	for i := range v.Sections {
		sc := &v.Sections[i]
		d.Blocks = append(d.Blocks, doc.Headed(1, sc.After.Title))
		d.Blocks = append(d.Blocks, sectionSum(sc)...)
	}
	return d
}
