package cmd

import (
	"bytes"
	"slices"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/report"
)

type profileOptions struct {
	env *Env

	Period string
	Format string
	Output string
}

// profileFormats are the forms of a profile.
var profileFormats = []string{"xlsx", "csv"}

func newProfileCommand(env *Env, run func(*profileOptions) error) *cobra.Command {
	opts := &profileOptions{env: env}
	c := &cobra.Command{
		Use:   "profile",
		Short: "Write NIST's Organizational Profile of CSF 2.0",
		Long: long(`Writes a quarter in the columns of NIST's Organizational Profile template for CSF 2.0,
one row for each function, category and outcome: where you stand, where you want to be,
what is still to be done and who would lead it. Columns that a questionnaire cannot fill
are left for you, and the second sheet says what stands in each. "hygeia import FILE"
reads it back as a sheet, filled in further or not.

It holds no notes. It does hold your answers, so keep it where you keep the report.`),
		Example: `  hygeia export profile -o profile.xlsx
  hygeia export profile --period 2026-Q2 --format csv -o profile.csv`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains(profileFormats, opts.Format) {
				return unknown("format", opts.Format, profileFormats)
			}
			if err := notForScreen(opts.env, opts.Format, opts.Output, "profile"); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.Period, "period", "", "the saved `quarter`, otherwise the latest")
	wordFlag(c, &opts.Format, "format", "xlsx", "the `form`: xlsx or csv")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	return c
}

func runProfile(o *profileOptions) error {
	now, earlier, err := load(o.env, o.Period, onlyBefore)
	if err != nil {
		return err
	}
	in := report.Input{Result: now, Earlier: earlier, Program: program()}
	if err := remember(o.env, &in, assess.Date{}); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := report.WriteProfile(&b, in, o.Format); err != nil {
		return err
	}
	return writeBytes(o.env, b.Bytes(), o.Output, usualName(now, "profile")+"."+o.Format)
}
