package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/backup"
	"hygeia/assess/evidence"
	"hygeia/assess/exchange"
	"hygeia/assess/series"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks/strictyaml"
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
		Use:   "import PATH...",
		Short: "Take over sheets, scan files, copies, returned questions and backups",
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

// inFolder are the kinds of file that are taken out of a folder with others.
var inFolder = []exchange.Kind{exchange.Quarter, exchange.Ledger, exchange.Log, exchange.OSCAL}

// filesOf is the file itself, or what a folder holds of files to take over.
func (o *importOptions) filesOf(st *store.Store, path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil || !info.IsDir():
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var files, other []string
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(path, e.Name())
		head, err := headOf(name)
		switch {
		case err == nil && (slices.Contains(inFolder, exchange.Recognize(head)) || evidence.Recognize(head) || isReply(name, head) || isSheet(st, name, head)):
			files = append(files, name)
		default:
			other = append(other, e.Name())
		}
	}
	if len(files) == 0 {
		return nil, withHint(fmt.Errorf("%s: holds no copy of a quarter, no hand-out that came back, no sheet with ids and no file of a scan", path),
			"if CISA's report came as a PDF, open it in a desktop PDF reader and save the files behind the paper clips on its page \"Attachments\" into the folder; unpack a zip first")
	}
	if len(other) > 0 {
		o.env.say("%s: left out, for it is no copy of a quarter, no hand-out that came back, no sheet with ids and no file of a scan: %s", path, strings.Join(other, ", "))
	}
	return files, nil
}

// maxImport is how much is read of a file to take over: a backup may hold many
// years.
const maxImport = 256 << 20

func (o *importOptions) take(ctx context.Context, st *store.Store, path string) error {
	done := o.env.working("reading " + path)
	data, err := readFile(path, maxImport)
	done()
	if err != nil {
		return err
	}
	return o.takeData(ctx, st, path, data)
}

func (o *importOptions) takeData(ctx context.Context, st *store.Store, path string, data []byte) error {
	switch kind := exchange.Recognize(data); kind {
	case exchange.Quarter:
		return o.quarter(ctx, st, path, data)
	case exchange.Ledger:
		return o.ledger(st, path, data)
	case exchange.Log:
		return o.journal(st, path, data)
	case exchange.Answers:
		return o.answers(ctx, st, path, data)
	case exchange.Reply:
		return o.reply(ctx, st, path, data)
	case exchange.Backup:
		return o.backup(ctx, st, path, data)
	case exchange.OSCAL:
		return o.catalog(st, path, data)
	case exchange.Sheet:
		return o.sheet(ctx, st, path, data)
	case exchange.Sealed:
		passphrase, err := o.env.passphrase(ctx, o.Passphrase, oldPassphrase)
		if err != nil {
			return err
		}
		done := o.env.working("decrypting " + path)
		plain, err := backup.Open(data, passphrase)
		done()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return o.backup(ctx, st, path, plain)
	}
	if err := strictyaml.Foreign(path, data); err != nil {
		return withHint(err, "what can be taken over: %s", words.Or(append(exchange.Known(), "a file of a scan")))
	}
	return withHint(fmt.Errorf("%s: is not a file that can be taken over", path), "that would be %s", words.Or(append(exchange.Known(), "a file of a scan")))
}

// quarter takes over a copy of a quarter.
func (o *importOptions) quarter(ctx context.Context, st *store.Store, path string, data []byte) error {
	theirs, err := exchange.ReadQuarter(path, data)
	if err != nil {
		return err
	}
	saved, err := st.Load(theirs.Period)
	if errors.Is(err, fs.ErrNotExist) {
		return o.place(st, path, data, theirs)
	}
	if err != nil {
		return err
	}
	before, err := st.Pasts(theirs.Period)
	if err != nil {
		return err
	}
	m := exchange.Combine(saved.Library, before, saved.Assessment, theirs)
	if saved.Status == assess.Finished && m.Differs() {
		return withHint(fmt.Errorf("%s: %s is finished, and the copy says something else; nothing was taken over", path, theirs.Period),
			`if it is the latest, open it first with "hygeia assess --reopen"`)
	}
	if err := o.merge(ctx, st, saved, m, path); err != nil || o.DryRun {
		return err
	}
	moved, err := st.Retire(path)
	if moved != "" {
		o.env.say("the copy is in %s now", moved)
	}
	return err
}

// place puts a copy of a quarter that is not there into the folder.
func (o *importOptions) place(st *store.Store, path string, data []byte, a *assess.Assessment) error {
	what := fmt.Sprintf("%s (%s) with %s", a.Period, a.Status, words.Count(len(a.Answers), "answer", "answers"))
	if o.DryRun {
		o.env.say("%s: would add %s", path, what)
		return nil
	}
	if _, err := st.Place(path, data); err != nil {
		return err
	}
	o.env.say("%s: added %s; saved in %s", path, what, st.Dir())
	moved, err := st.Retire(path)
	if moved != "" {
		o.env.say("the copy is in %s now", moved)
	}
	return err
}

// answers takes over an answers file, into the open quarter.
func (o *importOptions) answers(ctx context.Context, st *store.Store, path string, data []byte) error {
	saved, err := latest(st)
	if err != nil {
		return err
	}
	if saved.Status == assess.Finished {
		return withHint(fmt.Errorf("%s is finished, so no answers are taken over into it", saved.Period),
			`begin the next quarter with "hygeia assess --answers %s"`, path)
	}
	on := assess.DateOf(o.env.Now())
	given, err := assess.ReadAnswers(path, data, saved.Library, saved.Assessment, on)
	if err != nil {
		return err
	}
	o.env.sayHidden(path, data)
	m, err := exchange.CombineAnswers(saved.Library, saved.Assessment, given, o.By, on)
	if err != nil {
		return err
	}
	return o.merge(ctx, st, saved, m, path)
}

// merge settles what both sides changed, saves, and says what became of it.
func (o *importOptions) merge(ctx context.Context, st *store.Store, saved *store.Saved, m *exchange.Merge, path string) error {
	if err := o.settle(ctx, m, path); err != nil {
		return err
	}
	if o.DryRun {
		o.env.say("%s: nothing is changed by --dry-run; it would come to this", path)
	} else if m.Changed() {
		if err := m.Apply(); err != nil {
			return err
		}
		saved.Touch(o.env.Now())
		if err := st.Save(saved); err != nil {
			return err
		}
	}
	for _, line := range m.Tell() {
		o.env.tell("%s", line)
	}
	set, away, kept := m.Count()
	o.env.say("%s: %s, %d taken away, %d kept as here, %d open questions", path,
		words.Count(set, "thing set", "things set"), away, kept, len(m.Questions()))
	switch {
	case o.DryRun:
	case !m.Changed():
		o.env.say("nothing was changed in %s", st.Dir())
	default:
		o.env.say("saved in %s", st.Dir())
		o.env.hint("take it back with %s", o.env.named("undo"))
	}
	return nil
}

// settle decides what both sides changed: by --prefer, or by asking.
func (o *importOptions) settle(ctx context.Context, m *exchange.Merge, path string) error {
	questions := m.Questions()
	if len(questions) == 0 {
		return nil
	}
	for _, c := range questions {
		switch {
		case o.Prefer == preferTheirs:
			c.Verdict = exchange.Take
		case o.Prefer == preferOurs:
			c.Verdict = exchange.Keep
		case o.DryRun:
			o.env.tell("%s: here %s, in the file %s: a question", c.Name(), sideOf(c, 0), sideOf(c, 1))
		case o.env.InTerminal && o.env.Screen != nil:
			if err := o.ask(ctx, c); err != nil {
				return err
			}
		default:
			o.env.tell("%s: here %s, in the file %s", c.Name(), sideOf(c, 0), sideOf(c, 1))
		}
	}
	if left := len(m.Questions()); left > 0 && !o.DryRun {
		return withHint(fmt.Errorf("%s: %s both here and there; nothing was taken over", path, words.Count(left, "thing was changed", "things were changed")),
			"say which side holds with --prefer ours or --prefer theirs, or run it at a terminal to be asked")
	}
	return nil
}

func (o *importOptions) ask(ctx context.Context, c *exchange.Change) error {
	term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
	o.env.tell("%s: here %s, in the file %s", c.Name(), sideOf(c, 0), sideOf(c, 1))
	chosen, answered := form.Either(ctx, term, "Which holds?", preferOurs, preferTheirs)
	if !answered {
		return interruptedf("interrupted; nothing was taken over")
	}
	c.Verdict = exchange.Keep
	if chosen == preferTheirs {
		c.Verdict = exchange.Take
	}
	return nil
}

// sideOf tells what one side says, here (0) or in the file (1): what, who and when.
func sideOf(c *exchange.Change, side int) string {
	said := c.Ours
	if side == 1 {
		said = c.Theirs
	}
	if about := words.Join(", ", c.By[side], c.On[side].String()); about != "" {
		said += " (" + about + ")"
	}
	return said
}
