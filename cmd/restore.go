package cmd

import (
	"context"
	"errors"
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
	if err := o.ofAnother(st, path, files); err != nil {
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
	found, err := restore(st, files, empty)
	done()
	for _, d := range found.mended {
		o.env.say("%s could not be read, so the one of the copy stands there now; the damaged one is %s", d.name, d.moved)
	}
	if err != nil {
		return err
	}
	var failed []error
	for _, f := range found.both {
		failed = append(failed, o.takeData(ctx, st, path+", "+f.Name, f.Data))
	}
	o.env.say("%s: %s added to %s", path, words.Count(found.added, "file", "files"), st.Dir())
	if len(found.other) > 0 {
		o.env.say("left as they are here, since the copy says something else: %s", strings.Join(found.other, ", "))
	}
	return errors.Join(append(failed, o.intact(st))...)
}

func rank(name string) int {
	if store.IsQuarter(name) {
		return 1
	}
	return 0
}

// intact says whether the quarters can be read and are as they were finished.
func (o *importOptions) intact(st *store.Store) error {
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
