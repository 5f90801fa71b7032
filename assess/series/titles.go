package series

import (
	"strings"

	"hygeia/frameworks/words"
)

var textWord = words.Pattern(`[\p{L}]{3,}`)

// stems are the words of a text, cut so that "inventories" and "inventory" are one.
func stems(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range textWord().FindAllString(strings.ToLower(text), -1) {
		switch w {
		case "the", "and", "for", "with", "are", "from", "that", "this", "its", "their", "into", "not", "any", "all", "cybersecurity", "cyber", "security", "information",
			"organization", "organizational", "managed", "management", "established", "understood", "communicated", "maintained", "implemented", "performed", "based":
			continue
		}
		if base, ok := strings.CutSuffix(w, "ies"); ok && len(w) > 4 {
			w = base + "y"
		}
		set[string([]rune(w)[:min(6, len([]rune(w)))])] = true
	}
	return set
}

// own are the stems that an id goes by.
func (x *entry) own() map[string]bool {
	if x.ownStems == nil {
		x.ownStems = stems(x.title + " " + strings.Join(x.words, " "))
	}
	return x.ownStems
}

// overlap counts the words that a text shares with what an id is about.
func (x *entry) overlap(text string) int {
	n := 0
	said := stems(text)
	for w := range x.own() {
		if said[w] {
			n++
		}
	}
	return n
}

// misfit returns the id that a text fits far better than its own, "" where none does.
// False says that the text may well be about its id.
func (e *edition) misfit(x *entry, text string) (other string, misfits bool) {
	if strings.Contains(strings.ToLower(text), "[withdrawn") || sameText(text, x.title) {
		return "", false
	}
	for _, y := range e.sorted() {
		if y.prints && y.fine == x.fine && sameText(text, y.title) && x.prints {
			return y.id, true
		}
	}
	said, mine := stems(text), x.overlap(text)
	if len(said) < 2 || len(x.own()) == 0 || !x.fine || 2*x.covered(said) >= len(x.distinct()) {
		return "", false
	}
	best, most := "", mine
	for _, y := range e.sorted() {
		if n := len(y.distinct()); y.fine && y.gone == x.gone && n > 1 && y.covered(said) == n && n > most {
			best, most = y.id, n
		}
	}
	if best == "" && mine == 0 {
		best = e.nearest(x, said)
	}
	return best, best != "" || mine == 0 && len(said) >= 4 && x.prints
}

// nearest returns the requirement that shares most words with a text, two at least; ""
// where two share as many.
func (e *edition) nearest(x *entry, said map[string]bool) string {
	best, most := "", 1
	for _, y := range e.sorted() {
		if !y.fine || y.gone != x.gone {
			continue
		}
		switch n := y.covered(said); {
		case n > most:
			best, most = y.id, n
		case n == most:
			best = ""
		}
	}
	return best
}

// sameText reports whether two texts have the same letters.
func sameText(a, b string) bool {
	letters := func(s string) string { return strings.Join(textWord().FindAllString(strings.ToLower(s), -1), " ") }
	return letters(a) != "" && letters(a) == letters(b)
}

// covered counts the words of an id that a text has.
func (x *entry) covered(said map[string]bool) int {
	n := 0
	for w := range x.distinct() {
		if said[w] {
			n++
		}
	}
	return n
}

// distinct are the stems of the words alone where there are some, otherwise those of
// the title.
func (x *entry) distinct() map[string]bool {
	if x.distinctStems == nil {
		text := x.title
		if len(x.words) > 0 {
			text = strings.Join(x.words, " ")
		}
		x.distinctStems = stems(text)
	}
	return x.distinctStems
}
