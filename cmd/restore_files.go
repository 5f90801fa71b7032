package cmd

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess/backup"
	"hygeia/assess/exchange"
	"hygeia/assess/ledger"
	"hygeia/assess/log"
	"hygeia/assess/store"
	"hygeia/frameworks/strictyaml"
)

// ofAnother refuses a copy in which no quarter is of an organization that has one
// here: its decisions, sheets and questions would be poured into this one's, and
// what is written into a ledger stays there.
func (o *importOptions) ofAnother(st *store.Store, path string, files []backup.File) error {
	here, err := namesHere(st)
	if err != nil || o.Yes || len(here) == 0 {
		return err
	}
	var theirs string
	for _, f := range files {
		name := nameIn(f)
		if name == "" {
			continue
		}
		if slices.ContainsFunc(here, func(known string) bool { return letters(known) == letters(name) }) {
			return nil
		}
		theirs = name
	}
	if theirs == "" {
		return nil
	}
	return withHint(fmt.Errorf("%s: is a copy of %s, and this folder is about %s; nothing was taken over", path, theirs, here[len(here)-1]),
		"restore it into a folder of its own with another --dir; if both are the same organization, add --yes")
}

// namesHere are the names of the organization in the quarters that can be read,
// oldest first.
func namesHere(st *store.Store) ([]string, error) {
	periods, err := st.Periods()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, period := range periods {
		path := st.Path(period)
		data, err := store.ReadPlain(path, maxImport)
		if err != nil {
			continue // it is told where it is needed
		}
		if name := nameIn(backup.File{Name: filepath.Base(path), Data: data}); name != "" {
			names = append(names, name)
		}
	}
	return names, nil
}

// nameIn is the name of the organization in a file that is a quarter, else "".
func nameIn(f backup.File) string {
	if !store.IsQuarter(f.Name) {
		return ""
	}
	a, err := exchange.ReadQuarter(f.Name, f.Data)
	if err != nil {
		return ""
	}
	return a.Organization.Name
}

// restored is what a copy came to: how many files were missing here, the quarters
// and lists that say something else here, the names of the other files that do,
// and those that were damaged here, with where they are now.
type restored struct {
	added  int
	both   []backup.File
	other  []string
	mended []aside
}

// aside is a damaged file that was moved away.
type aside struct{ name, moved string }

// restore puts the files of a copy into the folder where they are missing, and
// where what is there cannot be read: that is what a copy is kept for.
func restore(st *store.Store, files []backup.File, empty bool) (restored, error) {
	var all restored
	// Content comes before the quarters that need it.
	slices.SortStableFunc(files, func(x, y backup.File) int { return rank(x.Name) - rank(y.Name) })
	for _, f := range files {
		if !empty && strings.HasPrefix(f.Name, "history/") {
			continue // the steps of another folder are no steps of this one
		}
		became, err := st.Restore(f.Name, f.Data)
		if err == nil && became == store.Other {
			became, err = all.mend(st, f)
		}
		switch {
		case err != nil:
			return all, err
		case became == store.Added:
			all.added++
		case became == store.Other && (store.IsQuarter(f.Name) || store.IsList(f.Name)):
			all.both = append(all.both, f)
		case became == store.Other:
			all.other = append(all.other, f.Name)
		}
	}
	return all, nil
}

// mend puts a copy's file in the place of one that is damaged, which is moved away.
// Any other stays.
func (r *restored) mend(st *store.Store, f backup.File) (store.Restored, error) {
	here, err := store.ReadPlain(filepath.Join(st.Dir(), filepath.FromSlash(f.Name)), maxImport)
	if err != nil || damaged(f.Name, f.Data) || !damaged(f.Name, here) {
		return store.Other, err
	}
	if stated := schemaOf(here); stated != "" && stated != schemaOf(f.Data) {
		return store.Other, nil // a newer hygeia's file is no damaged one
	}
	moved, err := st.PutAside(f.Name)
	if err != nil {
		return store.Other, err
	}
	r.mended = append(r.mended, aside{f.Name, moved})
	return st.Restore(f.Name, f.Data)
}

// damaged reports whether a quarter, a list or the questions of a finished quarter
// cannot be read as what the name says. Of other files that is not known.
func damaged(name string, data []byte) bool {
	var err error
	switch {
	case store.IsQuarter(name):
		_, err = exchange.ReadQuarter(name, data)
	case strings.HasPrefix(name, "ledger."):
		_, err = ledger.Read(name, data)
	case strings.HasPrefix(name, "log."):
		_, err = log.Read(name, data)
	case strings.HasPrefix(name, "content/") && strings.HasSuffix(name, ".gz"):
		err = unpacks(data)
	}
	return err != nil
}

func unpacks(data []byte) error {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err == nil {
		_, err = io.Copy(io.Discard, io.LimitReader(z, maxImport))
	}
	return err
}

// schemaOf is the line that says what a file is, "" without one.
func schemaOf(data []byte) string {
	for line := range strings.Lines(string(strictyaml.Text(data[:min(len(data), 4<<10)]))) {
		if strings.HasPrefix(line, "schema:") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
