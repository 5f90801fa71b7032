package strictyaml

import "hygeia/frameworks/words"

// Mapping is a mapping with known keys. The zero Mapping is absent and, like a
// Node, safe to use.
type Mapping struct {
	doc *Document
	n   *node
}

// Mapping returns the value as a mapping that may hold these keys; any other
// key is recorded with the nearest of them.
func (n Node) Mapping(keys ...string) Mapping {
	if !n.is(aMapping) {
		return Mapping{}
	}
	if n.doc.checked {
		return Mapping{doc: n.doc, n: n.n}
	}
	pairs := n.doc.children(n.n)
	for i := 0; i+1 < len(pairs); i += 2 {
		if key := &pairs[i]; !contains(keys, key.text) {
			n.doc.record(key.place, "unknown key %q: %s", key.text, Suggest(key.text, keys))
		}
	}
	return Mapping{doc: n.doc, n: n.n}
}

// Need returns the value of a key that must be there and not be empty.
func (m Mapping) Need(key string) Node {
	if m.n == nil {
		return Node{}
	}
	at, value := m.doc.find(m.n, key)
	switch {
	case at == nil:
		m.doc.record(m.n.place, "missing key %q", key)
	case value.null:
		m.doc.record(at.place, "%s: nothing is written after the colon", key)
	}
	return m.doc.node(value, key)
}

// Get returns the value of a key that may be left out or left empty.
func (m Mapping) Get(key string) Node {
	if m.n == nil {
		return Node{}
	}
	_, value := m.doc.find(m.n, key)
	return m.doc.node(value, key)
}

// find returns the key and the value under it. A linear search is enough: our
// mappings with known keys are short, and the long ones are read with Entries.
func (d *Document) find(mapping *node, key string) (at, value *node) {
	return find(d.children(mapping), key)
}

// find looks for a key among keys and values in turn.
func find(pairs []node, key string) (at, value *node) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].text == key {
			return &pairs[i], &pairs[i+1]
		}
	}
	return nil, nil
}

func contains(known []string, word string) bool {
	for _, w := range known {
		if w == word {
			return true
		}
	}
	return false
}

// Suggest returns what to write instead of a wrong word: the nearest right one,
// or all of them where none is near and they are few.
func Suggest(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "did you mean " + near + "?"
	}
	const few = 16
	if len(known) == 0 || len(known) > few {
		return "there is none like it"
	}
	return "must be " + words.Or(known)
}
