package cmd

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/report"
)

type handoverOptions struct {
	env *Env

	Format string
	Output string
}

func newHandoverCommand(env *Env, run func(*handoverOptions) error) *cobra.Command {
	opts := &handoverOptions{env: env}
	c := &cobra.Command{
		Use: "handover",
		Long: long(`Prints one page for whoever takes over this work, or stands in for a while: where the
folder is, what is open, what was decided and by when, whom to ask, and which commands
come next. It names people and the folder, and is for the house only.`),
		Example: `  hygeia handover
  hygeia handover -o handover.docx`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	wordFlag(c, &opts.Format, "format", "", "write it as `what`: "+strings.Join(report.FormatNames(), ", ")+" (default: as -o ends, or text)")
	c.Flags().StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	return c
}

func (o *handoverOptions) check() error {
	if o.Format == "" {
		o.Format = "text"
		if ending := strings.TrimPrefix(filepath.Ext(o.Output), "."); slices.Contains(report.FormatNames(), ending) {
			o.Format = ending
		}
	}
	if !slices.Contains(report.FormatNames(), o.Format) {
		return unknown("format", o.Format, report.FormatNames())
	}
	return notForScreen(o.env, o.Format, o.Output, "handover")
}

func runHandover(o *handoverOptions) error {
	env := o.env
	st, err := openStore(env)
	if err != nil {
		return err
	}
	entries, err := readable(env, st)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return errNothingSaved(st)
	}
	env.sayBroken()
	saved := entries[len(entries)-1].Saved
	r, err := env.evaluate(st, saved)
	if err != nil {
		return err
	}
	today := assess.DateOf(env.Now())
	h := report.Handover{Result: r, Folder: absolute(st.Dir()), Today: today, Due: slices.Concat(o.env.dueDecisions(r, today), due(r, today)), Commands: o.commands(r), Program: program()}
	if r.Status == assess.Draft {
		out, err := handoutsOut(st, r.Period, today)
		if err != nil {
			env.say("%v", err)
		}
		h.Due = append(h.Due, out...)
	}
	for _, e := range entries {
		h.Quarters = append(h.Quarters, fmt.Sprintf("%s, %s: %s", e.Period, e.Status, absolute(st.Path(e.Period))))
	}
	numbers, err := st.Contacts()
	if err != nil {
		env.say("%v", err)
	}
	h.Contacts = numbers.Contacts
	if h.Copy, err = lastCopy(st); err != nil {
		env.say("%v", err)
	}
	return writeDocument(env, report.HandoverPage(h), o.Format, o.Output, usualName(r, "handover"))
}

func absolute(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		return abs
	}
	return dir
}

// lastCopy says when the last copy of the folder was made and where it went; ""
// if there is none.
func lastCopy(st *store.Store) (string, error) {
	journal, err := st.Journal()
	if err != nil {
		return "", err
	}
	last, ok := journal.Last(log.Backup)
	switch {
	case !ok:
		return "", nil
	case last.What == "":
		return last.Day.String(), nil
	}
	return last.Day.String() + " in " + last.What, nil
}

// commands are those that come next, in their order.
func (o *handoverOptions) commands(r *assess.Result) []report.Command {
	anywhere := *o.env // whoever reads the page need not stand where it was made
	if anywhere.Dir != anywhere.usual {
		anywhere.Dir = absolute(anywhere.Dir)
	}
	command := anywhere.command
	list := []report.Command{{Line: command(), For: "what is here and what is due"}}
	if r.Status == assess.Draft {
		list = append(list, report.Command{Line: command("assess"), For: "go on with " + r.Period.String()},
			report.Command{Line: command("assess", "--finish"), For: "close it when everything is answered"})
	} else {
		list = append(list, report.Command{Line: command("assess"), For: "begin the next quarter from these answers"})
	}
	return append(list,
		report.Command{Line: command("report"), For: "the board report and the full report"},
		report.Command{Line: command("decide"), For: "write down what is done about a gap"},
		report.Command{Line: command("export", "backup", "-o", "FILE"), For: "copy the folder to another place"},
	)
}
