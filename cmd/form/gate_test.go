package form

import (
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"hygeia/frameworks"
)

// bursts are keys that come all at once: four and more, or a line end with others.
var bursts = [][]string{
	{"4321"}, {"4", "3", "2", "1"}, {"4", "enter"}, {"enter", "4"}, {"4", "enter", "q"}, {"q", "ctrl+j"},
	{"Ticket from MSP:", "enter", "4 of 5 firewalls patched", "enter", "quit"},
	{"4", "up", "enter"}, {"y\t", "enter"}, {strings.Repeat("4", 300)},
}

// A burst answers, leaves and approves nothing, on no screen.
func TestBurstActsOnNoScreen(t *testing.T) {
	for name, open := range map[string][]string{
		"question": nil, "lit question": {"down", "down"}, "another way": {"5"}, "how far": {"5", "2"}, "does not apply": {"s", "6"},
		"section": {"-"}, "its reason": {"-", "y"}, "note": {"n"}, "proof": {"p"}, "what proof": {"p", "3"}, "help": {"?"}, "list": {"g"},
		"clear": {"n", "a word", "enter", "4", "b", "x"}, "the end": {"s", "s", "s", "s", "s"},
	} {
		for _, keys := range bursts {
			h := newHospital()
			d := h.open(t).press(open...)
			before, saves := h.words(), h.saves
			d.burst(keys...)
			if h.words() != before || h.saves != saves || d.m.finished {
				t.Errorf("%s: %q acted: %q became %q, %d saves, finished %t", name, keys, before, h.words(), h.saves-saves, d.m.finished)
			}
		}
	}
}

func TestBurstConfirmsAndStartsNothing(t *testing.T) {
	for _, keys := range bursts {
		h := newHospital().rerun()
		d := h.open(t).burst(keys...).sees("Enter starts", "came all at once")
		d.press("enter").burst("tttt").sees("put it into the note?")
		equal(t, "carried", carried(h.Assessment.Answers["training"]), true)
		equal(t, "saves", h.saves, 0)

		h = newHospital()
		h.carry(frameworks.Mostly)
		h.open(t).press("4").sees("Why?").burst(keys...).sees("Why?", "came all at once", "Esc leaves")
		equal(t, "saves", h.saves, 0)

		p := plans(t)
		p.open(t).press("1", "4").sees(planAsk).burst(keys...).sees(planAsk, "came all at once")
	}
}

// Typing is none: three keys at once on a slow line, Enter held down, arrows and
// Enter from quick fingers.
func TestTypingIsNoBurst(t *testing.T) {
	h := newHospital()
	d := h.open(t).burst("43", "0").burst(strings.Split(strings.Repeat("enter ", 19)+"enter", " ")...).sees("4 of 5", "Choose an answer")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown")
	d.burst("down", "down", "enter")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown inventory=partly")
}

// The end of a long paste may come a little later, when its beginning is on the
// screen already. It is text as well.
func TestTailOfABurst(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	for _, k := range []string{"first", "enter"} {
		d.g.Update(msgFor(k))
	}
	d.g.Update(pause{d.g.turn, moment})
	d.sees("put it into the note?")
	d.g.Update(msgFor("n"))
	d.g.Update(pause{d.g.turn, moment})
	d.sees("Put it into the note?", "first", "n").lacks("of 2,000 characters")
	d.g.Update(pause{d.g.turn, tailBeats})
	d.press("n").sees("7 of 2,000 characters", "first").press("enter").sees("The note is kept for the answer.")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "first\nn")
}

func TestBurstIsPutIntoTheNote(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("0", "b").burst("Ticket from MSP:", "enter", "4 of 5 firewalls patched").sees("Ticket from MSP:", "4 of 5 firewalls", "Put it into the note?")
	d.press("enter").sees("Choose one").press("N", "!", "enter").sees("The note is kept.", "It has a note.")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "Ticket from MSP:\n4 of 5 firewalls patched!")
	d.burst("more", "enter").press("n").sees("patched!", "more").press("esc").sees("Nothing was changed.")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "Ticket from MSP:\n4 of 5 firewalls patched!")
	d.burst("more", "enter").press("d").sees("dropped; nothing was changed")
	d.paste("in brackets")
	d.press("n", "enter")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "Ticket from MSP:\n4 of 5 firewalls patched!\nin brackets")
	equal(t, "answers", h.words(), "mfa=unknown")
}

// In a field a line end that comes with text belongs to it; one on its own ends it.
func TestBurstInAField(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("n").burst("one", "enter", "two", "enter").sees("one", "two", "8 of 2,000 characters", "Enter goes on")
	d.press("enter")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "one\ntwo")
	d.press("5", "2", "why", "enter").burst("Ticket from MSP:", "enter", "4").sees("Who approved it?", "Ticket from MSP: 4")
	equal(t, "answers", h.words(), "")
	d.press("esc", "g").burst("dri", "enter").sees("Title of drills", "/dri").press("enter").sees("5 of 5")
}

func TestBurstInADecision(t *testing.T) {
	for _, keys := range bursts {
		b := newBoard()
		b.open(t).burst(keys...).sees("What is decided?", "came all at once")
		a := b.open(t).press("2", "why", "enter").burst("Ticket from MSP:", "enter", "the rest", "enter").sees("Who accepts the risk?", "taken as text")
		a.burst("enter").sees("Until which day").press("esc")
		equal(t, "decided", len(b.taken), 0)
	}
}

func TestBurstInTheProfile(t *testing.T) {
	p := Profile{}
	a := openAlone(t, p.inquiry(library(t), "2026-Q3")).burst("St. Mary", "enter", "25", "enter", "y", "enter").sees("What is your organization called?", "St. Mary 25 y")
	a.press("enter", "25", "enter").sees("critical-access").burst("y", "enter").sees("critical-access", "came all at once")
	a.press("y").burst("1", "1", "1", "1").sees("Who looks after its computers")
	equal(t, "finished", a.m.finished, false)
}

func TestBurstAfterTheLastQuestion(t *testing.T) {
	for _, keys := range bursts {
		r := openReward(t, page())
		r.burst(keys...).sees("came all at once")
		r.press("m").burst(keys...).sees("Which set of questions?", "came all at once")
		equal(t, "finished", r.m.finished, false)
	}
}

// A window that is too small takes no keys; what came at once is shown when it is
// large enough.
func TestBurstInASmallWindow(t *testing.T) {
	h := newHospital()
	d := h.open(t).resize(30, 8).burst("4321").resize(80, 24).sees("put it into the note?", "4321")
	for _, size := range [][2]int{{40, 12}, {60, 16}} {
		d.resize(size[0], size[1]).sees("n Into the note", "d Drop it")
	}
	d.burst(strings.Repeat("a long line of text ", 100)).sees("n Into the note", "d Drop it")
	equal(t, "answers", h.words(), "")
}

// Whatever comes, in whatever pieces, nothing of a burst is an answer.
func FuzzGate(f *testing.F) {
	for _, s := range []string{"4321\n", "n4\n4\n", "Ticket\r4 of 5", "g4\n", "5\n2\n", "\x1b[A4\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		h := newHospital()
		m := newScreen(Terminal{Out: io.Discard, Width: 80, Height: 24}, newCore(&h.Session))
		g := newGate(m)
		letters := 0
		for _, r := range text {
			switch {
			case r == '\n' || r == '\r':
				g.Update(tea.KeyMsg{Type: tea.KeyEnter})
			case r >= ' ':
				letters++
				g.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			}
		}
		settle(g)
		if ends := strings.ContainsAny(text, "\r\n"); letters >= burst || letters > 0 && ends {
			equal(t, "answers", h.words(), "")
			equal(t, "finished", m.finished, false)
		}
		if !m.finished {
			checkScreen(t, ansi.Strip(m.View()), 80, 24)
		}
	})
}
