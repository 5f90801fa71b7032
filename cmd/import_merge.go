package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"hygeia/assess"
	"hygeia/assess/exchange"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// quarter takes over a copy of a quarter.
func (o *importOptions) quarter(ctx context.Context, st *store.Store, path string, data []byte) error {
	theirs, err := exchange.ReadQuarter(path, data)
	if err != nil {
		return err
	}
	saved, err := st.Load(theirs.Period)
	if errors.Is(err, fs.ErrNotExist) {
		return o.place(st, path, data, theirs)
	}
	if err != nil {
		return err
	}
	before, err := st.Pasts(theirs.Period)
	if err != nil {
		return err
	}
	m := exchange.Combine(saved.Library, before, saved.Assessment, theirs)
	if saved.Status == assess.Finished && m.Differs() {
		return withHint(fmt.Errorf("%s: %s is finished, and the copy says something else; nothing was taken over", path, theirs.Period),
			`if it is the latest, open it first with hygeia assess --reopen "the reason"`)
	}
	if err := o.merge(ctx, st, saved, m, path); err != nil || o.DryRun {
		return err
	}
	moved, err := st.Retire(path)
	if moved != "" {
		o.env.say("the copy is in %s now", moved)
	}
	return err
}

// place puts a copy of a quarter that is not there into the folder.
func (o *importOptions) place(st *store.Store, path string, data []byte, a *assess.Assessment) error {
	what := fmt.Sprintf("%s (%s) with %s", a.Period, a.Status, words.Count(len(a.Answers), "answer", "answers"))
	if o.DryRun {
		o.env.say("%s: would add %s", path, what)
		return nil
	}
	if _, err := st.Place(path, data); err != nil {
		return err
	}
	o.env.say("%s: added %s; saved in %s", path, what, st.Dir())
	moved, err := st.Retire(path)
	if moved != "" {
		o.env.say("the copy is in %s now", moved)
	}
	return err
}

// answers takes over an answers file, into the open quarter.
func (o *importOptions) answers(ctx context.Context, st *store.Store, path string, data []byte) error {
	saved, err := latest(st)
	if err != nil {
		return err
	}
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, so no answers are taken over into it", saved.Period),
			`begin the next quarter with "hygeia assess --answers %s"`, path)
	}
	on := assess.DateOf(o.env.Now())
	given, err := assess.ReadAnswers(path, data, saved.Library, saved.Assessment, on)
	if err != nil {
		return err
	}
	o.env.sayHidden(path, data)
	o.env.saySecrets(path, data)
	m, err := exchange.CombineAnswers(saved.Library, saved.Assessment, given, o.By, on)
	if err != nil {
		return err
	}
	return o.merge(ctx, st, saved, m, path)
}

// merge settles what both sides changed, saves, and says what became of it.
func (o *importOptions) merge(ctx context.Context, st *store.Store, saved *store.Saved, m *exchange.Merge, path string) error {
	if err := o.settle(ctx, m, path); err != nil {
		return err
	}
	if o.DryRun {
		o.env.say("%s: nothing is changed by --dry-run; it would come to this", path)
	} else if m.Changed() {
		if err := m.Apply(); err != nil {
			return err
		}
		saved.Touch(o.env.Now())
		if err := st.Save(saved); err != nil {
			return err
		}
	}
	for _, line := range m.Tell() {
		o.env.tell("%s", line)
	}
	set, away, kept := m.Count()
	o.env.say("%s: %s, %d taken away, %d kept as here, %d open questions", path,
		words.Count(set, "thing set", "things set"), away, kept, len(m.Questions()))
	switch {
	case o.DryRun:
	case !m.Changed():
		o.env.say("nothing was changed in %s", st.Dir())
	default:
		o.env.say("saved in %s", st.Dir())
		o.env.hint("take it back with %s", o.env.named("undo"))
	}
	return nil
}

// settle decides what both sides changed: by --prefer, or by asking.
func (o *importOptions) settle(ctx context.Context, m *exchange.Merge, path string) error {
	questions := m.Questions()
	if len(questions) == 0 {
		return nil
	}
	for _, c := range questions {
		switch {
		case o.Prefer == preferTheirs:
			c.Verdict = exchange.Take
		case o.Prefer == preferOurs:
			c.Verdict = exchange.Keep
		case o.DryRun:
			o.env.tell("%s: here %s, in the file %s: a question", c.Name(), sideOf(c, 0), sideOf(c, 1))
		case o.env.InTerminal && o.env.Screen != nil:
			if err := o.ask(ctx, c); err != nil {
				return err
			}
		default:
			o.env.tell("%s: here %s, in the file %s", c.Name(), sideOf(c, 0), sideOf(c, 1))
		}
	}
	if left := len(m.Questions()); left > 0 && !o.DryRun {
		return withHint(fmt.Errorf("%s: %s both here and there; nothing was taken over", path, words.Count(left, "thing was changed", "things were changed")),
			"say which side holds with --prefer ours or --prefer theirs, or run it at a terminal to be asked")
	}
	return nil
}

func (o *importOptions) ask(ctx context.Context, c *exchange.Change) error {
	term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
	o.env.tell("%s: here %s, in the file %s", c.Name(), sideOf(c, 0), sideOf(c, 1))
	chosen, answered := form.Either(ctx, term, "Which holds?", preferOurs, preferTheirs)
	if !answered {
		return interruptedf("interrupted; nothing was taken over")
	}
	c.Verdict = exchange.Keep
	if chosen == preferTheirs {
		c.Verdict = exchange.Take
	}
	return nil
}

// sideOf tells what one side says, here (0) or in the file (1): what, who and when.
func sideOf(c *exchange.Change, side int) string {
	said := c.Ours
	if side == 1 {
		said = c.Theirs
	}
	if about := words.Join(", ", c.By[side], c.On[side].String()); about != "" {
		said += " (" + about + ")"
	}
	return said
}
