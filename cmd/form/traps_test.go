package form

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"hygeia/assess"
	"hygeia/frameworks"
)

// A huh select writes the option under its cursor when it is built and on every
// arrow key. Looking at questions and moving about must not answer them.
func TestMovingTheCursorAnswersNothing(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	d.press("down", "down", "up", "end", "home", "s", "down", "b", "right", "left")
	equal(t, "answers", h.words(), "")
	equal(t, "saves", h.saves, 0)
}

func TestEnterHeldDownScoresNothing(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	for range 50 {
		d.press("enter")
	}
	d.sees("Choose an answer", "1 of 5")
	equal(t, "answers", h.words(), "")
}

func TestEnterHeldDownConfirmsNothing(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	d := h.open(t)
	for range 50 {
		d.press("enter")
	}
	d.sees("Answer in 2026-Q2", "t says it is still true", "1 of 5")
	equal(t, "carried", carried(h.Assessment.Answers["mfa"]), true)
	equal(t, "saves", h.saves, 0)
}

func TestEnterTakesTheLitAnswer(t *testing.T) {
	h := newHospital()
	h.open(t).press("down", "down", "enter", "up", "enter")
	equal(t, "answers", h.words(), "mfa=partly training=yes")
}

// On an answer of this quarter Enter goes on without writing it again.
func TestEnterOnAPresentAnswerGoesOn(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b")
	d.sees("> 4 Yes", "Your answer: Yes.")
	saves := h.saves
	d.press("enter").sees("2 of 5")
	equal(t, "saves", h.saves, saves)
}

// bubbletea gives all letters of one read as one message.
func TestMergedKeysAreSplit(t *testing.T) {
	h := newHospital()
	h.open(t).press("430")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown")
}

func TestMergedKeysGoIntoTheTextThatTheyOpen(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("46n", "one here", "enter", "2")
	equal(t, "answers", h.words(), "mfa=yes training=does-not-apply backups=partly")
	equal(t, "reason", h.Assessment.Answers["training"].Reason, "none here")
	d.sees("4 of 5")
}

func TestMergedKeysStopWhenTheFormIsLeft(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4q3")
	equal(t, "answers", h.words(), "mfa=yes")
	equal(t, "outcome", d.m.outcome, Stopped)
}

func TestPastedTextAnswersNothing(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	d.paste("4321")
	d.paste("q")
	equal(t, "answers", h.words(), "")
	equal(t, "finished", d.m.finished, false)
}

func TestAltDigitAnswersNothing(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	d.m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("4"), Alt: true})
	equal(t, "answers", h.words(), "")
}

// huh answers Enter with a command that arrives later; a digit typed right
// after could hit the wrong question. No key of ours leaves anything behind.
func TestNoKeyLeavesACommandBehind(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Partly)
	m := newScreen(Terminal{Out: io.Discard}, newCore(&h.Session))
	for _, k := range []string{"down", "enter", "enter", "4", "enter", "5", "2", "r", "enter", "shift+tab", "esc", "g", "x", "enter", "?", "esc"} {
		if _, cmd := m.Update(msgFor(k)); cmd != nil {
			t.Errorf("key %q left a command behind", k)
		}
	}
}

// Disabling huh's filter binding does not last; then "/" would filter the
// answers and digits would become filter text.
func TestSlashDoesNotFilterTheAnswers(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("down", "enter", "/", "down", "/", "2")
	equal(t, "answers", h.words(), "mfa=no training=partly")
	d.press("/").sees("1 No", "2 Partly", "3 Mostly", "4 Yes")
}

// A select inside a dialog must not filter either.
func TestSlashDoesNotFilterADialog(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("5", "/", "down", "/").sees("2 Partly", "3 Mostly")
	d.press("esc")
	equal(t, "answers", h.words(), "")
}

// In huh ctrl+e starts $EDITOR and in bubbles ctrl+v runs xclip or PowerShell.
func TestNoProgramIsStarted(t *testing.T) {
	mark := filepath.Join(t.TempDir(), "started")
	t.Setenv("EDITOR", "touch "+mark)
	for _, open := range [][]string{{"4", "b", "n"}, {"6", "6"}, {"5", "2"}, {"g"}, {"4", "b", "p", "1"}} {
		h := newHospital()
		d := h.open(t).press(open...)
		for _, k := range []string{"ctrl+e", "ctrl+v"} {
			_, cmd := d.m.Update(msgFor(k))
			if cmd != nil {
				t.Errorf("after %q, %s left a command behind: %T", open, k, cmd())
			}
		}
	}
	if _, err := os.Stat(mark); !errors.Is(err, os.ErrNotExist) {
		t.Error("an editor was started")
	}
}

func TestEveryAnswerIsSavedBeforeTheNextScreen(t *testing.T) {
	h := newHospital()
	var saved []string
	h.Save = func() error {
		saved = append(saved, h.words()+" @"+h.Assessment.At)
		return nil
	}
	h.open(t).press("4", "0")
	equal(t, "saved", strings.Join(saved, "; "), "mfa=yes @training; mfa=yes training=unknown @backups")
}

func TestSaveErrorIsShownAndStays(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	d := h.open(t).press("4")
	d.sees("NOT SAVED: disk full", "1 of 5", "Your answer: Yes.")
	d.press("down").sees("NOT SAVED")
	d.press("n").sees("NOT SAVED").press("esc")
	d.press("s").sees("NOT SAVED", "2 of 5")
	h.fail = nil
	d.press("3").lacks("NOT SAVED").sees("3 of 5")
	equal(t, "answers", h.words(), "mfa=yes training=mostly")
}

func TestLeavingWithUnsavedChangesSaysSo(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	d := h.open(t).press("4", "q")
	d.sees("Press q again", "NOT SAVED")
	equal(t, "finished", d.m.finished, false)
	d.press("q")
	equal(t, "outcome", d.m.outcome, Stopped)
	if err := d.m.leave(); !errors.Is(err, h.fail) {
		t.Errorf("leaving returned %v", err)
	}
}

// What could not be saved is tried once more on leaving, even from the same place.
func TestLeavingSavesWhatWasNot(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	d := h.open(t).press("4")
	h.fail = nil
	saves := h.saves
	if err := d.m.leave(); err != nil || h.saves != saves+1 {
		t.Errorf("%v, saved %d times more", err, h.saves-saves)
	}
	if err := d.m.leave(); err != nil || h.saves != saves+1 {
		t.Errorf("left again: %v, saved %d times more", err, h.saves-saves)
	}
}

func TestCtrlCLeavesAnywhere(t *testing.T) {
	for _, open := range [][]string{nil, {"6"}, {"5", "2"}, {"g"}, {"?"}, {"4", "b", "n", "half"}} {
		h := newHospital()
		d := h.open(t).press(open...).press("ctrl+c")
		equal(t, "finished", d.m.finished, true)
		equal(t, "outcome", d.m.outcome, Interrupted)
	}
}

func TestSmallWindowTakesNoAnswers(t *testing.T) {
	h := newHospital()
	d := h.open(t).resize(34, 10).sees("enlarge the window")
	d.press("4")
	equal(t, "answers", h.words(), "")
	d.resize(1, 1).resize(39, 24).sees("enlarge").resize(80, 11).sees("enlarge")
	d.resize(40, 12).press("4")
	equal(t, "answers", h.words(), "mfa=yes")
}

func TestUnknownWindowSizeIsIgnored(t *testing.T) {
	h := newHospital()
	d := h.openAt(t, Terminal{Out: io.Discard})
	d.resize(0, 0).sees("mfa")
	equal(t, "width", d.m.width, 80)
}

func TestResizeKeepsWhatIsLitAndTyped(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("down", "down").resize(60, 16).sees("> 2 Partly")
	d.press("s", "6", "no devices").resize(132, 50).sees("no devices").resize(60, 16)
	d.press("enter")
	equal(t, "reason", h.Assessment.Answers["training"].Reason, "no devices")
}

// Putting a text of many lines or wide characters into a text area and out
// again must change nothing: bubbles counts columns, not characters.
func TestNoteIsKeptAsItIs(t *testing.T) {
	for name, note := range map[string]string{
		"lines": strings.TrimSuffix(strings.Repeat("a\n", 1000), "\n"),
		"wide":  strings.Repeat("語", assess.MaxNote),
		"emoji": strings.Repeat("👩‍⚕️ ", 300) + "end",
		"right": "שלום עולם",
	} {
		t.Run(name, func(t *testing.T) {
			h := newHospital()
			d := h.open(t).press("4", "b")
			h.Assessment.Answers["mfa"] = assess.Answer{State: assess.Levelled, Level: frameworks.Yes, Revision: 1, Note: note}
			d.press("n", "enter")
			if got := h.Assessment.Answers["mfa"].Note; got != note {
				t.Errorf("the note of %d bytes came back with %d", len(note), len(got))
			}
		})
	}
}

// The place where one types has to be in sight, however long the line is.
func TestCursorOfALongLineIsSeen(t *testing.T) {
	for _, width := range []int{40, 60, 80} {
		h := newHospital()
		d := h.open(t).resize(width, 24).press("5", "2", "reason", "enter")
		d.press(strings.Repeat("long name ", 19))
		if !strings.Contains(d.m.View(), "\x1b[7m") {
			t.Errorf("at %d columns the cursor cannot be seen:\n%s", width, d.text())
		}
	}
}

// A way past its review date cannot be confirmed; it has to be given again.
func TestPastReviewDateIsNotConfirmed(t *testing.T) {
	h := newHospital()
	h.Assessment.Answers["mfa"] = assess.Answer{State: assess.OtherWay, Level: frameworks.Partly, Revision: 1, Reason: "r", Approver: "a",
		Review: assess.Date{Year: 2026, Month: 7, Day: 1}, Carried: assess.Quarter{Year: 2026, N: 1}}
	h.Start = "mfa"
	d := h.open(t).sees("does not", "its review date 2026-07-01 is over. 5 renews it").press("t").sees("cannot be confirmed")
	equal(t, "carried", carried(h.Assessment.Answers["mfa"]), true)
	d.press("5", "2", "enter", "enter").sees("2027-07-14")
}
