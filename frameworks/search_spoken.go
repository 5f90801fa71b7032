package frameworks

import (
	"cmp"
	"slices"
)

// What a synonym that was said is worth to the first thing it leads to: more
// than a word that happens to stand in a title, and more for each further word,
// because "lost laptop" says more than "laptop".
const (
	saidOnce = 120
	saidMore = 60 // a weak synonym is worth a third where another one is said
	saidLess = 50 // a word that says nothing by itself, such as "how", counts so much less
	steps    = 6  // each thing after the first gets a sixth less, at least a third
)

// phrase is a synonym that the query says, with the words that say it.
type phrase struct {
	synonym *synonym
	says    []int // places in the query
}

// spoken returns the points that synonyms give to questions, resources and
// commands. Words that a longer phrase has used say nothing else any more.
func (l *Library) spoken(x *index, words []queryWord) map[any]int {
	var said []phrase
	for _, s := range l.lay().synonyms {
		var longest []int
		for _, say := range s.say {
			if at := x.says(words, say); len(at) > len(longest) {
				longest = at
			}
		}
		if longest != nil {
			said = append(said, phrase{s, longest})
		}
	}
	slices.SortStableFunc(said, func(a, b phrase) int { return cmp.Compare(len(b.says), len(a.says)) })
	points, used := map[any]int{}, map[int]bool{}
	for i, p := range said {
		if !slices.ContainsFunc(p.says, func(at int) bool { return !used[at] }) {
			continue
		}
		worth := saidOnce + saidMore*(len(p.says)-1)
		for _, at := range p.says {
			if x.ignore[words[at].fold] {
				worth -= saidLess
			}
		}
		if p.synonym.weak && slices.ContainsFunc(said, func(o phrase) bool { return !o.synonym.weak }) {
			worth /= 3
		}
		for n, thing := range p.synonym.order {
			points[thing] += worth * max(steps-n, steps/3) / steps
		}
		if c, ok := p.synonym.order[0].(*Command); ok && !p.synonym.weak {
			points[c] += first // whoever says so needs the command before anything else
		}
		// Phrases of the same length may say two things about the same words.
		if i+1 == len(said) || len(said[i+1].says) < len(p.says) {
			for _, q := range said[:i+1] {
				for _, at := range q.says {
					used[at] = true
				}
			}
		}
	}
	return points
}

// says returns where the query says a phrase, nil if it does not. The words may
// stand anywhere; only where some say nothing by themselves, as in "who do I
// call", they stand in order and near each other.
func (x *index) says(query []queryWord, say []*queryWord) []int {
	for _, w := range say { // most phrases are not said at all
		if !slices.ContainsFunc(query, func(q queryWord) bool { return x.sounds(q, w) }) {
			return nil
		}
	}
	ordered := slices.ContainsFunc(say, func(w *queryWord) bool { return x.ignore[w.fold] })
	var at []int
	from := 0
	for _, w := range say {
		place := -1
		for i := from; i < len(query); i++ {
			if x.sounds(query[i], w) && !slices.Contains(at, i) {
				place = i
				break
			}
		}
		if place < 0 || ordered && len(at) > 0 && place-at[len(at)-1] > farthest {
			return nil
		}
		at = append(at, place)
		if ordered {
			from = place + 1
		}
	}
	return at
}

// sounds reports whether a word that was typed is one of a phrase. One that says
// nothing is itself only: "find" is not "findings".
func (x *index) sounds(typed queryWord, say *queryWord) bool {
	return typed.stem == say.stem && (typed.fold == say.fold || !x.ignore[typed.fold])
}

// farthest is how far apart two words of a phrase that is said in order may stand.
const farthest = 3
