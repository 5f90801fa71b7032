package markdown

import (
	"strings"

	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// escaped makes a text one line of Markdown that shows exactly these characters:
// it cannot end a table cell, open a link, an image, HTML, math, a footnote or a
// citation, or be turned into a link by GitHub. What only means something at the
// start of a line is left to [guarded].
func escaped(s string) string {
	s = words.Line(s)
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '<':
			out.WriteString("&lt;")
		case c == '>':
			out.WriteString("&gt;")
		case c == '&' && entity().MatchString(s[i:]):
			out.WriteString("&amp;")
		case strings.IndexByte("\\`*_[]|~$^{}#", c) >= 0,
			c == ':' && strings.HasPrefix(s[i:], "://"),
			c == '.' && endsWithWWW(s[:i]):
			out.WriteByte('\\')
			out.WriteByte(c)
		case c == '@':
			// An address or a name becomes a link on GitHub whatever stands
			// before the sign; an empty comment parts it unseen.
			out.WriteString("@<!-- -->")
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

var entity = words.Pattern(`^&(#|[A-Za-z])`)

// endsWithWWW reports whether a dot after s would start an address for GitHub.
func endsWithWWW(s string) bool {
	return len(s) >= 3 && strings.EqualFold(s[len(s)-3:], "www")
}

// lineStart matches what would make a heading, list, rule, title block, line
// block, definition or div of a line that starts with it; its last character is
// the one to escape.
var lineStart = words.Pattern(`^(?:[-+=%:]|(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)]|\([0-9A-Za-z]+\))`)

// guarded keeps the start of an escaped line from being read as markup.
func guarded(escaped string) string {
	at := lineStart().FindStringIndex(escaped)
	if at == nil || !followedByGap(escaped, at[1]) && strings.IndexByte("-+=%:", escaped[0]) < 0 {
		return escaped
	}
	return escaped[:at[1]-1] + "\\" + escaped[at[1]-1:]
}

// followedByGap reports whether a space or nothing stands at an offset: "3.5 of"
// starts no list, "3. of" does.
func followedByGap(s string, at int) bool { return at == len(s) || s[at] == ' ' }

// atStart is a text that stands at the start of a line.
func atStart(s string) string { return guarded(escaped(s)) }

// spans draws spans; see [doc.DrawSpans].
func spans(t doc.Text) string { return doc.DrawSpans(t, drawSpan) }

func drawSpan(span doc.Span) string {
	words, target := escaped(span.Text), linkTarget(span.URL)
	if words == "" {
		return ""
	}
	if bare := strings.TrimPrefix(target, "mailto:"); bare != "" && bare == span.Text {
		return "<" + bare + ">" // an address that is its own text
	}
	if span.Bold {
		words = "**" + words + "**"
	}
	if target != "" {
		words = "[" + words + "](" + target + ")"
	}
	return words
}

// linkTarget is the address of a link, or "" for one that may not be followed. On
// top of [doc.LinkTarget] it encodes what Markdown itself would read.
func linkTarget(url string) string {
	return targetEscapes.Replace(doc.LinkTarget(url))
}

var targetEscapes = strings.NewReplacer(
	"(", "%28", ")", "%29", "[", "%5B", "]", "%5D", "*", "%2A", "$", "%24", "&", "&amp;",
)
