package cmd

import (
	"bytes"
	"slices"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/report"
)

type compareOptions struct {
	env *Env

	Periods []string // none, one (against the latest) or two, earlier first
	Format  string
	Output  string
}

var compareFormats = []string{"text", "md", "html", "pdf"}

func newCompareCommand(env *Env, run func(*compareOptions) error) *cobra.Command {
	opts := &compareOptions{env: env}
	c := &cobra.Command{
		Use:   "compare [PERIOD [PERIOD]]",
		Short: "Show what changed between two quarters",
		Long: long(`Shows what fell first, then what is newly unknown, corrected and better. Real
change, corrections and the effect of asking more or less stand apart: only the
first is progress. Without PERIOD it compares the last two saved quarters; with
one, that quarter with the latest.`),
		Example: `  hygeia compare
  hygeia compare 2025-Q4 2026-Q3
  hygeia compare --format md -o change.md`,
		Args: between(0, 2, "at most two PERIODs"),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Periods = args
			if !slices.Contains(compareFormats, opts.Format) {
				return unknown("format", opts.Format, compareFormats)
			}
			if opts.Format == "pdf" && opts.Output == "" && env.OutTerminal {
				return withHint(usagef("a PDF is not for the screen"), "write it to a file with -o change.pdf")
			}
			return run(opts)
		},
	}
	c.Flags().StringVar(&opts.Format, "format", "text", "`text`, md, html or pdf")
	c.Flags().StringVarP(&opts.Output, "output", "o", "", "write to this `file`")
	return c
}

func runCompare(o *compareOptions) error {
	before, after, err := o.load()
	if err != nil {
		return err
	}
	return writeDocument(o.env, comparison(before, after), o.Format, o.Output)
}

func comparison(before, after *assess.Result) *report.Document {
	d := report.Comparison(assess.Compare(before, after))
	d.Program = program()
	return d
}

func (o *compareOptions) load() (before, after *assess.Result, err error) {
	st, err := openStore(o.env)
	if err != nil {
		return nil, nil, err
	}
	periods, err := o.periods(st)
	if err != nil {
		return nil, nil, err
	}
	var results [2]*assess.Result
	for i, p := range periods {
		saved, err := st.Load(p)
		if err != nil {
			return nil, nil, err
		}
		results[i] = assess.Evaluate(saved.Library, saved.Assessment)
	}
	return results[0], results[1], nil
}

// periods chooses the two quarters, earlier first.
func (o *compareOptions) periods(st *store.Store) ([2]assess.Quarter, error) {
	var two [2]assess.Quarter
	entries, err := readable(o.env, st)
	if err != nil {
		return two, err
	}
	if len(entries) < 2 {
		return two, withHint(usagef("comparing needs two saved quarters, and %s has %d", st.Dir(), len(entries)),
			`the next quarter starts with "hygeia assess" once this one is finished`)
	}
	two = [2]assess.Quarter{entries[len(entries)-2].Period, entries[len(entries)-1].Period}
	for i, word := range o.Periods {
		q, err := assess.ParseQuarter(word)
		if err != nil {
			return two, usagef("%s", err)
		}
		if !slices.ContainsFunc(entries, func(e store.Entry) bool { return e.Period == q }) {
			return two, errNoPeriod(st, word)
		}
		two[i] = q
	}
	switch n := two[1].Since(two[0]); {
	case n == 0:
		return two, usagef("%s cannot be compared with itself", two[0])
	case n < 0:
		two[0], two[1] = two[1], two[0]
	}
	return two, nil
}

// writeDocument draws a document to standard output, or to a file whose path
// it prints.
func writeDocument(env *Env, d *report.Document, format, output string) error {
	var b bytes.Buffer
	opts := report.Options{Width: env.Width, Color: env.Color && output == ""}
	if err := report.Write(&b, format, d, opts); err != nil {
		return err
	}
	if output == "" {
		_, err := b.WriteTo(env.Out)
		return err
	}
	if err := store.WriteFile(output, b.Bytes()); err != nil {
		return err
	}
	_, err := env.Out.Write([]byte(output + "\n"))
	return err
}
