package cmd

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// factSections are what --section asks of the facts. Oversight asks all of them:
// what a board minutes, and then what its patients rest on.
func factSections() map[string][]string {
	return map[string][]string{
		frameworks.OversightFacts: {frameworks.OversightFacts, frameworks.PatientFacts},
		frameworks.PatientFacts:   {frameworks.PatientFacts},
		frameworks.GuideFacts:     {frameworks.GuideFacts},
	}
}

// aboutFacts reports whether --section asks facts, and no questions.
func (o *assessOptions) aboutFacts() bool { return factSections()[strings.ToLower(o.Section)] != nil }

// facts are the facts that --section asks here.
func (o *assessOptions) facts(saved *store.Saved) []assess.StatedFact {
	groups := factSections()[strings.ToLower(o.Section)]
	var list []assess.StatedFact
	for _, group := range groups {
		for _, f := range assess.AskedFacts(saved.Library, saved.Assessment, o.today()) {
			if f.Group == group {
				list = append(list, f)
			}
		}
	}
	return list
}

// askFacts goes through the facts, and saves each answer at once.
func (o *assessOptions) askFacts(ctx context.Context, st *store.Store, saved *store.Saved) error {
	if saved.Organization.Name == "" {
		return withHint(usagef("whose facts are these?"), `answer the questions first with "hygeia assess", or say it with --name "Our Clinic" and --size`)
	}
	facts := o.facts(saved)
	if len(facts) == 0 {
		return fmt.Errorf("the content of this program asks no facts")
	}
	by := o.By
	if by == "" {
		by = lastBy(saved.Assessment)
	}
	taken := 0
	sitting := &form.Facts{Facts: facts, Today: o.today(), Take: func(f *frameworks.Fact, value string) error {
		if err := saved.SetFact(f, value, by, o.today()); err != nil {
			return err
		}
		taken++
		return o.env.keep(st, saved)
	}}
	run, term := form.RunFacts, form.Terminal{In: o.env.In, Out: o.env.Screen, Width: o.env.Width, Height: o.env.Height, Color: o.env.Color}
	if o.mode() == lines {
		run, term.In, term.Out, term.Color = form.PlainFacts, o.env.typed(), o.env.Out, false
	}
	outcome, err := run(ctx, term, sitting)
	if err != nil {
		return fmt.Errorf("the last answer is not saved: %w", err)
	}
	what := words.Count(taken, "fact", "facts") + " " + savedIn(st, saved)
	if taken == 0 {
		what = "nothing was changed"
	}
	if outcome == form.Interrupted {
		line := []string{"assess", "--section", strings.ToLower(o.Section)}
		if o.Plain {
			line = slices.Insert(line, 1, "--plain")
		}
		return withHint(interruptedf("interrupted; %s", what), "go on with %s", o.env.named(line...))
	}
	o.env.say("%s", what)
	return nil
}

// takeFacts records the facts of an answers file and says what changed.
func (o *assessOptions) takeFacts(saved *store.Saved, given map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(given)) {
		f, _ := saved.Library.Fact(key) // it was found when the file was read
		before := saved.Facts[key].Value
		if err := saved.SetFact(f, given[key], o.By, o.today()); err != nil {
			return err
		}
		if now := saved.Facts[key].Value; now != before {
			fmt.Fprintf(o.env.Out, "%s: %s -> %s\n", key, words.Shown(orNone(before)), words.Shown(now))
		}
	}
	return nil
}

func orNone(s string) string {
	if s == "" {
		return "not answered"
	}
	return s
}
