package cmd

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/report"
)

type reportOptions struct {
	env *Env

	Period    string
	Kind      string
	For       string
	Framework string
	Formats   []string
	Output    string
	Paper     string
	Marking   string
	Legal     string
	Latin     string
	Logo      string
	Benchmark bool
	Annex     bool
	FailUnder int
	AsOf      string
	on        assess.Date // of AsOf; zero for none
	judged    bool        // --fail-under was given
}

var (
	reportKinds = []string{"brief", "board", "full", kindDossier}
	papers      = []string{"letter", "a4"}
	markings    = []string{"TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"}
)

// dataFormats are the formats that are no documents.
var dataFormats = []string{"json", "csv", "xlsx"}

func reportFormats() []string { return append(report.FormatNames(), dataFormats...) }

func newReportCommand(env *Env, run func(*reportOptions) error) *cobra.Command {
	opts := &reportOptions{env: env}
	c := &cobra.Command{
		Use: "report [PERIOD]",
		Long: long(`Writes the board report as PDF and the full report with every gap as Markdown into
the folder, and prints both paths. Their names carry the organization, the quarter
and, of a draft, that it is one. With one --format and no -o the report goes to
standard output. Without PERIOD it is the latest saved quarter; the report of a
draft says DRAFT.

--kind brief is two pages: the first page of the board report, and the plan. --annex
writes the annexes of the board report as a file of their own.

--kind dossier goes through the twelve months that end on the day of --as-of, for the
law that lets regulators look at what was in place (Public Law 116-321): practice by
practice and quarter by quarter, with breaks, proof, exceptions, corrections and the
chain of digests. It does not decide what the law makes of it.

--for says who reads it, and so what it may say. Board: roles and no persons; no
notes, no reasons, no proof places; your own questions by number. Insurer: each
question with the answer as it was given, lines to sign, and no plan. Provider: what
your IT provider has to do, and no other gap. Public: a page of counts for open
minutes. Internal: everything. The board report as PDF, Word or HTML is for the
board, and all else is internal, unless you choose.

--fail-under N compares the overall score of --framework with N for scripts: exit
status 3 if it is lower, 1 if there is no overall score yet.`),
		Example: `  hygeia report                        the board PDF and the full report in the folder
  hygeia report --format md            the full report on the screen
  hygeia report 2026-Q2 --format json  the whole result as data
  hygeia report --format pdf --paper a4 -o board.pdf
  hygeia report --for insurer          the answers for an insurer as PDF in the folder
  hygeia report --kind dossier --as-of 2026-06-30
  hygeia report --format pdf,csv --for board --legal "Peer review privileged" -o out`,
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
	wordFlag(c, &opts.Kind, "kind", "", "`brief`, board, full or dossier (default: board as pdf, docx and html, full as anything else)")
	wordFlag(c, &opts.For, "for", "", "who reads it: `internal`, board, insurer, provider or public")
	wordFlag(c, &opts.Framework, "framework", "csf", "the `framework` that --fail-under judges")
	listFlag(c, &opts.Formats, "format", "`pdf`, "+strings.Join(slices.DeleteFunc(reportFormats(), isPDF), ", ")+"; several with commas")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	wordFlag(c, &opts.Paper, "paper", "letter", "`letter` or a4")
	f.StringVar(&opts.Marking, "tlp", "", "who may pass it on, the `mark` on every page (default: TLP:AMBER+STRICT; for insurer and provider TLP:AMBER; for public TLP:CLEAR)")
	f.StringVar(&opts.Legal, "legal", "", "a `line` of your own on every page")
	f.StringVar(&opts.Latin, "name-latin", "", "the organization's `name` in Latin letters, for a PDF that cannot draw its script")
	f.StringVar(&opts.Logo, "logo", "", "a PNG or JPEG `file` for the first page")
	f.BoolVar(&opts.Annex, "annex", false, "write the annexes of the board report as a file of their own")
	f.BoolVar(&opts.Benchmark, "benchmark", false, "add a chapter with published figures beside yours")
	f.StringVar(&opts.AsOf, "as-of", "", "with the decisions up to this `day` (default: all that are written down)")
	f.IntVar(&opts.FailUnder, "fail-under", 0, "exit with 3 if the overall score is under `N` percent")
	return c
}

func isPDF(format string) bool { return format == "pdf" }

func isData(format string) bool { return slices.Contains(dataFormats, format) }

// check refuses what cannot be meant, before anything is read or written.
func (o *reportOptions) check() error {
	o.Marking = tlp(o.Marking)
	if o.Period != "" {
		q, err := o.env.period(o.Period)
		if err != nil {
			return err
		}
		o.Period = q.String()
	}
	for _, c := range []struct {
		what, word string
		valid      []string
	}{
		{"kind", o.Kind, reportKinds}, {"audience", o.For, report.Audiences()}, {"paper", o.Paper, papers}, {"TLP mark", o.Marking, markings},
	} {
		if c.word != "" && !slices.Contains(c.valid, c.word) {
			return unknown(c.what, c.word, c.valid)
		}
	}
	for _, f := range o.Formats {
		if !slices.Contains(reportFormats(), f) {
			return unknown("format", f, reportFormats())
		}
	}
	if o.AsOf != "" {
		var err error
		if o.on, err = assess.DayPast(o.AsOf, assess.DateOf(o.env.Now())); err != nil {
			return usagef("--as-of: %w", err)
		}
	}
	if o.FailUnder < 0 || o.FailUnder > 100 {
		return usagef("--fail-under %d: must be a percentage from 0 to 100", o.FailUnder)
	}
	var err error
	if o.Legal, err = report.LegalLine(o.Legal); err != nil {
		return usagef("--legal: %s", err)
	}
	if o.Latin, err = report.LatinName(o.Latin); err != nil {
		return usagef("--name-latin: %s", err)
	}
	if n := len(o.formats()); n > 1 && o.Output != "" && o.env.toStdout(o.Output) {
		return withHint(usagef("-o -: one format fits on standard output, not %d", n), "choose one with --format, or name a folder with -o out/")
	}
	if err := o.checkDossier(); err != nil {
		return err
	}
	return errors.Join(o.checkAudience(), o.checkScreen())
}

// checkAudience refuses what a chosen reader never gets.
func (o *reportOptions) checkAudience() error {
	formats := o.formats()
	data := !slices.ContainsFunc(formats, func(f string) bool { return !isData(f) })
	switch {
	case o.single() && o.Kind != "":
		return usagef("--kind %s: for %s there is one document; leave --kind out", o.Kind, readerWords()[o.For])
	case o.single() && o.Annex, o.Annex && o.Kind != "" && o.Kind != "board":
		return usagef("--annex: only the board report has annexes")
	case o.Annex && (data || o.Output != "" && o.env.toStdout(o.Output)):
		return withHint(usagef("--annex writes two files for each format"), "name a folder with -o out/")
	case o.single() && !o.insurer() && slices.ContainsFunc(formats, isData):
		return withHint(usagef("--for %s: there is a document and no data", o.For), "leave --format out, or choose pdf, docx, html, md or text")
	case o.single() && o.Benchmark:
		return usagef("--benchmark: the document for %s has no comparison", readerWords()[o.For])
	case data && o.Benchmark:
		return withHint(usagef("--benchmark: published figures stand in documents and not in %s", strings.Join(formats, " and ")), "add a document with --format pdf")
	case o.Logo != "" && !slices.ContainsFunc(formats, pictured):
		return withHint(usagef("--logo: %s shows no pictures", strings.Join(formats, " and ")), "add a format that does with --format pdf")
	}
	return nil
}

// readerWords are those who get one document, in a sentence.
func readerWords() map[string]string {
	return map[string]string{"insurer": "an insurer", "provider": "the IT provider", "public": "the public"}
}

// pictured reports whether a format shows a logo.
func pictured(format string) bool { return format == "html" || unreadable()[format] != "" }

// checkScreen refuses to fill a terminal with what it cannot show.
func (o *reportOptions) checkScreen() error {
	formats := o.formats()
	if len(o.pieces()) != 1 || len(o.Formats) != 1 || !o.env.toStdout(o.Output) || !o.env.OutTerminal || !pictured(formats[0]) && formats[0] != "xlsx" {
		return nil
	}
	what := cmp.Or(unreadable()[formats[0]], map[string]string{"html": "an HTML page", "xlsx": "an Excel workbook"}[formats[0]])
	return withHint(usagef("%s is not for the screen", what), "write it to a file with -o %s", o.what(piece{format: formats[0]})+extension(formats[0]))
}

// tlp completes a mark as people type it: "green" is "TLP:GREEN".
func tlp(word string) string {
	word = strings.ToUpper(strings.TrimSpace(word))
	if word == "" || strings.HasPrefix(word, "TLP:") {
		return word
	}
	return "TLP:" + word
}

func runReport(o *reportOptions) error {
	if o.dossier() {
		return runDossier(o)
	}
	now, earlier, err := loadOn(o.env, o.Period, allBefore, o.on)
	if err != nil {
		return err
	}
	o.env.sayBroken()
	if o.judged {
		if _, err := now.Library.Framework(o.Framework); err != nil {
			return usagef("%s", err)
		}
	}
	in := report.Input{Result: now, Earlier: earlier, Marking: o.Marking, Legal: o.Legal, Latin: o.Latin, Program: program()}
	in.Rules = o.env.rules(now.Assessment.Organization)
	if err := remember(o.env, &in, o.on); err != nil {
		return err
	}
	if err := o.furnish(&in); err != nil {
		return err
	}
	if err := o.write(in); err != nil {
		return err
	}
	o.after(now)
	return o.judge(now)
}

// after says what comes next, to whoever asked for the report and nothing else.
func (o *reportOptions) after(now *assess.Result) {
	if len(o.Formats) > 0 || o.For != "" || o.Kind != "" || o.Period != "" || o.Annex || o.on != (assess.Date{}) {
		return
	}
	switch {
	case now.Status == assess.Draft && now.All.Answered < now.All.Asked:
		o.env.hint(`%s is a draft; go on with "hygeia assess"`, now.Period)
	case now.Status == assess.Draft:
		o.env.hint(`%s is a draft; close it with "hygeia assess --finish"`, now.Period)
	case len(undecided(now, assess.Date{Year: 9999})) > 0:
		o.env.hint(`once the board has met, write down what it decided with "hygeia decide"`)
	default:
		o.env.hint(`"hygeia plan" says what to do next`)
	}
}

// remember adds what the ledger says: what became of everything that was asked and
// decided, and the words to find out by whether it or the quarter was changed.
func remember(env *Env, in *report.Input, on assess.Date) error {
	st, err := openStore(env)
	if err != nil {
		return err
	}
	return rememberIn(st, in, on)
}

func rememberIn(st *store.Store, in *report.Input, on assess.Date) (err error) {
	in.Decided = on
	if in.Series, err = st.Series(); err != nil {
		return err
	}
	if in.Result.Status == assess.Finished { // what was taken over later is no part of it
		in.Series = slices.DeleteFunc(in.Series, func(s *series.Series) bool { return s.Imported.After(in.Result.AsOf) })
	}
	if in.Matters, err = st.Matters(on, in.Result.Period); err != nil {
		return err
	}
	in.Words, err = st.WordsOf(in.Result.Period)
	return err
}

// furnish adds what only some reports have.
func (o *reportOptions) furnish(in *report.Input) error {
	if o.Benchmark {
		studies, err := frameworks.Benchmarks()
		if err != nil {
			return err
		}
		in.Benchmark = studies
	}
	if o.Logo == "" {
		return nil
	}
	data, err := readFile(o.Logo, maxLogo)
	if err != nil {
		return err
	}
	in.Logo, err = report.ReadLogo(o.Logo, data)
	return err
}

// maxLogo is how much of a logo file is read; [report.ReadLogo] refuses more.
const maxLogo = 1 << 20

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
		return fmt.Errorf("%s has no overall score: %s", f.Title, view.Overall.Undefined())
	}
	if view.Overall.Score.Cmp(big.NewRat(int64(o.FailUnder), 1)) < 0 {
		return belowf("%s scores %d overall, under %d", f.Title, assess.Percent(view.Overall.Score), o.FailUnder)
	}
	return nil
}
