package cmd

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess/store"
)

type verifyOptions struct{ env *Env }

func newVerifyCommand(env *Env, run func(*verifyOptions) error) *cobra.Command {
	opts := &verifyOptions{env: env}
	return &cobra.Command{
		Use:   "verify",
		Short: "Check that no finished quarter was changed",
		Long: long(`Every finished quarter remembers a digest (a fingerprint) of the finished one before
it. This recomputes all of them from the files in the folder, and names the quarter
that was changed and, where the next one still knows better, the answers. An open draft
remembers the quarter it was begun from in the same way. As long as the newest finished
quarter has nothing after it, write its digest down, or keep it with the minutes, and
anybody can compare it later. Whoever can write the folder can rewrite all of it; only
what is kept elsewhere, on paper or in a backup, shows that.

A digest is taken of the text with plain line ends, so a program that only changes
line ends changes nothing.`),
		Example: `  hygeia verify`,
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return run(opts) },
	}
}

func runVerify(o *verifyOptions) error {
	st, err := openStore(o.env)
	if err != nil {
		return err
	}
	links, err := st.Verify()
	if err != nil {
		return err
	}
	if err := sayStrays(o.env, st); err != nil {
		return err
	}
	if len(links) == 0 {
		return errNothingSaved(st)
	}
	w := tabwriter.NewWriter(o.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "PERIOD\tCHAIN\tDIGEST")
	for _, l := range links {
		fmt.Fprintf(w, "%s\t%s\t%s\n", l.Period, linkWord(l), strings.TrimPrefix(l.Digest, "sha256:"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, l := range links {
		for _, p := range l.Problems {
			fmt.Fprintln(o.env.Out)
			o.env.tell("%s: %s", l.Period, p)
		}
	}
	if err := store.Intact(links); err != nil {
		return withHint(err, "put the file back from a backup; a mistake in an older quarter is corrected in the current one")
	}
	return nil
}

// linkWord is what the table says of a quarter.
func linkWord(l store.Link) string {
	switch {
	case len(l.Problems) > 0:
		return "not as it was"
	case !l.Finished:
		return "draft"
	case l.Vouched:
		return "as it was finished"
	}
	return "newest, nothing after it yet"
}

// sayBroken says in one line that the saved quarters are not as they were
// finished, wherever they are used.
func (env *Env) sayBroken() {
	st, err := openStore(env)
	if err != nil {
		return
	}
	if unbroken, err := st.Unbroken(); err == nil && !unbroken {
		env.say("the saved quarters are not as they were finished; %q says what was changed", env.command("verify"))
	}
}
