package strictyaml

import (
	"bytes"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"hygeia/frameworks/words"
)

var (
	lineOf  = words.Pattern(`^yaml: (?:line (\d+): )?`)
	unknown = words.Pattern(`unknown anchor '([^']*)'`)

	indentedByTab = words.Pattern(`^ *\t`)
)

// grammar turns an error of yaml.v3 into one with our words and its line.
func grammar(name string, data []byte, err error) error {
	msg := err.Error()
	head := lineOf().FindStringSubmatch(msg)
	line := 1 // yaml.v3 names no line for the first one
	if head != nil {
		msg = msg[len(head[0]):]
		if n, err := strconv.Atoi(head[1]); err == nil {
			line = n
		}
	}
	if m := unknown().FindStringSubmatch(msg); m != nil {
		before, _, _ := bytes.Cut(data, []byte("*"+m[1]))
		return newError(name, 1+bytes.Count(before, []byte{'\n'}), 0, "%s", noAlias)
	}
	if strings.HasPrefix(msg, parserError) {
		line = culprit(data, line, msg)
	}
	if strings.Contains(msg, "Unicode character escape") {
		return newError(name, line, columnOf(half(), data, line), `one half of a character stands here (\ud83d and the like); write the character itself`)
	}
	if column := columnOf(indentedByTab(), data, line); column > 0 && strings.Contains(msg, "cannot start any token") {
		return newError(name, line, column, "a tab stands where spaces are needed; use spaces at the start of a line")
	}
	for _, w := range grammarWords {
		if strings.Contains(msg, w.theirs) {
			msg = w.ours
			break
		}
	}
	return newError(name, line, 0, "%s", msg)
}

// columnOf returns where a pattern first stands in a line, 0 if it does not.
func columnOf(pattern *regexp.Regexp, data []byte, line int) int {
	lines := bytes.SplitN(data, []byte("\n"), line+1)
	if len(lines) < line {
		return 0
	}
	m := pattern.FindIndex(lines[line-1])
	if m == nil {
		return 0
	}
	return 1 + utf8.RuneCount(lines[line-1][:m[0]])
}

// parserError begins the messages with which yaml.v3 names the line where the
// whole mapping or list begins, not the one that breaks it.
const parserError = "did not find expected "

// culprit returns the first line with which data has the grammar mistake: cut
// off before that line it has none, or another one. A file so large that a dozen
// readings would take noticeable time keeps the line yaml.v3 named.
func culprit(data []byte, line int, msg string) int {
	const large = 256 << 10
	if len(data) > large {
		return line
	}
	ends := []int{0}
	for i, c := range data {
		if c == '\n' {
			ends = append(ends, i+1)
		}
	}
	if ends[len(ends)-1] != len(data) {
		ends = append(ends, len(data))
	}
	broken := func(lines int) bool {
		dec := yaml.NewDecoder(bytes.NewReader(data[:ends[lines]]))
		var err error
		for err == nil {
			err = next(dec, new(yaml.Node))
		}
		return strings.HasSuffix(err.Error(), msg)
	}
	found := sort.Search(len(ends)-1, broken)
	if !broken(found) {
		return line
	}
	return max(1, found)
}

// grammarWords says in plain words what yaml.v3 says in a parser's.
var grammarWords = []struct{ theirs, ours string }{
	{"mapping values are not allowed", `": " cannot stand here; check the spaces at the start of the line, or put the text in quotes`},
	{"did not find expected key", "a key with a colon was expected; check the spaces at the start of the lines here"},
	{"did not find expected '-' indicator", `a list item ("- ") was expected; check the spaces at the start of the lines here`},
	{"could not find expected ':'", `a ":" after a key was expected near here`},
	{"tab character", "a tab stands where spaces are needed; use spaces at the start of a line"},
	{"cannot start any token", "a text cannot begin with this character (tab, @, % or `); put the text in quotes"},
	{"unexpected end of stream", "a quote is opened here and never closed"},
	{"did not find expected ',' or ']'", `a "," or the closing "]" of a list was expected near here`},
	{"did not find expected ',' or '}'", `a "," or the closing "}" was expected near here`},
	{"did not find expected node content", `something is missing or does not belong here; look for a bracket, a comma or a quote too many`},
	{"max depth", "is nested too deeply"},
	{"block sequence entries are not allowed", `a list item ("- ") cannot stand here; begin the list on a line of its own`},
	{"alphabetic or numeric", "a text cannot begin with * or &; put the text in quotes"},
	{"unknown escape character", `inside double quotes a backslash must be written twice`},
	{"internal error", "is not readable as YAML"},
}
