package form

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/frameworks/words"
)

// MenuItem is one thing to do, chosen by its letter or by its word. A brief one
// stands in the menu without what it does, which the help tells.
type MenuItem struct {
	Key, Word, What string
	Brief           bool
}

// Menu offers things to do below what was printed before it. Only letters choose:
// digits answer questions, and Enter alone does nothing.
type Menu struct {
	Items []MenuItem // without the way out
	Help  []string   // paragraphs; a no-break space keeps a command on one line
}

// leaveItem is the way out, which every menu has; helpKey shows the help.
var leaveItem = MenuItem{Key: "q", Word: "quit", What: "leave; everything is saved"}

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
	for _, line := range menu.lines(p.width) {
		p.write(line + "\n")
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
			for _, line := range menu.help(p.width) {
				p.write(line + "\n")
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

// lines draws the menu: a line for each thing to do, and the brief ones together.
func (m *Menu) lines(width int) []string {
	var lines, brief []string
	for _, it := range m.all() {
		if it.Brief || it == leaveItem && len(brief) > 0 {
			brief = append(brief, it.Key+" "+it.Word)
			continue
		}
		lines = append(lines, words.Wrap(it.line(), width, 5)...)
	}
	for _, line := range flow(brief, " · ", width-2) {
		if line != "" {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// Height is how many lines the menu takes on a screen of that width.
func (m *Menu) Height(width int) int { return len(m.lines(max(20, width))) + 2 }

// help tells what the brief ones do, and then the rest.
func (m *Menu) help(width int) []string {
	var lines []string
	for _, it := range m.Items {
		if it.Brief {
			lines = append(lines, words.Wrap(it.line(), width, 5)...)
		}
	}
	for i, paragraph := range m.Help {
		if i > 0 || len(lines) > 0 {
			lines = append(lines, "")
		}
		for _, line := range words.Wrap(paragraph, width, 0) {
			lines = append(lines, strings.ReplaceAll(line, "\u00a0", " ")) // no line ends at it
		}
	}
	return lines
}

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
		m.said = m.menu.help(m.width)
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
	lines := m.menu.lines(m.width)
	if len(m.said) > 0 {
		lines = append(lines, "")
	}
	for _, s := range m.said {
		lines = append(lines, words.Wrap(s, m.width, 5)...)
	}
	last := "Press a letter; ? for help."
	if m.finished {
		last = "> " + m.chosen
	}
	return strings.Join(append(lines, "", last), "\n") + "\n"
}
