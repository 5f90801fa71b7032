package assess

import (
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// readInherits reads which answers are a parent's. Only a finished quarter says of
// which quarter they are: it has the copies.
func readInherits(n strictyaml.Node, lib *frameworks.Library, status Status) Inheritance {
	if !n.Present() {
		return Inheritance{}
	}
	m := n.Mapping("from", "keys", "name", "period", "digest")
	from := m.Need("from")
	in := Inheritance{From: cleanLine(from, "from", MaxName)}
	if clean, ok := CleanFrom(in.From); from.Present() && (!ok || clean != in.From) {
		from.Errorf("from %q: must be a folder beside this one or above it, such as ../system", in.From)
	}
	keys := m.Need("keys")
	for _, item := range keys.Items() {
		findQuestion(item, lib)
		if slices.Contains(in.Keys, item.Text()) {
			item.Errorf("question %q is named twice", item.Text())
		}
		in.Keys = append(in.Keys, item.Text())
	}
	if keys.Present() && len(in.Keys) == 0 {
		keys.Errorf("keys: names no question")
	}
	slices.Sort(in.Keys)
	if status == Draft {
		for _, key := range []string{"name", "period", "digest"} {
			m.Get(key).Errorf("%s stands only in a finished quarter: a draft has the answers of the parent as they are", key)
		}
		return in
	}
	in.Name = readLine(m, "name")
	in.Period = strictyaml.Word(m.Need("period"), ParseQuarter)
	in.Digest = strictyaml.Word(m.Need("digest"), parseDigest)
	return in
}

func writeInherits(m *strictyaml.Map, in Inheritance) {
	if in.IsZero() {
		return
	}
	m = m.Map("inherits")
	writeText(m, "from", in.From)
	writeText(m, "name", in.Name)
	writeWord(m, "period", in.Period.String())
	writeWord(m, "digest", in.Digest)
	list := m.List("keys")
	for _, key := range in.Keys {
		list.Text(key)
	}
}
