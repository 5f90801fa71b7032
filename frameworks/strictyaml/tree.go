package strictyaml

import "gopkg.in/yaml.v3"

// kind is the shape of a value.
type kind uint8

// The kinds. A bad value is emptied when its mistake is recorded.
const (
	emptied kind = iota
	aText
	aMapping
	aList
)

// node is one value of a document. A document holds all of its values in one
// slice, the outermost first and the children of each side by side, so that a
// tree of thousands costs one piece of memory.
type node struct {
	text  string // of a single value
	first int32  // where the children begin: items, or keys and values in turn
	count int32  // how many there are
	place
	kind   kind
	null   bool // nothing, or one of YAML's words for it
	quoted bool
}

// place is where a value begins, both counted from 1.
type place struct{ line, col int32 }

// children returns the items of a list, or the keys and values of a mapping in turn.
func (d *Document) children(n *node) []node { return d.nodes[n.first : n.first+n.count] }

// flatten returns the tree of yaml.v3, from which everything bad was taken, in
// our form.
func flatten(root *yaml.Node) []node {
	from := []*yaml.Node{root}
	var nodes []node
	for i := 0; i < len(from); i++ {
		n := from[i]
		nodes = append(nodes, node{
			text:   n.Value,
			first:  int32(len(from)),
			count:  int32(len(n.Content)),
			place:  placeOf(n),
			kind:   kindOf(n),
			null:   n.Kind == yaml.ScalarNode && n.Tag == "!!null",
			quoted: n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0,
		})
		from = append(from, n.Content...)
	}
	return nodes
}

func placeOf(n *yaml.Node) place { return place{int32(n.Line), int32(n.Column)} }

func kindOf(n *yaml.Node) kind {
	switch n.Kind {
	case yaml.ScalarNode:
		return aText
	case yaml.MappingNode:
		return aMapping
	case yaml.SequenceNode:
		return aList
	}
	return emptied
}
