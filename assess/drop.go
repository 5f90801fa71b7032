package assess

import "hygeia/frameworks"

// Fell returns the one list of what fell, the largest fall first: those by
// correction stand in it, marked.
func (c *Comparison) Fell() []QuestionChange { return c.those(Fell) }

// SetAside returns what had a level before and was said not to apply since. It
// stands right after what fell.
func (c *Comparison) SetAside() []QuestionChange { return c.those(SetAside) }

func (c *Comparison) those(kind ChangeKind) []QuestionChange {
	var list []QuestionChange
	for _, q := range c.Questions {
		if q.Kind == kind {
			list = append(list, q)
		}
	}
	return list
}

// Drops is what a script should stop on: what fell and what was set aside, but
// for what changed by correction, because nothing got worse by that.
type Drops struct {
	Fell, SetAside []QuestionChange
}

// Any reports whether there is something to stop on.
func (d Drops) Any() bool { return len(d.Fell)+len(d.SetAside) > 0 }

// Drops returns what to stop on among the questions of the frameworks with these
// ids, and among those of the Essential goals whatever the frameworks. Without
// ids it looks at all questions.
func (c *Comparison) Drops(ids []string) Drops {
	judged := c.judged(ids)
	stops := func(list []QuestionChange) []QuestionChange {
		var stop []QuestionChange
		for _, q := range list {
			if !q.Corrected && judged(q.After) {
				stop = append(stop, q)
			}
		}
		return stop
	}
	return Drops{Fell: stops(c.Fell()), SetAside: stops(c.SetAside())}
}

func (c *Comparison) judged(ids []string) func(*Item) bool {
	if len(ids) == 0 {
		return func(*Item) bool { return true }
	}
	in := map[*Item]bool{}
	for i := range c.After.Views {
		if v := &c.After.Views[i]; chosen(v.Framework, ids) {
			for _, it := range v.Overall.Items {
				in[it] = true
			}
		}
	}
	return func(it *Item) bool { return it.Tier == frameworks.Essential || in[it] }
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
