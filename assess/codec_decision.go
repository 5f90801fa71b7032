package assess

import (
	"maps"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// readDecisions reads what was decided about gaps. A decision must be one that
// could have been made on the day it was recorded: a file changed by hand must
// not accept a risk for ever.
func readDecisions(n strictyaml.Node, lib *frameworks.Library, older bool) map[string]Decision {
	decisions := map[string]Decision{}
	for _, e := range openMapping(n) {
		findQuestion(e.Key, lib)
		decisions[e.Key.Text()] = readDecision(e.Value, older)
	}
	return decisions
}

// readDecision reads one decision. An older quarter may have a transfer without a
// date.
func readDecision(n strictyaml.Node, older bool) Decision {
	m := n.Mapping(slices.Concat([]string{"decision"}, decisionNames, []string{"recorded", "by"})...)
	d := Decision{
		Kind:     strictyaml.Word(m.Need("decision"), ParseDecision),
		Owner:    cleanLine(m.Get("owner"), "owner", MaxRole),
		Due:      strictyaml.Word(m.Get("due"), ParseDate),
		Reason:   readText(m, "reason", MaxBrief),
		Approver: cleanLine(m.Get("approver"), "approver", MaxRole),
		Until:    strictyaml.Word(m.Get("until"), ParseDate),
		Recorded: strictyaml.Word(m.Need("recorded"), ParseDate),
		By:       cleanLine(m.Get("by"), "by", MaxRole),
	}
	if d.Kind == Undecided { // its own mistake is recorded
		return d
	}
	for _, name := range decisionFields[d.Kind].needs {
		if older && d.Kind == Transfer && name == "due" {
			continue
		}
		value, isDate := m.Need(name), name == "due" || name == "until"
		if value.Present() && !isDate && d.field(name) == "" {
			value.Errorf("%s is empty", name) // spaces only
		}
	}
	for _, name := range decisionNames {
		if !d.Kind.takes(name) {
			m.Get(name).Errorf("%s has no place in %q", name, d.Kind)
		}
	}
	if d.Recorded.IsZero() { // its own mistake is recorded
		return d
	}
	for _, wrong := range d.dateProblems(d.Recorded) {
		m.Get(wrong.field).Errorf("%s", wrong.text)
	}
	return d
}

func writeDecisions(m *strictyaml.Map, decisions map[string]Decision) {
	if len(decisions) == 0 {
		return
	}
	m = m.Map("decisions")
	for _, key := range slices.Sorted(maps.Keys(decisions)) {
		item, d := m.Map(key), decisions[key]
		writeWord(item, "decision", d.Kind.String())
		writeText(item, "owner", d.Owner)
		writeWord(item, "due", d.Due.String())
		writeText(item, "reason", d.Reason)
		writeText(item, "approver", d.Approver)
		writeWord(item, "until", d.Until.String())
		writeWord(item, "recorded", d.Recorded.String())
		writeText(item, "by", d.By)
	}
}
