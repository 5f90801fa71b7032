package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"gopkg.in/yaml.v3"
)

// Limits bound what is read. A zero field stands for its default.
type Limits struct {
	Bytes int // size of the file; 1 MiB
	Text  int // characters of one text; 20,000
	Keys  int // keys of one mapping, items of one list; 2,000
	Depth int // mappings and lists inside each other; 16
}

func (l Limits) withDefaults() Limits {
	orDefault := func(n *int, value int) {
		if *n == 0 {
			*n = value
		}
	}
	orDefault(&l.Bytes, 1<<20)
	orDefault(&l.Text, 20_000)
	orDefault(&l.Keys, 2_000)
	orDefault(&l.Depth, 16)
	return l
}

// Document is one parsed file and the mistakes found in it so far.
type Document struct {
	name     string
	nodes    []node // see node; nil as long as nobody asked for it in packed
	packed   *packedTree
	mistakes []*Error
	own      int  // how many of them parsing found
	checked  bool // see Checked
}

// Parse reads one YAML document. The name stands in front of every mistake.
//
// A file that is too large, is not text or breaks YAML's own grammar gives no
// document; a grammar mistake has its line and comes alone. One that is of
// another kind altogether is a [*ForeignError]. Text in UTF-16 is read like UTF-8
// ([Text]), and JSON like YAML. With any other
// mistake (an anchor, a duplicate key, too many keys, ...) the error holds them
// all and the document is returned besides, the bad places left out of it, so
// that a caller may go on and collect what else is wrong with Err.
func Parse(name string, data []byte, limits Limits) (*Document, error) {
	limits = limits.withDefaults()
	if len(data) <= limits.Bytes {
		if nodes, ok := quickly(string(Text(data)), limits); ok {
			return &Document{name: name, nodes: nodes}, nil
		}
	}
	return slowly(name, data, limits)
}

// ParseText is [Parse] of a text, which the document keeps.
func ParseText(name, text string, limits Limits) (*Document, error) {
	limits = limits.withDefaults()
	if len(text) <= limits.Bytes {
		if nodes, ok := quickly(text, limits); ok {
			return &Document{name: name, nodes: nodes}, nil
		}
	}
	return slowly(name, []byte(text), limits)
}

// slowly reads a document with yaml.v3, and says what is wrong with it.
func slowly(name string, data []byte, limits Limits) (*Document, error) {
	if err := Foreign(name, data); err != nil {
		return nil, err
	}
	if len(data) > limits.Bytes {
		return nil, newError(name, 0, 0, "has %d bytes; at most %d are read", len(data), limits.Bytes)
	}
	data = Text(data)
	if bad := scan(name, data); len(bad) > 0 {
		return nil, join(name, bad)
	}
	data, at := joined(data)
	root, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	if len(at) > 0 {
		moveBack(root, at)
	}
	c := checker{name: name, limits: limits}
	c.check(root, 0)
	d := &Document{name: name, nodes: flatten(root), mistakes: c.mistakes, own: len(c.mistakes)}
	return d, d.Err()
}

// Again returns the document as it was when it was parsed, to be read once more:
// its own mistakes are kept, those that a reader recorded are not. Several
// readers may hold one each at the same time; reading does not change the tree.
func (d *Document) Again() *Document {
	again := *d
	again.mistakes = slices.Clone(d.mistakes[:d.own])
	return &again
}

// Checked is [Document.Again] for a document that was read before, by the same
// program and in the same company, and found to be without a mistake: what can
// only find mistakes need not be done a second time.
func (d *Document) Checked() *Document {
	again := d.Again()
	again.checked = true
	return again
}

// Root returns the document's outermost value.
func (d *Document) Root() Node { return d.node(d.outermost(), "") }

func (d *Document) outermost() *node {
	if d.nodes == nil {
		if d.nodes = d.packed.all(); d.nodes == nil {
			d.nodes = []node{{kind: aMapping}}
			d.mistakes = append(d.mistakes, newError(d.name, 0, 0, "%s", errPacked))
		}
	}
	return &d.nodes[0]
}

// Schema returns the value of the outermost key "schema", so that a reader can
// choose how to read the rest. It records nothing.
func (d *Document) Schema() Node {
	nodes := d.nodes
	if nodes == nil {
		nodes = d.packed.top()
	}
	if len(nodes) == 0 || nodes[0].kind != aMapping {
		return Node{}
	}
	_, value := find(nodes[nodes[0].first:nodes[0].first+nodes[0].count], "schema")
	return d.node(value, "schema")
}

// Err returns every mistake recorded so far, in file order; nil if there is none.
func (d *Document) Err() error { return join(d.name, d.mistakes) }

// Mistakes returns how many mistakes are recorded so far, so that a caller can
// tell whether the value it has just read was in order.
func (d *Document) Mistakes() int { return len(d.mistakes) }

func (d *Document) record(at place, format string, args ...any) {
	d.mistakes = append(d.mistakes, newError(d.name, int(at.line), int(at.col), format, args...))
}

// decode returns the root of the only document in data.
func decode(name string, data []byte) (*yaml.Node, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, second yaml.Node
	switch err := next(dec, &doc); {
	case errors.Is(err, io.EOF):
		return nil, newError(name, 0, 0, "is empty")
	case err != nil:
		return nil, grammar(name, data, err)
	}
	switch err := next(dec, &second); {
	case err == nil:
		return nil, newError(name, second.Line, second.Column, "a second document begins here; a file holds one")
	case !errors.Is(err, io.EOF):
		return nil, grammar(name, data, err)
	}
	if len(doc.Content) != 1 {
		return nil, newError(name, 0, 0, "is empty")
	}
	return doc.Content[0], nil
}

// next decodes one document. Some broken files make yaml.v3 panic with
// "internal error"; that is a grammar mistake like any other.
func next(dec *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return dec.Decode(into)
}
