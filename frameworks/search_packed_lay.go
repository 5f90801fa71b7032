package frameworks

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// packedLay are the lay words of the shipped content, with things by number: the
// questions first, then the resources and then the commands. To read a thousand
// phrases and to cut them into words would be a third of what a search takes.
type packedLay struct {
	ignore, meaning []string
	same            []string    // a word and what it is read as, in turn
	commands        []string    // what is typed and what it gives, in turn
	words           []queryWord // of all phrases
	otherwise       []int32
	synonyms        []packedSynonym
}

type packedSynonym struct {
	weak  bool
	say   [][]*queryWord
	order []int32
}

// packLay returns the lines and the numbers of the lay words: four lines with those to
// pass over, those that ask for a meaning, those that are read as another, and the
// commands; and the numbers in the order of packedLay. The words of a phrase are
// numbers among all words that are said in one.
func (l *Library) packLay() (lines, numbers []byte) {
	lay := l.lay()
	number := map[any]int{}
	for _, q := range l.Questions {
		number[q] = len(number)
	}
	for _, r := range l.Resources {
		number[r] = len(number)
	}
	var commands, same []string
	for _, c := range lay.commands {
		number[c] = len(number)
		commands = append(commands, c.Run, c.Does)
	}
	for _, word := range slices.Sorted(maps.Keys(lay.same)) {
		same = append(same, word, lay.same[word])
	}
	for _, line := range [][]string{lay.ignore, lay.meaning, same, commands} {
		lines = append(append(lines, strings.Join(line, "\t")...), '\n')
	}
	add := func(n int) { numbers = binary.AppendUvarint(numbers, uint64(n)) }
	addThings := func(things []any) {
		add(len(things))
		for _, thing := range things {
			add(number[thing])
		}
	}
	addThings(lay.otherwise)
	add(len(lay.synonyms))
	for _, s := range lay.synonyms {
		weak := 0
		if s.weak {
			weak = 1
		}
		add(weak)
		add(len(s.say))
		for _, phrase := range s.say {
			add(len(phrase))
			for _, w := range phrase {
				at, _ := slices.BinarySearchFunc(lay.words, w.fold, func(a queryWord, fold string) int { return strings.Compare(a.fold, fold) })
				add(at)
			}
		}
		addThings(s.order)
	}
	return lines, numbers
}

// lay reads the numbers of [Library.packLay] behind its lines.
func (n *numbers) lay(of *packedIndex, lines [][]string) packedLay {
	p := packedLay{ignore: lines[0], meaning: lines[1], same: lines[2], commands: lines[3]}
	n.bad = n.bad || len(p.same)%2 != 0 || len(p.commands)%2 != 0
	for i, w := range of.words {
		if of.of[i]&ofPhrase != 0 {
			p.words = append(p.words, queryWord{fold: w, stem: of.stems[of.of[i]>>wordBits]})
		}
	}
	things := len(of.keys) + len(of.ids) + len(p.commands)/2
	p.otherwise = n.list(things)
	p.synonyms = make([]packedSynonym, n.below(len(n.rest)+1))
	for i := range p.synonyms {
		s := &p.synonyms[i]
		s.weak = n.below(2) == 1
		s.say = make([][]*queryWord, n.below(len(n.rest)+1))
		for j := range s.say {
			s.say[j] = n.phrase(p.words)
		}
		s.order = n.list(things)
	}
	return p
}

// phrase reads how many words a phrase has, and them.
func (n *numbers) phrase(words []queryWord) []*queryWord {
	phrase := make([]*queryWord, n.below(len(n.rest)+1))
	for i := range phrase {
		if at := n.below(len(words)); !n.bad {
			phrase[i] = &words[at]
		}
	}
	return phrase
}

// list reads how many numbers below a limit follow, and them.
func (n *numbers) list(limit int) []int32 {
	list := make([]int32, n.below(len(n.rest)+1))
	for i := range list {
		list[i] = int32(n.below(limit))
	}
	return list
}

// of returns the lay words of a library that has all of the shipped content.
func (p packedLay) of(l *Library, keys, ids []string) *layWords {
	lay := &layWords{words: p.words, ignore: p.ignore, meaning: p.meaning, same: make(map[string]string, len(p.same)/2)}
	things := make([]any, 0, len(keys)+len(ids)+len(p.commands)/2)
	for _, key := range keys {
		things = append(things, l.questions[key])
	}
	for _, id := range ids {
		things = append(things, l.resources[id])
	}
	for i := 0; i < len(p.commands); i += 2 {
		c := &Command{Run: p.commands[i], Does: p.commands[i+1]}
		lay.commands, things = append(lay.commands, c), append(things, c)
	}
	for i := 0; i < len(p.same); i += 2 {
		lay.same[p.same[i]] = p.same[i+1]
	}
	named := func(numbers []int32) []any {
		list := make([]any, 0, len(numbers))
		for _, n := range numbers {
			list = append(list, things[n])
		}
		return list
	}
	lay.otherwise = named(p.otherwise)
	lay.synonyms = make([]*synonym, len(p.synonyms))
	for i, s := range p.synonyms {
		lay.synonyms[i] = &synonym{weak: s.weak, order: named(s.order), say: s.say}
	}
	return lay
}
