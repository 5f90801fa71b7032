package cmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type importOptions struct {
	env *Env

	Paths      []string
	Prefer     string
	By         string
	Passphrase string
	DryRun     bool
	Yes        bool
	KeepHosts  bool
	Date       string
	From       string
	As         string
	SameDay    string
	Name       string
	Sheet      series.Choices

	date assess.Date
	from assess.Vantage
}

// What --prefer chooses between.
const (
	preferOurs   = "ours"
	preferTheirs = "theirs"
)

func newImportCommand(env *Env, run func(context.Context, *importOptions) error) *cobra.Command {
	opts := &importOptions{env: env}
	c := &cobra.Command{
		Use: "import PATH...",
		Long: long(`Reads the files of scans, or a folder of them: the CSV files attached to CISA's weekly
report and its alerts, the list of attacked flaws (KEV), and what Nessus, Greenbone,
nmap, ScubaGear and others write. It keeps figures of each and never changes an answer;
"hygeia evidence" shows what they say about yours. Names and addresses of systems are
kept only with --keep-hosts. --dry-run says all that would be kept. Where a file fits two
families, or one of the same kind and day is kept already, it asks; --as and --same-day
say it without a terminal. A report that came
as a PDF holds the files behind the paper clips on its page "Attachments"; one that came
as a zip is unpacked first.

Reads the sheets that people have: an Excel workbook or a CSV file with an id of NIST CSF
(2.0 and 1.1), HIPAA, HICP (2023 and 2018), the HHS goals or CISA's goals on each row. It
shows what it understood, asks where two readings are possible, above all for a scale that
the file does not name, and keeps what the sheet says in "series", with all that could not
be placed listed. It changes no answer and no target.

Takes over what others filled in, answer by answer: hand-outs that came back (what the
web page saved, the same pasted into a text file, the workbook, or one of these saved
again by another program), copies of a quarter that a sync program left
("2026-Q3-FRONTDESK-PC.yaml"), what a sitting saved beside a quarter that it could not
write, answers files, and backups. What a file is shows from what it says, not from its
name. A file that cannot be taken over is named, and the others are taken all the same.
A copy of the ledger or the log adds the events that are missing here, behind those
that are here.

Only what both sides changed is a question: at a terminal it is asked, otherwise
--prefer says which side holds. It ends with what was set, kept and taken away, and
"hygeia undo" takes it back. A copy that lies among the quarters is moved into the
folder "history" afterward. A backup restores an empty folder, or adds what is missing.

A catalog in OSCAL, the form NIST publishes its own in, becomes a framework of your own
in the folder "own": its ids and texts, and one question a requirement where none of
hygeia's speaks for the same id. Withdrawn ids are left out.`),
		Example: `  hygeia import --dry-run weekly-report
  hygeia import weekly-report kev.json
  hygeia import nmap.xml --from internet
  hygeia import --dry-run consultant-2025.csv
  hygeia import consultant-2025.csv --scale 1-4
  hygeia import --dry-run "2026-Q3 (1).yaml"
  hygeia import 2026-Q3-FRONTDESK-PC.yaml
  hygeia import answers.yaml --by "J. Rivera" --prefer theirs
  hygeia import catalog.json --name our-rules
  hygeia import returned
  hygeia import hygeia-backup.zip --dir restored`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			opts.Paths, opts.By = args, words.Line(opts.By)
			switch {
			case len(args) == 0:
				return withHint(usagef("say which file to take over"), "see %q", "hygeia import --help")
			case opts.SameDay != "" && opts.SameDay != sameDayReplace && opts.SameDay != sameDayBoth:
				return unknown("way with a scan of the same day", opts.SameDay, []string{sameDayReplace, sameDayBoth})
			case opts.Prefer != "" && opts.Prefer != preferOurs && opts.Prefer != preferTheirs:
				return unknown("side", opts.Prefer, []string{preferOurs, preferTheirs})
			}
			if err := opts.parse(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Prefer, "prefer", "", "which `side` holds where both changed the same: ours or theirs")
	f.BoolVar(&opts.DryRun, "dry-run", false, "say what would be taken over, and change nothing")
	f.StringVar(&opts.By, "by", "", "`who` filled in an answers file")
	f.StringVar(&opts.Date, "date", "", "the `day` of a scan whose file does not say it")
	wordFlag(c, &opts.From, "from", "", "`where` a scan looked from: internet or inside")
	f.StringVar(&opts.Name, "name", "", "what to `call` the framework a catalog becomes, or what a sheet says")
	wordFlag(c, &opts.As, "as", "", "the `family` of a scan file that fits several, such as nessus")
	wordFlag(c, &opts.SameDay, "same-day", "", "what becomes of a scan of the same kind and day that is kept already: `replace` or both")
	f.BoolVar(&opts.KeepHosts, "keep-hosts", false, "keep names and addresses of systems too")
	f.BoolVar(&opts.Yes, "yes", false, "the files are about this organization, whatever name they give")
	opts.sheetFlags(c)
	f.StringVar(&opts.Passphrase, "passphrase-file", "", "read the passphrase of a backup from this `file`")
	return c
}

// parse reads what the flags say about scans.
func (o *importOptions) parse() error {
	err := o.checkSheet()
	if err != nil {
		return err
	}
	if o.Date != "" {
		if o.date, err = assess.DayPast(o.Date, o.today()); err != nil {
			return usagef("--date: %s", err)
		}
		if o.date.After(o.today()) {
			return usagef("--date: %s lies ahead of today, %s", o.date, o.today())
		}
	}
	if o.From != "" {
		if o.from, err = assess.ParseVantage(o.From); err != nil {
			return usagef("--from: %s", err)
		}
	}
	return nil
}

func (o *importOptions) today() assess.Date { return assess.DateOf(o.env.Now()) }

func runImport(ctx context.Context, o *importOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	var files, scans []string
	for _, path := range o.Paths {
		inside, err := o.filesOf(st, path)
		if err != nil {
			return err
		}
		for _, name := range inside {
			if head, err := headOf(name); err == nil && isScan(head) {
				scans = append(scans, name)
			} else {
				files = append(files, name)
			}
		}
	}
	if !o.DryRun {
		unlock, err := o.env.lock(ctx, st, store.PastImport)
		if err != nil {
			return err
		}
		defer unlock()
	}
	var failed []error
	for _, path := range files {
		err := o.take(ctx, st, path)
		if statusOf(err) == statusInterrupted || len(o.Paths) == 1 && len(files) == 1 && err != nil {
			return err
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	if err := o.scans(ctx, st, scans); err != nil {
		return joinFailed(append(failed, err))
	}
	return joinFailed(failed)
}

// joinFailed makes one error of those of several files; each keeps its hint.
func joinFailed(errs []error) error {
	for i, err := range errs {
		var e *statusError
		if errors.As(err, &e) && e.hint != "" && len(errs) > 1 {
			errs[i] = fmt.Errorf("%w (%s)", err, e.hint)
		}
	}
	if len(errs) == 1 {
		return errs[0]
	}
	return errors.Join(errs...)
}
