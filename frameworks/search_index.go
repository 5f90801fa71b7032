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

// standing is a stem with its weight in an entry.
type standing struct {
	stem   int32 // its number
	weight int16 // of the heaviest text it stands in, or of what is said of the entry
	text   int16 // of the texts alone, 0 if it stands in none
}

// index is all that a search looks into. Stems have numbers, so that what stands
// where is a few long lists and no map for each entry.
type index struct {
	entries []entry
	stems   []string          // by their numbers
	spread  []int             // in how many entries each stands
	numbers map[string]int32  // of the stems; nil until it is needed
	words   map[string]string // every whole word that is not in packed, with its stem
	packed  *packedIndex      // the words of the shipped content
	ignore  map[string]bool   // words that say nothing
	said    map[string]bool   // words of the synonyms that are not in packed
}

// lookup is what a search needs and nothing else does: it is made for the first one.
type lookup struct {
	lay   func() *layWords
	whole bool // all of the shipped content is in the library
	once  sync.Once
	index *index

	shippedLay bool // nobody added lay words
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
		stems: slices.Clip(known.stems[:known.standing]), spread: make([]int, known.standing),
		packed: new(packedIndex), words: map[string]string{}, ignore: map[string]bool{}, said: map[string]bool{},
	}
	for _, w := range slices.Concat(lay.ignore, lay.meaning) {
		x.ignore[w] = true
	}
	whole := len(known.words) > 0 && l.lookup.shippedLay
	if whole {
		x.packed = known
	} else {
		x.keep(lay, known)
	}
	led := sync.OnceValue(func() map[any][]int32 { return x.led(lay) })
	stands := func(thing any, known []standing, texts func() []weighed) []standing {
		switch {
		case known == nil:
			return say(x.cut(texts()), led()[thing])
		case whole:
			return known
		}
		return say(ofTexts(known), led()[thing])
	}
	for _, q := range l.Questions {
		stand := known.questions[q.Key]
		if l.servesOwn(q) {
			stand = nil
		}
		x.add(entry{question: q, stands: stands(q, stand, func() []weighed { return l.questionTexts(q) })})
	}
	for _, r := range l.Resources {
		x.add(entry{resource: r, stands: stands(r, known.resources[r.ID], func() []weighed { return resourceTexts(r) })})
	}
	for _, t := range l.Glossary {
		if w := squeeze(t.Name); w != "" {
			x.words[w] = stem(w)
		}
	}
	return x
}

// keep keeps the lay words, and the words of texts that were cut before.
func (x *index) keep(lay *layWords, known *packedIndex) {
	for word, as := range lay.same { // a mistyped one is read as it, and then as ours
		x.words[word] = stem(as)
		x.said[word] = true
	}
	for _, w := range lay.words {
		x.said[w.fold] = true
		x.words[w.fold] = w.stem
	}
	for i, w := range known.words {
		if known.of[i]&ofText != 0 {
			x.words[w] = known.stems[known.of[i]>>wordBits]
		}
	}
}

// stem returns the stem of a whole word, "" if it stands nowhere.
func (x *index) stem(word string) string {
	if s, ok := x.words[word]; ok {
		return s
	}
	s, _, _ := x.packed.stem(word)
	return s
}

// isSaid reports whether a word is one of the synonyms.
func (x *index) isSaid(word string) bool {
	_, kind, _ := x.packed.stem(word)
	return x.said[word] || kind&(ofPhrase|ofSame) != 0
}

// all returns all whole words by the alphabet.
func (x *index) all() []string {
	all := append(slices.Collect(maps.Keys(x.words)), x.packed.words...)
	slices.Sort(all)
	return slices.Compact(all)
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
		weight, text := int16(min(inSaid+times-1, heaviest)), int16(0)
		if len(stands) > 0 && stands[0].stem == n {
			text, stands = stands[0].text, stands[1:]
		}
		all = append(all, standing{n, max(weight, text), text})
	}
	return append(all, stands...)
}

// ofTexts returns what stands in the texts alone.
func ofTexts(stands []standing) []standing {
	var of []standing
	for _, s := range stands {
		if s.text > 0 {
			of = append(of, standing{s.stem, s.text, s.text})
		}
	}
	return of
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
	heaviest := map[int32]int16{}
	for _, t := range texts {
		for _, w := range textWords(t.text) {
			s := stem(w)
			x.words[w] = s
			n := x.number(s)
			heaviest[n] = max(heaviest[n], int16(t.weight))
		}
	}
	var stands []standing
	for _, n := range slices.Sorted(maps.Keys(heaviest)) {
		stands = append(stands, standing{n, heaviest[n], heaviest[n]})
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
				weight = max(weight, finds[s.stem]*int32(s.weight))
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
