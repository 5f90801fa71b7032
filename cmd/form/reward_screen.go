package form

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/frameworks/words"
)

// rewardScreen draws the page after the last question.
type rewardScreen struct {
	*Reward
	look          *look
	width, height int
	panel         *panel  // the help in front of it
	dialog        *dialog // the other sets in front of it
	notice        string
	ways          Ways
	outcome       Outcome
	finished      bool
}

func newRewardScreen(t Terminal, r *Reward) *rewardScreen {
	m := &rewardScreen{Reward: r, look: newLook(t.Out, t.Color), notice: r.Notice}
	m.width, m.height = t.size()
	return m
}

// Init asks for nothing.
func (m *rewardScreen) Init() tea.Cmd { return nil }

// Update takes a message.
func (m *rewardScreen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case inputEnded:
		return m, m.finish(Interrupted)
	case tea.KeyMsg:
		return m, m.key(msg)
	}
	return m, nil
}

func (m *rewardScreen) resize(width, height int) {
	if width <= 0 || height <= 0 {
		return
	}
	m.width, m.height = width, height
	if m.panel != nil {
		m.panel.resize(width, height)
	}
	if m.dialog != nil {
		m.dialog.resize(width, height)
	}
}

func (m *rewardScreen) over() bool      { return m.finished }
func (m *rewardScreen) wantsText() bool { return false }

// pasted shows text that came all at once; there is no place for it here.
func (m *rewardScreen) pasted(s string) tea.Cmd {
	if m.dialog != nil {
		m.dialog.pasted(s)
		return nil
	}
	m.panel, m.notice = nil, cameAtOnce(s)
	return nil
}

func (m *rewardScreen) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case m.finished:
		return tea.Quit
	case msg.Type == tea.KeyCtrlC:
		return m.finish(Interrupted)
	case tooSmall(m.width, m.height):
		return nil
	case m.panel != nil:
		if m.panel.key(msg) {
			m.panel = nil
		}
		return nil
	case m.dialog != nil:
		return m.dialogKey(msg)
	case msg.Type == tea.KeyEsc:
		return m.finish(Done)
	case msg.Type == tea.KeyEnter:
		m.notice = "Choose a letter; q stops here."
	case msg.Type == tea.KeyRunes && !msg.Alt:
		return m.letter(strings.ToLower(string(msg.Runes)))
	}
	return nil
}

func (m *rewardScreen) letter(key string) tea.Cmd {
	m.notice = ""
	switch {
	case key == "q":
		return m.finish(Done)
	case key == "u" && m.Undo:
		m.ways.Undo = true
		return m.finish(Done)
	case key == "?":
		m.panel = newPanel(m.look, m.help(), m.width, m.height)
	case key == goOnKey && m.Next != nil:
		m.ways.Set = m.Next.ID
		return m.finish(Done)
	case key == moreKey && len(m.More) > 0:
		in := choiceInquiry("Which set of questions?", m.More, func(c Choice) { m.ways.Set = c.ID })
		m.dialog = newDialog(m.look, in, m.width, m.height)
	default:
		m.notice = fmt.Sprintf("%s does nothing here; ? lists the keys.", words.Clip(words.Visible(key), 10))
	}
	return nil
}

func (m *rewardScreen) dialogKey(msg tea.KeyMsg) tea.Cmd {
	switch m.dialog.key(msg) {
	case left:
		m.dialog = nil
	case ended:
		m.dialog.finish(m.dialog.got)
		return m.finish(Done)
	}
	return nil
}

// finish ends it; what comes after the first end changes nothing.
func (m *rewardScreen) finish(o Outcome) tea.Cmd {
	if !m.finished {
		m.outcome, m.finished = o, true
	}
	return tea.Quit
}

// View draws the whole window.
func (m *rewardScreen) View() string {
	if m.finished {
		return ""
	}
	return m.look.paint(m.lines(), m.width)
}

func (m *rewardScreen) lines() []string {
	switch {
	case tooSmall(m.width, m.height):
		return enlarge(m.width, m.height)
	case m.panel != nil:
		return m.panel.lines()
	case m.dialog != nil:
		return m.dialog.lines()
	}
	blocks := []block{{lines: styled(m.look.strong, words.Wrap(m.Title, m.width, 0)), rank: 2, least: 1}, gap}
	for _, s := range m.Result {
		blocks = append(blocks, block{lines: words.Wrap(s, m.width, 0), rank: 4, least: 1})
	}
	if len(m.Steps) > 0 {
		blocks = append(blocks, gap, block{lines: styled(m.look.strong, []string{"What to do first"}), rank: 5})
	}
	for i := range m.Steps {
		blocks = append(blocks, m.step(&m.Steps[i])...)
	}
	if m.Next != nil {
		blocks = append(blocks, gap, block{lines: words.Wrap("Suggested next: "+m.Next.Title+". "+m.Next.Detail, m.width, 0), rank: 3, least: 1})
	}
	return fit(m.height, append(blocks, gap,
		block{lines: styled(m.look.warn, m.said()), rank: 2, least: 1},
		block{fill: true},
		block{lines: flow(m.keys(), " · ", m.width), rank: 1, least: 1},
	))
}

// step is what to do and, below it, the help, its whole address on lines of their own.
func (m *rewardScreen) step(s *FirstStep) []block {
	blocks := []block{{lines: words.Wrap("- "+s.Title+": "+s.Do, m.width, 2), rank: 7, least: 1, trail: true}}
	if s.Help == "" {
		return blocks
	}
	help := []string{words.Clip("  Free help: "+s.Help, m.width)}
	help = append(help, words.Wrap("  "+s.URL, m.width, 2)...) // cut short it could not be typed off
	return append(blocks, block{lines: help, rank: 8})
}

func (m *rewardScreen) said() []string {
	if m.notice == "" {
		return nil
	}
	return words.Wrap(m.notice, m.width, 0)
}

func (m *rewardScreen) keys() []string {
	var keys []string
	for _, h := range m.hints() {
		keys = append(keys, h.key+" "+h.short)
	}
	return keys
}
