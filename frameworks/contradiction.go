package frameworks

import (
	"strings"

	"hygeia/frameworks/strictyaml"
)

// Contradiction is a pair of answers that hardly go together: one practice is
// said to be missing, and another that leans on it is said to work. It is a
// question to whoever answers, never a mistake.
type Contradiction struct {
	Low     string // key of the question answered low
	AtMost  Level  // No or Partly
	High    string // key of the question answered high
	AtLeast Level  // Mostly or Yes
	Ask     string // the question, in plain words
}

// pair is the name of the two questions together.
func (c Contradiction) pair() string { return c.Low + " and " + c.High }

// readContradictions reads a file of contradictions. A library may have several,
// or none.
func (l *loader) readContradictions(s *source) {
	m := s.doc.Root().Mapping("schema", "contradictions")
	for _, n := range m.Need("contradictions").Items() {
		m := n.Mapping("low", "high", "ask")
		low := m.Need("low").Mapping("question", "at_most")
		high := m.Need("high").Mapping("question", "at_least")
		c := Contradiction{
			Low:     l.questionNamed(low.Need("question")),
			AtMost:  levelBetween(low.Need("at_most"), No, Partly),
			High:    l.questionNamed(high.Need("question")),
			AtLeast: levelBetween(high.Need("at_least"), Mostly, Yes),
			Ask:     line(m.Need("ask"), "ask", maxWhy),
		}
		if c.Ask != "" && !strings.HasSuffix(c.Ask, "?") {
			m.Get("ask").Errorf("ask: must end with a question")
		}
		if c.Low != "" && c.Low == c.High {
			high.Get("question").Errorf("question: %q cannot contradict itself", c.High)
			continue
		}
		l.claim(s, n, kindPair, c.pair())
		l.lib.Contradictions = append(l.lib.Contradictions, c)
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
