package words

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const ellipsis = "…"

// Width returns how many columns of a terminal a text of one line takes: two
// for East Asian wide characters and emoji, none for marks over a letter.
func Width(s string) int {
	if plain(s) {
		return len(s)
	}
	return uniseg.StringWidth(s)
}

// Clip shortens a text to at most width columns, the last of them an ellipsis
// where something was left out. It cuts between graphemes.
func Clip(s string, width int) string {
	return shorten(s, width, Width)
}

// Cut shortens a text to at most n characters, the last of them an ellipsis
// where something was left out. It cuts between graphemes, so that no accent is
// parted from its letter.
func Cut(s string, n int) string {
	return shorten(s, n, utf8.RuneCountInString)
}

func shorten(s string, most int, measure func(string) int) string {
	switch {
	case most <= 0:
		return ""
	case measure(s) <= most:
		return s
	}
	head, _ := split(s, most-1, measure)
	return strings.TrimRight(head, " ") + ellipsis
}

// Split cuts a text in two where its first part takes at most width columns,
// between graphemes.
func Split(s string, width int) (head, rest string) { return split(s, width, Width) }

func split(s string, most int, measure func(string) int) (head, rest string) {
	taken, state := 0, -1
	for rest = s; rest != ""; {
		var cluster string
		next := rest
		cluster, next, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		n := measure(cluster)
		if taken+n > most {
			break
		}
		taken, rest = taken+n, next
	}
	return s[:len(s)-len(rest)], rest
}
