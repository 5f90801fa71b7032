package strictyaml

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// unlimited is for reading back what we wrote: its size is the caller's business.
var unlimited = Limits{Bytes: math.MaxInt, Text: math.MaxInt, Keys: math.MaxInt, Depth: math.MaxInt}

// Encode returns the mapping as a YAML document. The bytes were read back and
// compared; what would not come back as it went in (a control character, a key
// that is there twice) is an error and no file.
func (m *Map) Encode() ([]byte, error) {
	data, _, err := m.EncodeAs("the file to be written", unlimited)
	return data, err
}

// EncodeAs is [Map.Encode] within limits, and returns besides the document that
// was read back, so that whoever has more to check need not parse it again. The
// name stands in front of what that finds.
func (m *Map) EncodeAs(name string, limits Limits) ([]byte, *Document, error) {
	if err := m.allowed(); err != nil {
		return nil, nil, err
	}
	var e emitter
	e.mapping(m, 0)
	if len(m.pairs) == 0 {
		e.out = append(e.out, "{}\n"...)
	}
	doc, err := Parse(name, e.out, limits)
	if err != nil {
		return nil, nil, err
	}
	if err := (value{m: m}).same(doc, &doc.nodes[0], ""); err != nil {
		return nil, nil, err
	}
	return e.out, doc, nil
}

// allowed looks for characters that no file may hold. Comments are looked at
// here because reading back does not show them.
func (m *Map) allowed() error {
	if err := clean("a comment", m.comment); err != nil {
		return err
	}
	for _, p := range m.pairs {
		if err := clean("a comment", p.comment); err != nil {
			return err
		}
		if err := clean("a key", p.key); err != nil {
			return err
		}
		if err := p.value.allowed(p.key); err != nil {
			return err
		}
	}
	return nil
}

func (v value) allowed(key string) error {
	switch {
	case v.m != nil:
		return v.m.allowed()
	case v.l != nil:
		for _, item := range v.l.items {
			if err := item.allowed(key); err != nil {
				return err
			}
		}
		return nil
	}
	return clean(key, v.text)
}

func clean(what, text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("%s cannot be written: it is not UTF-8 text", printable(what))
	}
	if r, bad := firstBad(text); bad {
		return fmt.Errorf("%s cannot be written: character U+%04X is not allowed in a file", printable(what), r)
	}
	return nil
}

// same compares what was to be written with what is read back.
func (v value) same(doc *Document, n *node, key string) error {
	children := doc.children(n)
	switch {
	case v.m != nil && n.kind == aMapping && len(children) == 2*len(v.m.pairs):
		for i, p := range v.m.pairs {
			if children[2*i].text != p.key {
				return differs(key)
			}
			if err := p.value.same(doc, &children[2*i+1], p.key); err != nil {
				return err
			}
		}
		return nil
	case v.l != nil && n.kind == aList && len(children) == len(v.l.items):
		for i, item := range v.l.items {
			if err := item.same(doc, &children[i], key); err != nil {
				return err
			}
		}
		return nil
	case v.m == nil && v.l == nil && n.kind == aText && !n.null && n.text == v.text:
		return nil
	}
	return differs(key)
}

func differs(key string) error {
	return fmt.Errorf("%s cannot be written so that it reads back the same", printable(key))
}
