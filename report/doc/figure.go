package doc

import (
	"fmt"
	"slices"
	"strings"
)

// Figure returns a span that bears a name: what has one name reads the same wherever
// it stands, in every document about a quarter. The name is not drawn.
func Figure(name, text string) Span { return Span{Text: text, Name: name} }

// placeholder stands for a span while the words around it are put together. It is a
// letter of private use, which no cleaned text has.
const placeholder = "\uE000"

// Sentence returns a text made like one of [fmt.Sprintf] in which arguments that are
// spans stay spans.
func Sentence(format string, args ...any) Text {
	var spans []Span
	plain := slices.Clone(args)
	for i, a := range plain {
		if s, is := a.(Span); is {
			spans = append(spans, s)
			plain[i] = placeholder
		}
	}
	var text Text
	for i, words := range strings.Split(fmt.Sprintf(format, plain...), placeholder) {
		if i > 0 && i <= len(spans) {
			text = append(text, spans[i-1])
		}
		if words != "" {
			text = append(text, Span{Text: words})
		}
	}
	return text
}

// Figures returns what the named figures of a document say, by name; each wording
// once, in the order in which it comes.
func (d *Document) Figures() map[string][]string {
	found := map[string][]string{}
	add := func(name, text string) {
		if name != "" && !slices.Contains(found[name], text) {
			found[name] = append(found[name], text)
		}
	}
	texts := func(list ...Text) {
		for _, t := range list {
			for _, s := range t {
				add(s.Name, s.Text)
			}
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Paragraph:
			texts(b.Text)
		case Note:
			texts(b.Text)
		case List:
			texts(b.Items...)
		case Table:
			for _, row := range b.Rows {
				texts(row...)
			}
		case Bars:
			for _, row := range b.Rows {
				add(row.Name, row.Words)
			}
		case Ticks:
			for _, row := range b.Rows {
				add(row.Name, row.Words)
			}
		}
	}
	return found
}
