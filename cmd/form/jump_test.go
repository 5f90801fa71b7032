package form

import (
	"slices"
	"strings"
	"testing"
)

func (h *hospital) found(typed string) string {
	c := newCore(&h.Session)
	var keys []string
	for _, i := range c.search(typed) {
		keys = append(keys, c.keyAt(i))
	}
	return strings.Join(keys, " ")
}

func TestSearch(t *testing.T) {
	h := newHospital()
	for typed, want := range map[string]string{
		"3": "backups", "mfa": "mfa", "MFA": "mfa", "title of dr": "drills", "drills of": "drills",
		"enhanced": "inventory drills", "title": "mfa training backups inventory drills", "phone backup": "backups",
		"zebra": "", "": "", "6": "",
	} {
		equal(t, typed, h.found(typed), want)
	}
}

// What is exact comes first: 7 is the seventh and not the seventeenth, and a key is
// found before what only names it.
func TestSearchExactFirst(t *testing.T) {
	h := thirty()
	equal(t, "7", strings.Fields(h.found("7"))[0], "q07")
	equal(t, "1", strings.Fields(h.found("1"))[0], "q01")
	b := bank(t)
	seventeenth := b.Chapters[0].Questions[16].Key
	equal(t, "17", strings.Fields(b.found("17"))[0], seventeenth)
	for _, q := range b.Library.Questions {
		equal(t, q.Key, strings.Fields(b.found(q.Key))[0], q.Key)
		if found := strings.Fields(b.found(q.Title)); !slices.Contains(found, q.Key) {
			t.Errorf("%q does not find %s", q.Title, q.Key)
		}
	}
	if found := strings.Fields(b.found("mfa")); len(found) < 3 || found[0] != "mfa-email" {
		t.Errorf("mfa finds %v", found)
	}
}

func TestGoToByNumberAndKey(t *testing.T) {
	h := bank(t)
	d := h.open(t).press("g", "1", "7").sees("/17", ">   17 ").press("enter").sees("17 of ")
	d.press("g", "MFA", "down", "enter").sees("mfa-remote")
	d.press("g", "zebra").sees("Nothing matches").press("enter").sees("Nothing matches").press("backspace", "backspace", "backspace", "backspace", "backspace", "end").sees("> ").press("esc").sees("mfa-remote")
	d.press("g", "pgdown", "end", "home", "enter").sees("1 of ")
	equal(t, "answers", h.words(), "")
}

func TestPlainGoTo(t *testing.T) {
	h := bank(t)
	last := h.Library.Questions[len(h.Library.Questions)-1]
	out, _ := h.plainly(t, "g 17\ng mfa\nG MFA-EMAIL\ng "+last.Title+"\ng mfa-emial\nq\n")
	contains(t, out, ", question 17 of ", "fit; type g and a number.", "(mfa-email)", "("+last.Key+")", "Did you mean mfa-email?")
}
