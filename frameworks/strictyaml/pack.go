package strictyaml

import (
	"encoding/binary"
	"errors"
	"strings"
)

// Pack returns documents without mistakes in a form that [Unpack] reads a hundred
// times faster than [Parse] reads YAML. The trees are numbers only, each behind the
// number of its bytes; the texts
// they point into are returned beside them: the files themselves, in the order of
// the documents, and behind them what no file holds as it is, such as a text
// with an escape. The same documents give the same bytes.
func Pack(docs []*Document, files []string) (trees []byte, texts string, err error) {
	p := packer{texts: strings.Join(files, "")}
	begin := 0
	for i, d := range docs {
		if err := d.Err(); err != nil {
			return nil, "", err
		}
		p.lines = lineStarts(files[i], begin)
		begin += len(files[i])
		p.tree(d)
		trees = append(binary.AppendUvarint(trees, uint64(len(p.out))), p.out...)
	}
	return trees, p.texts, nil
}

// lineStarts returns where each line of a file begins that stands at begin.
func lineStarts(file string, begin int) []int {
	starts := []int{begin}
	for line := range strings.Lines(file) {
		begin += len(line)
		starts = append(starts, begin)
	}
	return starts
}

type packer struct {
	out   []byte
	texts string
	lines []int // where those of the file begin whose tree is packed
	last  node  // packed before
	at    int   // where its text stands
}

// tree packs the number of values and each of them, level by level, the numbers
// as differences from the value before: nearly all of them take one byte.
func (p *packer) tree(d *Document) {
	queue := []*node{d.outermost()}
	p.out = binary.AppendUvarint(nil, uint64(len(d.nodes)))
	p.last, p.at = node{}, 0
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		p.out = append(p.out, n.shape())
		p.out = binary.AppendVarint(p.out, int64(n.line-p.last.line))
		p.out = binary.AppendVarint(p.out, int64(n.col-p.last.col))
		if p.last = *n; n.kind != aText {
			p.out = binary.AppendUvarint(p.out, uint64(n.count))
			children := d.children(n)
			for i := range children {
				queue = append(queue, &children[i])
			}
			continue
		}
		at := p.find(n)
		p.out = binary.AppendVarint(p.out, int64(at-p.at))
		p.out = binary.AppendUvarint(p.out, uint64(len(n.text)))
		p.at = at
	}
}

// find returns where a text stands: at its place in the file, behind a quote or
// not, else anywhere, and at the end, where it is put, if there is none like it.
func (p *packer) find(n *node) int {
	if at, ok := p.offset(n.place); ok {
		if n.quoted {
			at++
		}
		if strings.HasPrefix(p.texts[at:], n.text) {
			return at
		}
	}
	if at := strings.Index(p.texts, n.text); at >= 0 {
		return at
	}
	p.texts += n.text
	return len(p.texts) - len(n.text)
}

// offset turns a place into the number of bytes before it; a column counts
// characters.
func (p *packer) offset(at place) (int, bool) {
	if at.line < 1 || int(at.line) >= len(p.lines) {
		return 0, false
	}
	start, end := p.lines[at.line-1], p.lines[at.line]
	for i := range p.texts[start:end] {
		if at.col--; at.col == 0 {
			return start + i, true
		}
	}
	return 0, false
}

// The bits of a value's shape.
const (
	shapeKind   = 0x0f
	shapeNull   = 0x10
	shapeQuoted = 0x20
)

func (n *node) shape() byte {
	shape := byte(n.kind)
	if n.null {
		shape |= shapeNull
	}
	if n.quoted {
		shape |= shapeQuoted
	}
	return shape
}

// errPacked says that what is unpacked was not packed by this program.
var errPacked = errors.New("the packed documents are damaged")

// Unpack returns the documents of [Pack] under their names. A tree is read when it
// is asked for: a command that needs one file of many pays for one. One that was
// packed by something else is an empty mapping then, with a mistake.
func Unpack(names []string, trees, texts string) ([]*Document, error) {
	u := unpacker{in: trees}
	docs := make([]*Document, len(names))
	for i, name := range names {
		size := u.number()
		if u.bad || size < 1 || size > len(u.in) {
			return nil, errPacked
		}
		docs[i] = &Document{name: name, packed: &packedTree{in: u.in[:size], texts: texts}}
		u.in = u.in[size:]
	}
	if u.in != "" {
		return nil, errPacked
	}
	return docs, nil
}
