package cmd

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hygeia/assess/packet"
	"hygeia/cmd/form"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// spoken are the flags that take words of a person, which are kept or printed.
var spoken = []string{"address", "approver", "by", "contact", "legal", "mailbox", "name", "name-latin", "owner", "phone", "reason", "reopen", "title", "to", "where"}

// lookOver asks about what looks like a password or the like in the words of a
// command line, before anything is done with them: others would read it, and what
// stands in the ledger stays there. In a pipe it is told.
func (env *Env) lookOver(ctx context.Context, c *cobra.Command) error {
	found := false
	c.Flags().Visit(func(f *pflag.Flag) {
		if !slices.Contains(spoken, f.Name) {
			return
		}
		if words.Hides(f.Value.String()) {
			env.say("--%s: characters that cannot be seen were left out", f.Name)
		}
		if secret := words.Secret(f.Value.String()); secret != "" {
			env.say("--%s looks like %s, which others would read here%s", f.Name, secret, stays(c))
			found = true
		}
	})
	if !found || !env.InTerminal || env.Screen == nil {
		return nil
	}
	term := form.Terminal{In: env.asking(), Out: env.Screen, Width: env.Width}
	if !form.Confirm(ctx, term, "Go on all the same?") {
		return interruptedf("interrupted; nothing was changed")
	}
	return nil
}

// stays says of a command whose words cannot be taken out again that it is so.
func stays(c *cobra.Command) string {
	if c.Name() == "decide" {
		return ", and what is decided stays in the ledger for good"
	}
	return ""
}

// mostSecrets is how many places of one file are named.
const mostSecrets = 5

// saySecrets names the lines of a file to take over that look like a password or
// the like. What stands behind a # is not taken over.
func (env *Env) saySecrets(path string, data []byte) {
	left, n := 0, 0
	for line := range strings.Lines(string(strictyaml.Text(data))) {
		n++
		secret := words.Secret(line)
		switch {
		case secret == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case left == mostSecrets:
			env.say("%s: more lines look like it", path)
			return
		default:
			left++
			env.say("%s:%d: looks like %s, which others would read here; it is taken over as it is", path, n, secret)
		}
	}
}

// sayReplySecrets is saySecrets of a hand-out that came back, by its questions.
func (env *Env) sayReplySecrets(path string, r *packet.Reply) {
	left := 0
	for _, g := range r.Given {
		ans := g.Answer
		texts := []string{ans.Note, ans.Reason, ans.Approver}
		for _, p := range ans.Proof {
			texts = append(texts, p.What, p.Where)
		}
		secret := words.Secret(strings.Join(texts, "\n"))
		if secret == "" {
			continue
		}
		if left++; left > mostSecrets {
			env.say("%s: more answers look like it", path)
			return
		}
		env.say("%s, %s: looks like %s, which others would read here; it is taken over as it is", path, g.Key, secret)
	}
}
