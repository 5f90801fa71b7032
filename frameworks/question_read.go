package frameworks

import (
	"maps"
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// questionPlace is a question with the places later rules need.
type questionPlace struct {
	*Question
	key      strictyaml.Node
	needs    []ref
	own      bool            // an organization wrote it
	costless strictyaml.Node // the fix, if it leaves out the effort
	helpless strictyaml.Node // the fix, if it names no help
}

// readQuestions reads a file of questions.
func (l *loader) readQuestions(s *source) {
	m := s.doc.Root().Mapping("schema", "questions")
	for _, n := range m.Need("questions").Items() {
		q := l.readQuestion(s, n)
		l.questions = append(l.questions, q)
		l.lib.Questions = append(l.lib.Questions, q.Question)
		if q.Key != "" && l.lib.questions[q.Key] == nil {
			l.lib.questions[q.Key] = q.Question
		}
	}
}

func (l *loader) readQuestion(s *source, n strictyaml.Node) *questionPlace {
	m := n.Mapping("key", "title", "revision", "holds", "text", "why", "help", "answers", "look_for",
		"ask", "must_apply", "fresh", "threats", "threats_differ", "needs", "fix")
	key := m.Need("key")
	q := &questionPlace{key: key, own: s.own, Question: &Question{
		Key:       strictyaml.Word(key, named("key", keyForm, "small letters, digits and hyphens")),
		Title:     fewWords(m.Need("title"), "title", maxTitleWords),
		Revision:  m.Need("revision").Int(1, 1000),
		Text:      question(m.Need("text")),
		Why:       line(m.Need("why"), "why", maxWhy),
		Help:      line(m.Get("help"), "help", maxHelp),
		Wording:   wordings(m.Need("answers")),
		LookFor:   lines(m.Need("look_for"), "look_for", maxLookFor),
		Ask:       readRoles(m.Need("ask")),
		MustApply: m.Get("must_apply").Bool(),
		Fresh:     m.Need("fresh").Int(1, 3660),
		Threats:   l.readThreats(m.Need("threats")),
		Differ:    line(m.Get("threats_differ"), "threats_differ", maxLine),
	}}
	q.Holds = readHolds(m.Get("holds"), q.Revision)
	q.readFix(l, m.Need("fix"))
	for _, item := range m.Get("needs").Items() {
		q.Needs = append(q.Needs, item.Text())
		q.needs = append(q.needs, ref{item, item.Text()})
	}
	l.claim(s, key, kindQuestion, q.Key)
	return q
}

// question reads the text that is asked.
func question(n strictyaml.Node) string {
	s := fewWords(n, "text", maxQuestionWords)
	if s != "" && (!strings.HasSuffix(s, "?") || strings.Count(s, "?") > 1) {
		n.Errorf("text: must be one question with one question mark, at its end")
	}
	return s
}

// wordings reads what the four levels mean; all four, each different.
func wordings(n strictyaml.Node) [4]string {
	m := n.Mapping(levelWords.Words()...)
	var w [4]string
	for level := No; level <= Yes; level++ {
		text := m.Need(level.String())
		w[level] = line(text, level.String(), maxWording)
		for other := No; other < level; other++ {
			if w[level] != "" && strings.EqualFold(w[level], w[other]) {
				text.Errorf("%s: says the same as %s", level, other)
			}
		}
	}
	return w
}

func readRoles(n strictyaml.Node) []string {
	return names(n, "ask", func(role string) (string, error) {
		if roles()[role] != "" {
			return role, nil
		}
		return oneOf("role", Roles()...)(role)
	})
}

// names reads a list of at least one word; each once.
func names(n strictyaml.Node, name string, parse func(string) (string, error)) []string {
	items := n.Items()
	if items != nil && len(items) == 0 {
		n.Errorf("%s: must have at least one item", name)
	}
	list := slices.Grow([]string(nil), len(items))
	for _, item := range items {
		word := strictyaml.Word(item, parse)
		if word != "" && slices.Contains(list, word) {
			item.Errorf("%s: %q is there twice", name, word)
		}
		list = append(list, word)
	}
	return list
}

// readThreats reads keys of threats. A question may be against none directly;
// it then says so with an empty list.
func (l *loader) readThreats(n strictyaml.Node) []string {
	if len(n.Items()) == 0 {
		return nil
	}
	return names(n, "threats", func(key string) (string, error) {
		if _, ok := l.lib.Thresholds.Threat(key); ok || l.blind || !l.hasLimits {
			return key, nil
		}
		var known []string
		for _, t := range l.lib.Thresholds.Threats {
			known = append(known, t.Key)
		}
		return oneOf("threat", known...)(key)
	})
}

// readHolds reads the levels whose meaning a new revision left alone.
func readHolds(n strictyaml.Node, revision int) []Level {
	if n.Present() && revision == 1 {
		n.Errorf("holds: is about the revision before this one, and this is the first")
	}
	var levels []Level
	for _, item := range n.Items() {
		level, err := ParseLevel(item.Text())
		switch {
		case err != nil:
			item.Errorf("%v", err)
		case slices.Contains(levels, level):
			item.Errorf("holds: %q is there twice", level)
		default:
			levels = append(levels, level)
		}
	}
	return levels
}

// readFix reads the way out. Its effort may stand on the ladder instead, which
// is read later.
func (q *questionPlace) readFix(l *loader, n strictyaml.Node) {
	m := n.Mapping("do", "care", "effort", "resources")
	fix := &q.Fix
	fix.Do = line(m.Need("do"), "do", maxFirstStep)
	fix.Care = line(m.Get("care"), "care", maxFirstStep)
	effort := m.Get("effort")
	fix.Effort = strictyaml.Word(effort, ParseEffort)
	if !effort.Present() {
		q.costless = n
	}
	if !m.Get("resources").Present() {
		q.helpless = n
	}
	ids := names(m.Get("resources"), "resources", func(id string) (string, error) {
		if l.lib.resources[id] != nil || l.blind {
			return id, nil
		}
		return oneOf("resource", slices.Sorted(maps.Keys(l.lib.resources))...)(id)
	})
	for _, id := range ids {
		if r := l.lib.resources[id]; r != nil {
			fix.Resources = append(fix.Resources, r)
		}
	}
}
