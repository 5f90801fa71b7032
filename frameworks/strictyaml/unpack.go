package strictyaml

import (
	"math"
	"sync"
)

// packedTree is a tree that is read once, when it is asked for first. All copies of
// a document share it.
type packedTree struct {
	in, texts string

	once  sync.Once
	nodes []node // nil if it is damaged
}

// all returns the whole tree.
func (p *packedTree) all() []node {
	p.once.Do(func() {
		u := unpacker{in: p.in, texts: p.texts}
		nodes := make([]node, u.size())
		for i := range nodes {
			u.value(&nodes[i], len(nodes))
		}
		if !u.bad && u.in == "" && u.next == len(nodes) {
			p.nodes = nodes
		}
	})
	return p.nodes
}

// top returns the outermost value and what it holds.
func (p *packedTree) top() []node {
	u := unpacker{in: p.in, texts: p.texts}
	size := u.size()
	nodes := make([]node, min(size, 1))
	for i := 0; i < len(nodes); i++ {
		if u.value(&nodes[i], size); i == 0 {
			nodes = append(nodes, make([]node, nodes[0].count)...)
		}
	}
	if u.bad {
		return nil
	}
	return nodes
}

// unpacker reads what a packer wrote. Once something is wrong it is bad, and
// whatever it still returns means nothing.
type unpacker struct {
	in    string
	texts string
	place place // of the last value
	at    int   // where the last text stands
	next  int   // how many values have a place in the tree
	bad   bool
}

// size reads how many values a tree has.
func (u *unpacker) size() int {
	size := u.number()
	if u.bad || size < 1 || size > len(u.in) { // a value takes more than one byte
		u.bad = true
		return 0
	}
	u.next = 1
	return size
}

// value reads one value of a tree of that size. They come level by level, so the
// children of each follow upon those of the value before.
func (u *unpacker) value(n *node, size int) {
	shape := u.byte()
	u.place.line += int32(u.difference())
	u.place.col += int32(u.difference())
	n.place, n.kind = u.place, kind(shape&shapeKind)
	n.null, n.quoted = shape&shapeNull != 0, shape&shapeQuoted != 0
	if n.kind == aText {
		n.text = u.text()
		return
	}
	count := u.number()
	if u.bad || count > size-u.next {
		u.bad = true
		return
	}
	n.first, n.count = int32(u.next), int32(count)
	u.next += count
}

func (u *unpacker) text() string {
	u.at += u.difference()
	length := u.number()
	if u.at < 0 || u.at > len(u.texts) || length > len(u.texts)-u.at {
		u.at, u.bad = 0, true
		return ""
	}
	return u.texts[u.at : u.at+length]
}

func (u *unpacker) byte() byte {
	if u.in == "" {
		u.bad = true
		return 0
	}
	b := u.in[0]
	u.in = u.in[1:]
	return b
}

// number reads a whole number as encoding/binary writes it, small enough for a
// place in a file.
func (u *unpacker) number() int {
	n := 0
	for shift := 0; shift <= 28; shift += 7 {
		b := u.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 && n <= math.MaxInt32 {
			return n
		}
	}
	u.bad = true
	return 0
}

// difference reads a number that may be negative.
func (u *unpacker) difference() int {
	n := u.number()
	if n&1 != 0 {
		return -(n >> 1) - 1
	}
	return n >> 1
}
