package cmd

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/report"
)

type compareOptions struct {
	env *Env

	Periods    []string // none, one (against the latest, or A..B for a row) or two
	Last       int      // the last so many quarters as a row; 0 for two quarters
	Frameworks []string // ids or short names; none for the usual ones
	Section    string   // a section's id; empty for all
	Format     string
	Output     string
	FailOnDrop bool

	lasting bool // --last was given
}

func newCompareCommand(env *Env, run func(*compareOptions) error) *cobra.Command {
	opts := &compareOptions{env: env}
	c := &cobra.Command{
		Use: "compare [PERIOD [PERIOD] | PERIOD..PERIOD]",
		Long: long(`Shows what fell first, then what was set aside, corrected and better. Real
change, corrections and the effect of asking more or less stand apart: only the
first is progress. Without PERIOD it compares the last two saved quarters; with
one, that quarter with the latest. Shown are the frameworks asked, and the NIST
CSF; --framework shows any other.

--last N, or two quarters joined by dots, shows a row of quarters: the goals and
scores of each, and what changed from the first to the last. A quarter that is
missing stays an empty cell.

What sheets of other people say of the same time, such as a consultant's that
"hygeia import" took over, stands at the end as theirs, and counts in no score.

--fail-on-drop is for scripts: exit status 3 if something fell, or was set aside as
not applying, among the questions of the shown frameworks and of the Essential
goals. What was corrected is no drop.`),
		Example: `  hygeia compare
  hygeia compare 2025-Q4 2026-Q3
  hygeia compare --last 8
  hygeia compare 2024-Q1..2026-Q3 --framework csf --section PR
  hygeia compare --format json --fail-on-drop -o change.json`,
		Args: between(0, 2, "at most two PERIODs"),
		RunE: func(c *cobra.Command, args []string) error {
			opts.Periods = args
			opts.lasting = c.Flags().Changed("last")
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	f.IntVar(&opts.Last, "last", 0, "the last `N` saved quarters as a row")
	listFlag(c, &opts.Frameworks, "framework", "only this `framework`; several with commas")
	f.StringVar(&opts.Section, "section", "", "only this `section`, with each of its requirements and questions")
	wordFlag(c, &opts.Format, "format", "text", "`text`, md, html, pdf or json")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	f.BoolVar(&opts.FailOnDrop, "fail-on-drop", false, "exit with 3 if something got worse")
	return c
}

func compareFormats() []string { return append(report.FormatNames(), "json") }

func (o *compareOptions) check() error {
	if formats := compareFormats(); !slices.Contains(formats, o.Format) {
		return unknown("format", o.Format, formats)
	}
	if err := notForScreen(o.env, o.Format, o.Output, "comparison"); err != nil {
		return err
	}
	switch {
	case o.lasting && o.Last < 2:
		return usagef("--last %d: must be 2 or more", o.Last)
	case o.lasting && len(o.Periods) > 0:
		return usagef("say either PERIODs or --last, not both")
	}
	for _, word := range o.Periods {
		if strings.Contains(word, "..") && len(o.Periods) > 1 {
			return usagef("%q is a row of quarters already: it takes no second PERIOD", word)
		}
	}
	return nil
}

func runCompare(o *compareOptions) error {
	row, isRow, err := o.load()
	if err != nil {
		return err
	}
	o.env.sayBroken()
	focus, err := o.focus(row)
	if err != nil {
		return err
	}
	if err := o.write(row, isRow, focus); err != nil {
		return err
	}
	if o.FailOnDrop {
		c := row.Whole()
		return dropped(c, c.Drops(focus.Judged(c)))
	}
	return nil
}

func (o *compareOptions) write(row *assess.Trend, isRow bool, focus report.Focus) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	sheets, err := st.Series()
	if err != nil {
		return err
	}
	if o.Format == "json" {
		var b bytes.Buffer
		if err := focus.WriteJSON(&b, row, program(), sheets...); err != nil {
			return err
		}
		return writeBytes(o.env, b.Bytes(), o.Output, usualName(row.Whole().After, "comparison")+".json")
	}
	d := focus.Comparison(row.Whole(), sheets...)
	if isRow {
		d = focus.History(row, sheets...)
	}
	d.Program = program()
	return writeDocument(o.env, d, o.Format, o.Output, usualName(row.Whole().After, "comparison"))
}

// focus finds the frameworks and the section in the content of the later quarter.
func (o *compareOptions) focus(row *assess.Trend) (report.Focus, error) {
	var f report.Focus
	lib := row.Whole().After.Library
	for _, word := range o.Frameworks {
		framework, err := lib.Framework(word)
		if err != nil {
			return f, usagef("%s", err)
		}
		f.Frameworks = append(f.Frameworks, framework.ID)
	}
	if o.Section == "" {
		return f, nil
	}
	var ids []string
	for _, v := range row.Views {
		if len(f.Frameworks) > 0 && !slices.Contains(f.Frameworks, v.View.Framework.ID) {
			continue
		}
		for _, s := range v.Sections {
			if strings.EqualFold(s.Section.ID, o.Section) {
				f.Section = s.Section.ID
			}
			if !slices.Contains(ids, s.Section.ID) {
				ids = append(ids, s.Section.ID)
			}
		}
	}
	if f.Section == "" {
		return f, unknown("section", o.Section, ids)
	}
	return f, nil
}

// dropped is the error of a comparison in which something got worse, nil if
// nothing did.
func dropped(c *assess.Comparison, d assess.Drops) error {
	if !d.Any() {
		return nil
	}
	lines := []string{fmt.Sprintf("since %s:", c.Before.Period)}
	for _, list := range [][]assess.QuestionChange{d.Fell, d.SetAside} {
		for _, q := range list {
			lines = append(lines, fmt.Sprintf("  %s: %s, %s -> %s", q.Kind, q.After.Question.Key, q.Before.Answer.Name(), q.After.Answer.Name()))
		}
	}
	return belowf("%s", strings.Join(lines, "\n"))
}

// comparison is the report on two quarters.
func comparison(before, after *assess.Result) *report.Document {
	d := report.Comparison(assess.Compare(before, after))
	d.Program = program()
	return d
}
