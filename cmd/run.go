// Package cmd is the command line of hygeia: one file a command, each with its
// options, its cobra command, the function that does the work and small
// printers. Everything a command touches of the outside comes from [Env].
package cmd

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hygeia/frameworks/words"
)

// version and commit are set when the program is built from a commit.
var (
	version = "dev"
	commit  string
)

// program names the program, with the commit it was built from where that is
// known, so that a report tells which program wrote it.
func program() string {
	if commit == "" {
		return "hygeia " + version
	}
	return "hygeia " + version + " (" + commit + ")"
}

// Run carries out one command line, prints what goes wrong and returns the
// exit status.
func Run(ctx context.Context, env *Env, args []string) int {
	env.usual = env.Dir
	out := &sink{Writer: env.Out}
	env.Out = out
	defer func() { env.Out = out.Writer }()
	err := commandFor(env, args).ExecuteContext(ctx)
	if err == nil {
		err = env.mistyped
	}
	if err == nil {
		err = out.failed()
	}
	printNotes(env)
	if err != nil {
		printError(env, err)
	}
	if len(args) == 0 && env.OwnConsole && env.showsMenu() && ctx.Err() == nil {
		stayOpen(env)
	}
	return statusOf(err)
}

// printNotes says what is to be known about the folder although it worked.
func printNotes(env *Env) {
	if env.store == nil {
		return
	}
	for _, note := range env.store.Notes() {
		env.say("note: %s", note)
	}
}

// newRootCommand returns the tree with those commands whole that are named, see
// addCommands.
func newRootCommand(env *Env, named func(string) bool) *cobra.Command {
	var asksVersion bool
	root := &cobra.Command{
		Use:   "hygeia",
		Short: "How healthy is our cyber hygiene, and what do we do first?",
		Long: `Hygeia asks a hospital or clinic plain questions about its cyber hygiene, scores
the answers against published frameworks, says what to do first, prints a report
for the board, and shows over the quarters whether it got better.

At a terminal, "hygeia" alone says what is here and offers the next steps by
letters. It works offline, with files in one folder: "hygeia help files" says
where that is.

` + statusHelp,
		Example: `  hygeia assess        answer the questions, 15 minutes for the start
  hygeia report        write the board PDF and the full report
  hygeia compare       what changed since the quarter before
  hygeia demo          two invented hospitals to look at`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if env.Begin != nil {
				env.Begin()
			}
			return env.lookOver(c.Context(), c)
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if asksVersion {
				return printVersion(env)
			}
			return runHome(c.Context(), env)
		},
	}
	root.SetGlobalNormalizationFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		return pflag.NormalizedName(strings.ToLower(name))
	})
	root.PersistentFlags().StringVar(&env.Dir, "dir", env.Dir, "the `folder` with the saved quarters")
	root.PersistentFlags().BoolVar(&env.Wait, "wait", env.Wait, "wait until another hygeia is done with the folder")
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(io.Discard)
	// Not cobra's own version: its template would link text/template, and with it
	// a third more program.
	root.Flags().BoolVarP(&asksVersion, "version", "v", false, "print the version")
	root.SetFlagErrorFunc(flagMistake)
	root.SetHelpCommand(newHelpCommand())
	foldHelp(root)
	helpOf := root.HelpFunc()
	root.SetHelpFunc(func(c *cobra.Command, args []string) {
		if extra := c.Flags().Args(); c == root && len(extra) > 0 { // "hygeia reprot --help"
			env.mistyped = noArgs(c, extra)
			return
		}
		helpOf(c, args)
	})
	addCommands(root, env, named)
	root.AddCommand(newTopics(named)...)
	root.InitDefaultHelpCmd()
	return root
}

// noArgs refuses arguments; where there are subcommands, the likely mistake is a
// misspelled one.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if len(names) == 0 {
		return usagef("%q takes no arguments, but got %q", c.CommandPath(), args[0])
	}
	return unknown("command", args[0], names)
}

// between returns a check for the number of arguments that says what they are.
func between(low, high int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= low && len(args) <= high {
			return nil
		}
		if len(args) == 0 {
			return withHint(usagef("%q takes %s", c.CommandPath(), what), "see %q", c.CommandPath()+" --help")
		}
		return withHint(usagef("%q takes %s, but got %s", c.CommandPath(), what, words.Count(len(args), "argument", "arguments")),
			"see %q", c.CommandPath()+" --help")
	}
}

// long puts a command's help together: prose, and the exit statuses.
func long(prose string) string { return strings.TrimSpace(prose) + "\n\n" + statusHelp }
