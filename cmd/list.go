package cmd

import (
	"fmt"
	"io"
	"slices"
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
		Use:   "list",
		Short: "List the saved quarters",
		Long: long(`Lists the saved quarters, oldest first, with what was answered and how many of the
Essential goals were met. A quarter that cannot be read is named with its mistake.`),
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
	w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PERIOD\tSTATUS\tAS OF\tANSWERED\tESSENTIAL GOALS")
	damaged := 0
	for few := range slices.Chunk(periods, 4) { // a line is all that stays of each
		entries, err := st.LoadAll(few)
		if err != nil {
			return err
		}
		damaged += o.rows(w, entries)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if damaged > 0 {
		return fmt.Errorf("%s cannot be read", words.Count(damaged, "saved quarter", "saved quarters"))
	}
	return nil
}

// rows prints a line for each quarter and returns how many cannot be read.
func (o *listOptions) rows(w io.Writer, entries []store.Entry) (damaged int) {
	for i, r := range evaluateAll(entries, asSaved) {
		e := entries[i]
		if e.Err != nil {
			damaged++
			fmt.Fprintf(w, "%s\tcannot be read\t\t\t\n", e.Period)
			o.env.say("%v", e.Err)
			continue
		}
		answered := fmt.Sprintf("%d of %d", r.All.Answered, r.All.Asked)
		if n := inherited(r); n > 0 {
			answered += fmt.Sprintf(", %d inherited from %s", n, r.Assessment.Inherits)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", e.Period, r.Status, r.AsOf, answered, r.Goals)
	}
	return damaged
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
