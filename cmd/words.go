package cmd

import (
	"fmt"
	"math/big"
	"strings"
)

func ratOf(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// count returns "1 answer" or "3 answers".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// capital returns a text with its first letter, which must be ASCII, in upper case.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// joinWords returns "a", "a and b" or "a, b and c".
func joinWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
