package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

func latest(st *store.Store) (*store.Saved, error) {
	saved, err := st.Latest()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNothingSaved(st)
	}
	return saved, err
}

// open finds the quarter to work on: the named one, the open draft whatever
// its date, or a new one that carries the latest answers. A new quarter is not
// saved before it holds something.
func (o *assessOptions) open(st *store.Store) (*store.Saved, error) {
	last, err := st.Latest()
	if errors.Is(err, fs.ErrNotExist) {
		return o.first(st)
	}
	if err != nil {
		return nil, err
	}
	period := o.period
	if period.IsZero() {
		period = last.Period
		if last.Status == assess.Finished {
			period = assess.QuarterOf(o.env.Now())
			if o.Ahead && period.Since(last.Period) <= 0 {
				period = last.Period.Next()
			}
		}
	}
	switch n := period.Since(last.Period); {
	case n > 0:
		if err := o.checkAhead(period); err != nil {
			return nil, err
		}
		return o.next(st, last, period)
	case n < 0 && o.Period == "":
		return nil, fmt.Errorf("%s is finished and lies ahead of today's date; is the clock of this computer right?", last.Period)
	case n < 0:
		return nil, usagef("%s is before the latest saved quarter, %s: correct an older mistake in the current one", period, last.Period)
	case last.Status == assess.Finished:
		next := []string{"assess", last.Period.Next().String()}
		if o.notBegun(last.Period.Next()) {
			next = append(next, "--ahead")
		}
		return nil, withHint(fmt.Errorf("%s is finished", last.Period),
			`start the next quarter with %s, or open this one again with hygeia assess --reopen "the reason"`, o.env.named(next...))
	}
	return last, nil
}

// first starts the first quarter of a folder.
func (o *assessOptions) first(st *store.Store) (*store.Saved, error) {
	if o.Finish && o.Answers == "" {
		return nil, errNothingSaved(st)
	}
	lib, err := st.Library()
	if err != nil {
		return nil, err
	}
	period := o.period
	if period.IsZero() {
		period = assess.QuarterOf(o.env.Now())
	}
	if err := o.checkAhead(period); err != nil {
		return nil, err
	}
	o.env.sayCloud()
	a := assess.NextQuarter(lib, nil, period, o.env.Now())
	a.Organization.Country = "us"
	return unsaved(st, lib, a), nil
}

// mostAhead is how many quarters ahead one can be begun at all.
const mostAhead = 4

func (o *assessOptions) notBegun(period assess.Quarter) bool {
	return period.Since(assess.QuarterOf(o.env.Now())) > 0
}

// checkAhead refuses to begin a quarter that lies in the future, unless it is
// meant: once there is one, nothing before it can be answered any more.
func (o *assessOptions) checkAhead(period assess.Quarter) error {
	today := assess.QuarterOf(o.env.Now())
	switch n := period.Since(today); {
	case n > mostAhead:
		return usagef("%s lies %s ahead; today's quarter is %s: is the year right?", period, words.Count(n, "quarter", "quarters"), today)
	case n > 0 && !o.Ahead:
		return withHint(usagef("%s has not begun; today's quarter is %s", period, today), "to begin it all the same, add --ahead")
	}
	return nil
}

// checkSection refuses a section that is not among what is or will be asked,
// before anything is written.
func (o *assessOptions) checkSection(saved *store.Saved) error {
	named, err := o.named(saved.Library)
	if err != nil || o.Section == "" || o.aboutFacts() {
		return err
	}
	ids := slices.Clone(saved.Frameworks)
	for _, f := range named {
		ids = append(ids, f.ID)
	}
	sizes := []frameworks.Size{cmp.Or(o.size, saved.Organization.Size)}
	if sizes[0] == 0 {
		sizes = []frameworks.Size{frameworks.Small, frameworks.Medium, frameworks.Large}
	}
	var last error
	for _, size := range sizes {
		if _, last = o.section(chaptersOf(saved.Library, ids, size)); last == nil {
			return nil
		}
	}
	return last
}

// unsaved is a new quarter that is judged by the current content.
func unsaved(st *store.Store, lib *frameworks.Library, a *assess.Assessment) *store.Saved {
	saved := st.New(a)
	saved.Library = lib
	return saved
}

// next starts a quarter from the answers of the last one.
func (o *assessOptions) next(st *store.Store, last *store.Saved, period assess.Quarter) (*store.Saved, error) {
	if o.Finish && o.Answers == "" {
		return nil, usagef("%s has not been started, so it cannot be finished", period)
	}
	if last.Status == assess.Draft {
		o.env.say("%s was never finished; its answers are carried into %s all the same", last.Period, period)
	}
	lib, err := st.Library()
	if err != nil {
		return nil, err
	}
	next := assess.NextQuarter(lib, last.Assessment, period, o.env.Now())
	o.sayNotCarried(last.Assessment, next)
	return unsaved(st, lib, next), nil
}

// sayNotCarried names own targets and decisions of the last quarter that today's
// rules would refuse, and that therefore stay behind.
func (o *assessOptions) sayNotCarried(last, next *assess.Assessment) {
	stay := func(what, why string, keys []string) {
		if len(keys) > 0 {
			o.env.say("%s not carried into %s, because %s: %s", what, next.Period, why, strings.Join(keys, ", "))
		}
	}
	stay("own targets", `one below the usual needs an approver, and no Essential one goes below mostly; set them again with "hygeia target"`,
		leftBehind(last.Targets, next.Targets))
	var dateless []string
	for _, key := range leftBehind(last.Decisions, next.Decisions) {
		if last.Decisions[key].Date().IsZero() {
			dateless = append(dateless, key)
		}
	}
	stay("decisions", `each needs a date now; decide again with "hygeia decide"`, dateless)
}

// leftBehind returns the keys of a map that another one lacks, sorted.
func leftBehind[T any](of, in map[string]T) []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(of)) {
		if _, there := in[key]; !there {
			keys = append(keys, key)
		}
	}
	return keys
}

// apply puts the flags that describe the organization on the quarter.
func (o *assessOptions) apply(saved *store.Saved) {
	o.profileFlags.apply(&saved.Organization)
	o.By = words.Clean(o.By)
}

// named returns the frameworks named on the command line.
func (o *assessOptions) named(lib *frameworks.Library) ([]*frameworks.Framework, error) {
	var named []*frameworks.Framework
	for _, name := range o.Frameworks {
		f, err := lib.Framework(name)
		if err != nil {
			return nil, usagef("%s", err)
		}
		named = append(named, f)
	}
	return named, nil
}

// choose adds the frameworks named on the command line to what is asked, and takes
// away those to leave out. The size has to be known by then.
func (o *assessOptions) choose(saved *store.Saved) error {
	if err := o.leaveOut(saved); err != nil {
		return err
	}
	named, err := o.named(saved.Library)
	if err != nil {
		return err
	}
	for _, f := range named {
		if err := addFramework(saved, f); err != nil {
			return err
		}
	}
	return nil
}

// addFramework chooses a framework for the quarter. One without questions for
// the organization's size is refused, so that nobody reads an empty score.
func addFramework(saved *store.Saved, f *frameworks.Framework) error {
	if slices.Contains(saved.Frameworks, f.ID) {
		return nil
	}
	if !hasQuestions(f, saved.Organization.Size) {
		return usagef("%s has no questions for %s organizations yet", f.Title, saved.Organization.Size)
	}
	saved.Frameworks = append(saved.Frameworks, f.ID)
	return nil
}

func hasQuestions(f *frameworks.Framework, size frameworks.Size) bool {
	for i := range f.Sections {
		for _, r := range f.Sections[i].Requirements(size) {
			if len(r.Questions) > 0 {
				return true
			}
		}
	}
	return false
}
