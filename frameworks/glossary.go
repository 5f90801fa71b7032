package frameworks

import (
	"strings"
)

// Term is an abbreviation or a word of our own with its meaning in plain words.
type Term struct {
	Name, Means string
	Find        []string // what a search for the name looks for besides
}

// Term returns the meaning of a word of the glossary, in capitals or not, with
// or without what is neither letter nor digit: "405d" is "405(d)".
func (l *Library) Term(name string) (Term, bool) {
	squeezed := squeeze(name)
	for _, t := range l.Glossary {
		if squeezed != "" && squeeze(t.Name) == squeezed {
			return t, true
		}
	}
	return Term{}, false
}

// readGlossary reads a file of terms.
func (l *loader) readGlossary(s *source) {
	for _, n := range s.doc.Root().Mapping("schema", "terms").Need("terms").Items() {
		m := n.Mapping("term", "means", "find")
		name := m.Need("term")
		t := Term{
			Name:  line(name, "term", longestName),
			Means: line(m.Need("means"), "means", maxLine),
			Find:  lines(m.Get("find"), "find", longestName),
		}
		l.claim(s, name, kindTerm, strings.ToUpper(t.Name))
		l.lib.Glossary = append(l.lib.Glossary, t)
	}
}
