package assess

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// savedKeys are the keys of a saved quarter, in the order of the file. Those of
// newKeys came with the second schema.
var (
	savedKeys = []string{"schema", "period", "status", "rules", "organization", "frameworks", "inherits", "started", "updated", "as_of",
		"finished", "reopened", "content", "previous", "ledger", "scans", "at", "targets", "decisions", "facts", "answers", "end"}
	newKeys = []string{"rules", "inherits", "as_of", "ledger", "scans", "facts", "end"}
)

// keysOfSaved returns the keys that a file of that schema may have.
func keysOfSaved(schema string) []string {
	if schema == schemaSaved {
		return savedKeys
	}
	return slices.DeleteFunc(slices.Clone(savedKeys), func(key string) bool { return slices.Contains(newKeys, key) })
}

// readSaved reads a saved quarter. Mistakes in the file stay in the document;
// the error is about the content, which stands in files of its own.
func readSaved(doc *strictyaml.Document, schema string, content func(Pin, Status) (*frameworks.Library, error)) (*Assessment, *frameworks.Library, error) {
	m := doc.Root().Mapping(keysOfSaved(schema)...)
	org, country := readOrganization(m.Get("organization"))
	a := &Assessment{
		Period:       strictyaml.Word(m.Need("period"), ParseQuarter),
		Status:       strictyaml.Word(m.Need("status"), parseStatus),
		Organization: org,
		Frameworks:   readFrameworks(m.Get("frameworks")),
		Started:      strictyaml.Word(m.Get("started"), parseTime),
		Updated:      strictyaml.Word(m.Need("updated"), parseTime),
		Reopened:     readReopened(m.Get("reopened")),
		Previous:     strictyaml.Word(m.Get("previous"), parseDigest),
		At:           readLine(m, "at"),
	}
	readFinished(m, a)
	readRules(m, schema, a)
	if schema == schemaSaved && a.Status == Draft { // what is finished stays as it was accepted
		strictyaml.Word(country, frameworks.CountryCode)
	}
	a.Ledger = readMark(m.Get("ledger"), a.Status)
	a.Scans = readPins(m.Get("scans"), a.Status)
	lib, err := findContent(a, content)
	if err != nil {
		return nil, nil, err
	}
	checkFrameworks(m.Get("frameworks"), lib)
	a.Inherits = readInherits(m.Get("inherits"), lib, a.Status)
	a.Targets = readTargets(m.Get("targets"), lib, a)
	a.Decisions = readDecisions(m.Get("decisions"), lib, a.older())
	a.Facts = readFacts(m.Get("facts"), lib)
	a.Answers = readAnswers(m.Get("answers"), lib, a)
	if schema == schemaSaved {
		readEnd(doc.Root(), m, len(m.Get("answers").Entries()))
	}
	return a, lib, nil
}

// readRules reads what a file of the first schema does not have: the number of
// the rules the quarter was begun under, and the as-of day of a draft.
func readRules(m strictyaml.Mapping, schema string, a *Assessment) {
	if schema != schemaSaved {
		a.Rules = 1
		return
	}
	rules := m.Need("rules")
	switch a.Rules = rules.Int(1, 1000); {
	case a.Rules > CurrentRules:
		rules.Errorf("rules %d: the quarter was begun by a newer hygeia; this one knows the rules up to %d", a.Rules, CurrentRules)
	case a.Rules == 0: // its own mistake is recorded
		a.Rules = CurrentRules
	}
	day := m.Get("as_of")
	if a.Status == Finished {
		day.Errorf("a finished quarter is judged on its finished date and has no as_of")
	}
	a.Day = strictyaml.Word(day, ParseDate)
}

// readMark reads how far the ledger went when the quarter was finished.
func readMark(n strictyaml.Node, status Status) Mark {
	if !n.Present() {
		return Mark{}
	}
	if status == Draft {
		n.Errorf("a draft has no ledger; only a finished quarter says how far it went")
	}
	m := n.Mapping("events", "digest")
	return Mark{Events: m.Need("events").Int(0, 1<<20), Digest: strictyaml.Word(m.Need("digest"), parseDigest)}
}

// readEnd checks the end mark: that it is there, and that as many answers stand
// before it as it says.
func readEnd(root strictyaml.Node, m strictyaml.Mapping, answers int) {
	end := m.Get("end")
	if !end.Present() {
		root.Errorf("missing key \"end\": the last lines of the file are missing, so part of it may be lost; take it from a backup")
		return
	}
	n := end.Mapping("answers").Need("answers")
	if said := n.Int(0, 1_000_000); said != answers {
		n.Errorf("end: says %d answers, and the file has %d: part of it is missing, or it was changed by hand; if it is whole, write %d here", said, answers, answers)
	}
}

// readFinished reads what a finished quarter must have and a draft may lack.
func readFinished(m strictyaml.Mapping, a *Assessment) {
	pin := m.Get("content")
	finished := m.Get("finished")
	if a.Status == Finished {
		pin, finished = m.Need("content"), m.Need("finished")
	} else if m.Get("status").Text() == Draft.String() {
		finished.Errorf("a draft has no finished date; status says draft")
	}
	a.Finished = strictyaml.Word(finished, ParseDate)
	c := pin.Mapping("version", "digest")
	a.Content = Pin{Version: needLine(c, "version"), Digest: strictyaml.Word(c.Need("digest"), parseDigest)}
}

// findContent asks for the content, unless the file does not say which.
func findContent(a *Assessment, content func(Pin, Status) (*frameworks.Library, error)) (*frameworks.Library, error) {
	if content == nil || a.Status == Finished && a.Content.Digest == "" {
		return nil, nil
	}
	return content(a.Content, a.Status)
}

// readOrganization returns who is assessed, and the country as it stands there.
func readOrganization(n strictyaml.Node) (org Organization, country strictyaml.Node) {
	m := n.Mapping("name", "name_latin", "size", "size_reason", "beds", "clinicians", "critical_access", "it", "country", "state")
	const most = 100_000
	state, country := m.Get("state"), m.Get("country")
	if country.Present() && country.Text() != home && state.Present() {
		state.Errorf("state: is for a place in the United States, and the country here is %q", country.Text())
	}
	return Organization{
		Name:       readLine(m, "name"),
		Latin:      readLine(m, "name_latin"),
		Size:       strictyaml.Word(m.Get("size"), frameworks.ParseSize),
		SizeReason: cleanLine(m.Get("size_reason"), "size_reason", MaxReason),
		Beds:       m.Get("beds").Int(0, most),
		Clinicians: m.Get("clinicians").Int(0, most),
		Critical:   m.Get("critical_access").Bool(),
		IT:         strictyaml.Word(m.Get("it"), ParseIT),
		Country:    readLine(m, "country"),
		State:      strictyaml.Word(state, frameworks.StateCode),
	}, country
}

// home is the country that has states.
const home = "us"

func readFrameworks(n strictyaml.Node) []string {
	var ids []string
	for _, item := range n.Items() {
		id := item.Text()
		if slices.Contains(ids, id) {
			item.Errorf("framework %q is named twice", id)
		}
		ids = append(ids, cleanLine(item, "framework", MaxName))
	}
	return ids
}

// checkFrameworks refuses frameworks that are not loaded, and their short names:
// a saved quarter names them in full.
func checkFrameworks(n strictyaml.Node, lib *frameworks.Library) {
	if lib == nil {
		return
	}
	for _, item := range n.Items() {
		switch f, err := lib.Framework(item.Text()); {
		case err != nil:
			item.Errorf("%v", err)
		case f.ID != item.Text():
			item.Errorf("framework %q: must be its whole id, %s", item.Text(), f.ID)
		}
	}
}

func readReopened(n strictyaml.Node) []Reopening {
	items := n.Items()
	if len(items) > maxReopened {
		n.Errorf("reopened %d times; at most %d are kept", len(items), maxReopened)
	}
	var all []Reopening
	for _, item := range items {
		m := item.Mapping("date", "reason")
		all = append(all, Reopening{On: strictyaml.Word(m.Need("date"), ParseDate), Reason: needLine(m, "reason")})
	}
	return all
}

func readTargets(n strictyaml.Node, lib *frameworks.Library, a *Assessment) map[string]Target {
	targets := map[string]Target{}
	for _, e := range openMapping(n) {
		q := findQuestion(e.Key, lib)
		m := e.Value.Mapping("level", "reason", "approver")
		level := m.Need("level")
		t := Target{
			Level:    strictyaml.Word(level, frameworks.ParseLevel),
			Reason:   needLine(m, "reason"),
			Approver: readLine(m, "approver"),
		}
		targets[e.Key.Text()] = t
		if q == nil || !a.savedWith(lib) || t.Reason == "" {
			continue
		}
		if problem := t.Problem(lib, q, a.Organization.Size); problem != "" {
			level.Errorf("%s", problem)
		}
	}
	return targets
}

// savedWith reports whether the quarter was last saved with this very content
// under today's rules, so that a target they refuse can only have been typed into
// the file. With newer content a usual target may have risen: then such a target
// counts for nothing and does not keep the file from being read.
func (a *Assessment) savedWith(lib *frameworks.Library) bool {
	return !a.older() && a.Content.Digest == lib.Digest
}

// openMapping returns the entries of a mapping whose keys are the file's own. A
// key without a value is recorded.
func openMapping(n strictyaml.Node) []strictyaml.Entry {
	entries := n.Entries()
	keys := make([]string, len(entries))
	for i, e := range entries {
		keys[i] = e.Key.Text()
	}
	m := n.Mapping(keys...)
	for i := range entries {
		entries[i].Value = m.Need(keys[i])
	}
	return entries
}

// readText reads a text a person wrote, cleaned, of at most max characters.
func readText(m strictyaml.Mapping, key string, max int) string {
	return cleanText(m.Get(key), key, max)
}

// readLine reads a name or a short text of one line.
func readLine(m strictyaml.Mapping, key string) string {
	return cleanLine(m.Get(key), key, MaxName)
}

// needLine reads one that must be there.
func needLine(m strictyaml.Mapping, key string) string {
	n := m.Need(key)
	text := cleanLine(n, key, MaxName)
	if text == "" {
		n.Errorf("%s is empty", key) // spaces only; nothing at all is recorded by Need
	}
	return text
}

func cleanLine(n strictyaml.Node, what string, max int) string {
	text := cleanText(n, what, max)
	for _, r := range text {
		if r == '\n' {
			n.Errorf("%s must be one line", what)
			break
		}
	}
	return text
}

func cleanText(n strictyaml.Node, what string, max int) string {
	text := words.Clean(n.Text())
	if length := utf8.RuneCountInString(text); length > max {
		n.Errorf("%s has %d characters; at most %d are kept", what, length, max)
	}
	return text
}

func parseStatus(s string) (Status, error) {
	switch s {
	case Draft.String():
		return Draft, nil
	case Finished.String():
		return Finished, nil
	}
	return 0, fmt.Errorf("status %q: must be draft or finished", s)
}

// ParseIT reads who runs the IT of an organization: own, shared or outsourced.
func ParseIT(s string) (string, error) {
	if s == "own" || s == "shared" || s == "outsourced" {
		return s, nil
	}
	return "", fmt.Errorf("it %q: must be own, shared or outsourced", s)
}

func parseTime(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil || t.UTC().Format(time.RFC3339) != s || t.IsZero() {
		return time.Time{}, fmt.Errorf("time %q: must be a moment in UTC like 2026-09-14T16:30:00Z", s)
	}
	return t.UTC(), nil
}

var digestForm = words.Pattern(`^sha256:[0-9a-f]{64}$`)

// parseDigest lets nothing through that could name another file: the store
// makes a file name of it.
func parseDigest(s string) (string, error) {
	if !digestForm().MatchString(s) {
		return "", fmt.Errorf("digest %q: must be sha256: and 64 digits and letters a to f", s)
	}
	return s, nil
}
