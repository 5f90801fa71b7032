package frameworks

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Search is what a search for resources came to.
type Search struct {
	Found   []*Resource // best first; none where a word was not found
	Instead []Reading   // words nothing mentions, read as the nearest one
	Missing []string    // words for which there is not even a near one
}

// Reading is a word as it was typed and as it was read.
type Reading struct{ Word, As string }

// Search returns the resources that mention every one of the words in id, title,
// provider, kind, what it gives or how to get it, best first: a whole word
// counts more than its beginning, a title more than a step. An abbreviation of
// the glossary also finds what it stands for. A word of four letters and more
// that nothing mentions is read as the nearest one that is mentioned. Without a
// word worth searching for every resource is found, in the order of the files.
// The same words give the same list.
func (l *Library) Search(query string) Search {
	var s Search
	words := searchWords(query)
	if len(words) == 0 {
		s.Found = slices.Clone(l.Resources)
		return s
	}
	index := make([]indexed, len(l.Resources))
	for i, r := range l.Resources {
		index[i] = newIndexed(r)
	}
	var known []string // filled when a word is not there
	total := make([]int, len(index))
	out := make([]bool, len(index))
	for _, word := range words {
		points, ok := l.mentions(index, word)
		if !ok && len([]rune(word)) >= shortestGuess {
			if known == nil {
				known = vocabulary(index, l.Glossary)
			}
			if near := Nearest(word, known); near != "" {
				s.Instead = append(s.Instead, Reading{typed(query, word), spelled(index, near)})
				points, ok = l.mentions(index, near)
			}
		}
		if !ok {
			s.Missing = append(s.Missing, typed(query, word))
			continue
		}
		for i, p := range points {
			total[i] += p
			out[i] = out[i] || p == 0
		}
	}
	if len(s.Missing) == 0 {
		s.Found = best(index, total, out)
	}
	return s
}

// shortestGuess is the shortest word that is corrected: a shorter one is near
// to too many others.
const shortestGuess = 4

// typed returns a word of the query as the person wrote it.
func typed(query, word string) string {
	for _, chunk := range strings.FieldsFunc(query, betweenWords) {
		if squeeze(chunk) == word {
			return chunk
		}
	}
	return word
}

// spelled returns an id for its letters, and any other word as it is.
func spelled(index []indexed, word string) string {
	for _, x := range index {
		if squeeze(x.ID) == word {
			return x.ID
		}
	}
	return word
}

func betweenWords(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == ',' }

// mostWords are looked for; nobody types more, and each costs time.
const mostWords = 20

// best returns what is not out, most points first.
func best(index []indexed, total []int, out []bool) []*Resource {
	var order []int
	for i := range index {
		if !out[i] {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(total[b], total[a]),
			cmp.Compare(doubt(index[a].Resource), doubt(index[b].Resource)),
			cmp.Compare(placeIn(toolkits, index[a].Toolkit), placeIn(toolkits, index[b].Toolkit)),
			strings.Compare(index[a].ID, index[b].ID),
		)
	})
	found := make([]*Resource, len(order))
	for n, i := range order {
		found[n] = index[i].Resource
	}
	return found
}

func doubt(r *Resource) int {
	if r.Doubtful() {
		return 1
	}
	return 0
}

// mentions returns the points of each resource for one word and whether any has
// some. What the glossary says the word stands for counts half.
func (l *Library) mentions(index []indexed, word string) (points []int, ok bool) {
	points = make([]int, len(index))
	term, _ := l.Term(word)
	for i := range index {
		points[i] = 2 * index[i].points([]string{word})
		for _, phrase := range term.Find {
			points[i] += index[i].points(searchWords(phrase))
		}
		ok = ok || points[i] > 0
	}
	return points, ok
}

// field is one text of a resource, cut into words.
type field struct {
	words  []string
	weight int
}

// indexed is a resource ready to be searched.
type indexed struct {
	*Resource
	fields []field
}

func newIndexed(r *Resource) indexed {
	return indexed{r, []field{
		{textWords(r.ID), 5},
		{textWords(r.Title), 10},
		{textWords(r.Provider), 6},
		{textWords(r.Kind), 6},
		{textWords(r.Gives), 4},
		{textWords(strings.Join(r.How, " ")), 1},
	}}
}

// points returns how well a phrase fits the fields that hold all its words.
func (x indexed) points(phrase []string) int {
	sum := 0
	for _, f := range x.fields {
		least := -1
		for _, word := range phrase {
			if q := quality(word, f.words); least < 0 || q < least {
				least = q
			}
		}
		sum += max(least, 0) * f.weight
	}
	return sum
}

// quality is 4 where the word stands, 3 where one begins with it, 2 where one
// contains it and it is long enough to mean something, otherwise 0.
func quality(word string, words []string) int {
	best := 0
	for _, w := range words {
		switch {
		case w == word:
			return 4
		case len(word) >= 3 && strings.HasPrefix(w, word):
			best = max(best, 3)
		case len(word) >= 5 && strings.Contains(w, word):
			best = max(best, 2)
		}
	}
	return best
}

// vocabulary is every word that a mistyped one may have been meant to be.
func vocabulary(index []indexed, glossary []Term) []string {
	words := map[string]bool{}
	for _, x := range index {
		for _, f := range x.fields {
			for _, w := range f.words {
				words[w] = true
			}
		}
	}
	for _, t := range glossary {
		words[squeeze(t.Name)] = true
	}
	return slices.Sorted(maps.Keys(words))
}

// filler are words people type that say nothing about what they look for.
var filler = map[string]bool{
	"a": true, "an": true, "and": true, "for": true, "from": true, "help": true, "how": true, "in": true, "is": true, "of": true,
	"on": true, "or": true, "our": true, "the": true, "to": true, "we": true, "with": true,
}

// searchWords cuts what a person typed into the words to look for.
func searchWords(query string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(query, betweenWords) {
		if w = squeeze(w); w != "" && !filler[w] && !slices.Contains(words, w) {
			words = append(words, w)
		}
		if len(words) == mostWords {
			break
		}
	}
	return words
}

// textWords cuts a text into words; one with a hyphen or another sign in it
// stands there whole and in its parts.
func textWords(text string) []string {
	var words []string
	for _, chunk := range strings.Fields(text) {
		whole := squeeze(chunk)
		if whole == "" {
			continue
		}
		words = append(words, whole)
		parts := strings.FieldsFunc(strings.ToLower(chunk), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(parts) > 1 {
			words = append(words, parts...)
		}
	}
	return words
}

// squeeze returns the letters and digits of a word, small.
func squeeze(word string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}
