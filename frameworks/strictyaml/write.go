package strictyaml

import "strconv"

// Map is a mapping being written; its keys come out in the order they were added.
// It holds what it is given: whether that can stand in a file is found by Encode.
type Map struct {
	pairs   []pair
	comment string // of the next key
}

// List is a list being written.
type List struct{ items []value }

// pair is a key with its value and the comment above it.
type pair struct {
	comment string
	key     string
	value   value
}

// value is one of a mapping, a list and a text; plain says that the text is a
// word, a number or a date of ours and needs no quotes.
type value struct {
	m     *Map
	l     *List
	text  string
	plain bool
}

// NewMap returns an empty mapping.
func NewMap() *Map { return &Map{} }

func (m *Map) add(key string, v value) {
	m.pairs = append(m.pairs, pair{comment: m.comment, key: key, value: v})
	m.comment = ""
}

// Comment puts a comment of one or more lines, with an empty line before it,
// above the next key, or at the end of the mapping if none follows.
func (m *Map) Comment(text string) { m.comment = text }

// Text adds a text that people wrote: quoted where YAML could take it for
// something else, block text where it has several lines.
func (m *Map) Text(key, text string) { m.add(key, value{text: text}) }

// Word adds a word of ours, such as yes, a date or a time, as it is.
func (m *Map) Word(key, word string) { m.add(key, value{text: word, plain: true}) }

// Int adds a whole number.
func (m *Map) Int(key string, n int) { m.Word(key, strconv.Itoa(n)) }

// Bool adds true or false.
func (m *Map) Bool(key string, b bool) {
	word := "false"
	if b {
		word = "true"
	}
	m.Word(key, word)
}

// Map adds a mapping and returns it to be filled.
func (m *Map) Map(key string) *Map {
	inner := NewMap()
	m.add(key, value{m: inner})
	return inner
}

// List adds a list and returns it to be filled.
func (m *Map) List(key string) *List {
	inner := &List{}
	m.add(key, value{l: inner})
	return inner
}

// Items adds a list that was filled before.
func (m *Map) Items(key string, l *List) { m.add(key, value{l: l}) }

// Text adds a text that people wrote.
func (l *List) Text(text string) { l.items = append(l.items, value{text: text}) }

// Map adds a mapping and returns it to be filled.
func (l *List) Map() *Map {
	inner := NewMap()
	l.items = append(l.items, value{m: inner})
	return inner
}
