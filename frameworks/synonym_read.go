package frameworks

import (
	"slices"
	"strings"
	"sync"

	"hygeia/frameworks/strictyaml"
)

// layReader reads what people say instead of our words.
type layReader struct {
	*loader
	lay *layWords
}

// keepLay keeps a file of lay words for [loader.readLay].
func (l *loader) keepLay(s *source) { l.lay = append(l.lay, s) }

// readLay reads the files of lay words, or leaves that to the first search where
// they are known to be without a mistake: few commands search, and no content of
// a finished quarter is searched at all.
func (l *loader) readLay() {
	files := l.lay
	if slices.ContainsFunc(files, func(s *source) bool { return !s.doc.Schema().Checked() }) {
		lay := l.layOf(files)
		l.lib.lookup.lay = func() *layWords { return lay }
		return
	}
	lib := l.lib // l holds all that was read
	lib.lookup.lay = sync.OnceValue(func() *layWords {
		if p := packed(); p != nil && lib.lookup.whole {
			lib.lookup.shippedLay = true
			return p.lay.of(lib, p.keys, p.ids)
		}
		return (&loader{lib: lib}).layOf(files)
	})
}

func (l *loader) layOf(files []*source) *layWords {
	r := layReader{l, new(layWords)}
	for _, s := range files {
		r.readSynonyms(s)
	}
	for _, syn := range r.lay.synonyms {
		for _, phrase := range syn.say {
			for _, w := range phrase {
				*w = r.lay.plainly(*w)
				w.typed = "" // nobody typed it
				r.lay.words = append(r.lay.words, *w)
			}
		}
	}
	slices.SortFunc(r.lay.words, func(a, b queryWord) int { return strings.Compare(a.fold, b.fold) })
	r.lay.words = slices.Compact(r.lay.words)
	return r.lay
}

// readSynonyms reads a file of lay words: words a search passes over, commands
// it may name, and phrases with what they lead to.
func (l *layReader) readSynonyms(s *source) {
	m := s.doc.Root().Mapping("schema", "ignore", "meaning", "same", "commands", "otherwise", "synonyms")
	l.lay.ignore = append(l.lay.ignore, foldedWords(m.Get("ignore"), "ignore")...)
	l.lay.meaning = append(l.lay.meaning, foldedWords(m.Get("meaning"), "meaning")...)
	for _, n := range m.Get("same").Items() {
		l.readSame(s, n)
	}
	for _, n := range m.Get("commands").Items() {
		l.readCommand(s, n)
	}
	for _, n := range m.Get("otherwise").Items() {
		if thing := l.thing(n, "otherwise"); thing != nil {
			l.lay.otherwise = append(l.lay.otherwise, thing)
		}
	}
	for _, n := range m.Need("synonyms").Items() {
		l.readSynonym(s, n)
	}
}

// readSame reads a word of ours and other words that are read as if it had been
// typed, such as those of another language.
func (l *layReader) readSame(s *source, n strictyaml.Node) {
	items := n.Items()
	if len(items) < 2 {
		n.Errorf("same: must name a word of ours and at least one that is read like it")
		return
	}
	words := foldedWords(n, "same")
	if l.lay.same == nil {
		l.lay.same = map[string]string{}
	}
	for i, word := range words[1:] {
		l.claim(s, items[i+1], "the same word", word)
		l.lay.same[word] = words[0]
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

func (l *layReader) readCommand(s *source, n strictyaml.Node) {
	m := n.Mapping("run", "does")
	run := m.Need("run")
	c := &Command{Run: line(run, "run", maxSay), Does: line(m.Need("does"), "does", maxLine)}
	if !strings.HasPrefix(c.Run, commandWord+" ") {
		run.Errorf("run %q: must be written as it is typed, such as \"hygeia incident\"", c.Run)
	}
	l.claim(s, run, "command", c.Run)
	l.lay.commands = append(l.lay.commands, c)
}

func (l *layReader) readSynonym(s *source, n strictyaml.Node) {
	m := n.Mapping("say", "to", "weak")
	say, to := m.Need("say"), m.Need("to")
	syn := &synonym{weak: m.Get("weak").Bool()}
	items := say.Items()
	for i, text := range lines(say, "say", maxSay) {
		phrase := splitQuery(text)
		syn.say = append(syn.say, pointers(phrase))
		if len(phrase) == 0 {
			items[i].Errorf("say %q: has no letters and no digits", text)
			continue
		}
		if l.places != nil {
			l.claim(s, items[i], "the synonym", phraseID(phrase))
		}
	}
	if items := to.Items(); items != nil && len(items) == 0 {
		to.Errorf("to: must have at least one item")
	}
	for _, item := range to.Items() {
		l.leadsTo(syn, item)
	}
	l.lay.synonyms = append(l.lay.synonyms, syn)
}

func pointers(phrase []queryWord) []*queryWord {
	list := make([]*queryWord, len(phrase))
	for i := range phrase {
		list[i] = &phrase[i]
	}
	return list
}

// leadsTo adds what a synonym leads to.
func (l *layReader) leadsTo(syn *synonym, n strictyaml.Node) {
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
func (l *layReader) thing(n strictyaml.Node, name string) any {
	word := n.Text()
	if q := l.lib.questions[word]; q != nil {
		return q
	}
	if r := l.lib.resources[word]; r != nil {
		return r
	}
	for _, c := range l.lay.commands {
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
func (l *layReader) near(word string) string {
	known := l.knownQuestions()
	for _, r := range l.lib.Resources {
		known = append(known, r.ID)
	}
	for _, c := range l.lay.commands {
		known = append(known, c.Run)
	}
	if near := Nearest(word, known); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

// phraseID is one name for a phrase, however it is written.
func phraseID(phrase []queryWord) string {
	var words []string
	for _, w := range phrase {
		words = append(words, w.fold)
	}
	return strings.Join(words, " ")
}
