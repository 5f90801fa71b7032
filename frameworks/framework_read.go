package frameworks

import (
	"fmt"

	"hygeia/frameworks/strictyaml"
)

// catalogPlace is a framework with the places later rules need.
type catalogPlace struct {
	*Framework
	root         strictyaml.Node
	ids          []ref // of groups and requirements
	heirs        []ref // where what was withdrawn went
	requirements []requirementPlace
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
		c.Withdrawn = append(c.Withdrawn, l.readWithdrawn(c, item))
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
