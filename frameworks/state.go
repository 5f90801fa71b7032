package frameworks

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// stateList has a state, the district or a territory of the United States a line,
// its two letters and its name.
//
//go:embed state.txt
var stateList string

// ParseState reads a state, the district or a territory of the United States by
// its two letters or its name, whatever the capitals, and returns the two capital
// letters. The error says in one line what would be right.
func ParseState(s string) (string, error) {
	word := strings.TrimSpace(s)
	var names []string
	for line := range strings.Lines(stateList) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.EqualFold(word, code) || strings.EqualFold(word, name) {
			return code, nil
		}
		names = append(names, name)
	}
	slices.Sort(names)
	if near := Nearest(word, names); near != "" && len(word) > 2 {
		return "", fmt.Errorf("there is no state %q: did you mean %s?", s, near)
	}
	return "", fmt.Errorf("there is no state %q: type its two letters, such as TX, or its name", s)
}

// StateCode reads the two capital letters of a state in a file.
func StateCode(s string) (string, error) {
	if code, err := ParseState(s); err != nil || code != s {
		return "", fmt.Errorf("state %q: must be the two capital letters of a state, such as TX", s)
	}
	return s, nil
}

// ParseState returns what holds in the state that a person means, see [ParseState].
func (c *Clocks) ParseState(s string) (*State, error) {
	code, err := ParseState(s)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(c.States, func(st State) bool { return st.Code == code })
	if i < 0 {
		return nil, fmt.Errorf("nothing is known of the clocks of %s", code)
	}
	return &c.States[i], nil
}
