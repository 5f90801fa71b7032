package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report"
)

type explainOptions struct {
	env *Env

	Name    string // a question's key or a requirement's id; between quarters also a section's or a framework's
	Period  string
	Between []string // one quarter, against the latest, or two; none to explain one quarter
}

func newExplainCommand(env *Env, run func(*explainOptions) error) *cobra.Command {
	opts := &explainOptions{env: env}
	var betweenFirst string // the second quarter stands among the arguments
	c := &cobra.Command{
		Use: "explain KEY|REQUIREMENT|WORD [--between PERIOD [PERIOD]]",
		Long: long(`Shows one question with everything it counts: its weight and why, its points, its
target and gap, its place in the order of things to do, and the sum of each section
it stands in. For a requirement it shows the questions that speak for it, why they
count, and which one decides. For an id that its publisher withdrew, as NIST did
with many of CSF 1.1, it says where its content went. For a word of the glossary it
says what it means.

With --between it shows every term behind a change from one quarter to another, for
a question, a requirement, a section or a framework. With one PERIOD the other is
the latest.`),
		Example: `  hygeia explain mfa-email
  hygeia explain HPH-03
  hygeia explain PR.AA-03 --period 2026-Q2
  hygeia explain DMARC
  hygeia explain mfa-email --between 2026-Q2 2026-Q3
  hygeia explain PR --between 2025-Q3`,
		Args: between(1, 2, "one KEY, REQUIREMENT or WORD"),
		RunE: func(c *cobra.Command, args []string) error {
			first := ""
			if c.Flags().Changed("between") {
				first = betweenFirst
			}
			if err := opts.take(args, first); err != nil {
				return err
			}
			return run(opts)
		},
	}
	c.Flags().StringVar(&betweenFirst, "between", "", "explain a change since this `quarter`")
	c.Flags().StringVar(&opts.Period, "period", "", "the saved `quarter`, otherwise the latest")
	return c
}

// take sorts the arguments: the name, and the quarters behind --between, of which
// the flag itself holds only the first.
func (o *explainOptions) take(args []string, first string) error {
	if first == "" {
		if len(args) > 1 {
			return withHint(usagef("one KEY, REQUIREMENT or WORD at a time, but got %q and %q", args[0], args[1]),
				"two quarters are given as --between 2026-Q2 2026-Q3")
		}
		o.Name = args[0]
		return nil
	}
	if o.Period != "" {
		return usagef("say either --period or --between, not both")
	}
	o.Between = strings.SplitN(first, "..", 2)
	o.Name = args[0]
	if len(args) == 1 {
		return nil
	}
	second := args[1]
	if _, err := o.env.period(o.Name); err == nil { // the flag stood first
		o.Name, second = second, o.Name
	}
	if len(o.Between) > 1 {
		return usagef("--between %s has both quarters already, and %q is one too many", first, second)
	}
	o.Between = append(o.Between, second)
	return nil
}

func runExplain(o *explainOptions) error {
	if len(o.Between) > 0 {
		return runExplainBetween(o)
	}
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	if term, ok := lib.Term(o.Name); ok {
		_, err := fmt.Fprintf(o.env.Out, "%s: %s\n", term.Name, term.Means)
		return err
	}
	if f, former, ok := lib.Former(o.Name); ok {
		return o.former(lib, f, former)
	}
	now, earlier, err := load(o.env, o.Period, onlyBefore)
	if err != nil {
		if !known(lib, o.Name) { // what cannot be explained in any folder is said first
			return unknownName(lib, o.Name)
		}
		return err
	}
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	sheets, err := st.Series()
	if err != nil {
		return err
	}
	d, err := explain(report.Input{Result: now, Earlier: earlier, Program: program(), Series: sheets}, o.Name)
	if err != nil {
		return err
	}
	if err := writeDocument(o.env, d, "text", "", "explanation"); err != nil {
		return err
	}
	if it, ok := now.Item(plainWord(o.Name)); ok {
		o.env.hintEnroll(now, it)
	}
	return nil
}

// known reports whether a question or a requirement is named.
func known(lib *frameworks.Library, name string) bool {
	_, question := lib.Question(plainWord(name))
	_, _, requirement := lib.Requirement(name)
	return question || requirement
}

func explain(in report.Input, name string) (*report.Document, error) {
	if q, ok := in.Result.Library.Question(plainWord(name)); ok {
		return report.ExplainQuestion(in, q.Key)
	}
	if _, _, ok := in.Result.Library.Requirement(name); ok {
		return report.ExplainRequirement(in, name)
	}
	return nil, unknownName(in.Result.Library, name)
}

func runExplainBetween(o *explainOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	saved, err := st.Periods()
	if err != nil {
		return err
	}
	chosen, err := pair(o.env, st, saved, o.Between)
	if err != nil {
		return err
	}
	sheets, err := st.Series()
	if err != nil {
		return err
	}
	d, err := report.ExplainBetween(assess.NewTrend(evaluateAll(o.env.good(chosen), asSaved)).Whole(), o.Name, program(), sheets...)
	if err != nil {
		return withHint(usagef("%s", err), `a section is written as csf/PR; "hygeia frameworks show csf" lists requirements and questions`)
	}
	return writeDocument(o.env, d, "text", "", "explanation")
}
