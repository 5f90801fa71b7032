package frameworks

import (
	"runtime"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// Reader loads libraries and remembers the last files it parsed: two libraries of
// one hospital differ in few files, and parsing is most of the work. The zero Reader
// is ready for use, by several goroutines too.
type Reader struct {
	source bool // read the shipped files too as they were written

	mu      sync.Mutex
	parsed  map[content]*parsing // the name counts, because mistakes name it
	used    []content            // the content in use
	usedSum string               // its digest

	baseMu  sync.Mutex
	base    []content // the last content that bundles leave files to
	baseSum string    // its digest
}

// parsing is a file and the function that parses it when it is called first.
type parsing struct {
	file content
	do   func() parsedFile
}

// parsedFile is what [strictyaml.Parse] returned.
type parsedFile struct {
	doc *strictyaml.Document // nil if the file cannot be read at all
	err error
}

// parseAll parses the files side by side and returns them in their order. What
// was compiled is there already; if all of it is, it was checked too: what else
// there is can only add to it. A file that is known takes the place of the one
// given, so that what many libraries have in common is in memory once. Reports
// besides whether all of the shipped files are among them.
func (r *Reader) parseAll(files []content) (parsed []parsedFile, all bool) {
	out := make([]parsedFile, len(files))
	compiled, all := r.compiled(files)
	var wg sync.WaitGroup
	for i, f := range files {
		switch doc := compiled[i]; {
		case doc == nil:
			known := r.once(f)
			files[i] = known.file
			wg.Go(func() { out[i] = known.parse() })
		case all:
			out[i].doc = doc.Checked()
		default:
			out[i].doc = doc.Again()
		}
	}
	wg.Wait()
	return out, all
}

// compiled returns the trees of those files that are shipped ones, as they are,
// and whether all of the shipped ones are among the files.
func (r *Reader) compiled(files []content) (docs []*strictyaml.Document, all bool) {
	docs = make([]*strictyaml.Document, len(files))
	c, err := compiled()
	if err != nil || r.source {
		return docs, false
	}
	known, err := c.trees()
	if err != nil {
		return docs, false
	}
	found := map[string]bool{}
	for i, f := range files {
		if at, shipped := c.index[f.name]; shipped && c.files[at].text == f.text {
			files[i], docs[i], found[f.name] = c.files[at], known.docs[at], true
		}
	}
	return docs, len(found) == len(c.files)
}

// Prepare has what the reader reads the shipped files from at hand until done is
// called, for whoever loads many libraries one after the other. Otherwise it may
// have to be made anew for each, in a fifth of the time that a library takes.
func Prepare() (done func()) {
	var held *trees
	if c, err := compiled(); err == nil {
		held, _ = c.trees() // a mistake is told to whoever loads
	}
	return func() { runtime.KeepAlive(held) }
}

// parse returns the document for one reader.
func (p *parsing) parse() parsedFile {
	parsed := p.do()
	if parsed.doc != nil {
		parsed.doc = parsed.doc.Again()
	}
	return parsed
}

// once returns the parsing of a file, the same for the same file.
func (r *Reader) once(f content) *parsing {
	r.mu.Lock()
	defer r.mu.Unlock()
	if known := r.parsed[f]; known != nil {
		return known
	}
	const most = 64 // as many as three libraries have
	if r.parsed == nil || len(r.parsed) >= most {
		r.parsed = map[content]*parsing{}
	}
	r.parsed[f] = &parsing{f, sync.OnceValue(func() parsedFile {
		doc, err := strictyaml.ParseText(f.name, f.text, strictyaml.Limits{})
		return parsedFile{doc, err}
	})}
	return r.parsed[f]
}
