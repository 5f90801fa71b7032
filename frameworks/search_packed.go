package frameworks

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"sync"
)

// packedIndex is what a search finds in the shipped questions and resources. Their
// words are cut and counted when the content is compiled: that would be half of
// what a search takes.
type packedIndex struct {
	stems                []string          // by their numbers
	words                map[string]string // every whole word, with its stem
	keys, ids            []string          // of the questions and the resources
	questions, resources map[string][]standing
	lay                  packedLay
}

// pack returns the index of a library as [unpackIndex] reads it: four lines, the
// stems, the words, the keys of the questions and the ids of the resources, and
// those of [Library.packLay]; then, as numbers, the stem of each word and for each
// question and resource how many stems stand in it and each of them: the difference
// from the one before and the weight, in one number; and those of packLay. The same
// library gives the same bytes.
func (l *Library) pack() []byte {
	x := (&Library{Questions: l.Questions, Resources: l.Resources, serves: l.serves}).newIndex()
	words := slices.Sorted(maps.Keys(x.words))
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
	lines, numbers := l.packLay()
	out = append(out, lines...)
	for _, w := range words {
		out = binary.AppendUvarint(out, uint64(x.number(x.words[w])))
	}
	for _, e := range x.entries {
		out = binary.AppendUvarint(out, uint64(len(e.stands)))
		last := int32(0)
		for _, s := range e.stands {
			out = binary.AppendUvarint(out, uint64((s.stem-last)*(heaviest+1)+s.weight))
			last = s.stem
		}
	}
	return append(out, numbers...)
}

// unpackIndex reads what [Library.pack] wrote, false if it is not that.
func unpackIndex(packed string) (*packedIndex, bool) {
	var lines [9][]string
	for i := range lines {
		line, rest, ended := strings.Cut(packed, "\n")
		if !ended {
			return nil, false
		}
		if packed = rest; line != "" {
			lines[i] = strings.Split(line, "\t")
		}
	}
	stems, words := lines[0], lines[1]
	p := &packedIndex{stems: stems, words: make(map[string]string, len(words)), keys: lines[2], ids: lines[3]}
	n := numbers{rest: []byte(packed)}
	for _, w := range words {
		if stem := n.below(len(stems)); !n.bad {
			p.words[w] = stems[stem]
		}
	}
	p.questions, p.resources = n.standings(p.keys, len(stems)), n.standings(p.ids, len(stems))
	p.lay = n.lay(lines[4:], len(p.keys)+len(p.ids))
	return p, !n.bad && len(n.rest) == 0
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

// numbers reads whole numbers as encoding/binary writes them. Once something is
// wrong it is bad, and whatever it still returns means nothing.
type numbers struct {
	rest []byte
	bad  bool
}

// below reads a number less than the limit.
func (n *numbers) below(limit int) int {
	value, size := binary.Uvarint(n.rest)
	if n.bad = n.bad || size <= 0 || value >= uint64(limit); n.bad {
		return 0
	}
	n.rest = n.rest[size:]
	return int(value)
}

// standings reads which of so many stems stand in each of the things named.
func (n *numbers) standings(names []string, stems int) map[string][]standing {
	of := make(map[string][]standing, len(names))
	for _, name := range names {
		list := make([]standing, n.below(stems+1))
		last := 0
		for i := range list {
			both := n.below(stems * (heaviest + 1))
			last += both / (heaviest + 1)
			list[i] = standing{int32(last), int32(both % (heaviest + 1))}
		}
		n.bad = n.bad || last >= stems
		of[name] = list
	}
	return of
}
