package form

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/viewport"
	tea "github.com/charmbracelet/bubbletea"

	"hygeia/frameworks/words"
)

// panel is the help of a question, to scroll through.
type panel struct {
	look  *look
	text  []paragraph
	view  viewport.Model
	width int
	keys  int // the line where the keys are told; 0 where they come first or not at all
}

func newPanel(l *look, text []paragraph, width, height int) *panel {
	p := &panel{look: l, text: text, view: viewport.New(width, height-1)}
	p.resize(width, height)
	return p
}

func (p *panel) resize(width, height int) {
	p.width = width
	p.view.Width, p.view.Height = width, max(1, height-1)
	var lines []string
	p.keys = 0
	for _, par := range p.text {
		if par.title == theKeys {
			p.keys = len(lines)
		}
		lines = append(lines, p.paragraph(par)...)
	}
	p.view.SetContent(strings.Join(lines, "\n"))
}

func (p *panel) paragraph(par paragraph) []string {
	if len(par.lines) == 0 || len(par.lines) == 1 && par.lines[0] == "" {
		return nil
	}
	var lines []string
	if par.title != "" {
		lines = append(lines, p.look.strong.Render(par.title))
	}
	for _, s := range par.lines {
		lines = append(lines, words.Wrap(s, p.width, par.indent())...)
	}
	return append(lines, "")
}

// key scrolls, and reports whether the help is to be closed. A second ? goes to the
// keys, which stand below all that is to know about a question.
func (p *panel) key(msg tea.KeyMsg) bool {
	switch strings.ToLower(msg.String()) {
	case "?":
		if !p.keysBelow() {
			return true
		}
		p.view.SetYOffset(p.keys)
		return false
	case "esc", "enter", "q":
		return true
	}
	p.view, _ = p.view.Update(msg)
	return false
}

// keysBelow reports whether the keys are not all in the window yet.
func (p *panel) keysBelow() bool { return p.keys > p.view.YOffset && !p.view.AtBottom() }

func (p *panel) lines() []string {
	keys := []string{"Esc closes"}
	if p.keysBelow() {
		keys = append(keys, "? the keys")
	}
	keys = append(keys, "arrows and page keys scroll")
	if below := p.view.TotalLineCount() - p.view.YOffset - p.view.Height; below > 0 {
		keys = slices.Insert(keys, len(keys)-1, words.Count(below, "more line below", "more lines below"))
	}
	return append(strings.Split(p.view.View(), "\n"), flow(keys, " · ", p.width)[0])
}
