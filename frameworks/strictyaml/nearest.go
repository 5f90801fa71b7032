package strictyaml

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the word that needs the fewest typing corrections to become
// the given one: letters added, dropped, changed, or two neighbors swapped, with
// upper and lower case the same. It returns "" where more than a third of the
// letters would have to change, and the earlier of two equally near words.
func Nearest(word string, words []string) string {
	const longest = 64 // nobody mistypes a longer one, and the table grows with its square
	if utf8.RuneCountInString(word) > longest {
		return ""
	}
	folded := []rune(strings.ToLower(word))
	best, least := "", len(folded)/3+1
	for _, w := range words {
		other := []rune(strings.ToLower(w))
		if len(other) > longest || abs(len(other)-len(folded)) >= least {
			continue
		}
		if d := distance(folded, other); d < least {
			best, least = w, d
		}
	}
	return best
}

// Distance returns how many typing corrections make one word the other, as
// [Nearest] counts them, and most+1 where it is more than most.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if abs(len(x)-len(y)) > most {
		return most + 1
	}
	return min(distance(x, y), most+1)
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
