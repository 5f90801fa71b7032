package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

type decideOptions struct {
	env *Env

	Key      string
	Kind     string
	Owner    string
	Due      string
	Reason   string
	Approver string
	Until    string
	By       string
	List     bool
	Plain    bool

	decision assess.Decision // of Kind and the flags
}

// wordUndecided takes a decision away.
const wordUndecided = "undecided"

func newDecideCommand(env *Env, run func(context.Context, *decideOptions) error) *cobra.Command {
	opts := &decideOptions{env: env}
	c := &cobra.Command{
		Use:   "decide [KEY [fix|accept|transfer|later|undecided]]",
		Short: "Say what is done about a gap: who, by when, or why not",
		Long: long(`For every practice below its target somebody decides: fix it (an owner and a due
date), accept the risk (a reason, an approver and an end within a year), hand it to
someone else (an owner and a reason), or look at it later (a reason and a day within
a year). The decision is kept with the quarter and carried into the next one while
the gap is open. It changes no score: an accepted risk leaves the list of what to do
until its end, and still counts as a gap.

Without KEY it goes through the gaps that wait for a decision, first things first,
and saves each decision at once. With KEY alone it prints what was decided.`),
		Example: `  hygeia decide
  hygeia decide vendor-contracts fix --owner "Compliance officer" --due 2027-03-31
  hygeia decide end-of-life accept --reason "Replaced in spring" --approver "CEO" --until 2027-03-31
  hygeia decide --list`,
		Args: between(0, 2, "a KEY and what is decided"),
		RunE: func(c *cobra.Command, args []string) error {
			args = append(args, "", "")
			opts.Key, opts.Kind = plainWord(args[0]), plainWord(args[1])
			if err := opts.check(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.Owner, "owner", "", "the `role` or person who sees to it")
	f.StringVar(&opts.Due, "due", "", "the `day` by which it is done or looked at again, as 2027-03-31, 3/31/2027 or in 6 months")
	f.StringVar(&opts.Reason, "reason", "", "`why` it is decided so")
	f.StringVar(&opts.Approver, "approver", "", "`who` accepts the risk")
	f.StringVar(&opts.Until, "until", "", "the `day` up to which the risk is accepted, as 2027-03-31, 3/31/2027 or in 6 months")
	f.StringVar(&opts.By, "by", "", "`who` writes it down")
	f.BoolVar(&opts.List, "list", false, "print everything that is decided")
	f.BoolVar(&opts.Plain, "plain", false, "line by line, for screen readers and pipes")
	return c
}

// asks reports whether the gaps are gone through with a person.
func (o *decideOptions) asks() bool { return o.Key == "" && !o.List }

// check refuses what cannot be meant, before anything is touched.
func (o *decideOptions) check() error {
	o.By = words.Clean(o.By)
	said := o.Owner + o.Due + o.Reason + o.Approver + o.Until
	switch {
	case o.List && (o.Key != "" || said != "" || o.Plain):
		return usagef("--list stands alone: it prints everything that is decided")
	case o.Plain && o.Key != "":
		return usagef("--plain asks about one gap after the other and takes no KEY")
	case o.Key == "" && said != "":
		return usagef("say about which question, by its key")
	case o.asks() && o.env.mode(o.Plain) == noTerminal:
		return withHint(usagef("there is no terminal to ask in"),
			`use "hygeia decide --plain" to answer line by line, or name a KEY and what is decided; "hygeia decide --list" prints what is there`)
	case o.Kind == "" && said != "":
		return usagef("say what is decided about %s: fix, accept, transfer, later or undecided", o.Key)
	case o.Kind == wordUndecided && said != "":
		return usagef("undecided takes the decision away; it needs nothing else")
	case o.Kind == "" || o.Kind == wordUndecided:
		return nil
	}
	return o.parse()
}

// parse reads the decision from the flags and tells everything that is wrong.
func (o *decideOptions) parse() error {
	kind, err := assess.ParseDecision(o.Kind)
	if err != nil {
		return usagef("%q is no decision: say fix, accept, transfer, later or undecided", o.Kind)
	}
	d := assess.Decision{Kind: kind, Owner: o.Owner, Reason: o.Reason, Approver: o.Approver, By: o.By}
	var wrong []error
	for _, date := range []struct {
		flag, text string
		to         *assess.Date
	}{{"--due", o.Due, &d.Due}, {"--until", o.Until, &d.Until}} {
		if date.text == "" {
			continue
		}
		if *date.to, err = assess.DayAhead(date.text, o.today()); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", date.flag, err))
		}
	}
	if wrong == nil {
		for _, problem := range d.Problems(o.today()) {
			wrong = append(wrong, errors.New(problem))
		}
	}
	o.decision = d
	if err := errors.Join(wrong...); err != nil {
		return withHint(usagef("%w", err), "it should look like: %s", exampleOf(kind, o.Key, o.today()))
	}
	return nil
}

// exampleOf is a command line with everything a decision of that kind needs.
func exampleOf(kind assess.DecisionKind, key string, today assess.Date) string {
	words := []string{"hygeia decide", key, kind.String()}
	for _, name := range kind.Needs() {
		value := map[string]string{
			"owner": `"IT lead"`, "reason": `"…"`, "approver": `"CEO"`, "due": today.NextYear().String(), "until": today.NextYear().String(),
		}[name]
		words = append(words, "--"+name, value)
	}
	return strings.Join(words, " ")
}

func (o *decideOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

func runDecide(ctx context.Context, o *decideOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	if o.List || o.Key != "" && o.Kind == "" {
		saved, err := latest(st)
		if err != nil {
			return err
		}
		return o.show(saved)
	}
	saved, unlock, err := o.env.lockLatest(ctx, st, "decide")
	if err != nil {
		return err
	}
	defer unlock()
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, and its decisions with it", saved.Period),
			`start the next quarter with "hygeia assess"; open decisions go along`)
	}
	saved.Touch(o.env.Now()) // what is decided now is judged as of now
	if o.asks() {
		return errors.Join(o.ask(ctx, st, saved), o.env.unfinished(saved))
	}
	return o.set(st, saved)
}

// set records or takes away the one decision of the command line.
func (o *decideOptions) set(st *store.Store, saved *store.Saved) error {
	q, ok := saved.Library.Question(o.Key)
	if !ok {
		return unknownName(saved.Library, o.Key)
	}
	if o.Kind == wordUndecided {
		return o.undecide(st, saved, q)
	}
	it, asked := assess.Evaluate(saved.Library, saved.Assessment).Item(q.Key)
	switch {
	case !asked:
		return fmt.Errorf("%s is not asked in %s, so there is no gap to decide about", q.Key, saved.Period)
	case it.State == assess.Open:
		return withHint(fmt.Errorf("%s is not answered yet; decide once it is known whether there is a gap", q.Key), `answer it with "hygeia assess"`)
	case it.Gap == 0:
		return fmt.Errorf("%s is at its target already; there is nothing to decide", q.Key)
	}
	if err := o.env.told(saved, o.take(st, saved, q, o.decision)); err != nil {
		return err
	}
	d := saved.Decisions[q.Key]
	o.env.say("%s: %s", q.Key, decisionText(d))
	if d.Kind == assess.Accept {
		o.env.say("%s leaves the list of what to do until %s, and still counts as a gap%s", q.Key, d.Until, essentialToo(it))
	}
	return nil
}

func essentialToo(it *assess.Item) string {
	if it.Tier != frameworks.Essential {
		return ""
	}
	return "; its Essential goal stays open"
}

// undecide takes a decision away, whatever became of its gap.
func (o *decideOptions) undecide(st *store.Store, saved *store.Saved, q *frameworks.Question) error {
	if _, ok := saved.Decisions[q.Key]; !ok {
		o.env.say("nothing was decided about %s; nothing was changed", q.Key)
		return nil
	}
	if err := o.env.told(saved, o.take(st, saved, q, assess.Decision{})); err != nil {
		return err
	}
	o.env.say("%s is undecided again", q.Key)
	return nil
}

// take records a decision and writes the quarter.
func (o *decideOptions) take(st *store.Store, saved *store.Saved, q *frameworks.Question, d assess.Decision) error {
	by := o.By
	if by == "" {
		by = lastBy(saved.Assessment)
	}
	if err := saved.Decide(q, d, by, o.today()); err != nil {
		return err
	}
	return o.env.keep(st, saved)
}
