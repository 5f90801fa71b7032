package frameworks

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// mostHelp is the longest list of help for one gap: what a person can look at.
const mostHelp = 5

// readHelp reads a file that says which help fits which question.
func (l *loader) readHelp(s *source) {
	for _, n := range s.doc.Root().Mapping("schema", "help").Need("help").Items() {
		l.readHelpOf(s, n)
	}
}

func (l *loader) readHelpOf(s *source, n strictyaml.Node) {
	m := n.Mapping("question", "no", "partly", "mostly", "larger")
	key := m.Need("question")
	lists := &helpLists{}
	m.Need("no")
	l.readLevels(m, &lists[smallPlaces])
	if larger := m.Get("larger"); larger.Present() {
		in := larger.Mapping("no", "partly", "mostly")
		l.readLevels(in, &lists[largerPlaces])
	}
	word := l.questionNamed(key)
	l.claim(s, key, "the help of question", word)
	if q := l.lib.questions[word]; q != nil && l.lib.help[word] == nil {
		l.lib.help[word] = lists
		q.Fix.Resources = l.everything(lists)
	}
}

func (l *loader) readLevels(m strictyaml.Mapping, lists *[Yes][]helpWord) {
	for level := No; level < Yes; level++ {
		n := m.Get(level.String())
		if n.Present() {
			lists[level] = l.readHelpWords(n, level.String())
		}
	}
}

func (l *loader) readHelpWords(n strictyaml.Node, name string) []helpWord {
	words := names(n, name, func(s string) (string, error) {
		_, err := l.helpWord(s)
		return s, err
	})
	if len(words) > mostHelp {
		n.Errorf("%s: names %d; at most %d, the best first", name, len(words), mostHelp)
	}
	list := []helpWord{}
	for _, word := range words {
		if w, err := l.helpWord(word); err == nil && (w.hicp || w.resource != nil) {
			list = append(list, w)
		}
	}
	return list
}

// hicpWord stands for the volume of HICP that fits the size, "hicp-3" for its
// chapter on the third practice.
const hicpWord = "hicp"

// helpWord reads the id of a resource or the word for a volume.
func (l *loader) helpWord(s string) (helpWord, error) {
	if r := l.lib.resources[s]; r != nil {
		return helpWord{resource: r}, nil
	}
	rest, isHICP := strings.CutPrefix(s, hicpWord)
	if isHICP && l.lib.resources[smallVolume] != nil && l.lib.resources[largerVolume] != nil {
		p, err := strconv.Atoi(strings.TrimPrefix(rest, "-"))
		if rest == "" || err == nil && rest == "-"+strconv.Itoa(p) && p >= 1 && p <= Practices {
			return helpWord{hicp: true, practice: p}, nil
		}
	}
	if l.blind {
		return helpWord{}, nil
	}
	if near := Nearest(s, slices.Sorted(maps.Keys(l.lib.resources))); near != "" {
		return helpWord{}, fmt.Errorf("resource %q: there is none with that id; did you mean %s?", s, near)
	}
	return helpWord{}, fmt.Errorf("resource %q: must be the id of a resource, or %s-1 to %s-%d for a chapter of the volume of HICP that fits the size",
		s, hicpWord, hicpWord, Practices)
}

// everything is what a question's lists name together, for whoever does not
// know the size: for No first, small places first.
func (l *loader) everything(lists *helpLists) []*Resource {
	var all []*Resource
	add := func(r *Resource) {
		if r != nil && !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	for level := No; level < Yes; level++ {
		for p := range lists {
			for _, w := range lists[p][level] {
				if w.hicp {
					add(l.lib.resources[smallVolume])
					add(l.lib.resources[largerVolume])
				}
				add(w.resource)
			}
		}
	}
	return all
}

// checkHelp looks for questions without any help.
func (l *loader) checkHelp() {
	for _, q := range l.questions {
		if q.helpless.Present() && l.lib.help[q.Key] == nil {
			q.helpless.Errorf("missing key \"resources\": at least one resource; only a question with help in a file of the schema %s may leave it out", helpSchema)
		}
	}
}
