package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// word is the value of a flag that is one of a few words. Capitals and blanks
// around it do not matter.
type word struct{ to *string }

func (w word) Set(s string) error {
	*w.to = plainWord(s)
	return nil
}

func (w word) String() string {
	if w.to == nil {
		return ""
	}
	return *w.to
}

func (w word) Type() string { return "string" }

// list is the value of a flag that takes several such words with commas, once or
// more often.
type list struct{ to *[]string }

func (l list) Set(s string) error {
	for part := range strings.SplitSeq(s, ",") {
		*l.to = append(*l.to, plainWord(part))
	}
	*l.to = slices.DeleteFunc(*l.to, func(w string) bool { return w == "" })
	return nil
}

func (l list) String() string {
	if l.to == nil {
		return ""
	}
	return strings.Join(*l.to, ",")
}

func (l list) Type() string { return "strings" }

func wordFlag(c *cobra.Command, to *string, name, start, usage string) {
	*to = start
	c.Flags().Var(word{to}, name, usage)
}

func listFlag(c *cobra.Command, to *[]string, name, usage string) {
	c.Flags().Var(list{to}, name, usage)
}

// plainWord is a word as hygeia writes it: keys, formats and the like have no
// capitals.
func plainWord(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
