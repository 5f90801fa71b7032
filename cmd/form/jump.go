package form

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// jump is the list of sections and questions to go to. What is typed narrows it.
type jump struct {
	look          *look
	core          *core
	width, height int
	typed         string
	rows          []jumpRow
	at            int // the row that Enter goes to
}

// jumpRow is a line of the list: a question, or the section that begins with it.
type jumpRow struct {
	place  int
	header bool
}

func newJump(l *look, c *core, width, height int) *jump {
	j := &jump{look: l, core: c, width: width, height: height}
	j.narrow()
	return j
}

func (j *jump) resize(width, height int) { j.width, j.height = width, height }

// narrow finds the rows for what is typed: all of them at first, with the cursor
// on the question in front of the person.
func (j *jump) narrow() {
	j.rows, j.at = nil, 0
	if words.Line(j.typed) != "" {
		for _, i := range j.core.search(j.typed) {
			j.rows = append(j.rows, jumpRow{place: i})
		}
		return
	}
	for i, p := range j.core.places {
		if p.n == 1 {
			j.rows = append(j.rows, jumpRow{i, true})
		}
		if i == j.core.at {
			j.at = len(j.rows)
		}
		j.rows = append(j.rows, jumpRow{place: i})
	}
}

// key takes a key. It reports whether the list is to be closed, and which
// question was chosen, if one was.
func (j *jump) key(msg tea.KeyMsg) (key string, done bool) {
	switch msg.Type {
	case tea.KeyEsc:
		return "", true
	case tea.KeyEnter:
		if j.at < len(j.rows) {
			return j.core.keyAt(j.rows[j.at].place), true
		}
	case tea.KeyUp:
		j.move(-1)
	case tea.KeyDown:
		j.move(1)
	case tea.KeyPgUp:
		j.move(-j.room())
	case tea.KeyPgDown:
		j.move(j.room())
	case tea.KeyHome:
		j.move(-len(j.rows))
	case tea.KeyEnd:
		j.move(len(j.rows))
	case tea.KeyBackspace:
		if letters := []rune(j.typed); len(letters) > 0 {
			j.typed = string(letters[:len(letters)-1])
			j.narrow()
		}
	case tea.KeyCtrlU:
		j.typed = ""
		j.narrow()
	case tea.KeyRunes, tea.KeySpace:
		if !msg.Alt {
			j.pasted(string(msg.Runes))
		}
	}
	return "", false
}

func (j *jump) move(n int) { j.at = max(0, min(len(j.rows)-1, j.at+n)) }

// pasted adds to what is typed, as one line.
func (j *jump) pasted(s string) {
	j.typed = words.Cut(strings.ReplaceAll(words.Shown(j.typed+lineEnds(s)), "\n", " "), maxLine)
	j.narrow()
}

// room is how many rows are seen at once.
func (j *jump) room() int { return max(3, j.height-5) }

func (j *jump) lines() []string {
	none := ""
	if len(j.rows) == 0 {
		none = "Nothing matches; delete some letters."
	}
	return fit(j.height, []block{
		{lines: []string{j.look.strong.Render(words.Clip("Go to: type a number, part of a title or any word, or use the arrow keys", j.width))}},
		gap,
		{lines: []string{words.Clip("/"+j.typed+"_", j.width)}},
		{lines: j.window(), rank: 1, least: 2},
		{lines: words.Wrap(none, j.width, 0), rank: 2},
		{fill: true},
		{lines: []string{words.Clip("Enter goes there · Esc closes", j.width)}},
	})
}

// window returns the rows around the cursor.
func (j *jump) window() []string {
	n := j.room()
	top := max(0, min(j.at-n/2, len(j.rows)-n))
	var lines []string
	for i := top; i < min(len(j.rows), top+n); i++ {
		cursor := "  "
		if i == j.at {
			cursor = "> "
		}
		line := words.Clip(cursor+j.row(j.rows[i]), j.width)
		if i == j.at {
			line = j.look.key.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}

func (j *jump) row(r jumpRow) string {
	p := j.core.places[r.place]
	if r.header {
		all := j.core.count(p.chapter, func(*frameworks.Question) bool { return true })
		done := j.core.count(p.chapter, func(q *frameworks.Question) bool { return !j.core.open(q) })
		return fmt.Sprintf("%s (%d of %d answered)", p.chapter.Title, done, all)
	}
	row := fmt.Sprintf("%4d %s - %s", r.place+1, p.q.Title, j.core.answer(p.q).Name())
	if r.place == j.core.at {
		row += " (you are here)"
	}
	return row
}
