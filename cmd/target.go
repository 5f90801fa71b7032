package cmd

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

type targetOptions struct {
	env *Env

	Key    string
	Level  string
	Reason string
	Clear  bool
}

func newTargetCommand(env *Env, run func(context.Context, *targetOptions) error) *cobra.Command {
	opts := &targetOptions{env: env}
	c := &cobra.Command{
		Use:   "target [KEY [LEVEL]]",
		Short: "Set how far a practice should reach here",
		Long: long(`Every question has a usual target: Yes for the Essential goals, Mostly for the
Enhanced ones, and less for the rest, by size. Where that does not fit, set another
with its reason; the report lists it. Without KEY it lists the targets set here.`),
		Example: `  hygeia target
  hygeia target end-of-life partly --reason "The old imaging suite is replaced in 2027."
  hygeia target end-of-life --clear`,
		Args: between(0, 2, "a KEY and a LEVEL"),
		RunE: func(c *cobra.Command, args []string) error {
			args = append(args, "", "")
			opts.Key, opts.Level, opts.Reason = plainWord(args[0]), args[1], words.Clean(opts.Reason)
			if err := opts.check(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	c.Flags().StringVar(&opts.Reason, "reason", "", "`why` the usual target does not fit")
	c.Flags().BoolVar(&opts.Clear, "clear", false, "go back to the usual target")
	return c
}

func (o *targetOptions) check() error {
	switch {
	case o.Key == "" && (o.Clear || o.Reason != ""):
		return usagef("say for which question, by its key")
	case o.Key == "":
		return nil
	case o.Clear && (o.Level != "" || o.Reason != ""):
		return usagef("--clear takes no level and no reason")
	case o.Clear:
		return nil
	case o.Level == "":
		return usagef("say how far it should reach: no, partly, mostly or yes")
	case o.Reason == "":
		return usagef("a target of your own needs its --reason, which stands in the report")
	case len([]rune(o.Reason)) > assess.MaxName:
		return usagef("the reason has %d characters; the most is %d", len([]rune(o.Reason)), assess.MaxName)
	}
	if _, err := frameworks.ParseLevel(o.Level); err != nil {
		return usagef("%s", err)
	}
	return nil
}

func runTarget(ctx context.Context, o *targetOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.Key == "" {
		saved, err := latest(st)
		if err != nil {
			return err
		}
		return listTargets(o.env, saved)
	}
	saved, unlock, err := o.env.lockLatest(ctx, st, "target")
	if err != nil {
		return err
	}
	defer unlock()
	return setTarget(o, st, saved)
}

func setTarget(o *targetOptions, st *store.Store, saved *store.Saved) error {
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, and its targets with it", saved.Period), `start the next quarter with "hygeia assess"`)
	}
	q, ok := saved.Library.Question(o.Key)
	if !ok {
		return unknownName(saved.Library, o.Key)
	}
	usual := saved.Library.DefaultTarget(q, saved.Organization.Size)
	if o.Clear {
		delete(saved.Targets, q.Key)
	} else {
		level, err := frameworks.ParseLevel(o.Level)
		if err != nil {
			return err
		}
		if saved.Targets == nil {
			saved.Targets = map[string]assess.Target{}
		}
		saved.Targets[q.Key] = assess.Target{Level: level, Reason: o.Reason}
	}
	if err := o.env.keepNow(st, saved); err != nil {
		return err
	}
	if o.Clear {
		o.env.say("%s: the target is the usual one again, %s", q.Key, usual.Name())
		return nil
	}
	o.env.say("%s: the target is %s now; usual is %s", q.Key, saved.Targets[q.Key].Level.Name(), usual.Name())
	return nil
}

func listTargets(env *Env, saved *store.Saved) error {
	if len(saved.Targets) == 0 {
		env.say("%s has no targets of its own; the usual ones hold", saved.Period)
		return nil
	}
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "QUESTION\tTARGET\tUSUAL\tREASON")
	for _, key := range slices.Sorted(maps.Keys(saved.Targets)) {
		q, ok := saved.Library.Question(key)
		if !ok {
			continue
		}
		t := saved.Targets[key]
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", key, t.Level.Name(), saved.Library.DefaultTarget(q, saved.Organization.Size).Name(), words.Line(t.Reason))
	}
	return w.Flush()
}
