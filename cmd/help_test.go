package cmd

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"hygeia/frameworks/words"
)

// Every topic fits on two screens of the usual size, and every command it names is
// one, with the flags it names.
func TestTopicsFit(t *testing.T) {
	for _, topic := range newTopics() {
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
	c, rest, err := newRootCommand(env).Find(args)
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
	for _, name := range topicNames {
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
