package strictyaml

import "strings"

// value reads what stands behind a key or a dash, from an offset in the line at
// hand, and goes to the line after it.
func (r *quickReader) value(offset, indent, depth int) node {
	text := r.text[offset:]
	n := node{place: r.at(offset)}
	if text == "" || text[0] == '#' {
		return r.below(indent, depth)
	}
	switch text[0] {
	case '|':
		return r.lines(n, text, indent)
	case '[', '{':
		return r.flow(n, offset, depth)
	case '"':
		inside, rest, ok := cutQuoted(text)
		n.kind, n.quoted, n.text = aText, true, inside
		return r.done(n, rest, ok)
	}
	n.kind = aText
	n.text = strings.TrimRight(cutComment(text), " ")
	n.null = isNullWord(n.text)
	return r.done(n, "", isPlain(n.text))
}

// isPlain reports whether a text on one line can stand without quotes.
func isPlain(text string) bool {
	return begins(text) && !strings.Contains(text, ": ") && !strings.HasSuffix(text, ":")
}

// below reads the block under a key that has nothing behind it on its line.
func (r *quickReader) below(indent, depth int) node {
	if r.next(); r.end || r.indent <= indent {
		return r.fail() // nothing is there, or a list that is not indented
	}
	return r.block(depth)
}

// done ends a value on its line, if it was one: behind it there may be a comment only.
func (r *quickReader) done(n node, rest string, ok bool) node {
	if !ok || strings.TrimLeft(cutComment(rest), " ") != "" || len(n.text) > r.limits.Text {
		return r.fail()
	}
	r.next()
	return n
}

// begins reports whether a bare text may begin as it does: with a letter, a
// digit or a sign that means nothing to YAML.
func begins(text string) bool {
	if text == "" {
		return false
	}
	c := text[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '(' || c == '/' || c >= 0x80
}

// cutComment takes the comment off the end of a line.
func cutComment(text string) string {
	if i := strings.Index(text, " #"); i >= 0 {
		return text[:i]
	}
	return text
}

// cutQuoted returns a text in double quotes and what stands behind it. It knows
// the escapes that we write.
func cutQuoted(text string) (inside, rest string, ok bool) {
	text = text[1:]
	end := strings.IndexAny(text, `"\`)
	if end < 0 {
		return "", "", false
	}
	if text[end] == '"' {
		return text[:end], text[end+1:], true
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"':
			return b.String(), text[i+1:], true
		case '\\':
			if i++; i == len(text) {
				return "", "", false
			}
			at := strings.IndexByte(`\"nt`, text[i])
			if at < 0 {
				return "", "", false
			}
			b.WriteByte("\\\"\n\t"[at])
		default:
			b.WriteByte(c)
		}
	}
	return "", "", false
}

// lines reads a text of several lines, as they stand and less their indent.
func (r *quickReader) lines(n node, head string, indent int) node {
	if head != "|" && head != "|-" {
		return r.fail()
	}
	n.kind = aText
	var b strings.Builder
	inner := 0
	for r.rest != "" {
		line, rest, _ := strings.Cut(r.rest, "\n")
		text := strings.TrimLeft(line, " ")
		spaces := len(line) - len(text)
		if b.Len() == 0 {
			if inner = spaces; text == "" || text[0] == '\t' || inner <= indent {
				return r.fail()
			}
		}
		if text == "" && spaces > 0 {
			return r.fail() // as many as belong to the text?
		}
		if text != "" && spaces < inner {
			break
		}
		b.WriteString(line[min(inner, len(line)):])
		b.WriteByte('\n')
		r.rest, r.line = rest, r.line+1
	}
	n.text = strings.TrimRight(b.String(), "\n")
	if n.text != "" && head == "|" {
		n.text += "\n"
	}
	if n.text == "" || len(n.text) > r.limits.Text {
		return r.fail()
	}
	r.next()
	return n
}
