package cmd

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/report"
	"hygeia/report/incident"
)

type incidentOptions struct {
	env *Env

	Format   string
	Output   string
	Paper    string
	State    string
	Country  string
	Template bool
	Numbers  bool
}

var incidentFormats = []string{"text", "md", "html", "pdf", "docx"}

func newIncidentCommand(env *Env, run func(context.Context, *incidentOptions) error) *cobra.Command {
	opts := &incidentOptions{env: env}
	c := &cobra.Command{
		Use: "incident",
		Long: long(`Prints one page for a bad day: your own numbers, what to do in the first hour and
what not to do, whom to call in which order, room to write down times and the
incident number, and the clocks that may start: the federal ones and those of your
state, or those of your country. It needs no saved quarter and no network. As a PDF
it is one page to pin to the wall; print it before you need it.

--numbers asks for your state and your own numbers and keeps them in
own/contacts.yaml in the folder; --template prints that file to fill in. Without it
the page has room to write the numbers by hand.`),
		Example: `  hygeia incident
  hygeia incident --state TX -o incident.pdf
  hygeia incident --country de --format pdf --paper a4 -o wall.pdf
  hygeia incident --numbers
  hygeia incident --template -o own/contacts.yaml`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := opts.check(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.Format, "format", "", "`text`, md, html, pdf or docx (default: as the file of -o ends, else text)")
	f.StringVarP(&opts.Output, "output", "o", "", "write to this `file` or folder; - is standard output")
	wordFlag(c, &opts.Paper, "paper", "letter", "`letter` or a4")
	f.StringVar(&opts.State, "state", "", "the `state` you are in, such as TX (default: as --numbers kept it, else as in the latest quarter)")
	f.StringVar(&opts.Country, "country", "", "the `country` you are in, such as us or de (default: as --numbers kept it, else as in the latest quarter)")
	f.BoolVar(&opts.Template, "template", false, "print an empty list of your own numbers to fill in")
	f.BoolVar(&opts.Numbers, "numbers", false, "ask for your own numbers and keep them")
	return c
}

// check fills in the format and looks at everything before anything is done.
func (o *incidentOptions) check() error {
	switch {
	case o.Template && o.Format != "":
		return usagef("--template prints a file to fill in and has no other format")
	case o.Numbers && (o.Template || o.Format != "" || o.Output != ""):
		return usagef("--numbers asks and keeps; print the page afterward, without it")
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
func runIncident(ctx context.Context, o *incidentOptions) error {
	written, clocks, err := frameworks.ShippedIncident()
	if err != nil {
		return err
	}
	told, err := o.told(clocks)
	if err != nil {
		return err
	}
	if o.Numbers {
		return o.askNumbers(ctx, written, clocks, told)
	}
	e := incident.Emergency{Page: written, Program: program()}
	numbers, recorded := o.env.addOwn(&e)
	e.Locale = o.env.locale(clocks, told, numbers, recorded)
	if o.Template {
		data, err := written.At(e.Locale).ContactsTemplate()
		if err != nil {
			return err
		}
		return writeTemplate(o.env, data, o.Output, numbersFile, (*store.Store).WriteNewOwn)
	}
	if e.Locale.Home() && e.Locale.Name == "" {
		o.env.hint("--state adds the clocks of your state, such as --state TX; %s keeps it", o.env.named("incident", "--numbers"))
	}
	var page bytes.Buffer
	err = report.Write(&page, o.Format, incident.Page(e), report.Options{
		Width: o.env.Width,
		Color: o.env.Color && o.env.toStdout(o.Output),
		Paper: o.Paper,
	})
	if err != nil {
		return err
	}
	return writeBytes(o.env, page.Bytes(), o.Output, "incident"+extension(o.Format))
}

// addOwn adds what the folder knows: the organization's numbers and its name, and
// returns what is recorded of where it is. Whatever cannot be read is said and left out.
func (env *Env) addOwn(e *incident.Emergency) (frameworks.Numbers, assess.Organization) {
	if env.Dir == "" {
		return frameworks.Numbers{}, assess.Organization{}
	}
	st := store.Open(env.Dir)
	numbers, err := st.Contacts()
	e.Contacts = numbers.Contacts
	switch {
	case err != nil:
		env.say("%v", err)
		e.Missing = "Some numbers are missing: own/contacts.yaml could not be read in full."
	case len(e.Contacts) == 0:
		env.hint("none of your own numbers are recorded; %s asks for them", env.named("incident", "--numbers"))
	}
	var recorded assess.Organization
	latest, err := st.Glance()
	switch {
	case err == nil:
		recorded = latest.Organization
		e.Organization = recorded.Name
	case !errors.Is(err, fs.ErrNotExist):
		env.say("the name of the organization is left out, the rest is whole:")
		env.say("%v", err)
	}
	return numbers, recorded
}

// numbersFile is the one file of the folder "own" that is no content.
const numbersFile = "contacts.yaml"

// checkNumbers checks a file of own numbers, and nothing else.
func checkNumbers(path string, data []byte) error {
	_, err := frameworks.ReadContacts(path, data)
	return err
}
