package strictyaml

import (
	"strings"
	"unicode/utf8"
)

// quickly reads a file that has nothing but what we write ourselves and what
// content is mostly written in: mappings and lists in lines, texts on one line,
// bare or in double quotes, texts of several lines after "|", and lists of words
// in brackets. It is a twentieth of the work of yaml.v3, which comes to the same
// tree. Anything else, right or wrong, is not ok and left to yaml.v3, which knows
// all of YAML and finds the words for a mistake.
func quickly(data string, limits Limits) (nodes []node, ok bool) {
	if !strings.HasSuffix(data, "\n") || !harmless(data) {
		return nil, false
	}
	// A line has a key and a value, if it is no line of a text.
	guess := min(1+2*strings.Count(data, "\n"), 4_000)
	r := &quickReader{rest: data, limits: limits, ok: true, nodes: make([]node, 1, guess)}
	r.next()
	if r.end || r.indent != 0 || isItem(r.text) {
		return nil, false
	}
	r.nodes[0] = r.mapping(0)
	return r.nodes, r.ok && r.end
}

// harmless reports whether a text has nothing in it that scan would name, and no
// carriage return.
func harmless(text string) bool {
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || r == '\r' || !Allowed(r) {
			return false
		}
		i += size
	}
	return true
}

// quickReader reads line by line. Once it is not ok it reads nothing more.
type quickReader struct {
	rest   string // what follows the line at hand
	line   int    // its number
	indent int    // the spaces before what is left of it
	text   string // what is left of it
	end    bool   // there is no line left
	ok     bool

	limits Limits
	nodes  []node // see node; the outermost is set at the end
	open   []node // children of values that are not complete yet
}

// fail gives the file up.
func (r *quickReader) fail() node {
	r.ok, r.end = false, true
	return node{}
}

// next goes to the next line that is neither empty nor a comment.
func (r *quickReader) next() {
	for r.ok && r.rest != "" {
		r.text, r.rest, _ = strings.Cut(r.rest, "\n")
		r.line++
		text := strings.TrimLeft(r.text, " ")
		r.indent, r.text = len(r.text)-len(text), text
		switch {
		case text == "" || text[0] == '#':
			continue
		case strings.Contains(text, "\t"):
			r.fail()
		}
		return
	}
	r.end = true
}

// isItem reports whether a line begins an item of a list.
func isItem(text string) bool { return strings.HasPrefix(text, "- ") }

// nested reads what stands on lines of its own, indented as the line at hand.
func (r *quickReader) nested(depth int) node {
	if isItem(r.text) {
		return r.list(depth)
	}
	return r.mapping(depth)
}

// mapping reads keys and values from the line at hand on, as far as lines are
// indented as that.
func (r *quickReader) mapping(depth int) node {
	indent, begin := r.indent, len(r.open)
	n := node{kind: aMapping, place: r.at(0)}
	for !r.end && r.indent == indent {
		text, behind, ok := cutKey(r.text)
		if !ok {
			return r.fail()
		}
		r.addKey(text, 0, begin)
		value := r.value(r.skip(behind), indent, depth+1)
		r.open = append(r.open, value)
	}
	return r.close(n, begin, indent, depth)
}

// list reads items in the same way.
func (r *quickReader) list(depth int) node {
	indent, begin := r.indent, len(r.open)
	n := node{kind: aList, place: r.at(0)}
	for !r.end && r.indent == indent && isItem(r.text) {
		at := r.skip(1)
		var item node
		if _, _, keyed := cutKey(r.text[at:]); keyed {
			r.indent, r.text = indent+at, r.text[at:]
			item = r.mapping(depth + 1)
		} else {
			item = r.value(at, indent, depth+1)
		}
		r.open = append(r.open, item)
	}
	return r.close(n, begin, indent, depth)
}

// close ends a value once the next line stands further to the left. One further
// to the right may go on with a text.
func (r *quickReader) close(n node, begin, indent, depth int) node {
	if !r.end && r.indent >= indent {
		return r.fail()
	}
	return r.take(n, begin, depth)
}

// take takes a value's children from the open ones.
func (r *quickReader) take(n node, begin, depth int) node {
	if !r.ok {
		return n
	}
	children := r.open[begin:]
	entries := len(children)
	if n.kind == aMapping {
		entries /= 2
	}
	if entries > r.limits.Keys || entries > 0 && depth >= r.limits.Depth {
		return r.fail()
	}
	n.first, n.count = int32(len(r.nodes)), int32(len(children))
	r.nodes = append(r.nodes, children...)
	r.open = r.open[:begin]
	return n
}

// at is the place of a byte of what is left of the line.
func (r *quickReader) at(offset int) place {
	col := r.indent + 1 + utf8.RuneCountInString(r.text[:offset])
	return place{int32(r.line), int32(col)}
}

// addKey adds a key to the mapping whose keys and values stand from begin on
// among the open ones.
func (r *quickReader) addKey(text string, at, begin int) {
	key := node{kind: aText, text: text, place: r.at(at), quoted: r.text[at] == '"'}
	key.null = !key.quoted && isNullWord(text)
	before := r.open[begin:]
	const most = 2_000 // each is held against those before it
	if len(before) >= 2*most {
		r.fail()
	}
	for i := 0; i < len(before) && r.ok; i += 2 {
		if before[i].text == text {
			r.fail()
		}
	}
	r.open = append(r.open, key)
}

// cutKey returns the key at the beginning of a line and the number of bytes to
// the end of its colon.
func cutKey(text string) (key string, behind int, ok bool) {
	key, quoted := strings.CutPrefix(text, `"`)
	end := 0
	for end < len(key) && isKeyByte(key[end]) {
		end++
	}
	key, behind = key[:end], end
	if quoted {
		if !strings.HasPrefix(text[1+end:], `"`) {
			return "", 0, false
		}
		behind += 2
	}
	if key == "" || !quoted && !begins(key) || len(key) > maxKey {
		return "", 0, false
	}
	colon := text[behind:]
	return key, behind + 1, colon == ":" || strings.HasPrefix(colon, ": ")
}

func isKeyByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.' || c == '/'
}

// isNullWord reports whether YAML takes a bare text for nothing.
func isNullWord(text string) bool {
	return text == "null" || text == "Null" || text == "NULL"
}
