package form

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// keyed is a screen that takes keys one at a time.
type keyed interface {
	tea.Model
	key(tea.KeyMsg) tea.Cmd
	wantsText() bool            // letters are text just now, not keys
	pasted(text string) tea.Cmd // text that came all at once, and so acts as no key
	over() bool                 // no key matters any more
}

// gate stands between the terminal and a screen and tells keys from text. A
// console on Windows, and any terminal without brackets around a paste, hands a
// pasted line over as if somebody had typed it; then its letters would answer
// questions.
//
// So keys wait until nothing has come for a moment. Four or more of them, or a
// line end together with others, are a burst: nobody types that fast. A burst is
// given to the screen as text; anything less acts as it was typed. Line ends
// alone are Enter held down, and arrow keys are never text.
//
// In a text field letters need not wait, they are text anyway. There a line end
// waits: one that comes with text in the same moment belongs to it and does not
// end the field.
type gate struct {
	screen keyed
	held   []tea.KeyMsg // what came and has not acted yet
	typed  bool         // text went into a field in this moment
	tail   bool         // a burst came just now, and this may be more of it
	turn   int          // of the pause that counts; an older one is overtaken
}

// A moment is two beats, so that a computer that stood still for a while, with
// keys waiting to be handed over, is not taken for a pause in them.
const (
	beat      = 10 * time.Millisecond
	moment    = 2
	tailBeats = 20 // how long after a burst what comes still belongs to it
	burst     = 4  // as many keys in a moment are no typing
)

// pause is sent when nothing came for so many beats.
type pause struct{ turn, beats int }

func newGate(s keyed) *gate { return &gate{screen: s} }

// Init asks for what the screen asks for.
func (g *gate) Init() tea.Cmd { return g.screen.Init() }

// View draws the screen.
func (g *gate) View() string { return g.screen.View() }

// Update takes a message and gives the screen what it means.
func (g *gate) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return g, g.take(msg)
	case pause:
		return g, g.paused(msg)
	case inputEnded: // what came before it counts
		settled := g.settle()
		_, cmd := g.screen.Update(msg)
		return g, tea.Batch(settled, cmd)
	}
	_, cmd := g.screen.Update(msg)
	return g, cmd
}

// take takes a key in.
func (g *gate) take(msg tea.KeyMsg) tea.Cmd {
	switch {
	case msg.Paste:
		return tea.Batch(g.settle(), g.screen.pasted(string(msg.Runes)))
	case len(g.held) == 0 && g.screen.wantsText() && !ends(msg):
		cmd := g.screen.key(msg)
		if isText(msg) {
			g.typed = true
			return tea.Batch(cmd, g.wait())
		}
		return cmd
	}
	first := len(g.held) == 0
	g.held = append(g.held, split(msg)...)
	if letters, _ := g.count(); first || letters > 0 {
		return g.wait()
	}
	return nil // Enter held down acts as it comes, and not only when it is let go
}

// split takes apart what bubbletea merges: all letters of one read come as one
// message, so a quick "43" would match no key and be lost.
func split(msg tea.KeyMsg) []tea.KeyMsg {
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 || msg.Alt {
		return []tea.KeyMsg{msg}
	}
	keys := make([]tea.KeyMsg, len(msg.Runes))
	for i, r := range msg.Runes {
		keys[i] = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
	}
	return keys
}

// wait begins a pause; one begun before is overtaken.
func (g *gate) wait() tea.Cmd {
	g.turn++
	return tick(pause{g.turn, 1})
}

func tick(p pause) tea.Cmd { return tea.Tick(beat, func(time.Time) tea.Msg { return p }) }

func (g *gate) paused(p pause) tea.Cmd {
	if p.turn != g.turn {
		return nil
	}
	var cmd tea.Cmd
	if p.beats == moment {
		cmd = g.settle()
	}
	switch {
	case p.beats < moment, g.tail && p.beats < tailBeats:
		return tea.Batch(cmd, tick(pause{p.turn, p.beats + 1}))
	}
	g.tail = false
	return cmd
}

// settle gives the screen what was held: keys, or text.
func (g *gate) settle() tea.Cmd {
	held, text := g.held, g.isBurst()
	g.held, g.typed = nil, false
	if len(held) == 0 {
		return nil
	}
	if text {
		g.tail = true
		return g.screen.pasted(textOf(held))
	}
	var cmds []tea.Cmd
	for _, k := range held {
		if g.screen.over() {
			break
		}
		cmds = append(cmds, g.screen.key(k))
	}
	return tea.Batch(cmds...)
}

// isBurst reports whether what is held is text and no keys.
func (g *gate) isBurst() bool {
	letters, lineEnds := g.count()
	switch {
	case g.tail:
		return letters+lineEnds > 0
	case g.screen.wantsText():
		return lineEnds > 0 && (letters > 0 || g.typed)
	}
	return letters >= burst || letters > 0 && lineEnds > 0
}

// count returns how many of the held keys are letters and how many end a line.
// A tab is a letter of a text; in a field it goes on, as Enter does.
func (g *gate) count() (letters, lineEnds int) {
	field := g.screen.wantsText()
	for _, k := range g.held {
		switch {
		case k.Type == tea.KeyEnter || k.Type == tea.KeyCtrlJ, field && k.Type == tea.KeyTab:
			lineEnds++
		case isText(k):
			letters++
		}
	}
	return letters, lineEnds
}

// ends reports whether a key could end a field.
func ends(k tea.KeyMsg) bool { return k.Type == tea.KeyEnter || k.Type == tea.KeyTab }

// isText reports whether a key is a character of a text within a line.
func isText(k tea.KeyMsg) bool {
	return !k.Alt && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace || k.Type == tea.KeyTab)
}

// textOf writes keys as the text they were.
func textOf(keys []tea.KeyMsg) string {
	var b strings.Builder
	for _, k := range keys {
		switch {
		case k.Type == tea.KeyEnter || k.Type == tea.KeyCtrlJ:
			b.WriteByte('\n')
		case k.Type == tea.KeyTab:
			b.WriteByte('\t')
		case isText(k):
			b.WriteString(string(k.Runes))
		}
	}
	return b.String()
}
