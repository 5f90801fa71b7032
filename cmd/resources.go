package cmd

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/listing"
)

type resourcesOptions struct {
	env *Env

	Words   []string
	For     string
	Kind    string
	Size    string
	Format  string
	Explain bool
	All     bool
}

func newResourcesCommand(env *Env, run func(*resourcesOptions) error) *cobra.Command {
	opts := &resourcesOptions{env: env}
	c := &cobra.Command{
		Use: "resources [WORDS]",
		Long: long(`Lists the free services, guides, training, alerts and reporting portals hygeia
knows, with what each gives and how to get it. WORDS are looked for in the questions,
in the help picked for each and in the list itself: ask as you would ask a person, in
English or Spanish, with or without typing errors. With --for the best three for one
question, requirement (or a family of them, such as 164.308), practice of HICP,
threat or subject, for your size, your answer and your country as your latest quarter
tells them; --explain says why each stands where it stands, --all prints the rest.
No address is ever opened: type or click it yourself.`),
		Example: `  hygeia resources lost laptop
  hygeia resources who do I call
  hygeia resources --for mfa-email
  hygeia resources --for HPH-01 --explain
  hygeia resources --for practice-9 --size small
  hygeia resources --for ransomware --all
  hygeia resources toolkit
  hygeia resources --kind reporting-portal
  hygeia resources --format urls       every address, for a link checker
  hygeia resources enroll cyber-hygiene`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Words = args
			if err := opts.check(); err != nil {
				return err
			}
			return run(opts)
		},
	}
	f := c.Flags()
	wordFlag(c, &opts.For, "for", "", "the best help for this `question`, requirement, practice (1 to 10), threat or word")
	wordFlag(c, &opts.Kind, "kind", "", "only this `kind`: "+strings.Join(frameworks.ResourceKinds(), ", "))
	wordFlag(c, &opts.Size, "size", "", "for a `small`, medium or large organization")
	f.BoolVar(&opts.Explain, "explain", false, "with --for: say why each stands where it stands")
	f.BoolVar(&opts.All, "all", false, "print everything that fits, not the best alone")
	wordFlag(c, &opts.Format, "format", "text", "`text`, md, json, csv, or urls for the addresses alone")
	c.AddCommand(newEnrollCommand(env, runEnroll), newToolkitCommand(env, runToolkit))
	return c
}

func (o *resourcesOptions) check() error {
	for _, c := range []struct {
		what, word string
		valid      []string
	}{
		{"kind", o.Kind, frameworks.ResourceKinds()},
		{"size", o.Size, []string{"small", "medium", "large"}},
		{"format", o.Format, listing.Formats()},
	} {
		if c.word != "" && !slices.Contains(c.valid, c.word) {
			return unknown(c.what, c.word, c.valid)
		}
	}
	if o.Explain && o.For == "" {
		return withHint(usagef("--explain says why something helps, so it needs --for"), `for example "hygeia resources --for mfa-email --explain"`)
	}
	return nil
}

func runResources(o *resourcesOptions) error {
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	now, err := latestResult(o.env)
	if err != nil {
		return err
	}
	var org assess.Organization
	if now != nil {
		org = now.Assessment.Organization
	}
	if size, err := frameworks.ParseSize(o.Size); err == nil {
		org.Size = size
	}
	f := &finder{resourcesOptions: o, lib: lib, now: now, org: org}
	switch {
	case o.For != "":
		err = f.findFor()
	case len(o.Words) > 0:
		err = f.search()
	default:
		f.everything()
	}
	if err != nil {
		return err
	}
	return f.print()
}

// latestResult returns the latest saved quarter, nil if there is none. Finding help
// does not depend on it: one that cannot be read is said and left out.
func latestResult(env *Env) (*assess.Result, error) {
	st, err := openStore(env)
	if err != nil {
		return nil, err
	}
	saved, err := st.Latest()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		env.say("left out: %v", err)
		return nil, nil
	}
	r, err := env.evaluate(st, saved)
	if err != nil {
		env.say("left out: %v", err)
	}
	return r, nil
}

// library returns the shipped content and the folder's own.
func library(env *Env) (*frameworks.Library, error) {
	st, err := openStore(env)
	if err != nil {
		return nil, err
	}
	return st.Library()
}
