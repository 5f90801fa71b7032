package cmd

import (
	"context"
	"errors"
	"io/fs"
	"runtime/debug"
	"slices"
	"sync"

	"hygeia/assess"
	"hygeia/assess/store"
)

// openStore returns the folder the person works in, always the same one: it
// remembers the content it loaded.
func openStore(env *Env) (*store.Store, error) {
	if env.Dir == "" {
		return nil, usagef("no folder: there is no home folder, so say which with --dir")
	}
	if env.store == nil {
		env.sayOthers()
	}
	if env.store == nil || env.store.Dir() != env.Dir {
		env.store = store.Open(env.Dir)
	}
	return env.store, nil
}

// readable returns the saved quarters that can be read, oldest first, and says
// which cannot.
func readable(env *Env, st *store.Store) ([]store.Entry, error) {
	entries, err := st.List()
	if err != nil {
		return nil, err
	}
	return env.good(entries), nil
}

// good returns the entries that can be read, and says which cannot.
func (env *Env) good(entries []store.Entry) []store.Entry {
	var good []store.Entry
	for _, e := range entries {
		if e.Err != nil {
			env.say("left out: %v", e.Err)
			continue
		}
		good = append(good, e)
	}
	return good
}

// lock takes the folder for a command, which stands in the history as what
// changed a quarter. With --wait it waits for whoever works there.
func (env *Env) lock(ctx context.Context, st *store.Store, command string) (unlock func(), err error) {
	st.Doing(command)
	if !env.Wait {
		return st.Lock()
	}
	unlock, err = st.LockWait(ctx)
	if err != nil && ctx.Err() != nil {
		return nil, interruptedf("interrupted while waiting for another hygeia; nothing was changed")
	}
	return unlock, err
}

// lockLatest locks the folder and reads its latest quarter, to change it. The
// caller unlocks.
func (env *Env) lockLatest(ctx context.Context, st *store.Store, command string) (saved *store.Saved, unlock func(), err error) {
	unlock, err = env.lock(ctx, st, command)
	if err != nil {
		return nil, nil, err
	}
	if saved, err = latest(st); err != nil {
		unlock()
		return nil, nil, err
	}
	return saved, unlock, nil
}

// errNothingSaved is the same in every command that needs a saved quarter.
func errNothingSaved(st *store.Store) error {
	return withHint(errors.New("nothing is saved in "+st.Dir()+" yet"), `start with "hygeia assess", or look around with "hygeia demo"`)
}

// reach says how many quarters before the one asked for a command shows.
type reach int

const (
	onlyBefore reach = 1  // the last one that can be read
	allBefore  reach = -1 // all that can be read
)

// evaluate turns a quarter, with what the ledger says about its gaps, into a result.
func (env *Env) evaluate(st *store.Store, saved *store.Saved) (*assess.Result, error) {
	view, err := st.View(saved, assess.Date{})
	if err != nil {
		return nil, err
	}
	return assess.Evaluate(saved.Library, view), nil
}

// load reads a saved quarter and those before it, as far as they are shown, and
// evaluates them. An empty period means the latest; earlier is oldest first and
// may be empty.
func load(env *Env, period string, back reach) (now *assess.Result, earlier []*assess.Result, err error) {
	return loadOn(env, period, back, assess.Date{})
}

// loadOn is load with the ledger as it was on a day.
func loadOn(env *Env, period string, back reach, on assess.Date) (now *assess.Result, earlier []*assess.Result, err error) {
	st, err := openStore(env)
	if err != nil {
		return nil, nil, err
	}
	saved, err := loadPeriod(env, st, period)
	if err != nil {
		return nil, nil, err
	}
	return withEarlier(env, st, saved, back, on)
}

func loadPeriod(env *Env, st *store.Store, period string) (*store.Saved, error) {
	if period == "" {
		saved, err := st.Latest()
		if errors.Is(err, fs.ErrNotExist) {
			return nil, errNothingSaved(st)
		}
		return saved, err
	}
	q, err := env.period(period)
	if err != nil {
		return nil, err
	}
	saved, err := st.Load(q)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoPeriod(st, q.String())
	}
	return saved, err
}

// withEarlier adds the quarters before it that can be read, and says which
// cannot.
func withEarlier(env *Env, st *store.Store, saved *store.Saved, back reach, on assess.Date) (now *assess.Result, earlier []*assess.Result, err error) {
	periods, err := st.Periods()
	if err != nil {
		return nil, nil, err
	}
	before := slices.DeleteFunc(periods, func(q assess.Quarter) bool { return q.Since(saved.Period) >= 0 })
	most := len(before)
	if back != allBefore {
		most = int(back)
	}
	entries, err := newest(env, st, before, most)
	if err != nil {
		return nil, nil, err
	}
	return evaluate(st, saved, entries, on)
}

// newest returns the last so many of the quarters that can be read, oldest
// first, and says which on the way cannot. Those before are not looked at.
func newest(env *Env, st *store.Store, periods []assess.Quarter, most int) ([]store.Entry, error) {
	var good []store.Entry
	for len(good) < most && len(periods) > 0 {
		next := max(0, len(periods)-(most-len(good)))
		entries, err := st.LoadAll(periods[next:])
		if err != nil {
			return nil, err
		}
		good = append(env.good(entries), good...)
		periods = periods[:next]
	}
	return good, nil
}

// evaluate turns a quarter and those before it into results, with what the ledger
// says about their gaps as far as it goes, or up to a day.
func evaluate(st *store.Store, saved *store.Saved, entries []store.Entry, on assess.Date) (now *assess.Result, earlier []*assess.Result, err error) {
	view, err := st.Viewer(on)
	if err != nil {
		return nil, nil, err
	}
	return assess.Evaluate(saved.Library, view(saved)), evaluateAll(entries, view), nil
}

// asSaved shows a quarter as its file has it, where decisions are no matter.
func asSaved(saved *store.Saved) *assess.Assessment { return saved.Assessment }

// evaluateAll turns quarters into results, side by side, in their order; nil where
// one cannot be read.
func evaluateAll(entries []store.Entry, view func(*store.Saved) *assess.Assessment) []*assess.Result {
	results := make([]*assess.Result, len(entries))
	var wg sync.WaitGroup
	for i, e := range entries {
		if e.Err != nil {
			continue
		}
		wg.Go(func() { results[i] = assess.Evaluate(e.Saved.Library, view(e.Saved)) })
	}
	wg.Wait()
	return results
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

// last returns the last of the results, nil if there is none.
func last(results []*assess.Result) *assess.Result {
	if len(results) == 0 {
		return nil
	}
	return results[len(results)-1]
}

// atLeisure lets garbage grow to four times what is kept before it is
// collected, until the function it returns is called: each of many quarters leaves
// a lot of it, and little stays.
func atLeisure() func() {
	const percent = 300
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(before) }
}
