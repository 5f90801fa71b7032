package form

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"
)

// standalone shows an inquiry that does not belong to a question, and those that
// follow from it.
type standalone struct {
	look          *look
	dialog        *dialog
	width, height int
	outcome       Outcome
	finished      bool
}

// runInquiry asks an inquiry full screen.
func runInquiry(ctx context.Context, t Terminal, in *inquiry) (Outcome, error) {
	m := newStandalone(t, in)
	if m.dialog.over() {
		in.finish(m.dialog.got)
		return Done, nil
	}
	err := show(ctx, t, m)
	switch {
	case m.finished:
		return m.outcome, nil
	case ctx.Err() != nil:
		return Interrupted, nil
	}
	return Interrupted, err
}

func newStandalone(t Terminal, in *inquiry) *standalone {
	m := &standalone{look: newLook(t.Out, t.Color)}
	m.width, m.height = t.size()
	m.dialog = newDialog(m.look, in, m.width, m.height)
	return m
}

// Init asks for nothing.
func (m *standalone) Init() tea.Cmd { return nil }

// Update takes a message.
func (m *standalone) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width > 0 && msg.Height > 0 {
			m.width, m.height = msg.Width, msg.Height
			m.dialog.resize(msg.Width, msg.Height)
		}
	case inputEnded:
		return m, m.finish(Interrupted)
	case tea.KeyMsg:
		return m, m.key(msg)
	}
	return m, nil
}

func (m *standalone) over() bool { return m.finished }

func (m *standalone) wantsText() bool { return m.dialog.wantsText() }

// pasted takes text that came all at once.
func (m *standalone) pasted(s string) tea.Cmd {
	if m.finished {
		return tea.Quit
	}
	m.dialog.pasted(s)
	return nil
}

func (m *standalone) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case m.finished:
		return tea.Quit
	case msg.Type == tea.KeyCtrlC:
		return m.finish(Interrupted)
	case tooSmall(m.width, m.height):
		return nil
	}
	switch m.dialog.key(msg) {
	case left:
		return m.finish(Stopped)
	case gone:
		m.dialog = newDialog(m.look, m.dialog.before(), m.width, m.height)
	case ended:
		next := m.dialog.finish(m.dialog.got)
		if next == nil {
			return m.finish(Done)
		}
		m.dialog = newDialog(m.look, next, m.width, m.height)
	}
	return nil
}

// finish ends it. What comes after the first end, such as the end of the input
// while bubbletea is still about to quit, changes nothing.
func (m *standalone) finish(o Outcome) tea.Cmd {
	if !m.finished {
		m.outcome, m.finished = o, true
	}
	return tea.Quit
}

// View draws the whole window.
func (m *standalone) View() string {
	switch {
	case m.finished:
		return ""
	case tooSmall(m.width, m.height):
		return m.look.paint(enlarge(m.width, m.height), m.width)
	}
	return m.look.paint(m.dialog.lines(), m.width)
}
