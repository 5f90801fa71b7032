package strictyaml

import "math"

// unpacker reads what a packer wrote. Once something is wrong it is bad, and
// whatever it still returns means nothing.
type unpacker struct {
	in    string
	texts string
	at    int // where the last text stands
	bad   bool
}

// tree reads one tree. Its values come level by level, so the children of each
// follow upon those of the value before.
func (u *unpacker) tree() []node {
	size := u.number()
	if u.bad || size < 1 || size > len(u.in) { // a value takes more than one byte
		u.bad = true
		return nil
	}
	nodes := make([]node, size)
	var at place
	next := 1
	for i := range nodes {
		n := &nodes[i]
		shape := u.byte()
		at.line += int32(u.difference())
		at.col += int32(u.difference())
		n.place, n.kind = at, kind(shape&shapeKind)
		n.null, n.quoted = shape&shapeNull != 0, shape&shapeQuoted != 0
		if n.kind == aText {
			n.text = u.text()
			continue
		}
		count := u.number()
		if count > size-next {
			u.bad = true
			return nil
		}
		n.first, n.count = int32(next), int32(count)
		next += count
	}
	u.bad = u.bad || next != size
	return nodes
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
