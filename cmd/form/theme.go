package form

import (
	"io"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"hygeia/frameworks/words"
)

// look is how the form is drawn: plain ANSI colors, which follow the person's
// own palette, or none at all. Style repeats what the words already say.
type look struct {
	color                          bool
	header, strong, key, warn, bad lipgloss.Style
	huh                            *huh.Theme
	keys                           *huh.KeyMap
}

// newLook never asks the terminal anything: profile and background are given.
func newLook(out io.Writer, color bool) *look {
	r := lipgloss.NewRenderer(out)
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	plain := r.NewStyle()
	l := &look{color: color, header: plain, strong: plain, key: plain, warn: plain, bad: plain, keys: keyMap()}
	if color {
		l.header = plain.Foreground(lipgloss.Color("6"))
		l.strong = plain.Bold(true)
		l.key = plain.Foreground(lipgloss.Color("6")).Bold(true)
		l.warn = plain.Foreground(lipgloss.Color("3"))
		l.bad = plain.Foreground(lipgloss.Color("1")).Bold(true)
	}
	l.huh = l.theme(plain)
	return l
}

// theme is given to every huh field: without one, huh builds its own theme anew
// for each style it looks up. It has no borders, so that a field is as wide as
// it is told to be.
func (l *look) theme(plain lipgloss.Style) *huh.Theme {
	t := huh.ThemeBase()
	f := &t.Focused
	f.Base, f.Card = plain, plain
	f.Title, f.Description, f.NoteTitle, f.Next = l.strong, plain, l.strong, plain
	f.ErrorIndicator, f.ErrorMessage = plain, plain
	f.SelectSelector = l.key.SetString("> ")
	f.Option, f.SelectedOption, f.UnselectedOption = plain, l.strong, plain
	f.NextIndicator, f.PrevIndicator = plain, plain
	f.TextInput.Cursor, f.TextInput.CursorText = plain, plain
	f.TextInput.Placeholder, f.TextInput.Prompt, f.TextInput.Text = plain, plain, plain
	t.Blurred = *f
	t.Blurred.SelectSelector = plain.SetString("  ")
	t.Blurred.SelectedOption = plain
	return t
}

// keyMap is huh's with what must not happen taken out: the filter of a select
// (disabling its binding would not last), and the editor, which is a program.
func keyMap() *huh.KeyMap {
	km := huh.NewDefaultKeyMap()
	km.Select.Filter = key.NewBinding()
	km.Text.Editor = key.NewBinding()
	km.Input.AcceptSuggestion = key.NewBinding()
	return km
}

var styling = words.Pattern("\x1b\\[[0-9;]*m")

// paint makes a screen of lines: none wider than the window, and without color
// nothing but the reversed cell that is the text cursor.
func (l *look) paint(lines []string, width int) string {
	for i, s := range lines {
		if s = strings.TrimRight(s, " "); ansi.StringWidth(s) > width {
			s = ansi.Truncate(s, width, "…")
		}
		if !l.color {
			s = styling().ReplaceAllStringFunc(s, plainStyle)
		}
		lines[i] = s
	}
	return strings.Join(lines, "\n")
}

func plainStyle(s string) string {
	switch s {
	case "\x1b[7m", "\x1b[27m", "\x1b[0m", "\x1b[m":
		return s
	}
	return ""
}
