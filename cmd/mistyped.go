package cmd

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hygeia/assess"
	"hygeia/frameworks"
)

// flagMistake is the usage mistake of a flag, with the nearest one that there is.
func flagMistake(c *cobra.Command, err error) error {
	mistake := usagef("%s", err)
	if unknown := new(pflag.NotExistError); errors.As(err, &unknown) {
		name := unknown.GetSpecifiedName()
		if letters := unknown.GetSpecifiedShortnames(); len(letters) > 1 {
			name = letters // "-format" is read as "-f ormat"
		}
		if near := nearestFlag(c, name); near != "" {
			mistake = usagef("%s: did you mean --%s?", err, near)
		}
	}
	if missing := new(pflag.ValueRequiredError); errors.As(err, &missing) {
		mistake = usagef("--%s: what belongs behind it is missing", missing.GetFlag().Name)
	}
	if wrong := new(pflag.InvalidValueError); errors.As(err, &wrong) && wrong.GetFlag().Value.Type() == "int" {
		mistake = usagef("--%s %q: must be a whole number", wrong.GetFlag().Name, wrong.GetValue())
	}
	if wrong := new(pflag.InvalidValueError); errors.As(err, &wrong) && wrong.GetFlag().Value.Type() == "bool" {
		mistake = usagef("--%s stands alone; leave %q out", wrong.GetFlag().Name, wrong.GetValue())
	}
	return withHint(mistake, "see %q", c.CommandPath()+" --help")
}

func nearestFlag(c *cobra.Command, name string) string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return frameworks.Nearest(strings.ToLower(name), names)
}

// period reads a quarter as people write it; one without a year is the last such
// quarter that has begun.
func (env *Env) period(word string) (assess.Quarter, error) {
	q, err := assess.QuarterWord(word, assess.QuarterOf(env.Now()))
	if err != nil {
		return q, usagef("%s", err)
	}
	return q, nil
}
