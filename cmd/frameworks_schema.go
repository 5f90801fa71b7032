package cmd

import (
	"github.com/spf13/cobra"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

func newSchemaCommand(env *Env) *cobra.Command {
	output := ""
	c := &cobra.Command{
		Use:   "schema KIND",
		Short: "Print the JSON schema of a kind of file, for your editor",
		Long: long(`Prints a JSON schema (draft 2020-12) with which editors complete and check a file while
you write it: answers, questions, framework or ladder. An editor that knows YAML finds
it by a first line such as

  # yaml-language-server: $schema=questions.json

What lies between two files, such as a key that names a question, only
"hygeia frameworks check" sees.`),
		Example: "  hygeia frameworks schema questions -o questions.json",
		Args:    between(1, 1, "one KIND: "+words.Or(frameworks.SchemaNames())),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := frameworks.Schema(args[0])
			if err != nil {
				return usagef("%s", err)
			}
			return writeBytes(env, data, output, args[0]+".json")
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this `file` or folder; - is standard output")
	return c
}
