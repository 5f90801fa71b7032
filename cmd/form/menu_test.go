package form

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

var testMenu = &Menu{
	Items: []MenuItem{{Key: "a", Word: "answer", What: "go on where you stopped"}, {Key: "r", Word: "report", What: "write the board PDF"}},
	Help:  []string{"A letter chooses."},
}

// In the menu no digit and no Enter does anything, capitals make no difference,
// and what comes all at once chooses nothing.
func TestMenuKeys(t *testing.T) {
	key := func(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }
	for _, c := range []struct {
		name    string
		keys    []tea.KeyMsg
		chosen  string
		outcome Outcome
		says    string // where nothing is chosen
	}{
		{name: "letter", keys: []tea.KeyMsg{key("r")}, chosen: "r", outcome: Done},
		{name: "capital", keys: []tea.KeyMsg{key("A")}, chosen: "a", outcome: Done},
		{name: "quit", keys: []tea.KeyMsg{key("q")}, chosen: "q", outcome: Stopped},
		{name: "ctrl-c", keys: []tea.KeyMsg{{Type: tea.KeyCtrlC}}, outcome: Interrupted},
		{name: "enter", keys: []tea.KeyMsg{{Type: tea.KeyEnter}}, says: "Nothing is chosen. The letters are a, r, q."},
		{name: "digit", keys: []tea.KeyMsg{key("1")}, says: "1 does nothing here."},
		{name: "help", keys: []tea.KeyMsg{key("?")}, says: "A letter chooses."},
		{name: "arrow", keys: []tea.KeyMsg{{Type: tea.KeyDown}}, says: "Press a letter"},
		{name: "nothing after the end", keys: []tea.KeyMsg{key("q"), key("r")}, chosen: "q", outcome: Stopped},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := &menuScreen{menu: testMenu, width: 80}
			for _, k := range c.keys {
				m.Update(k)
			}
			if finished := c.says == ""; m.finished != finished || m.chosen != c.chosen || m.outcome != c.outcome {
				t.Errorf("finished %t, chosen %q, %s", m.finished, m.chosen, m.outcome)
			}
			if !strings.Contains(m.View(), c.says) {
				t.Errorf("the menu does not say %q:\n%s", c.says, m.View())
			}
		})
	}
}

// A brief thing to do stands with others on a line, is chosen like them, and the help
// says what it does.
func TestBriefMenu(t *testing.T) {
	menu := &Menu{Items: []MenuItem{{Key: "a", Word: "answer", What: "go on"}, {Key: "g", Word: "guide", What: "step by step", Brief: true}}}
	if got, want := strings.Join(menu.lines(80), "\n"), "  a  answer: go on\n  g guide · q quit"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := menu.Height(80); got != 4 {
		t.Errorf("%d lines, want 4 with the prompt", got)
	}
	if key, ok := menu.find("guide"); key != "g" || !ok {
		t.Errorf("guide chooses %q", key)
	}
	if help := strings.Join(menu.help(80), "\n"); !strings.Contains(help, "g  guide: step by step") {
		t.Errorf("the help says %s", help)
	}
}

func TestMenuTakesNoPaste(t *testing.T) {
	m := &menuScreen{menu: testMenu, width: 80}
	g := newGate(m)
	for _, r := range "rqar\r" {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		if r == '\r' {
			k = tea.KeyMsg{Type: tea.KeyEnter}
		}
		g.Update(k)
	}
	g.settle()
	if m.finished || !strings.Contains(m.View(), "came all at once") {
		t.Errorf("a paste chose %q:\n%s", m.chosen, m.View())
	}
}

func TestMenuFitsNarrowWindows(t *testing.T) {
	m := &menuScreen{menu: testMenu, width: 20}
	for line := range strings.SplitSeq(m.View(), "\n") {
		if len(line) > 30 { // the line of keys is cut by the terminal
			t.Errorf("%q is wider than the window", line)
		}
	}
}

func TestPlainMenu(t *testing.T) {
	for _, c := range []struct {
		name, typed, chosen string
		outcome             Outcome
		says                string
	}{
		{"letter", "r\n", "r", Done, ""},
		{"word", "Report\n", "r", Done, ""},
		{"enter and digits first", "\n2\nq\n", "q", Stopped, "2 does nothing here. The letters are a, r, q."},
		{"help", "?\na\n", "a", Done, "A letter chooses."},
		{"end of input", "", "", Stopped, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			key, outcome, err := PlainMenu(context.Background(), Terminal{In: strings.NewReader(c.typed), Out: &out, Width: 80}, testMenu)
			if err != nil || key != c.chosen || outcome != c.outcome {
				t.Errorf("chosen %q, %s, %v", key, outcome, err)
			}
			if !strings.Contains(out.String(), c.says) || !strings.Contains(out.String(), "r  report: write the board PDF") {
				t.Errorf("printed:\n%s", out.String())
			}
		})
	}
}

// Lines that a person at a terminal pasted choose nothing.
func TestPlainMenuTakesNoPaste(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		in := &oneByOne{lines: []string{"r\nq\n", "a\n"}}
		key, outcome, err := PlainMenu(context.Background(), Terminal{In: NewTyped(in), Out: &out, Width: 80}, testMenu)
		if err != nil || key != "a" || outcome != Done {
			t.Errorf("chosen %q, %s, %v:\n%s", key, outcome, err, out.String())
		}
		time.Sleep(time.Minute) // what reads ahead comes to the end
	})
}

// oneByOne gives one text at a time, as a person does, by the clock of synctest.
type oneByOne struct{ lines []string }

func (s *oneByOne) Read(b []byte) (int, error) {
	time.Sleep(time.Second)
	if len(s.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(b, s.lines[0])
	s.lines = s.lines[1:]
	return n, nil
}
