package assess

import (
	"cmp"
	"maps"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// Pins are the scans that a finished quarter was scored with, so that what is
// imported or deleted later moves none of its figures. The zero Pins are those of a
// draft, and of a quarter that was finished before they were kept: these are judged
// by what lies in the folder.
type Pins struct {
	Kept  bool        // the quarter keeps them, and be it none
	Files []*Evidence // without names of systems, owners and what the file lacked; by date, kind and digest
}

// maxPins is the most scans that one quarter is scored with.
const maxPins = 500

// scans returns what the answers are held against.
func (a *Assessment) scans() []*Evidence {
	if a.Status == Finished && a.Scans.Kept {
		return a.Scans.Files
	}
	return a.Evidence
}

// pin keeps the scans that count for some asked question of the finished quarter.
func (a *Assessment) pin(lib *frameworks.Library) {
	a.Scans = Pins{}
	var files []*Evidence
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		for _, s := range a.Sayings(lib, q, a.Answers[q.Key]) {
			if s.Counts() && !slices.Contains(files, s.Evidence) {
				files = append(files, s.Evidence)
			}
		}
	}
	slices.SortFunc(files, func(x, y *Evidence) int {
		return cmp.Or(compareDates(x.Date, y.Date), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Digest, y.Digest))
	})
	a.Scans.Kept = true
	for _, e := range files {
		a.Scans.Files = append(a.Scans.Files, e.pinned())
	}
}

// pinned is what a quarter keeps of a scan: all that may decide about an answer.
func (e *Evidence) pinned() *Evidence {
	figures := map[string]Figure{}
	for key, f := range e.Figures {
		if f.Known() {
			figures[key] = f
		}
	}
	return &Evidence{
		Kind: e.Kind, Date: e.Date, Told: e.Told, Imported: e.Imported, Digest: e.Digest, From: e.From,
		Partial: e.Partial, Rows: e.Rows, Unread: e.Unread, Figures: figures,
	}
}

// SameScan reports whether both were kept of the same file, whatever they say of it.
func (e *Evidence) SameScan(other *Evidence) bool {
	return e.Kind == other.Kind && e.Digest == other.Digest
}

// Agrees reports whether both say the same of it, whenever they were read.
func (e *Evidence) Agrees(other *Evidence) bool {
	x, y := e.pinned(), other.pinned()
	return e.SameScan(other) && maps.Equal(x.Figures, y.Figures) && x.Date == y.Date && x.From == y.From && x.Partial == y.Partial
}

// writePins writes how many scans there are, so that one taken out is noticed, and
// each of them.
func writePins(m *strictyaml.Map, p Pins) {
	if !p.Kept {
		return
	}
	m = m.Map("scans")
	m.Int("files", len(p.Files))
	if len(p.Files) == 0 {
		return
	}
	list := m.List("scored_with")
	for _, e := range p.Files {
		writeScan(list.Map(), e)
	}
}

// readPins reads what [writePins] wrote.
func readPins(n strictyaml.Node, status Status) Pins {
	if !n.Present() {
		return Pins{}
	}
	if status == Draft {
		n.Errorf("a draft keeps no scans; only a finished quarter keeps those it was scored with")
	}
	m := n.Mapping("files", "scored_with")
	p := Pins{Kept: true}
	for _, item := range m.Get("scored_with").Items() {
		p.Files = append(p.Files, readScan(item.Mapping(scanKeys...)))
	}
	files := m.Need("files")
	switch said := files.Int(0, maxPins); {
	case len(p.Files) > maxPins:
		files.Errorf("%d scans; at most %d are kept in one quarter", len(p.Files), maxPins)
	case said != len(p.Files):
		files.Errorf("files: says %d, and %d are kept: part of the list is missing or was changed by hand", said, len(p.Files))
	}
	return p
}
