package pdf

import (
	"strings"
	"unicode"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/typeset"
)

// All text is cleaned at the door, before a page is laid out, so that nothing
// behind it has to think of what a font or gofpdf cannot take. A character
// above U+FFFF makes gofpdf panic (jung-kurt/gofpdf#255); one without a glyph
// would vanish from the page and stay in the file.
//
//   - A line break stays where a text may have several lines, and is a space elsewhere.
//   - Tabs and odd spaces are plain spaces; the ones that must not break are U+00A0.
//   - What cannot be seen goes, as in every format, and joiners and variation selectors too.
//   - U+2011 is "-"; signs with a near relative in the font become that, see [substitutes].
//   - Everything else without a glyph is drawn as [replacement], and the report says so at its end.

// replacement stands on the page for a character the font lacks.
const replacement = '□'

// substitutes are the signs people do type and the font lacks.
var substitutes = map[rune]string{
	'\u2011': "-", '\u2043': "-", '\uFE63': "-", '\uFF0D': "-",
	'✓': "√", '✔': "√", '✗': "×", '✘': "×", '✕': "×", '✖': "×",
	'☐': "[ ]", '☑': "[x]", '☒': "[x]", '⚠': "(!)", '★': "*", '☆': "*",
	'➔': "→", '➜': "→", '➤': "►", '⇒': "→", '✉': "@",
}

// cleaner cleans the text of one document and remembers what it could not keep.
type cleaner struct {
	lost       bool // a character was replaced by a sign that is also a sign people may type
	rightFirst bool // Hebrew or Arabic letters, which are drawn from left to right
}

// clean returns a copy of the document that can be drawn, with a note at its
// end where the page differs from what was written.
func (w *cleaner) clean(d *doc.Document) *doc.Document {
	c := d.Cleaned(w)
	if w.lost {
		c.Blocks = append(c.Blocks, doc.Note{Text: doc.Plain("Some characters are not in the font of this report. Each is shown as " + string(replacement) + ".")})
	}
	if w.rightFirst {
		c.Blocks = append(c.Blocks, doc.Note{Text: doc.Plain("Text written from right to left is shown here from left to right.")})
	}
	return c
}

// Line cleans a text of one line.
func (w *cleaner) Line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(w.Words(s), "\n", " "))
}

// Words cleans running text, in which line breaks stay.
func (w *cleaner) Words(s string) string {
	if !strings.ContainsFunc(s, odd) {
		return s
	}
	var out strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		w.rune(&out, r)
	}
	return out.String()
}

// odd reports whether a character must be looked at: most texts have none.
func odd(r rune) bool { return (r < ' ' || r > '~') && r != '\n' }

func (w *cleaner) rune(out *strings.Builder, r rune) {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		out.WriteByte('\n')
		return
	case '\u2007', '\u202F', '\u00A0':
		out.WriteRune('\u00A0')
		return
	}
	switch {
	case unicode.IsSpace(r):
		out.WriteByte(' ')
	case words.Hidden(r), unicode.In(r, unicode.Cf, unicode.Variation_Selector): // joiners and selectors join nothing here
	case typeset.Drawable(r):
		w.rightFirst = w.rightFirst || unicode.In(r, unicode.Hebrew, unicode.Arabic)
		out.WriteRune(r)
	case substitutes[r] != "":
		out.WriteString(substitutes[r])
	default:
		w.lost = true
		out.WriteRune(replacement)
	}
}
