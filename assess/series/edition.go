package series

import (
	"maps"
	"slices"
	"strings"

	"hygeia/frameworks"
)

// edition is one framework or earlier edition of one, as its ids are looked up.
type edition struct {
	id, title string
	short     string   // of a loaded framework: the name people type
	now       *edition // of an earlier one: what took its place
	family    *family
	says      string // of an earlier one: whose word it is where ids went
	entries   map[string]*entry
	order     []*entry // of sorted
}

// entry is one id of an edition.
type entry struct {
	id     string
	fine   bool // a requirement, not a category or function above them
	went   []string
	gone   bool // of an earlier edition's id, or withdrawn: it is used no longer
	title  string
	words  []string // of outcomes whose title is ours
	prints bool     // the title is the publisher's

	ownStems, distinctStems map[string]bool // of own and distinct, once they were asked for
}

// library is everything that ids are looked up in.
type library struct {
	editions []*edition
	families []*family
}

// newLibrary gathers the loaded frameworks and the earlier editions.
func newLibrary(lib *frameworks.Library) (*library, error) {
	old, err := former()
	if err != nil {
		return nil, err
	}
	l := &library{families: newFamilies()}
	for _, f := range lib.Frameworks {
		if f.ID != frameworks.FoundationID { // its ids are words of ours, and nobody's sheet has them
			l.add(f, old)
		}
	}
	for _, f := range old.editions {
		for _, id := range f.withdrawn {
			if _, w, ok := lib.Former(id); ok {
				f.went[id] = slices.Sorted(slices.Values(w.To))
			}
		}
		l.addFormer(f)
	}
	return l, nil
}

func (l *library) add(f *frameworks.Framework, old *earlier) {
	e := &edition{id: f.ID, short: f.Short, title: title(f), family: l.family(f.ID), entries: map[string]*entry{}}
	if e.family == nil {
		e.family = &family{name: f.ID, find: e.exact}
		l.families = append(l.families, e.family)
	}
	e.family.editions = append(e.family.editions, e)
	l.editions = append(l.editions, e)
	ours := f.ID == frameworks.CSFID
	for _, s := range f.Sections {
		e.put(&entry{id: s.ID, title: s.Title, prints: true})
		for _, g := range s.Groups {
			if g.ID != "" {
				e.put(&entry{id: g.ID, title: g.Title, prints: true})
			}
			for _, r := range g.Requirements {
				e.put(&entry{id: r.ID, fine: true, title: r.Title, prints: !ours, words: old.words[f.ID][r.ID]})
			}
		}
	}
}

// title names a framework with its version where the title lacks it.
func title(f *frameworks.Framework) string {
	if f.Version == "" || strings.Contains(f.Title, f.Version) {
		return f.Title
	}
	return f.Title + " " + f.Version
}

// addFormer adds an earlier edition. Ids that its successor withdrew are known there
// too: people write them among the current ones.
func (l *library) addFormer(f formerEdition) {
	now := l.edition(f.now)
	if now == nil {
		return // content from before there was that framework
	}
	e := &edition{id: f.id, title: f.title, now: now, family: now.family, says: f.says, entries: map[string]*entry{}}
	e.family.editions = append(e.family.editions, e)
	l.editions = append(l.editions, e)
	for _, id := range f.ids {
		fine := len(f.words) == 0 || f.words[id] != nil
		e.put(&entry{id: id, fine: fine, went: f.went[id], gone: true, title: f.titles[id], words: f.words[id], prints: f.titles[id] != ""})
		if key := e.family.key(id); now.entries[key] == nil && e.family.sameIDs {
			now.entries[key] = &entry{id: e.family.print(id), fine: fine, went: f.went[id], gone: true, title: f.titles[id], words: f.words[id], prints: f.titles[id] != ""}
		}
	}
}

// put adds an id. A requirement stands over a group that bears the same id.
func (e *edition) put(x *entry) {
	key := e.family.key(x.id)
	if was := e.entries[key]; was == nil || x.fine {
		e.entries[key] = x
	}
}

func (l *library) edition(id string) *edition {
	for _, e := range l.editions {
		if strings.EqualFold(e.id, id) || e.short != "" && strings.EqualFold(e.short, id) {
			return e
		}
	}
	return nil
}

// exact finds an id of a framework that the organization added: the cell is the id,
// or begins with it.
func (e *edition) exact(cell string) []found {
	cell = strings.TrimSpace(cell)
	first := cell
	if i := strings.IndexAny(cell, " \t\n:;,"); i > 0 {
		first = cell[:i]
	}
	for _, text := range []string{cell, first} {
		if x := e.entries[strings.ToUpper(text)]; x != nil {
			return []found{{key: strings.ToUpper(text), from: 0, to: len(text)}}
		}
	}
	return nil
}

// sorted returns the ids of an edition in their order.
func (e *edition) sorted() []*entry {
	if e.order == nil {
		for _, key := range slices.Sorted(maps.Keys(e.entries)) {
			e.order = append(e.order, e.entries[key])
		}
	}
	return e.order
}

// look finds an id as a sheet writes it. HIPAA's standards are cited with and without
// their last (i), and one citation moved in 2013.
func (e *edition) look(key string) *entry {
	if x := e.entries[key]; x != nil || e.family.name != "hipaa" {
		return x
	}
	if key == "164.308|b|4" {
		key = "164.308|b|3"
	}
	for _, form := range []string{key, key + "|i", strings.TrimSuffix(key, "|i")} {
		if x := e.entries[form]; x != nil {
			return x
		}
	}
	for _, obligation := range []string{"|r", "|a"} { // "164.310(d)(2)(i) (R)": required or addressable
		if form, ok := strings.CutSuffix(key, obligation); ok && strings.Contains(form, "|") {
			return e.look(form)
		}
	}
	return nil
}
