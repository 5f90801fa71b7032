package doc

import "strings"

// Merged returns a text in which spans that look like their neighbors are one with
// them: two marks of bold side by side would be none in Markdown. Names of figures
// are not drawn and go.
func (t Text) Merged() Text {
	var out Text
	for _, s := range t {
		s.Name = ""
		last := len(out) - 1
		if last >= 0 && s.URL == "" && out[last].URL == "" && s.See == "" && out[last].See == "" && s.Bold == out[last].Bold {
			out[last].Text += s.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

// DrawSpans draws each span with the marks of a format. Spaces at the ends of a
// span stay outside: inside they would keep Markdown's marks from closing, and be
// underlined in a link.
func DrawSpans(t Text, mark func(Span) string) string {
	var out strings.Builder
	for _, span := range t.Merged() {
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
