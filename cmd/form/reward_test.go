package form

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// page is a page after the last question with everything on it.
func page() *Reward {
	return &Reward{
		Title:  "20 of 20 questions are answered.",
		Result: []string{"Essential goals: 3 of 10 met."},
		Steps: []FirstStep{
			{Title: "Second factor for email", Do: "Turn it on for email first, then for everything that can be reached from outside.", Help: "More than a password", URL: "https://www.example.gov/mfa"},
			{Title: "Backups", Do: strings.Repeat("Unplug the drive. ", 12), Help: strings.Repeat("A guide ", 20), URL: "https://www.example.gov/" + strings.Repeat("long-", 30)},
			{Title: "Incident plan", Do: "Nobody knew; find out first."},
		},
		Next: &Choice{ID: "foundation", Title: "The foundation", Detail: "27 new questions, about 20 minutes.", Enabled: true},
		More: sets,
		Undo: true,
		Help: []string{"Everything is saved."},
	}
}

type rewarded struct {
	t *testing.T
	m *rewardScreen
	g *gate
}

func openReward(t *testing.T, r *Reward) *rewarded {
	m := newRewardScreen(Terminal{Out: io.Discard, Width: 80, Height: 24}, r)
	return &rewarded{t, m, newGate(m)}
}

func (r *rewarded) press(keys ...string) *rewarded {
	r.t.Helper()
	for _, k := range keys {
		r.burst(k)
	}
	return r
}

func (r *rewarded) burst(keys ...string) *rewarded {
	r.t.Helper()
	for _, k := range keys {
		r.g.Update(msgFor(k))
	}
	settle(r.g)
	if !r.m.finished {
		checkScreen(r.t, r.m.View(), r.m.width, r.m.height)
	}
	return r
}

func (r *rewarded) sees(parts ...string) *rewarded {
	r.t.Helper()
	contains(r.t, ansi.Strip(r.m.View()), parts...)
	return r
}

// No digit does anything here, and no Enter: they were the answers a moment ago.
func TestNoDigitActsAfterTheLastQuestion(t *testing.T) {
	r := openReward(t, page()).sees("20 of 20 questions are answered.", "3 of 10 met", "What to do first", "Second factor for email", "https://www.example.gov/mfa",
		"Suggested next: The foundation. 27 new questions, about 20 minutes.", "q stop here")
	for _, k := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "enter", "t", "b", "n", "x"} {
		r.press(k)
	}
	equal(t, "finished", r.m.finished, false)
	r.press("3").sees("3 does nothing here; ? lists the keys.")
}

func TestWaysAfterTheLastQuestion(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want Ways
	}{
		{[]string{"f"}, Ways{Set: "foundation"}},
		{[]string{"F"}, Ways{Set: "foundation"}},
		{[]string{"m", "1", "3", "a"}, Ways{Set: "enhanced"}},
		{[]string{"M", "esc", "u"}, Ways{Undo: true}},
		{[]string{"?", "esc", "Q"}, Ways{}},
		{[]string{"?", "q", "esc"}, Ways{}},
	} {
		r := openReward(t, page()).press(c.keys...)
		equal(t, strings.Join(c.keys, " "), r.m.ways, c.want)
		equal(t, "outcome", r.m.outcome, Done)
		equal(t, "finished", r.m.finished, true)
	}
	equal(t, "ctrl+c", openReward(t, page()).press("ctrl+c").m.outcome, Interrupted)
}

func TestHelpAfterTheLastQuestion(t *testing.T) {
	openReward(t, page()).press("?").sees("The keys\nf - ", "Everything is saved.", "Other sets", "Enhanced goals. 12 new questions.", "u - takes back the last step")
}

// What cannot be done is not offered.
func TestLittleAfterTheLastQuestion(t *testing.T) {
	r := openReward(t, &Reward{Title: "All done."}).press("f", "m", "u").sees("All done.", "u does nothing here", "? help · q stop here")
	equal(t, "finished", r.m.finished, false)
}

// Every step keeps its name in the smallest window.
func TestRewardOfEverySize(t *testing.T) {
	r := openReward(t, page())
	for _, size := range [][2]int{{132, 50}, {80, 24}, {60, 16}, {40, 12}, {39, 11}, {1, 1}} {
		r.m.resize(size[0], size[1])
		checkScreen(t, r.m.View(), size[0], size[1])
		if !tooSmall(size[0], size[1]) && size[1] > 12 {
			r.sees("- Second factor for email", "- Backups", "- Incident plan", "Suggested next", "f go on")
		}
	}
}

func TestPlainReward(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  Ways
		says  string
	}{
		{"3\nf\n", Ways{Set: "foundation"}, `"3" does nothing here.`},
		{"m\n1\nenhanced\n", Ways{Set: "enhanced"}, "Choose one of a, c, d."},
		{"m\nq\nundo\n", Ways{Undo: true}, "Which set of questions?"},
		{"?\n\n", Ways{}, "Going on:"},
		{"", Ways{}, "Free help: More than a password"},
	} {
		var out bytes.Buffer
		ways, outcome, err := PlainReward(context.Background(), Terminal{In: strings.NewReader(c.typed), Out: &out, Width: 80}, page())
		if err != nil || outcome != Done {
			t.Errorf("%q: %v, %v", c.typed, outcome, err)
		}
		equal(t, c.typed, ways, c.want)
		contains(t, out.String(), c.says, "- Second factor for email", "\n    https://www.example.gov/"+strings.Repeat("long-", 30)+"\n")
	}
}

// An address that is wider than the window is broken and not cut.
func TestLongAddressIsWhole(t *testing.T) {
	r := page()
	r.Steps[0].URL = "https://www.example.gov/" + strings.Repeat("a-long-path/", 6) + "guide.pdf"
	view := ansi.Strip(openReward(t, r).m.View())
	if joined := strings.Join(strings.Fields(view), ""); !strings.Contains(joined, r.Steps[0].URL) {
		t.Errorf("the address is not whole:\n%s", view)
	}
}
