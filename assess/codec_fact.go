package assess

import (
	"maps"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// readFacts reads what was answered to facts. Without a library the values are
// taken as they are.
func readFacts(n strictyaml.Node, lib *frameworks.Library) map[string]Fact {
	var facts map[string]Fact
	for _, e := range openMapping(n) {
		f := findFact(e.Key, lib)
		m := e.Value.Mapping("value", "recorded", "by", "carried")
		value := m.Need("value")
		said := Fact{
			Value:    cleanLine(value, "value", frameworks.MaxFactText),
			Recorded: strictyaml.Word(m.Need("recorded"), ParseDate),
			By:       cleanLine(m.Get("by"), "by", MaxName),
			Carried:  strictyaml.Word(m.Get("carried"), ParseQuarter),
		}
		checkFact(value, f, said.Value, said.Recorded)
		if facts == nil {
			facts = map[string]Fact{}
		}
		facts[e.Key.Text()] = said
	}
	return facts
}

// findFact records that there is no such fact.
func findFact(key strictyaml.Node, lib *frameworks.Library) *frameworks.Fact {
	if lib == nil {
		return nil
	}
	f, known := lib.Fact(key.Text())
	if !known {
		var keys []string
		for _, f := range lib.Facts {
			keys = append(keys, f.Key)
		}
		key.Errorf("unknown fact %q: %s", key.Text(), strictyaml.Suggest(key.Text(), keys))
	}
	return f
}

// checkFact records that a value is none of such a fact, or not as it is kept.
func checkFact(n strictyaml.Node, f *frameworks.Fact, value string, on Date) {
	if f == nil || value == "" || on.IsZero() {
		return
	}
	if kept, err := ReadFact(f, value, on); err != nil {
		n.Errorf("%s: %v", f.Key, err)
	} else if kept != value {
		n.Errorf("%s: %q is written %q in this file", f.Key, value, kept)
	}
}

func writeFacts(m *strictyaml.Map, facts map[string]Fact) {
	if len(facts) == 0 {
		return
	}
	m = m.Map("facts")
	for _, key := range slices.Sorted(maps.Keys(facts)) {
		item, said := m.Map(key), facts[key]
		writeText(item, "value", said.Value)
		writeWord(item, "recorded", said.Recorded.String())
		writeText(item, "by", said.By)
		writeWord(item, "carried", said.Carried.String())
	}
}
