package cmd

import (
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/ledger"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type verifyOptions struct {
	env *Env

	Against string // the eight words of a printed report

	spoken  ledger.Spoken
	printed bool // Against was given
}

func newVerifyCommand(env *Env, run func(*verifyOptions) error) *cobra.Command {
	opts := &verifyOptions{env: env}
	c := &cobra.Command{
		Use: "verify",
		Long: long(`Every finished quarter remembers a digest (a fingerprint) of the finished one before
it, and of what stood in the ledger of decisions. This recomputes all of them from the
files in the folder, and names the quarter that was changed and, where the next one
still knows better, the answers. An open draft remembers the quarter it was begun from
in the same way. Decisions written into the ledger later change nothing of that. It also
says whether the scans that a quarter was scored with are still in the folder, and say
the same; the quarter keeps their figures either way.

Whoever can write the folder can rewrite all of it; only what is kept elsewhere, on
paper or in a backup, shows that. The eight words it prints stand on the board report
too: --against takes them from the paper, and says whether the quarter or the ledger is
not what was printed then.

A digest is taken of the text with plain line ends, so a program that only changes
line ends changes nothing.`),
		Example: `  hygeia verify
  hygeia verify --against "lusab babad tutih bukad hular pinot zavid mohuk"`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			opts.printed = c.Flags().Changed("against")
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	c.Flags().StringVar(&opts.Against, "against", "", "the eight `words` of a printed report")
	return c
}

func (o *verifyOptions) check() error {
	if !o.printed {
		return nil
	}
	var fine bool
	if o.spoken, fine = ledger.ReadWords(o.Against); !fine {
		return withHint(usagef("--against %q: must be the eight words of a report, of five letters each", o.Against),
			"look at the end of the printed report, and type all eight between quotes")
	}
	return nil
}

func runVerify(o *verifyOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	links, err := st.Verify()
	if err != nil {
		return err
	}
	if o.printed {
		return o.compare(st, links)
	}
	if err := sayStrays(o.env, st); err != nil {
		return err
	}
	if len(links) == 0 {
		return errNothingSaved(st)
	}
	w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PERIOD\tCHAIN\tLEDGER\tDIGEST")
	for _, l := range links {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.Period, linkWord(l), ledgerWord(l), strings.TrimPrefix(l.Digest, "sha256:"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	o.problems(links)
	if err := o.words(st, links[len(links)-1]); err != nil {
		return err
	}
	switch err := store.Intact(links); {
	case errors.Is(err, store.ErrLedgerBroken):
		return withHint(err, "put ledger.yaml back from a backup; a decision is taken back with \"hygeia decide\"")
	case errors.Is(err, store.ErrScansChanged):
		return withHint(err, "put that file back from a backup, or delete it; the quarter keeps its figures")
	case errors.Is(err, store.ErrParentChanged):
		return withHint(err, "ask who keeps that folder; what it says now comes with the next quarter")
	case err != nil:
		return withHint(err, "put the file back from a backup; a mistake in an older quarter is corrected in the current one")
	}
	if _, err := st.Journal(); err != nil {
		return withHint(err, "put log.yaml back from a backup; nothing in it counts in a score")
	}
	return nil
}

// problems tells what was changed. What is wrong with the whole ledger is told once.
func (o *verifyOptions) problems(links []store.Link) {
	told := map[string]bool{}
	for _, l := range links {
		for _, p := range l.Problems {
			fmt.Fprintln(o.env.Out)
			o.env.tell("%s: %s", l.Period, p)
		}
		if l.LedgerWrong != "" && !told[l.LedgerWrong] {
			told[l.LedgerWrong] = true
			fmt.Fprintln(o.env.Out)
			o.env.tell("%s: %s", l.Period, l.LedgerWrong)
		}
		if l.Inherited != "" {
			fmt.Fprintln(o.env.Out)
			o.env.tell("%s: %s", l.Period, l.Inherited)
		}
	}
	o.scans(links)
}

// scans tells what became of the scans that quarters were scored with.
func (o *verifyOptions) scans(links []store.Link) {
	for _, l := range links {
		for _, name := range l.ScansWrong {
			fmt.Fprintln(o.env.Out)
			o.env.tell("%s: %s says something else than when the quarter was finished; the quarter keeps the figures it was scored with", l.Period, name)
		}
		for _, name := range l.ScansGone {
			o.env.say("%s: %s is no longer there; the quarter keeps its figures, so its score stays the same", l.Period, name)
		}
	}
}

// words prints the eight words of the newest quarter, if it and the ledger can be
// read.
func (o *verifyOptions) words(st *store.Store, l store.Link) error {
	book, err := st.Book()
	if err != nil || l.Digest == "" {
		return nil // it is said already
	}
	digest, err := book.Digest(book.Len())
	if err != nil {
		return err
	}
	fmt.Fprintln(o.env.Out)
	o.env.tell("Words of %s, with %s of the ledger: %s", l.Period, words.Count(book.Len(), "event", "events"), ledger.Words(l.Digest, digest))
	return nil
}

// compare holds the eight words of a printed report against the folder.
func (o *verifyOptions) compare(st *store.Store, links []store.Link) error {
	if len(links) == 0 {
		return errNothingSaved(st)
	}
	book, err := st.Book()
	if err != nil {
		return err
	}
	var quarter assess.Quarter
	for _, l := range links {
		if l.Digest != "" && o.spoken.Quarter(l.Digest) {
			quarter = l.Period
		}
	}
	n, ledgerSame := o.spoken.Events(book.Ledger)
	if quarter.IsZero() {
		o.env.tell("Quarter: differs. None of the %s in %s is what these words were printed for.", words.Count(len(links), "quarter", "quarters"), st.Dir())
	} else {
		o.env.tell("Quarter: %s is as it was printed.", quarter)
	}
	switch {
	case !ledgerSame:
		o.env.tell("Ledger: differs. What stood in it when the report was printed was changed or taken out.")
	case n < book.Len():
		o.env.tell("Ledger: its first %s as printed; %d came later.", words.Count(n, "event is", "events are"), book.Len()-n)
	default:
		o.env.tell("Ledger: it is as it was printed, with %s.", words.Count(n, "event", "events"))
	}
	if quarter.IsZero() || !ledgerSame {
		return withHint(errors.New("the folder is not as it was printed"), "a draft changes until it is finished; check that the words are those of this report")
	}
	return nil
}

// linkWord is what the table says of a quarter.
func linkWord(l store.Link) string {
	switch {
	case len(l.Problems) > 0:
		return "not as it was"
	case !l.Finished:
		return "draft"
	case l.Vouched:
		return "as it was finished"
	}
	return "newest, nothing after it yet"
}

// ledgerWord is what the table says of the ledger as a quarter knows it.
func ledgerWord(l store.Link) string {
	switch {
	case l.Ledger == assess.Mark{}:
		return "-"
	case l.LedgerWrong != "":
		return "not as it was"
	}
	return "as it was, " + words.Count(l.Ledger.Events, "event", "events")
}

// sayBroken says in one line that the saved quarters are not as they were
// finished, wherever they are used.
func (env *Env) sayBroken() {
	st, err := openStore(env)
	if err != nil {
		return
	}
	if unbroken, err := st.Unbroken(); err == nil && !unbroken {
		env.say("the saved quarters are not as they were finished; %s says what was changed", env.named("verify"))
	}
}
