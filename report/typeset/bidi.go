package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Lines are set in the order in which people read. What is drawn from left to right,
// as a PDF is, takes a line in the order in which its letters stand beside each
// other, which [Line.Visual] finds by the Unicode Bidirectional Algorithm (UAX 9).

// rightFirst reports whether the first letter of a text that has a direction runs from
// right to left, which makes the text one in that direction (UAX 9, P2 and P3).
func rightFirst(s string) bool {
	for _, r := range s {
		switch classOf(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// rightward reports whether a text holds a letter that runs from right to left.
func rightward(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		if r < '\u0590' { // the first block of Hebrew
			return false
		}
		c := classOf(r)
		return c == bidi.R || c == bidi.AL
	})
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// Visual returns a line in the order in which it is drawn from left to right. Brackets
// that open toward the left are turned around; an accent stays behind its letter.
func (l Line) Visual(st Style) Line {
	if !rightward(l.String()) {
		return l
	}
	var letters []letter
	for i, p := range l.Pieces {
		for _, r := range p.Text {
			letters = append(letters, letter{r, i})
		}
	}
	out := Line{Cut: l.Cut, rightFirst: l.rightFirst}
	for _, a := range inOrder(letters, l.rightFirst) {
		of := l.Pieces[a.piece]
		width := faceOf(st.Bold || of.Bold).width(a.r, st.Size)
		if last := len(out.Pieces) - 1; last >= 0 && out.Pieces[last].of == a.piece {
			out.Pieces[last].Text += string(a.r)
			out.Pieces[last].Width += width
		} else {
			out.Pieces = append(out.Pieces, Piece{Text: string(a.r), Bold: of.Bold, URL: of.URL, X: out.Width, Width: width, of: a.piece})
		}
		out.Width += width
	}
	return out
}

// VisualText is [Line.Visual] of a text without weight or links.
func VisualText(s string) string {
	if !rightward(s) {
		return s
	}
	var letters []letter
	for _, r := range s {
		letters = append(letters, letter{r, 0})
	}
	var out strings.Builder
	for _, a := range inOrder(letters, rightFirst(s)) {
		out.WriteRune(a.r)
	}
	return out.String()
}

// letter is a character and the piece of the line it comes from.
type letter struct {
	r     rune
	piece int
}

// run is a part of a line in one direction.
type run struct {
	letters []letter
	right   bool
}

// inOrder orders the letters of a line.
func inOrder(letters []letter, rightFirst bool) []letter {
	runs := directions(letters, rightFirst)
	if rightFirst {
		return laid(runs)
	}
	var out []letter
	for start := 0; start < len(runs); {
		end := start + 1
		if runs[start].right {
			end = clusterEnd(runs, start)
		}
		out = append(out, laid(runs[start:end])...)
		start = end
	}
	return out
}

// directions cuts a line into runs. The library tells only whether a run goes left or
// right, not how deep it is embedded: a number behind Hebrew in a line that goes from
// left to right is one of its own here (level 2), while the words behind it are not
// (level 0).
func directions(letters []letter, rightFirst bool) []run {
	var text strings.Builder
	for _, l := range letters {
		text.WriteRune(l.r)
	}
	base := bidi.LeftToRight
	if rightFirst {
		base = bidi.RightToLeft
	}
	whole := []run{{letters, rightFirst}}
	said, lead := text.String(), 0
	if !rightFirst { // the library takes the direction of the first letter, so it is given one
		said, lead = "a"+said, 1
	}
	var p bidi.Paragraph
	if n, err := p.SetString(said, bidi.DefaultDirection(base)); err != nil || n != len(said) {
		return whole
	}
	order, err := p.Order()
	if err != nil {
		return whole
	}
	var runs []run
	at := 0
	for i := range order.NumRuns() {
		r := order.Run(i)
		n := utf8.RuneCountInString(r.String())
		if i == 0 {
			n -= lead
		}
		part := letters[at : at+n]
		at += n
		if number := numberEnd(part); !rightFirst && i > 0 && r.Direction() == bidi.LeftToRight && number > 0 && number < len(part) {
			runs = append(runs, run{part[:number], false}, run{part[number:], false})
			continue
		}
		if n > 0 {
			runs = append(runs, run{part, r.Direction() == bidi.RightToLeft})
		}
	}
	return runs
}

// numberEnd returns how many letters at the start belong to a number.
func numberEnd(letters []letter) int {
	end := 0
	for i, l := range letters {
		switch classOf(l.r) {
		case bidi.EN, bidi.AN:
			end = i + 1
		case bidi.ET:
			if end == i { // right behind a number, or before one
				end = i + 1
			}
		case bidi.ES, bidi.CS:
		default:
			if !slices.ContainsFunc(letters[:end], isNumber) {
				return 0
			}
			return end
		}
	}
	if !slices.ContainsFunc(letters[:end], isNumber) {
		return 0
	}
	return end
}

func isNumber(l letter) bool {
	c := classOf(l.r)
	return c == bidi.EN || c == bidi.AN
}

// clusterEnd is where what belongs together from right to left ends in a line that goes
// from left to right: runs of such letters with the numbers between and behind them.
func clusterEnd(runs []run, start int) int {
	end := start + 1
	for end < len(runs) && (runs[end].right || numberEnd(runs[end].letters) == len(runs[end].letters)) {
		end++
	}
	return end
}

// laid lays runs from right to left.
func laid(runs []run) []letter {
	var out []letter
	for _, r := range slices.Backward(runs) {
		if r.right {
			out = append(out, turned(r.letters)...)
		} else {
			out = append(out, r.letters...)
		}
	}
	return out
}

// turned turns letters around, each with the accents behind it.
func turned(letters []letter) []letter {
	var out []letter
	end := len(letters)
	for i := len(letters) - 1; i >= 0; i-- {
		if i > 0 && unicode.In(letters[i].r, unicode.Mn, unicode.Me) {
			continue
		}
		group := slices.Clone(letters[i:end])
		first, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(group[0].r)))
		group[0].r = first
		out = append(out, group...)
		end = i
	}
	return out
}
