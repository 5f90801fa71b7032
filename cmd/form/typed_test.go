package form

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hygeia/assess"
)

// typing runs plain mode at a terminal where each text comes on its own.
func (h *hospital) typing(t *testing.T, texts ...string) string {
	t.Helper()
	var out bytes.Buffer
	synctest.Test(t, func(t *testing.T) {
		in, typed := io.Pipe()
		go func() {
			for _, s := range texts {
				io.WriteString(typed, s)
				time.Sleep(time.Second)
			}
			typed.Close()
		}()
		if _, err := Plain(context.Background(), Terminal{In: NewTyped(in), Out: &out, Width: 80}, &h.Session); err != nil {
			t.Error(err)
		}
	})
	return out.String()
}

// Several lines at once are no answers; they are shown and offered for the note.
func TestLinesAtOnceAnswerNothing(t *testing.T) {
	for _, c := range []struct {
		name  string
		typed []string
		note  string
	}{
		{"dropped", []string{"4\n3\nyes\nq\n", "\n"}, ""},
		{"dropped by a word", []string{"4\n3\n", "no\n"}, ""},
		{"into the note", []string{"Ticket from MSP:\n4 of 5 firewalls patched\n", "y\n"}, "Ticket from MSP:\n4 of 5 firewalls patched"},
		{"with the end that had no line end", []string{"Ticket from MSP:\n4 of 5\nthe re", "st\n", "y\n"}, "Ticket from MSP:\n4 of 5\nthe rest"},
		{"the input ends", []string{"4\n3\n"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHospital()
			out := h.typing(t, c.typed...)
			equal(t, "answers", h.words(), "")
			equal(t, "note", h.Assessment.Answers["mfa"].Note, c.note)
			contains(t, out, "These lines came all at once", "Put them into the note of this question?")
		})
	}
}

func TestLinesOneAfterTheOtherAreTyped(t *testing.T) {
	h := newHospital()
	h.typing(t, "4\n", "Mostly\r\n", "0\n")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown")
}

// In a field lines at once are a text if the person says so, and no day or choice.
func TestLinesAtOnceInAField(t *testing.T) {
	h := newHospital()
	out := h.typing(t, "5\n", "2\n3\n", "2\n", "first\nsecond\n", "y\n", "Dr. Lee\nDr. No\n", "\n", "Dr. Lee\n", "2027-01-01\n2027-01-02\n", "\n")
	ans := h.Assessment.Answers["mfa"]
	equal(t, "reason", ans.Reason, "first\nsecond")
	equal(t, "approver", ans.Approver, "Dr. Lee")
	equal(t, "review", ans.Review, assess.Date{Year: 2027, Month: 7, Day: 14})
	contains(t, out, "none of it was used", "Take them as the text asked for?")
}

func TestLinesAtOnceConfirmNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		if Confirm(t.Context(), Terminal{In: NewTyped(strings.NewReader("y\nes\n")), Out: &out}, "Finish all the same?") {
			t.Error("a paste was a yes")
		}
		contains(t, out.String(), "none of it was used")
	})
}

// In a pipe every line counts as it comes.
func TestLinesOfAPipeCount(t *testing.T) {
	h := newHospital()
	h.plainly(t, "4\n3\n0\n")
	equal(t, "answers", h.words(), "mfa=yes training=mostly backups=unknown")
}

// What looks like a secret is asked about once where a person types; in a pipe it is
// told, and no line is taken for the answer.
func TestPlainSecret(t *testing.T) {
	h := newHospital()
	out := h.typing(t, "note\n", "the password is Winter26\n", "\n", "4\n")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "the password is Winter26")
	contains(t, out, "This looks like a password, which others would read here. Type it again without\nthat, or press Enter to keep it.")
	h = newHospital()
	h.typing(t, "note\n", "the password is Winter26\n", "the password is known\n")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "the password is known")

	h = newHospital()
	out, _ = h.plainly(t, "note\nSSN 219-09-9999\n4\n")
	equal(t, "answers", h.words(), "mfa=yes")
	contains(t, out, "This looks like a Social Security number, which others would read here. It is\nkept as it is.")
}

func TestSecretIsAskedAboutOnce(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("n").each("pw: hunter2!").sees("This looks like a password").press("enter").sees("Leave it out, or press\nEnter again to keep it.")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "")
	d.press("enter").sees("The note is kept")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "pw: hunter2!")
	d.press("s", "6", "MRN 00482913", "enter").sees("a patient's record number").press("backspace", "backspace", "backspace", "backspace", "backspace").lacks("looks like").press(" gone", "enter")
	equal(t, "reason", h.Assessment.Answers["training"].Reason, "MRN 004 gone")
}

func TestHiddenCharactersAreLeftOut(t *testing.T) {
	h := newHospital()
	d := h.open(t).press("n", "a\u200bb").sees("ab", "Characters that cannot be seen were left out.")
	d.paste("tag\U000e0041 é")
	d.sees("were left out").press("enter")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "abtag é")
	h = newHospital()
	out, _ := h.plainly(t, "note\na\u200bb\n")
	equal(t, "note", h.Assessment.Answers["mfa"].Note, "ab")
	contains(t, out, "Characters that cannot be seen were left out.")
}
