package cmd

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/frameworks"
)

type resourcesOptions struct {
	env *Env

	Words []string
	For   string
	Kind  string
}

func newResourcesCommand(env *Env, run func(*resourcesOptions) error) *cobra.Command {
	opts := &resourcesOptions{env: env}
	c := &cobra.Command{
		Use:   "resources [WORDS]",
		Short: "Find free help, and how to get it",
		Long: long(`Lists the free services, guides, training, alerts and reporting portals hygeia
knows, with what each gives and how to get it. With WORDS only those that mention
all of them; with --for those that help with one question or requirement. No
address is ever opened: type or click it yourself.`),
		Example: `  hygeia resources --for mfa-email
  hygeia resources --for HPH-01
  hygeia resources backup
  hygeia resources --kind reporting-portal`,
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Words = args
			if valid := frameworks.ResourceKinds(); opts.Kind != "" && !slices.Contains(valid, opts.Kind) {
				return unknown("kind", opts.Kind, valid)
			}
			return run(opts)
		},
	}
	c.Flags().StringVar(&opts.For, "for", "", "only what helps with this `question` or requirement")
	c.Flags().StringVar(&opts.Kind, "kind", "", "only this `kind`: "+strings.Join(frameworks.ResourceKinds(), ", "))
	return c
}

func runResources(o *resourcesOptions) error {
	lib, err := library(o.env)
	if err != nil {
		return err
	}
	found := lib.Resources
	if o.For != "" {
		if found, err = resourcesFor(lib, o.For); err != nil {
			return err
		}
	}
	found = slices.DeleteFunc(slices.Clone(found), func(r *frameworks.Resource) bool { return !o.wants(r) })
	if len(found) == 0 {
		return withHint(fmt.Errorf("no resource mentions all of that"), `"hygeia resources" lists all %d`, len(lib.Resources))
	}
	for i, r := range found {
		if i > 0 {
			fmt.Fprintln(o.env.Out)
		}
		printResource(o.env.Out, r)
	}
	return nil
}

// wants reports whether a resource is of the kind and mentions every word.
func (o *resourcesOptions) wants(r *frameworks.Resource) bool {
	if o.Kind != "" && r.Kind != o.Kind {
		return false
	}
	text := strings.ToLower(strings.Join(append([]string{r.ID, r.Title, r.Provider, r.Gives}, r.How...), " "))
	for _, w := range o.Words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// resourcesFor returns what the fixes of one question, or of all questions
// that speak for a requirement, name: best first, each once.
func resourcesFor(lib *frameworks.Library, name string) ([]*frameworks.Resource, error) {
	if q, ok := lib.Question(name); ok {
		return q.Fix.Resources, nil
	}
	f, req, ok := lib.Requirement(name)
	if !ok {
		return nil, unknownName(lib, name)
	}
	if len(req.Questions) == 0 {
		return nil, fmt.Errorf("no question speaks for %s %q of %s: %s", req.ID, req.Title, f.Title, req.Note)
	}
	var found []*frameworks.Resource
	for _, q := range req.Questions {
		for _, r := range q.Fix.Resources {
			if !slices.Contains(found, r) {
				found = append(found, r)
			}
		}
	}
	return found, nil
}

func printResource(w io.Writer, r *frameworks.Resource) {
	fmt.Fprintf(w, "%s\n  %s, %s, %s\n  %s\n  %s\n", r.Title, r.Provider, strings.ReplaceAll(r.Kind, "-", " "), costWords(r), r.Gives, r.URL)
	for i, step := range r.How {
		fmt.Fprintf(w, "    %d. %s\n", i+1, step)
	}
	if r.Contact != "" {
		fmt.Fprintf(w, "  Contact: %s\n", r.Contact)
	}
	if r.Note != "" {
		fmt.Fprintf(w, "  Note: %s\n", r.Note)
	}
}

func costWords(r *frameworks.Resource) string {
	switch r.Cost {
	case "mixed":
		return "partly free"
	}
	return r.Cost
}

// library returns the shipped content and the folder's own.
func library(env *Env) (*frameworks.Library, error) {
	st, err := openStore(env)
	if err != nil {
		return nil, err
	}
	return st.Library()
}
