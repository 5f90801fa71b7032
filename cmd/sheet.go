package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// runTemplate prints the questions as a file to fill in. It changes nothing.
func runTemplate(o *assessOptions, st *store.Store) error {
	saved, err := st.Latest()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		saved, err = o.first(st)
	case err == nil && saved.Status == assess.Finished:
		saved, err = o.next(st, saved, saved.Period.Next())
	}
	if err != nil {
		return err
	}
	o.apply(saved)
	if err := o.choose(saved); err != nil {
		return err
	}
	if o.aboutFacts() {
		data, err := assess.FactsTemplate(saved.Library, saved.Assessment, o.facts(saved))
		if err != nil {
			return err
		}
		return writeTemplate(o.env, data, o.Output, "facts.yaml", (*store.Store).WriteNew)
	}
	chapters, err := o.chapters(saved)
	if err != nil {
		return err
	}
	var questions []*frameworks.Question
	for _, c := range chapters {
		questions = append(questions, c.Questions...)
	}
	data, err := assess.Template(saved.Library, saved.Assessment, questions)
	if err != nil {
		return err
	}
	return writeTemplate(o.env, data, o.Output, "answers.yaml", (*store.Store).WriteNew)
}

// readAnswers reads the answers of a file and the facts that stand beside them.
func readAnswers(o *assessOptions, saved *store.Saved) (map[string]assess.Answer, map[string]string, error) {
	data, err := readFile(o.Answers, assess.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	given, err := assess.ReadAnswers(o.Answers, data, saved.Library, saved.Assessment, o.today())
	if err != nil {
		return nil, nil, err
	}
	o.env.sayHidden(o.Answers, data)
	o.env.saySecrets(o.Answers, data)
	facts, err := assess.ReadGivenFacts(o.Answers, data, saved.Library, o.today())
	return given, facts, err
}

// sayHidden says that a file has characters which nobody sees; they are left out of
// what is kept of it.
func (env *Env) sayHidden(path string, data []byte) {
	switch n, line, column := words.Hiding(strings.TrimPrefix(string(strictyaml.Text(data)), "\ufeff")); {
	case n == 1:
		env.say("%s:%d:%d: a character that cannot be seen was left out", path, line, column)
	case n > 1:
		env.say("%s:%d:%d: characters that cannot be seen were left out, %d of them from here on", path, line, column, n)
	}
}

// takeAnswers merges a filled-in file, all of it or nothing, and says what changed.
func takeAnswers(o *assessOptions, st *store.Store, saved *store.Saved) error {
	if saved.Organization.Name == "" {
		return withHint(usagef("whose answers are these?"), `say so once with --name "Our Clinic", and add --size small, medium or large`)
	}
	given, facts, err := readAnswers(o, saved)
	if foreign := new(strictyaml.ForeignError); errors.As(err, &foreign) {
		return withHint(err, `"hygeia assess --template -o answers.yaml" writes the file to fill in`)
	}
	if err != nil {
		return err
	}
	merged, err := saved.Merge(saved.Library, given, o.By, o.today())
	if err != nil {
		return err
	}
	if err := o.takeFacts(saved, facts); err != nil {
		return err
	}
	if err := o.env.keepNow(st, saved); err != nil {
		return err
	}
	if len(facts) > 0 {
		o.env.say("%s taken over; saved in %s", words.Count(len(facts), "fact", "facts"), st.Dir())
	}
	if len(merged) == 0 && len(facts) > 0 {
		return nil
	}
	o.sayMerged(merged, saved, st)
	o.sayUnasked(merged, saved)
	return nil
}

// sayMerged prints what changed. A note or a proof that changed is a change too.
func (o *assessOptions) sayMerged(merged []assess.Merged, saved *store.Saved, st *store.Store) {
	confirmed := 0
	for _, m := range merged {
		switch {
		case !m.Changed():
			confirmed++
		case m.Before.Name() == m.After.Name():
			fmt.Fprintf(o.env.Out, "%s: %s, with other details\n", m.Question.Key, m.After.Name())
		default:
			fmt.Fprintf(o.env.Out, "%s: %s -> %s\n", m.Question.Key, m.Before.Name(), m.After.Name())
		}
	}
	o.env.say("%s, %d confirmed unchanged; saved in %s", words.Count(len(merged)-confirmed, "answer changed", "answers changed"), confirmed, st.Dir())
}

// sayUnasked tells which of the given answers count nowhere, because nothing that
// is chosen asks their questions, and what would.
func (o *assessOptions) sayUnasked(merged []assess.Merged, saved *store.Saved) {
	given := map[string]bool{}
	for _, m := range merged {
		given[m.Question.Key] = true
	}
	var keys, names []string
	for _, it := range assess.Evaluate(saved.Library, saved.Assessment).Unasked {
		if !given[it.Question.Key] {
			continue
		}
		keys = append(keys, it.Question.Key)
		for _, f := range assess.AskedBy(saved.Library, it.Question, saved.Organization.Size) {
			if !slices.Contains(names, f.Short) {
				names = append(names, f.Short)
			}
		}
	}
	if len(keys) == 0 {
		return
	}
	o.env.say("%s and not counted: %s", words.Count(len(keys), "of these is kept but not asked", "of these are kept but not asked"), strings.Join(keys, ", "))
	if len(names) > 0 {
		more := ""
		if len(names) > 1 {
			more = "; " + words.Or(names[1:]) + " would ask it, too"
		}
		o.env.hint("have it asked with %s%s", o.env.named("assess", "--framework", names[0]), more)
	}
}
