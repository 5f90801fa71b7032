package frameworks

import (
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// requirementPlace is a requirement with the places later rules need.
type requirementPlace struct {
	Served
	extent strictyaml.Node
	counts strictyaml.Node
}

func (l *loader) readRequirements(s *source, c *catalogPlace, section *Section, n strictyaml.Node) []*Requirement {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("requirements: must have at least one item")
	}
	list := make([]*Requirement, 0, len(items))
	for _, item := range items {
		list = append(list, l.readRequirement(s, c, section, item))
	}
	return list
}

func (l *loader) readRequirement(s *source, c *catalogPlace, section *Section, n strictyaml.Node) *Requirement {
	m := n.Mapping("id", "title", "duty", "binds", "sizes", "questions", "counts", "extent", "why_counts", "missing", "note", "source")
	id, extent, counts := m.Need("id"), m.Need("extent"), m.Get("counts")
	r := &Requirement{
		ID:        strictyaml.Word(id, requirementName),
		Title:     line(m.Need("title"), "title", maxLine),
		Duty:      strictyaml.Word(m.Get("duty"), ParseDuty),
		Binds:     strictyaml.Word(m.Get("binds"), ParseBody),
		Sizes:     sizes(m.Get("sizes")),
		Questions: l.speakers(m.Get("questions"), "questions"),
		Counts:    l.speakers(counts, "counts"),
		Extent:    strictyaml.Word(extent, ParseExtent),
		Why:       line(m.Get("why_counts"), "why_counts", maxLine),
		Note:      line(m.Get("note"), "note", maxLine),
		Source:    line(m.Need("source"), "source", maxLine),
	}
	r.Missing = l.readMissing(m.Get("missing"), r)
	checkSpeakers(counts, r)
	checkExtent(m, r)
	l.claim(s, id, kindRequirement, r.ID)
	c.ids = append(c.ids, ref{id, r.ID})
	served := Served{c.Framework, section, r}
	c.requirements = append(c.requirements, requirementPlace{served, extent, counts})
	if _, taken := l.lib.requirements[strings.ToUpper(r.ID)]; !taken && r.ID != "" {
		l.lib.requirements[strings.ToUpper(r.ID)] = served
	}
	return r
}

// speakers reads the keys of questions that speak for a requirement.
func (l *loader) speakers(n strictyaml.Node, name string) []*Question {
	if !n.Present() {
		return nil
	}
	keys := names(n, name, func(key string) (string, error) {
		if l.lib.questions[key] != nil || l.blind {
			return key, nil
		}
		return oneOf("question", l.knownQuestions()...)(key)
	})
	list := slices.Grow([]*Question(nil), len(keys))
	for _, key := range keys {
		if q := l.lib.questions[key]; q != nil {
			list = append(list, q)
		}
	}
	return list
}

// readMissing reads what of a requirement is not asked for it, and which of its
// questions ask it when something else asks them.
func (l *loader) readMissing(n strictyaml.Node, r *Requirement) []Missing {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("missing: must have at least one item")
	}
	var list []Missing
	for _, item := range items {
		m := item.Mapping("what", "by")
		what, by := m.Need("what"), m.Get("by")
		missing := Missing{What: line(what, "what", maxWhy), By: l.speakers(by, "by")}
		if strings.HasSuffix(missing.What, ".") {
			what.Errorf(`what: is the end of "Not asked: …" and has no full stop`)
		}
		for _, q := range missing.By {
			if !slices.Contains(r.Questions, q) && !slices.Contains(r.Counts, q) {
				by.Errorf("by: %q does not speak for %s; name it under questions or counts", q.Key, r.ID)
			}
		}
		list = append(list, missing)
	}
	return list
}

// checkSpeakers looks for questions that are said to be asked and not asked.
func checkSpeakers(counts strictyaml.Node, r *Requirement) {
	for _, q := range r.Counts {
		if r.Asks(q) {
			counts.Errorf("counts: %q is under questions already, where it counts too", q.Key)
		}
	}
}

// checkExtent holds a requirement to what it claims: a reader sees which
// questions count, why they do, and what is not asked.
func checkExtent(m strictyaml.Mapping, r *Requirement) {
	extent, questions, missing := m.Get("extent"), m.Get("questions"), m.Get("missing")
	if _, err := ParseExtent(extent.Text()); err != nil {
		return // told already
	}
	speak := questions
	if !speak.Present() {
		speak = m.Get("counts")
	}
	switch {
	case r.Extent == None && speak.Present():
		extent.Errorf("extent: says none but questions are named; write part or full, or leave the questions out")
	case r.Extent != None && !speak.Present():
		extent.Errorf("extent: says %s but no question is named; name questions or write none", r.Extent)
	}
	if speak.Present() && r.Why == "" {
		speak.Errorf("why_counts: must say why these questions count for %s", r.ID)
	}
	if !speak.Present() && r.Why != "" {
		m.Get("why_counts").Errorf("why_counts: no question is named that could count")
	}
	if r.Extent == Full && missing.Present() {
		missing.Errorf("missing: something is, so the extent is not full; write part")
	}
	if r.Extent != None && r.Binds != NoBody {
		m.Get("binds").Errorf("binds: only for what is not asked because it binds others; the extent is %s", r.Extent)
	}
	if r.Extent != Full && r.Note == "" && !missing.Present() && !m.Get("binds").Present() {
		extent.Errorf("missing: must say what is not asked, because the extent is %s", r.Extent)
	}
}
