package cmd

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

type listOptions struct{ env *Env }

func newListCommand(env *Env, run func(*listOptions) error) *cobra.Command {
	opts := &listOptions{env: env}
	return &cobra.Command{
		Use: "list",
		Long: long(`Lists the saved quarters, oldest first, with what was answered and how many of the
Essential goals were met. The score stands beside the one that counts only answers
with proof; PROOF ENDS says how many answers have such proof, and the last day of the
first of it that runs out. A quarter that cannot be read is named with its mistake. A
star behind ANSWERED means that a parent answered some of them; below the table stands
who did, and in which quarter. There, too, stand the hand-outs of the latest quarter:
what is out, what came back, what is overdue, and the sheets of others that were taken
over.`),
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return run(opts) },
	}
}

func runList(o *listOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	periods, err := st.Periods()
	if err != nil {
		return err
	}
	if err := sayStrays(o.env, st); err != nil {
		return err
	}
	if len(periods) == 0 {
		return errNothingSaved(st)
	}
	defer atLeisure()()
	w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PERIOD\tSTATUS\tAS OF\tANSWERED\tESSENTIAL GOALS\tSCORE\tWITH PROOF\tPROOF ENDS")
	damaged, inherits := 0, []string(nil)
	for few := range slices.Chunk(periods, 4) { // a line is all that stays of each
		entries, err := st.LoadAll(few)
		if err != nil {
			return err
		}
		d, in := o.rows(w, entries)
		damaged, inherits = damaged+d, append(inherits, in...)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, line := range inherits {
		fmt.Fprintln(o.env.Out, strings.Join(words.Wrap(line, listWidth, 2), "\n"))
	}
	if err := listHandouts(o.env, st, periods[len(periods)-1]); err != nil {
		return err
	}
	if err := listSeries(o.env, st); err != nil {
		return err
	}
	if damaged > 0 {
		return fmt.Errorf("%s cannot be read", words.Count(damaged, "saved quarter", "saved quarters"))
	}
	return nil
}

// listWidth is how wide the table gets where nothing is inherited; the lines below it
// keep within that.
const listWidth = 97

// rows prints a line for each quarter and returns how many cannot be read, and what
// quarters inherit, a line each.
func (o *listOptions) rows(w io.Writer, entries []store.Entry) (damaged int, inherits []string) {
	for i, r := range evaluateAll(entries, asSaved) {
		e := entries[i]
		if e.Err != nil {
			damaged++
			fmt.Fprintf(w, "%s\tcannot be read\t\t\t\t\t\t\n", e.Period)
			o.env.say("%v", e.Err)
			continue
		}
		n, of := r.All.Said()
		answered := fmt.Sprintf("%d of %d", n, of)
		if n := inherited(r); n > 0 {
			answered += "*"
			inherits = append(inherits, fmt.Sprintf("* %s: %s inherited from %s", e.Period, words.Count(n, "answer", "answers"), r.Assessment.Inherits))
		}
		figures := r.All.Figures()
		score, proven := cmp.Or(figures.Score, "-"), cmp.Or(figures.Proven, "-")
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", e.Period, r.Status, r.AsOf, answered, r.Goals, score, proven, proofEnds(r))
	}
	return damaged, inherits
}

// inherited counts the questions asked whose answers are a parent's.
func inherited(r *assess.Result) int {
	n := 0
	for _, it := range r.Items {
		if it.From != "" {
			n++
		}
	}
	return n
}

// proofEnds says how many answers have proof that counts on the quarter's day, and
// when the first of them loses it.
func proofEnds(r *assess.Result) string {
	n := 0
	var first assess.Date
	for _, it := range r.Items {
		if it.Points == 0 || it.Proven < it.Points {
			continue
		}
		n++
		if end := it.ProofEnds(); first.IsZero() || first.After(end) {
			first = end
		}
	}
	if n == 0 {
		return "-"
	}
	return fmt.Sprintf("%d, first %s", n, first)
}

// listSeries lists the sheets of others that were taken over.
func listSeries(env *Env, st *store.Store) error {
	all, err := st.Series()
	if err != nil || len(all) == 0 {
		return err
	}
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nSHEET OF OTHERS\tFRAMEWORK\tSCALE\tROWS\tTAKEN OVER")
	for _, s := range all {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\n", s.Name, s.Framework, s.Scale, len(s.Rows), s.Imported)
	}
	return w.Flush()
}
