package html

import (
	"html"
	"strings"
	"unicode"

	"hygeia/report/doc"
)

// escaped is a text as one clean line that stands safely between tags and in a
// quoted attribute, in HTML and in XML.
func escaped(s string) string {
	return html.EscapeString(strings.Map(character, doc.OneLine(s)))
}

// character replaces what Unicode calls no character; a strict reader refuses it.
func character(r rune) rune {
	if r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef {
		return unicode.ReplacementChar
	}
	return r
}

// words draws a text in an element, or nothing if the text is empty. Where the
// text has a script that runs from right to left, the browser finds its direction.
func (h *page) words(tag, attributes string, t doc.Text) {
	inside := spans(t)
	if inside == "" {
		return
	}
	h.line(opening(tag, attributes, t), inside, `</`, tag, `>`)
}

func opening(tag, attributes string, t doc.Text) string {
	if attributes != "" {
		attributes = " " + attributes
	}
	return "<" + tag + attributes + direction(t) + ">"
}

func direction(t doc.Text) string {
	if strings.ContainsFunc(t.String(), rightToLeft) {
		return ` dir="auto"`
	}
	return ""
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Samaritan, unicode.Mandaic)
}

// spans draws spans; see [doc.DrawSpans].
func spans(t doc.Text) string { return doc.DrawSpans(t, drawSpan) }

func drawSpan(span doc.Span) string {
	words, target := escaped(span.Text), doc.LinkTarget(span.URL)
	if words == "" {
		return ""
	}
	if span.Bold {
		words = `<strong>` + words + `</strong>`
	}
	if target == "" {
		return words
	}
	named := ""
	if withoutScheme(target) != withoutScheme(doc.OneLine(span.Text)) {
		named = "named" // in print the address stands behind the words
	}
	return `<a href="` + html.EscapeString(target) + `" rel="noreferrer noopener"` + class(named) + `>` + words + `</a>`
}

// withoutScheme is an address as people say it: "cisa.gov/report".
func withoutScheme(address string) string {
	for _, before := range []string{"https://", "mailto:", "tel:", "www."} {
		address = strings.TrimPrefix(address, before)
	}
	return strings.TrimRight(address, "/")
}

// class is a class attribute, or nothing without a class.
func class(names ...string) string {
	if kept := doc.Present(names...); len(kept) > 0 {
		return ` class="` + strings.Join(kept, " ") + `"`
	}
	return ""
}
