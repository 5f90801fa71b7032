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
// another what is missing there. Quarters that are there too are merged like any
// other copy of them.
func (o *importOptions) backup(ctx context.Context, st *store.Store, path string, data []byte) error {
	files, err := backup.Unpack(path, data)
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
	// Content comes before the quarters that need it.
	slices.SortStableFunc(files, func(x, y backup.File) int { return rank(x.Name) - rank(y.Name) })
	var added int
	var other []string
	var failed []error
	for _, f := range files {
		if !empty && strings.HasPrefix(f.Name, "history/") {
			continue // the steps of another folder are no steps of this one
		}
		became, err := st.Restore(f.Name, f.Data)
		if err != nil {
			return err
		}
		switch {
		case became == store.Added:
			added++
		case became == store.Other && store.IsQuarter(f.Name):
			failed = append(failed, o.quarter(ctx, st, path+", "+f.Name, f.Data))
		case became == store.Other:
			other = append(other, f.Name)
		}
	}
	o.env.say("%s: %s added to %s", path, words.Count(added, "file", "files"), st.Dir())
	if len(other) > 0 {
		o.env.say("left as they are here, since the copy says something else: %s", strings.Join(other, ", "))
	}
	return errors.Join(append(failed, o.restored(st))...)
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
