package frameworks

import (
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// Scans says what files of scans are called, which figures are kept of them, and
// what a figure says about the answer to a question. The zero Scans knows none.
type Scans struct {
	Kinds   []Named // of files, in the order in which they are told
	Figures []Named // likewise
	Rules   []ScanRule
}

// Named is a key with its name for people.
type Named struct{ Key, Title string }

// ScanRule is what some kinds of files can say about one question.
type ScanRule struct {
	Question string
	Kinds    []string
	From     string // internet or inside: only files of scans from there; empty for any
	Cases    []ScanCase
}

// ScanCase is what a file says about some answers where all of its conditions hold.
type ScanCase struct {
	When    []ScanCondition // at least one; the figure of the first one stands for {n} in Why
	Verdict ScanVerdict
	Answers []Level // the answers that it says this about
	Why     string
}

// ScanCondition holds for a figure that a file has: of at least so many, or of
// surely no more than so many.
type ScanCondition struct {
	Figure string
	AtMost bool // otherwise at least
	Bound  int
}

// ScanVerdict is what a file says about an answer. The zero value is that it says
// nothing.
type ScanVerdict int

// The verdicts, from nothing to what weighs most.
const (
	SaysNothing ScanVerdict = iota
	Supports
	Disputes
)

// String returns says nothing, supports or disputes.
func (v ScanVerdict) String() string {
	return [...]string{"says nothing", "supports", "disputes"}[v]
}

// Kind returns the name of a kind of file for people, and the key where there is none.
func (s *Scans) Kind(key string) string { return titleOf(s.Kinds, key) }

// Figure returns the name of a figure for people, and the key where there is none.
func (s *Scans) Figure(key string) string { return titleOf(s.Figures, key) }

func titleOf(list []Named, key string) string {
	for _, n := range list {
		if n.Key == key {
			return n.Title
		}
	}
	return key
}

// readScans reads the one file of what scans say.
func (l *loader) readScans(s *source) {
	root := s.doc.Root()
	if len(l.lib.Scans.Kinds) > 0 {
		root.Errorf("a library has one file with the schema %s; this is the second", evidenceSchema)
		return
	}
	m := root.Mapping("schema", "kinds", "figures", "rules")
	scans := &l.lib.Scans
	scans.Kinds = l.readNamed(s, m.Need("kinds"), "kind of file")
	scans.Figures = l.readNamed(s, m.Need("figures"), "figure")
	for _, n := range m.Need("rules").Items() {
		scans.Rules = append(scans.Rules, l.readScanRule(s, n))
	}
}

func (l *loader) readNamed(s *source, n strictyaml.Node, what string) []Named {
	var list []Named
	for _, item := range n.Items() {
		m := item.Mapping("key", "title")
		named := Named{Key: line(m.Need("key"), "key", maxWording), Title: line(m.Need("title"), "title", maxLookFor)}
		l.claim(s, item, what, named.Key)
		list = append(list, named)
	}
	return list
}

func (l *loader) readScanRule(s *source, n strictyaml.Node) ScanRule {
	m := n.Mapping("question", "kinds", "from", "says")
	rule := ScanRule{Question: l.questionNamed(m.Need("question"))}
	for _, k := range m.Need("kinds").Items() {
		kind := keyOf(k, "kind", l.lib.Scans.Kinds)
		l.claim(s, k, "rule", rule.Question+" by "+kind+" "+m.Get("from").Text())
		rule.Kinds = append(rule.Kinds, kind)
	}
	if from := m.Get("from"); from.Present() {
		rule.From = strictyaml.Word(from, oneOf("from", "internet", "inside"))
	}
	for _, c := range m.Need("says").Items() {
		rule.Cases = append(rule.Cases, l.readScanCase(c))
	}
	return rule
}

// keyOf reads a key of one of the lists.
func keyOf(n strictyaml.Node, what string, list []Named) string {
	key := n.Text()
	if !n.Present() || n.Checked() || slices.ContainsFunc(list, func(named Named) bool { return named.Key == key }) {
		return key
	}
	var keys []string
	for _, named := range list {
		keys = append(keys, named.Key)
	}
	n.Errorf("%s %q: there is no such %s; %s", what, key, what, strictyaml.Suggest(key, keys))
	return key
}

func (l *loader) readScanCase(n strictyaml.Node) ScanCase {
	m := n.Mapping("when", "supports", "disputes", "nothing", "why")
	c := ScanCase{Why: line(m.Need("why"), "why", maxWhy)}
	for _, w := range m.Need("when").Items() {
		c.When = append(c.When, l.readCondition(w))
	}
	if len(c.When) == 0 {
		m.Get("when").Errorf("when: must name at least one figure")
	}
	verdicts := 0
	for verdict, key := range []string{"nothing", "supports", "disputes"} {
		answers := m.Get(key)
		if !answers.Present() {
			continue
		}
		verdicts++
		c.Verdict = ScanVerdict(verdict)
		for _, a := range answers.Items() {
			level := strictyaml.Word(a, ParseLevel)
			if c.Verdict == Supports && level == Yes && a.Present() {
				a.Errorf("supports: no file supports yes, for none can show that nothing was left out")
			}
			c.Answers = append(c.Answers, level)
		}
	}
	if verdicts != 1 {
		n.Errorf("says: must have one of supports, disputes and nothing, with the answers it is about")
	}
	if c.Why != "" && !strings.HasSuffix(c.Why, ".") {
		m.Get("why").Errorf("why: must end with a full stop")
	}
	return c
}

func (l *loader) readCondition(n strictyaml.Node) ScanCondition {
	m := n.Mapping("figure", "at_least", "at_most")
	c := ScanCondition{Figure: keyOf(m.Need("figure"), "figure", l.lib.Scans.Figures)}
	least, most := m.Get("at_least"), m.Get("at_most")
	if least.Present() == most.Present() {
		n.Errorf("when: must have one of at_least and at_most")
		return c
	}
	c.AtMost, c.Bound = most.Present(), 0
	bound := least
	if c.AtMost {
		bound = most
	}
	c.Bound = bound.Int(0, 1_000_000)
	return c
}

// Says returns the reason of a case for people, with the figure of its first
// condition and the day of the file.
func (c ScanCase) Says(figure, day string) string {
	return strings.NewReplacer("{n}", figure, "{day}", day).Replace(c.Why)
}
