package frameworks

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// The weights of texts, out of [heaviest]: a word of a title says more about a
// thing than one in its steps.
const (
	heaviest   = 10
	inTitle    = 10
	inID       = 8
	inText     = 6
	inGives    = 5
	inKind     = 5
	inProvider = 5
	inSaid     = 4
	inHelp     = 4
	inFacts    = 3
	inSteps    = 1
)

// entry is a question or a resource ready to be searched.
type entry struct {
	question *Question
	resource *Resource

	words map[string]int // the heaviest text each stem stands in
}

// index is all that a search looks into.
type index struct {
	entries []entry
	spread  map[string]int    // in how many entries a stem stands
	words   map[string]string // every whole word, with its stem
	ignore  map[string]bool   // words that say nothing
	said    map[string]bool   // words of the synonyms
	phrases [][]saying        // of each synonym, in the order of the library
}

// lookup is an index that is made for the first search.
type lookup struct {
	once  sync.Once
	index *index
}

// index returns what a search looks into.
func (l *Library) index() *index {
	if l.lookup == nil {
		return l.newIndex()
	}
	l.lookup.once.Do(func() { l.lookup.index = l.newIndex() })
	return l.lookup.index
}

func (l *Library) newIndex() *index {
	x := &index{spread: map[string]int{}, words: map[string]string{}, ignore: map[string]bool{}, said: map[string]bool{}}
	for _, w := range slices.Concat(l.ignore, l.meaning) {
		x.ignore[w] = true
	}
	for word, as := range l.same { // a mistyped one is read as it, and then as ours
		x.words[word] = stem(as)
		x.said[word] = true
	}
	for _, s := range l.synonyms {
		var all []saying
		for _, phrase := range s.say {
			say := saying{words: l.plain(splitQuery(phrase))}
			for _, w := range say.words {
				x.said[w.fold] = true
				x.words[w.fold] = w.stem
				say.ordered = say.ordered || x.ignore[w.fold]
			}
			all = append(all, say)
		}
		x.phrases = append(x.phrases, all)
	}
	lay := l.lay()
	for _, q := range l.Questions {
		x.add(entry{question: q}, append(l.questionTexts(q), weighed{lay[q], inSaid}))
	}
	for _, r := range l.Resources {
		x.add(entry{resource: r}, append(resourceTexts(r), weighed{lay[r], inSaid}))
	}
	for _, t := range l.Glossary {
		if w := squeeze(t.Name); w != "" {
			x.words[w] = stem(w)
		}
	}
	return x
}

// lay returns the words of all phrases that lead to a thing before others, so that
// a phrase that is said in part, or in other words, still finds it.
func (l *Library) lay() map[any]string {
	texts := map[any]string{}
	for _, s := range l.synonyms {
		if len(s.order) > 0 {
			texts[s.order[0]] += " " + strings.Join(s.say, " ")
		}
	}
	return texts
}

// weighed is a text with its weight.
type weighed struct {
	text   string
	weight int
}

// questionTexts are the words of a question. The ids of the requirements it
// speaks for are among them: people search for what an auditor wrote down.
func (l *Library) questionTexts(q *Question) []weighed {
	var ids []string
	for _, s := range l.serves[q.Key] {
		ids = append(ids, s.Requirement.ID)
	}
	return []weighed{
		{q.Title, inTitle}, {q.Key, inID}, {strings.Join(ids, " "), inID}, {q.Text, inText}, {q.Help, inHelp},
		{strings.Join([]string{q.Why, strings.Join(q.LookFor, " "), q.Fix.Do}, " "), inFacts},
		{strings.Join(q.Wording[:], " "), inSteps},
	}
}

func resourceTexts(r *Resource) []weighed {
	return []weighed{
		{r.Title, inTitle}, {r.ID, inID}, {r.Gives, inGives}, {r.Provider, inProvider},
		{r.Kind + " " + r.Cost + " " + strings.Join(r.Only, " "), inKind},
		{r.Contact, inFacts}, {strings.Join(r.How, " ") + " " + r.Note, inSteps},
	}
}

func (x *index) add(e entry, texts []weighed) {
	e.words = map[string]int{}
	for _, t := range texts {
		for _, w := range textWords(t.text) {
			s := stem(w)
			x.words[w] = s
			e.words[s] = max(e.words[s], t.weight)
		}
	}
	for s := range e.words {
		x.spread[s]++
	}
	x.entries = append(x.entries, e)
}

// rarity is what a word is worth that stands in so many entries: 10 for each
// time that all of them could be halved until so few are left.
func (x *index) rarity(spread int) int {
	return int(10 * math.Log2(1+float64(len(x.entries))/float64(max(1, spread))))
}

// beginning is the shortest word that also finds what begins with it.
const beginning = 5

// kin returns the stems that a stem finds by half: longer ones that begin with
// it, and shorter ones that it begins with. Of two numbers of rules the shorter
// is another rule, the longer a part of the same.
func (x *index) kin(word string) (longer, shorter []string) {
	if len(word) < beginning {
		return nil, nil
	}
	for s := range x.spread {
		switch {
		case len(s) < beginning || s == word:
		case strings.HasPrefix(s, word):
			longer = append(longer, s)
		case strings.HasPrefix(word, s) && !startsDigit(s):
			shorter = append(shorter, s)
		}
	}
	return longer, shorter
}

func startsDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// points returns what the words of a query earn in each entry.
func (x *index) points(query []queryWord) []int {
	out := make([]int, len(x.entries))
	hit := make([]int, len(x.entries))
	for i, w := range query {
		if x.ignore[w.fold] || slices.ContainsFunc(query[:i], func(o queryWord) bool { return o.stem == w.stem }) {
			continue
		}
		longer, shorter := x.kin(w.stem)
		kin := append(longer, shorter...)
		spread := x.spread[w.stem]
		for _, s := range kin {
			spread = max(spread, x.spread[s])
		}
		rarity := x.rarity(spread)
		for i, e := range x.entries {
			weight := 2 * e.words[w.stem]
			for _, s := range kin {
				weight = max(weight, e.words[s])
			}
			out[i] += rarity * weight / (2 * heaviest)
			if weight > 4 {
				hit[i]++
			}
		}
	}
	for i := range out {
		out[i] = out[i] * (3 + hit[i]) / (3 + 1)
	}
	return out
}
