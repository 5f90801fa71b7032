package form

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

func contains(t *testing.T, got string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("%q is missing in:\n%s", part, got)
		}
	}
}

func TestPlainAnswersToTheEnd(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "4\nMostly\n0\nno\n2\n")
	equal(t, "outcome", outcome, Done)
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown inventory=no drills=partly")
	contains(t, out, "Essential goals, question 2 of 5, 1 answered (training)", "Does everyone do mfa", "Why: Without it",
		"1 No - Nothing is in place", "5 Another way", "Not answered yet.")
}

func TestPlainEndOfInputIsNoAnswer(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "4\n")
	equal(t, "outcome", outcome, Interrupted)
	equal(t, "answers", h.words(), "mfa=yes")
	contains(t, out, "Input ended at question 2 of 5 (Essential goals); the answers so far are saved.")
	equal(t, "at", h.Assessment.At, "training")
}

func TestPlainNoInputAtAll(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "")
	equal(t, "outcome", outcome, Interrupted)
	equal(t, "answers", h.words(), "")
	contains(t, out, "Input ended at question 1 of 5")
}

func TestPlainEndOfInputInTheMiddleOfAReason(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "s\n6\n")
	equal(t, "outcome", outcome, Interrupted)
	equal(t, "answers", h.words(), "")
	contains(t, out, "Input ended at question 2 of 5")
}

func TestPlainLastLineNeedsNoLineEnd(t *testing.T) {
	h := newHospital()
	h.plainly(t, "4\n3")
	equal(t, "answers", h.words(), "mfa=yes training=mostly")
}

func TestPlainOddInput(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "4\r\n\n   \n\x1b[A\x00\x07\nmaybe\n"+strings.Repeat("4", 1<<20)+"\n\xff\xfe2\n3\x7f\r\ns")
	equal(t, "answers", h.words(), "mfa=yes training=mostly")
	contains(t, out, "Choose an answer: 1 to 4", `"maybe" is not an answer here`, "That line is too long", "\"\ufffd2\" is not an answer here")
}

func TestPlainWords(t *testing.T) {
	for typed, want := range map[string]string{
		"YES": "yes", " no ": "no", "don’t know": "unknown", "Don't  know": "unknown", "unknown": "unknown", "partly": "partly",
		"N": "no", "n": "no", "NO": "no", "43": "", "yes!": "", "y": "", "7": "", "-1": "", "-": "",
	} {
		h := newHospital()
		h.plainly(t, typed+"\n")
		equal(t, typed, h.Assessment.Answers["mfa"].Word(), want)
	}
}

func TestPlainMoves(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "b\ns\nb\na\ng drills\ng essential\ng backupz\ng\n?\nq\n")
	equal(t, "outcome", outcome, Stopped)
	contains(t, out, "This is the first question.", "drills)", `There is no question "backupz" here. Did you mean backups?`,
		"Title of inventory - Not answered", "Who would know:", "https://www.example.gov/scan", "Saved in /tmp/clinic.")
	equal(t, "answers", h.words(), "")
}

func TestPlainOtherWay(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "5\n4\n3\nsegmented network\n\nDr. Lee\n2028-01-01\nJan 1, 2027\n")
	contains(t, out, "Choose one of 2, 3.", "An approver is needed", "more than a year away")
	equal(t, "answers", h.words(), "mfa=other-way")
	equal(t, "approver", h.Assessment.Answers["mfa"].Approver, "Dr. Lee")
}

func TestPlainLeavesADialog(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "5\n2\ncancel\ns\n6\n\n5\nq\nx\n")
	equal(t, "answers", h.words(), "")
	equal(t, "times", strings.Count(out, "Nothing was changed."), 3)
}

func TestPlainMustApply(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "6\n")
	contains(t, out, "applies to every organization")
}

func TestPlainSection(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "section\ny\nnothing of it here\n")
	equal(t, "answers", h.words(), "training=does-not-apply backups=does-not-apply")
	contains(t, out, "2 questions will not apply; Essential ones and those that always apply stay.", "They are: Title of training; Title of backups.",
		`2 questions of Essential goals are now marked "does not apply".`)
}

// The key that marks a section full screen is spelled out here, and says so.
func TestPlainSectionKey(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "-\n-\n")
	contains(t, out, `"-" marks what is open in Essential goals as not applying, 2 questions. Line by`, `line it is spelled out: type section. You see the list first.`)
	equal(t, "answers", h.words(), "")
	out, _ = h.plainly(t, "1\n2\n3\nb\n-\n")
	contains(t, out, `Nothing in "Essential goals" can be marked`)
}

func TestPlainCarried(t *testing.T) {
	h := newHospital()
	h.carry(frameworks.Mostly)
	out, _ := h.plainly(t, "true\n4\n\n1\nc\n\n")
	contains(t, out, "Answer in 2026-Q2: Mostly. t says it is still true.", "Choose (Enter for Improved):", "It was Mostly in 2026-Q2 and is No now. Why?")
	equal(t, "mfa carried", carried(h.Assessment.Answers["mfa"]), false)
	equal(t, "training", h.Assessment.Answers["training"].Change, assess.Improved)
	equal(t, "backups", h.Assessment.Answers["backups"].Change, assess.Corrected)
	equal(t, "inventory carried", carried(h.Assessment.Answers["inventory"]), true)
}

func TestPlainNoteAndProof(t *testing.T) {
	h := newHospital()
	out, _ := h.plainly(t, "4\nb\nnote\n\tasked \x1b[31mBo\x1b[0m\nnote\n\nnote\n-\np\nrecord\nlog\ntoday\n\nx\ny\n")
	contains(t, out, `Enter to keep "asked [31mBo[0m"`, "Proof: 1.", "The answer is cleared.")
	equal(t, "answers", h.words(), "")
}

func TestPlainSaveError(t *testing.T) {
	h := newHospital()
	h.fail = errors.New("disk full")
	var out bytes.Buffer
	outcome, err := Plain(context.Background(), Terminal{In: strings.NewReader("4\n"), Out: &out}, &h.Session)
	equal(t, "outcome", outcome, Interrupted)
	if !errors.Is(err, h.fail) {
		t.Errorf("error: %v", err)
	}
	contains(t, out.String(), "NOT SAVED: disk full")
	if strings.Contains(out.String(), "are saved") {
		t.Error("it says that the answers are saved")
	}
}

func TestPlainCanceled(t *testing.T) {
	h := newHospital()
	ctx, cancel := context.WithCancel(context.Background())
	in, typed := io.Pipe()
	defer typed.Close()
	h.Save = func() error { cancel(); return nil }
	go io.WriteString(typed, "4\n")
	var out bytes.Buffer
	outcome, err := Plain(ctx, Terminal{In: in, Out: &out}, &h.Session)
	equal(t, "outcome", outcome, Interrupted)
	if err != nil {
		t.Error(err)
	}
	equal(t, "answers", h.words(), "mfa=yes")
	contains(t, out.String(), "Interrupted at question 2 of 5")
}

func TestPlainOutputThatFails(t *testing.T) {
	h := newHospital()
	outcome, err := Plain(context.Background(), Terminal{In: strings.NewReader("4\n"), Out: broken{}}, &h.Session)
	equal(t, "outcome", outcome, Interrupted)
	if err == nil {
		t.Error("the error of the output is lost")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestPlainPageAfterTheLast(t *testing.T) {
	h := newHospital()
	out, outcome := h.plainly(t, "4\n4\n4\n4\ns\nhm\n\n")
	equal(t, "outcome", outcome, Done)
	contains(t, out, "That was the last question. 1 question is not answered yet.")
}

// Profile, questions and the choice after them read from one input; none may
// read ahead and swallow what is for the next.
func TestPlainRunsShareTheInput(t *testing.T) {
	in := strings.NewReader("St. Mary\n12\nn\n3\n\nAnn\n4\n4\n4\n4\n4\nm\nc\nrest")
	var out bytes.Buffer
	term := Terminal{In: in, Out: &out}
	lib := library(t)
	p := Profile{}
	outcome, err := PlainProfile(context.Background(), term, lib, &p, "2026-Q3")
	if err != nil || outcome != Done {
		t.Fatalf("profile: %v, %v\n%s", outcome, err, out.String())
	}
	h := newHospital()
	if outcome, err = Plain(context.Background(), term, &h.Session); err != nil || outcome != Done {
		t.Fatalf("questions: %v, %v", outcome, err)
	}
	ways, outcome, err := PlainReward(context.Background(), term, &Reward{More: []Choice{{ID: "one", Title: "A", Enabled: true}, {ID: "two", Title: "B", Enabled: true}}})
	if err != nil || outcome != Done || ways.Set != "two" {
		t.Fatalf("choice: %v, %v, %v", ways, outcome, err)
	}
	rest, _ := io.ReadAll(in)
	equal(t, "rest", string(rest), "rest")
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"4\n3\n", "5\n2\nr\nx\n2027-01-01\n", "?\ng\ng mfa\nN\nx\n", "\x00\xff\r\n", "n\np\n1\n", "q"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, input string) {
		h := newHospital()
		h.Assessment.Answers["training"] = assess.Answer{State: assess.Levelled, Level: frameworks.Partly, Revision: 1, Carried: assess.Quarter{Year: 2026, N: 2}}
		h.plainly(t, input)
		for key, ans := range h.Assessment.Answers {
			if words.Clean(ans.Note) != ans.Note || words.Clean(ans.Reason) != ans.Reason {
				t.Errorf("%s keeps text that is not clean: %q, %q", key, ans.Note, ans.Reason)
			}
		}
	})
}
