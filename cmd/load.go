package cmd

import (
	"errors"
	"io/fs"
	"slices"

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

// load reads a saved quarter and the one before it and evaluates both. An
// empty period means the latest; before is nil if there is none.
func load(env *Env, period string) (now, before *assess.Result, err error) {
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
	return withBefore(env, st, latest)
}

func loadPeriod(env *Env, st *store.Store, period string) (now, before *assess.Result, err error) {
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
	return withBefore(env, st, saved)
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

// withBefore adds the latest quarter before it that can be read.
func withBefore(env *Env, st *store.Store, saved *store.Saved) (now, before *assess.Result, err error) {
	now = assess.Evaluate(saved.Library, saved.Assessment)
	periods, err := st.Periods()
	if err != nil {
		return nil, nil, err
	}
	for _, period := range slices.Backward(periods) {
		if period.Since(saved.Period) >= 0 {
			continue
		}
		earlier, err := st.Load(period)
		if err != nil {
			env.say("left out: %v", err)
			continue
		}
		return now, assess.Evaluate(earlier.Library, earlier.Assessment), nil
	}
	return now, nil, nil
}
