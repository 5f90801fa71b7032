package cmd

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"hygeia/frameworks/words"
)

// The prose and the flags of every help fit 80 columns; what is to be typed, and
// what stands behind a flag's default, may be longer.
func TestHelpFits(t *testing.T) {
	var walk func(c *cobra.Command)
	var all []*cobra.Command
	walk = func(c *cobra.Command) {
		all = append(all, c)
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(Command(&Env{}))
	for _, c := range all {
		if c.Name() == "completion" || c.HasParent() && c.Parent().Name() == "completion" {
			continue
		}
		var out strings.Builder
		c.InitDefaultHelpFlag()
		c.SetOut(&out)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			line = strings.TrimRight(line, "\n")
			if words.Width(line) > helpWidth && !strings.HasPrefix(line, "  hygeia ") && !strings.Contains(line, "(default ") {
				t.Errorf("%s: %q is over %d columns", c.CommandPath(), line, helpWidth)
			}
		}
	}
}
