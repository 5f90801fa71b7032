package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"

	"hygeia/assess"
	"hygeia/assess/evidence"
	"hygeia/assess/sheet"
	"hygeia/assess/store"
	"hygeia/cmd/form"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// scanFile is one file of a scan, as read.
type scanFile struct {
	path   string
	report *evidence.Report
	told   string // why it has the date it has, where the file says none
	again  bool   // it was kept before

	replaces []*assess.Evidence // what is kept of the same kind and day, and goes for it
}

// scans reads the files of scans, and keeps the figures of all of them or of none.
func (o *importOptions) scans(ctx context.Context, st *store.Store, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	lib, err := st.Library()
	if err != nil {
		return err
	}
	if err := o.kindOfAs(lib); err != nil {
		return err
	}
	meant, err := o.families(ctx, lib, paths)
	if err != nil {
		return err
	}
	done := o.env.working("reading " + words.Count(len(paths), "file", "files"))
	files, err := o.readScans(paths, meant)
	done()
	if err != nil {
		return err
	}
	kept, err := st.Evidence()
	if err != nil {
		return err
	}
	if err := o.dates(files); err != nil {
		return err
	}
	markAgain(files, kept)
	if err := o.owners(ctx, st, files, kept); err != nil {
		return err
	}
	if err := o.sameDay(ctx, lib, files, kept); err != nil {
		return err
	}
	for _, f := range files {
		o.describe(lib, f)
		if o.DryRun || f.again {
			continue
		}
		if err := o.replace(st, f); err != nil {
			return err
		}
		f.report.Evidence.Imported = o.today()
		if _, err := st.KeepEvidence(f.report.Evidence); err != nil {
			return err
		}
	}
	return o.afterScans(st, files)
}

// readScans reads the list of attacked flaws first, in which the flaws of the
// others are looked up. It tells everything that is wrong with any file.
func (o *importOptions) readScans(paths []string, meant map[string]string) ([]*scanFile, error) {
	var catalog *evidence.Catalog
	byPath := map[string]*scanFile{}
	var wrong []error
	read := func(path string) {
		report, err := o.readScan(path, catalog, meant[path])
		if err != nil {
			wrong = append(wrong, err)
			return
		}
		byPath[path] = &scanFile{path: path, report: report}
	}
	var rest []string
	for _, path := range paths {
		if head, err := headOf(path); err == nil && evidence.IsCatalog(head) {
			read(path)
			if f := byPath[path]; f != nil && f.report.Catalog != nil && f.report.Catalog.Listed() > catalog.Listed() {
				catalog = f.report.Catalog // the fullest, where there are several
			}
			continue
		}
		rest = append(rest, path)
	}
	for _, path := range rest {
		read(path)
	}
	if len(wrong) > 0 {
		if len(paths) > 1 {
			wrong = append(wrong, errors.New("nothing of these files was kept"))
		}
		return nil, errors.Join(wrong...)
	}
	var files []*scanFile
	for _, path := range paths {
		files = append(files, byPath[path])
	}
	return files, nil
}

func (o *importOptions) readScan(path string, catalog *evidence.Catalog, as string) (*evidence.Report, error) {
	f, err := store.OpenPlain(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return evidence.Read(path, f, evidence.Options{Catalog: catalog, From: o.from, KeepHosts: o.KeepHosts, As: as})
}

// dates gives each file its day: the one it tells, the one of --date, or for an
// attachment of CISA's report that of the others imported with it. What lies ahead
// is refused.
func (o *importOptions) dates(files []*scanFile) error {
	var weekly assess.Date
	for _, f := range files {
		if e := f.report.Evidence; strings.HasPrefix(e.Kind, "cyhy-") && e.Partial == "" && e.Date.After(weekly) {
			weekly = e.Date
		}
	}
	var wrong []error
	for _, f := range files {
		e := f.report.Evidence
		switch {
		case !e.Date.IsZero():
		case !o.date.IsZero():
			e.Date, e.Told, f.told = o.date, true, "as you said"
		case strings.HasPrefix(e.Kind, "cyhy-") && !weekly.IsZero():
			e.Date, e.Told, f.told = weekly, true, "as the other attachments say"
		default:
			wrong = append(wrong, fmt.Errorf("%s: does not say of which day it is", f.path))
			continue
		}
		if e.Date.After(o.today()) {
			wrong = append(wrong, fmt.Errorf("%s: is of %s, which lies ahead of today, %s: is the clock of this computer right, or that of the scanner", f.path, e.Date, o.today()))
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return withHint(errors.Join(append(wrong, errors.New("nothing was kept"))...),
		"for files without a date say the day of the scan with --date, as in --date %s", o.today())
}

// markAgain marks the files that are kept already, and those that are there twice.
func markAgain(files []*scanFile, kept []*assess.Evidence) {
	seen := map[string]bool{}
	for _, e := range kept {
		seen[e.Digest] = true
	}
	for _, f := range files {
		f.again = seen[f.report.Evidence.Digest]
		seen[f.report.Evidence.Digest] = true
	}
}

// owners asks about files that say they are somebody else's: whose name is neither
// the organization's nor one that was accepted before.
func (o *importOptions) owners(ctx context.Context, st *store.Store, files []*scanFile, kept []*assess.Evidence) error {
	a, err := st.Glance()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	known := map[string]bool{}
	name := "this folder"
	if a != nil {
		name = a.Organization.Name
		known[letters(name)] = true
	}
	for _, e := range kept {
		for _, owner := range e.Owners {
			known[letters(owner)] = true
		}
	}
	others := map[string]bool{}
	for _, f := range files {
		for _, owner := range f.report.Evidence.Owners {
			if !known[letters(owner)] {
				others[owner] = true
			}
		}
	}
	if len(others) == 0 || o.Yes || o.DryRun && !o.asking() {
		return nil
	}
	list := words.And(slices.Sorted(maps.Keys(others)))
	if !o.asking() {
		return withHint(fmt.Errorf("the files say that they are of %s, and this is %s; nothing was kept", list, name),
			"if that is you, such as by CISA's short name for you, add --yes; it is not asked again")
	}
	term := form.Terminal{In: o.env.In, Out: o.env.Screen, Width: o.env.Width}
	answer, answered := form.Either(ctx, term, fmt.Sprintf("The files say that they are of %s, and this is %s. Are they about you?", words.Line(list), words.Line(name)), "yes", "no")
	if !answered || answer != "yes" {
		return interruptedf("nothing was kept")
	}
	return nil
}

func (o *importOptions) asking() bool { return o.env.InTerminal && o.env.Screen != nil }

// letters is a name without what people write differently.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// describe says all that is kept of a file.
func (o *importOptions) describe(lib *frameworks.Library, f *scanFile) {
	e := f.report.Evidence
	o.env.tell("%s", f.path)
	line := func(what, text string) { o.env.tell("  %-46s %s", what, text) }
	line("what it is", lib.Scans.Kind(e.Kind))
	line("date", words.Join(", ", e.Date.String(), f.told))
	line("digest", e.Digest)
	if e.From != assess.NotTold || fromMatters(lib, e.Kind) {
		line("seen from", seenFrom(e.From))
	}
	if len(e.Owners) > 0 {
		line("of", words.And(e.Owners))
	}
	if e.Partial != "" {
		line("not the whole picture", e.Partial)
	}
	line("rows", fmt.Sprintf("%d read, %d could not be read", e.Rows, e.Unread))
	for _, named := range lib.Scans.Figures {
		if figure := e.Figure(named.Key); figure.Known() {
			line(named.Title, figure.String())
		}
	}
	for _, key := range e.Missing {
		line(lib.Scans.Figure(key), assess.Figure{}.String())
	}
	if o.KeepHosts {
		line("names and addresses of systems", words.Count(len(e.Hosts), "is kept", "are kept"))
	}
	for _, note := range f.report.Notes {
		o.env.say("%s: %s", f.path, note)
	}
	if len(f.report.Columns) > 0 {
		o.env.say("%s: columns that are not known were passed over: %s", f.path, strings.Join(f.report.Columns, ", "))
	}
	if f.again {
		o.env.say("%s: is kept already; nothing was changed", f.path)
	}
}

// fromMatters reports whether some rule asks where a file of that kind was seen from.
func fromMatters(lib *frameworks.Library, kind string) bool {
	return slices.ContainsFunc(lib.Scans.Rules, func(r frameworks.ScanRule) bool {
		return r.From != "" && slices.Contains(r.Kinds, kind)
	})
}

func seenFrom(v assess.Vantage) string {
	switch v {
	case assess.Internet:
		return "the internet"
	case assess.Inside:
		return "inside the network"
	}
	return "not told; say it with --from internet or --from inside"
}

// afterScans ends an import: what was kept, and what it says about answers.
func (o *importOptions) afterScans(st *store.Store, files []*scanFile) error {
	fresh := 0
	for _, f := range files {
		if !f.again {
			fresh++
		}
	}
	if o.DryRun {
		o.env.say("nothing was kept because of --dry-run; it would be the figures of %s", words.Count(fresh, "file", "files"))
		return nil
	}
	o.env.say("the figures of %s are kept in %s; no answer was changed, and no score but the one with proof", words.Count(fresh, "file", "files"), st.Dir())
	saved, err := latest(st)
	if err != nil {
		return nil // there is no quarter yet that they could say something about
	}
	touched, supports, disputes, late := 0, 0, 0, 0
	r, err := o.env.evaluate(st, saved)
	if err != nil {
		return err
	}
	for _, it := range r.Items {
		switch {
		case it.Disputed():
			disputes++
		case it.Supported():
			supports++
		}
		if slices.ContainsFunc(it.Scans, func(s assess.Saying) bool { return s.Counts() && among(files, s.Evidence.Digest) }) {
			touched++
		}
		if slices.ContainsFunc(it.Scans, func(s assess.Saying) bool {
			return !s.Fresh && s.Verdict != frameworks.SaysNothing && among(files, s.Evidence.Digest)
		}) {
			late++
		}
	}
	o.env.say("scans support %s of %s, and dispute %d", words.Count(supports, "answer", "answers"), saved.Period, disputes)
	if late > 0 {
		o.env.say("what these files say about %s is too old to count", words.Count(late, "answer", "answers"))
	}
	if fresh > 0 {
		o.env.hint("take it back with %s", o.env.named("undo"))
	}
	o.env.hint("see which and why with %s", o.env.named("evidence"))
	if touched > 0 && saved.Status == assess.Draft {
		o.env.hint("they bear on %s; go through just those with %s", words.Count(touched, "question", "questions"), o.env.named("assess", "--only", "scanned"))
	}
	return nil
}

func among(files []*scanFile, digest string) bool {
	return slices.ContainsFunc(files, func(f *scanFile) bool { return f.report.Evidence.Digest == digest })
}

// headOf reads the beginning of a file.
func headOf(path string) ([]byte, error) {
	f, err := store.OpenPlain(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return evidence.Head(f)
}

// isScan reports whether a file begins as that of a scan, or as what such files come
// in: the report that they are attached to, or a packed file.
func isScan(head []byte) bool {
	kind := sheet.KindOf(head)
	return evidence.Recognize(head) || kind == sheet.PDF || kind == sheet.Gzip || kind == sheet.Empty
}
