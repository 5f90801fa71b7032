package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/evidence"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// families says of each file that fits several families which one is meant: that of
// --as, or the one a person names. Nothing is read before it is known of all.
func (o *importOptions) families(ctx context.Context, lib *frameworks.Library, paths []string) (map[string]string, error) {
	meant := map[string]string{}
	var wrong []error
	for _, path := range paths {
		head, err := headOf(path)
		if err != nil {
			continue // it is told where it is read
		}
		kinds := evidence.Families(head)
		if len(kinds) < 2 {
			continue
		}
		var names []string
		for _, k := range kinds {
			names = append(names, fmt.Sprintf("%q (%s)", lib.Scans.Kind(k), k))
			if k == o.As {
				meant[path] = k
			}
		}
		switch {
		case meant[path] != "":
		case !o.asking():
			wrong = append(wrong, fmt.Errorf("%s: may be %s", path, words.Or(names)))
		default:
			term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
			chosen, answered := form.OneOf(ctx, term, fmt.Sprintf("%s may be %s. Which is it?", path, words.Or(names)), kinds)
			if !answered {
				return nil, interruptedf("nothing was kept")
			}
			meant[path] = chosen
		}
	}
	if len(wrong) > 0 {
		return nil, withHint(errors.Join(append(wrong, errors.New("nothing was kept"))...), "say which with --as, followed by one of the words in parentheses")
	}
	return meant, nil
}

// kindOfAs refuses a family that there is not.
func (o *importOptions) kindOfAs(lib *frameworks.Library) error {
	if o.As == "" {
		return nil
	}
	var kinds []string
	for _, k := range lib.Scans.Kinds {
		if k.Key == o.As {
			return nil
		}
		kinds = append(kinds, k.Key)
	}
	return unknown("family", o.As, kinds)
}

// What --same-day chooses between.
const (
	sameDayReplace = "replace"
	sameDayBoth    = "both"
)

// sameDay finds, for each new file, what is kept already of the same kind, day and
// owner, and says whether the new one takes its place. Nobody's figures go without a
// word.
func (o *importOptions) sameDay(ctx context.Context, lib *frameworks.Library, files []*scanFile, kept []*assess.Evidence) error {
	var wrong []error
	for _, f := range files {
		e := f.report.Evidence
		if f.again || e.Partial != "" {
			continue // an alert holds what was new, and a second one adds to it
		}
		for _, old := range kept {
			if old.Kind != e.Kind || old.Date != e.Date || old.From != e.From || old.Partial != "" || !sameOwners(old, e) {
				continue
			}
			what := fmt.Sprintf("%s of %s is kept already, imported on %s", lib.Scans.Kind(e.Kind), e.Date, old.Imported)
			choice := o.SameDay
			switch {
			case choice != "":
			case o.DryRun:
				o.env.say("%s: %s; it would be asked whether this one takes its place", f.path, what)
			case o.asking():
				term := form.Terminal{In: o.env.asking(), Out: o.env.Screen, Width: o.env.Width}
				var answered bool
				question := fmt.Sprintf("%s: another file says something of the same day: %s. Shall this one replace it, or are both kept?", f.path, what)
				if choice, answered = form.Either(ctx, term, question, sameDayReplace, sameDayBoth); !answered {
					return interruptedf("nothing was kept")
				}
			default:
				wrong = append(wrong, fmt.Errorf("%s: %s, and says something else", f.path, what))
			}
			if choice == sameDayReplace {
				f.replaces = append(f.replaces, old)
			}
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return withHint(errors.Join(append(wrong, errors.New("nothing was kept"))...),
		"if it is the same report anew, add --same-day replace; if the two looked at different systems, --same-day both")
}

// sameOwners reports whether two files say that they are of the same.
func sameOwners(x, y *assess.Evidence) bool {
	key := func(e *assess.Evidence) string {
		var all []string
		for _, owner := range e.Owners {
			all = append(all, letters(owner))
		}
		return strings.Join(all, " ")
	}
	return key(x) == key(y)
}

// replace takes away what a file stands in for.
func (o *importOptions) replace(st *store.Store, f *scanFile) error {
	for _, old := range f.replaces {
		if err := st.DropEvidence(old); err != nil {
			return err
		}
		o.env.say("%s: takes the place of what was imported on %s", f.path, old.Imported)
	}
	return nil
}
