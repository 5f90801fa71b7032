package cmd

import (
	"errors"
	"fmt"
	"io/fs"

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
	return writeTemplate(o.env, data, o.Output, "answers.yaml")
}

func readAnswers(o *assessOptions, saved *store.Saved) (map[string]assess.Answer, error) {
	data, err := readFile(o.Answers, assess.MaxFile)
	if err != nil {
		return nil, err
	}
	return assess.ReadAnswers(o.Answers, data, saved.Library, saved.Assessment, o.today())
}

// takeAnswers merges a filled-in file, all of it or nothing, and says what changed.
func takeAnswers(o *assessOptions, st *store.Store, saved *store.Saved) error {
	if saved.Organization.Name == "" {
		return withHint(usagef("whose answers are these?"), `say so once with --name "Our Clinic", and add --size small, medium or large`)
	}
	given, err := readAnswers(o, saved)
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
	if err := o.env.keepNow(st, saved); err != nil {
		return err
	}
	confirmed := 0
	for _, m := range merged {
		if m.Before.Name() == m.After.Name() {
			confirmed++
			continue
		}
		fmt.Fprintf(o.env.Out, "%s: %s -> %s\n", m.Question.Key, m.Before.Name(), m.After.Name())
	}
	o.env.say("%s, %d confirmed unchanged; saved in %s", words.Count(len(merged)-confirmed, "answer", "answers")+" changed", confirmed, st.Dir())
	return nil
}
