package frameworks

import (
	"fmt"
	"slices"
	"strconv"

	"hygeia/frameworks/strictyaml"
)

// readResources reads a file of resources.
func (l *loader) readResources(s *source) {
	m := s.doc.Root().Mapping("schema", "reviewed", "resources")
	reviewed := strictyaml.Word(m.Need("reviewed"), day)
	// Of several files the oldest day is the honest one for all.
	if l.reviewed == "" || reviewed != "" && reviewed < l.reviewed {
		l.reviewed = reviewed
	}
	for _, n := range m.Need("resources").Items() {
		r := l.readResource(s, n)
		l.lib.Resources = append(l.lib.Resources, r)
		if r.ID != "" && l.lib.resources[r.ID] == nil {
			l.lib.resources[r.ID] = r
		}
	}
}

func (l *loader) readResource(s *source, n strictyaml.Node) *Resource {
	m := n.Mapping("id", "title", "provider", "kind", "url", "cost", "audience", "country",
		"only", "gives", "how", "contact", "hicp", "csf", "status", "seen", "recheck", "note", "time", "alternates", "instead", "toolkit", "was", "enroll", "abroad")
	id := m.Need("id")
	r := &Resource{
		ID:       strictyaml.Word(id, named("resource", keyForm, "small letters, digits and hyphens")),
		Title:    line(m.Need("title"), "title", maxLine),
		Provider: line(m.Need("provider"), "provider", maxLine),
		Kind:     strictyaml.Word(m.Need("kind"), oneOf("kind", kinds...)),
		URL:      strictyaml.Word(m.Need("url"), address),
		Cost:     strictyaml.Word(m.Need("cost"), oneOf("cost", costs...)),
		Audience: sizes(m.Need("audience")),
		Country:  strictyaml.Word(m.Need("country"), country),
		Only:     limits(m.Get("only")),
		Gives:    line(m.Need("gives"), "gives", maxLine),
		How:      lines(m.Need("how"), "how", maxLine),
		Enroll:   strictyaml.Word(m.Get("enroll"), oneOf("enroll", enrollable...)),
		Contact:  strictyaml.Word(m.Get("contact"), contact),
		HICP:     practices(m.Get("hicp")),
		CSF:      l.csfOutcomes(m.Get("csf")),
		Status:   strictyaml.Word(m.Need("status"), oneOf("status", "attested", "maybe-moved", "paused")),
		Seen:     strictyaml.Word(m.Need("seen"), seen),
		Recheck:  strictyaml.Word(m.Get("recheck"), day),
		Note:     line(m.Get("note"), "note", maxLine),
		Time:     line(m.Need("time"), "time", maxTime),
		Toolkit:  strictyaml.Word(m.Need("toolkit"), oneOf("toolkit", toolkits...)),
		Instead:  m.Get("instead").Text(),

		Alternates: alternates(m.Get("alternates")),
	}
	l.claim(s, id, kindResource, r.ID)
	for _, old := range m.Get("was").Items() {
		l.formerID(s, old, r)
	}
	if !m.Get("recheck").Present() && l.has(helpSchema) {
		id.Errorf("resource %q: missing key \"recheck\": the day on which somebody looks at this entry again, such as \"2027-11-24\"", r.ID)
	}
	if instead := m.Get("instead"); instead.Present() {
		l.insteads = append(l.insteads, insteadOf{r, ref{instead, r.Instead}})
	}
	l.readAbroad(m.Get("abroad"), r)
	needsInstead(m, r)
	if r.Cost != "free" && r.Cost != "" && r.Note == "" {
		m.Need("cost").Errorf("cost %q: a note must say what is paid, or what to use instead", r.Cost)
	}
	return r
}

// readAbroad reads what stands in the place of a resource outside its country.
func (l *loader) readAbroad(n strictyaml.Node, r *Resource) {
	switch {
	case !n.Present():
	case r.Country == "any":
		n.Errorf("abroad: this can be used anywhere, so nothing stands in its place")
	default:
		r.Abroad = n.Text()
		l.insteads = append(l.insteads, insteadOf{r, ref{n, r.Abroad}})
	}
}

// contact reads a mail address or a telephone number, with or without the
// scheme of a link.
func contact(s string) (string, error) {
	if _, err := address(s); err == nil {
		return s, nil
	}
	if mailForm().MatchString(s) || phoneForm().MatchString(s) {
		return s, nil
	}
	return "", fmt.Errorf("contact %q: must be a mail address, a telephone number or a link (https, mailto, tel)", s)
}

func seen(s string) (string, error) {
	if !seenForm().MatchString(s) {
		return "", fmt.Errorf(`seen %q: must be a date such as "2026-11-24", a month, a year or undated`, s)
	}
	return s, nil
}

// practices reads numbers of HICP practices. An empty list stands for all ten;
// without a list there is none.
func practices(n strictyaml.Node) []int {
	var list []int
	items := n.Items()
	for _, item := range items {
		p := item.Int(1, Practices)
		if slices.Contains(list, p) && item.Text() == strconv.Itoa(p) {
			item.Errorf("hicp: practice %d is there twice", p)
		}
		list = append(list, p)
	}
	if items != nil && len(items) == 0 {
		for p := 1; p <= Practices; p++ {
			list = append(list, p)
		}
	}
	return list
}

// csfOutcomes reads ids of CSF categories and subcategories; whether they exist
// is known when the catalogs are read.
func (l *loader) csfOutcomes(n strictyaml.Node) []string {
	var list []string
	for _, item := range n.Items() {
		list = append(list, item.Text())
		l.csfRefs = append(l.csfRefs, ref{item, item.Text()})
	}
	return list
}
