package assess

// Drops is what got worse between two quarters, for scripts that stop on it.
// Corrections and the scope effect are no drops: nothing got worse by them.
type Drops struct {
	Sections []SectionDrop     // whose real change is below zero, in the order of the comparison
	Goals    []RequirementDrop // Essential goals that were met and are not any more
}

// SectionDrop is a section of a framework whose real change is below zero.
type SectionDrop struct {
	View    *View
	Section *SectionChange
}

// RequirementDrop is a requirement that stopped being met.
type RequirementDrop struct {
	Before, After *Requirement
	Fell          *Item // the first of its questions that fell, became unknown or is not answered any more
}

// Any reports whether something got worse.
func (d Drops) Any() bool { return len(d.Sections) > 0 || len(d.Goals) > 0 }

// Drops returns what got worse in the frameworks with these ids, and among the
// Essential goals whatever the frameworks.
func (c *Comparison) Drops(ids []string) Drops {
	var d Drops
	for i := range c.Views {
		v := &c.Views[i]
		if !chosen(v.View.Framework, ids) {
			continue
		}
		for j := range v.Sections {
			if real := v.Sections[j].Real; real != nil && real.Sign() < 0 {
				d.Sections = append(d.Sections, SectionDrop{v.View, &v.Sections[j]})
			}
		}
	}
	d.Goals = c.goalDrops()
	return d
}

// goalDrops looks for Essential goals that were met. One that does not apply any
// more, or that is not met because an earlier answer had been wrong or a
// question is new, did not get worse.
func (c *Comparison) goalDrops() []RequirementDrop {
	kinds := map[string]ChangeKind{}
	for _, q := range c.Questions {
		if q.After != nil {
			kinds[q.After.Question.Key] = q.Kind
		}
	}
	var drops []RequirementDrop
	for _, r := range c.Essential() {
		if r.Before == nil || r.Before.Status != ReqMet || r.After.Status == ReqMet {
			continue
		}
		for _, it := range r.After.Items {
			if k := kinds[it.Question.Key]; k == Fell || k == NewlyUnknown || k == NoLongerAnswered {
				drops = append(drops, RequirementDrop{r.Before, r.After, it})
				break
			}
		}
	}
	return drops
}

// Essential returns how far each Essential goal was met and is now, in the order of
// the catalog; none without an earlier quarter.
func (c *Comparison) Essential() []RequirementChange {
	if c.Before == nil {
		return nil
	}
	f, s := essentialGoals(c.After.Library)
	if s == nil {
		return nil
	}
	for i := range c.Views {
		if c.Views[i].View.Framework != f {
			continue
		}
		for j := range c.Views[i].Sections {
			if sc := &c.Views[i].Sections[j]; sc.After.ID == s.ID {
				return sc.Requirements
			}
		}
	}
	return nil
}
