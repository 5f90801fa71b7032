package frameworks

import (
	"strings"

	"hygeia/frameworks/strictyaml"
)

// InsuranceTopic is a part of an application for cyber insurance.
type InsuranceTopic struct {
	Title string
	Rows  []InsuranceRow // at least one
}

// InsuranceRow is one question that carriers usually ask, in our own words, with what
// of ours answers it.
type InsuranceRow struct {
	Asks      string   // ends in "?"
	Questions []string // keys of the questions whose answers are told; may be empty
	Fact      string   // key of a fact that is told beside them; may be empty
	Write     bool     // there is more to write by hand than is answered here
	Why       string   // why these answer it; where nothing does, what to write down
}

// readInsurance reads the one table of what carriers ask.
func (l *loader) readInsurance(s *source) {
	root := s.doc.Root()
	if len(l.lib.Insurance) > 0 {
		root.Errorf("a library has one file with the schema %s; this is the second", insuranceSchema)
		return
	}
	for _, n := range root.Mapping("schema", "topics").Need("topics").Items() {
		m := n.Mapping("topic", "rows")
		topic := InsuranceTopic{Title: line(m.Need("topic"), "topic", maxWording)}
		l.claim(s, n, "topic", topic.Title)
		for _, row := range m.Need("rows").Items() {
			topic.Rows = append(topic.Rows, l.readInsuranceRow(s, row))
		}
		if len(topic.Rows) == 0 {
			m.Get("rows").Errorf("rows: must have at least one")
		}
		l.lib.Insurance = append(l.lib.Insurance, topic)
	}
}

func (l *loader) readInsuranceRow(s *source, n strictyaml.Node) InsuranceRow {
	m := n.Mapping("asks", "questions", "fact", "write", "why")
	row := InsuranceRow{Asks: line(m.Need("asks"), "asks", maxLine), Why: line(m.Need("why"), "why", maxWhy), Write: m.Get("write").Bool()}
	l.claim(s, n, "asked by carriers", row.Asks)
	seen := map[string]bool{}
	for _, item := range m.Get("questions").Items() {
		key := l.questionNamed(item)
		if seen[key] {
			item.Errorf("question %q is named twice here", key)
		}
		seen[key] = true
		row.Questions = append(row.Questions, key)
	}
	if fact := m.Get("fact"); fact.Present() {
		row.Fact = l.factNamed(fact)
	}
	if row.Asks != "" && !strings.HasSuffix(row.Asks, "?") {
		m.Get("asks").Errorf("asks: must end with a question mark")
	}
	if row.Why != "" && !strings.HasSuffix(row.Why, ".") {
		m.Get("why").Errorf("why: must end with a full stop")
	}
	return row
}

// factNamed reads the key of a fact that was read before.
func (l *loader) factNamed(n strictyaml.Node) string {
	var keys []string
	for _, f := range l.lib.Facts {
		if f.Key == n.Text() {
			return f.Key
		}
		keys = append(keys, f.Key)
	}
	if !n.Checked() && !l.blind {
		n.Errorf("fact %q: there is no such fact; %s", n.Text(), strictyaml.Suggest(n.Text(), keys))
	}
	return n.Text()
}
