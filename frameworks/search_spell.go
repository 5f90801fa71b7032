package frameworks

import (
	"hygeia/frameworks/strictyaml"
)

// Reading is a word as it was typed and as it was read.
type Reading struct{ Word, As string }

// shortestGuess is the shortest word that is corrected: a shorter one is near
// to too many others.
const shortestGuess = 4

// read replaces words that stand nowhere by the nearest one that does, takes
// "back up" for "backup" as well, and returns what could not be read.
func (x *index) read(typed []queryWord) (words []queryWord, read []Reading, missing []string) {
	var known []string
	for i, w := range typed {
		if x.knows(w) {
			if i+1 < len(typed) {
				if both := x.joined(w, typed[i+1]); both != nil {
					words = append(words, both...)
					if x.ignore[typed[i+1].fold] { // "log in" has nothing to do with logs
						continue
					}
				}
			}
			words = append(words, w)
			continue
		}
		if i+1 < len(typed) {
			if both := x.joined(w, typed[i+1]); both != nil {
				words = append(words, both...)
				continue
			}
		}
		if a, b, ok := x.apart(w.fold); ok {
			words = append(words, queryWord{w.typed, a, stem(a)}, queryWord{w.typed, b, stem(b)})
			continue
		}
		if known == nil {
			known = x.all()
		}
		near := x.nearest(w.fold, known)
		if near == "" {
			missing = append(missing, w.typed)
			continue
		}
		read = append(read, Reading{w.typed, near})
		words = append(words, queryWord{w.typed, near, x.stem(near)})
	}
	return words, read, missing
}

// knows reports whether a word stands anywhere, or says nothing anyway.
func (x *index) knows(w queryWord) bool {
	if x.ignore[w.fold] || x.isSaid(w.fold) || x.stem(w.fold) != "" {
		return true
	}
	return x.standsIn(w.stem) > 0 || x.begins(w.stem)
}

// joined is the one word that two make together, if it is one.
func (x *index) joined(a, b queryWord) []queryWord {
	both := a.fold + b.fold
	if len(both) <= shortestGuess || x.stem(both) == "" {
		return nil
	}
	return []queryWord{{a.typed + " " + b.typed, both, stem(both)}}
}

// apart cuts a word that stands nowhere into two that do.
func (x *index) apart(word string) (a, b string, ok bool) {
	for i := shortestGuess; i <= len(word)-shortestGuess; i++ {
		if x.stem(word[:i]) != "" && x.stem(word[i:]) != "" {
			return word[:i], word[i:], true
		}
	}
	return "", "", false
}

// nearest returns the word with the fewest corrections. Of two equally near
// ones that people say comes first, then one with the same first letter, then
// one that stands in more places.
func (x *index) nearest(word string, known []string) string {
	runes := len([]rune(word))
	if runes < shortestGuess || runes > longestName {
		return ""
	}
	most := runes / 3
	best, least, rank := "", most+1, 0
	for _, other := range known {
		limit := min(least, most)
		if other[0] != word[0] {
			limit = min(limit, strayed(runes))
		}
		if len(other) > len(word)+limit || len(word) > len(other)+limit {
			continue
		}
		d := strictyaml.Distance(word, other, limit)
		if d > limit {
			continue
		}
		if r := x.rank(word, other); d < least || r > rank {
			best, least, rank = other, d, r
		}
	}
	return best
}

// strayed returns how many corrections make a word of so many letters one with
// another first letter: people seldom mistype the first one, and a name that nobody
// told us is mostly near to some word by accident.
func strayed(runes int) int {
	switch {
	case runes >= longWord:
		return 2
	case runes >= sureLength:
		return 1
	}
	return 0
}

// From so many letters on a word is known by the letters behind its first one.
const (
	sureLength = 6
	longWord   = 10
)

func (x *index) rank(word, other string) int {
	r := 1 + x.standsIn(x.stem(other))
	if x.isSaid(other) {
		r += 10000
	}
	if other[0] == word[0] {
		r += 1000
	}
	return r
}
