package cmd

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"hygeia/frameworks/words"
)

// Every topic fits on two screens of the usual size, and every command it names is
// one, with the flags it names.
func TestTopicsFit(t *testing.T) {
	for _, topic := range newTopics(func(string) bool { return true }) {
		lines := strings.Split(topic.Long, "\n")
		if len(lines) > 48 {
			t.Errorf("%s has %d lines", topic.Name(), len(lines))
		}
		for _, l := range lines {
			if words.Width(l) > 80 {
				t.Errorf("%s: %q is %d wide", topic.Name(), l, words.Width(l))
			}
			line, isCommand := strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(l), `.\`), "hygeia ")
			if !isCommand || !strings.HasPrefix(l, "  ") {
				continue
			}
			line, _, _ = strings.Cut(line, "   ")
			checkNamed(t, topic.Name(), strings.Fields(line))
		}
	}
}

func checkNamed(t *testing.T, topic string, args []string) {
	t.Helper()
	env := &Env{Dir: t.TempDir(), Out: new(bytes.Buffer), Err: new(bytes.Buffer)}
	c, rest, err := Command(env).Find(args)
	if err != nil || c == c.Root() && args[0] != "--help" {
		t.Errorf("%s names %q, which is no command: %v", topic, args, err)
		return
	}
	c.InitDefaultHelpFlag()
	if err := c.ParseFlags(rest); err != nil && args[0] != "--help" {
		t.Errorf("%s names %q: %v", topic, args, err)
	}
}

// The topics are all there and reached by name.
func TestTopicsAreReached(t *testing.T) {
	for _, topic := range newTopics(func(string) bool { return false }) {
		name := topic.Name()
		var out, talk bytes.Buffer
		env := &Env{Dir: t.TempDir(), Out: &out, Err: &talk, Width: 80}
		if status := Run(context.Background(), env, []string{"help", name}); status != 0 || out.Len() < 500 || talk.Len() > 0 {
			t.Errorf("help %s: status %d, %d bytes, %s", name, status, out.Len(), talk.String())
		}
	}
}

// A command in a hint stays on one line, whatever the width, and a folder with
// blanks is quoted once.
func TestHintsAreCopied(t *testing.T) {
	for dir, want := range map[string]string{
		"/x/clinic":      `"hygeia assess --finish --dir /x/clinic"`,
		"/x/Klinik Süd":  `hygeia assess --finish --dir "/x/Klinik Süd"`,
		`C:\Dana\hygeia`: `"hygeia assess --finish --dir C:\Dana\hygeia"`,
	} {
		var talk bytes.Buffer
		env := &Env{Err: &talk, ErrTerminal: true, Width: 40, Dir: dir, usual: "/x/usual"}
		env.hint(`close it with "hygeia assess --finish" whenever you like, or look around with "hygeia demo"`)
		if !strings.Contains(talk.String(), want) || !strings.Contains(talk.String(), `"hygeia demo"`) {
			t.Errorf("%s: %q is not on one line of\n%s", dir, want, talk.String())
		}
	}
}

// A command that is not named is listed like one that is, so that "hygeia --help",
// completions and "did you mean" do not depend on what was typed.
func TestUnnamedCommandsAreListed(t *testing.T) {
	list := func(c *cobra.Command) (lines []string) {
		for _, sub := range c.Commands() {
			lines = append(lines, fmt.Sprintf("%s: %s; available %v, topic %v", sub.Name(), sub.Short,
				sub.IsAvailableCommand(), sub.IsAdditionalHelpTopicCommand()))
		}
		return lines
	}
	all := list(Command(&Env{}))
	if got := list(commandFor(&Env{}, []string{"--help"})); !slices.Equal(got, all) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(all, "\n"))
	}
	for _, sub := range Command(&Env{}).Commands() {
		named := child(commandFor(&Env{}, []string{"help", strings.ToUpper(sub.Name())}), sub.Name())
		if got, want := named.UsageString()+named.Long, sub.UsageString()+sub.Long; got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", sub.Name(), got, want)
		}
	}
}
