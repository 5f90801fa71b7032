package report

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Focus says which part of a comparison or a history a reader wants to see. The
// zero Focus shows the frameworks asked in the later quarter, and the functions
// of the NIST CSF.
type Focus struct {
	Frameworks []string // ids
	Section    string   // the id of one section, then shown with each of its requirements and questions
}

func (f Focus) view(v *assess.View) bool {
	if len(f.Frameworks) > 0 {
		return slices.Contains(f.Frameworks, v.Framework.ID)
	}
	return f.Section != "" || v.Asked || v.Framework.ID == frameworks.CSFID
}

func (f Focus) section(id string) bool { return f.Section == "" || f.Section == id }

// comparison returns what of a comparison is in focus: its frameworks and
// sections, and the questions that stand in them. The goals stay.
func (f Focus) comparison(c *assess.Comparison) *assess.Comparison {
	out := *c
	out.Views = nil
	shown := map[string]bool{}
	for _, v := range c.Views {
		if !f.view(v.View) {
			continue
		}
		v.Sections = slices.DeleteFunc(slices.Clone(v.Sections), func(sc assess.SectionChange) bool { return !f.section(sc.After.ID) })
		if len(v.Sections) == 0 {
			continue
		}
		out.Views = append(out.Views, v)
		for i := range v.Sections {
			addKeys(shown, v.Sections[i].Before)
			addKeys(shown, v.Sections[i].After)
		}
	}
	if f.Section != "" || len(f.Frameworks) > 0 {
		out.Questions = slices.DeleteFunc(slices.Clone(c.Questions), func(q assess.QuestionChange) bool { return !shown[question(q).Key] })
	}
	return &out
}

func addKeys(keys map[string]bool, g *assess.Group) {
	if g == nil {
		return
	}
	for _, it := range g.Items {
		keys[it.Question.Key] = true
	}
}

// trends returns the frameworks of a row of quarters that are in focus, with the
// sections that are.
func (f Focus) trends(t *assess.Trend) []assess.ViewTrend {
	var views []assess.ViewTrend
	for _, v := range t.Views {
		if !f.view(v.View) {
			continue
		}
		v.Sections = slices.DeleteFunc(slices.Clone(v.Sections), func(s assess.SectionTrend) bool { return !f.section(s.Section.ID) })
		if len(v.Sections) > 0 {
			views = append(views, v)
		}
	}
	return views
}

// Judged returns the ids of the frameworks in focus: those whose fall --fail-on-drop
// stops on.
func (f Focus) Judged(c *assess.Comparison) []string {
	var ids []string
	for _, v := range f.comparison(c).Views {
		ids = append(ids, v.View.Framework.ID)
	}
	return ids
}

// viewChange returns the change of a framework, nil where one of the quarters does
// not know it.
func viewChange(c *assess.Comparison, v *assess.View) *assess.ViewChange {
	for i := range c.Views {
		if c.Views[i].View == v {
			return &c.Views[i]
		}
	}
	return nil
}

// sectionChangeOf returns the change of a section, nil if there is none.
func sectionChangeOf(v *assess.ViewChange, id string) *assess.SectionChange {
	if v == nil {
		return nil
	}
	for i := range v.Sections {
		if v.Sections[i].After.ID == id {
			return &v.Sections[i]
		}
	}
	return nil
}
