package form

import (
	"errors"
	"fmt"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Whatever was done is taken back by u, one step after the other, and each is
// saved like an answer.
func TestUndo(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []string
		says  string
		place string
	}{
		{"an answer", []string{"4"}, `Taken back: "Yes" on Title of mfa.`, "1 of 5"},
		{"a changed answer", []string{"4", "b", "1"}, `Taken back: "No" on Title of mfa.`, "1 of 5"},
		{"another way", []string{"5", "2", "separate network", "enter", "Dr. Lee", "enter", "enter"}, `Taken back: "Another way (reaches Partly)" on Title of mfa.`, "1 of 5"},
		{"does not apply", []string{"s", "6", "no devices", "enter"}, `Taken back: "Does not apply" on Title of training.`, "2 of 5"},
		{"a section", []string{"-", "y", "nothing of it here", "enter"}, `Taken back: "does not apply" for 2 questions of Essential goals.`, "1 of 5"},
		{"a note before the answer", []string{"n", "ask Bo", "enter"}, "Taken back: the note on Title of mfa.", "1 of 5"},
		{"a proof before the answer", []string{"p", "3", "log", "enter", "today", "enter", "enter"}, "Taken back: the proof of Title of mfa.", "1 of 5"},
		{"what was cleared", []string{"4", "b", "x"}, "Taken back: clearing the answer on Title of mfa.", "1 of 5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHospital()
			d := h.open(t).press(c.keys[:len(c.keys)-1]...)
			before, saves := maps.Clone(h.Assessment.Answers), 0
			d.press(c.keys[len(c.keys)-1])
			after := maps.Clone(h.Assessment.Answers)
			if cmp.Equal(before, after) {
				t.Fatal("nothing was done")
			}
			saves = h.saves
			d.press("g", "5", "enter", "u").sees(c.says, c.place)
			if diff := cmp.Diff(before, h.Assessment.Answers); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
			equal(t, "saves", h.saves, saves+1)
		})
	}
}

// As often as one likes, to the beginning of the sitting and no further.
func TestUndoToTheBeginning(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	before := maps.Clone(h.Assessment.Answers)
	d := h.open(t).press("t", "4", "enter", "n", "!", "enter", "0", "U")
	for range 3 {
		d.press("u")
	}
	d.sees("1 of 5", `Taken back: "still true" on Title of mfa.`)
	if diff := cmp.Diff(before, h.Assessment.Answers); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	d.lacks("u undo").press("u").sees("There is nothing to take back")
}

// A step that could not be saved can be taken back as well; that is said.
func TestUndoWithoutADisk(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	d := h.open(t).press("4").sees("NOT SAVED").press("u").sees("NOT SAVED", "Taken back")
	equal(t, "answers", h.words(), "")
	h.fail = nil
	d.press("3").lacks("NOT SAVED")
}

// On the page after the last question u goes back to a question, too.
func TestUndoAtTheEnd(t *testing.T) {
	h := newHospital()
	h.open(t).press("4", "s", "s", "s", "s").sees("That was the last question", "u undo").press("u").sees("1 of 5", "Taken back")
}

// What was done before this session of the same sitting can be taken back; a set
// that was added needs a new session.
func TestUndoGoesOnOverSessions(t *testing.T) {
	h := newHospital()
	h.History = &History{}
	added := true
	h.open(t).press("4")
	h.History.Add(Step{Said: "asking more", Reset: true, Undo: func() { added = false }})
	d := h.open(t).press("3", "u", "u")
	equal(t, "added", added, false)
	equal(t, "outcome", d.m.outcome, Undone)
	equal(t, "said", h.History.Taken(), "Taken back: asking more.")
	h.open(t).press("u").sees(`Taken back: "Yes" on Title of mfa.`)
	equal(t, "answers", h.words(), "")
}

func TestPlainUndo(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "4\n3\nnote\nask Bo\nundo\nUNDO\nu\nu\nq\n")
	equal(t, "outcome", outcome, Stopped)
	equal(t, "answers", h.words(), "")
	equal(t, "kept", len(h.Assessment.Answers), 0)
	contains(t, out, "Taken back: the note on Title of backups.", `Taken back: "Mostly" on Title of training.`, `Taken back: "Yes" on Title of mfa.`, "There is nothing to take back")

	h = newHospital()
	h.History = &History{}
	h.History.Add(Step{Said: "asking more", Reset: true, Undo: func() {}})
	_, outcome = h.plainly(t, "u\n")
	equal(t, "outcome", outcome, Undone)
}

// Steps and their undoing, in any order, end where they began.
func TestUndoOfManySteps(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	delete(h.Assessment.Answers, "drills")
	want := maps.Clone(h.Assessment.Answers)
	d := h.open(t)
	for i := range 60 {
		if d.m.finished { // past the last question
			d = h.open(t)
		}
		d.press("g", fmt.Sprint(i%5+1), "enter")
		d.press([][]string{{"t"}, {"0"}, {"3"}, {"n", "x", "enter"}, {"p", "1", "y", "enter", "enter", "enter"}, {"x", "y"}, {"1", "c"}, {"4", "enter"}}[i%8]...)
		d.press("esc")
	}
	steps := len(h.History.steps)
	if steps < 30 {
		t.Fatalf("only %d steps", steps)
	}
	d = h.open(t)
	for range steps {
		d.press("u")
	}
	if diff := cmp.Diff(want, h.Assessment.Answers); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
}

// A note and a proof may be written first; the answer takes them.
func TestNoteAndProofBeforeTheAnswer(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("n").sees("It is kept for the answer.").press("ask Bo", "enter").sees("The note is kept for the answer.", "Not answered yet. It has a note.", "0 answered")
	d.press("p", "2", "contract", "enter", "2 weeks ago", "enter", "enter").sees("Proof: 1.", "0 answered")
	equal(t, "answers", h.words(), "")
	equal(t, "saves", h.saves, 2)
	d.press("3").sees("2 of 5 · 1 answered")
	want := assess.Answer{State: assess.Levelled, Level: frameworks.Mostly, Revision: 1, Recorded: today, By: "Ann", Changed: assess.Quarter{Year: 2026, N: 3},
		Note: "ask Bo", Proof: []assess.Proof{{Grade: assess.Paper, What: "contract", Date: assess.Date{Year: 2026, Month: 6, Day: 30}}}}
	if diff := cmp.Diff(want, h.Assessment.Answers["mfa"]); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
	d.press("n", "gone", "esc").sees("Nothing was changed.", "Not answered yet.")
	equal(t, "kept", len(h.Assessment.Answers), 1)
}
