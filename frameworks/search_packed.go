package frameworks

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"sync"
)

// packedIndex is what a search finds in the shipped questions and resources. Their
// words and those that lead to them are cut and counted when the content is
// compiled: that would be most of what a search takes.
type packedIndex struct {
	stems                []string // by their numbers; from standing on, those of words that stand nowhere
	standing             int
	words                []string // every whole word, by the alphabet
	of                   []int32  // of each word the number of its stem, above what else it is
	keys, ids            []string // of the questions and the resources
	questions, resources map[string][]standing
	lay                  packedLay
}

// What a whole word is, below the number of its stem.
const (
	ofText   = 1 << iota // it stands in a question or a resource
	ofPhrase             // it is said in a synonym
	ofSame               // it is read as another one
	wordBits = iota
)

// pack returns the index of a library as [unpackIndex] reads it: four lines, the
// stems, the words, the keys of the questions and the ids of the resources, and
// those of [Library.packLay]; then, as numbers, how many stems stand somewhere, the
// stem of each word and what it is, and for each question and resource how many
// stems stand in it and each of them: the difference from the one before and the
// two weights, in one number; and those of packLay. The same library gives the same
// bytes.
func (l *Library) pack() []byte {
	x := l.newIndex()
	standing := len(x.stems)
	words := slices.Sorted(maps.Keys(x.words))
	numbers := binary.AppendUvarint(nil, uint64(standing))
	kinds := l.wordKinds()
	for _, w := range words {
		numbers = binary.AppendUvarint(numbers, uint64(int(x.number(x.words[w]))<<wordBits|kinds[w]))
	}
	for _, e := range x.entries {
		numbers = binary.AppendUvarint(numbers, uint64(len(e.stands)))
		last := int32(0)
		for _, s := range e.stands {
			numbers = binary.AppendUvarint(numbers, (uint64(s.stem-last)*(heaviest+1)+uint64(s.weight))*(heaviest+1)+uint64(s.text))
			last = s.stem
		}
	}
	var keys, ids []string
	for _, q := range l.Questions {
		keys = append(keys, q.Key)
	}
	for _, r := range l.Resources {
		ids = append(ids, r.ID)
	}
	var out []byte
	for _, line := range [][]string{x.stems, words, keys, ids} {
		out = append(append(out, strings.Join(line, "\t")...), '\n')
	}
	layLines, layNumbers := l.packLay()
	return slices.Concat(out, layLines, numbers, layNumbers)
}

// wordKinds returns what each word is.
func (l *Library) wordKinds() map[string]int {
	kinds := map[string]int{}
	for _, w := range l.lay().words {
		kinds[w.fold] |= ofPhrase
	}
	for w := range l.lay().same {
		kinds[w] |= ofSame
	}
	var texts []weighed
	for _, q := range l.Questions {
		texts = append(texts, l.questionTexts(q)...)
	}
	for _, r := range l.Resources {
		texts = append(texts, resourceTexts(r)...)
	}
	for _, t := range texts {
		for _, w := range textWords(t.text) {
			kinds[w] |= ofText
		}
	}
	return kinds
}

// unpackIndex reads what [Library.pack] wrote, false if it is not that.
func unpackIndex(packed string) (*packedIndex, bool) {
	var lines [8][]string
	for i := range lines {
		line, rest, ended := strings.Cut(packed, "\n")
		if !ended {
			return nil, false
		}
		if packed = rest; line != "" {
			lines[i] = strings.Split(line, "\t")
		}
	}
	n := numbers{rest: packed}
	p := &packedIndex{stems: lines[0], words: lines[1], keys: lines[2], ids: lines[3]}
	p.standing = n.below(len(p.stems) + 1)
	p.of = make([]int32, len(p.words))
	for i := range p.of {
		p.of[i] = int32(n.below(len(p.stems) << wordBits))
	}
	p.questions, p.resources = n.standings(p.keys, p.standing), n.standings(p.ids, p.standing)
	if n.bad {
		return nil, false
	}
	p.lay = n.lay(p, lines[4:])
	return p, !n.bad && n.rest == ""
}

// packed is the index of the shipped content, nil if there is none.
var packed = sync.OnceValue(func() *packedIndex {
	if c, err := compiled(); err == nil {
		if p, ok := unpackIndex(c.search); ok {
			return p
		}
	}
	return nil
})

// stem returns the stem of a word and what it is, false if it is not known.
func (p *packedIndex) stem(word string) (stem string, kind int32, ok bool) {
	i, ok := slices.BinarySearch(p.words, word)
	if !ok {
		return "", 0, false
	}
	return p.stems[p.of[i]>>wordBits], p.of[i], true
}

// numbers reads whole numbers as encoding/binary writes them. Once something is
// wrong it is bad, and whatever it still returns means nothing.
type numbers struct {
	rest string // encoding/binary would want a copy
	bad  bool
}

// below reads a number less than the limit.
func (n *numbers) below(limit int) int {
	value := 0
	for i := 0; i < len(n.rest) && i < 4; i++ {
		b := n.rest[i]
		value |= int(b&0x7f) << (7 * i)
		if b >= 0x80 {
			continue
		}
		if n.bad = n.bad || value >= limit; n.bad {
			return 0
		}
		n.rest = n.rest[i+1:]
		return value
	}
	n.bad = true
	return 0
}

// standings reads which of so many stems stand in each of the things named.
func (n *numbers) standings(names []string, stems int) map[string][]standing {
	of := make(map[string][]standing, len(names))
	for _, name := range names {
		list := make([]standing, n.below(stems+1))
		last := 0
		for i := range list {
			all := n.below(stems * (heaviest + 1) * (heaviest + 1))
			text, all := all%(heaviest+1), all/(heaviest+1)
			last += all / (heaviest + 1)
			list[i] = standing{int32(last), int16(all % (heaviest + 1)), int16(text)}
		}
		n.bad = n.bad || last >= stems
		of[name] = list
	}
	return of
}
