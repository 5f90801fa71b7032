package strictyaml

import "strings"

// emitter writes block style, two spaces a level.
type emitter struct{ out []byte }

func (e *emitter) mapping(m *Map, indent int) {
	if len(m.pairs) > 0 {
		e.comment(m.pairs[0].comment, indent, false)
		e.spaces(indent)
	}
	e.pairs(m, indent)
}

// pairs writes the keys and values, the first where the line stands.
func (e *emitter) pairs(m *Map, indent int) {
	for i, p := range m.pairs {
		if i > 0 {
			e.comment(p.comment, indent, true)
			e.spaces(indent)
		}
		e.out = append(e.out, scalar(p.key, false)...)
		e.out = append(e.out, ':')
		e.value(p.value, indent)
	}
	e.comment(m.comment, indent, len(m.pairs) > 0)
}

func (e *emitter) list(l *List, indent int) {
	for i, item := range l.items {
		if item.m == nil || len(item.m.pairs) == 0 {
			e.spaces(indent)
			e.out = append(e.out, '-')
			e.value(item, indent)
			continue
		}
		// The first key stands behind the dash, its comment above it.
		e.comment(item.m.pairs[0].comment, indent, i > 0)
		e.spaces(indent)
		e.out = append(e.out, "- "...)
		e.pairs(item.m, indent+2)
	}
}

// value writes what stands behind a colon or a dash, to the end of the line or
// on lines of its own.
func (e *emitter) value(v value, indent int) {
	switch {
	case v.m != nil && len(v.m.pairs) > 0:
		e.out = append(e.out, '\n')
		e.mapping(v.m, indent+2)
	case v.m != nil:
		e.out = append(e.out, " {}\n"...)
	case v.l != nil && len(v.l.items) > 0:
		e.out = append(e.out, '\n')
		e.list(v.l, indent+2)
	case v.l != nil:
		e.out = append(e.out, " []\n"...)
	case !v.plain && blockFits(v.text):
		e.block(v.text, indent+2)
	default:
		e.out = append(e.out, ' ')
		e.out = append(e.out, scalar(v.text, v.plain)...)
		e.out = append(e.out, '\n')
	}
}

// block writes a text of several lines as it is, each line indented.
func (e *emitter) block(text string, indent int) {
	body := strings.TrimRight(text, "\n")
	switch len(text) - len(body) {
	case 0:
		e.out = append(e.out, " |-\n"...)
	case 1:
		e.out = append(e.out, " |\n"...)
	default:
		e.out = append(e.out, " |+\n"...)
	}
	for line := range strings.Lines(text) {
		if line != "\n" {
			e.spaces(indent)
		}
		e.out = append(e.out, line...)
	}
	if len(text) == len(body) {
		e.out = append(e.out, '\n')
	}
}

func (e *emitter) comment(text string, indent int, spaced bool) {
	if text == "" {
		return
	}
	if spaced {
		e.out = append(e.out, '\n')
	}
	for _, line := range strings.Split(text, "\n") {
		e.spaces(indent)
		e.out = append(e.out, strings.TrimRight("# "+line, " \t")...)
		e.out = append(e.out, '\n')
	}
}

func (e *emitter) spaces(n int) {
	for range n {
		e.out = append(e.out, ' ')
	}
}
