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
	return r.nested(depth)
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
	block, inner := r.block(indent)
	n.kind = aText
	text := unindented(block, inner)
	n.text = strings.TrimRight(text, "\n")
	if n.text != "" && head == "|" {
		n.text = text[:len(n.text)+1]
	}
	if n.text == "" || len(n.text) > r.limits.Text {
		return r.fail()
	}
	r.next()
	return n
}

// block takes the lines of a text that stand further to the right than indent,
// as far as the first one does; none if they are not written as we write them.
func (r *quickReader) block(indent int) (block string, inner int) {
	end := 0
	for end < len(r.rest) {
		line := r.rest[end:]
		line = line[:strings.IndexByte(line, '\n')]
		text := strings.TrimLeft(line, " ")
		spaces := len(line) - len(text)
		if end == 0 {
			if inner = spaces; text == "" || text[0] == '\t' || inner <= indent {
				return "", 0
			}
		}
		if text == "" && spaces > 0 {
			return "", 0 // as many as belong to the text?
		}
		if text != "" && spaces < inner {
			break
		}
		end += len(line) + 1
		r.line++
	}
	block, r.rest = r.rest[:end], r.rest[end:]
	return block, inner
}

// unindented takes as many spaces off each line that is not empty.
func unindented(block string, spaces int) string {
	var b strings.Builder
	b.Grow(len(block))
	for line := range strings.Lines(block) {
		b.WriteString(line[min(spaces, len(line)-1):])
	}
	return b.String()
}
