package form

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/x/ansi"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// jump is the list of chapters and questions to go to. What is typed narrows it.
type jump struct {
	look          *look
	core          *core
	sel           *huh.Select[string]
	width, height int
	problem       string
}

func newJump(l *look, c *core, width, height int) *jump {
	j := &jump{look: l, core: c}
	j.resize(width, height)
	return j
}

// resize builds the list anew, unfiltered.
func (j *jump) resize(width, height int) {
	j.width, j.height = width, height
	var options []huh.Option[string]
	for i, p := range j.core.places {
		if p.n == 1 {
			all := j.core.count(p.chapter, func(*frameworks.Question) bool { return true })
			done := j.core.count(p.chapter, func(q *frameworks.Question) bool { return !j.core.open(q) })
			title := fmt.Sprintf("%s (%d of %d answered)", p.chapter.Title, done, all)
			options = append(options, huh.NewOption(words.Clip(title, width-2), " "+p.q.Key))
		}
		row := fmt.Sprintf("  %2d %s - %s", p.n, p.q.Title, j.core.answer(p.q).Name())
		if i == j.core.at {
			row += " (you are here)"
		}
		options = append(options, huh.NewOption(words.Clip(row, width-2), p.q.Key))
	}
	j.sel = huh.NewSelect[string]().Title("Go to").Options(options...).
		Accessor(&keyOnly{j.core.keyAt(j.core.at)}).Filtering(true)
	j.sel.WithTheme(j.look.huh)
	j.sel.WithKeyMap(j.look.keys)
	j.sel.WithWidth(width)
	j.sel.Focus()
	j.sel.Update(nil)
}

// keyOnly keeps the list's cursor from writing anywhere.
type keyOnly struct{ key string }

func (k *keyOnly) Get() string { return k.key }
func (k *keyOnly) Set(string)  {}

// key takes a key. It reports whether the list is to be closed, and which
// question was chosen, if one was.
func (j *jump) key(msg tea.KeyMsg) (key string, done bool) {
	j.problem = ""
	switch msg.Type {
	case tea.KeyEsc:
		return "", true
	case tea.KeyEnter:
		key, ok := j.sel.Hovered()
		if !ok {
			j.problem = "Nothing matches; delete some letters."
			return "", false
		}
		return strings.TrimSpace(key), true
	case tea.KeyTab, tea.KeyShiftTab, tea.KeyCtrlV, tea.KeyCtrlE:
		return "", false
	}
	j.sel.Update(msg) // its command would blink the cursor or read the clipboard
	return "", false
}

func (j *jump) lines() []string {
	return fit(j.height, []block{
		{lines: []string{j.look.strong.Render(words.Clip("Go to: type part of a title, or use the arrow keys", j.width))}},
		gap,
		{lines: j.window(max(3, j.height-5)), rank: 1, least: 2},
		{lines: words.Wrap(j.problem, j.width, 0), rank: 2},
		{fill: true},
		{lines: []string{words.Clip("Enter goes there · Esc closes", j.width)}},
	})
}

// window returns what is typed and the n rows around the cursor. huh's own
// scrolling puts the cursor on the first line and hides all that is above it.
func (j *jump) window(n int) []string {
	lines := strings.Split(strings.TrimRight(ansi.Strip(j.sel.View()), " \n"), "\n")
	filter, rows := lines[0], lines[1:]
	at := max(0, slices.IndexFunc(rows, func(l string) bool { return strings.HasPrefix(l, "> ") }))
	top := max(0, min(at-n/2, len(rows)-n))
	return append([]string{filter}, rows[top:min(len(rows), top+n)]...)
}
