package cmd

import (
	"context"
	"errors"
	"fmt"

	"hygeia/assess"
	"hygeia/assess/exchange"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// keep saves a quarter with the moment of its last change, whatever stands in the
// way: what somebody else saved in the meantime is merged answer by answer, and
// where the quarter cannot be written, it goes beside it. Then it returns a
// [form.Kept], which says so; any other error means that the change is in memory only.
func (env *Env) keep(st *store.Store, saved *store.Saved) error {
	saved.Touch(env.Now())
	err := st.Save(saved)
	if err == nil {
		return nil
	}
	if errors.Is(err, store.ErrChanged) && !errors.Is(err, store.ErrGone) {
		merged, mergeErr := env.reconcile(st, saved)
		if mergeErr == nil {
			return &form.Kept{Text: merged}
		}
		err = mergeErr
	}
	path, rescueErr := st.Rescue(saved, false, env.Elsewhere...)
	if rescueErr != nil {
		return err
	}
	return &form.Kept{Text: fmt.Sprintf("Not saved in the quarter: %s. Your answers are kept in %s.", words.Line(err.Error()), path)}
}

// reconcile merges a quarter with what somebody else saved of it since it was
// read. Where both changed the same thing, theirs stands, and ours is kept beside
// it for hygeia import to ask about.
func (env *Env) reconcile(st *store.Store, saved *store.Saved) (said string, err error) {
	theirs, err := st.Load(saved.Period)
	if err != nil {
		return "", fmt.Errorf("somebody else changed the quarter, and now it cannot be read: %w", err)
	}
	if theirs.Status == assess.Finished {
		return "", errors.New("somebody else finished the quarter in the meantime")
	}
	base, err := st.Base(saved)
	if err != nil {
		return "", err
	}
	m := exchange.CombineFrom(saved.Library, base, theirs.Assessment, saved.Assessment)
	said = "Somebody else changed this quarter in the meantime; both changes are saved."
	if both := m.Questions(); len(both) > 0 {
		path, err := st.Rescue(saved, true, env.Elsewhere...)
		if err != nil {
			return "", err
		}
		var names []string
		for _, c := range both {
			names = append(names, c.Name())
			c.Verdict = exchange.Keep
		}
		said = fmt.Sprintf("Somebody else changed the same in the meantime (%s): theirs stands, and yours is kept in %s.", words.And(names), path)
	}
	if err := m.Apply(); err != nil {
		return "", err
	}
	theirs.At = saved.At
	theirs.Touch(env.Now())
	if err := st.Save(theirs); err != nil {
		return "", err
	}
	saved.Become(theirs)
	return said, nil
}

// keepNow is keep for a command that ends after it.
func (env *Env) keepNow(st *store.Store, saved *store.Saved) error {
	return env.told(saved, env.keep(st, saved))
}

// told says what a save had to say where there is no page to say it on.
func (env *Env) told(saved *store.Saved, err error) error {
	if k := new(form.Kept); errors.As(err, &k) {
		env.say("%s", k.Text)
		return env.unfinished(saved)
	}
	return err
}

// savedIn says where a quarter is: in the folder, or beside it where it could not be
// written there.
func savedIn(st *store.Store, saved *store.Saved) string {
	if path := saved.Rescued(); path != "" {
		return "kept in " + path
	}
	return "saved in " + st.Dir()
}

// unfinished is the error of a command that could not save everything where it
// belongs.
func (env *Env) unfinished(saved *store.Saved) error {
	path := saved.Rescued()
	if path == "" {
		return nil
	}
	return withHint(fmt.Errorf("not everything is saved in %s; the rest is in %s", saved.Period, path),
		"once the folder can be written again, take it over with %s", env.named("import", path))
}

// offerRescue offers to take over what an earlier sitting could not save, before
// anything else is answered.
func (env *Env) offerRescue(ctx context.Context, st *store.Store) error {
	strays, err := st.Strays()
	if err != nil {
		return err
	}
	for _, stray := range strays {
		if stray.Kind != store.StrayRescue {
			continue
		}
		env.say("%s holds answers of a sitting that could not be saved in their quarter", stray.Path)
		term := form.Terminal{In: env.asking(), Out: env.Screen, Width: env.Width}
		if !env.InTerminal || env.Screen == nil || !form.Confirm(ctx, term, "Take them over now?") {
			env.hint("take them over with %s", env.named("import", stray.Path))
			continue
		}
		if err := (&importOptions{env: env}).take(ctx, st, stray.Path); err != nil {
			return err
		}
	}
	return nil
}
