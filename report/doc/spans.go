package doc

import "strings"

// DrawSpans draws each span with the marks of a format. Spaces at the ends of a
// span stay outside: inside they would keep Markdown's marks from closing, and be
// underlined in a link.
func DrawSpans(t Text, mark func(Span) string) string {
	var out strings.Builder
	for _, span := range t {
		words := mark(span)
		if words == "" {
			out.WriteString(gap(span.Text))
			continue
		}
		out.WriteString(leading(span.Text) + words + trailing(span.Text))
	}
	return strings.TrimSpace(out.String())
}

func leading(s string) string {
	if strings.TrimLeft(s, " \n") != s {
		return " "
	}
	return ""
}

func trailing(s string) string {
	if strings.TrimRight(s, " \n") != s {
		return " "
	}
	return ""
}

func gap(s string) string {
	if s == "" {
		return ""
	}
	return " "
}
