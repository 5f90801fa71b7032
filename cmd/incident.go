package cmd

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/report"
)

type incidentOptions struct {
	env *Env

	Format   string
	Output   string
	Paper    string
	Template bool
}

var incidentFormats = []string{"text", "md", "html", "pdf", "docx"}

func newIncidentCommand(env *Env, run func(*incidentOptions) error) *cobra.Command {
	opts := &incidentOptions{env: env}
	c := &cobra.Command{
		Use:   "incident",
		Short: "Something bad has happened: what to do, whom to call",
		Long: long(`Prints one page for a bad day: your own numbers, what to do in the first ten
minutes and what not to do, whom to call in which order, what to write down, and
the clocks that may start. It needs no saved quarter and no network. As a PDF it is
one page to pin to the wall; print it before you need it.

Your own numbers stand in own/contacts.yaml in the folder. --template prints that
file to fill in; without it the page has lines to write the numbers by hand.`),
		Example: `  hygeia incident
  hygeia incident -o incident.pdf
  hygeia incident --format pdf --paper a4 -o wall.pdf
  hygeia incident --template -o own/contacts.yaml`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Format, "format", "", "`text`, md, html or pdf (default: as the file of -o ends, else text)")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	wordFlag(c, &opts.Paper, "paper", "letter", "`letter` or a4")
	f.BoolVar(&opts.Template, "template", false, "print an empty list of your own numbers to fill in")
	return c
}

// check fills in the format and looks at everything before anything is done.
func (o *incidentOptions) check() error {
	if o.Template && o.Format != "" {
		return usagef("--template prints a file to fill in and has no other format")
	}
	if o.Format == "" {
		o.Format = "text"
		if ending := strings.TrimPrefix(filepath.Ext(o.Output), "."); slices.Contains(incidentFormats, ending) {
			o.Format = ending
		}
	}
	if !slices.Contains(incidentFormats, o.Format) {
		return unknown("format", o.Format, incidentFormats)
	}
	if !slices.Contains(papers, o.Paper) {
		return unknown("paper", o.Paper, papers)
	}
	return notForScreen(o.env, o.Format, o.Output, "incident")
}

// runIncident uses the shipped page and never the folder's own content, so that
// no mistake in there can keep the page away.
func runIncident(o *incidentOptions) error {
	incident, err := frameworks.ShippedIncident()
	if err != nil {
		return err
	}
	if o.Template {
		data, err := incident.ContactsTemplate()
		if err != nil {
			return err
		}
		return writeTemplate(o.env, data, o.Output, numbersFile)
	}
	e := report.Emergency{Page: incident, Program: program()}
	o.env.addOwn(&e)
	var page bytes.Buffer
	err = report.Write(&page, o.Format, report.Incident(e), report.Options{
		Width: o.env.Width,
		Color: o.env.Color && o.env.toStdout(o.Output),
		Paper: o.Paper,
	})
	if err != nil {
		return err
	}
	return writeBytes(o.env, page.Bytes(), o.Output, "incident"+extension(o.Format))
}

// addOwn adds what the folder knows: the organization's numbers and its name.
// Whatever cannot be read is said and left out.
func (env *Env) addOwn(e *report.Emergency) {
	if env.Dir == "" {
		return
	}
	st := store.Open(env.Dir)
	var err error
	if e.Contacts, err = st.Contacts(); err != nil {
		env.say("%v", err)
		e.Missing = "Some numbers are missing: own/contacts.yaml could not be read in full."
	} else if len(e.Contacts) == 0 {
		env.hint(`none of your own numbers are recorded; "hygeia incident --template" prints a list to fill in`)
	}
	latest, err := st.Glance()
	switch {
	case err == nil:
		e.Organization = latest.Organization.Name
	case !errors.Is(err, fs.ErrNotExist):
		env.say("the name of the organization is left out, the rest is whole:")
		env.say("%v", err)
	}
}

// numbersFile is the one file of the folder "own" that is no content.
const numbersFile = "contacts.yaml"

// checkNumbers checks a file of own numbers, and nothing else.
func checkNumbers(path string, data []byte) error {
	_, err := frameworks.ReadContacts(path, data)
	return err
}
