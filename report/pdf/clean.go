package pdf

import (
	"slices"
	"strings"
	"sync"
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
//   - Everything else without a glyph is said in words, see [cleaner.instead], and the first page says so too.

// substitutes are the signs people do type and the font lacks.
var substitutes = sync.OnceValue(func() map[rune]string {
	return map[rune]string{
		'\u2011': "-", '\u2043': "-", '\uFE63': "-", '\uFF0D': "-",
		'✓': "√", '✔': "√", '✗': "×", '✘': "×", '✕': "×", '✖': "×",
		'☐': "[ ]", '☑': "[x]", '☒': "[x]", '⚠': "(!)", '★': "*", '☆': "*",
		'➔': "→", '➜': "→", '➤': "►", '⇒': "→", '✉': "@",
	}
})

// cleaner cleans the text of one document and remembers what it could not keep.
type cleaner struct {
	lost  []string // what was not drawn, each once: "Chinese", "emoji"
	named []string // the same of the organization's name
}

// clean returns a copy of the document that can be drawn. Where it differs from what
// was written, the sentence at the foot of the first page says so.
func (w *cleaner) clean(d *doc.Document) *doc.Document {
	name := d.Subject
	of := *d
	of.Subject = w.drawable(d.Subject, d.Latin)
	c := of.Cleaned(latinized{w, name, d.Latin})
	c.Notice = words.Join(" ", w.remark(d.Latin != ""), c.Notice)
	return c
}

// drawable is the name that is drawn: the Latin one where there is one, else as much
// of what is written as can be, and where nothing is left what kind of name it is.
func (w *cleaner) drawable(name, latin string) string {
	own := new(cleaner)
	kept := own.Line(name)
	w.named = own.lost
	switch {
	case latin != "":
		return latin
	case len(own.lost) == 0:
		return name
	}
	rest := words.Line(placeholders().ReplaceAllString(kept, " "))
	if strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return rest
	}
	return "[name in " + words.And(own.lost) + "]"
}

// remark says what the pages do not show as it was written; empty where they show all.
func (w *cleaner) remark(latin bool) string {
	var said []string
	switch {
	case len(w.named) > 0 && latin:
		said = append(said, "The name is drawn in Latin letters; HTML and Word show it as it is written.")
	case len(w.named) > 0 && !slices.ContainsFunc(w.named, func(kind string) bool { return kind != emoji && kind != otherSign }):
		said = append(said, "The name has what this PDF cannot draw: "+words.And(w.named)+". HTML and Word show it.")
	case len(w.named) > 0:
		said = append(said, "The name is written in a script this PDF cannot draw: "+words.And(w.named)+". HTML and Word show it. \"hygeia report\" with --name-latin, or \"hygeia assess\" with --profile, takes the name to draw.")
	}
	if len(w.lost) > 0 {
		said = append(said, "Some text is written in what this PDF cannot draw ("+words.And(w.lost)+"); brackets stand for it, and HTML and Word show it.")
	}
	return strings.Join(said, " ")
}

// latinized draws the Latin name wherever a text has the other one.
type latinized struct {
	*cleaner
	name, latin string
}

// Line cleans a text of one line.
func (l latinized) Line(s string) string { return l.cleaner.Line(l.replaced(s)) }

// Words cleans running text.
func (l latinized) Words(s string) string { return l.cleaner.Words(l.replaced(s)) }

func (l latinized) replaced(s string) string {
	if l.name == "" || l.latin == "" {
		return s
	}
	return strings.ReplaceAll(s, l.name, l.latin)
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
	return joined(out.String())
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
		out.WriteRune(r)
	case substitutes()[r] != "":
		out.WriteString(substitutes()[r])
	default:
		out.WriteString(w.instead(r))
	}
}
