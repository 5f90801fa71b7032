package cmd

import (
	"embed"
	"strings"

	"github.com/spf13/cobra"
)

// topics are what "hygeia help" explains besides the commands. The first line of
// each file is its title.
//
//go:embed topics/*.txt
var topics embed.FS

// topicNames are the topics in the order in which they are listed.
var topicNames = []string{"scoring", "files", "privacy", "screenreader", "windows"}

// newTopics returns the topics as commands that only have a help text, and only if
// they are named.
func newTopics(named func(string) bool) []*cobra.Command {
	var all []*cobra.Command
	for _, name := range topicNames {
		text, err := topics.ReadFile("topics/" + name + ".txt")
		if err != nil {
			panic(err) // a test looks for all of them
		}
		title, body, _ := strings.Cut(string(text), "\n")
		topic := &cobra.Command{Use: name, Short: title}
		if named(name) {
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
