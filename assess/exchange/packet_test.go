package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
)

// handed is what came back of a hand-out of these questions of a quarter: "kev-fix=yes"
// was answered so, "kev-fix" was left empty.
func handed(t testing.TB, lib *frameworks.Library, a *assess.Assessment, answers ...string) *packet.Reply {
	t.Helper()
	var keys []string
	for _, ans := range answers {
		key, _, _ := strings.Cut(ans, "=")
		keys = append(keys, key)
	}
	data, err := packet.New(lib, a, packet.Wish{Keys: keys}, a.AsOf()).WriteYAML()
	if err != nil {
		t.Fatal(err)
	}
	for _, ans := range answers {
		if key, word, answered := strings.Cut(ans, "="); answered {
			data = bytes.Replace(data, []byte("  "+key+":\n    answer:\n"), []byte("  "+key+":\n    answer: "+word+"\n"), 1)
		}
	}
	data = bytes.Replace(data, []byte("\nby:\n"), []byte("\nby: J. Rivera\n"), 1)
	r, err := packet.Read("hr.yaml", data, later)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func told(m *Merge) string { return strings.Join(m.Tell(), "\n") }

func TestReplyIsTakenOver(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix~mostly", "internet-scan=no", "mfa-email=mostly")
	r := handed(t, lib, a, "kev-fix=still-true", "internet-scan=partly", "mfa-email", "email-filter=does-not-apply\n    reason: No mail here.", "backup-plan=unknown")
	m := CombineReply(lib, a, r, "", later)
	if n := len(m.Questions()); n > 0 {
		t.Fatalf("%d questions: %s", n, told(m))
	}
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"backup-plan: Not answered -> Don't know",
		"internet-scan: No -> Partly",
		"kev-fix: said again, so no longer only carried",
		`backup-plan: taken over, but this quarter does not ask it; choose its framework with "hygeia assess --framework"`,
		"mfa-email: left empty in the file, so nothing changes there",
		`email-filter: not taken over: this one applies to every organization, so "does not apply" cannot be chosen`,
	}, "\n")
	if diff := cmp.Diff(want, told(m)); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if ans := a.Answers["internet-scan"]; ans.By != "J. Rivera" || ans.Recorded != later {
		t.Errorf("internet-scan is given by %q on %s", ans.By, ans.Recorded)
	}
	if !a.Answers["kev-fix"].Carried.IsZero() {
		t.Error("kev-fix is still only carried")
	}
}

// What was answered here since the hand-out went out is a question, and who said
// what and when is known; the same answer on both sides is none.
func TestReplyMeetsAnotherAnswer(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix=no", "internet-scan=no")
	r := handed(t, lib, a, "kev-fix=yes", "internet-scan=yes", "mfa-email=yes")
	say(t, a, day, "kev-fix=partly")
	say(t, a, day, "internet-scan=yes")
	say(t, a, day, "mfa-email=mostly")
	m := CombineReply(lib, a, r, "", later)
	var keys []string
	for _, c := range m.Questions() {
		keys = append(keys, c.Key)
		if c.By != [2]string{"R. Okafor", "J. Rivera"} || c.On != [2]assess.Date{day, later} {
			t.Errorf("%s: by %q on %v", c.Key, c.By, c.On)
		}
	}
	slices.Sort(keys)
	if !slices.Equal(keys, []string{"kev-fix", "mfa-email"}) {
		t.Errorf("asked are %q", keys)
	}
}

// Two hand-outs that answer the same question: the second one is asked about.
func TestTwoRepliesToOneQuestion(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix=no")
	one, other := handed(t, lib, a, "kev-fix=yes"), handed(t, lib, a, "kev-fix=partly")
	if err := CombineReply(lib, a, one, "", later).Apply(); err != nil {
		t.Fatal(err)
	}
	if m := CombineReply(lib, a, one, "", later); m.Changed() || len(m.Questions()) > 0 {
		t.Errorf("the same again: %s", told(m))
	}
	if m := CombineReply(lib, a, other, "", later); len(m.Questions()) != 1 {
		t.Errorf("the other: %s", told(m))
	}
}

// An answer to other words than today's is left out by name.
func TestReplyToOtherWords(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix=no", "internet-scan=no")
	r := handed(t, lib, a, "kev-fix=yes", "internet-scan=yes")
	for i := range r.Given {
		if r.Given[i].Key == "kev-fix" {
			r.Given[i].Check.Question = "00000000"
		}
	}
	m := CombineReply(lib, a, r, "", later)
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	if a.Answers["kev-fix"].Level != frameworks.No || a.Answers["internet-scan"].Level != frameworks.Yes {
		t.Error("the wrong one was taken over")
	}
	if !strings.Contains(told(m), "kev-fix: not taken over: the question was put in other words") {
		t.Errorf("told:\n%s", told(m))
	}
}

// Notes and proof are added to those that are here.
func TestReplyAddsBesides(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix=mostly")
	q, _ := lib.Question("kev-fix")
	old := assess.Proof{Grade: assess.Record, What: "Scan report", Date: day}
	a.SetNote(q, "Two appliances on the list.", "R. Okafor", day)
	a.SetProof(q, []assess.Proof{old}, "R. Okafor", day)
	r := handed(t, lib, a, "kev-fix=yes\n    note: All done.\n    proof:\n      - kind: paper\n        what: Ticket\n        date: 2026-07-01")
	m := CombineReply(lib, a, r, "", later)
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	ans := a.Answers["kev-fix"]
	if ans.Note != "Two appliances on the list.\nAll done." || len(ans.Proof) != 2 || ans.Proof[0] != old {
		t.Errorf("now it is %+v", ans)
	}
	if strings.Contains(told(m), "replaces") {
		t.Errorf("told:\n%s", told(m))
	}
	if again := CombineReply(lib, a, r, "", later); again.Changed() || len(again.Questions()) > 0 {
		t.Errorf("the same again: %s", told(again))
	}
}

func TestReplyOfAnother(t *testing.T) {
	lib := library(t)
	a := quarter(t, day, "kev-fix=mostly")
	r := handed(t, lib, a, "kev-fix=yes")
	if err := CheckReply(a, r, false); err != nil {
		t.Error(err)
	}
	r.Organization = "Other Clinic"
	if err := CheckReply(a, r, false); err == nil || CheckReply(a, r, true) != nil {
		t.Error("another organization is taken, or is not with --yes")
	}
	r.Quarter = r.Quarter.Next()
	if err := CheckReply(a, r, true); err == nil {
		t.Error("another quarter is taken")
	}
}
