package form

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/frameworks/words"
)

// MenuItem is one thing to do, chosen by its letter or by its word.
type MenuItem struct{ Key, Word, What string }

// Menu offers things to do below what was printed before it. Only letters choose:
// digits answer questions, and Enter alone does nothing.
type Menu struct {
	Items []MenuItem // without the way out
	Help  []string   // paragraphs
}

// leaveItem is the way out, which every menu has; helpKey shows the help.
var leaveItem = MenuItem{"q", "quit", "leave; everything is saved"}

const helpKey = "?"

// RunMenu shows the menu where the terminal stands, not on a screen of its own:
// what a command printed before stays readable above it. It returns the key of
// what was chosen; Stopped when the person leaves.
func RunMenu(ctx context.Context, t Terminal, menu *Menu) (string, Outcome, error) {
	m := &menuScreen{menu: menu}
	m.width, _ = t.size()
	err := draw(ctx, t, m)
	switch {
	case m.finished:
		return m.chosen, m.outcome, nil
	case ctx.Err() != nil:
		return "", Interrupted, nil
	}
	return "", Interrupted, err
}

// PlainMenu prints the menu and reads lines until one of them chooses. The end of
// the input leaves.
func PlainMenu(ctx context.Context, t Terminal, menu *Menu) (string, Outcome, error) {
	p := newPlain(ctx, t)
	for _, it := range menu.all() {
		p.item(it.line())
	}
	for {
		typed, err := p.read("Type a letter, ? for help:")
		if came, ok := atOnceText(err); ok {
			p.print(cameAtOnce(came))
			continue
		}
		switch {
		case ctx.Err() != nil:
			return "", Interrupted, p.failed
		case err != nil:
			return "", Stopped, p.failed
		case typed == helpKey:
			for _, paragraph := range menu.Help {
				p.print(paragraph)
			}
			continue
		}
		if key, ok := menu.find(typed); ok {
			return key, outcomeOf(key), p.failed
		}
		p.print(menu.nothing(typed))
	}
}

func (m *Menu) all() []MenuItem { return append(m.Items[:len(m.Items):len(m.Items)], leaveItem) }

func (it MenuItem) line() string { return fmt.Sprintf("  %s  %s: %s", it.Key, it.Word, it.What) }

// find returns the key of what is meant: capitals make no difference.
func (m *Menu) find(typed string) (string, bool) {
	for _, it := range m.all() {
		if strings.EqualFold(typed, it.Key) || strings.EqualFold(typed, it.Word) {
			return it.Key, true
		}
	}
	return "", false
}

// nothing says that what was typed chooses nothing.
func (m *Menu) nothing(typed string) string {
	var keys []string
	for _, it := range m.all() {
		keys = append(keys, it.Key)
	}
	if typed == "" {
		return "Nothing is chosen. The letters are " + strings.Join(keys, ", ") + "."
	}
	return fmt.Sprintf("%s does nothing here. The letters are %s.", words.Clip(words.Visible(typed), 20), strings.Join(keys, ", "))
}

func outcomeOf(key string) Outcome {
	if key == leaveItem.Key {
		return Stopped
	}
	return Done
}

// menuScreen takes one key.
type menuScreen struct {
	menu     *Menu
	width    int
	said     []string
	chosen   string
	outcome  Outcome
	finished bool
}

// Init asks for nothing.
func (m *menuScreen) Init() tea.Cmd { return nil }

// Update takes a message.
func (m *menuScreen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width > 0 {
			m.width = msg.Width
		}
	case inputEnded:
		return m, m.finish("", Interrupted)
	case tea.KeyMsg:
		return m, m.key(msg)
	}
	return m, nil
}

func (m *menuScreen) over() bool      { return m.finished }
func (m *menuScreen) wantsText() bool { return false }

// pasted shows text that came all at once; none of it chooses.
func (m *menuScreen) pasted(s string) tea.Cmd {
	m.said = []string{cameAtOnce(s)}
	return nil
}

func (m *menuScreen) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case m.finished:
		return tea.Quit
	case msg.Type == tea.KeyCtrlC:
		return m.finish("", Interrupted)
	case msg.Type == tea.KeyEnter:
		m.said = []string{m.menu.nothing("")}
	case msg.Type != tea.KeyRunes || msg.Alt:
	case string(msg.Runes) == helpKey:
		m.said = m.menu.Help
	default:
		typed := string(msg.Runes)
		if key, ok := m.menu.find(typed); ok {
			return m.finish(key, outcomeOf(key))
		}
		m.said = []string{m.menu.nothing(typed)}
	}
	return nil
}

func (m *menuScreen) finish(key string, o Outcome) tea.Cmd {
	if !m.finished {
		m.chosen, m.outcome, m.finished, m.said = key, o, true, nil
	}
	return tea.Quit
}

// View draws the menu; after the choice it stays, as a record of what was done.
func (m *menuScreen) View() string {
	var lines []string
	for _, it := range m.menu.all() {
		lines = append(lines, words.Wrap(it.line(), m.width, 5)...)
	}
	for _, paragraph := range m.said {
		lines = append(lines, "")
		lines = append(lines, words.Wrap(paragraph, m.width, 0)...)
	}
	last := "Press a letter; ? for help."
	if m.finished {
		last = "> " + m.chosen
	}
	return strings.Join(append(lines, "", last), "\n") + "\n"
}
