package cmd

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report"
)

type planOptions struct {
	env *Env

	Period    string
	Top       string
	Budget    int
	Goal      string
	Framework string
	Assume    []string
	Format    string
	Output    string

	top      int // 0 for all
	budgeted bool
	levels   map[string]frameworks.Level
}

var planGoals = []string{"score", "essential"}

// shownActions is how many actions people see without --top; data has all.
const shownActions = 10

func newPlanCommand(env *Env, run func(*planOptions) error) *cobra.Command {
	opts := &planOptions{env: env}
	c := &cobra.Command{
		Use: "plan [PERIOD]",
		Long: long(`Lists what is below target in the order in which to close it: now, next, then and
later, and in each the steps of the ladder, with why each action stands where it
stands. What another step needs comes before it.

With --budget the plan is the one that adds most to the score of all questions
asked, or of --framework, for so many points of effort, and with --goal essential
the one that meets most Essential goals. A small step is 1 point, a medium one 3, a large one 8. --assume shows what
would change if some questions had other answers. Nothing is saved.`),
		Example: `  hygeia plan                          the first ten
  hygeia plan --top all --format csv   all of them, for a spreadsheet
  hygeia plan --budget 12              the most points for 12 points of effort
  hygeia plan --goal essential         the cheapest way to most Essential goals
  hygeia plan --assume mfa-email=yes,backup-restore=mostly`,
		Args: between(0, 1, "at most one PERIOD"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.Period = args[0]
			}
			opts.budgeted = c.Flags().Changed("budget")
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Top, "top", "", "the first `N` actions, or all (default: 10, as data all)")
	f.IntVar(&opts.Budget, "budget", 0, "choose what is best for this many `points` of effort")
	wordFlag(c, &opts.Goal, "goal", "", "what is best: `score` or essential (default: score)")
	wordFlag(c, &opts.Framework, "framework", "", "raise the score of this `framework` with --budget, and not of all questions asked")
	listFlag(c, &opts.Assume, "assume", "take `KEY=LEVEL` for answered (no, partly, mostly or yes); several with commas")
	wordFlag(c, &opts.Format, "format", "text", "`text`, md, html, pdf, json or csv")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	return c
}

func (o *planOptions) check() error {
	if formats := planFormats(); !slices.Contains(formats, o.Format) {
		return unknown("format", o.Format, formats)
	}
	if o.Goal != "" && !slices.Contains(planGoals, o.Goal) {
		return unknown("goal", o.Goal, planGoals)
	}
	if err := o.checkTop(); err != nil {
		return err
	}
	switch {
	case o.budgeted && o.Budget < 1:
		return usagef("--budget %d: must be 1 point of effort or more", o.Budget)
	case o.chooses() && o.Top != "":
		return usagef("--top is for the ranked list; a --budget or a --goal chooses by itself")
	case o.Framework != "" && !o.budgeted:
		return usagef("--framework goes with --budget: without one, the plan holds every gap")
	case o.Goal == "score" && !o.budgeted:
		return usagef("--goal score needs a --budget: without one, doing everything is best")
	}
	if err := notForScreen(o.env, o.Format, o.Output, "plan"); err != nil {
		return err
	}
	return o.checkAssume()
}

func (o *planOptions) chooses() bool { return o.budgeted || o.Goal != "" }

func (o *planOptions) checkTop() error {
	o.top = shownActions
	if o.Format == "json" || o.Format == "csv" {
		o.top = 0
	}
	switch o.Top {
	case "":
		return nil
	case "all":
		o.top = 0
		return nil
	}
	n, err := strconv.Atoi(o.Top)
	if err != nil || n < 1 || n > math.MaxInt32 {
		return usagef("--top %q: must be a number from 1, or all", o.Top)
	}
	o.top = n
	return nil
}

func (o *planOptions) checkAssume() error {
	o.levels = map[string]frameworks.Level{}
	for _, word := range o.Assume {
		key, level, _ := strings.Cut(word, "=")
		l, err := frameworks.ParseLevel(level)
		if err != nil || key == "" {
			return usagef("--assume %q: must look like mfa-email=yes, with no, partly, mostly or yes", word)
		}
		if _, twice := o.levels[key]; twice {
			return usagef("--assume names %s twice", key)
		}
		o.levels[key] = l
	}
	return nil
}

func planFormats() []string { return append(report.FormatNames(), "json", "csv") }

func runPlan(o *planOptions) error {
	now, earlier, err := load(o.env, o.Period, onlyBefore)
	if err != nil {
		return err
	}
	in := report.PlanInput{Input: report.Input{Result: now, Earlier: earlier, Program: program()}, Top: o.top}
	if err := o.assume(&in); err != nil {
		return err
	}
	if err := o.choose(&in); err != nil {
		return err
	}
	data := map[string]func(io.Writer, report.PlanInput) error{"json": report.WritePlanJSON, "csv": report.WritePlanCSV}[o.Format]
	if data == nil {
		if err := writeDocument(o.env, report.Plan(in), o.Format, o.Output, usualName(now, "plan")); err != nil {
			return err
		}
		o.env.hintEnroll(now, scanned(now)...)
		return nil
	}
	var b bytes.Buffer
	if err := data(&b, in); err != nil {
		return err
	}
	return writeBytes(o.env, b.Bytes(), o.Output, usualName(now, "plan")+extension(o.Format))
}

// scanned are the questions that CISA's free scan helps with most.
func scanned(r *assess.Result) []*assess.Item {
	var items []*assess.Item
	for _, key := range []string{"internet-scan", "kev-fix"} {
		if it, asked := r.Item(key); asked {
			items = append(items, it)
		}
	}
	return items
}

// assume replaces the quarter by what it would be.
func (o *planOptions) assume(in *report.PlanInput) error {
	if len(o.levels) == 0 {
		return nil
	}
	now := in.Result
	for _, it := range now.Items {
		if level, assumed := o.levels[it.Question.Key]; assumed {
			in.As = append(in.As, report.Assumption{Key: it.Question.Key, Level: level})
		}
	}
	for _, word := range o.Assume {
		key, _, _ := strings.Cut(word, "=")
		if _, known := now.Library.Question(key); !known {
			return unknownName(now.Library, key)
		}
	}
	then, err := assess.Assume(now, o.levels)
	if err != nil {
		return usagef("%s", err)
	}
	in.Were, in.Result = now, then
	return nil
}

func (o *planOptions) choose(in *report.PlanInput) error {
	if !o.chooses() {
		return nil
	}
	var before *assess.Result
	if n := len(in.Earlier); n > 0 {
		before = in.Earlier[n-1]
	}
	budget := assess.NoBudget
	if o.budgeted {
		budget = o.Budget
	}
	if o.Goal == "essential" {
		in.Chosen = assess.MeetGoals(in.Result, before, budget)
		return nil
	}
	view, err := o.view(in.Result)
	if err != nil {
		return err
	}
	in.Chosen, err = assess.RaiseScore(in.Result, before, view, budget)
	return err
}

// view is the framework named, nil for all questions asked.
func (o *planOptions) view(r *assess.Result) (*assess.View, error) {
	if o.Framework == "" {
		return nil, nil
	}
	f, err := r.Library.Framework(o.Framework)
	if err != nil {
		return nil, usagef("%s", err)
	}
	view, _ := r.View(f.ID)
	return view, nil
}
