package packet

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// Reply is a hand-out that came back.
type Reply struct {
	ID           string
	Organization string
	Quarter      assess.Quarter
	By           string      // who answered; empty if nobody said so
	On           assess.Date // when it was filled in; zero if it does not say
	Given        []Given     // what was answered, in the order of the file
	Empty        []string    // keys of the questions that were left empty
	Wrong        []Wrong     // answers that cannot be read
}

// Given is one answer of a reply.
type Given struct {
	Key    string
	Still  bool          // the answer of today is still true; Answer holds what is beside it
	Answer assess.Answer // as it was given, with nothing that the program sets
	Check  Check
}

// Wrong is an answer that cannot be taken over, and why: in a spreadsheet with its
// place.
type Wrong struct{ Key, Why string }

// begins is what every form of a hand-out holds.
var begins = []byte("hygeia/packet/v")

// ErrForm says that a file is the web page itself and not what it saved.
var ErrForm = errors.New("is the page to fill in, not what somebody answered: open it in a browser, answer, choose \"Save my answers\", and import the file that it saves")

// IsReply reports whether a file is a hand-out that came back, or may be one: a text
// or a workbook. It needs the whole file.
func IsReply(data []byte) bool {
	switch sheet.KindOf(data) {
	case sheet.TextFile:
		return bytes.Contains(strictyaml.Text(data), begins)
	case sheet.Workbook:
		return isWorkbook(data)
	}
	return false
}

// Read reads a hand-out that came back, in any of its forms: what the web page
// saved, the same pasted into a message, the YAML file, a workbook or a CSV file. A
// mistake of form is an error that says where it is, and nothing is read then. Days
// without a year in a sheet are read as of today.
func Read(name string, data []byte, today assess.Date) (*Reply, error) {
	if sheet.KindOf(data) != sheet.TextFile {
		return readTable(name, data, today)
	}
	text := strictyaml.Text(data)
	switch {
	case isPage(text):
		return nil, fmt.Errorf("%s: %w", name, ErrForm)
	case isYAML(text), json.Valid(text): // the second is what the page saved, as it saved it
		return readText(name, text)
	}
	if found, ok := pasted(text); ok {
		return readText(name, found)
	}
	return readTable(name, data, today)
}

// isPage reports whether a text is a web page.
func isPage(text []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 1<<10)]))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

var schemaLine = words.Pattern(`(?m)^["']?schema["']? *: *["']?hygeia/packet/v[0-9]+["']?[ \t\r]*$`)

func isYAML(text []byte) bool { return schemaLine().Match(text[:min(len(text), 4<<10)]) }

// limits of a reply: it may hold every question there is, and notes to all of them.
var limits = strictyaml.Limits{Bytes: 4 << 20}

func readText(name string, text []byte) (*Reply, error) {
	shown := words.Shown(string(text)) // people paste what cannot be seen into notes
	doc, err := strictyaml.ParseText(name, shown, limits)
	if doc == nil {
		return nil, err
	}
	m := doc.Root().Mapping("schema", "by", "on", "answers", "unfinished", "packet", "organization", "quarter", "check")
	if s := m.Need("schema"); s.Present() && s.Text() != schema {
		return nil, fmt.Errorf("%s: schema %q: this hygeia reads %s; a newer one wrote it", name, s.Text(), schema)
	}
	r := &Reply{
		ID: words.Line(m.Need("packet").Text()), Organization: words.Line(m.Need("organization").Text()),
		Quarter: strictyaml.Word(m.Need("quarter"), assess.ParseQuarter),
		By:      words.Line(m.Get("by").Text()), On: strictyaml.Word(m.Get("on"), assess.ParseDate),
	}
	checks := map[string]Check{}
	for _, e := range m.Need("check").Entries() {
		checks[e.Key.Text()] = strictyaml.Word(e.Value, ParseCheck)
	}
	given := map[string]bool{}
	for _, e := range m.Get("answers").Entries() {
		check, asked := checks[e.Key.Text()]
		if !asked {
			e.Key.Errorf("%q: is no question of this hand-out, by its list under \"check\"", e.Key.Text())
			continue
		}
		if g, answered := readGiven(e, check); answered {
			r.Given = append(r.Given, g)
			given[g.Key] = true
		}
	}
	for _, e := range m.Get("unfinished").Entries() {
		r.Wrong = append(r.Wrong, Wrong{words.Line(e.Key.Text()), "it was begun and not finished, a reason or another detail is missing"})
		given[e.Key.Text()] = true
	}
	for _, e := range m.Get("check").Entries() {
		if !given[e.Key.Text()] {
			r.Empty = append(r.Empty, e.Key.Text())
		}
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// readGiven reads one answer; false if it was left empty.
func readGiven(e strictyaml.Entry, check Check) (Given, bool) {
	m := e.Value.Mapping(assess.GivenKeys()...)
	word := m.Get("answer")
	g := Given{Key: e.Key.Text(), Check: check, Still: word.Text() == WordStill}
	if g.Still {
		word = strictyaml.Node{}
	}
	g.Answer = assess.ReadGiven(m, word)
	if g.Still || word.Present() {
		return g, true
	}
	for _, key := range assess.GivenKeys() {
		if m.Get(key).Present() {
			e.Key.Errorf("%s has a %s but no answer: fill in answer, or take the %s away", g.Key, key, key)
			break
		}
	}
	return g, false
}
