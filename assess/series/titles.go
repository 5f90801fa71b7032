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
func (x *entry) own() map[string]bool { return stems(x.title + " " + strings.Join(x.words, " ")) }

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

// misfit returns the id that a text fits far better than its own, "" where none does or
// its own fits well enough. False says that the text fits its id.
func (e *edition) misfit(x *entry, text string) (other string, misfits bool) {
	said := stems(text)
	if len(said) < 2 || len(x.own()) == 0 || strings.Contains(strings.ToLower(text), "[withdrawn") {
		return "", false
	}
	mine := x.overlap(text)
	if 2*mine >= min(len(said), len(x.distinct())) && mine > 0 {
		return "", false
	}
	if !x.fine && len(said) > 5 {
		return "", false // a description has other words than the title
	}
	best, most := "", 0
	for _, y := range e.sorted() {
		if y.fine != x.fine || y.gone != x.gone || y == x {
			continue
		}
		if n := y.overlap(text); n > most && (n >= 3 || n == len(said) && n >= 2) {
			best, most = y.id, n
		}
	}
	if most >= 2*mine+1 && most > 1 {
		return best, true
	}
	return "", x.fine && mine == 0 && len(said) >= 4 && (x.prints || len(x.words) > 0)
}

// distinct are the stems of the words alone where there are some, otherwise those of
// the title.
func (x *entry) distinct() map[string]bool {
	if len(x.words) > 0 {
		return stems(strings.Join(x.words, " "))
	}
	return stems(x.title)
}
