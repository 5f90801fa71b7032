package strictyaml

import "strings"

// flow reads a list in brackets or a mapping in braces on one line, of words
// without signs or in double quotes.
func (r *quickReader) flow(n node, offset, depth int) node {
	begin := len(r.open)
	n.kind = aList
	closing := byte(']')
	if r.text[offset] == '{' {
		n.kind, closing = aMapping, '}'
	}
	at := r.skip(offset + 1)
	for r.ok && r.byte(at) != closing {
		if n.kind == aMapping {
			at = r.flowKey(at, begin)
		}
		at = r.word(at)
		switch r.byte(at) {
		case ',':
			at = r.skip(at + 1)
		case closing:
		default:
			return r.fail()
		}
	}
	if !r.ok {
		return r.fail()
	}
	n = r.take(n, begin, depth)
	return r.done(n, r.text[at+1:], r.ok)
}

// flowKey reads a key in braces and returns where its value begins.
func (r *quickReader) flowKey(at, begin int) int {
	text, behind, ok := cutKey(r.text[min(at, len(r.text)):])
	if !ok {
		r.fail()
		return at
	}
	r.addKey(text, at, begin)
	return r.skip(at + behind)
}

// word reads a word and the spaces behind it, and returns where it stands then.
func (r *quickReader) word(at int) int {
	if !r.ok || at >= len(r.text) {
		r.fail()
		return at
	}
	n := node{kind: aText, place: r.at(at)}
	rest := r.text[at:]
	ok := false
	if n.quoted = rest[0] == '"'; n.quoted {
		n.text, rest, ok = cutQuoted(rest)
	} else if end := strings.IndexAny(rest, ",[]{}"); end >= 0 {
		n.text, rest = strings.TrimRight(rest[:end], " "), rest[end:]
		n.null = isNullWord(n.text)
		ok = isPlain(n.text) && !strings.ContainsAny(n.text, "#?")
	}
	if !ok || len(n.text) > r.limits.Text {
		r.fail()
		return at
	}
	r.open = append(r.open, n)
	return r.skip(len(r.text) - len(rest))
}

// byte is that of the line at hand, 0 past its end.
func (r *quickReader) byte(at int) byte {
	if at >= len(r.text) {
		return 0
	}
	return r.text[at]
}

// skip returns where the spaces end.
func (r *quickReader) skip(at int) int {
	for r.byte(at) == ' ' {
		at++
	}
	return at
}
