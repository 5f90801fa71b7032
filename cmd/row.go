package cmd

import (
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// load reads the quarters to compare. isRow says that a row was asked for, of
// which every quarter is shown.
func (o *compareOptions) load() (row *assess.Trend, isRow bool, err error) {
	st, err := openStore(o.env)
	if err != nil {
		return nil, false, err
	}
	entries, err := st.List()
	if err != nil {
		return nil, false, err
	}
	var chosen []store.Entry
	switch {
	case o.lasting:
		isRow, chosen = true, o.lastOnes(st, entries)
	case len(o.Periods) == 1 && strings.Contains(o.Periods[0], ".."):
		isRow = true
		chosen, err = span(st, entries, o.Periods[0])
	default:
		chosen, err = pair(o.env, st, entries, o.Periods)
	}
	if err != nil {
		return nil, false, err
	}
	if o.FailOnDrop && len(chosen) > 0 && chosen[len(chosen)-1].Err != nil {
		return nil, false, chosen[len(chosen)-1].Err // an older one in its place would be judged as if it were new
	}
	good := o.env.good(chosen)
	if len(good) < 2 {
		return nil, false, errTooFew(st, len(good))
	}
	return assess.NewTrend(evaluate(good)), isRow, nil
}

func errTooFew(st *store.Store, n int) error {
	return withHint(usagef("comparing needs two saved quarters that can be read, and %s has %d", st.Dir(), n),
		`the next quarter starts with "hygeia assess" once this one is finished`)
}

// lastOnes returns the last saved quarters, damaged ones too.
func (o *compareOptions) lastOnes(st *store.Store, entries []store.Entry) []store.Entry {
	if o.Last > len(entries) {
		o.env.say("%s has only %s", st.Dir(), words.Count(len(entries), "saved quarter", "saved quarters"))
	}
	return entries[max(0, len(entries)-o.Last):]
}

// span returns the saved quarters from one to another, "2024-Q1..2026-Q3",
// damaged ones too.
func span(st *store.Store, entries []store.Entry, quarters string) ([]store.Entry, error) {
	one, other, _ := strings.Cut(quarters, "..")
	from, err := assess.ParseQuarter(one)
	if err != nil {
		return nil, usagef("%q: %s", quarters, err)
	}
	to, err := assess.ParseQuarter(other)
	if err != nil {
		return nil, usagef("%q: %s", quarters, err)
	}
	if from.Since(to) > 0 {
		from, to = to, from
	}
	var inside []store.Entry
	for _, e := range entries {
		if e.Period.Since(from) >= 0 && to.Since(e.Period) >= 0 {
			inside = append(inside, e)
		}
	}
	if len(inside) < 2 {
		return nil, usagef("%s to %s has %s, and a row needs two: there are: %s", from, to, words.Count(len(inside), "saved quarter", "saved quarters"), savedNames(entries))
	}
	return inside, nil
}

func savedNames(entries []store.Entry) string {
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Period.String()
	}
	return strings.Join(names, ", ")
}

// pair returns two quarters, earlier first: the last two that can be read, one
// with the last, or both as named. A named one that cannot be read is an error.
func pair(env *Env, st *store.Store, entries []store.Entry, periods []string) ([]store.Entry, error) {
	var named []store.Entry
	for _, word := range periods {
		e, err := entryOf(st, entries, word)
		if err != nil {
			return nil, err
		}
		named = append(named, e)
	}
	if len(named) < 2 {
		good := env.good(entries)
		if len(good) < 2 {
			return nil, errTooFew(st, len(good))
		}
		named = append(named, good[len(good)-2+len(named):]...)
	}
	switch n := named[1].Period.Since(named[0].Period); {
	case n == 0:
		return nil, usagef("%s cannot be compared with itself", named[0].Period)
	case n < 0:
		named[0], named[1] = named[1], named[0]
	}
	return named, nil
}

// entryOf returns the saved quarter a word names.
func entryOf(st *store.Store, entries []store.Entry, word string) (store.Entry, error) {
	q, err := assess.ParseQuarter(word)
	if err != nil {
		return store.Entry{}, usagef("%s", err)
	}
	for _, e := range entries {
		if e.Period == q {
			return e, e.Err
		}
	}
	return store.Entry{}, errNoPeriod(st, word)
}
