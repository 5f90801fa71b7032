package sites

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// Options say how sites are read.
type Options struct {
	On    assess.Date // only what was finished, asked and decided up to this day; zero for all
	Today assess.Date // the day for what is past its date
	Index *Index      // what earlier runs came to; nil for none. It is left out where On is set
}

// Reading is what was read.
type Reading struct {
	Library  *frameworks.Library // the shipped content, with titles and order
	Rows     []rollup.Row        // one a folder, in their order
	Problems []error             // what cannot be read, in the order of the folders
	Fresh    int                 // sites that the index did not have
}

// Read reads the folders side by side, as many at once as there are processors. Of
// each only what it comes to stays in memory. What cannot be read is among the
// problems, and the rest goes on.
func Read(folders []Folder, o Options) (*Reading, error) {
	r := &reader{Options: o}
	if !o.On.IsZero() {
		r.Index = nil
	}
	r.shelf = store.Open("")
	r.shipped = sync.OnceValues(r.shelf.Shipped)
	go r.shipped() // while the first sites are looked up
	out := &Reading{Rows: make([]rollup.Row, len(folders))}
	fresh, problems := make([]bool, len(folders)), make([][]error, len(folders))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(len(folders), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				out.Rows[i], fresh[i], problems[i] = r.row(folders[i])
			}
		})
	}
	for i := range folders {
		next <- i
	}
	close(next)
	wg.Wait()
	var err error
	if out.Library, err = r.shipped(); err != nil {
		return nil, err
	}
	for i := range folders {
		out.Problems = append(out.Problems, problems[i]...)
		if fresh[i] {
			out.Fresh++
		}
	}
	return out, nil
}

// reader is what the sites share while they are read.
type reader struct {
	Options
	shipped func() (*frameworks.Library, error)
	signs   rollup.Signs

	mu    sync.Mutex
	shelf *store.Store          // whose loaded contents are shared
	held  []*frameworks.Library // so that they are not loaded for each site anew
}

// mostContents is how many contents are kept in memory at a time. Sites of one
// system have a few; those with questions of their own share none.
const mostContents = 16

// store opens the folder of a site.
func (r *reader) store(dir string) *store.Store {
	alone := store.Open(dir)
	if alone.HasOwn() {
		return alone
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shelf.Loaded() > mostContents {
		r.shelf, r.held = store.Open(""), nil
	}
	return r.shelf.Beside(dir)
}

// hold keeps a content for the sites to come.
func (r *reader) hold(lib *frameworks.Library) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, h := range r.held {
		if h == lib {
			return
		}
	}
	if r.held = append(r.held, lib); len(r.held) > mostContents/2 {
		r.held = r.held[1:]
	}
}

// row reads one site.
func (r *reader) row(f Folder) (row rollup.Row, fresh bool, problems []error) {
	if site, newer, ok := r.Index.get(f, r.Today); ok {
		return rollup.Row{Site: site, Folder: f.Name, Newer: newer}, false, nil
	}
	row.Folder = f.Name
	e := evaluated{}
	g, err := r.store(f.Path).Glimpse(r.On, r.Today, e.closed)
	if err != nil {
		row.Problem = lineOf(err)
		return row, true, []error{err}
	}
	row.Newer = g.Newer
	if g.Saved != nil {
		if row.Site, err = r.site(g, e); err != nil {
			return row, true, []error{err}
		}
	}
	if len(g.Problems) > 0 {
		row.Problem = lineOf(g.Problems[0])
		return row, true, g.Problems
	}
	if g.Saved == nil {
		err := fmt.Errorf("%s: nothing was finished up to %s, and there is no draft", f.Path, r.On)
		row.Problem = lineOf(err)
		return row, true, nil
	}
	r.Index.put(f, g, row.Site)
	return row, true, nil
}

// evaluated are the quarters of one site, each evaluated once. Of the earlier one only
// the questions are needed, of the latest what was asked.
type evaluated map[*store.Saved]*assess.Result

func (e evaluated) items(saved *store.Saved) *assess.Result {
	if e[saved] == nil {
		e[saved] = assess.EvaluateItems(saved.Library, saved.Assessment)
	}
	return e[saved]
}

func (e evaluated) closed(saved *store.Saved) func(key string) bool {
	return assess.ClosedIn(e.items(saved))
}

// site is what the quarters of a glimpse come to.
func (r *reader) site(g *store.Glimpse, e evaluated) (rollup.Site, error) {
	shipped, err := r.shipped()
	if err != nil {
		return rollup.Site{}, err
	}
	now := assess.EvaluateAsked(e.items(g.Saved))
	var before *assess.Result
	if g.Earlier != nil {
		before = e.items(g.Earlier)
	}
	r.hold(g.Saved.Library)
	site := r.signs.Of(shipped, now, before)
	site.Remember(shipped, now, g.Matters)
	return site, nil
}

// lineOf is the first line of a message.
func lineOf(err error) string {
	var fault *store.Fault
	text := err.Error()
	if errors.As(err, &fault) {
		text = fault.Error()
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}
