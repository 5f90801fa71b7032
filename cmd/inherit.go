package cmd

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// inheritNothing is what --inherit is given to stop taking answers over.
const inheritNothing = "none"

// checkInherit refuses flags that do not go together.
func (o *assessOptions) checkInherit() error {
	switch {
	case len(o.Keys) > 0 && o.Inherit == "":
		return usagef("--keys says which answers --inherit takes over; give both")
	case o.Inherit != "" && (o.Template || o.Reopen != "" || o.Discard || o.Plain || o.Profile || o.Finish || o.Only != "" || o.Section != "" || o.Answers != ""):
		return usagef("--inherit says what is taken over from a parent; give the other flags in a run of their own")
	case o.Inherit == inheritNothing && len(o.Keys) > 0:
		return usagef("--inherit none takes nothing over, so --keys has no use")
	}
	return nil
}

// inherit sets which answers are taken over from a parent, and saves.
func (o *assessOptions) inherit(st *store.Store, saved *store.Saved) error {
	if o.Inherit == inheritNothing {
		n := len(saved.Inherits.Keys)
		saved.InheritFrom("", nil)
		o.env.say("%s taken over any more; what is not answered here stands open", words.Count(n, "answer is not", "answers are not"))
		return o.env.keepNow(st, saved)
	}
	from, err := o.parent(st)
	if err != nil {
		return err
	}
	keys, err := o.inheritedKeys(st, saved, from)
	if err != nil {
		return err
	}
	if len(keys) == 0 {
		return usagef("%s has no answer to a question that is asked here", from)
	}
	own := saved.InheritFrom(from, keys)
	if err := o.env.keepNow(st, saved); err != nil {
		return err
	}
	again, err := st.Load(saved.Period)
	if err != nil {
		return err
	}
	o.env.say("%s taken over from %s", words.Count(len(again.InheritedKeys()), "answer is", "answers are"), again.Inherits)
	if dropped := answeredKeys(own); len(dropped) > 0 {
		o.env.say("%s given here before and %s set aside: %s", words.Count(len(dropped), "answer was", "answers were"), words.Plural(len(dropped), "is", "are"), strings.Join(dropped, ", "))
		o.env.hint("bring them back with %s", o.env.named("undo"))
	}
	return nil
}

func answeredKeys(answers map[string]assess.Answer) []string {
	var keys []string
	for _, key := range slices.Sorted(maps.Keys(answers)) {
		if answers[key].State != assess.Open {
			keys = append(keys, key)
		}
	}
	return keys
}

// parent returns the folder of the parent as the site's file names it. It may be
// typed from the site's folder or from where the person is.
func (o *assessOptions) parent(st *store.Store) (string, error) {
	typed := filepath.ToSlash(o.Inherit)
	from, ok := assess.CleanFrom(typed)
	var here error
	if ok {
		if _, here = st.ParentDir(from); here == nil {
			return from, nil
		}
	}
	dir, err := filepath.Abs(st.Dir())
	if err != nil {
		return "", err
	}
	path, err := filepath.Abs(o.Inherit)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(dir, path)
	if err == nil {
		if again, ok := assess.CleanFrom(filepath.ToSlash(rel)); ok {
			if _, err = st.ParentDir(again); err == nil {
				return again, nil
			}
			if here == nil || errors.Is(err, store.ErrOutside) {
				here = err
			}
		}
	}
	if here == nil {
		here = fmt.Errorf("%s: must be a folder beside %s or the one above it", o.Inherit, st.Dir())
	}
	return "", usagef("--inherit: %w", here)
}

// inheritedKeys are the questions named with --keys, or all that are asked here and
// answered there.
func (o *assessOptions) inheritedKeys(st *store.Store, saved *store.Saved, from string) ([]string, error) {
	if len(o.Keys) > 0 {
		for _, key := range o.Keys {
			if _, known := saved.Library.Question(key); !known {
				var all []string
				for _, q := range saved.Library.Questions {
					all = append(all, q.Key)
				}
				return nil, unknown("question", key, all)
			}
		}
		return o.Keys, nil
	}
	parent, err := st.ParentAnswers(from, saved.Period)
	if err != nil {
		return nil, withHint(err, "finish the parent's quarter first, or name the questions with --keys")
	}
	var keys []string
	for _, q := range assess.AskedQuestions(saved.Library, saved.Frameworks, saved.Organization.Size) {
		if ans := parent.Answers[q.Key]; ans.State != assess.Open && ans.Left == assess.NotLeft {
			keys = append(keys, q.Key)
		}
	}
	return keys, nil
}

// checkInherited stops a finish while answers are still to come from a parent.
func (o *assessOptions) checkInherited(r *assess.Result) error {
	var missing []string
	for _, key := range r.Assessment.Inherits.Keys {
		if r.Assessment.Answers[key].State == assess.Open {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 || o.AsIs {
		return nil
	}
	return withHint(fmt.Errorf("%s is not finished yet: %s to come from %s, which has none: %s", r.Period,
		words.Count(len(missing), "answer is", "answers are"), r.Assessment.Inherits, strings.Join(missing, ", ")),
		"finish the quarter there first, answer here, or leave them open with \"hygeia assess --finish --as-is\"")
}
