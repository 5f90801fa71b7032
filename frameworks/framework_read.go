package frameworks

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// catalogPlace is a framework with the places later rules need.
type catalogPlace struct {
	*Framework
	root         strictyaml.Node
	ids          []ref // of groups and requirements
	requirements []requirementPlace
}

type requirementPlace struct {
	Served
	extent strictyaml.Node
}

// readFramework reads one catalog.
func (l *loader) readFramework(s *source) {
	root := s.doc.Root()
	m := root.Mapping("schema", "id", "short", "title", "version", "publisher", "url",
		"standing", "notice", "withdrawn", "sections")
	id, short := m.Need("id"), m.Need("short")
	c := &catalogPlace{root: root, Framework: &Framework{
		ID:        strictyaml.Word(id, frameworkName),
		Short:     strictyaml.Word(short, frameworkName),
		Title:     line(m.Need("title"), "title", maxLine),
		Version:   line(m.Need("version"), "version", longestName),
		Publisher: line(m.Need("publisher"), "publisher", maxLine),
		URL:       strictyaml.Word(m.Get("url"), address),
		Standing:  line(m.Need("standing"), "standing", maxLookFor),
		Notice:    line(m.Need("notice"), "notice", maxLine),
	}}
	l.claim(s, id, kindFramework, c.ID)
	if c.Short != c.ID {
		l.claim(s, short, kindFramework, c.Short)
	}
	for _, item := range m.Get("withdrawn").Items() {
		c.Withdrawn = append(c.Withdrawn, strictyaml.Word(item, requirementName))
	}
	l.catalogs = append(l.catalogs, c)
	l.lib.Frameworks = append(l.lib.Frameworks, c.Framework)
	l.readSections(s, c, m.Need("sections"))
}

// frameworkName reads an id or a short name.
func frameworkName(s string) (string, error) {
	if s == "all" {
		return "", fmt.Errorf(`framework "all": is the word for every framework; choose another name`)
	}
	return named("framework", frameworkForm, "small letters, digits, hyphens and dots")(s)
}

func requirementName(s string) (string, error) {
	return named("id", requirementForm, "letters, digits and . - _ / ( ) without spaces")(s)
}

func (l *loader) readSections(s *source, c *catalogPlace, n strictyaml.Node) {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("sections: must have at least one item")
	}
	// Requirements point into the slice: it must not grow while they are read.
	c.Sections = make([]Section, len(items))
	for i, item := range items {
		m := item.Mapping("id", "title", "groups", "requirements")
		section := &c.Sections[i]
		id := m.Need("id")
		section.ID = strictyaml.Word(id, requirementName)
		section.Title = line(m.Need("title"), "title", maxLine)
		l.claim(s, id, kindSection+c.ID, section.ID)
		groups, requirements := m.Get("groups"), m.Get("requirements")
		if groups.Present() == requirements.Present() && item.Present() {
			item.Errorf("section %q: must have either groups or requirements", section.ID)
		}
		for _, g := range groups.Items() {
			section.Groups = append(section.Groups, l.readGroup(s, c, section, g))
		}
		if requirements.Present() {
			section.Groups = []Group{{Requirements: l.readRequirements(s, c, section, requirements)}}
		}
	}
}

func (l *loader) readGroup(s *source, c *catalogPlace, section *Section, n strictyaml.Node) Group {
	m := n.Mapping("id", "title", "requirements")
	id := m.Need("id")
	g := Group{
		ID:    strictyaml.Word(id, requirementName),
		Title: line(m.Need("title"), "title", maxLine),
	}
	l.claim(s, id, kindGroup+c.ID, g.ID)
	c.ids = append(c.ids, ref{id, g.ID})
	g.Requirements = l.readRequirements(s, c, section, m.Need("requirements"))
	return g
}

func (l *loader) readRequirements(s *source, c *catalogPlace, section *Section, n strictyaml.Node) []*Requirement {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("requirements: must have at least one item")
	}
	list := make([]*Requirement, 0, len(items))
	for _, item := range items {
		m := item.Mapping("id", "title", "duty", "sizes", "questions", "extent", "why_counts", "note", "source")
		id, extent := m.Need("id"), m.Need("extent")
		r := &Requirement{
			ID:        strictyaml.Word(id, requirementName),
			Title:     line(m.Need("title"), "title", maxLine),
			Duty:      strictyaml.Word(m.Get("duty"), ParseDuty),
			Sizes:     sizes(m.Get("sizes")),
			Questions: l.speakers(m.Get("questions")),
			Extent:    strictyaml.Word(extent, ParseExtent),
			Why:       line(m.Get("why_counts"), "why_counts", maxLine),
			Note:      line(m.Get("note"), "note", maxLine),
			Source:    line(m.Need("source"), "source", maxLine),
		}
		checkExtent(m, r)
		l.claim(s, id, kindRequirement, r.ID)
		c.ids = append(c.ids, ref{id, r.ID})
		served := Served{c.Framework, section, r}
		c.requirements = append(c.requirements, requirementPlace{served, extent})
		if _, taken := l.lib.requirements[strings.ToUpper(r.ID)]; !taken && r.ID != "" {
			l.lib.requirements[strings.ToUpper(r.ID)] = served
		}
		list = append(list, r)
	}
	return list
}

// speakers reads the keys of the questions that speak for a requirement.
func (l *loader) speakers(n strictyaml.Node) []*Question {
	if !n.Present() {
		return nil
	}
	keys := names(n, "questions", func(key string) (string, error) {
		if l.lib.questions[key] != nil || l.blind {
			return key, nil
		}
		return oneOf("question", slices.Sorted(maps.Keys(l.lib.questions))...)(key)
	})
	var list []*Question
	for _, key := range keys {
		if q := l.lib.questions[key]; q != nil {
			list = append(list, q)
		}
	}
	return list
}

// checkExtent holds a requirement to what it claims: a reader sees which
// questions count, why they do, and what is not asked.
func checkExtent(m strictyaml.Mapping, r *Requirement) {
	extent, questions := m.Get("extent"), m.Get("questions")
	if _, err := ParseExtent(extent.Text()); err != nil {
		return // told already
	}
	switch {
	case r.Extent == None && questions.Present():
		extent.Errorf("extent: says none but questions are named; write part or full, or leave the questions out")
	case r.Extent != None && !questions.Present():
		extent.Errorf("extent: says %s but no question is named; name questions or write none", r.Extent)
	}
	if questions.Present() && r.Why == "" {
		questions.Errorf("why_counts: must say why these questions count for %s", r.ID)
	}
	if !questions.Present() && r.Why != "" {
		m.Get("why_counts").Errorf("why_counts: no question is named that could count")
	}
	if r.Extent != Full && r.Note == "" {
		extent.Errorf("note: must say what is not asked, because the extent is %s", r.Extent)
	}
}
