package frameworks

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// The first line of a bundle: one that holds every file, and one that leaves some
// to another bundle.
const (
	bundleSchema = "hygeia/content/v1"
	besideSchema = "hygeia/content/v2"
)

// maxBundle is the largest bundle that is read, and so the largest library that
// can be bundled, in bytes.
const maxBundle = 16 << 20

// Bundle returns the whole library as one YAML document a person can read. A
// finished quarter keeps it, so that it opens in years to come as it is today.
func (l *Library) Bundle() ([]byte, error) { return writeBundle(bundle{files: l.files}) }

// bundle is a document of files. Those without a text are, word for word, in
// another one under the same names.
type bundle struct {
	files []content
	base  string // the digest of the content in that one; "" if there is none
}

func writeBundle(b bundle) ([]byte, error) {
	m := strictyaml.NewMap()
	if b.base == "" {
		m.Word("schema", bundleSchema)
	} else {
		m.Word("schema", besideSchema)
		m.Word("same_as", b.base)
	}
	list := m.List("files")
	for _, f := range b.files {
		item := list.Map()
		item.Text("name", f.name)
		if b.base == "" || f.text != "" {
			item.Text("text", f.text)
		}
	}
	data, err := m.Encode()
	if err == nil && len(data) > maxBundle {
		err = fmt.Errorf("content has %d bytes; at most %d can be bundled", len(data), maxBundle)
	}
	return data, err
}

// Kept returns the bundle in which content with that digest is kept, and its name
// for mistakes.
type Kept func(digest string) (name, text string, err error)

// BundleBeside is [Library.Bundle] beside other content that is kept already:
// what stands there word for word is left to the bundle that holds it, if that is
// more than half. From quarter to quarter few files change. What is left out is
// always in a bundle that leaves nothing out, so that no more than two are needed.
func (r *Reader) BundleBeside(l *Library, digest string, kept Kept) ([]byte, error) {
	name, text, err := kept(digest)
	if err != nil {
		return nil, err
	}
	other, err := readBundle(name, text)
	if err != nil {
		return nil, err
	}
	if other.base != "" {
		digest = other.base
	}
	base, err := r.whole(digest, kept)
	if err != nil {
		return nil, err
	}
	b, left, all := bundle{base: digest}, 0, 0
	for _, f := range l.files {
		all += len(f.text)
		if slices.Contains(base, f) {
			left += len(f.text)
			f.text = ""
		}
		b.files = append(b.files, f)
	}
	if 2*left <= all {
		return l.Bundle()
	}
	return writeBundle(b)
}

// LoadBundle returns the library a bundle was made from, with the same digest.
// The name stands in front of mistakes in the bundle itself; one in a file within
// it has that file's name and line. Kept finds what the bundle leaves out.
func (r *Reader) LoadBundle(name, text string, kept Kept) (*Library, error) {
	b, err := readBundle(name, text)
	if err != nil {
		return nil, err
	}
	if b.base != "" {
		base, err := r.whole(b.base, kept)
		if err != nil {
			return nil, err
		}
		b.fill(base)
	}
	lib, err := r.load(b.files)
	if err != nil {
		return nil, fmt.Errorf("%s: a file in it is damaged:\n%w", name, err)
	}
	return lib, nil
}

// fill puts in what was left to another bundle. What is not there stays empty, and
// is then found by the digest at the latest.
func (b bundle) fill(base []content) {
	for i, f := range b.files {
		at := slices.IndexFunc(base, func(other content) bool { return other.name == f.name })
		if f.text == "" && at >= 0 {
			b.files[i] = base[at]
		}
	}
}

// whole returns the files of a bundle that leaves nothing out. The last one stays
// in memory: the quarters of one hospital rest on few.
func (r *Reader) whole(digest string, kept Kept) ([]content, error) {
	r.baseMu.Lock()
	defer r.baseMu.Unlock()
	if r.baseSum == digest {
		return r.base, nil
	}
	name, text, err := kept(digest)
	if err != nil {
		return nil, err
	}
	b, err := readBundle(name, text)
	switch {
	case err != nil:
		return nil, err
	case b.base != "" || sum(b.files) != digest:
		return nil, fmt.Errorf("%s: was changed, and other content leaves files to it", name)
	}
	r.compiled(b.files) // puts in the shipped files themselves, and lets the text go
	r.base, r.baseSum = b.files, digest
	return b.files, nil
}

func readBundle(name, text string) (bundle, error) {
	limits := strictyaml.Limits{Bytes: maxBundle, Text: maxBundle, Keys: maxFiles}
	doc, err := strictyaml.ParseText(name, text, limits)
	if err != nil {
		return bundle{}, err
	}
	var b bundle
	switch schemaOf(doc, bundleSchema, besideSchema) {
	case bundleSchema:
		m := doc.Root().Mapping("schema", "files")
		for _, n := range m.Need("files").Items() {
			f := n.Mapping("name", "text")
			name := strings.Clone(f.Need("name").Text()) // or it would keep the whole bundle in memory
			b.files = append(b.files, content{name, normal(f.Need("text").Text())})
		}
	case besideSchema:
		m := doc.Root().Mapping("schema", "same_as", "files")
		b.base = strictyaml.Word(m.Need("same_as"), digestWord)
		for _, n := range m.Need("files").Items() {
			f := n.Mapping("name", "text")
			b.files = append(b.files, content{f.Need("name").Text(), normal(f.Get("text").Text())})
		}
	}
	return b, doc.Err()
}

var digestForm = words.Pattern(`^sha256:[0-9a-f]{64}$`)

// digestWord reads the digest of content.
func digestWord(s string) (string, error) {
	if !digestForm().MatchString(s) {
		return "", fmt.Errorf("same_as %q: must be the digest of other content, sha256: and 64 digits", s)
	}
	return s, nil
}
