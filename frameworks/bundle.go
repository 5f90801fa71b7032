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
func (r *Reader) LoadBundle(name string, data []byte) (*Library, error) {
	files, err := readBundle(name, data)
	if err != nil {
		return nil, err
	}
	lib, err := r.Load(files...)
	if err != nil {
		return nil, fmt.Errorf("%s: a file in it is damaged:\n%w", name, err)
	}
	return lib, nil
}

func readBundle(name string, data []byte) ([]File, error) {
	if files, ok := bundleFiles(data); ok && len(data) <= maxBundle {
		return files, nil
	}
	return yamlFiles(name, data)
}

func yamlFiles(name string, data []byte) ([]File, error) {
	limits := strictyaml.Limits{Bytes: maxBundle, Text: maxBundle, Keys: maxFiles}
	doc, err := strictyaml.Parse(name, data, limits)
	if err != nil {
		return nil, err
	}
	if schemaOf(doc, bundleSchema) == "" {
		return nil, doc.Err()
	}
	m := doc.Root().Mapping("schema", "files")
	var files []File
	for _, n := range m.Need("files").Items() {
		f := n.Mapping("name", "text")
		files = append(files, File{Name: f.Need("name").Text(), Data: []byte(f.Need("text").Text())})
	}
	return files, doc.Err()
}
