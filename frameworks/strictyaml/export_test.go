package strictyaml

import (
	"fmt"
	"strings"
)

// Dump returns all there is in a document's tree, a line for each value.
func Dump(d *Document) string {
	var b strings.Builder
	d.dump(&b, d.outermost(), "")
	return b.String()
}

func (d *Document) dump(b *strings.Builder, n *node, indent string) {
	fmt.Fprintf(b, "%s%d:%d kind %d null %t quoted %t %q\n", indent, n.line, n.col, n.kind, n.null, n.quoted, n.text)
	children := d.children(n)
	for i := range children {
		d.dump(b, &children[i], indent+"  ")
	}
}

// Quickly and Slowly are the two ways of reading a file; ok is false where the
// quick one leaves it to the other.
func Quickly(data string, limits Limits) (doc *Document, ok bool) {
	nodes, ok := quickly(data, limits.withDefaults())
	return &Document{name: "f", nodes: nodes}, ok
}

// Slowly reads with yaml.v3.
func Slowly(data string, limits Limits) (*Document, error) {
	return slowly("f", []byte(data), limits.withDefaults())
}
