package ledger

import (
	"crypto/sha256"
	"strings"
)

// The eight words are read out, printed on paper and typed again. Each is two
// syllables of these letters, which are hard to mishear, and stands for 16 bits.
const (
	consonants = "bdhjklmnprstvwyz"
	vowels     = "aiou"
)

// partWords is how many words stand for each of the two parts.
const partWords = 4

// Words returns the eight words of a printed report: four over the digest of its
// quarter and four over that of the ledger as far as it went, as [Ledger.Digest]
// returns it. Whoever changes one of the two has to find another text that gives
// the same 64 bits.
func Words(quarter, ledger string) string {
	return part("quarter", quarter) + " " + part("ledger", ledger)
}

// part returns the four words of one part. What the part is goes into them, so that
// the words of one never pass for those of the other.
func part(what, digest string) string {
	sum := sha256.Sum256([]byte(what + " " + digest))
	list := make([]string, partWords)
	for i := range list {
		list[i] = word(uint16(sum[2*i])<<8 | uint16(sum[2*i+1]))
	}
	return strings.Join(list, " ")
}

// word writes 16 bits as consonant, vowel, consonant, vowel, consonant.
func word(n uint16) string {
	return string([]byte{
		consonants[n>>12], vowels[n>>10&3], consonants[n>>6&15], vowels[n>>4&3], consonants[n&15],
	})
}

// Spoken are eight words as somebody typed them from paper.
type Spoken struct{ quarter, ledger string }

// ReadWords takes the eight words of a report, in one line or several, with
// blanks, commas or hyphens between them, in capitals or not. It reports whether
// they are eight words of that kind.
func ReadWords(s string) (Spoken, bool) {
	list := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r < 'a' || r > 'z' })
	if len(list) != 2*partWords {
		return Spoken{}, false
	}
	for _, w := range list {
		if !isWord(w) {
			return Spoken{}, false
		}
	}
	return Spoken{strings.Join(list[:partWords], " "), strings.Join(list[partWords:], " ")}, true
}

func isWord(w string) bool {
	for i := range len(w) {
		letters := consonants
		if i%2 == 1 {
			letters = vowels
		}
		if !strings.Contains(letters, w[i:i+1]) {
			return false
		}
	}
	return len(w) == 5
}

// Quarter reports whether the words were printed for a quarter with that digest.
func (s Spoken) Quarter(digest string) bool { return s.quarter == part("quarter", digest) }

// Events returns how many events the ledger had when the words were printed, and
// whether its first so many are as they were then.
func (s Spoken) Events(l *Ledger) (n int, same bool) {
	for n := l.Len(); n >= 0; n-- {
		if digest, err := l.Digest(n); err == nil && s.ledger == part("ledger", digest) {
			return n, true
		}
	}
	return 0, false
}
