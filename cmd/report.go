package cmd

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/report"
)

type reportOptions struct {
	env *Env

	Period    string
	Kind      string
	Framework string
	Formats   []string
	Output    string
	Paper     string
	Marking   string
	FailUnder int
	judged    bool // --fail-under was given
}

var (
	reportFormats = []string{"md", "pdf", "text", "json", "csv"}
	reportKinds   = []string{"board", "full"}
	papers        = []string{"letter", "a4"}
	markings      = []string{"TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"}
)

func newReportCommand(env *Env, run func(*reportOptions) error) *cobra.Command {
	opts := &reportOptions{env: env}
	c := &cobra.Command{
		Use:   "report [PERIOD]",
		Short: "Write the board PDF and the full report",
		Long: long(`Writes the board report as PDF and the full report with every gap as Markdown into
the folder, and prints both paths. With one --format and no -o the report goes to
standard output. Without PERIOD it is the latest saved quarter; the report of a
draft says DRAFT.

--fail-under N compares the overall score of --framework with N for scripts: exit
status 3 if it is lower, 1 if there is no overall score yet.`),
		Example: `  hygeia report                        board.pdf and report.md in the folder
  hygeia report --format md            the full report on the screen
  hygeia report 2026-Q2 --format json  the whole result as data
  hygeia report --format pdf --paper a4 -o board.pdf`,
		Args: between(0, 1, "at most one PERIOD"),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				opts.Period = args[0]
			}
			opts.judged = c.Flags().Changed("fail-under")
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.Kind, "kind", "", "`board` or full (default: board as pdf, full as anything else)")
	f.StringVar(&opts.Framework, "framework", "csf", "the `framework` that --fail-under judges")
	f.StringSliceVar(&opts.Formats, "format", nil, "`pdf`, md, text, json or csv; several with commas")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file`, or into this folder for several formats")
	f.StringVar(&opts.Paper, "paper", "letter", "`letter` or a4")
	f.StringVar(&opts.Marking, "tlp", "TLP:AMBER+STRICT", "who may read it, the `mark` on every page")
	f.IntVar(&opts.FailUnder, "fail-under", 0, "exit with 3 if the overall score is under `N` percent")
	return c
}

func (o *reportOptions) check() error {
	for _, c := range []struct {
		what, word string
		valid      []string
	}{
		{"kind", o.Kind, reportKinds}, {"paper", o.Paper, papers}, {"TLP mark", o.Marking, markings},
	} {
		if c.word != "" && !slices.Contains(c.valid, c.word) {
			return unknown(c.what, c.word, c.valid)
		}
	}
	for _, f := range o.Formats {
		if !slices.Contains(reportFormats, f) {
			return unknown("format", f, reportFormats)
		}
	}
	if o.FailUnder < 0 || o.FailUnder > 100 {
		return usagef("--fail-under %d: must be a percentage from 0 to 100", o.FailUnder)
	}
	if len(o.Formats) == 1 && o.Formats[0] == "pdf" && o.Output == "" && o.env.OutTerminal {
		return withHint(usagef("a PDF is not for the screen"), `write it to a file with -o board.pdf`)
	}
	return nil
}

func runReport(o *reportOptions) error {
	now, earlier, err := load(o.env, o.Period)
	if err != nil {
		return err
	}
	if o.judged {
		if _, err := now.Library.Framework(o.Framework); err != nil {
			return usagef("%s", err)
		}
	}
	in := report.Input{Result: now, Earlier: earlier, Marking: o.Marking, Program: program()}
	if err := o.write(in); err != nil {
		return err
	}
	return o.judge(now)
}

// write draws every wanted format and puts each where it belongs. Nothing is
// written before all of them are drawn.
func (o *reportOptions) write(in report.Input) error {
	formats := o.Formats
	if len(formats) == 0 {
		formats = []string{"pdf", "md"}
	}
	drawn := make([]bytes.Buffer, len(formats))
	for i, f := range formats {
		if err := o.draw(&drawn[i], f, in); err != nil {
			return err
		}
	}
	if len(o.Formats) == 1 && o.Output == "" {
		_, err := drawn[0].WriteTo(o.env.Out)
		return err
	}
	for i, f := range formats {
		path := o.path(f, len(formats))
		if err := store.WriteFile(path, drawn[i].Bytes()); err != nil {
			return err
		}
		fmt.Fprintln(o.env.Out, path)
	}
	return nil
}

func (o *reportOptions) kind(format string) string {
	if o.Kind != "" {
		return o.Kind
	}
	if format == "pdf" {
		return "board"
	}
	return "full"
}

func (o *reportOptions) draw(w io.Writer, format string, in report.Input) error {
	switch format {
	case "json":
		return report.WriteJSON(w, in)
	case "csv":
		return report.WriteCSV(w, in)
	}
	d := report.Full(in)
	if o.kind(format) == "board" {
		d = report.Board(in)
	}
	return report.Write(w, format, d, report.Options{
		Width: o.env.Width,
		Color: o.env.Color && o.Output == "",
		Paper: o.Paper,
	})
}

// path says where a format goes: the named file, the named folder, or the
// folder of the quarters. The report of a quarter asked for by name carries
// its period, so that board.pdf and report.md are always the latest.
func (o *reportOptions) path(format string, formats int) string {
	name := "report"
	if o.kind(format) == "board" && format != "json" && format != "csv" {
		name = "board"
	}
	if o.Period != "" {
		name = o.Period + "-" + name
	}
	name += "." + map[string]string{"text": "txt"}[format]
	if format != "text" {
		name += format
	}
	if o.Output == "" {
		return filepath.Join(o.env.Dir, name)
	}
	if info, err := os.Stat(o.Output); formats > 1 || err == nil && info.IsDir() {
		return filepath.Join(o.Output, name)
	}
	return o.Output
}

// judge compares the overall score with --fail-under, exact.
func (o *reportOptions) judge(r *assess.Result) error {
	if !o.judged {
		return nil
	}
	f, err := r.Library.Framework(o.Framework)
	if err != nil {
		return err
	}
	view, _ := r.View(f.ID)
	if view.Overall.Score == nil {
		return fmt.Errorf("%s has no overall score yet: too little is asked or answered in %s", f.Title, joinWords(view.Overall.Missing))
	}
	if view.Overall.Score.Cmp(ratOf(o.FailUnder)) < 0 {
		return belowf("%s scores %d overall, under %d", f.Title, assess.Percent(view.Overall.Score), o.FailUnder)
	}
	return nil
}
