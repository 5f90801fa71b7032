package cmd

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report"
)

type enrollOptions struct {
	env *Env

	Service string
}

// enrollment is a service that is asked for in writing.
type enrollment struct {
	name     string // on the command line
	resource string // whose contact and steps are printed
	subject  string
	request  string
	closing  string
}

var enrollments = []enrollment{{
	name:     "cyber-hygiene",
	resource: "cisa-cyber-hygiene",
	subject:  "Requesting Cyber Hygiene Services",
	request:  "we would like to enroll in Cyber Hygiene vulnerability scanning.",
	closing: "Please send us the acceptance letter. We return it signed, with the public\n" +
		"internet addresses that are to be scanned.",
}}

func newEnrollCommand(env *Env, run func(*enrollOptions) error) *cobra.Command {
	opts := &enrollOptions{env: env}
	var names []string
	for _, e := range enrollments {
		names = append(names, e.name)
	}
	return &cobra.Command{
		Use:   "enroll SERVICE",
		Short: "Print the message that signs you up for a free service",
		Long: long(`Prints the message that asks for a free service, filled in from your latest quarter
with blanks for what is not recorded, where to send it, and what comes back when.
Nothing is sent: copy it into your mail program. Services: ` + strings.Join(names, ", ") + `.`),
		Example:   "  hygeia resources enroll cyber-hygiene",
		Args:      between(1, 1, "one SERVICE ("+strings.Join(names, ", ")+")"),
		ValidArgs: names,
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Service = args[0]
			if !slices.Contains(names, opts.Service) {
				return unknown("service", opts.Service, names)
			}
			return run(opts)
		},
	}
}

func runEnroll(o *enrollOptions) error {
	e := enrollments[slices.IndexFunc(enrollments, func(e enrollment) bool { return e.name == o.Service })]
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	r, ok := lib.Resource(e.resource)
	if !ok {
		return fmt.Errorf("service %q: the content has no resource %q", e.name, e.resource)
	}
	now, err := latestResult(o.env)
	if err != nil {
		return err
	}
	var org assess.Organization
	contact := ""
	if now != nil {
		org, contact = now.Assessment.Organization, lastBy(now.Assessment)
	}
	if !assess.InCountry(r, org) {
		return withHint(fmt.Errorf("%s is only for organizations in the United States; yours is recorded in %q", r.Title, org.Country),
			`"hygeia resources --kind service" lists what you can use`)
	}
	e.message(o.env.Out, r, org.Name, contact)
	if err := nextSteps(o.env, lib, r); err != nil {
		return err
	}
	o.env.say("nothing was sent; copy the message into your mail program")
	return nil
}

const blank = "____________________"

// message prints the mail with what is known filled in.
func (e enrollment) message(w io.Writer, r *frameworks.Resource, name, contact string) {
	fill := func(s string) string { return cmp.Or(words.Line(s), blank) }
	fmt.Fprintf(w, "To: %s\nSubject: %s\n\nHello,\n\n%s\n\n", fill(r.Contact), e.subject, e.request)
	for _, line := range []struct{ what, known string }{
		{"Organization", name},
		{"Sector", "Healthcare and Public Health"},
		{"Postal address", ""},
		{"Contact person", contact},
		{"Email", ""},
		{"Telephone", ""},
	} {
		fmt.Fprintf(w, "%s: %s\n", line.what, fill(line.known))
	}
	fmt.Fprintf(w, "\n%s\n\n%s\n", e.closing, fill(contact))
}

// nextSteps prints the service with what to do and what comes back when.
func nextSteps(env *Env, lib *frameworks.Library, r *frameworks.Resource) error {
	fmt.Fprintf(env.Out, "\n%s\n\nWhat to do, and what comes back when:\n\n", strings.Repeat("-", 40))
	return report.WriteListing(env.Out, "text", report.Listing{
		Library: lib,
		Found:   []assess.Matched{{Resource: r, URL: r.URL}},
		Steps:   1,
		Links:   env.Color && env.OutTerminal,
	}, report.Options{Width: env.Width, Color: env.Color})
}
