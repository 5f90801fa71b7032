package form

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"hygeia/assess"
	"hygeia/frameworks"
)

var today = assess.Date{Year: 2026, Month: 7, Day: 14}

// scan is the help that every question names.
var scan = &frameworks.Resource{ID: "r", Title: "Free scans", URL: "https://www.example.gov/scan", Cost: "free", Country: "us", Kind: "service", Status: "attested"}

// question makes a question of usual length.
func question(key string, mustApply bool) *frameworks.Question {
	return &frameworks.Question{
		Key: key, Title: "Title of " + key, Revision: 1,
		Text: "Does everyone do " + key + " every time?",
		Why:  "Without it a stranger could lock up the records and stop care for days, and nobody would notice in time.",
		Help: "A phone app counts; a second password does not.",
		Wording: [4]string{
			"Nothing is in place, or it is only planned.",
			"Some people do it, or only some systems have it.",
			"Nearly all have it; the exceptions are on a list.",
			"Everyone and everything has it, vendors included.",
		},
		LookFor:   []string{"A report", "A list of exceptions"},
		Ask:       []string{"it", "msp"},
		MustApply: mustApply,
		Fresh:     365,
		Fix:       frameworks.Fix{Do: "Turn it on for email first.", Effort: frameworks.SmallEffort, Resources: []*frameworks.Resource{scan}},
	}
}

// hospital is a session of two chapters: three questions, the first of which
// must apply, and two. It counts the saves.
type hospital struct {
	Session
	saves int
	fail  error // what Save returns
}

func newHospital() *hospital {
	h := &hospital{}
	h.Library = &frameworks.Library{Resources: []*frameworks.Resource{scan}}
	h.Assessment = &assess.Assessment{
		Period:  assess.Quarter{Year: 2026, N: 3},
		Answers: map[string]assess.Answer{},
	}
	h.Chapters = []Chapter{
		{ID: "essential", Title: "Essential goals", Questions: []*frameworks.Question{
			question("mfa", true), question("training", false), question("backups", false)}},
		{ID: "enhanced", Title: "Enhanced goals", Questions: []*frameworks.Question{
			question("inventory", false), question("drills", false)}},
	}
	h.By, h.Today, h.Path = "Ann", today, "/tmp/clinic"
	h.Save = func() error {
		h.saves++
		return h.fail
	}
	return h
}

// thirty is a session of thirty questions that must not all apply.
func thirty() *hospital {
	h := newHospital()
	h.Chapters = []Chapter{{ID: "all", Title: "Thirty"}}
	for i := range 30 {
		h.Chapters[0].Questions = append(h.Chapters[0].Questions, question(fmt.Sprintf("q%02d", i+1), false))
	}
	return h
}

// carry gives every question an answer from the quarter before.
func (h *hospital) carry(level frameworks.Level) {
	for _, ch := range h.Chapters {
		for _, q := range ch.Questions {
			h.Assessment.Answers[q.Key] = assess.Answer{
				State: assess.Levelled, Level: level, Revision: q.Revision, By: "Bo",
				Recorded: assess.Date{Year: 2026, Month: 5, Day: 2},
				Changed:  assess.Quarter{Year: 2026, N: 2},
				Carried:  assess.Quarter{Year: 2026, N: 2},
				Note:     "from spring",
			}
		}
	}
}

// words returns the answers as "mfa=yes training=unknown", in asking order.
func (h *hospital) words() string {
	var words []string
	for _, ch := range h.Chapters {
		for _, q := range ch.Questions {
			if ans := h.Assessment.Answers[q.Key]; ans.State != assess.Open {
				words = append(words, q.Key+"="+ans.Word())
			}
		}
	}
	return strings.Join(words, " ")
}

// driver types into the model and looks at what it draws.
type driver struct {
	t *testing.T
	m *screen
	g *gate
}

func (h *hospital) open(t *testing.T) *driver {
	t.Helper()
	return h.openAt(t, Terminal{Out: io.Discard, Width: 80, Height: 24})
}

func (h *hospital) openAt(t *testing.T, term Terminal) *driver {
	t.Helper()
	m := newScreen(term, newCore(&h.Session))
	return &driver{t, m, newGate(m)}
}

// named are the keys that are not letters.
var named = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "ctrl+c": tea.KeyCtrlC, "ctrl+v": tea.KeyCtrlV, "ctrl+e": tea.KeyCtrlE,
	"ctrl+j": tea.KeyCtrlJ, "ctrl+u": tea.KeyCtrlU, "backspace": tea.KeyBackspace, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
}

func msgFor(s string) tea.KeyMsg {
	if typ, ok := named[s]; ok {
		return tea.KeyMsg{Type: typ}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)}
}

// press types keys, with a pause after each; a key of several letters is what
// bubbletea makes of letters typed at once.
func (d *driver) press(keys ...string) *driver {
	d.t.Helper()
	for _, k := range keys {
		d.burst(k)
	}
	return d
}

// each types the letters of a text one by one.
func (d *driver) each(letters string) *driver {
	d.t.Helper()
	for _, r := range letters {
		d.press(string(r))
	}
	return d
}

// burst sends keys without a pause between them.
func (d *driver) burst(keys ...string) *driver {
	d.t.Helper()
	for _, k := range keys {
		d.g.Update(msgFor(k))
	}
	settle(d.g)
	d.check()
	return d
}

// settle lets the gate's pause pass.
func settle(g *gate) {
	for beats := 1; beats <= tailBeats; beats++ {
		g.Update(pause{g.turn, beats})
	}
}

// paste sends what a terminal with brackets around a paste sends.
func (d *driver) paste(s string) {
	d.g.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true})
	settle(d.g)
	d.check()
}

func (d *driver) resize(w, h int) *driver {
	d.t.Helper()
	d.m.Update(tea.WindowSizeMsg{Width: w, Height: h})
	d.check()
	return d
}

// check is true of every screen: no line wider than the window, and exactly as
// many lines as it has.
func (d *driver) check() {
	d.t.Helper()
	if d.m.finished {
		return
	}
	checkScreen(d.t, d.m.View(), d.m.width, d.m.height)
}

func checkScreen(t *testing.T, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > height || !tooSmall(width, height) && len(lines) != height {
		t.Errorf("%d lines in a window of %d:\n%s", len(lines), height, view)
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > width {
			t.Errorf("a line of %d columns in a window of %d: %q", w, width, l)
		}
	}
}

// text is the screen without styling.
func (d *driver) text() string { return ansi.Strip(d.m.View()) }

func (d *driver) sees(parts ...string) *driver {
	d.t.Helper()
	text := d.text()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			d.t.Errorf("the screen lacks %q:\n%s", part, text)
		}
	}
	return d
}

func (d *driver) lacks(parts ...string) *driver {
	d.t.Helper()
	for _, part := range parts {
		if strings.Contains(d.text(), part) {
			d.t.Errorf("the screen should not have %q:\n%s", part, d.text())
		}
	}
	return d
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// plainly runs the plain mode over an input and returns what it printed.
func (h *hospital) plainly(t *testing.T, input string) (string, Outcome) {
	t.Helper()
	var out bytes.Buffer
	outcome, err := Plain(context.Background(), Terminal{In: strings.NewReader(input), Out: &out, Width: 80}, &h.Session)
	if err != nil && h.fail == nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(out.String(), func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); i >= 0 {
		t.Errorf("plain mode printed a control character at %d: %q", i, out.String())
	}
	return out.String(), outcome
}

func ExampleOutcome() {
	fmt.Println(Done, Stopped, Interrupted, Undone)
	// Output: done stopped interrupted undone
}
