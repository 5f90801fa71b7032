package cmd

import (
	_ "embed"
	"strings"

	"github.com/spf13/cobra"
)

// The topics are what "hygeia help" explains besides the commands. The first line of
// each is its title.
var (
	//go:embed topics/scoring.txt
	scoringTopic string
	//go:embed topics/files.txt
	filesTopic string
	//go:embed topics/privacy.txt
	privacyTopic string
	//go:embed topics/screenreader.txt
	readerTopic string
	//go:embed topics/windows.txt
	windowsTopic string
)

// newTopics returns the topics as commands that only have a help text, and only if
// they are named.
func newTopics(named func(string) bool) []*cobra.Command {
	var all []*cobra.Command
	for _, t := range []struct{ name, text string }{
		{"scoring", scoringTopic}, {"files", filesTopic}, {"privacy", privacyTopic}, {"screenreader", readerTopic}, {"windows", windowsTopic},
	} {
		title, body, _ := strings.Cut(t.text, "\n")
		topic := &cobra.Command{Use: t.name, Short: title}
		if named(t.name) {
			topic.Long = title + "\n\n" + strings.TrimSpace(body)
		}
		all = append(all, topic)
	}
	return all
}

// newHelpCommand is "hygeia help". A word that is neither a command nor a topic is
// a mistake, with the nearest that is one.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "Help about a command, or about a topic listed below",
		Long:  long("Shows the help of a command or a topic."),
		Example: `  hygeia help report
  hygeia help scoring`,
		RunE: func(c *cobra.Command, args []string) error {
			at := c.Root()
			for _, word := range args {
				next := child(at, word)
				if next == nil {
					return unknown("command or topic", word, childNames(at))
				}
				at = next
			}
			at.InitDefaultHelpFlag()
			return at.Help()
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return childNames(c.Root()), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func child(c *cobra.Command, word string) *cobra.Command {
	for _, sub := range c.Commands() {
		if strings.EqualFold(sub.Name(), word) {
			return sub
		}
	}
	return nil
}

func childNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}
