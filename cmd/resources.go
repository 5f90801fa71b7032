package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report"
)

type resourcesOptions struct {
	env *Env

	Words   []string
	For     string
	Kind    string
	Size    string
	Format  string
	Explain bool
}

func newResourcesCommand(env *Env, run func(*resourcesOptions) error) *cobra.Command {
	opts := &resourcesOptions{env: env}
	c := &cobra.Command{
		Use:   "resources [WORDS]",
		Short: "Find free help, and how to get it",
		Long: long(`Lists the free services, guides, training, alerts and reporting portals hygeia
knows, with what each gives and how to get it. With WORDS only those that mention
all of them, best first; abbreviations are known and a mistyped word is read as the
nearest one. With --for everything that helps with one question, one requirement or
one of the ten practices of HICP, best first, for your size, your answer and your
country as your latest quarter tells them; --explain says why each stands where it
stands. No address is ever opened: type or click it yourself.`),
		Example: `  hygeia resources --for mfa-email
  hygeia resources --for HPH-01 --explain
  hygeia resources --for practice-9 --size small
  hygeia resources backup
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
	wordFlag(c, &opts.For, "for", "", "only what helps with this `question`, requirement or practice (1 to 10)")
	wordFlag(c, &opts.Kind, "kind", "", "only this `kind`: "+strings.Join(frameworks.ResourceKinds(), ", "))
	wordFlag(c, &opts.Size, "size", "", "for a `small`, medium or large organization")
	f.BoolVar(&opts.Explain, "explain", false, "with --for: say why each stands where it stands")
	wordFlag(c, &opts.Format, "format", "text", "`text`, md, json, csv, or urls for the addresses alone")
	c.AddCommand(newEnrollCommand(env, runEnroll))
	return c
}

func (o *resourcesOptions) check() error {
	for _, c := range []struct {
		what, word string
		valid      []string
	}{
		{"kind", o.Kind, frameworks.ResourceKinds()},
		{"size", o.Size, []string{"small", "medium", "large"}},
		{"format", o.Format, report.ListingFormats()},
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
	found, err := o.find(lib, now, org)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return withHint(errors.New("no resource is left for that"), `"hygeia resources" lists all %d`, len(lib.Resources))
	}
	return report.WriteListing(o.env.Out, o.Format, report.Listing{
		Library: lib,
		Found:   found,
		Steps:   o.steps(len(found)),
		Explain: o.Explain,
		Links:   o.env.Color && o.env.OutTerminal,
		Program: program(),
	}, report.Options{Width: o.env.Width, Color: o.env.Color})
}

// steps is how many entries are printed whole: all of a short list, the best
// ten of a long one, and none when everything is listed.
func (o *resourcesOptions) steps(found int) int {
	const most = 10
	if found > most && o.For == "" && len(o.Words) == 0 {
		return 0
	}
	return most
}

// find returns what was asked for, best first, and says what was left out.
func (o *resourcesOptions) find(lib *frameworks.Library, now *assess.Result, org assess.Organization) ([]assess.Matched, error) {
	mentioned, err := o.search(lib)
	if err != nil {
		return nil, err
	}
	var found []assess.Matched
	if o.For == "" {
		for _, r := range mentioned {
			found = append(found, assess.Matched{Resource: r, URL: assess.Address(r, org.Size)})
		}
	} else if found, err = helpWith(lib, now, org, o.For); err != nil {
		return nil, err
	}
	left := 0
	found = slices.DeleteFunc(found, func(m assess.Matched) bool {
		if !slices.Contains(mentioned, m.Resource) || !o.wants(m.Resource) {
			return true
		}
		// A list of addresses is for whoever looks after all of them.
		if o.Format != "urls" && !assess.InCountry(m.Resource, org) {
			left++
			return true
		}
		return false
	})
	if left > 0 {
		o.env.say("left out: %s that only organizations in the United States can use", words.Count(left, "resource", "resources"))
	}
	return found, nil
}

// search returns the resources that mention the words, all of them without any.
func (o *resourcesOptions) search(lib *frameworks.Library) ([]*frameworks.Resource, error) {
	s := lib.Search(strings.Join(o.Words, " "))
	for _, r := range s.Instead {
		o.env.say("nothing mentions %q; looked for %q", r.Word, r.As)
	}
	all := fmt.Sprintf(`"hygeia resources" lists all %d`, len(lib.Resources))
	switch {
	case len(s.Missing) > 0:
		return nil, withHint(fmt.Errorf("no resource mentions all of that: nothing is known about %q", strings.Join(s.Missing, " ")), "%s", all)
	case len(s.Found) == 0:
		return nil, withHint(errors.New("no resource mentions all of that"), "try fewer words; %s", all)
	}
	if len(o.Words) == 0 {
		slices.SortStableFunc(s.Found, frameworks.ByKind)
	}
	return s.Found, nil
}

// wants reports whether a resource is of the kind and the size.
func (o *resourcesOptions) wants(r *frameworks.Resource) bool {
	if o.Kind != "" && r.Kind != o.Kind {
		return false
	}
	size, err := frameworks.ParseSize(o.Size)
	return err != nil || slices.Contains(r.Audience, size)
}

// helpWith returns what helps with a question, a requirement or a practice. An
// organization elsewhere is told here too what it misses, so its country is
// judged by the caller.
func helpWith(lib *frameworks.Library, now *assess.Result, org assess.Organization, name string) ([]assess.Matched, error) {
	org.Country = ""
	if p := practiceNumber(name); p > 0 {
		return assess.MatchPractice(lib, p, org), nil
	}
	if q, ok := lib.Question(plainWord(name)); ok {
		state, level := assess.Open, frameworks.No
		if now != nil {
			if it, asked := now.Item(q.Key); asked {
				state, level = it.State, frameworks.Level(it.Points)
			}
		}
		return assess.Match(lib, q, state, level, org), nil
	}
	f, req, ok := lib.Requirement(name)
	if !ok {
		return nil, unknownName(lib, name, practiceWords()...)
	}
	if len(req.Questions) == 0 {
		return nil, fmt.Errorf("no question speaks for %s %q of %s: %s", req.ID, req.Title, f.Title, req.Note)
	}
	return assess.MatchRequirement(lib, req, org), nil
}

// practiceNumber reads 9, practice-9 or hicp-9; 0 for anything else.
func practiceNumber(name string) int {
	for p := 1; p <= frameworks.Practices; p++ {
		for _, word := range []string{fmt.Sprint(p), frameworks.PracticeWord(p), fmt.Sprintf("hicp-%d", p)} {
			if strings.EqualFold(name, word) {
				return p
			}
		}
	}
	return 0
}

func practiceWords() []string {
	var words []string
	for p := 1; p <= frameworks.Practices; p++ {
		words = append(words, frameworks.PracticeWord(p))
	}
	return words
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
