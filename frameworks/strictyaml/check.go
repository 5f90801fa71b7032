package strictyaml

import (
	"fmt"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

const noAlias = "anchors and aliases (&name, *name) are not allowed; write the value out"

// maxKey is the longest key in characters.
const maxKey = 100

// checker looks at a tree of yaml.v3.
type checker struct {
	name     string
	limits   Limits
	mistakes []*Error
}

func (c *checker) record(at *yaml.Node, format string, args ...any) {
	c.mistakes = append(c.mistakes, newError(c.name, at.Line, at.Column, format, args...))
}

// check walks the tree once and records what a strict file may not hold. A bad
// value is emptied where it stands: reading goes on as if it were absent, and
// its mistake is not told twice.
func (c *checker) check(n *yaml.Node, depth int) {
	if msg := c.forbidden(n, depth); msg != "" {
		c.record(n, "%s", msg)
		*n = yaml.Node{Line: n.Line, Column: n.Column}
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		c.checkKeys(n)
		for i := 1; i < len(n.Content); i += 2 {
			c.check(n.Content[i], depth+1)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			c.check(item, depth+1)
		}
	case yaml.ScalarNode:
		c.checkText(n)
	}
}

// forbidden says what is wrong with a node as such; "" if nothing is.
func (c *checker) forbidden(n *yaml.Node, depth int) string {
	tooMany := len(n.Content)
	if n.Kind == yaml.MappingNode {
		tooMany /= 2
	}
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		return noAlias
	case n.Style&yaml.TaggedStyle != 0:
		return "tags (!name) are not allowed"
	case len(n.Content) > 0 && depth >= c.limits.Depth:
		return fmt.Sprintf("is nested more than %d deep", c.limits.Depth)
	case tooMany > c.limits.Keys:
		return fmt.Sprintf("has %d entries; at most %d are allowed", tooMany, c.limits.Keys)
	}
	return ""
}

// checkKeys takes the keys that may not stand out of the mapping.
func (c *checker) checkKeys(n *yaml.Node) {
	first := make(map[string]int, len(n.Content)/2)
	kept := n.Content[:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		msg := badKey(key)
		if line, again := first[key.Value]; msg == "" && again {
			msg = fmt.Sprintf("key %q is already on line %d", key.Value, line)
		}
		if msg != "" {
			c.record(key, "%s", msg)
			continue
		}
		first[key.Value] = key.Line
		kept = append(kept, key, n.Content[i+1])
	}
	n.Content = kept
}

// badKey says what is wrong with a key; "" if nothing is.
func badKey(key *yaml.Node) string {
	switch {
	case key.Kind == yaml.AliasNode || key.Anchor != "":
		return noAlias
	case key.Style&yaml.TaggedStyle != 0 && key.Tag != "":
		return "tags (!name) are not allowed"
	case key.Kind != yaml.ScalarNode:
		return "a key must be a word, not a list or a mapping"
	case key.Tag == "!!merge":
		return `merge keys ("<<") are not allowed; write the values out`
	case key.Value == "":
		return "a key is empty"
	case utf8.RuneCountInString(key.Value) > maxKey:
		return fmt.Sprintf("a key has more than %d characters", maxKey)
	}
	for _, r := range key.Value {
		if !Allowed(r) || r == '\n' || r == '\t' {
			return fmt.Sprintf("character U+%04X is not allowed in a key", r)
		}
	}
	return ""
}

// checkText looks at a value after its escapes were resolved: "\x1b" in a file
// is an escape code in a terminal.
func (c *checker) checkText(n *yaml.Node) {
	if r, bad := firstBad(n.Value); bad {
		c.record(n, "character U+%04X is not allowed", r)
		*n = yaml.Node{Line: n.Line, Column: n.Column}
		return
	}
	if len(n.Value) <= c.limits.Text {
		return
	}
	if length := utf8.RuneCountInString(n.Value); length > c.limits.Text {
		c.record(n, "a text has %d characters; at most %d are allowed", length, c.limits.Text)
		*n = yaml.Node{Line: n.Line, Column: n.Column}
	}
}
