package typeset

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hygeia/report/doc"
)

// LongestWord is the width of the widest word of a text, up to most. It takes the
// words as bold if any is: rather too wide than broken.
func (st Style) LongestWord(t doc.Text, most float64) float64 {
	for _, span := range t {
		st.Bold = st.Bold || span.Bold
	}
	var widest float64
	for _, word := range strings.Fields(t.String()) {
		widest = max(widest, st.Width(st.head(word, most)))
	}
	return widest
}

// Style is how a text is set.
type Style struct {
	Size float64 // of the type, in points
	Lead float64 // from line to line, in mm
	Bold bool    // all of it; a span can be bold by itself
	Ink  Ink
}

// The styles of a report. Smaller than 8 points is nothing.
var (
	Body    = Style{10, 4.9, false, Dark}
	Dense   = Style{9, 4.2, false, Dark}
	H1      = Style{18, 8, true, Navy}
	H2      = Style{13, 6, true, Navy}
	H3      = Style{10.5, 5, true, Dark}
	Caption = Style{9.5, 4.6, true, Navy}
	Cell    = Style{9, 4.2, false, Dark}
	Head    = Style{8.5, 4, true, Navy}
	Small   = Style{8, 3.8, false, Grey}
	Legal   = Style{8, 3.8, true, Dark}
)

// In returns the style in another color.
func (st Style) In(c Ink) Style {
	st.Ink = c
	return st
}

// Piece is a run of characters of one line that are drawn together.
type Piece struct {
	Text  string
	Bold  bool
	URL   string
	X     float64 // from the start of the line, in mm
	Width float64

	of int // which piece of the line it was set from, see [Line.Visual]
}

// Line is one line of set type.
type Line struct {
	Pieces []Piece
	Width  float64
	Cut    bool // it ends inside a word

	rightFirst bool // it belongs to a text that goes from right to left
}

// glyph is a character on its way into a line.
type glyph struct {
	r     rune
	span  int // the span of the text it comes from
	width float64
}

// Set breaks a text into lines no wider than width, between words, and inside a
// word only where the word alone is wider; gofpdf's own SplitText does not
// break words and panics on some. A line holds at least one character however
// narrow it is. An empty text has no lines.
func (st Style) Set(t doc.Text, width float64) []Line {
	s := setters.Get().(*setter)
	defer setters.Put(s)
	*s = setter{style: st, text: t, max: width, line: s.line[:0], word: s.word[:0]}
	said := t.String()
	whole := st.wholes(said, width)
	at := 0
	for i, span := range t {
		f := faceOf(st.Bold || span.Bold)
		for _, r := range span.Text {
			s.add(glyph{r, i, f.width(r, st.Size)}, whole.holds(at))
			at += utf8.RuneLen(r)
		}
	}
	s.endLine()
	lines := s.finish()
	if rightFirst(said) {
		for i := range lines {
			lines[i].rightFirst = true
		}
	}
	s.text, s.lines = nil, nil // they are the caller's
	return lines
}

// stretches are parts of a text, by their bytes, in which no line ends.
type stretches [][]int

// holds reports whether a byte is in one of them.
func (s stretches) holds(at int) bool {
	for _, part := range s {
		if part[0] <= at && at < part[1] {
			return true
		}
	}
	return false
}

// wholes finds days and the like in a text, see [doc.Whole], that have room on a line.
func (st Style) wholes(said string, width float64) stretches {
	if !strings.ContainsAny(said, "$□") && !strings.Contains(said, ", 20") && !strings.Contains(said, ", 19") {
		return nil
	}
	st.Bold = true // rather too wide than broken
	return slices.DeleteFunc(doc.Whole().FindAllStringIndex(said, -1), func(part []int) bool { return st.Width(said[part[0]:part[1]]) > width })
}

// SetAtMost is set for places with room for so many lines: the last one ends
// with an ellipsis where there would be more.
func (st Style) SetAtMost(s string, width float64, most int) []Line {
	const widest = 10 // mm; a line holds at least one character, and none is wider
	lines := st.Set(doc.Plain(st.head(s, float64(most+1)*max(width, widest))), width)
	if len(lines) <= most {
		return lines
	}
	last := []rune(strings.TrimRight(lines[most-1].String(), " ,;:"))
	for len(last) > 0 && st.Width(string(last)+"…") > width {
		last = last[:len(last)-1]
	}
	end := string(last) + "…"
	cut := Line{Pieces: []Piece{{Text: end, Bold: st.Bold, Width: st.Width(end)}}, Width: st.Width(end), rightFirst: lines[0].rightFirst}
	return append(lines[:most-1:most-1], cut)
}

// head cuts a text after so many mm of characters, spaces not counted: a long title
// is not set in full for the header of every page.
func (st Style) head(s string, width float64) string {
	for i, r := range s {
		if width < 0 {
			return s[:i]
		}
		if r != ' ' {
			width -= faceOf(st.Bold).width(r, st.Size)
		}
	}
	return s
}

// Width is how long a text is on one line, in mm.
func (st Style) Width(s string) float64 {
	var w float64
	for _, r := range s {
		w += faceOf(st.Bold).width(r, st.Size)
	}
	return w
}

// String returns the words of a line.
func (l Line) String() string {
	var s strings.Builder
	for _, p := range l.Pieces {
		s.WriteString(p.Text)
	}
	return s.String()
}

// setter collects characters into words and words into lines.
type setter struct {
	style Style
	text  doc.Text
	max   float64
	lines []Line // set; one without words has no pieces

	line, word           []glyph // used again for the next ones
	lineWidth, wordWidth float64
	space                [1]glyph // the one space before the word, not yet in the line
	spaced               bool
}

// setters keeps the room of lines and words between texts, of which a report has
// thousands.
var setters = sync.Pool{New: func() any { return new(setter) }}

// add takes the next character. A space within what stays whole is a letter like
// others.
func (s *setter) add(g glyph, whole bool) {
	switch {
	case g.r == '\n':
		s.endLine()
	case g.r == ' ' && !whole:
		s.endWord()
		s.space[0], s.spaced = g, true // several are one, as a browser does it
	default:
		s.word = append(s.word, g)
		s.wordWidth += g.width
	}
}

// endWord moves the word into the line, or to the next one if it does not fit.
func (s *setter) endWord() {
	if len(s.word) == 0 {
		return
	}
	if len(s.line) > 0 && !s.fits(s.lineWidth+s.spaceWidth()+s.wordWidth) {
		s.breakLine(false)
	}
	if len(s.line) > 0 && s.spaced {
		s.push(s.space[:])
	}
	for !s.fits(s.wordWidth) && len(s.word) > 1 {
		s.breakWord()
	}
	s.push(s.word)
	s.word, s.wordWidth, s.spaced = s.word[:0], 0, false
}

// breakWord ends the line inside a word that is wider than a line: after a
// punctuation mark if one stands in its second half, as in a web address.
func (s *setter) breakWord() {
	end, sum := 0, 0.0
	for end < len(s.word) && s.fits(sum+s.word[end].width) {
		sum += s.word[end].width
		end++
	}
	end = max(end, 1)
	for i := end; i > end/2 && i > 1; i-- {
		if strings.ContainsRune("/-_.,;:?&=+@", s.word[i-1].r) {
			end = i
			break
		}
	}
	for end < len(s.word) && unicode.Is(unicode.Mn, s.word[end].r) {
		end++ // an accent stays with its letter
	}
	s.push(s.word[:end])
	s.wordWidth -= s.lineWidth // the line was empty; summing up anew would make a long word quadratic
	s.breakLine(true)
	s.word = s.word[end:]
}

func (s *setter) push(gs []glyph) {
	s.line = append(s.line, gs...)
	s.lineWidth += widthOf(gs)
}

func (s *setter) breakLine(cut bool) {
	set := s.pieces(s.line)
	set.Cut = cut
	s.lines = append(s.lines, set)
	s.line, s.lineWidth = s.line[:0], 0
}

// endLine ends a line where the writer did.
func (s *setter) endLine() {
	s.endWord()
	s.spaced = false
	s.breakLine(false)
}

// fits allows for the rounding of sums.
func (s *setter) fits(width float64) bool { return width <= s.max+1e-6 }

func widthOf(gs []glyph) float64 {
	var w float64
	for _, g := range gs {
		w += g.width
	}
	return w
}

// spaceWidth is the width of the space before the word, if there is one.
func (s *setter) spaceWidth() float64 {
	if !s.spaced {
		return 0
	}
	return s.space[0].width
}

// finish returns the lines, without empty ones at either end.
func (s *setter) finish() []Line {
	lines := s.lines
	for len(lines) > 0 && len(lines[0].Pieces) == 0 {
		lines = lines[1:]
	}
	for len(lines) > 0 && len(lines[len(lines)-1].Pieces) == 0 {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 0 {
		return nil
	}
	return lines
}

// pieces joins the characters of a line that come from the same span.
func (s *setter) pieces(gs []glyph) Line {
	var line Line
	for start := 0; start < len(gs); {
		end := start
		var text strings.Builder
		for end < len(gs) && gs[end].span == gs[start].span {
			text.WriteRune(gs[end].r)
			end++
		}
		span, width := s.text[gs[start].span], widthOf(gs[start:end])
		line.Pieces = append(line.Pieces, Piece{Text: text.String(), Bold: s.style.Bold || span.Bold, URL: span.URL, X: line.Width, Width: width})
		line.Width += width
		start = end
	}
	return line
}
