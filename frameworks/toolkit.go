package frameworks

import (
	"maps"
	"slices"

	"hygeia/frameworks/strictyaml"
)

// ToolkitPart is one of the three parts in which CISA and HHS present their
// toolkit for health care.
type ToolkitPart struct {
	Title string
	Why   string
	Items []ToolkitItem
}

// ToolkitItem is one thing of a part, with the questions that tell how far it is
// in use and the command that goes on with it.
type ToolkitItem struct {
	What      string
	Resource  *Resource
	Questions []*Question
	Run       string // as it is typed; empty where the help for the weakest question is the way on
}

// readToolkit reads the one description of the toolkit.
func (l *loader) readToolkit(s *source) {
	root := s.doc.Root()
	if l.lib.Toolkit != nil {
		root.Errorf("a library has one file with the schema %s; this is the second", toolkitSchema)
		return
	}
	for _, n := range root.Mapping("schema", "parts").Need("parts").Items() {
		m := n.Mapping("title", "why", "items")
		part := ToolkitPart{
			Title: line(m.Need("title"), "title", maxLookFor),
			Why:   line(m.Need("why"), "why", maxWhy),
		}
		for _, item := range m.Need("items").Items() {
			part.Items = append(part.Items, l.readToolkitItem(item))
		}
		l.lib.Toolkit = append(l.lib.Toolkit, part)
	}
}

func (l *loader) readToolkitItem(n strictyaml.Node) ToolkitItem {
	m := n.Mapping("what", "resource", "questions", "run")
	item := ToolkitItem{What: line(m.Need("what"), "what", maxLookFor), Run: line(m.Get("run"), "run", maxSay)}
	id := strictyaml.Word(m.Need("resource"), func(id string) (string, error) {
		if l.lib.resources[id] != nil || l.blind {
			return id, nil
		}
		return oneOf("resource", slices.Sorted(maps.Keys(l.lib.resources))...)(id)
	})
	item.Resource = l.lib.resources[id]
	for _, q := range m.Need("questions").Items() {
		if known := l.lib.questions[l.questionNamed(q)]; known != nil {
			item.Questions = append(item.Questions, known)
		}
	}
	return item
}
