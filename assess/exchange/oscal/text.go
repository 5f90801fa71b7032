package oscal

import (
	"html"
	"slices"
	"strings"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// inserts are the places in a text where a parameter goes, as OSCAL 1.x writes
// them and as its drafts did.
var inserts = words.Pattern(`(?i)\{\{\s*(?:insert:\s*param,\s*)?([^{}]*?)\s*\}\}|<insert\s+[^>]*?param-id="([^"]*)"[^>]*/?>`)

// unset stands where a parameter has neither a value nor a name.
const unset = "[to be set]"

// mostNested is how many parameters may stand inside each other.
const mostNested = 8

// filled puts parameters into a text, each as its value, its choices or its name.
func (r *reader) filled(text string, nested int) string {
	if !strings.ContainsAny(text, "{<") {
		return text
	}
	text = inserts().ReplaceAllStringFunc(text, func(found string) string {
		p, ok := r.params[inserts().ReplaceAllString(found, "$1$2")]
		if !ok || nested > mostNested {
			return unset
		}
		return r.value(p, nested+1)
	})
	return strings.NewReplacer("{{", "", "}}", "").Replace(text)
}

func (r *reader) value(p param, nested int) string {
	if len(p.Values) > 0 {
		return r.filled(strings.Join(p.Values, ", "), nested)
	}
	if len(p.Select.Choice) > 0 {
		var choices []string
		for _, c := range p.Select.Choice {
			choices = append(choices, r.filled(c, nested))
		}
		if p.Select.HowMany == "one-or-more" {
			return "[one or more of: " + strings.Join(choices, "; ") + "]"
		}
		return "[one of: " + strings.Join(choices, "; ") + "]"
	}
	if label := p.named(); label != "" {
		return "[" + r.filled(label, nested) + "]"
	}
	return unset
}

// named is what a parameter without a value is called: its label, or what its author
// says of it elsewhere.
func (p param) named() string {
	texts := []string{p.Label}
	for _, t := range slices.Concat(p.Constraints, p.Guidelines) {
		texts = append(texts, t.Description, t.Prose)
	}
	for _, text := range append(texts, p.Usage) {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// links are Markdown's, of which the words stay.
var links = words.Pattern(`\[([^\[\]]*)\]\([^()\s]*\)`)

// tags are those of HTML that Markdown lets through.
var tags = words.Pattern(`(?i)</?(?:p|em|strong|i|b|q|u|s|br|code|pre|ul|ol|li|sub|sup|span|div|h[1-6]|a|blockquote|table|tr|td|th|tbody|thead)(?:\s[^<>]*)?/?>`)

// plain is a text on one line, without Markdown and HTML, parameters filled in and without
// characters that a report cannot draw.
func (r *reader) plain(text string) string {
	text = links().ReplaceAllString(r.filled(text, 0), "$1")
	text = html.UnescapeString(tags().ReplaceAllString(text, " "))
	text = strings.NewReplacer("**", "", "`", "", "\\", "").Replace(text)
	drawn := frameworks.Drawable(words.Line(text))
	if drawn != words.Line(text) {
		r.redrawn++
	}
	return strings.Join(strings.Fields(drawn), " ")
}

// statements are the parts that hold what is required, the best first. The rest
// are examples, guidance and ways to assess.
var statements = []string{"statement", "requirement", "objective", "description", "overview"}

// statement is what a control requires: its own words, or those of its items.
func (r *reader) statement(parts []part) string {
	for _, name := range statements {
		for _, p := range parts {
			if p.Name == name {
				if text := r.plain(prose(p, 0)); text != "" {
					return text
				}
			}
		}
	}
	return ""
}

// states reports whether parts say that anything is required.
func states(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool {
		return slices.Contains(statements, p.Name) && prose(p, 0) != ""
	})
}

// prose is a part's own text and that of the items below it, each behind its label.
func prose(p part, nested int) string {
	text := p.Prose
	if nested > mostNested {
		return text
	}
	for _, item := range p.Parts {
		if item.Name != "item" && item.Name != p.Name {
			continue
		}
		text = words.Join(" ", text, words.Join(" ", labelOf(item.Props), prose(item, nested+1)))
	}
	return text
}

// labelOf is the label people know something by, not the padded one for sorting.
func labelOf(props []prop) string {
	other := ""
	for _, p := range props {
		switch {
		case p.Name != "label":
		case p.Class == "":
			return p.Value
		case other == "" && p.Class != "zero-padded":
			other = p.Value
		}
	}
	return other
}
