package form

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
)

// picker is a huh select of which nothing need be chosen: it is unlit until an
// arrow key lights one of its rows, or starts lit at the present one. Its cursor
// is never an answer; the form takes that on Enter, which huh never sees.
type picker struct {
	sel   *huh.Select[int]
	lit   bool
	moved bool // the person moved the cursor
}

// cursorOnly swallows what a huh select writes: the row under the cursor, on
// every arrow key and already when it is built.
type cursorOnly struct{ at int }

func (c *cursorOnly) Get() int { return c.at }
func (c *cursorOnly) Set(int)  {}

// newPicker makes a picker of rows, each of one or more lines; start is the row
// lit at first, none if negative.
func newPicker(l *look, rows []string, start, width int) *picker {
	options := make([]huh.Option[int], len(rows))
	for i, row := range rows {
		options[i] = huh.NewOption(row, i)
	}
	sel := huh.NewSelect[int]().Options(options...).Accessor(&cursorOnly{max(0, start)})
	sel.WithTheme(l.huh)
	sel.WithKeyMap(l.keys)
	sel.WithWidth(width)
	p := &picker{sel: sel}
	if start >= 0 {
		p.light()
	}
	return p
}

func (p *picker) light() {
	p.lit = true
	p.sel.Focus()
}

// row returns the lit row.
func (p *picker) row() (int, bool) {
	i, ok := p.sel.Hovered()
	return i, ok && p.lit
}

// move takes an arrow key, and reports whether it was one. The first one lights
// the row at that end.
func (p *picker) move(msg tea.KeyMsg) bool {
	switch msg.Type {
	case tea.KeyUp, tea.KeyDown, tea.KeyHome, tea.KeyEnd:
	default:
		return false
	}
	wasLit := p.lit
	p.light()
	p.moved = true
	if wasLit || msg.Type == tea.KeyUp || msg.Type == tea.KeyEnd {
		p.sel.Update(msg)
	}
	return true
}

func (p *picker) lines() []string {
	p.sel.Update(nil) // sizes the select to its rows
	return strings.Split(p.sel.View(), "\n")
}
