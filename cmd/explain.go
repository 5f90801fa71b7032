package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/report"
)

type explainOptions struct {
	env *Env

	Name   string // a question's key or a requirement's id
	Period string
}

func newExplainCommand(env *Env, run func(*explainOptions) error) *cobra.Command {
	opts := &explainOptions{env: env}
	c := &cobra.Command{
		Use:   "explain KEY|REQUIREMENT|WORD",
		Short: "Show every number behind a score, or what a word means",
		Long: long(`Shows one question with everything it counts: its weight and why, its points, its
target and gap, its place in the order of things to do, and the sum of each section
it stands in. For a requirement it shows the questions that speak for it, why they
count, and which one decides. For a word of the glossary it says what it means.`),
		Example: `  hygeia explain mfa-email
  hygeia explain HPH-03
  hygeia explain PR.AA-03 --period 2026-Q2
  hygeia explain DMARC`,
		Args: between(1, 1, "one KEY, REQUIREMENT or WORD"),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Name = args[0]
			return run(opts)
		},
	}
	c.Flags().StringVar(&opts.Period, "period", "", "the saved `quarter`, otherwise the latest")
	return c
}

func runExplain(o *explainOptions) error {
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	if term, ok := lib.Term(o.Name); ok {
		_, err := fmt.Fprintf(o.env.Out, "%s: %s\n", term.Name, term.Means)
		return err
	}
	now, earlier, err := load(o.env, o.Period)
	if err != nil {
		return err
	}
	d, err := explain(now, earlier, o.Name)
	if err != nil {
		return err
	}
	return writeDocument(o.env, d, "text", "")
}

func explain(now *assess.Result, earlier []*assess.Result, name string) (*report.Document, error) {
	in := report.Input{Result: now, Earlier: earlier, Program: program()}
	if _, ok := now.Library.Question(name); ok {
		return report.ExplainQuestion(in, name)
	}
	if _, _, ok := now.Library.Requirement(name); ok {
		return report.ExplainRequirement(in, name)
	}
	return nil, unknownName(now.Library, name)
}
