package cmd

import (
	"slices"
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
	chosen, isRow, err := o.chosen(st)
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
	return assess.NewTrend(evaluateAll(good, asSaved)), isRow, nil
}

// chosen reads those quarters only.
func (o *compareOptions) chosen(st *store.Store) (chosen []store.Entry, isRow bool, err error) {
	saved, err := st.Periods()
	if err != nil {
		return nil, false, err
	}
	switch {
	case o.lasting:
		saved = o.lastOnes(st, saved)
	case len(o.Periods) == 1 && strings.Contains(o.Periods[0], ".."):
		if saved, err = span(o.env, saved, o.Periods[0]); err != nil {
			return nil, false, err
		}
	default:
		chosen, err = pair(o.env, st, saved, o.Periods)
		return chosen, false, err
	}
	chosen, err = st.LoadAll(saved)
	return chosen, true, err
}

func errTooFew(st *store.Store, n int) error {
	return withHint(usagef("comparing needs two saved quarters that can be read, and %s has %d", st.Dir(), n),
		`the next quarter starts with "hygeia assess" once this one is finished`)
}

// lastOnes returns the last saved quarters, damaged ones too.
func (o *compareOptions) lastOnes(st *store.Store, saved []assess.Quarter) []assess.Quarter {
	if o.Last > len(saved) {
		o.env.say("%s has only %s", st.Dir(), words.Count(len(saved), "saved quarter", "saved quarters"))
	}
	return saved[max(0, len(saved)-o.Last):]
}

// span returns the saved quarters from one to another, "2024-Q1..2026-Q3",
// damaged ones too.
func span(env *Env, saved []assess.Quarter, quarters string) ([]assess.Quarter, error) {
	one, other, _ := strings.Cut(quarters, "..")
	from, err := env.period(one)
	if err != nil {
		return nil, usagef("%q: %s", quarters, err)
	}
	to, err := env.period(other)
	if err != nil {
		return nil, usagef("%q: %s", quarters, err)
	}
	if from.Since(to) > 0 {
		from, to = to, from
	}
	var inside []assess.Quarter
	for _, q := range saved {
		if q.Since(from) >= 0 && to.Since(q) >= 0 {
			inside = append(inside, q)
		}
	}
	if len(inside) < 2 {
		return nil, usagef("%s to %s has %s, and a row needs two: there are: %s", from, to, words.Count(len(inside), "saved quarter", "saved quarters"), savedNames(saved))
	}
	return inside, nil
}

func savedNames(saved []assess.Quarter) string {
	names := make([]string, len(saved))
	for i, q := range saved {
		names[i] = q.String()
	}
	return strings.Join(names, ", ")
}

// pair returns two quarters with the saved ones between them, the earliest first:
// the last two that can be read, one with the last, or both as named. A named one
// that cannot be read is an error; one in between may be.
func pair(env *Env, st *store.Store, saved []assess.Quarter, periods []string) ([]store.Entry, error) {
	var named []store.Entry
	for _, word := range periods {
		e, err := entryOf(env, st, saved, word)
		if err != nil {
			return nil, err
		}
		named = append(named, e)
	}
	if len(named) < 2 {
		good, err := newest(env, st, saved, 2)
		if err != nil {
			return nil, err
		}
		if len(good) < 2 {
			return nil, errTooFew(st, len(good))
		}
		named = append(named, good[len(named):]...)
	}
	switch n := named[1].Period.Since(named[0].Period); {
	case n == 0:
		return nil, usagef("%s cannot be compared with itself", named[0].Period)
	case n < 0:
		named[0], named[1] = named[1], named[0]
	}
	inside := slices.DeleteFunc(slices.Clone(saved), func(q assess.Quarter) bool {
		return q.Since(named[0].Period) <= 0 || named[1].Period.Since(q) <= 0
	})
	between, err := st.LoadAll(inside)
	if err != nil {
		return nil, err
	}
	if len(periods) == 0 { // what cannot be read between the last two is said already
		between = slices.DeleteFunc(between, func(e store.Entry) bool { return e.Err != nil })
	}
	return slices.Concat(named[:1], between, named[1:]), nil
}

// entryOf reads the saved quarter a word names.
func entryOf(env *Env, st *store.Store, saved []assess.Quarter, word string) (store.Entry, error) {
	q, err := env.period(word)
	if err != nil {
		return store.Entry{}, err
	}
	if !slices.Contains(saved, q) {
		return store.Entry{}, errNoPeriod(st, q.String())
	}
	entries, err := st.LoadAll([]assess.Quarter{q})
	if err != nil {
		return store.Entry{}, err
	}
	return entries[0], entries[0].Err
}
