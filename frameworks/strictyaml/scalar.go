package strictyaml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// scalar returns a text as it stands on one line: bare where that is safe, else
// in double quotes. A word of ours (plain) may be one YAML has a meaning for.
func scalar(text string, plain bool) string {
	if bare(text) && (plain || !hasMeaning(text)) {
		return text
	}
	return quote(text)
}

// bare reports whether a text can stand without quotes in block style. It is
// stricter than YAML: a text that begins with a sign is quoted.
func bare(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case !unicode.IsLetter(first) && !unicode.IsDigit(first) && first != '(' && first != '/':
		return false
	case strings.ContainsAny(text, "\n\t"), strings.HasSuffix(text, " "):
		return false
	case strings.Contains(text, ": "), strings.HasSuffix(text, ":"), strings.Contains(text, " #"):
		return false
	}
	return true
}

// hasMeaning reports whether YAML, today's or that of older readers, takes the
// bare text for a number, a date, a truth value or nothing.
func hasMeaning(text string) bool {
	// Whatever begins with a letter and means something is a word as long as false.
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(first) && len(text) > len("false") {
		return false
	}
	switch strings.ToLower(text) {
	case "y", "n", "yes", "no", "on", "off":
		return true
	}
	n := yaml.Node{Kind: yaml.ScalarNode, Value: text}
	return n.ShortTag() != "!!str"
}

// quote puts a text in double quotes. Only allowed characters come here, so
// four escapes are enough and everything else can be read in the file.
func quote(text string) string {
	escapes := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)
	return `"` + escapes.Replace(text) + `"`
}

// blockFits reports whether a text can stand as block text. Left to quotes are a
// text of one line, a first line that begins with white space (a reader would
// take it for indentation; yaml.v3 fails on it, go-yaml issue 773) and lines of
// white space only, which editors like to remove.
func blockFits(text string) bool {
	if !strings.Contains(text, "\n") || strings.ContainsAny(text[:1], " \t\n") {
		return false
	}
	for line := range strings.Lines(text) {
		if line != "\n" && strings.TrimRight(line, " \t\n") == "" {
			return false
		}
	}
	return true
}
