package store

import (
	"sync"

	"hygeia/assess"
	"hygeia/assess/ledger"
)

// closings are what finished quarters say about gaps, kept from when they were
// read, so that no command reads its quarters twice. Quarters may be read side by
// side.
type closings struct {
	mu sync.Mutex
	of map[assess.Quarter]ledger.Closing
}

// note keeps what a finished quarter says. A draft may change at any time.
func (c *closings) note(saved *Saved) ledger.Closing {
	closing := ledger.Closing{Period: saved.Period, AsOf: saved.AsOf(), Closed: assess.Closed(saved.Library, saved.Assessment)}
	if saved.Status == assess.Finished {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.of == nil {
			c.of = map[assess.Quarter]ledger.Closing{}
		}
		c.of[saved.Period] = closing
	}
	return closing
}

func (c *closings) get(period assess.Quarter) (ledger.Closing, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	closing, known := c.of[period]
	return closing, known
}

func (c *closings) forget(period assess.Quarter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.of, period)
}

// Closings returns what the saved quarters that can be read say about gaps,
// oldest first.
func (s *Store) Closings() ([]ledger.Closing, error) {
	periods, err := s.Periods()
	if err != nil {
		return nil, err
	}
	var missing []assess.Quarter
	for _, p := range periods {
		if _, known := s.closings.get(p); !known {
			missing = append(missing, p)
		}
	}
	entries, err := s.LoadAll(missing)
	if err != nil {
		return nil, err
	}
	drafts := map[assess.Quarter]ledger.Closing{}
	for _, e := range entries {
		if e.Err == nil && e.Status == assess.Draft {
			drafts[e.Period] = s.closings.note(e.Saved)
		}
	}
	var list []ledger.Closing
	for _, p := range periods {
		if c, finished := s.closings.get(p); finished {
			list = append(list, c)
		} else if c, draft := drafts[p]; draft {
			list = append(list, c)
		}
	}
	return list, nil
}
