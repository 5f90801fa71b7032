package cmd

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hygeia/frameworks/words"
)

// helpWidth is how wide a help text is: what every terminal has.
const helpWidth = 80

// foldHelp makes the help of all commands fit a terminal. It is done when a help is
// printed, since every start would pay for it otherwise.
func foldHelp(root *cobra.Command) {
	printHelp := root.HelpFunc()
	root.SetHelpFunc(func(c *cobra.Command, args []string) {
		c.Long = foldProse(c.Long)
		foldFlags(c)
		printHelp(c, args)
	})
}

// foldProse breaks paragraphs anew. One with an indented line is a table or something
// to type, and stays as it is.
func foldProse(prose string) string {
	paragraphs := strings.Split(prose, "\n\n")
	for i, p := range paragraphs {
		if strings.HasPrefix(p, " ") || strings.Contains(p, "\n ") {
			continue
		}
		paragraphs[i] = fold(glueProse(strings.ReplaceAll(p, "\n", " ")), helpWidth-1, 0)
	}
	return strings.Join(paragraphs, "\n\n")
}

// foldFlags breaks what is said of a flag below itself. The column is where the
// text of --help begins, which every command has.
func foldFlags(c *cobra.Command) {
	const helpFlag = "  -h, --help"
	_, after, found := strings.Cut(c.LocalFlags().FlagUsages(), helpFlag)
	if !found {
		return
	}
	column := len(helpFlag) + len(after) - len(strings.TrimLeft(after, " "))
	c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		f.Usage = strings.Join(words.Fold(f.Usage, helpWidth-column, 0), "\n")
	})
}
