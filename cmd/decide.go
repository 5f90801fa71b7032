package cmd

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

type decideOptions struct {
	env *Env

	Key      string // of a question, or the number of a matter
	Kind     string
	Owner    string
	Due      string
	Reason   string
	Approver string
	Until    string
	Cost     string
	By       string
	AsOf     string
	List     bool
	Format   string
	Output   string
	Plain    bool

	decision assess.Decision // of Kind and the flags
	cost     int             // of Cost, in dollars
	on       assess.Date     // the day it was decided
}

// wordUndecided takes a decision away.
const wordUndecided = "undecided"

// listFormats are the formats of the list of decisions.
var listFormats = []string{"text", "csv", "ics"}

func newDecideCommand(env *Env, run func(context.Context, *decideOptions) error) *cobra.Command {
	opts := &decideOptions{env: env}
	c := &cobra.Command{
		Use: "decide [KEY|NUMBER [fix|accept|transfer|later|undecided]]",
		Long: long(`For every practice below its target somebody decides: fix it (an owner and a due
date), accept the risk (a reason, an approver and an end within a year), hand it to
someone else (an owner, a reason and a due date), or look at it later (a reason and a
day within a year). It changes no score: an accepted risk leaves the list of what to do
until its end, and still counts as a gap.

Decisions stand in the ledger of the folder beside what each finished quarter asked the
board, so they can be written down at any time, also after a quarter is finished. The
board met some days ago: --as-of says when. Each matter has a number that it keeps for
life. That it is done is never typed: a later quarter shows the gap closed.

Without KEY it goes through the gaps that wait for a decision, first things first,
and saves each decision at once. With KEY or NUMBER alone it prints what was decided.`),
		Example: `  hygeia decide
  hygeia decide vendor-contracts fix --owner "Compliance officer" --due 2027-03-31
  hygeia decide 3 fix --owner CFO --due 2027-06-30 --cost 12,000 --as-of 2027-01-14
  hygeia decide end-of-life accept --reason "Replaced in spring" --approver "CEO" --until 2027-03-31
  hygeia decide --list
  hygeia decide --list --format ics -o decisions.ics`,
		Args: between(0, 2, "a KEY or NUMBER and what is decided"),
		RunE: func(c *cobra.Command, args []string) error {
			args = append(args, "", "")
			opts.Key, opts.Kind = strings.TrimPrefix(plainWord(args[0]), "#"), plainWord(args[1])
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
	f.StringVar(&opts.Cost, "cost", "", "what it costs by a quote of yours, in whole `dollars`, as 12000 or 12,000")
	f.StringVar(&opts.By, "by", "", "`who` writes it down")
	f.StringVar(&opts.AsOf, "as-of", "", "the `day` on which it was decided, as 2027-01-14, 1/14/2027 or yesterday (default: today)")
	f.BoolVar(&opts.List, "list", false, "print everything that was asked and decided")
	wordFlag(c, &opts.Format, "format", "text", "of the list: `text`, csv or ics (a calendar)")
	f.StringVarP(&opts.Output, "output", "o", "", "write the list to this `file` or folder; - is standard output")
	f.BoolVar(&opts.Plain, "plain", false, "line by line, for screen readers and pipes")
	return c
}

// asks reports whether the gaps are gone through with a person.
func (o *decideOptions) asks() bool { return o.Key == "" && !o.List }

// check refuses what cannot be meant, before anything is touched.
func (o *decideOptions) check() error {
	o.By = words.Clean(o.By)
	said := o.Owner + o.Due + o.Reason + o.Approver + o.Until + o.Cost
	switch {
	case !slices.Contains(listFormats, o.Format):
		return unknown("format", o.Format, listFormats)
	case !o.List && (o.Format != "text" || o.Output != ""):
		return usagef("--format and -o are for the list: add --list")
	case o.List && (o.Key != "" || said+o.AsOf != "" || o.Plain):
		return usagef("--list stands alone: it prints everything that was asked and decided")
	case o.Plain && o.Key != "":
		return usagef("--plain asks about one gap after the other and takes no KEY")
	case o.Key == "" && said != "":
		return usagef("say about which question, by its key or its number")
	case o.asks() && o.env.mode(o.Plain) == noTerminal:
		return withHint(usagef("there is no terminal to ask in"),
			`use "hygeia decide --plain" to answer line by line, or name a KEY and what is decided; "hygeia decide --list" prints what is there`)
	case o.Kind == "" && o.Key != "" && said+o.AsOf != "":
		return usagef("say what is decided about %s: fix, accept, transfer, later or undecided", o.Key)
	case o.Kind == wordUndecided && said != "":
		return usagef("undecided takes the decision away; it needs nothing else")
	}
	if err := o.readDay(); err != nil || o.Kind == "" || o.Kind == wordUndecided {
		return err
	}
	return o.parse()
}

func (o *decideOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }
