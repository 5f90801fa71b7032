package form

import (
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// rerun is the hospital a quarter later: training is due, drills are to be
// confirmed, the others can wait.
func (h *hospital) rerun() *hospital {
	h.carry(frameworks.Mostly)
	h.Sections = h.Chapters
	q := map[string]*frameworks.Question{}
	for _, s := range h.Sections {
		for _, question := range s.Questions {
			q[question.Key] = question
		}
	}
	h.Chapters = []Chapter{
		{ID: "due", Title: "Due", Questions: []*frameworks.Question{q["training"]}},
		{ID: "confirm", Title: "To confirm", Questions: []*frameworks.Question{q["drills"]}},
		{ID: "rest", Title: "The rest", Offered: true, Questions: []*frameworks.Question{q["mfa"], q["backups"], q["inventory"]}},
	}
	h.Rerun = true
	h.Why = map[string]string{"training": "Nobody knew the last time."}
	h.Opening = []string{"2026-Q3 starts from the answers of 2026-Q2.", "1 is due, 1 to confirm: about 1 minute; the other 3 can wait."}
	return h
}

func TestOpeningPage(t *testing.T) {
	h := newHospital().rerun()
	d := h.open(t).sees("2026-Q3 starts from", "1 is due, 1 to confirm", "Enter starts")
	d.press("t", "4", "tttt").sees("Enter starts", "This came all at once", "tttt").resize(40, 12).sees("Enter starts").resize(80, 24)
	equal(t, "saves", h.saves, 0)
	d.press("enter").sees("1 of 2 · 0 done · Due", "Nobody knew the last time.", "t still true")
	d.press("b").sees("This is the first question.")

	d = h.open(t).press("q")
	equal(t, "outcome", d.m.outcome, Stopped)
	equal(t, "saves", h.saves, 0)

	h.open(t).press("g", "Title of mfa", "enter").sees("3 of 5")
	h.open(t).press("g", "esc").sees("Enter starts")
}

// The rest is not asked; u goes through it.
func TestTheRestIsOffered(t *testing.T) {
	h := newHospital().rerun()
	d := h.open(t).press("enter", "t").sees("2 of 2").press("s")
	d.sees("That was all that is asked this quarter.", "1 answer is carried", "3 more answers can wait; a goes through them.", "Enter ends here")
	d.press("b").sees("2 of 2").press("t").lacks("is carried from").press("a").sees("3 of 5")
	d.press("b").sees("2 of 2", "· 2 done").press("s", "a", "t", "t", "t")
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "finished", d.m.finished, true)
}

func TestTheRestIsNotNeeded(t *testing.T) {
	h := newHospital().rerun()
	d := h.open(t).press("enter", "t", "t", "enter")
	equal(t, "outcome", d.m.outcome, Done)
	equal(t, "mfa carried", carried(h.Assessment.Answers["mfa"]), true)
	equal(t, "at", h.Assessment.At, "")
	// the next sitting has nothing more to ask, and every answer can still be reached
	h.Opening, h.Start = nil, h.Assessment.At
	h.open(t).sees("That was all that is asked").press("g", "Title of training", "enter").sees("1 of 2 · 2 done · Due")
}

// A section is marked as the report has it, not as the rerun groups it.
func TestSectionInARerun(t *testing.T) {
	h := newHospital().rerun()
	delete(h.Assessment.Answers, "inventory")
	h.open(t).press("enter", "s", "-").sees("Enhanced goals: the whole section").press("y", "none here", "enter")
	equal(t, "inventory", h.Assessment.Answers["inventory"].Word(), assess.WordNotApplicable)
	equal(t, "drills", h.Assessment.Answers["drills"].Word(), "mostly")
}

// Confirming is pressed many times in a row: it must not explain a change that
// a slip of the finger began.
func TestConfirmingDoesNotExplainAChange(t *testing.T) {
	h := newHospital().rerun()
	h.open(t).press("enter", "4tt").press("t").sees("Choose one", "Why?")
	equal(t, "training", h.Assessment.Answers["training"].Word(), "mostly")
	equal(t, "saves", h.saves, 0)
}

func TestConfirmingSaysThatTheProofStaysOld(t *testing.T) {
	h := newHospital().rerun()
	ans := h.Assessment.Answers["training"]
	ans.Proof = []assess.Proof{{Grade: assess.Record, What: "list", Date: assess.Date{Year: 2025, Month: 7, Day: 13}}}
	h.Assessment.Answers["training"] = ans
	h.open(t).press("enter", "t").sees("2 of 2", "Confirmed: Title of training. Its proof stays old (2025-07-13, good for 365")
	equal(t, "carried", carried(h.Assessment.Answers["training"]), false)
}

func TestPlainRerun(t *testing.T) {
	h := newHospital().rerun()
	out, outcome := h.plainly(t, "maybe\ntrue\n4\n\na\nstill true\nq\n")
	equal(t, "outcome", outcome, Stopped)
	contains(t, out, "2026-Q3 starts from the answers of 2026-Q2.", "1 is due, 1 to confirm", "Due, question 1 of 2, 0 done (training)",
		"or t if it is still true", "Nobody knew the last time.", "Choose (Enter for Improved):", "3 more answers can wait", "The rest, question 4 of 5, 3 done")
	equal(t, "drills", h.Assessment.Answers["drills"].Change, assess.Improved)
	for key, want := range map[string]bool{"training": false, "mfa": false, "backups": true} {
		equal(t, key, carried(h.Assessment.Answers[key]), want)
	}
}

func TestDatesAreNotBroken(t *testing.T) {
	for width := 12; width < 40; width++ {
		got := strings.Join(words.Wrap("2026-Q4 starts from 2026-Q3. Its newest proof, of 2026-06-02, is well-known.", width, 0), "\n")
		contains(t, got, "2026-Q4", "2026-Q3", "2026-06-02")
	}
}

// What a parent answered in an earlier quarter is told as theirs, with its day, and
// there is nothing to confirm.
func TestInheritedFromAnEarlierQuarter(t *testing.T) {
	h := newHospital().rerun()
	theirs := h.Assessment.Answers["drills"]
	h.Assessment.Inherits = assess.Inheritance{From: "../system", Keys: []string{"drills"}, Name: "Prairie Health", Period: theirs.Carried}
	h.Assessment.Inherited = map[string]assess.Answer{"drills": theirs}
	d := h.open(t).press("g", "Title of drills", "enter")
	d.sees("inherited from Prairie Health, "+theirs.Carried.String(), "written down there on", "takes its place", "(inherited)")
	d.lacks("t still true", "Answer in", "says it is still true").press("t").sees("There is no carried answer to confirm here.")
	d.press("1").lacks("Why?")
	equal(t, "inherited", h.Assessment.InheritedFrom("drills"), "")
}
