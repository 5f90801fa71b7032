package cmd

import (
	"context"
	"fmt"

	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// offerRecount asks about a quarter that has not as many answers as its last line
// says: it was cut off, or somebody changed it by hand. Where nobody can be asked,
// the quarter is refused where it is read.
func (env *Env) offerRecount(ctx context.Context, st *store.Store) error {
	if !env.InTerminal || env.Screen == nil {
		return nil
	}
	m, err := st.Miscounted()
	if err != nil || m == nil {
		return err
	}
	env.say("%s says at its end that it has %s, and it has %d", m.Path, words.Count(m.Said, "answer", "answers"), m.Has)
	term := form.Terminal{In: env.asking(), Out: env.Screen, Width: env.Width}
	if !form.Confirm(ctx, term, "Did somebody change it by hand, so that it is whole as it is?") {
		return withHint(fmt.Errorf("%s: left as it is", m.Path), "part of it may be missing: take it from a backup, or go back with %s", env.named("undo"))
	}
	return st.Recount(m)
}
