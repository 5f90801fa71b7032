package frameworks

import (
	"strings"

	"hygeia/frameworks/strictyaml"
)

// Contradiction is a pair of answers that hardly go together: one practice is
// said to be missing, and another that leans on it is said to work. In place of
// the first there may be what the organization said of itself, and in place of
// the second that the matter does not exist there. It is a question to whoever
// answers, never a mistake.
type Contradiction struct {
	Low     string // key of the question answered low; empty if IT is told
	AtMost  Level  // No or Partly
	IT      string // who runs the organization's IT: own, shared or outsourced
	High    string // key of the question answered high
	AtLeast Level  // Mostly or Yes
	Absent  bool   // High is answered "does not apply"
	Ask     string // the question, in plain words
}

// pair is the name of the two sides together.
func (c Contradiction) pair() string { return c.Low + c.IT + " and " + c.High }

// readContradictions reads a file of contradictions. A library may have several,
// or none.
func (l *loader) readContradictions(s *source) {
	m := s.doc.Root().Mapping("schema", "contradictions")
	for _, n := range m.Need("contradictions").Items() {
		m := n.Mapping("low", "high", "ask")
		high := m.Need("high")
		c := Contradiction{Ask: line(m.Need("ask"), "ask", maxWhy)}
		l.readLow(m.Need("low"), &c)
		l.readHigh(high, &c)
		if c.Ask != "" && !strings.HasSuffix(c.Ask, "?") {
			m.Get("ask").Errorf("ask: must end with a question")
		}
		if c.Low != "" && c.Low == c.High {
			high.Mapping("question", "at_least", "does_not_apply").Get("question").Errorf("question: %q cannot contradict itself", c.High)
			continue
		}
		l.claim(s, n, kindPair, c.pair())
		l.lib.Contradictions = append(l.lib.Contradictions, c)
	}
}

// readLow reads a question with the level it must not exceed, or who runs IT.
func (l *loader) readLow(n strictyaml.Node, c *Contradiction) {
	m := n.Mapping("question", "at_most", "it")
	if it := m.Get("it"); it.Present() {
		c.IT = strictyaml.Word(it, oneOf("it", "own", "shared", "outsourced"))
		if m.Get("question").Present() || m.Get("at_most").Present() {
			it.Errorf("it: must be alone; who runs IT has no level")
		}
		return
	}
	c.Low = l.questionNamed(m.Need("question"))
	c.AtMost = levelBetween(m.Need("at_most"), No, Partly)
}

// readHigh reads a question with the level it must reach, or that does not apply.
func (l *loader) readHigh(n strictyaml.Node, c *Contradiction) {
	m := n.Mapping("question", "at_least", "does_not_apply")
	c.High = l.questionNamed(m.Need("question"))
	absent := m.Get("does_not_apply")
	if c.Absent = absent.Bool(); !c.Absent {
		c.AtLeast = levelBetween(m.Need("at_least"), Mostly, Yes)
		return
	}
	if m.Get("at_least").Present() {
		absent.Errorf("does_not_apply: has no level; leave at_least out")
	}
}

// questionNamed reads the key of a question that was read before.
func (l *loader) questionNamed(n strictyaml.Node) string {
	key := n.Text()
	if n.Present() && l.lib.questions[key] == nil && !l.blind && !l.borrowing {
		n.Errorf("question %q: there is no such question; %s", key, strictyaml.Suggest(key, l.knownQuestions()))
	}
	return key
}

func levelBetween(n strictyaml.Node, low, high Level) Level {
	level := strictyaml.Word(n, ParseLevel)
	if n.Present() && (level < low || level > high) {
		n.Errorf("level %q: must be %s or %s", level, low, high)
	}
	return level
}
