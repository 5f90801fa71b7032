package cmd

import (
	"fmt"
	"strings"

	"hygeia/assess/exchange/oscal"
	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// catalog makes a framework of one's own out of a catalog in OSCAL.
func (o *importOptions) catalog(st *store.Store, path string, data []byte) error {
	c, err := oscal.Read(path, data)
	if err != nil {
		return err
	}
	short := o.Name
	if short == "" {
		short = c.Short()
	}
	lib, err := st.LibraryBeside(short)
	if err != nil {
		return err
	}
	if f, err := lib.Framework(short); err == nil {
		return withHint(fmt.Errorf("%s: there is a framework %q already: %s", path, short, f.Title), "choose another name with --name")
	}
	made, err := c.Files(lib, short)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if now, err := st.Library(); err == nil && !o.DryRun {
		if _, err := now.Framework(short); err == nil && st.TryOwn(short, made.Files) == nil {
			o.env.say("%s: the framework %q in %s was made of it already", path, short, st.Dir())
			return nil
		}
	}
	if o.DryRun {
		err = st.TryOwn(short, made.Files)
	} else {
		err = st.AddOwn(short, made.Files)
	}
	if err != nil {
		return withHint(fmt.Errorf("%s: %w", path, err), "choose another name with --name, or move the file away")
	}
	o.tellCatalog(path, c, made)
	if o.DryRun {
		o.env.say("nothing is changed by --dry-run")
		return nil
	}
	o.env.say("saved as the framework %q in %s", short, st.Dir())
	o.env.hint("answer it with %q, or take it back with %s", "hygeia assess --framework "+short, o.env.named("undo"))
	return nil
}

// tellCatalog says what a catalog holds, and what became of it.
func (o *importOptions) tellCatalog(path string, c *oscal.Catalog, made *oscal.Written) {
	groups := 0
	for _, s := range c.Sections {
		for _, g := range s.Groups {
			if g.ID != "" {
				groups++
			}
		}
	}
	what := words.Join(", version ", c.Title, c.Version)
	if c.OSCAL != "" {
		what += " (OSCAL " + c.OSCAL + ")"
	}
	o.env.say("%s: %s", path, what)
	o.env.tell("  %s, %s, %s", words.Count(len(c.Sections), "section", "sections"),
		words.Count(groups, "group", "groups"), words.Count(c.Count(), "requirement", "requirements"))
	if n := len(c.Withdrawn); n > 0 {
		how := ""
		if c.Unmarked {
			how = "; the file does not mark them, so they were told by the examples they lack: a newer edition of the file is safer"
		}
		o.env.tell("  left out as withdrawn: %s%s", words.Count(n, "id", "ids"), how)
	}
	o.env.tell("  %s by questions that hygeia asks already, %d by a question made for each", words.Count(made.Shared, "requirement is answered", "requirements are answered"), made.Asked)
	if c.Redrawn > 0 {
		o.env.tell("  %s had signs that a report cannot draw, which were left out", words.Count(c.Redrawn, "text", "texts"))
	}
	o.env.tell("  files in the folder \"own\": %s", strings.Join(fileNames(made.Files), ", "))
}

func fileNames(files []frameworks.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}
