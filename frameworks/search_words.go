package frameworks

import (
	"slices"
	"strings"
	"unicode"
)

// queryWord is a word of a query or a text as it was typed, without capitals,
// accents and signs, and cut to what its forms have in common.
type queryWord struct{ typed, fold, stem string }

// mostWords are looked for; nobody types more, and each costs time.
const mostWords = 24

// splitQuery cuts what somebody typed into words. A sign inside a word joins
// it: "405(d)" is one word, and so is "wi-fi".
func splitQuery(query string) []queryWord {
	var list []queryWord
	for _, chunk := range strings.FieldsFunc(query, betweenWords) {
		if fold := squeeze(chunk); fold != "" && len(list) < mostWords {
			list = append(list, queryWord{chunk, fold, stem(fold)})
		}
	}
	return list
}

func betweenWords(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == ',' || r == ';' }

// textWords cuts a text into words; one with a hyphen or another sign in it
// stands there whole and in its parts.
func textWords(text string) []string {
	var words []string
	for chunk := range strings.FieldsSeq(text) {
		whole := squeeze(chunk)
		if whole == "" {
			continue
		}
		words = append(words, whole)
		parts := strings.FieldsFunc(chunk, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(parts) > 1 {
			for _, part := range parts {
				words = append(words, squeeze(part))
			}
		}
	}
	return words
}

// squeeze returns the letters and digits of a word, small and without accents.
func squeeze(word string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		r = unicode.ToLower(r)
		if r < 0x80 {
			return r
		}
		return plainLetter(r)
	}, word)
}

// plainLetter returns a letter of Spanish and its neighbors without its accent,
// which people leave out when they type.
func plainLetter(r rune) rune {
	switch r {
	case 'á', 'à', 'â', 'ä', 'ã':
		return 'a'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'í', 'ì', 'ï', 'î':
		return 'i'
	case 'ó', 'ò', 'ô', 'ö', 'õ':
		return 'o'
	case 'ú', 'ù', 'û', 'ü':
		return 'u'
	case 'ñ':
		return 'n'
	case 'ç':
		return 'c'
	}
	return r
}

// shortestStem is the shortest word that is cut: a shorter one is a word of its own.
const shortestStem = 4

// whole are words that look like a form of another one and are not.
var whole = []string{"news", "screening", "building", "meeting", "rating"}

// stem cuts the endings of English words, so that "passwords", "backed up" and
// "training" find "password", "back up" and "train". It cuts less than it could:
// two words that look alike by accident are worse than one that is missed.
func stem(word string) string {
	if len(word) < shortestStem || strings.ContainsAny(word, "0123456789") {
		return word
	}
	if word = singular(word); slices.Contains(whole, word) {
		return word
	}
	if base, ok := irregular(word); ok {
		word = base
	}
	for _, ending := range []string{"ing", "ed"} {
		root, cut := strings.CutSuffix(word, ending)
		if cut && len(root) >= 3 && strings.ContainsAny(root, "aeiouy") {
			return undouble(strings.TrimSuffix(root, "e"))
		}
	}
	if len(word) > 4 {
		word = strings.TrimSuffix(word, "e")
	}
	return word
}

func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		return word[:len(word)-2]
	case word == "news", strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "is"):
		return word
	}
	return strings.TrimSuffix(word, "s")
}

// undouble ends "plann" with one n; two l, s or z may belong to the word.
func undouble(root string) string {
	n := len(root)
	if n > 3 && root[n-1] == root[n-2] && !strings.ContainsRune("lsz", rune(root[n-1])) {
		return root[:n-1]
	}
	return root
}

// irregular returns the verb that a form of it belongs to where cutting endings
// does not find it. It is a switch and no table because a table would be built at
// every start of the program.
func irregular(word string) (base string, ok bool) {
	switch word {
	case "stole", "stolen":
		return "steal", true
	case "took", "taken":
		return "take", true
	case "sent":
		return "send", true
	case "paid":
		return "pay", true
	case "broke", "broken":
		return "break", true
	case "gave", "given":
		return "give", true
	case "wrote", "written":
		return "write", true
	case "bought":
		return "buy", true
	case "sold":
		return "sell", true
	case "caught":
		return "catch", true
	case "went", "gone":
		return "go", true
	case "threw", "thrown":
		return "throw", true
	case "taught":
		return "teach", true
	case "knew", "known":
		return "know", true
	case "froze", "frozen":
		return "freeze", true
	case "forgot", "forgotten":
		return "forget", true
	case "hidden":
		return "hide", true
	case "chose", "chosen":
		return "choose", true
	case "spoke", "spoken":
		return "speak", true
	case "kept":
		return "keep", true
	case "fell", "fallen":
		return "fall", true
	case "saw", "seen":
		return "see", true
	case "losing":
		return "lost", true
	case "left":
		return "leave", true
	case "brought":
		return "bring", true
	case "ran":
		return "run", true
	case "spent":
		return "spend", true
	}
	return word, false
}
