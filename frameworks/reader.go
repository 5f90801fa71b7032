package frameworks

import (
	"crypto/sha256"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// Reader loads libraries and remembers the files it parsed: two libraries of one
// hospital differ in few files, and parsing is most of the work. The zero Reader
// is ready for use, by several goroutines too.
type Reader struct {
	mu     sync.Mutex
	parsed map[fileKey]func() parsedFile
}

// fileKey tells files apart. The name counts, because mistakes name it.
type fileKey struct {
	name string
	sum  [sha256.Size]byte
}

// parsedFile is what [strictyaml.Parse] returned.
type parsedFile struct {
	doc *strictyaml.Document // nil if the file cannot be read at all
	err error
}

// parseAll parses the files side by side and returns them in their order.
func (r *Reader) parseAll(files []File) []parsedFile {
	out := make([]parsedFile, len(files))
	var wg sync.WaitGroup
	for i, f := range files {
		wg.Go(func() { out[i] = r.parse(f) })
	}
	wg.Wait()
	return out
}

// parse parses a file, or finds it parsed. The document is the caller's own.
func (r *Reader) parse(f File) parsedFile {
	p := r.once(f)()
	if p.doc != nil {
		p.doc = p.doc.Again()
	}
	return p
}

// once returns the function that parses a file when it is called first.
func (r *Reader) once(f File) func() parsedFile {
	key := fileKey{f.Name, sha256.Sum256(f.Data)}
	r.mu.Lock()
	defer r.mu.Unlock()
	if do, known := r.parsed[key]; known {
		return do
	}
	if r.parsed == nil {
		r.parsed = map[fileKey]func() parsedFile{}
	}
	do := sync.OnceValue(func() parsedFile {
		doc, err := strictyaml.Parse(f.Name, f.Data, strictyaml.Limits{})
		return parsedFile{doc, err}
	})
	r.parsed[key] = do
	return do
}
