package strictyaml_test

import (
	"bytes"
	"math"
	"testing"

	"hygeia/frameworks/strictyaml"
)

// FuzzParse: no input makes the reader panic, and what it accepts can be written
// and read back; writing that again gives the same bytes.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"schema: a/v1\nlist:\n  - {a: 1, b: [x, y]}\n  - |\n    text\n",
		"a: &x [1]\nb: *x\n", "? a\n: b\n", "#\n-\n{}\n", "a: \"\\x1b\"\n", "a: >+\n x\n\n y\n\n",
		"\ufeffa: 1\r\nb: 2\r\n", "a: !!binary aGk=\n", "---\n---\n", "a: |2-\n   x\n", "<<: {a: 1}\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := strictyaml.Parse("f", data, strictyaml.Limits{})
		if err != nil {
			return
		}
		once := encode(t, doc)
		if once == nil {
			return
		}
		back, err := strictyaml.Parse("f", once, strictyaml.Limits{Bytes: math.MaxInt})
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if twice := encode(t, back); !bytes.Equal(once, twice) {
			t.Fatalf("written once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

// encode writes a document with a mapping outside; nil for another document.
func encode(t *testing.T, doc *strictyaml.Document) []byte {
	if doc.Root().Mapping(); doc.Err() != nil && len(doc.Root().Entries()) == 0 {
		return nil
	}
	m := strictyaml.NewMap()
	copyMap(m, doc.Root())
	data, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func copyMap(m *strictyaml.Map, n strictyaml.Node) {
	for _, e := range n.Entries() {
		key := e.Key.Text()
		switch kind(e.Value) {
		case "map":
			copyMap(m.Map(key), e.Value)
		case "list":
			copyList(m.List(key), e.Value)
		default:
			m.Text(key, e.Value.Text())
		}
	}
}

// copyList flattens lists in lists: no file of ours has one.
func copyList(l *strictyaml.List, n strictyaml.Node) {
	for _, item := range n.Items() {
		switch kind(item) {
		case "map":
			copyMap(l.Map(), item)
		case "list":
			copyList(l, item)
		default:
			l.Text(item.Text())
		}
	}
}

// kind tries what the value is. The wrong tries record mistakes, which this test
// does not look at.
func kind(n strictyaml.Node) string {
	switch {
	case n.Entries() != nil:
		return "map"
	case n.Items() != nil:
		return "list"
	}
	return "text"
}
