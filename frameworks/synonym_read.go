package frameworks

import (
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// readSynonyms reads a file of lay words: words a search passes over, commands
// it may name, and phrases with what they lead to.
func (l *loader) readSynonyms(s *source) {
	m := s.doc.Root().Mapping("schema", "ignore", "meaning", "same", "commands", "otherwise", "synonyms")
	l.lib.ignore = append(l.lib.ignore, foldedWords(m.Get("ignore"), "ignore")...)
	l.lib.meaning = append(l.lib.meaning, foldedWords(m.Get("meaning"), "meaning")...)
	for _, n := range m.Get("same").Items() {
		l.readSame(s, n)
	}
	for _, n := range m.Get("commands").Items() {
		l.readCommand(s, n)
	}
	for _, n := range m.Get("otherwise").Items() {
		if thing := l.thing(n, "otherwise"); thing != nil {
			l.lib.otherwise = append(l.lib.otherwise, thing)
		}
	}
	for _, n := range m.Need("synonyms").Items() {
		l.readSynonym(s, n)
	}
}

// readSame reads a word of ours and other words that are read as if it had been
// typed, such as those of another language.
func (l *loader) readSame(s *source, n strictyaml.Node) {
	items := n.Items()
	if len(items) < 2 {
		n.Errorf("same: must name a word of ours and at least one that is read like it")
		return
	}
	words := foldedWords(n, "same")
	if l.lib.same == nil {
		l.lib.same = map[string]string{}
	}
	for i, word := range words[1:] {
		l.claim(s, items[i+1], "the same word", word)
		l.lib.same[word] = words[0]
	}
}

// foldedWords reads words that are compared as a search sees them.
func foldedWords(n strictyaml.Node, name string) []string {
	var words []string
	for _, item := range n.Items() {
		words = append(words, squeeze(line(item, name, longestName)))
	}
	return words
}

func (l *loader) readCommand(s *source, n strictyaml.Node) {
	m := n.Mapping("run", "does")
	run := m.Need("run")
	c := &Command{Run: line(run, "run", maxSay), Does: line(m.Need("does"), "does", maxLine)}
	if !strings.HasPrefix(c.Run, commandWord+" ") {
		run.Errorf("run %q: must be written as it is typed, such as \"hygeia incident\"", c.Run)
	}
	l.claim(s, run, "command", c.Run)
	l.lib.commands = append(l.lib.commands, c)
}

func (l *loader) readSynonym(s *source, n strictyaml.Node) {
	m := n.Mapping("say", "to", "weak")
	say, to := m.Need("say"), m.Need("to")
	syn := &synonym{say: lines(say, "say", maxSay), weak: m.Get("weak").Bool()}
	for i, item := range say.Items() {
		if i < len(syn.say) && len(splitQuery(syn.say[i])) == 0 {
			item.Errorf("say %q: has no letters and no digits", syn.say[i])
			continue
		}
		l.claim(s, item, "the synonym", phraseID(syn.say[i]))
	}
	if items := to.Items(); items != nil && len(items) == 0 {
		to.Errorf("to: must have at least one item")
	}
	for _, item := range to.Items() {
		l.leadsTo(syn, item)
	}
	l.lib.synonyms = append(l.lib.synonyms, syn)
}

// leadsTo adds what a synonym leads to.
func (l *loader) leadsTo(syn *synonym, n strictyaml.Node) {
	thing := l.thing(n, "to")
	if thing == nil {
		return
	}
	if slices.Contains(syn.order, thing) {
		n.Errorf("to %q: is there twice", n.Text())
	}
	syn.order = append(syn.order, thing)
}

// thing looks up a question, a resource or a command; nil if there is none.
func (l *loader) thing(n strictyaml.Node, name string) any {
	word := n.Text()
	if q := l.lib.questions[word]; q != nil {
		return q
	}
	if r := l.lib.resources[word]; r != nil {
		return r
	}
	for _, c := range l.lib.commands {
		if c.Run == word {
			return c
		}
	}
	if !l.blind {
		n.Errorf("%s %q: leads nowhere; must be the key of a question, the id of a resource or a command of this list%s", name, word, l.near(word))
	}
	return nil
}

// near is the question "did you mean" with the nearest thing a synonym may lead
// to, "" where none is near.
func (l *loader) near(word string) string {
	known := l.knownQuestions()
	for _, r := range l.lib.Resources {
		known = append(known, r.ID)
	}
	for _, c := range l.lib.commands {
		known = append(known, c.Run)
	}
	if near := Nearest(word, known); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// phraseID is one name for a phrase, however it is written.
func phraseID(phrase string) string {
	var words []string
	for _, w := range splitQuery(phrase) {
		words = append(words, w.fold)
	}
	return strings.Join(words, " ")
}
