package cmd

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess/match"
	"hygeia/frameworks"
	"hygeia/report"
	"hygeia/report/listing"
)

type enrollOptions struct {
	env *Env

	Service string
	Contact string
	Phone   string
	Mailbox string
	Address string
	Output  string

	Sent, Answered, Dropped bool   // only write down what happened
	On, By                  string // when, and who did it
}

// The names of the services on the command line and in the log.
const (
	cyberHygiene = "cyber-hygiene"
	webScanning  = "web-scanning"
	bothScans    = "both-scans"
)

// enrollment is a service that is asked for in writing.
type enrollment struct {
	name     string // on the command line
	resource string // whose contact and steps are printed
	subject  string
	request  string
	closing  string
}

// The sign-up for both scans of CISA is one: the same mailbox and subject.
const (
	scanSubject = "Requesting Cyber Hygiene Services"
	scanPapers  = "Please send us the service request form and the acceptance letter. We return them\n" +
		"signed, with the public internet addresses that are to be scanned."
	webPapers = "Please send us the service request form and the acceptance letter. We return them\n" +
		"signed, with the web addresses that are to be scanned."
	bothPapers = "Please send us the service request form and the acceptance letter. We return them\n" +
		"signed, with the public internet addresses and the web addresses that are to be\nscanned."
)

var enrollments = []enrollment{{
	name:     cyberHygiene,
	resource: "cisa-cyber-hygiene",
	subject:  scanSubject,
	request:  "we would like to enroll in Cyber Hygiene vulnerability scanning.",
	closing:  scanPapers,
}, {
	name:     webScanning,
	resource: "cisa-web-application-scanning",
	subject:  scanSubject,
	request:  "we would like to enroll in Cyber Hygiene web application scanning.",
	closing:  webPapers,
}, {
	name:     bothScans,
	resource: "cisa-cyber-hygiene",
	subject:  scanSubject,
	request:  "we would like to enroll in Cyber Hygiene vulnerability scanning and web\napplication scanning.",
	closing:  bothPapers,
}}

func newEnrollCommand(env *Env, run func(context.Context, *enrollOptions) error) *cobra.Command {
	opts := &enrollOptions{env: env}
	var names []string
	for _, e := range enrollments {
		names = append(names, e.name)
	}
	c := &cobra.Command{
		Use:   "enroll SERVICE",
		Short: "Print the message that signs you up for a free service",
		Long: long(`Prints the message that asks for a free service, filled in from your latest quarter
with blanks for what is not known, where to send it, and what comes back when. At a
terminal it asks whom the service should write to, unless the flags say it. With -o
it writes a file: letter.eml opens in your mail program as a draft, any other name
gets plain text. Nothing is sent. Services: ` + strings.Join(names, ", ") + `.

Once you have sent it, --sent keeps the day, and --answered the day on which the
letter came back; --dropped takes it back. "hygeia", "hygeia evidence" and "hygeia
guide" then say how far it is: asked, letter back, first report, trend.`),
		Example: `  hygeia resources enroll cyber-hygiene
  hygeia resources enroll both-scans --contact "Pat Doe" --mailbox security@clinic.example -o letter.eml
  hygeia resources enroll cyber-hygiene --sent
  hygeia resources enroll cyber-hygiene --answered --on 2026-10-12`,
		Args:      between(1, 1, "one SERVICE ("+strings.Join(names, ", ")+")"),
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			opts.Service = args[0]
			if !slices.Contains(names, opts.Service) {
				return unknown("service", opts.Service, names)
			}
			if err := opts.checkNotes(); err != nil {
				return err
			}
			return run(c.Context(), opts)
		},
	}
	f := c.Flags()
	f.StringVar(&opts.Contact, "contact", "", "the `name` of the person the service writes to")
	f.StringVar(&opts.Mailbox, "mailbox", "", "the `address` the reports go to, best one that two people read")
	f.StringVar(&opts.Phone, "phone", "", "that person's `number`")
	f.StringVar(&opts.Address, "address", "", "your postal `address`")
	f.StringVarP(&opts.Output, "output", "o", "", "write the message to this `file`")
	f.BoolVar(&opts.Sent, "sent", false, "write down that you sent the message")
	f.BoolVar(&opts.Answered, "answered", false, "write down that the letter came back")
	f.BoolVar(&opts.Dropped, "dropped", false, "write down that you do not wait for it any more")
	f.StringVar(&opts.On, "on", "", "with one of these: the `day` it happened, if not today")
	f.StringVar(&opts.By, "by", "", "with one of these: the `name` of who did it")
	return c
}

func runEnroll(ctx context.Context, o *enrollOptions) error {
	if o.notes() {
		return o.note(ctx)
	}
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
	l := letter{To: r.Contact, Subject: e.subject, Request: e.request, Closing: e.closing, Contact: o.Contact, Phone: o.Phone, Mailbox: o.Mailbox, Address: o.Address}
	var known []string
	if now != nil {
		org := now.Assessment.Organization
		if !match.InCountry(r, org) {
			return withHint(fmt.Errorf("%s is only for organizations in the United States; yours is recorded in %q", r.Title, org.Country),
				`"hygeia resources --kind service" lists what you can use, and "hygeia resources shadowserver" a free look from outside for any country`)
		}
		l.Organization, known = org.Name, people(now.Assessment)
	}
	if o.ask(ctx, &l, known); ctx.Err() != nil {
		return interruptedf("interrupted; no message was written")
	}
	if err := o.deliver(l); err != nil {
		return err
	}
	if err := nextSteps(o.env, lib, r); err != nil {
		return err
	}
	o.env.say("nothing was sent; %s", o.whatNow())
	o.env.hint("once you have sent it: %s", o.env.named("resources", "enroll", o.Service, "--sent"))
	if l.Contact == "" || l.Mailbox == "" {
		o.env.hint(`--contact and --mailbox fill in whom the service writes to; take a mailbox that two people read`)
	}
	return nil
}

func (o *enrollOptions) whatNow() string {
	if o.env.toStdout(o.Output) {
		return "copy the message into your mail program"
	}
	if o.draft() {
		return "open " + o.Output + " in your mail program and send it"
	}
	return "copy the text of " + o.Output + " into your mail program"
}

func (o *enrollOptions) draft() bool { return strings.EqualFold(filepath.Ext(o.Output), ".eml") }

// deliver prints the message, or writes it to the file.
func (o *enrollOptions) deliver(l letter) error {
	switch {
	case o.env.toStdout(o.Output):
		_, err := fmt.Fprint(o.env.Out, l.text())
		return err
	case o.draft():
		if err := o.env.put(o.Output, l.draft()); err != nil {
			return err
		}
	default:
		if err := o.env.put(o.Output, []byte(l.text())); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(o.env.Out, o.Output)
	return err
}

// nextSteps prints the service with what to do and what comes back when.
func nextSteps(env *Env, lib *frameworks.Library, r *frameworks.Resource) error {
	fmt.Fprintf(env.Out, "\n%s\n\nWhat to do, and what comes back when:\n\n", strings.Repeat("-", 40))
	return listing.Write(env.Out, "text", listing.List{
		Library: lib,
		Found:   []match.Matched{{Resource: r, URL: r.URL}},
		Steps:   1,
		Links:   env.Color && env.OutTerminal,
	}, report.Options{Width: env.Width, Color: env.Color})
}
