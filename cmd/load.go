package cmd

import (
	"errors"
	"io/fs"

	"hygeia/assess"
	"hygeia/assess/store"
)

// openStore returns the folder the person works in.
func openStore(env *Env) (*store.Store, error) {
	if env.Dir == "" {
		return nil, usagef("no folder: there is no home folder, so say which with --dir")
	}
	return store.Open(env.Dir), nil
}

// readable returns the saved quarters that can be read, oldest first, and says
// which cannot.
func readable(env *Env, st *store.Store) ([]store.Entry, error) {
	entries, err := st.List()
	if err != nil {
		return nil, err
	}
	var good []store.Entry
	for _, e := range entries {
		if e.Err != nil {
			env.say("left out: %v", e.Err)
			continue
		}
		good = append(good, e)
	}
	return good, nil
}

// errNothingSaved is the same in every command that needs a saved quarter.
func errNothingSaved(st *store.Store) error {
	return withHint(errors.New("nothing is saved in "+st.Dir()+" yet"), `start with "hygeia assess", or look around with "hygeia demo"`)
}

// load reads a saved quarter and all before it and evaluates them. An empty
// period means the latest; earlier is oldest first and may be empty.
func load(env *Env, period string) (now *assess.Result, earlier []*assess.Result, err error) {
	st, err := openStore(env)
	if err != nil {
		return nil, nil, err
	}
	if period != "" {
		return loadPeriod(env, st, period)
	}
	latest, err := st.Latest()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, errNothingSaved(st)
	}
	if err != nil {
		return nil, nil, err
	}
	return withEarlier(env, st, latest)
}

func loadPeriod(env *Env, st *store.Store, period string) (now *assess.Result, earlier []*assess.Result, err error) {
	q, err := assess.ParseQuarter(period)
	if err != nil {
		return nil, nil, usagef("%s", err)
	}
	saved, err := st.Load(q)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, errNoPeriod(st, period)
	}
	if err != nil {
		return nil, nil, err
	}
	return withEarlier(env, st, saved)
}

func errNoPeriod(st *store.Store, period string) error {
	periods, err := st.Periods()
	if err != nil {
		return err
	}
	if len(periods) == 0 {
		return errNothingSaved(st)
	}
	var saved []string
	for _, p := range periods {
		saved = append(saved, p.String())
	}
	return unknown("period", period, saved)
}

// withEarlier adds the quarters before it that can be read, and says which
// cannot.
func withEarlier(env *Env, st *store.Store, saved *store.Saved) (now *assess.Result, earlier []*assess.Result, err error) {
	now = assess.Evaluate(saved.Library, saved.Assessment)
	periods, err := st.Periods()
	if err != nil {
		return nil, nil, err
	}
	for _, period := range periods {
		if period.Since(saved.Period) >= 0 {
			break
		}
		old, err := st.Load(period)
		if err != nil {
			env.say("left out: %v", err)
			continue
		}
		earlier = append(earlier, assess.Evaluate(old.Library, old.Assessment))
	}
	return now, earlier, nil
}

// last returns the last of the results, nil if there is none.
func last(results []*assess.Result) *assess.Result {
	if len(results) == 0 {
		return nil
	}
	return results[len(results)-1]
}
