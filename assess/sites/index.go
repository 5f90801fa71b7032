package sites

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/assess/store"
)

// Index keeps what sites came to, so that a later run need not read their quarters
// again. It can be deleted at any time, and is trusted for nothing: a site is taken
// from it only if every file that its figures were made from has the same text as
// then, by digest, or was not touched since, as the disk itself notes it; the date
// that people see and can set counts for nothing. What another program or other
// content made is not taken either, nor a line that was changed.
//
// A nil Index has nothing and keeps nothing. One may be used by several at once.
type Index struct {
	made string // by which program, with which content
	dir  string // where it is kept; the sites in it are named from there

	mu    sync.Mutex
	lines map[string]line
	fresh bool // a line is not as it stands in the file
}

// line is one site as it stands in the file; its text is read when it is asked for.
type line struct {
	sum  string // of the folder and the text, as it stands there
	text []byte
	used bool
}

// entry is what a line says.
type entry struct {
	prints []store.Print  // of what the site was made from
	until  assess.Date    // after that day the ledger has to be looked at anew
	newer  assess.Quarter // the draft after the quarter shown
}

func (e *entry) fields(c *rollup.Coder) {
	rollup.List(c, &e.prints, func(c *rollup.Coder, p *store.Print) {
		c.Text(&p.Name)
		c.Text(&p.Digest)
		c.Text(&p.Stamp)
	})
	c.Date(&e.until)
	c.Quarter(&e.newer)
}

// The first lines of the file; a site a line follows: a checksum, its folder,
// what it was made from and what it came to, with a tab after each.
const (
	indexSchema = "schema: hygeia/sites-index/v3\n"
	indexNote   = "# Made by \"hygeia sites\" to be faster the next time; it can be deleted. Keep it as private as the quarters.\n"
	indexMade   = "made: "
)

// OpenIndex reads the index that lies in a folder. Made says which program it is
// for, exactly: what another one made is not used. What cannot be read is an empty
// index.
func OpenIndex(dir, made string) *Index {
	x := &Index{made: made, dir: dir, lines: map[string]line{}}
	data, err := store.Open(dir).ReadIndex()
	rest, ok := bytes.CutPrefix(data, []byte(indexSchema+indexNote+indexMade+strconv.Quote(made)+"\n"))
	if err != nil || !ok {
		return x
	}
	for text := range bytes.Lines(rest) {
		sum, rest, _ := bytes.Cut(bytes.TrimSuffix(text, []byte("\n")), []byte("\t"))
		name, body, ok := bytes.Cut(rest, []byte("\t"))
		folder, err := strconv.Unquote(string(name))
		if ok && err == nil {
			x.lines[folder] = line{sum: string(sum), text: body}
		}
	}
	return x
}

// checksum is over a site's folder and what stands behind it.
func checksum(name string, text []byte) string {
	sum := sha256.New()
	_, _ = io.WriteString(sum, name+"\t")
	_, _ = sum.Write(text)
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// name is how a folder is called in the index: by its path from there.
func (x *Index) name(f Folder) (string, bool) {
	dir, err := filepath.Abs(x.dir)
	if err != nil {
		return "", false
	}
	path, err := filepath.Abs(f.Path)
	if err != nil {
		return "", false
	}
	name, err := filepath.Rel(dir, path)
	return filepath.ToSlash(name), err == nil
}

// get returns what a site came to if all it was made from is as it was then.
func (x *Index) get(f Folder, today assess.Date, began time.Time) (site rollup.Site, newer assess.Quarter, ok bool) {
	if x == nil {
		return site, newer, false
	}
	name, ok := x.name(f)
	if !ok {
		return site, newer, false
	}
	x.mu.Lock()
	known, ok := x.lines[name]
	x.mu.Unlock()
	if !ok || checksum(name, known.text) != known.sum {
		return site, newer, false
	}
	var e entry
	rest, err := rollup.Unpack(string(known.text), e.fields)
	if err != nil || !e.until.IsZero() && today.After(e.until) {
		return site, newer, false
	}
	renewed, same := store.Open(f.Path).Unchanged(e.prints, began)
	if !same {
		return site, newer, false
	}
	if rest, err = rollup.Unpack(rest, site.Fields); err != nil || rest != "" {
		return rollup.Site{}, newer, false
	}
	if renewed != nil {
		x.keep(name, entry{renewed, e.until, e.newer}, site)
		return site, e.newer, true
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.lines[name] = line{known.sum, known.text, true}
	return site, e.newer, true
}

// put keeps what a site came to.
func (x *Index) put(f Folder, g *store.Glimpse, site rollup.Site) {
	if x == nil || len(g.Prints) == 0 {
		return
	}
	if name, ok := x.name(f); ok {
		x.keep(name, entry{g.Prints, g.Until, g.Newer}, site)
	}
}

// keep makes the line of a site.
func (x *Index) keep(name string, e entry, site rollup.Site) {
	text, err := rollup.Pack(nil, e.fields)
	if err == nil {
		text, err = rollup.Pack(text, site.Fields)
	}
	if err != nil {
		return // it is read again the next time
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.lines[name], x.fresh = line{checksum(name, text), text, true}, true
}

// Save writes the sites that were used into the folder of the index.
func (x *Index) Save() error {
	return store.Open(x.dir).WriteIndex(func(w io.Writer) error {
		if _, err := io.WriteString(w, indexSchema+indexNote+indexMade+strconv.Quote(x.made)+"\n"); err != nil {
			return err
		}
		for _, name := range x.used() {
			l := x.lines[name]
			if _, err := io.WriteString(w, l.sum+"\t"+strconv.Quote(name)+"\t"+string(l.text)+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
}

// used returns the names of the sites that this run asked for, sorted.
func (x *Index) used() []string {
	var names []string
	for name, l := range x.lines {
		if l.used {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Stale reports whether the file lacks what this run found out, or has sites that it
// did not ask for.
func (x *Index) Stale() bool { return x.fresh || len(x.used()) != len(x.lines) }
