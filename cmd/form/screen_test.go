package form

import (
	"errors"
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

func TestQuestionScreen(t *testing.T) {
	h := newHospital()
	h.open(t).sees("1 of 5 · 0 answered · Essential goals", "Does everyone do mfa", "Why: Without it",
		"1 No - Nothing", "2 Partly", "3 Mostly", "4 Yes - Everyone",
		"5 Another way   0 Don't know", "Not answered yet.", "? help")
}

func TestStartsAtTheGivenKeyElseTheFirstOpen(t *testing.T) {
	h := newHospital()
	h.Start = "inventory"
	h.open(t).sees("4 of 5")
	h.Start = "gone"
	h.open(t).press("4").sees("2 of 5")
	h.open(t).sees("2 of 5")
}

func TestResumesWhereItWasLeft(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "s", "s", "q")
	equal(t, "outcome", d.m.outcome, Stopped)
	equal(t, "at", h.Assessment.At, "inventory")
	h.Start = h.Assessment.At
	h.open(t).sees("4 of 5")
}

func TestGoingPastTheLastQuestionIsDone(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("43", "21", "4")
	equal(t, "finished", d.m.finished, true)
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "at", h.Assessment.At, "")
}

func TestPageAfterTheLastQuestion(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "s", "3", "2", "s")
	d.sees("That was the last question. 2 questions are not answered yet.")
	d.press("4").sees("Go back to one")
	d.press("a").sees("2 of 5").press("1", "s", "s", "s")
	d.sees("1 question is not answered yet.").press("b").sees("5 of 5").press("s", "enter")
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "finished", d.m.finished, true)
}

// A skipped question answered as the last one ends the questions, so that a digit
// typed once too often finds no answer to change.
func TestLastOneAnsweredOutOfOrderEnds(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("s", "4", "4", "4", "4").sees("1 question is not answered yet.").press("a", "3")
	equal(t, "over", d.m.core.over, true)
	equal(t, "resumes at", h.Assessment.At, "")
	d.press("1")
	equal(t, "answers", h.words(), "mfa=mostly training=yes backups=yes inventory=yes drills=yes")

	h = newHospital()
	h.open(t).press("4", "4", "4", "4", "b", "b", "1").sees("do inventory") // one that had an answer goes on as ever
	equal(t, "answers", h.words(), "mfa=yes training=yes backups=no inventory=yes")
}

// Who looks at answers again is one key away from the end, where more is offered.
func TestToTheEndWhenEverythingIsAnswered(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "4", "4", "4", "4")
	equal(t, "over", d.m.core.over, true)
	h.Start = "training"
	d = h.open(t).sees("2 of 5", "a to the end").press("a")
	equal(t, "over", d.m.core.over, true)
	equal(t, "outcome", d.m.outcome, Done)
}

// A section marked last that cannot be saved does not end the sitting.
func TestSectionMarkedLastIsNotSaved(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "4", "4", "-", "y").each("no rooms here")
	h.fail = errors.New("disk full")
	d.press("enter").sees("disk full")
	equal(t, "over", d.m.core.over, false)
}

// Of those that are offered beyond, the page tells before they are asked.
func TestLastOneDueOutOfOrderShowsThePage(t *testing.T) {
	h := newHospital()
	h.Chapters[1].Offered = true
	h.open(t).press("s", "4", "4", "a", "3").sees("That was all that is asked this quarter. 2 more answers can wait")
	equal(t, "answers", h.words(), "mfa=mostly training=yes backups=yes")
}

func TestBackAtTheFirstQuestion(t *testing.T) {
	newHospital().open(t).press("b").sees("This is the first question.")
}

func TestOtherWayForcesItsFields(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("5").sees("How far does it reach?")
	d.press("enter").sees("Choose one").press("4").sees("Choose one")
	d.press("3").sees("Mostly", "What do you do instead")
	d.press("enter").sees("A reason is needed").press("separate network", "enter")
	d.press("enter").sees("An approver is needed").press("Dr. Lee", "enter")
	d.sees("2027-07-14").press("soon", "enter").sees(`"soon" is not a day: write it like 2027-07-14, 7/14/2027 or "in 6 months".`)
	for range "soon" {
		d.press("backspace")
	}
	d.press("enter").sees("A review date is needed").press("2027-07-15", "enter").sees("more than a year away")
	equal(t, "answers so far", h.words(), "")
	d.press("backspace", "4", "enter").sees("2 of 5")
	want := assess.Answer{State: assess.OtherWay, Level: frameworks.Mostly, Revision: 1, Reason: "separate network", Approver: "Dr. Lee",
		Review: assess.Date{Year: 2027, Month: 7, Day: 14}, Recorded: today, By: "Ann", Changed: assess.Quarter{Year: 2026, N: 3}}
	if diff := cmp.Diff(want, h.Assessment.Answers["mfa"]); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
	d.press("b").sees("Your answer: Another way (reaches Mostly)", "Reason: separate network")
}

// A list that has no room in the window is a key away, to scroll through.
func TestLongListBeforeAChoiceIsShownWhole(t *testing.T) {
	h := thirty()
	d := h.openAt(t, Terminal{Out: io.Discard, Width: 60, Height: 12}).press("-").sees("30 questions will not apply", "…", "? shows all").lacks("Title of q30")
	d.press("?").sees("30 questions will not apply").press("pgdown").sees("Title of q30", "n No, change nothing")
	d.press("y").sees("Title of q30") // nothing is chosen while reading
	d.press("esc").sees("Mark them all?").press("n").sees("Nothing was changed.")
	equal(t, "answers", h.words(), "")
	h.openAt(t, Terminal{Out: io.Discard, Width: 120, Height: 40}).press("-").sees("Title of q30").lacks("? shows all")
}

func TestReviewDateIsWithinAYear(t *testing.T) {
	c := newCore(&newHospital().Session)
	for value, want := range map[string]bool{
		"2026-07-14": false, "2026-07-15": true, "2027-07-14": true, "2027-07-15": false, "2027-02-30": false, "14/7/2027": true, "in 6 months": true, "2027-05": true, "15/7/2027": false, "in 2 years": false, "yesterday": false,
	} {
		_, err := c.checkReview(value)
		equal(t, value, err == nil, want)
	}
}

func TestDialogGoesBackAField(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("5", "2", "first", "enter", "shift+tab").sees("first", "What do you do instead")
	d.press("!", "enter", "Lee", "enter", "2027-01-01", "enter")
	equal(t, "reason", h.Assessment.Answers["mfa"].Reason, "first!")
}

func TestEscLeavesADialogWithoutChange(t *testing.T) {
	for _, open := range [][]string{{"5", "2", "x"}, {"s", "6", "x"}, {"-", "y", "x"}} {
		h := newHospital()
		h.open(t).press(open...).press("esc").sees("Nothing was changed.")
		equal(t, "answers", h.words(), "")
		equal(t, "saves", h.saves, 0)
	}
}

func TestDoesNotApply(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("6").sees("applies to every organization", "1 of 5")
	d.press("s", "6", "enter").sees("A reason is needed").press("no devices", "enter")
	equal(t, "answers", h.words(), "training=does-not-apply")
	d.press("b").sees("Reason: no devices")
}

func TestWholeSectionDoesNotApply(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("s", "4", "-")
	d.sees("1 question will not apply; Essential ones and those that always apply stay.", "1 answered one stays as it is.", "They are: Title of backups.")
	d.press("enter", "0", "6").sees("Choose one").press("y", "n/a", "enter").sees("says nothing to those who read the report")
	d.press("esc", "-", "y", "gone", "enter").sees("say it in a sentence").press(" from here", "enter")
	d.sees(`1 question of Essential goals is now marked "does not apply". u takes that back.`)
	equal(t, "answers", h.words(), "training=yes backups=does-not-apply")
	equal(t, "reason", h.Assessment.Answers["backups"].Reason, "gone from here")
	d.sees("4 of 5").press("b").lacks("section does not apply").press("-").sees(`Nothing in "Essential goals" can be marked`)
	d.press("u").sees("Taken back:", "1 question of Essential goals")
	equal(t, "answers", h.words(), "training=yes")
}

func TestClear(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("x").sees("no answer to clear").press("4", "b", "x").sees("Not answered yet.")
	equal(t, "answers", h.words(), "")
	equal(t, "saves", h.saves, 2)
	d.press("s", "6", "none here", "enter", "b", "x").sees("Clear the answer").press("n")
	equal(t, "answers", h.words(), "training=does-not-apply")
	d.press("x", "y")
	equal(t, "answers", h.words(), "")
}

func TestConfirmCarried(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	d := h.open(t).sees("Answer in 2026-Q2: Mostly. t says it is still true.").press("t").sees("2 of 5")
	equal(t, "carried", carried(h.Assessment.Answers["mfa"]), false)
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "from spring")
	d.press("b", "t").sees("no carried answer")
	d.press("a").sees("not confirmed yet", "2 of 5")
	d.press("ttt")
	equal(t, "finished", d.m.finished, false)
	d.press("t")
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "finished", d.m.finished, true)
}

func TestChangeOfACarriedAnswer(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want assess.Change
	}{
		{"improved by Enter", []string{"4", "enter"}, assess.Improved},
		{"corrected", []string{"4", "c"}, assess.Corrected},
		{"worsened by its key", []string{"1", "w"}, assess.Worsened},
		{"arrows", []string{"1", "down", "enter"}, assess.Corrected},
		{"same level", []string{"3"}, assess.NoReason},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHospital()
			h.carry(frameworks.Mostly)
			h.open(t).press(c.keys...).sees("2 of 5")
			equal(t, "change", h.Assessment.Answers["mfa"].Change, c.want)
			equal(t, "carried", carried(h.Assessment.Answers["mfa"]), false)
		})
	}
}

// Digits typed ahead must not choose a reason.
func TestDigitsDoNotAnswerWhy(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	d := h.open(t).press("434").press("2").sees("It was Mostly in 2026-Q2 and is Yes now. Why?")
	equal(t, "answer", h.Assessment.Answers["mfa"].Word(), "mostly")
	d.press("esc").sees("Nothing was changed.", "1 of 5")
}

// A slip and its correction in one sitting are no change.
func TestSlipOnACarriedAnswerLeavesNoTrace(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	h.open(t).press("1", "enter", "b", "3")
	ans := h.Assessment.Answers["mfa"]
	equal(t, "change", ans.Change, assess.NoReason)
	equal(t, "changed", ans.Changed, assess.Quarter{Year: 2026, N: 2})
}

// Finding out what nobody knew is no progress.
func TestFindingOutIsNoProgress(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.No)
	ans := h.Assessment.Answers["mfa"]
	ans.State = assess.Unknown
	h.Assessment.Answers["mfa"] = ans
	h.open(t).press("3").sees("Nobody knew in 2026-Q2", "> f Found out").press("enter")
	equal(t, "change", h.Assessment.Answers["mfa"].Change, assess.FoundOut)
	equal(t, "training", carried(h.Assessment.Answers["training"]), true)
}

// What was done since is one key away, and Found out to be No changes no figure.
func TestFindingOutNeedNotBeACorrection(t *testing.T) {
	for _, c := range []struct {
		keys string
		want assess.Change
	}{
		{"3i", assess.Improved},
		{"3f", assess.FoundOut},
		{"1", assess.NoReason},
	} {
		h := newHospital()
		h.carry(frameworks.No)
		ans := h.Assessment.Answers["mfa"]
		ans.State = assess.Unknown
		h.Assessment.Answers["mfa"] = ans
		h.open(t).each(c.keys).sees("2 of 5")
		equal(t, c.keys, h.Assessment.Answers["mfa"].Change, c.want)
	}
}

func TestOlderWordingAsksAgain(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Yes)
	h.Chapters[0].Questions[0].Revision = 2
	d := h.open(t).sees("earlier meaning", "4 answered").press("t").sees("cannot be confirmed: the question is asked in a new way")
	d.press("2")
	equal(t, "answer", h.Assessment.Answers["mfa"].Word(), "partly")
}

func TestNote(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b", "n")
	d.sees("0 of 2,000 characters").press("two lines,", "ctrl+j", "second", "enter").sees("It has a note.", "The note is kept.")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "two lines,\nsecond")
	d.press("?").sees("Does everyone")
	d.press("esc", "n").sees("second").press("x", "esc")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "two lines,\nsecond")
}

func TestNoteHasAtMost2000Characters(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b", "n")
	d.paste(strings.Repeat("é\r\n", 800) + strings.Repeat("x", 800))
	d.sees("2,000 of 2,000 characters", "the rest was left out")
	d.press("y").sees("2,000 of 2,000").press("ctrl+j").sees("2,000 of 2,000", "At most 2,000")
	d.press("enter")
	if n := len([]rune(h.Assessment.Answers["mfa"].Note)); n != assess.MaxNote {
		t.Errorf("the note has %d characters", n)
	}
}

func TestHalfTypedNoteIsKept(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b", "n", "half a tho")
	_, cmd := d.m.Update(keepDraft{d.m.dialog})
	if cmd == nil {
		t.Error("the next tick was not asked for")
	}
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "half a tho")
	saves := h.saves
	d.m.Update(keepDraft{d.m.dialog})
	equal(t, "saves of the same draft", h.saves, saves)
	d.press("esc")
	equal(t, "note after Esc", h.Assessment.Answers["mfa"].Note, "")
	if _, cmd := d.m.Update(keepDraft{}); cmd != nil {
		t.Error("a tick of a closed dialog asks for another")
	}
}

func TestNoteIsKeptWhenTheSittingEnds(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b", "n", "half")
	d.m.Update(inputEnded{})
	d.m.end()
	equal(t, "outcome", d.m.outcome, Interrupted)
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "half")
}

// Writing a note says nothing about whether a carried answer is still true.
func TestNoteConfirmsNothing(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Yes)
	h.open(t).press("n", "!", "enter")
	equal(t, "carried", carried(h.Assessment.Answers["mfa"]), true)
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "from spring!")
}

func TestProof(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "b", "p", "3", "enter").sees("Say what it is")
	d.press("restore test", "enter", "2026-08-01", "enter").sees("still to come")
	for range "2026-08-01" {
		d.press("backspace")
	}
	d.press("today", "enter", "shared drive", "enter").sees("Proof: 1.")
	want := []assess.Proof{{Grade: assess.Record, What: "restore test", Date: today, Where: "shared drive"}}
	if diff := cmp.Diff(want, h.Assessment.Answers["mfa"].Proof); diff != "" {
		t.Errorf("proof (-want +got):\n%s", diff)
	}
	d.press("p").sees("Already here: record, restore test, 2026-07-14, kept in shared drive").press("x")
	equal(t, "proofs", len(h.Assessment.Answers["mfa"].Proof), 0)
}

func TestHelpPanel(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("?").sees("What is meant", "more lines below")
	d.press("pgdown", "pgdown", "pgdown").sees("https://www.example.gov/scan", "IT staff, IT service provider").lacks("more lines below")
	d.press("4", "esc").sees("1 of 5")
	equal(t, "answers", h.words(), "")
}

// The keys stand below all the help; a second ? goes there, and a third closes it.
func TestKeysAreTwoKeysAway(t *testing.T) {
	d := newHospital().open(t).press("7").sees("7 does nothing here; press ? twice for the keys.")
	d.press("?").sees("What is meant", "? the keys").lacks("save and quit").press("?").sees("The keys", "q - stops; everything is saved")
	d.press("?").sees("1 of 5")
}

func TestHelpLeavesOutWhatIsForOtherCountries(t *testing.T) {
	h := newHospital()
	h.Assessment.Organization.Country = "ca"
	h.open(t).press("?", "pgdown", "pgdown").lacks("https://www.example.gov/scan").sees("Turn it on for email first.")
}

func TestGoTo(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("4", "g").sees("Essential goals (1 of 3 answered)", "Title of mfa - Yes", "(you are here)")
	d.press("dri").sees("Title of drills").lacks("Title of mfa").press("enter").sees("5 of 5")
	d.press("g", "zzz", "enter").sees("Nothing matches").press("esc").sees("5 of 5")
	d.press("g", "Enhanced", "enter").sees("4 of 5")
	d.press("g", "up", "up", "enter").sees("3 of 5")
	equal(t, "answers", h.words(), "mfa=yes")
}

func TestLongListShowsWhatSurroundsTheCursor(t *testing.T) {
	h := newHospital()
	h.Chapters[0].Questions = nil
	for _, r := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
		h.Chapters[0].Questions = append(h.Chapters[0].Questions, question(string(r)+"-key", false))
	}
	h.Start = "z-key"
	h.open(t).press("g").sees("Title of y-key", "> ", "Title of z-key", "Title of A-key").press("down", "enter").sees("27 of 54")
}

// Without color nothing but text is drawn; the reversed cell of the text
// cursor has to stay, or nobody sees where they type.
func TestNoColorIsPlain(t *testing.T) {
	h := newHospital()
	d := h.open(t)
	if strings.Contains(d.m.View(), "\x1b") {
		t.Errorf("escape codes without color: %q", d.m.View())
	}
	d.press("s", "6")
	if rest := strings.NewReplacer("\x1b[7m", "", "\x1b[0m", "", "\x1b[m", "").Replace(d.m.View()); strings.Contains(rest, "\x1b") {
		t.Errorf("more than the cursor is styled: %q", d.m.View())
	}
	d.sees("0 of 500")
	if !strings.Contains(d.m.View(), "\x1b[7m") {
		t.Error("the text cursor cannot be seen")
	}
}

func TestColorRepeatsWhatTheTextSays(t *testing.T) {
	h := newHospital()
	plain := h.open(t)
	colored := h.openAt(t, Terminal{Out: io.Discard, Width: 80, Height: 24, Color: true})
	if !strings.Contains(colored.m.View(), "\x1b[") {
		t.Error("no color although it is wanted")
	}
	equal(t, "text", colored.text(), plain.text())
}

func TestScreensOfEverySize(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	h := newHospital()
	h.carry(frameworks.Mostly)
	d := h.open(t)
	for _, open := range [][]string{nil, {"4"}, {"5"}, {"5", "2"}, {"-"}, {"n"}, {"p"}, {"g"}, {"?"}} {
		d.resize(80, 24).press("esc").press(open...)
		for _, width := range []int{1, 7, 39, 40, 41, 53, 60, 79, 80, 81, 132} {
			for _, height := range []int{1, 11, 12, 13, 16, 24, 50} {
				d.resize(width, height)
			}
		}
	}
}

func TestScreenIgnoresOtherMessages(t *testing.T) {
	d := newHospital().open(t)
	if _, cmd := d.m.Update(tea.FocusMsg{}); cmd != nil {
		t.Error("a command came of nothing")
	}
	if d.m.Init() != nil {
		t.Error("Init asks for something")
	}
}
