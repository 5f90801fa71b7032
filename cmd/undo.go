package cmd

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess/exchange"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

type undoOptions struct {
	env *Env

	Redo   bool
	List   bool
	Forget bool
}

func newUndoCommand(env *Env, run func(context.Context, *undoOptions) error) *cobra.Command {
	opts := &undoOptions{env: env}
	c := &cobra.Command{
		Use: "undo",
		Long: long(`Each quarter is kept as it was before each sitting or command that changed it, the
last 20 times, and before every import, marked section, discarded draft and finish. This puts
the last one back, and says what that changes. Another undo goes one step further;
--redo goes forward again. What an undo takes away is kept too.

The files that an import kept beside the quarters, such as the figures of scans, go
and come back with it.

It does not open a finished quarter: "hygeia assess --reopen" does that, with a
reason. It does not touch what stands in the ledger, which is only ever added to: a
decision is withdrawn with "hygeia decide KEY undecided", and what was decided before it
stands again. Where a decision or a hand-out was the last thing done, undo asks at a
terminal whether the step before it is meant.

What was typed by mistake and may not stay on the computer, such as a patient's name
in a note, stays in the folder "history" after it is corrected. --forget deletes that
folder's files for good.`),
		Example: `  hygeia undo
  hygeia undo --redo
  hygeia undo --list
  hygeia undo --forget`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if opts.Redo && opts.List || opts.Redo && opts.Forget || opts.List && opts.Forget {
				return usagef("--redo, --list and --forget stand alone; choose one")
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	f.BoolVar(&opts.Redo, "redo", false, "take the last undo back")
	f.BoolVar(&opts.List, "list", false, "print what can be taken back, the last first")
	f.BoolVar(&opts.Forget, "forget", false, "delete everything that undo could bring back, for good")
	return c
}

func runUndo(ctx context.Context, o *undoOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.List {
		return listHistory(o.env, st)
	}
	unlock, err := o.env.lock(ctx, st, "undo")
	if err != nil {
		return err
	}
	defer unlock()
	if o.Forget {
		return forget(ctx, o.env, st)
	}
	move := st.Undo
	if o.Redo {
		move = st.Redo
	} else if !o.meant(ctx, st) {
		return nil
	}
	steps, err := move()
	switch {
	case errors.Is(err, store.ErrNothingToUndo):
		err := withHint(errors.New("there is nothing to take back in "+st.Dir()), "the history begins with the first change; see %s", o.env.named("undo", "--list"))
		if stands := inLedger(o.env, st); stands != "" {
			o.env.say("%s", stands)
		}
		return err
	case errors.Is(err, store.ErrFinish):
		return withHint(err, `a finished quarter is opened with hygeia assess --reopen "the reason", and closed with "hygeia assess --finish"`)
	case err != nil:
		return err
	}
	return o.tell(st, steps)
}

// meant asks at a terminal, where the last thing done is one that undo leaves alone,
// whether the step before it is what is to be taken back.
func (o *undoOptions) meant(ctx context.Context, st *store.Store) bool {
	env := o.env
	file := st.Outside()
	if file == "" || !env.InTerminal || env.Screen == nil {
		return true
	}
	env.say("the last thing done here stands in %s, which undo leaves alone", file)
	term := form.Terminal{In: env.asking(), Out: env.Screen, Width: env.Width}
	if form.Confirm(ctx, term, "Take back the step before it?") {
		return true
	}
	env.say("nothing was taken back")
	if stands := inLedger(env, st); stands != "" {
		env.say("%s", stands)
	}
	return false
}

// tell says what a step changed.
func (o *undoOptions) tell(st *store.Store, steps []store.Step) error {
	env := o.env
	if steps[0].Past.Path != "" {
		env.say("%s is taken back", pastWords(steps[0].Past.What))
	}
	for _, step := range steps {
		switch {
		case step.Past.Path == "":
			env.say("%s: %s is taken back", step.Past.Period, pastWords(step.Past.What))
			o.tellQuarter(step)
		case step.There:
			env.tell("%s: there again as it was", step.Past.Path)
		default:
			env.tell("%s: not there any more", step.Past.Path)
		}
	}
	if o.Redo {
		return nil
	}
	env.hint("bring it back with %s", env.named("undo", "--redo"))
	if stands := inLedger(env, st); stands != "" {
		env.say("%s", stands)
	}
	return nil
}

// inLedger says what undo leaves alone; "" where there is nothing.
func inLedger(env *Env, st *store.Store) string {
	if book, err := st.Book(); err != nil || book.Len() == 0 {
		return ""
	}
	return "what stands in the ledger stays; a decision is withdrawn with " + env.named("decide", "KEY", wordUndecided)
}

// tellQuarter says what a step changed in a quarter.
func (o *undoOptions) tellQuarter(step store.Step) {
	env, period := o.env, step.Past.Period
	switch {
	case step.Then == nil:
		env.say("%s was not there before that, and is not there any more", period)
	case step.Now == nil:
		env.say("%s is there again, with %s", period, words.Count(len(step.Then.Answers), "answer", "answers"))
	default:
		for _, change := range exchange.Differences(step.Now, step.Then) {
			env.tell("%s", change)
		}
	}
}

func listHistory(env *Env, st *store.Store) error {
	past, err := st.History()
	if err != nil {
		return err
	}
	if len(past) == 0 {
		env.say("there is nothing to take back in %s", st.Dir())
		return nil
	}
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "STEP\tPERIOD\tWHAT CHANGED IT\tANSWERS BEFORE")
	slices.Reverse(past)
	for len(past) > 0 {
		p, same := past[0], 1
		for same < len(past) && past[same].Number == p.Number && past[same].Path != "" && p.Path != "" {
			same++
		}
		period, before := p.Period.String(), "not begun"
		if a, err := st.Before(p); err != nil {
			before = "cannot be read"
		} else if a != nil {
			before = words.Number(len(a.Answers))
		}
		if p.Path != "" {
			period, before = "-", words.Count(same, "file beside the quarters", "files beside the quarters")
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", p.Number, period, pastWords(p.What), before)
		past = past[same:]
	}
	return w.Flush()
}

// pastWords says what a file of the history was kept before.
func pastWords(what string) string {
	switch what {
	case store.PastDiscard:
		return "the discarding of the draft"
	case store.PastImport:
		return "an import"
	case store.PastSection:
		return "the marking of a section"
	case "assess":
		return "the last sitting"
	}
	if step, isUndo := strings.CutPrefix(what, "undo-of-"); isUndo {
		return "the undo of step " + strings.TrimLeft(step, "0")
	}
	return fmt.Sprintf("%q", "hygeia "+what)
}

// forget deletes the history. At a terminal it asks first: nothing brings it back.
func forget(ctx context.Context, env *Env, st *store.Store) error {
	past, err := st.History()
	if err != nil {
		return err
	}
	if len(past) > 0 && env.InTerminal && env.Screen != nil {
		term := form.Terminal{In: env.asking(), Out: env.Screen, Width: env.Width}
		if !form.Confirm(ctx, term, fmt.Sprintf("Delete %s of the history for good?", words.Count(len(past), "step", "steps"))) {
			env.say("nothing was deleted")
			return nil
		}
	}
	n, err := st.Forget()
	if err != nil {
		return err
	}
	env.say("%s deleted; the saved quarters stay as they are", words.Count(n, "file of the history is", "files of the history are"))
	env.say("copies and backups that were made before still hold it")
	return nil
}
