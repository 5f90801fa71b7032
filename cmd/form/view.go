package form

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// View draws the whole window, never wider nor longer than it is.
func (m *screen) View() string {
	if m.finished {
		return ""
	}
	return m.look.paint(m.lines(), m.width)
}

func (m *screen) lines() []string {
	switch {
	case tooSmall(m.width, m.height):
		return enlarge(m.width, m.height)
	case m.dialog != nil:
		return m.withTrouble(m.dialog.lines())
	case m.panel != nil:
		return m.panel.lines()
	case m.list != nil:
		return m.list.lines()
	case m.opening:
		return m.openingLines()
	}
	return m.question()
}

// openingLines draws the page before the first question.
func (m *screen) openingLines() []string {
	blocks := []block{{lines: styled(m.look.strong, words.Wrap(m.s.Opening[0], m.width, 0)), rank: 1}, gap}
	for _, paragraph := range m.s.Opening[1:] {
		blocks = append(blocks, block{lines: words.Wrap(paragraph, m.width, 0), rank: 8}, gap)
	}
	keys := flow([]string{"Enter starts", "g go to a question", "q leaves"}, " · ", m.width)
	said := block{lines: styled(m.look.warn, m.noticeLines()), rank: 3}
	return fit(m.height, append(blocks, said, block{fill: true}, block{lines: keys, rank: 2, least: 1}))
}

func enlarge(width, height int) []string {
	lines := words.Wrap(fmt.Sprintf("Please enlarge the window to at least %d columns and %d lines; ctrl+c leaves, and everything is saved.", minWidth, minHeight), max(1, width), 0)
	return lines[:min(len(lines), max(1, height))]
}

// withTrouble keeps the warning in sight while a dialog is open.
func (m *screen) withTrouble(lines []string) []string {
	if m.trouble() != "" {
		lines[len(lines)-1] = m.look.bad.Render(words.Clip(m.trouble(), m.width))
	}
	return lines
}

// question draws the question, or the page after the last one.
func (m *screen) question() []string {
	p, onQuestion := m.here()
	blocks := []block{{lines: []string{m.header()}}, gap}
	if onQuestion {
		blocks = append(blocks, m.body(p)...)
	} else {
		blocks = append(blocks, block{lines: styled(m.look.strong, words.Wrap(m.ending(), m.width, 0)), rank: 1})
	}
	keys := flow(m.shortHints(), " · ", m.width)
	blocks = append(blocks,
		block{lines: styled(m.look.warn, m.noticeLines()), rank: 2, least: 1},
		block{fill: true},
		block{lines: styled(m.look.bad, m.troubleLines()), rank: 2, least: 1},
		block{lines: keys[:1]},
		block{lines: keys[1:], rank: 8},
	)
	return fit(m.height, blocks)
}

func (m *screen) body(p place) []block {
	question := styled(m.look.strong, words.Wrap(p.q.Text, m.width, 0))
	why := words.Wrap("Why: "+p.q.Why, m.width, 0)
	return []block{
		{lines: question, rank: 5, least: 2, more: "… press ? for all of it"}, gap,
		{lines: why, rank: 8, more: "… %d more lines, press ?"}, gap,
		{lines: m.answers.lines(), rank: 1, least: 4}, gap,
		{lines: flow(m.special(p.q), "   ", m.width), rank: 1, least: 1}, gap,
		{lines: words.Wrap(m.present(p.q), m.width, 0), rank: 7, least: 1},
	}
}

// answerRows are the four answers, whole where the window has room for all of
// them and otherwise a line each; the help has them whole.
func (m *screen) answerRows(q *frameworks.Question) []string {
	rows := m.rows(q)
	total := 0
	whole := make([]string, len(rows))
	for i, row := range rows {
		lines := words.Wrap(row, m.width-2, 4)
		total += len(lines)
		whole[i] = strings.Join(lines, "\n")
	}
	// header, two lines of special answers, present answer, notice, footer
	room := m.height - 6 - len(words.Wrap(q.Text, m.width, 0))
	if total <= room {
		return whole
	}
	for i, row := range rows {
		rows[i] = words.Clip(row, m.width-2)
	}
	return rows
}

// header is where the person is, with the section, and with the question's key
// where there is room for it.
func (m *screen) header() string {
	n, of, answered := m.progress()
	p, onQuestion := m.here()
	if !onQuestion {
		return m.look.header.Render(words.Clip(fmt.Sprintf("%s · %s", words.Count(of, "question", "questions"), answered), m.width))
	}
	left := words.Clip(fmt.Sprintf("%d of %d · %s · %s", n, of, answered, p.chapter.Title), m.width)
	if room := m.width - words.Width(left); room > len(p.q.Key)+2 {
		return m.look.header.Render(left) + strings.Repeat(" ", room-len(p.q.Key)) + p.q.Key
	}
	return m.look.header.Render(left)
}

func (m *screen) noticeLines() []string {
	if m.notice == "" {
		return nil
	}
	return words.Wrap(m.notice, m.width, 0)
}

func (m *screen) troubleLines() []string {
	if m.trouble() == "" {
		return nil
	}
	return words.Wrap(m.trouble(), m.width, 0)
}

// styled gives each line a style of its own, so that a line can be left out.
func styled(s lipgloss.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = s.Render(l)
	}
	return out
}
