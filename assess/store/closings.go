package store

import (
	"errors"
	"os"
	"slices"
	"sync"

	"hygeia/assess"
	"hygeia/assess/ledger"
)

// closings are what finished quarters say about gaps, kept from when they were
// read, so that no command reads its quarters twice. Quarters may be read side by
// side.
type closings struct {
	mu sync.Mutex
	of map[assess.Quarter]closing
}

// closing is one quarter's word on gaps.
type closing struct {
	ledger.Closing
	keys     map[string]bool // the questions it is about; nil for all
	previous string          // the digest of the quarter before that it keeps
}

// covers reports whether the quarter's word is about these questions, nil for all.
func (c closing) covers(keys map[string]bool) bool {
	if c.keys == nil || keys == nil {
		return c.keys == nil
	}
	for key := range keys {
		if !c.keys[key] {
			return false
		}
	}
	return true
}

// closingOf returns what a quarter says about these questions, nil for all.
func closingOf(saved *Saved, keys map[string]bool) closing {
	closed := assess.Closed(saved.Library, saved.Assessment, keys)
	return closing{
		Closing:  ledger.Closing{Period: saved.Period, AsOf: saved.AsOf(), Closed: func(key string) bool { return closed[key] }},
		keys:     keys,
		previous: saved.Previous,
	}
}

// note keeps what a finished quarter says.
func (c *closings) note(said closing) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of == nil {
		c.of = map[assess.Quarter]closing{}
	}
	c.of[said.Period] = said
}

func (c *closings) get(period assess.Quarter, keys map[string]bool) (said closing, known bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	said, known = c.of[period]
	return said, known && said.covers(keys)
}

func (c *closings) forget(period assess.Quarter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.of, period)
}

// Closings returns what the saved quarters that can be read say about gaps,
// oldest first.
func (s *Store) Closings() ([]ledger.Closing, error) { return s.closingsOf(nil) }

// closingsOf is [Store.Closings] about the questions with these keys only, of all
// if it is nil. About some, a quarter is not read before its word is asked for, as
// far as its first lines tell its day; one that cannot be read says nothing then.
func (s *Store) closingsOf(keys map[string]bool) ([]ledger.Closing, error) {
	periods, err := s.Periods()
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var list []ledger.Closing
	heads, vouched := s.heads(root), "" // the digest that the later quarter keeps
	for _, period := range slices.Backward(periods) {
		said, known := s.closings.get(period, keys)
		if !known && keys != nil {
			said, known = s.onceAsked(period, heads.of(period), keys, vouched)
		}
		if !known {
			if said, err = s.closing(root, period, keys, vouched); err != nil {
				vouched = ""
				continue // a quarter that cannot be read says nothing
			}
		}
		list = append(list, said.Closing)
		vouched = said.previous
	}
	slices.Reverse(list)
	return list, nil
}

// onceAsked returns what a quarter says, which is read when it is asked for the
// first time; false where the first lines do not tell its day.
func (s *Store) onceAsked(period assess.Quarter, h head, keys map[string]bool, vouched string) (said closing, ok bool) {
	if !h.told || h.day.IsZero() {
		return closing{}, false
	}
	read := sync.OnceValue(func() func(string) bool {
		root, err := s.open()
		if err != nil {
			return nothing
		}
		defer root.Close()
		said, err := s.closing(root, period, keys, vouched)
		if err != nil {
			return nothing
		}
		return said.Closed
	})
	return closing{
		Closing:  ledger.Closing{Period: period, AsOf: h.day, Closed: func(key string) bool { return read()(key) }},
		previous: h.previous,
	}, true
}

// nothing is what a quarter says that cannot be read.
func nothing(string) bool { return false }

// closing returns what one quarter says. The file that a later quarter keeps the
// digest of is as it was written, so that it may be read in part.
func (s *Store) closing(root *os.Root, period assess.Quarter, keys map[string]bool, vouched string) (closing, error) {
	if said, known := s.closings.get(period, keys); known {
		return said, nil
	}
	if keys != nil && vouched != "" {
		if saved, err := s.part(root, period, keys, vouched); err == nil {
			said := closingOf(saved, keys)
			s.closings.note(said)
			return said, nil
		}
	}
	saved, err := s.load(root, period)
	if err != nil {
		return closing{}, err
	}
	if said, known := s.closings.get(period, keys); known {
		return said, nil
	}
	return closingOf(saved, keys), nil // a draft may change at any time
}

// errWhole says that a quarter must be read whole.
var errWhole = errors.New("not to be read in part")

// part reads a finished quarter with that digest as far as its answers to some
// questions go.
func (s *Store) part(root *os.Root, period assess.Quarter, keys map[string]bool, digest string) (*Saved, error) {
	data, err := readFile(root, fileName(period), assess.MaxFile)
	if err != nil {
		return nil, err
	}
	link, _ := linkOf(period, data)
	part, ok := assess.Part(data, keys)
	if !ok || !link.Finished || !link.is(digest) {
		return nil, errWhole
	}
	a, lib, err := assess.Decode(s.Path(period), part, s.contents(root))
	if err != nil {
		return nil, err
	}
	if a.Period != period || lib == nil {
		return nil, errWhole
	}
	return &Saved{Assessment: a, Library: lib}, nil
}
