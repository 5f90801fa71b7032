package strictyaml

import (
	"strconv"
	"strings"

	"hygeia/frameworks/words"
)

// Node is one value of a document. The zero Node is absent: every method may be
// called on it, returns nothing and records nothing.
type Node struct {
	doc  *Document
	n    *node
	name string // the key it stands under, for messages
}

// node wraps a value. An empty value (nothing after the colon) and one whose
// mistake is already recorded are absent.
func (d *Document) node(n *node, name string) Node {
	if n == nil || n.kind == emptied || n.null {
		return Node{}
	}
	return Node{doc: d, n: n, name: name}
}

// Present reports whether there is a value. A key with nothing after its colon has none.
func (n Node) Present() bool { return n.n != nil }

// Checked reports whether the value is known to be without a mistake, see
// [Document.Checked].
func (n Node) Checked() bool { return n.doc != nil && n.doc.checked }

// IsMapping reports whether the value is there and is a mapping, for a list whose
// items may be written short, as one word, or long.
func (n Node) IsMapping() bool { return n.n != nil && n.n.kind == aMapping }

// Line returns the line of the value, counted from 1; 0 if it is absent.
func (n Node) Line() int {
	if n.n == nil {
		return 0
	}
	return int(n.n.line)
}

// Errorf records a mistake at the value's place.
func (n Node) Errorf(format string, args ...any) {
	if n.n != nil {
		n.doc.record(n.n.place, format, args...)
	}
}

// Entry is a key with its value. The value is absent where nothing follows the key.
type Entry struct{ Key, Value Node }

// Entries returns the keys and values of an open mapping in file order.
func (n Node) Entries() []Entry {
	if !n.is(aMapping) {
		return nil
	}
	pairs := n.doc.children(n.n)
	entries := make([]Entry, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := &pairs[i], &pairs[i+1]
		entries = append(entries, Entry{
			Key:   Node{doc: n.doc, n: key, name: n.name}, // not node(): "null" is a good name for a key
			Value: n.doc.node(value, key.text),
		})
	}
	return entries
}

// Items returns the items of a list. An empty item is a mistake.
func (n Node) Items() []Node {
	if !n.is(aList) {
		return nil
	}
	all := n.doc.children(n.n)
	items := make([]Node, 0, len(all))
	for i := range all {
		if all[i].null {
			n.doc.record(all[i].place, "%sa list item is empty", n.prefix())
			continue
		}
		if item := n.doc.node(&all[i], n.name); item.Present() {
			items = append(items, item)
		}
	}
	return items
}

// Text returns the characters of a single value, quotes and escapes resolved.
// Numbers, dates and words like yes are texts too, as they stand in the file.
func (n Node) Text() string {
	if !n.is(aText) {
		return ""
	}
	return n.n.text
}

// Int returns a whole number, recording a mistake (and returning min) unless it
// is one from min to max in plain digits.
func (n Node) Int(min, max int) int {
	if !n.is(aText) {
		return min
	}
	i, err := strconv.Atoi(n.n.text)
	// 010 would be 8 to some readers and 10 to others, "+5" and "5" the same twice.
	if err != nil || strconv.Itoa(i) != n.n.text || n.n.quoted || i < min || i > max {
		n.Errorf("%smust be a whole number from %d to %d, not %q", n.prefix(), min, max, n.n.text)
		return min
	}
	return i
}

// Bool returns true or false, recording a mistake for any other word.
func (n Node) Bool() bool {
	if !n.is(aText) {
		return false
	}
	if n.n.quoted || n.n.text != "true" && n.n.text != "false" {
		n.Errorf("%smust be true or false, not %q", n.prefix(), n.n.text)
	}
	return n.n.text == "true"
}

// Word reads a text with a parse function and records its error at the value's
// place. An absent or wrong value gives the zero T. A function that gives back a
// text must give back the one it was given: of a checked document it is not asked.
func Word[T any](n Node, parse func(string) (T, error)) T {
	var zero T
	if !n.is(aText) {
		return zero
	}
	if text, same := any(&zero).(*string); same && n.doc.checked {
		*text = n.n.text
		return zero
	}
	value, err := parse(n.n.text)
	if err != nil {
		n.Errorf("%v", err)
		return zero
	}
	return value
}

// prefix names the key in front of a message.
func (n Node) prefix() string {
	if n.name == "" {
		return ""
	}
	return n.name + ": "
}

// kindWords are what people call the three shapes of a value.
var kindWords = [...]string{
	aMapping: `a mapping ("key: value" lines)`,
	aList:    `a list ("- " lines, or words in [brackets])`,
	aText:    "a single text",
}

// is reports whether the value is there and has the kind; another kind is recorded.
func (n Node) is(want kind) bool {
	if n.n == nil {
		return false
	}
	if n.n.kind == want {
		return true
	}
	if key, value, ok := strings.Cut(n.n.text, ":"); want == aMapping && n.n.kind == aText && ok && !strings.ContainsAny(key, " \n") {
		n.Errorf("%sa space is missing after the colon: %q", n.prefix(), key+": "+words.Cut(value, 20))
		return false
	}
	found, _, _ := strings.Cut(kindWords[n.n.kind], " (")
	n.Errorf("%smust be %s, not %s", n.prefix(), kindWords[want], found)
	return false
}
