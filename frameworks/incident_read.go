package frameworks

import (
	"fmt"
	"regexp"

	"hygeia/frameworks/strictyaml"
)

// The longest texts of the incident page. It is read standing up, and all of it
// must fit on one sheet of paper.
const (
	maxStep   = 80 // characters, like those that follow
	maxStarts = 220
	maxShort  = 50
	maxClock  = 55 // whom a clock tells
	maxItems  = 12 // of each list
	maxRoles  = 20 // of which some are for one country only
)

// readIncident reads the one incident page of a library.
func (l *loader) readIncident(s *source) {
	root := s.doc.Root()
	if l.lib.Incident != nil {
		root.Errorf("a library has one file with the schema %s; this is the second", incidentSchema)
		return
	}
	m := root.Mapping("schema", "reviewed", "title", "lead", "own", "first", "avoid", "write_down", "calls",
		"starts", "clocks", "notice", "abroad", "sources")
	page := &Incident{
		Reviewed:  strictyaml.Word(m.Need("reviewed"), day),
		Title:     line(m.Need("title"), "title", maxShort),
		Lead:      line(m.Need("lead"), "lead", 2*maxStep),
		Own:       some(m.Need("own"), "own", maxRoles, readOwnRole),
		First:     few(m.Need("first"), "first", readStep),
		Avoid:     few(m.Need("avoid"), "avoid", readStep),
		WriteDown: lines(m.Need("write_down"), "write_down", maxStep),
		Calls:     few(m.Need("calls"), "calls", readCall),
		Starts:    line(m.Need("starts"), "starts", maxStarts),
		Clocks:    few(m.Get("clocks"), "clocks", readClock),
		Notice:    line(m.Need("notice"), "notice", 2*maxStep),
		Abroad:    line(m.Get("abroad"), "abroad", 2*maxStep),
		Sources:   lines(m.Need("sources"), "sources", maxShort),
	}
	checkRoles(m.Get("own"), page.Own)
	l.lib.Incident = page
}

// few reads a list of one to [maxItems] items.
func few[T any](n strictyaml.Node, name string, read func(strictyaml.Node) T) []T {
	return some(n, name, maxItems, read)
}

func some[T any](n strictyaml.Node, name string, most int, read func(strictyaml.Node) T) []T {
	items := n.Items()
	switch {
	case items != nil && len(items) == 0:
		n.Errorf("%s: must have at least one item", name)
	case len(items) > most:
		n.Errorf("%s: has %d items; at most %d fit on the page", name, len(items), most)
	}
	list := make([]T, 0, len(items))
	for _, item := range items {
		list = append(list, read(item))
	}
	return list
}

// readOwnRole reads whose number a place should have.
func readOwnRole(n strictyaml.Node) Contact {
	m := n.Mapping("who", "note", "keep", "where")
	return Contact{
		Who:   line(m.Need("who"), "who", maxContact),
		Note:  line(m.Get("note"), "note", maxContact),
		Keep:  m.Get("keep").Bool(),
		Where: where(m.Get("where")),
	}
}

func checkRoles(n strictyaml.Node, roles []Contact) {
	seen := map[string]bool{}
	for _, r := range roles {
		if seen[r.Who] {
			n.Errorf("own: %q is there twice", r.Who)
		}
		seen[r.Who] = r.Who != ""
	}
}

func readStep(n strictyaml.Node) Step {
	m := n.Mapping("do", "how", "where")
	return Step{
		Do:    line(m.Need("do"), "do", maxStep),
		How:   line(m.Get("how"), "how", 2*maxStep),
		Where: where(m.Get("where")),
	}
}

func where(n strictyaml.Node) Where {
	return Where(strictyaml.Word(n, oneOf("where", string(Home), string(Abroad))))
}

func readCall(n strictyaml.Node) Call {
	m := n.Mapping("who", "for", "when", "phone", "number", "mail", "links", "where")
	return Call{
		Who:    line(m.Need("who"), "who", maxShort),
		For:    line(m.Need("for"), "for", 2*maxStep),
		When:   line(m.Get("when"), "when", maxShort),
		Phone:  strictyaml.Word(m.Get("phone"), matching("phone", phoneForm, "like 1-844-729-2472")),
		Number: line(m.Get("number"), "number", maxShort),
		Where:  where(m.Get("where")),
		Mail:   strictyaml.Word(m.Get("mail"), matching("mail", mailForm, "an address like help@example.org")),
		Links:  few(m.Get("links"), "links", readLink),
	}
}

func readLink(n strictyaml.Node) Link {
	m := n.Mapping("text", "url")
	return Link{
		Text: line(m.Need("text"), "text", maxShort),
		URL:  strictyaml.Word(m.Need("url"), address),
	}
}

func readClock(n strictyaml.Node) Clock {
	m := n.Mapping("tell", "within", "from", "cite", "as_of", "in_force")
	return Clock{
		Tell:    line(m.Need("tell"), "tell", maxShort),
		Within:  line(m.Need("within"), "within", maxShort),
		From:    line(m.Need("from"), "from", maxShort),
		Cite:    line(m.Need("cite"), "cite", maxShort),
		AsOf:    strictyaml.Word(m.Need("as_of"), day),
		InForce: m.Need("in_force").Bool(),
	}
}

// matching returns a reader of a text of the given form, described in words.
func matching(kind string, form func() *regexp.Regexp, description string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !form().MatchString(s) {
			return "", fmt.Errorf("%s %q: must be %s", kind, s, description)
		}
		return s, nil
	}
}
