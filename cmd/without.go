package cmd

import (
	"slices"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// leaveOut stops asking the frameworks of --without. Their answers stay in the
// quarter and return with them.
func (o *assessOptions) leaveOut(saved *store.Saved) error {
	for _, name := range o.Without {
		f, err := saved.Library.Framework(name)
		if err != nil {
			return usagef("--without: %s", err)
		}
		if slices.Contains(o.left, f.ID) {
			continue
		}
		if !saved.Assessment.Without(f) {
			return usagef("%s is not asked in %s, so it cannot be left out", f.Title, saved.Period)
		}
		o.left = append(o.left, f.ID)
		o.sayLeftOut(saved, f)
	}
	return nil
}

func (o *assessOptions) sayLeftOut(saved *store.Saved, f *frameworks.Framework) {
	kept := 0
	for _, it := range assess.Evaluate(saved.Library, saved.Assessment).Unasked {
		for _, s := range saved.Library.Serves(it.Question.Key) {
			if s.Framework == f && s.Requirement.Asks(it.Question) {
				kept++
				break
			}
		}
	}
	said := "nothing of it was answered"
	if kept > 0 {
		said = words.Count(kept, "answer stays", "answers stay") + " in the quarter, marked not asked"
	}
	o.env.say("%s is left out of %s; %s, and --framework %s brings it back", f.Title, saved.Period, said, f.Short)
}
