package frameworks

import (
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// maxNote is the longest sentence about a place.
const maxNote = 150

// readClocks reads the one file of clocks of a library.
func (l *loader) readClocks(s *source) {
	root := s.doc.Root()
	if l.lib.Clocks != nil {
		root.Errorf("a library has one file with the schema %s; this is the second", clocksSchema)
		return
	}
	m := root.Mapping("schema", "reviewed", "federal", "ask_state", "states", "countries", "elsewhere")
	c := &Clocks{
		Reviewed: strictyaml.Word(m.Need("reviewed"), day),
		Federal:  few(m.Need("federal"), "federal", readPlaceClock),
		AskState: lines(m.Need("ask_state"), "ask_state", maxShort),
	}
	for _, n := range m.Need("states").Items() {
		c.addState(n)
	}
	for _, n := range m.Need("countries").Items() {
		c.addCountry(n)
	}
	c.Elsewhere = readCountry(m.Need("elsewhere").Mapping("calls", "clocks", "ask", "note"))
	l.lib.Clocks = c
}

func (c *Clocks) addState(n strictyaml.Node) {
	m := n.Mapping("code", "name", "hipaa", "note", "ask", "clocks")
	code := m.Need("code")
	s := State{
		Code:   strictyaml.Word(code, StateCode),
		Name:   line(m.Need("name"), "name", maxShort),
		Clocks: few(m.Get("clocks"), "clocks", readPlaceClock),
		Ask:    lines(m.Get("ask"), "ask", maxShort),
		Note:   line(m.Get("note"), "note", maxNote),
		HIPAA:  HIPAA(strictyaml.Word(m.Get("hipaa"), oneOf("hipaa", string(NoticeCounts), string(OfficeTold), string(PlaceExempt)))),
	}
	for _, other := range c.States {
		if other.Code == s.Code || strings.EqualFold(other.Name, s.Name) {
			code.Errorf("state %s is there twice", s.Code)
		}
	}
	if len(s.Clocks)+len(s.Ask) == 0 {
		n.Errorf("state %s: has neither clocks nor whom to ask", s.Code)
	}
	c.States = append(c.States, s)
}

func (c *Clocks) addCountry(n strictyaml.Node) {
	m := n.Mapping("codes", "calls", "clocks", "ask", "note")
	country := readCountry(m)
	for _, item := range m.Need("codes").Items() {
		code := strictyaml.Word(item, CountryCode)
		switch {
		case code == homeCountry:
			item.Errorf("country %s: its clocks stand under federal and states", code)
		case slices.ContainsFunc(c.Countries, func(o Country) bool { return slices.Contains(o.Codes, code) }) || slices.Contains(country.Codes, code):
			item.Errorf("country %s is there twice", code)
		}
		country.Codes = append(country.Codes, code)
	}
	if len(country.Clocks)+len(country.Ask) == 0 {
		n.Errorf("this country has neither clocks nor whom to ask")
	}
	c.Countries = append(c.Countries, country)
}

func readCountry(m strictyaml.Mapping) Country {
	return Country{
		Calls:  few(m.Get("calls"), "calls", readCall),
		Clocks: few(m.Get("clocks"), "clocks", readPlaceClock),
		Ask:    lines(m.Get("ask"), "ask", maxClock),
		Note:   line(m.Get("note"), "note", maxNote),
	}
}

// readPlaceClock reads a clock with the number of its sources. What rests on
// nobody's word in print is not printed here either.
func readPlaceClock(n strictyaml.Node) Clock {
	m := n.Mapping("tell", "within", "from", "cite", "as_of", "in_force", "confirmed")
	return Clock{
		Tell:      line(m.Need("tell"), "tell", maxClock),
		Within:    line(m.Need("within"), "within", maxShort),
		From:      line(m.Get("from"), "from", maxShort),
		Cite:      line(m.Need("cite"), "cite", maxShort),
		AsOf:      strictyaml.Word(m.Need("as_of"), day),
		InForce:   m.Need("in_force").Bool(),
		OneSource: strictyaml.Word(m.Need("confirmed"), oneOf("confirmed", oneSource, "two-sources")) == oneSource,
	}
}

const oneSource = "one-source"
