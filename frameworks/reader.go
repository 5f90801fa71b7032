package frameworks

import (
	"sync"

	"hygeia/frameworks/strictyaml"
)

// Reader loads libraries and remembers the files it parsed: two libraries of one
// hospital differ in few files, and parsing is most of the work. The zero Reader
// is ready for use, by several goroutines too.
type Reader struct {
	mu     sync.Mutex
	parsed map[content]func() parsedFile // the name counts, because mistakes name it
	source bool                          // read the shipped files too as they were written
}

// parsedFile is what [strictyaml.Parse] returned.
type parsedFile struct {
	doc *strictyaml.Document // nil if the file cannot be read at all
	err error
}

// parseAll parses the files side by side and returns them in their order. What
// was compiled is there already; if all of it is, it was checked too: what else
// there is can only add to it.
func (r *Reader) parseAll(files []content) []parsedFile {
	out := make([]parsedFile, len(files))
	compiled, all := r.compiled(files)
	var wg sync.WaitGroup
	for i, f := range files {
		switch doc := compiled[i]; {
		case doc == nil:
			wg.Go(func() { out[i] = r.parse(f) })
		case all:
			out[i].doc = doc.Checked()
		default:
			out[i].doc = doc.Again()
		}
	}
	wg.Wait()
	return out
}

// compiled returns the trees of those files that are shipped ones, as they are,
// and whether all of the shipped ones are among the files.
func (r *Reader) compiled(files []content) (docs []*strictyaml.Document, all bool) {
	docs = make([]*strictyaml.Document, len(files))
	c, err := compiled()
	if err != nil || r.source {
		return docs, false
	}
	found := map[string]bool{}
	for i, f := range files {
		if at, shipped := c.index[f.name]; shipped && c.files[at].text == f.text {
			docs[i], found[f.name] = c.docs[at], true
		}
	}
	return docs, len(found) == len(c.files)
}

// parse parses a file, or finds it parsed. The document is the caller's own.
func (r *Reader) parse(f content) parsedFile {
	p := r.once(f)()
	if p.doc != nil {
		p.doc = p.doc.Again()
	}
	return p
}

// once returns the function that parses a file when it is called first.
func (r *Reader) once(f content) func() parsedFile {
	r.mu.Lock()
	defer r.mu.Unlock()
	if do, known := r.parsed[f]; known {
		return do
	}
	if r.parsed == nil {
		r.parsed = map[content]func() parsedFile{}
	}
	do := sync.OnceValue(func() parsedFile {
		doc, err := strictyaml.Parse(f.name, []byte(f.text), strictyaml.Limits{})
		return parsedFile{doc, err}
	})
	r.parsed[f] = do
	return do
}
