package cmd

import (
	"context"
	"errors"
	"slices"
	"strings"

	"hygeia/assess/backup"
	"hygeia/assess/store"
	"hygeia/frameworks/words"
)

// backup takes over a copy of a whole folder: into an empty one as it is, and into
// another what is missing there. Quarters and lists that are there too are merged
// like any other copy of them.
func (o *importOptions) backup(ctx context.Context, st *store.Store, path string, data []byte) error {
	done := o.env.working("reading " + path)
	files, err := backup.Unpack(path, data)
	done()
	if err != nil {
		return err
	}
	empty, err := st.IsEmpty()
	if err != nil {
		return err
	}
	if o.DryRun {
		o.env.say("%s: holds %s; nothing is changed by --dry-run", path, words.Count(len(files), "file", "files"))
		for _, f := range files {
			o.env.tell("%s", f.Name)
		}
		return nil
	}
	if empty {
		st.Doing("") // the folder as it was, with its own history
	}
	done = o.env.working("copying " + words.Count(len(files), "file", "files"))
	added, both, other, err := restore(st, files, empty)
	done()
	if err != nil {
		return err
	}
	var failed []error
	for _, f := range both {
		failed = append(failed, o.takeData(ctx, st, path+", "+f.Name, f.Data))
	}
	o.env.say("%s: %s added to %s", path, words.Count(added, "file", "files"), st.Dir())
	if len(other) > 0 {
		o.env.say("left as they are here, since the copy says something else: %s", strings.Join(other, ", "))
	}
	return errors.Join(append(failed, o.restored(st))...)
}

// restore puts the files of a copy into the folder where they are missing. It
// returns how many that were, the quarters and lists that say something else here,
// and the names of the other files that do.
func restore(st *store.Store, files []backup.File, empty bool) (added int, both []backup.File, other []string, err error) {
	// Content comes before the quarters that need it.
	slices.SortStableFunc(files, func(x, y backup.File) int { return rank(x.Name) - rank(y.Name) })
	for _, f := range files {
		if !empty && strings.HasPrefix(f.Name, "history/") {
			continue // the steps of another folder are no steps of this one
		}
		became, err := st.Restore(f.Name, f.Data)
		switch {
		case err != nil:
			return added, both, other, err
		case became == store.Added:
			added++
		case became == store.Other && (store.IsQuarter(f.Name) || store.IsList(f.Name)):
			both = append(both, f)
		case became == store.Other:
			other = append(other, f.Name)
		}
	}
	return added, both, other, nil
}

func rank(name string) int {
	if store.IsQuarter(name) {
		return 1
	}
	return 0
}

// restored says whether the quarters can be read and are as they were finished.
func (o *importOptions) restored(st *store.Store) error {
	links, err := st.Verify()
	if err != nil {
		return err
	}
	if err := store.Intact(links); err != nil {
		return withHint(err, "%s says which", o.env.named("verify"))
	}
	if len(links) > 0 {
		o.env.say("%s, all as they were saved", words.Count(len(links), "quarter", "quarters"))
		o.env.hint("look at it with %s", o.env.named())
	}
	return nil
}
