package assess

import (
	"cmp"
	"slices"

	"hygeia/frameworks"
)

// Evaluate turns the answers of a quarter into numbers. It is the only function
// that does: every screen, report and comparison shows what it returns. The
// same library and assessment give the same result on any day, because what
// depends on time is judged on [Assessment.AsOf]. Answers to questions that are
// not asked are listed apart and count nowhere.
func Evaluate(lib *frameworks.Library, a *Assessment) *Result {
	r := evaluateItems(lib, a)
	for _, q := range lib.Questions {
		if _, asked := r.items[q.Key]; !asked && a.Answers[q.Key].State != Open {
			r.Unasked = append(r.Unasked, newItem(lib, a, q))
		}
	}
	for _, f := range lib.Frameworks {
		r.Views = append(r.Views, r.view(f))
	}
	r.Threats = r.threats()
	return r
}

// EvaluateItems is [Evaluate] of the questions and the headline alone, as what an
// earlier quarter is compared by.
func EvaluateItems(lib *frameworks.Library, a *Assessment) *Result { return evaluateItems(lib, a) }

// EvaluateAsked adds the frameworks that are asked to a result of [EvaluateItems], and
// leaves out what only some readers want: other frameworks, threats, the groups within
// sections, overall scores, and answers to questions not asked. What it has is what
// Evaluate has, to the last digit.
func EvaluateAsked(r *Result) *Result {
	for _, f := range r.Library.Frameworks {
		v := View{Framework: f, Asked: r.asks(f)}
		if !v.Asked {
			continue
		}
		for i := range f.Sections {
			s := &f.Sections[i]
			reqs := r.requirements(s.Requirements(r.Size))
			sec := Section{Group: r.requirementGroup(s.ID, s.Title, reqs), Requirements: reqs}
			r.paint(&sec.Group, sectionVoice)
			v.Sections = append(v.Sections, sec)
		}
		r.Views = append(r.Views, v)
	}
	return r
}

func evaluateItems(lib *frameworks.Library, a *Assessment) *Result {
	r := &Result{
		Period:     a.Period,
		Status:     a.Status,
		AsOf:       a.AsOf(),
		Size:       a.Organization.Size,
		Library:    lib,
		Assessment: a,
		items:      map[string]*Item{},
	}
	for _, q := range AskedQuestions(lib, a.Frameworks, r.Size) {
		item := newItem(lib, a, q)
		r.Items = append(r.Items, item)
		r.items[q.Key] = item
	}
	shipped, added := r.shippedAndAdded()
	r.All = r.group("", "All questions asked", shipped, Share{})
	r.Added = r.group("", "Questions of our own", added, Share{})
	r.Goals = r.goals()
	return r
}

// shippedAndAdded divides the asked questions into ours and the organization's.
func (r *Result) shippedAndAdded() (shipped, added []*Item) {
	for _, it := range r.Items {
		if it.Added {
			added = append(added, it)
		} else {
			shipped = append(shipped, it)
		}
	}
	return shipped, added
}

// Item returns the asked question with that key.
func (r *Result) Item(key string) (*Item, bool) {
	it, ok := r.items[key]
	return it, ok
}

// View returns the framework with that id or short name.
func (r *Result) View(id string) (*View, bool) {
	for i := range r.Views {
		if f := r.Views[i].Framework; f.ID == id || f.Short == id {
			return &r.Views[i], true
		}
	}
	return nil, false
}

func (r *Result) view(f *frameworks.Framework) View {
	v := View{
		Framework: f,
		Asked:     r.asks(f),
	}
	for i := range f.Sections {
		v.Sections = append(v.Sections, r.section(&f.Sections[i]))
	}
	v.Overall = r.overall(&v)
	return v
}

// asks reports whether a framework is asked: chosen, or that of the Essential goals.
func (r *Result) asks(f *frameworks.Framework) bool {
	return f.ID == frameworks.EssentialID || chosen(f, r.Assessment.Frameworks)
}

func (r *Result) section(s *frameworks.Section) Section {
	reqs := r.requirements(s.Requirements(r.Size))
	sec := Section{Group: r.requirementGroup(s.ID, s.Title, reqs), Requirements: reqs}
	r.paint(&sec.Group, sectionVoice)
	for _, g := range s.Groups {
		if g.ID == "" {
			continue
		}
		var own []Requirement
		for _, req := range reqs {
			if slices.Contains(g.Requirements, req.Requirement) {
				own = append(own, req)
			}
		}
		group := r.requirementGroup(g.ID, g.Title, own)
		r.paint(&group, sectionVoice)
		sec.Groups = append(sec.Groups, group)
	}
	return sec
}

// threats returns every threat as the group of asked shipped questions naming
// it, heaviest first (SCORING 5).
func (r *Result) threats() []Threat {
	var threats []Threat
	for _, th := range r.Library.Thresholds.Threats {
		var items []*Item
		for _, it := range r.All.Items {
			if it.Question.Names(th.Key) {
				items = append(items, it)
			}
		}
		t := Threat{Threat: th, Group: r.group(th.Key, th.Title, items, r.threatReach(th.Key))}
		r.paint(&t.Group, threatVoice)
		threats = append(threats, t)
	}
	slices.SortFunc(threats, func(a, b Threat) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Key, b.Key))
	})
	return threats
}

// threatReach counts the asked questions that name a threat, of all shipped ones
// that do at this size. What does not apply leaves both sides.
func (r *Result) threatReach(threat string) Share {
	var reach Share
	for _, q := range r.Library.Questions {
		if !q.Names(threat) || r.Library.Own(q) || !r.askable(q) {
			continue
		}
		it, asked := r.items[q.Key]
		if asked && it.State == NotApplicable {
			continue
		}
		reach.Whole++
		if asked {
			reach.Part++
		}
	}
	return reach
}

// askable reports whether some framework asks the question at this size.
func (r *Result) askable(q *frameworks.Question) bool {
	return slices.ContainsFunc(r.Library.Serves(q.Key), func(s frameworks.Served) bool {
		return s.Requirement.Asks(q) && s.Requirement.AppliesTo(r.Size)
	})
}

// Group returns the section, or the named group within one, with that id; nil
// if there is none.
func (v *View) Group(id string) *Group {
	for i := range v.Sections {
		sec := &v.Sections[i]
		if sec.ID == id {
			return &sec.Group
		}
		for j := range sec.Groups {
			if sec.Groups[j].ID == id {
				return &sec.Groups[j]
			}
		}
	}
	return nil
}
