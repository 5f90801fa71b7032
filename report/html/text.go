package html

import (
	"html"
	"strings"
	"unicode"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// escaped is a text as one clean line that stands safely between tags and in a
// quoted attribute, in HTML and in XML: a line holds no character XML cannot.
func escaped(s string) string {
	return html.EscapeString(words.Line(s))
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
	said, target := escaped(span.Text), doc.LinkTarget(span.URL)
	switch {
	case said == "":
		return ""
	case span.See != "":
		return `<a href="#` + headingID(span.See) + `">` + said + `</a>`
	}
	said = kept(said)
	if span.Bold {
		said = `<strong>` + said + `</strong>`
	}
	if target == "" {
		return said
	}
	named := ""
	if withoutScheme(target) != withoutScheme(words.Line(span.Text)) {
		named = "named" // in print the address stands behind the words
	}
	return `<a href="` + html.EscapeString(target) + `" rel="noreferrer noopener"` + class(named) + `>` + said + `</a>`
}

// kept keeps together what no line may end in. An address keeps its own way: it may
// hold a day, and has to break somewhere.
func kept(said string) string {
	if strings.Contains(said, "://") {
		return said
	}
	return doc.Whole().ReplaceAllString(said, `<span class="whole">$0</span>`)
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
	if kept := words.Present(names...); len(kept) > 0 {
		return ` class="` + strings.Join(kept, " ") + `"`
	}
	return ""
}
