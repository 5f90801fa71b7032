package frameworks

import (
	"strings"

	"hygeia/frameworks/strictyaml"
)

// maxFresh is the longest time in days after which an answer is old.
const maxFresh = 3650

// readFacts reads the one file of facts of a library.
func (l *loader) readFacts(s *source) {
	root := s.doc.Root()
	if l.lib.Facts != nil {
		root.Errorf("a library has one file with the schema %s; this is the second", factsSchema)
		return
	}
	for _, n := range root.Mapping("schema", "facts").Need("facts").Items() {
		f, key := readFact(n)
		l.claim(s, key, "fact", f.Key)
		l.lib.Facts = append(l.lib.Facts, f)
	}
}

func readFact(n strictyaml.Node) (f *Fact, key strictyaml.Node) {
	m := n.Mapping("key", "group", "title", "text", "kind", "ask", "fresh", "ahead", "quarterly", "country", "places", "service", "measure")
	key = m.Need("key")
	text, ahead, measure := m.Need("text"), m.Get("ahead"), m.Get("measure")
	f = &Fact{
		Key:       strictyaml.Word(key, named("key", keyForm, "small letters, digits and hyphens")),
		Group:     strictyaml.Word(m.Need("group"), oneOf("group", OversightFacts, PatientFacts, GuideFacts)),
		Title:     fewWords(m.Need("title"), "title", maxTitleWords+2),
		Text:      line(text, "text", maxWhy),
		Kind:      strictyaml.Word(m.Need("kind"), factKinds.Parse),
		Ask:       readRoles(m.Need("ask")),
		Fresh:     m.Get("fresh").Int(1, maxFresh),
		Ahead:     ahead.Bool(),
		Quarterly: m.Get("quarterly").Bool(),
		Service:   line(m.Get("service"), "service", longestName),
	}
	if f.Text != "" && !strings.HasSuffix(f.Text, "?") {
		text.Errorf("text: must end with a question")
	}
	if country := m.Get("country"); country.Present() {
		f.Country = strictyaml.Word(country, oneOf("country", "us"))
	}
	if places := m.Get("places"); places.Present() {
		f.Places = names(places, "places", oneOf("place", "hospital", "clinic"))
	}
	if measure.Present() {
		f.Measure = strictyaml.Word(measure, oneOf("measure", MeasurePaper, MeasureRestore, MeasureTook))
	}
	if ahead.Present() && f.Kind != DayFact {
		ahead.Errorf("ahead: only a day can be to come")
	}
	if (f.Service == "") != (f.Measure == "") {
		n.Errorf("service and measure go together; one of them is missing")
	}
	return f, key
}
