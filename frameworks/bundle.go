package frameworks

import (
	"fmt"

	"hygeia/frameworks/strictyaml"
)

// bundleSchema is the first line of a bundle.
const bundleSchema = "hygeia/content/v1"

// maxBundle is the largest bundle that is read, and so the largest library that
// can be bundled, in bytes.
const maxBundle = 16 << 20

// Bundle returns the whole library as one YAML document a person can read. A
// finished quarter keeps it, so that it opens in years to come as it is today.
func (l *Library) Bundle() ([]byte, error) {
	m := strictyaml.NewMap()
	m.Word("schema", bundleSchema)
	list := m.List("files")
	for _, f := range l.files {
		item := list.Map()
		item.Text("name", f.name)
		item.Text("text", f.text)
	}
	data, err := m.Encode()
	if err == nil && len(data) > maxBundle {
		err = fmt.Errorf("content has %d bytes; at most %d can be bundled", len(data), maxBundle)
	}
	return data, err
}

// LoadBundle returns the library a bundle was made from, with the same digest.
// The name stands in front of mistakes in the bundle itself; one in a file
// within it has that file's name and line.
func (r *Reader) LoadBundle(name, text string) (*Library, error) {
	files, err := readBundle(name, text)
	if err != nil {
		return nil, err
	}
	lib, err := r.load(files)
	if err != nil {
		return nil, fmt.Errorf("%s: a file in it is damaged:\n%w", name, err)
	}
	return lib, nil
}

func readBundle(name, text string) ([]content, error) {
	limits := strictyaml.Limits{Bytes: maxBundle, Text: maxBundle, Keys: maxFiles}
	doc, err := strictyaml.ParseText(name, text, limits)
	if err != nil {
		return nil, err
	}
	if schemaOf(doc, bundleSchema) == "" {
		return nil, doc.Err()
	}
	m := doc.Root().Mapping("schema", "files")
	var files []content
	for _, n := range m.Need("files").Items() {
		f := n.Mapping("name", "text")
		files = append(files, content{f.Need("name").Text(), normal(f.Need("text").Text())})
	}
	return files, doc.Err()
}
