package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"hygeia/assess"
	"hygeia/assess/ledger"
)

// Pick says which quarters of a folder a roll-up shows, as the first lines of the
// files have it: nothing else of them is read.
type Pick struct {
	Now    assess.Quarter   // the latest finished one; without one the newest draft; zero without either
	Before assess.Quarter   // the finished one before it; zero without one
	Newer  assess.Quarter   // the newest draft after Now; zero without one
	Unread []assess.Quarter // newer than Before, and what they are cannot be told
	list   []assess.Quarter // every quarter that has a file, oldest first
}

// Pick chooses among the quarters that were finished up to and including a day;
// the zero day takes all.
func (s *Store) Pick(on assess.Date) (Pick, error) {
	root, err := s.open()
	if err != nil {
		return Pick{}, err
	}
	defer root.Close()
	return s.pick(root, s.heads(root), on)
}

func (s *Store) pick(root *os.Root, heads *heads, on assess.Date) (Pick, error) {
	list, err := s.periods(root)
	p := Pick{list: list}
	if err != nil {
		return p, err
	}
	draft := assess.Quarter{}
	for i := len(list) - 1; i >= 0 && p.Before.IsZero(); i-- {
		h := heads.of(list[i])
		switch {
		case !h.told:
			p.Unread = append(p.Unread, list[i])
		case !h.finished && draft.IsZero():
			draft = list[i]
		case !h.finished, !on.IsZero() && h.day.After(on):
		case p.Now.IsZero():
			p.Now = list[i]
		default:
			p.Before = list[i]
		}
	}
	switch {
	case p.Now.IsZero():
		p.Now = draft
	case draft.Since(p.Now) > 0:
		p.Newer = draft
	}
	return p, nil
}

// Glimpse is what a roll-up needs of a folder.
type Glimpse struct {
	Pick
	Saved, Earlier *Saved          // of Now and Before; nil where there is none or it cannot be read
	Matters        []ledger.Matter // of the ledger, by number
	Until          assess.Date     // the day after which the ledger has to be looked at anew; zero for none
	Problems       []error         // what cannot be read; the rest can be shown
	Prints         []Print         // of what was read, nil where something cannot be
}

// Glimpse reads the quarters of a [Pick], and of the ledger what is open. Asks and
// decisions count up to and including the day; the zero day takes all. Today is for
// what is past its date. Where a matter may have been closed in a quarter before
// those two, and only there, that quarter is read too. Closed is [assess.Closed], or
// another function that says the same of a quarter. Began is when reading began, for
// the stamps of the prints; with the zero time they have none. Scan files are not looked at:
// no answer and no score rests on them.
func (s *Store) Glimpse(on, today assess.Date, began time.Time, closed func(*Saved) func(key string) bool) (*Glimpse, error) {
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	g, heads := &Glimpse{}, s.heads(root)
	if g.Pick, err = s.pick(root, heads, on); err != nil {
		return nil, err
	}
	around := s.around(root)
	for _, q := range g.Unread {
		g.Problems = append(g.Problems, heads.of(q).err)
	}
	load := func(q assess.Quarter) *Saved {
		if q.IsZero() {
			return nil
		}
		saved, err := s.loadAlone(root, q)
		if err != nil {
			g.Problems = append(g.Problems, err)
			return nil
		}
		return saved
	}
	g.Earlier, g.Saved = load(g.Before), load(g.Now)
	if g.Saved == nil {
		return g, nil
	}
	book, err := s.Book()
	if err != nil {
		g.Problems = append(g.Problems, err)
		return g, nil
	}
	extra := s.matters(root, g, heads, book, on, today, closed)
	live := g.Saved.Status == assess.Draft && !g.Saved.Inherits.IsZero() // the parent's files are not looked at here
	if len(g.Problems) == 0 && !live && around == s.around(root) {
		g.Prints = s.prints(root, g, book, around, extra)
		g.Prints = append(g.Prints, heads.prints(g.Prints)...)
		s.stampsIn(root).settled(began).stamp(g.Prints)
	}
	return g, nil
}

// matters fills in what the ledger says. A matter is open where no quarter closed
// it. The quarter that asked about it, and those before that, did not: only those
// finished since the last event about it have to be read, and only where it is past
// its date.
func (s *Store) matters(root *os.Root, g *Glimpse, heads *heads, book *Book, on, today assess.Date, closed func(*Saved) func(string) bool) (extra []*Saved) {
	if book.Len() == 0 {
		return nil
	}
	known := map[assess.Quarter]*Saved{g.Now: g.Saved}
	if g.Earlier != nil {
		known[g.Before] = g.Earlier
	}
	matters := book.Matters(on, closingsOf(g.list, known, closed))
	for _, m := range matters {
		missing := g.couldClose(heads, m, known)
		switch {
		case len(missing) == 0:
		case !m.Late(today):
			if g.Until.IsZero() || g.Until.After(m.Date()) {
				g.Until = m.Date()
			}
		default:
			for _, q := range missing {
				saved, err := s.loadAlone(root, q)
				if err != nil {
					g.Problems = append(g.Problems, err)
					continue
				}
				known[q], extra = saved, append(extra, saved)
			}
		}
	}
	if len(extra) > 0 {
		matters = book.Matters(on, closingsOf(g.list, known, closed))
	}
	g.Matters = matters
	return extra
}

// couldClose returns the quarters before those that were read which may have closed
// the matter.
func (g *Glimpse) couldClose(heads *heads, m ledger.Matter, known map[assess.Quarter]*Saved) []assess.Quarter {
	if !m.Closed.IsZero() || m.Date().IsZero() {
		return nil
	}
	asked, _ := m.Asked()
	var found []assess.Quarter
	for _, q := range slices.Backward(g.list) {
		if _, read := known[q]; read || q.Since(g.Now) > 0 {
			continue
		}
		h := heads.of(q)
		switch {
		case !h.told || !h.finished:
			continue
		case m.Last().After(h.day), asked.Period == q:
			return found // it, and all before it, were before the last event, or it asked and so had the gap
		}
		found = append(found, q)
	}
	return found
}

func closingsOf(list []assess.Quarter, known map[assess.Quarter]*Saved, closed func(*Saved) func(string) bool) []ledger.Closing {
	var closings []ledger.Closing
	for _, q := range list {
		if saved := known[q]; saved != nil {
			closings = append(closings, ledger.Closing{Period: q, AsOf: saved.AsOf(), Closed: closed(saved)})
		}
	}
	return closings
}

// periods returns the quarters that have a file in the folder, oldest first.
func (s *Store) periods(root *os.Root) ([]assess.Quarter, error) {
	f, err := root.Open(".")
	if err != nil {
		return nil, fault(reading, s.dir, chooseDir, err)
	}
	defer f.Close()
	var list []assess.Quarter
	for {
		names, err := f.Readdirnames(256)
		for _, name := range names {
			if q, ok := periodOf(name); ok {
				list = append(list, q)
			}
		}
		if errors.Is(err, io.EOF) {
			sortQuarters(list)
			return list, nil
		}
		if err != nil {
			return nil, fault(reading, s.dir, chooseDir, err)
		}
	}
}

// has reports whether a file or folder lies in the folder.
func has(root *os.Root, name string) bool {
	_, err := root.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}
