package form

import (
	"time"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// The smallest window a question fits into.
const (
	minWidth  = 40
	minHeight = 12
)

// autosave is how often half-typed notes are kept.
const autosave = 2 * time.Second

// keepDraft is the tick that keeps them. It belongs to one dialog.
type keepDraft struct{ of *dialog }

// screen is the questionnaire as a Bubble Tea model. It only draws the core and
// turns keys into acts.
type screen struct {
	*core
	look          *look
	width, height int

	answers *picker // the four levels
	dialog  *dialog // an inquiry in front of the question; nil if there is none
	panel   *panel  // the help in front of the question
	list    *jump   // the list of questions to go to

	came  string   // what came all at once and is shown
	paste *inquiry // that asks about it

	outcome  Outcome
	finished bool // outcome is the person's doing; never inferred from Run's error
	warned   bool // was told that leaving loses what is not saved
}

func newScreen(t Terminal, c *core) *screen {
	m := &screen{core: c, look: newLook(t.Out, t.Color)}
	m.width, m.height = t.size()
	m.build()
	return m
}

// Init asks for nothing: the first screen is ready.
func (m *screen) Init() tea.Cmd { return nil }

// Update takes a message. Everything it changes in the quarter is saved before
// it returns, and so before anything is drawn.
func (m *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case inputEnded:
		return m, m.finish(Interrupted)
	case keepDraft:
		return m, m.keepDraft(msg)
	case tea.KeyMsg:
		return m, m.key(msg)
	}
	return m, nil
}

// wantsText reports whether letters are text just now.
func (m *screen) wantsText() bool {
	return m.list != nil || m.dialog != nil && m.dialog.wantsText()
}

func (m *screen) over() bool { return m.finished }

// pasted takes text that came all at once: where a text is wanted it is that, and
// on a question it is offered for the note.
func (m *screen) pasted(s string) tea.Cmd {
	p, onQuestion := m.here()
	switch {
	case m.finished:
		return tea.Quit
	case m.list != nil:
		m.list.pasted(s)
	case m.paste != nil && m.dialog != nil && m.dialog.inquiry == m.paste:
		return m.offer(p, m.came+s)
	case m.dialog != nil:
		m.dialog.pasted(s)
	case m.opening || !onQuestion:
		m.panel = nil
		m.say("%s", cameAtOnce(s))
	default:
		m.panel = nil
		return m.offer(p, s)
	}
	return nil
}

// offer asks whether what came all at once belongs into the note.
func (m *screen) offer(p place, came string) tea.Cmd {
	if words.Clean(came) == "" {
		return nil
	}
	m.notice = ""
	m.came, m.paste = came, m.askPaste(p.q, came)
	return m.begin(m.paste)
}

// key takes one key.
func (m *screen) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case m.finished:
		return tea.Quit
	case msg.Type == tea.KeyCtrlC:
		return m.finish(Interrupted)
	case tooSmall(m.width, m.height):
		return nil // nobody answers what they cannot read
	case m.dialog != nil:
		return m.dialogKey(msg)
	case m.panel != nil:
		if m.panel.key(msg) {
			m.panel = nil
		}
		return nil
	case m.list != nil:
		m.listKey(msg)
		return nil
	case m.opening:
		return m.openingKey(msg)
	}
	return m.questionKey(msg)
}

// openingKey takes a key on the page before the first question. What is typed
// ahead answers nothing there.
func (m *screen) openingKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case msg.Type == tea.KeyEnter:
		m.opening, m.notice = false, ""
	case msg.Type == tea.KeyRunes && !msg.Alt:
		switch a, _ := pressed(string(msg.Runes)); a.verb {
		case goTo, quit:
			return m.act(a)
		}
		m.say("Nothing is asked on this page yet: Enter starts, g goes to a question, q leaves.")
	}
	return nil
}

func tooSmall(width, height int) bool { return width < minWidth || height < minHeight }

// questionKey takes a key on the question itself.
func (m *screen) questionKey(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyEnter:
		return m.enter()
	case tea.KeyLeft:
		return m.act(act{verb: back})
	case tea.KeyRight:
		return m.act(act{verb: skip})
	case tea.KeyRunes:
		if a, ok := pressed(string(msg.Runes)); ok && !msg.Alt {
			return m.act(a)
		}
		m.say("%s does nothing here; press ? twice for the keys.", words.Clip(words.Visible(string(msg.Runes)), 10))
	case tea.KeySpace:
		m.say("The space bar does nothing here; press ? twice for the keys.")
	}
	if m.answers != nil {
		m.answers.move(msg)
	}
	return nil
}

// enter answers with the lit level. Unless the person moved there, that is the
// present answer, and Enter only goes on; on a carried answer not even that,
// because then Enter held down would confirm what nobody read.
func (m *screen) enter() tea.Cmd {
	p, onQuestion := m.here()
	if !onQuestion {
		return m.act(act{verb: skip})
	}
	row, lit := m.answers.row()
	switch {
	case lit && m.answers.moved:
		return m.act(act{verb: answerLevel, level: frameworks.Level(row)})
	case m.open(p.q):
		m.say("Choose an answer: %s.", choices(p.q))
	case m.unconfirmed(p.q):
		m.say("This answer is carried: t says it is still true, or choose another; s skips it.")
	default:
		return m.act(act{verb: skip})
	}
	return nil
}

// act carries out an act and shows what comes of it.
func (m *screen) act(a act) tea.Cmd {
	m.notice = ""
	if a.verb != quit {
		m.warned = false
	}
	p, onQuestion := m.here()
	switch a.verb {
	case quit:
		return m.quit()
	case help:
		var text []paragraph
		if onQuestion {
			text = m.helpFor(p.q)
		}
		m.panel = newPanel(m.look, append(text, m.keyHelp()), m.width, m.height)
		return nil
	case goTo:
		m.list = newJump(m.look, m.core, m.width, m.height)
		return nil
	}
	return m.begin(m.do(a))
}

// begin opens the dialog for an inquiry, if there is one, and draws the place
// where the person is now.
func (m *screen) begin(in *inquiry) tea.Cmd {
	m.dialog = nil
	switch {
	case m.reset:
		return m.finish(Undone)
	case m.core.over:
		return m.finish(Done)
	}
	m.build()
	if in == nil {
		return nil
	}
	m.dialog = newDialog(m.look, in, m.width, m.height)
	if in.draft == nil {
		return nil
	}
	return m.tick()
}

func (m *screen) dialogKey(msg tea.KeyMsg) tea.Cmd {
	d := m.dialog
	switch d.key(msg) {
	case left:
		m.abandon(d.inquiry)
		return m.begin(nil)
	case ended:
		return m.begin(d.finish(d.got))
	}
	return nil
}

// tick asks for the next moment to keep a half-typed note.
func (m *screen) tick() tea.Cmd {
	of := m.dialog
	return tea.Tick(autosave, func(time.Time) tea.Msg { return keepDraft{of} })
}

func (m *screen) keepDraft(msg keepDraft) tea.Cmd {
	if m.dialog == nil || m.dialog != msg.of {
		return nil
	}
	m.dialog.draft(m.dialog.typed)
	return m.tick()
}

// end keeps a half-typed note when the sitting ends in the middle of it.
func (m *screen) end() {
	if m.dialog != nil && m.dialog.draft != nil && utf8.ValidString(m.dialog.typed) {
		m.dialog.draft(m.dialog.typed)
	}
}

func (m *screen) listKey(msg tea.KeyMsg) {
	key, done := m.list.key(msg)
	if !done {
		return
	}
	m.list = nil
	m.notice = ""
	if key != "" {
		m.goTo(key)
	}
	m.build()
}

// quit leaves at once if everything is saved, and otherwise says so first.
func (m *screen) quit() tea.Cmd {
	if m.leave() == nil || m.warned {
		return m.finish(Stopped)
	}
	m.warned = true
	m.say("Press q again to leave all the same; what is not saved is then lost.")
	return nil
}

// finish ends it. What comes after the first end, such as the end of the input
// while bubbletea is still about to quit, changes nothing.
func (m *screen) finish(o Outcome) tea.Cmd {
	if !m.finished {
		m.outcome, m.finished = o, true
	}
	return tea.Quit
}

func (m *screen) resize(width, height int) {
	if width <= 0 || height <= 0 {
		return // some terminals do not know their size
	}
	m.width, m.height = width, height
	m.rebuild()
	if m.dialog != nil {
		m.dialog.resize(width, height)
	}
	if m.panel != nil {
		m.panel.resize(width, height)
	}
	if m.list != nil {
		m.list.resize(width, height)
	}
}

// build makes the picker for the question that is asked now.
func (m *screen) build() {
	m.answers = nil
	p, onQuestion := m.here()
	if !onQuestion {
		return
	}
	start := -1
	if now := m.answer(p.q); !m.open(p.q) && now.State == assess.Levelled {
		start = int(now.Level)
	}
	m.answers = newPicker(m.look, m.answerRows(p.q), start, m.width)
}

// rebuild makes the picker anew for another width and keeps its cursor.
func (m *screen) rebuild() {
	old := m.answers
	m.build()
	if old == nil || m.answers == nil {
		return
	}
	if row, lit := old.row(); lit {
		p, _ := m.here()
		m.answers = newPicker(m.look, m.answerRows(p.q), row, m.width)
		m.answers.moved = old.moved
	}
}
