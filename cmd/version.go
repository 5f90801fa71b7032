package cmd

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newVersionCommand(env *Env) *cobra.Command {
	return &cobra.Command{
		Use:              "version",
		Long:             long("Prints the version of the program."),
		Args:             noArgs,
		PersistentPreRun: func(*cobra.Command, []string) {}, // in place of what begins a command
		RunE: func(*cobra.Command, []string) error {
			return printVersion(env)
		},
	}
}

func printVersion(env *Env) error {
	_, err := fmt.Fprintln(env.Out, program())
	return err
}
