// Package strictyaml reads and writes the YAML files of hygeia, and nothing else does.
//
// A file is a stranger's until it was read. Parse therefore takes one bounded
// document and refuses what a questionnaire never needs: anchors and aliases,
// merge keys, tags, duplicate keys, control characters and characters that turn
// the direction of text. It looks at the parsed tree and never decodes into
// structs, because yaml.v3 compares every key of a mapping with every other one
// when it does (100,000 keys take a minute).
//
// The tree is then read through [Node] and [Mapping]. They are values, safe to
// use when the thing they stand for is absent or wrong, and they record each
// mistake with its place instead of stopping at the first:
//
//	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
//	...
//	m := doc.Root().Mapping("schema", "title", "size")
//	title := m.Need("title").Text()
//	size := strictyaml.Word(m.Need("size"), ParseSize)
//	if err := doc.Err(); err != nil { // every mistake, in file order
//
// Files are written with [Map] and [List]: block style, two spaces, one fact a
// line, multi-line text as block text. The writing is our own and small because
// the encoder of yaml.v3 turns emoji into escapes and can write a file that it
// cannot read back (go-yaml issues 773 and 1071). Encode reads every file again
// and compares before it hands it out.
//
// gopkg.in/yaml.v3 is archived. It stands behind this door so that a maintained
// successor with the same API is one line away.
package strictyaml
