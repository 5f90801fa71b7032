package cmd

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"hygeia/cmd/form"
	"hygeia/frameworks/words"
)

// menuNow reads the folder and returns what there is to do; fresh tells what is here
// besides, as much of it as the window shows together with the menu.
func (env *Env) menuNow(fresh bool) ([]menuEntry, error) {
	if _, err := openStore(env); err != nil { // kept in env, not in the copy
		return nil, err
	}
	talk := &lineCount{Writer: env.Err}
	looking := *env
	if looking.Err = talk; !fresh {
		looking.Err = io.Discard
	}
	h, err := lookAround(&looking)
	if err != nil {
		return nil, err
	}
	entries := h.entries(env)
	if !fresh {
		return entries, nil
	}
	room := env.Height - talk.n - menuOf(entries).Height(env.Width) - 2 // the empty line before it, and the cursor's
	shown, more := h.shortened(room)
	if _, err := io.WriteString(env.Out, shown); err != nil {
		return nil, err
	}
	if more > 0 {
		what := words.Count(more, "more thing that is due", "more things that are due")
		entries = slices.Insert(entries, len(entries)-1, menuEntry{
			MenuItem: form.MenuItem{Key: "m", Word: "more", What: what},
			does: func(context.Context) error {
				_, err := env.Out.Write(h.due.Bytes())
				return err
			},
		})
	}
	return entries, nil
}

// lineCount counts the lines that are written.
type lineCount struct {
	io.Writer
	n int
}

// Write passes on what it counts.
func (c *lineCount) Write(p []byte) (int, error) {
	c.n += bytes.Count(p, []byte("\n"))
	return c.Writer.Write(p)
}

// shortened is what is here in at most that many lines, if leaving out what is due
// is enough for that, the end of it first; and how many things were left out.
func (h *here) shortened(room int) (shown string, more int) {
	head, todo := h.head.String(), h.todo.String()
	due := things(h.due.String())
	room -= strings.Count(head, "\n") + strings.Count(todo, "\n")
	for _, d := range due {
		room -= strings.Count(d, "\n")
	}
	if room < 0 {
		room-- // the menu gets a line to see the rest by
	}
	for room < 0 && more < len(due) {
		more++
		room += strings.Count(due[len(due)-more], "\n")
	}
	return head + strings.Join(due[:len(due)-more], "") + todo, more
}

// things parts printed lines: one that is set in goes on with the one before.
func things(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, " ") && len(all) > 0 {
			all[len(all)-1] += line
			continue
		}
		all = append(all, line)
	}
	return all
}
