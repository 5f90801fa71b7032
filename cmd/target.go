package cmd

import (
	"cmp"
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

	Approver string
	Clear    bool

	From string // the name of a sheet that was taken over
	Yes  bool
}

func newTargetCommand(env *Env, run func(context.Context, *targetOptions) error) *cobra.Command {
	opts := &targetOptions{env: env}
	c := &cobra.Command{
		Use: "target [KEY [LEVEL]]",
		Long: long(`Every question has a usual target: Yes for the Essential goals, Mostly for what
comes first everywhere, what the law requires and the Enhanced goals, and less for
the rest, by size. Where that does not fit, set another with its reason; the report
lists it. Below the usual it needs an approver too, and no Essential goal's target
goes below Mostly. Without KEY it lists the targets set here.

--from proposes the targets that a sheet taken over by "hygeia import" has in its
column for them. At a terminal a person accepts one after the other; elsewhere
nothing is set without --yes. The rules above hold for them too.`),
		Example: `  hygeia target
  hygeia target end-of-life partly --reason "The old imaging suite is replaced in 2027." --approver "CEO"
  hygeia target end-of-life --clear
  hygeia target --from consultant-2025`,
		Args: between(0, 2, "a KEY and a LEVEL"),
		RunE: func(c *cobra.Command, args []string) error {
			args = append(args, "", "")
			opts.Key, opts.Level, opts.Reason, opts.Approver = plainWord(args[0]), args[1], words.Line(opts.Reason), words.Line(opts.Approver)
			if err := opts.check(); err != nil {
				if opts.Key != "" {
					return cmp.Or(env.knownKey(opts.Key), err)
				}
				return err
			}
			return run(c.Context(), opts)
		},
	}
	c.Flags().StringVar(&opts.Reason, "reason", "", "`why` the usual target does not fit")
	c.Flags().StringVar(&opts.Approver, "approver", "", "`who` agreed to a target below the usual one")
	c.Flags().BoolVar(&opts.Clear, "clear", false, "go back to the usual target")
	c.Flags().StringVar(&opts.From, "from", "", "propose the targets of this `sheet`")
	c.Flags().BoolVar(&opts.Yes, "yes", false, "accept all that --from proposes")
	return c
}

func (o *targetOptions) check() error {
	switch {
	case o.From != "" && (o.Key != "" || o.Clear):
		return usagef("--from takes no KEY and no --clear")
	case o.Yes && o.From == "":
		return usagef("--yes accepts what --from proposes; say from which sheet")
	case o.From != "":
		return nil
	case o.Key == "" && (o.Clear || o.Reason+o.Approver != ""):
		return usagef("say for which question, by its key")
	case o.Key == "":
		return nil
	case o.Clear && o.Level+o.Reason+o.Approver != "":
		return usagef("--clear takes no level, no reason and no approver")
	case o.Clear:
		return nil
	case o.Level == "":
		return usagef("say how far it should reach: no, partly, mostly or yes")
	case o.Reason == "":
		return usagef("a target of your own needs its --reason, which stands in the report")
	case len([]rune(o.Approver)) > assess.MaxName:
		return usagef("the approver has %d characters; the most is %d", len([]rune(o.Approver)), assess.MaxName)
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
	if o.Key == "" && o.From == "" {
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
	if o.From != "" {
		return proposeTargets(ctx, o, st, saved)
	}
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
		target := assess.Target{Level: level, Reason: o.Reason, Approver: o.Approver}
		if err := saved.SetTarget(saved.Library, q, target, assess.DateOf(o.env.Now())); err != nil {
			return withHint(usagef("%s", err), "%s", targetHint(saved.Library, q, level, assess.DateOf(o.env.Now())))
		}
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

// targetHint shows what would be taken: an Essential target is not lowered but its
// risk accepted, another one is approved.
func targetHint(lib *frameworks.Library, q *frameworks.Question, level frameworks.Level, today assess.Date) string {
	if lib.Tier(q) == frameworks.Essential && level < frameworks.Mostly {
		return exampleOf(assess.Accept, q.Key, today)
	}
	return fmt.Sprintf(`hygeia target %s %s --reason "…" --approver "CEO"`, q.Key, level)
}

func listTargets(env *Env, saved *store.Saved) error {
	if len(saved.Targets) == 0 {
		env.say("%s has no targets of its own; the usual ones hold", saved.Period)
		return nil
	}
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "QUESTION\tTARGET\tUSUAL\tAPPROVER\tREASON")
	for _, key := range slices.Sorted(maps.Keys(saved.Targets)) {
		q, ok := saved.Library.Question(key)
		if !ok {
			continue
		}
		t := saved.Targets[key]
		usual := saved.Library.DefaultTarget(q, saved.Organization.Size)
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", key, t.Level.Name(), usual.Name(), words.Line(t.Approver), words.Line(t.Reason))
	}
	return w.Flush()
}
