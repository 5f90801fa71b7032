package frameworks

import (
	"maps"
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
	inSaid     = 4 // and one more for each further phrase it stands in
	inHelp     = 4
	inFacts    = 3
	inSteps    = 1
)

// entry is a question or a resource ready to be searched.
type entry struct {
	question *Question
	resource *Resource

	stands []standing // by number of the stem
}

// standing is a stem with the weight of the heaviest text it stands in.
type standing struct {
	stem   int32 // its number
	weight int32
}

// index is all that a search looks into. Stems have numbers, so that what stands
// where is a few long lists and no map for each entry.
type index struct {
	entries []entry
	stems   []string          // by their numbers
	spread  []int             // in how many entries each stands
	numbers map[string]int32  // of the stems; nil until it is needed
	words   map[string]string // every whole word, with its stem
	ignore  map[string]bool   // words that say nothing
	said    map[string]bool   // words of the synonyms
}

// lookup is what a search needs and nothing else does: it is made for the first one.
type lookup struct {
	lay   func() *layWords
	whole bool // all of the shipped content is in the library
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
	lay, known := l.lay(), l.packedIndex()
	x := &index{
		stems: slices.Clip(known.stems), spread: make([]int, len(known.stems)),
		words: make(map[string]string, 2*len(known.words)), ignore: map[string]bool{}, said: make(map[string]bool, len(known.lay.folds)),
	}
	for _, w := range slices.Concat(lay.ignore, lay.meaning) {
		x.ignore[w] = true
	}
	for word, as := range lay.same { // a mistyped one is read as it, and then as ours
		x.words[word] = stem(as)
		x.said[word] = true
	}
	for _, w := range lay.words {
		x.said[w.fold] = true
		x.words[w.fold] = w.stem
	}
	maps.Copy(x.words, known.words)
	said := x.led(lay)
	for _, q := range l.Questions {
		stands := known.questions[q.Key]
		if stands == nil || l.servesOwn(q) {
			stands = x.cut(l.questionTexts(q))
		}
		x.add(entry{question: q, stands: say(stands, said[q])})
	}
	for _, r := range l.Resources {
		stands := known.resources[r.ID]
		if stands == nil {
			stands = x.cut(resourceTexts(r))
		}
		x.add(entry{resource: r, stands: say(stands, said[r])})
	}
	for _, t := range l.Glossary {
		if w := squeeze(t.Name); w != "" {
			x.words[w] = stem(w)
		}
	}
	return x
}

// led returns the stems of all phrases that lead to a thing before others: a phrase
// that is said in part, or in another way, still finds it.
func (x *index) led(lay *layWords) map[any][]int32 {
	numbers := make(map[string]int32, len(lay.words)) // of the words that say something
	for _, w := range lay.words {
		if !x.ignore[w.fold] {
			numbers[w.fold] = x.number(w.stem)
		}
	}
	led := map[any][]int32{}
	for _, s := range lay.synonyms {
		if len(s.order) == 0 {
			continue
		}
		list := led[s.order[0]]
		for _, phrase := range s.say {
			for _, w := range phrase {
				if n, ok := numbers[w.fold]; ok {
					list = append(list, n)
				}
			}
		}
		led[s.order[0]] = list
	}
	return led
}

// say adds what people say of a thing to the stems that stand in its texts, which
// are few beside them: two lists in order become one. A word of many phrases is
// what people call it, one of a single phrase may be chance.
func say(stands []standing, said []int32) []standing {
	if len(said) == 0 {
		return stands
	}
	slices.Sort(said)
	all := make([]standing, 0, len(stands)+len(said))
	for len(said) > 0 {
		n, times := said[0], 1
		for times < len(said) && said[times] == n {
			times++
		}
		said = said[times:]
		for len(stands) > 0 && stands[0].stem < n {
			all, stands = append(all, stands[0]), stands[1:]
		}
		weight := int32(min(inSaid+times-1, heaviest))
		if len(stands) > 0 && stands[0].stem == n {
			weight, stands = max(weight, stands[0].weight), stands[1:]
		}
		all = append(all, standing{n, weight})
	}
	return append(all, stands...)
}

// packedIndex returns what was made of the shipped content when it was compiled,
// nothing if the library is of other content.
func (l *Library) packedIndex() *packedIndex {
	if l.lookup != nil && l.lookup.whole && packed() != nil {
		return packed()
	}
	return new(packedIndex)
}

// servesOwn reports whether an organization's own catalog names the question, so
// that it is found by ids that no shipped text has.
func (l *Library) servesOwn(q *Question) bool {
	return slices.ContainsFunc(l.serves[q.Key], func(s Served) bool { return l.owns(kindFramework, s.Framework.ID) })
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

func (x *index) add(e entry) {
	for _, s := range e.stands {
		x.spread[s.stem]++
	}
	x.entries = append(x.entries, e)
}

// cut returns the stems of an entry's texts, and keeps the words.
func (x *index) cut(texts []weighed) []standing {
	heaviest := map[int32]int32{}
	for _, t := range texts {
		for _, w := range textWords(t.text) {
			s := stem(w)
			x.words[w] = s
			n := x.number(s)
			heaviest[n] = max(heaviest[n], int32(t.weight))
		}
	}
	var stands []standing
	for _, n := range slices.Sorted(maps.Keys(heaviest)) {
		stands = append(stands, standing{n, heaviest[n]})
	}
	return stands
}

// number returns the number of a stem, a new one for a stem that is new.
func (x *index) number(stem string) int32 {
	if x.numbers == nil {
		x.numbers = make(map[string]int32, len(x.stems))
		for n, s := range x.stems {
			x.numbers[s] = int32(n)
		}
	}
	n, known := x.numbers[stem]
	if !known {
		n = int32(len(x.stems))
		x.numbers[stem] = n
		x.stems, x.spread = append(x.stems, stem), append(x.spread, 0)
	}
	return n
}

// standsIn returns in how many entries a stem stands.
func (x *index) standsIn(stem string) int {
	for n, s := range x.stems {
		if s == stem {
			return x.spread[n]
		}
	}
	return 0
}

// rarity is what a word is worth that stands in so many entries: 10 for each
// time that all of them could be halved until so few are left.
func (x *index) rarity(spread int) int {
	return int(10 * math.Log2(1+float64(len(x.entries))/float64(max(1, spread))))
}

// beginning is the shortest word that also finds what begins with it.
const beginning = 5

// How a stem of an entry answers one that was asked for.
const (
	notFound = iota
	foundByHalf
	foundWhole
)

// kin returns the stems that a stem finds whole or by half, by number. By half it
// finds longer ones that begin with it, and shorter ones that it begins with. Of
// two numbers of rules the shorter is another rule, the longer a part of the same.
func (x *index) kin(word string) map[int32]int32 {
	kin := map[int32]int32{}
	for n, s := range x.stems {
		switch {
		case s == word:
			kin[int32(n)] = foundWhole
		case len(s) < beginning || len(word) < beginning:
		case strings.HasPrefix(s, word), strings.HasPrefix(word, s) && !startsDigit(s):
			kin[int32(n)] = foundByHalf
		}
	}
	return kin
}

// begins reports whether a longer stem begins with the word.
func (x *index) begins(word string) bool {
	return len(word) >= beginning && slices.ContainsFunc(x.stems, func(s string) bool { return s != word && strings.HasPrefix(s, word) })
}

func startsDigit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// points returns what the words of a query earn in each entry.
func (x *index) points(query []queryWord) []int {
	out, fits := make([]int, len(x.entries)), make([]int, len(x.entries))
	for i, w := range query {
		if x.ignore[w.fold] || slices.ContainsFunc(query[:i], func(o queryWord) bool { return o.stem == w.stem }) {
			continue
		}
		finds := make([]int32, len(x.stems))
		spread := 0
		for n, how := range x.kin(w.stem) {
			finds[n] = how
			spread = max(spread, x.spread[n])
		}
		rarity := x.rarity(spread)
		for i, e := range x.entries {
			weight := int32(0)
			for _, s := range e.stands {
				weight = max(weight, finds[s.stem]*s.weight)
			}
			out[i] += rarity * int(weight) / (foundWhole * heaviest)
			if weight > inSaid {
				fits[i]++
			}
		}
	}
	for i := range out { // a quarter more for each further word that fits
		out[i] = out[i] * (3 + fits[i]) / 4
	}
	return out
}
