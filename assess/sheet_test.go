package assess

import (
	"maps"
	"os"
	"regexp"
	"strings"
	"testing"

	"hygeia/frameworks"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestTemplate compares the answers file with testdata/answers/template.yaml:
// an open question, an answered one, a carried one and one whose question
// changed since.
func TestTemplate(t *testing.T) {
	lib := savedBank(t)
	var qs []*frameworks.Question
	for _, key := range []string{"mfa-email", "mfa-remote", "guest-wifi", "incident-plan"} {
		q, _ := lib.Question(key)
		qs = append(qs, q)
	}
	got, err := Template(lib, templateDraft(), qs)
	if err != nil {
		t.Fatal(err)
	}
	const golden = "../testdata/answers/template.yaml"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(read(t, golden), string(got)); diff != "" {
		t.Errorf("template (-want +got; UPDATE=1 writes it):\n%s", diff)
	}
}

func templateDraft() *Assessment {
	a := draftOf(told("mfa-email=yes mfa-remote=other-mostly guest-wifi=mostly"))
	remote := a.Answers["mfa-remote"]
	remote.Note = "Only two people.\n\nBoth use a key."
	remote.Proof = []Proof{{Grade: Record, What: "Sign-in log", Date: testDay, Where: "IT share"}}
	a.Answers["mfa-remote"] = remote
	wifi := a.Answers["guest-wifi"]
	wifi.Carried, wifi.Note = Quarter{2026, 2}, "Not in the annex.\n\nPlanned."
	a.Answers["guest-wifi"] = wifi
	return a
}

// TestTemplateReadBack: a template sent back unread confirms nothing that has to
// be looked at and changes nothing else.
func TestTemplateReadBack(t *testing.T) {
	lib := savedBank(t)
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment().Draw(t, "assessment")
		a.Status = Draft
		data, err := Template(lib, a, lib.Questions)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ReadAnswers("a.yaml", data, lib, nil, a.AsOf())
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		want := map[string]Answer{}
		for _, q := range lib.Questions {
			ans, ok := canonical(a).Answers[q.Key]
			if ok && ans.Revision == q.Revision && ans.Carried.IsZero() && len(ans.Problems(q, a.AsOf())) == 0 {
				want[q.Key] = ans.written()
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("read back (-want +got):\n%s\n%s", diff, data)
		}
	})
}

// TestTemplateLinesCanBeUsed takes every "# " below an answer away, as the head
// of the file says.
func TestTemplateLinesCanBeUsed(t *testing.T) {
	lib := savedBank(t)
	data, err := Template(lib, templateDraft(), lib.Questions)
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^    # `).ReplaceAllString(string(data), "    ")
	text = strings.ReplaceAll(text, "    reaches: mostly\n    reason:\n    approver:\n    review:\n", "") // beside yes and mostly
	text = strings.ReplaceAll(text, "what:\n", "what: A log\n")
	text = strings.ReplaceAll(text, "answer:\n", "answer: yes\n")
	got, err := ReadAnswers("a.yaml", []byte(text), lib, nil, testDay)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(got) != len(lib.Questions) {
		t.Errorf("%d answers, want all %d", len(got), len(lib.Questions))
	}
	if diff := cmp.Diff("Not in the annex.\n\nPlanned.", got["guest-wifi"].Note); diff != "" {
		t.Errorf("carried note (-want +got):\n%s", diff)
	}
}

func TestReadAnswersMistakes(t *testing.T) {
	const head = "schema: hygeia/answers/v1\nanswers:\n"
	tests := []struct{ name, data, want string }{
		{"all at once", head + "  mfa-emial: {answer: yes}\n  guest-wifi: {answer: perhaps}\n  mfa-remote:\n    answer: other-way\n    reaches: yes\n    reson: x\n",
			`a.yaml:3:3: unknown question "mfa-emial": did you mean mfa-email?
a.yaml:4:24: answer "perhaps": must be yes, mostly, partly, no, other-way, does-not-apply or unknown
a.yaml:6:13: mfa-remote: a reason is missing: how is the risk handled instead?
a.yaml:6:13: mfa-remote: an approver is missing: who agreed to this way?
a.yaml:6:13: mfa-remote: a review date is missing: a day from 2026-09-14 to 2027-09-14
a.yaml:7:14: reaches "yes": must be partly or mostly
a.yaml:8:5: unknown key "reson": did you mean reason?`},
		{"told once", head + "  mfa-remote:\n    answer: other-way\n    reason: x\n    approver: A\n    review: 2027-01-04\n  guest-wifi:\n    answer: yes\n    proof:\n      - kind: pappr\n        date: 2026-09-01\n        what: x\n",
			`a.yaml:4:5: missing key "reaches"
a.yaml:11:15: proof "pappr": must be said, paper, record or outside`},
		{"no space after a colon", head + "  guest-wifi:\n    answer:yes\n", `a.yaml:4:5: guest-wifi: a space is missing after the colon: "answer: yes"`},
		{"must apply", head + "  mfa-email: {answer: does-not-apply, reason: no mail}\n",
			`a.yaml:3:23: mfa-email: this one applies to every organization, so "does not apply" cannot be chosen`},
		{"a note alone", head + "  guest-wifi:\n    answer:\n    note: later\n",
			"a.yaml:3:3: guest-wifi has a note but no answer: fill in answer, or take the note away"},
		{"a reason beside yes", head + "  guest-wifi: {answer: yes, reason: so}\n",
			"a.yaml:3:37: reason stands only with other-way and does-not-apply; put what else there is to say under note"},
		{"set by the program", head + "  guest-wifi: {answer: yes, recorded: 2026-01-01}\n",
			`a.yaml:3:29: unknown key "recorded": must be answer, reaches, reason, approver, review, effective, change, note or proof`},
		{"newer", "schema: hygeia/answers/v2\nanswers: {}\n",
			`a.yaml:1:9: schema "hygeia/answers/v2": was saved by a newer hygeia; this one reads hygeia/answers/v1 and hygeia/assessment/v2 and hygeia/assessment/v1`},
		{"other file", "schema: hygeia/questions/v1\n",
			`a.yaml:1:9: schema "hygeia/questions/v1": must be hygeia/answers/v1 or hygeia/assessment/v2 or hygeia/assessment/v1`},
		{"no schema", "answers: {}\n",
			`a.yaml:1:1: missing key "schema": the file must begin with a line such as "schema: hygeia/answers/v1"`},
		{"a list", "- a\n",
			`a.yaml:1:1: missing key "schema": the file must begin with a line such as "schema: hygeia/answers/v1"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadAnswers("a.yaml", []byte(tt.data), savedBank(t), nil, testDay)
			if err == nil || got != nil {
				t.Fatalf("answers %v, error %v", got, err)
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("mistakes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSavedQuarterIsAnAnswersFile(t *testing.T) {
	lib := savedBank(t)
	a := templateDraft()
	email := a.Answers["mfa-email"]
	email.Revision, email.Change, email.Changed, email.By = 2, Improved, testQuarter, "Ann"
	a.Answers["mfa-email"] = email
	data, err := Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadAnswers("2026-Q3.yaml", data, lib, nil, testDay)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Answer{}
	for key, ans := range a.Answers {
		want[key] = ans.written()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}

	email.Revision = 1
	a.Answers["mfa-email"] = email
	if data, err = Encode(a); err != nil {
		t.Fatal(err)
	}
	if _, err = ReadAnswers("2026-Q3.yaml", data, lib, nil, testDay); err == nil || !strings.Contains(err.Error(), "means something else") {
		t.Errorf("an answer to an older revision was taken: %v", err)
	}
}

func TestMerge(t *testing.T) {
	lib := savedBank(t)
	a := draftOf(told("mfa-remote=no guest-wifi=mostly"))
	wifi := a.Answers["guest-wifi"]
	wifi.Carried, wifi.Recorded = Quarter{2026, 2}, Date{2026, 5, 1}
	a.Answers["guest-wifi"] = wifi
	given := map[string]Answer{
		"mfa-email":  {State: Levelled, Level: frameworks.Yes},
		"mfa-remote": {State: Levelled, Level: frameworks.Partly, Note: "two of five"},
		"guest-wifi": {State: Levelled, Level: frameworks.Mostly},
	}
	merged, err := a.Merge(lib, given, "Ann", testDay)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, m := range merged {
		line := m.Question.Key + ": " + m.Before.Name() + " -> " + m.After.Name()
		if !m.Changed() {
			line += " (confirmed)"
		}
		lines = append(lines, line)
	}
	want := []string{"mfa-email: Not answered -> Yes", "mfa-remote: No -> Partly", "guest-wifi: Mostly -> Mostly (confirmed)"}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	if got := a.Answers["guest-wifi"]; !got.Carried.IsZero() || got.Recorded != testDay {
		t.Errorf("guest-wifi is not confirmed: %+v", got)
	}
	if got := a.Answers["mfa-email"]; got.Revision != 2 || got.By != "Ann" || got.Recorded != testDay {
		t.Errorf("mfa-email is not recorded again: %+v", got)
	}
}

// What a file says nothing about stays, where the level is the same or a level is
// all that it gives: nobody throws a proof away by leaving it out.
func TestMergeKeepsNoteAndProof(t *testing.T) {
	proof := []Proof{{Grade: Record, What: "log", Date: testDay}}
	other := toldWord("other-mostly")
	other.Note, other.Proof = "kept", proof
	level := func(word string) Answer {
		ans := toldWord(word)
		ans.Note, ans.Proof, ans.By, ans.Effective = "kept", proof, "IT", Date{2026, 8, 1}
		return ans
	}
	tests := []struct {
		name      string
		before    Answer
		given     Answer
		note, by  string
		proofs    int
		effective bool
		changed   bool
	}{
		{"the level alone, the same", level("partly"), Answer{State: Levelled, Level: frameworks.Partly}, "kept", "IT", 1, true, false},
		{"the level alone, another", level("partly"), Answer{State: Levelled, Level: frameworks.No}, "kept", "MSP", 1, false, true},
		{"the same level with a new note", level("partly"), Answer{State: Levelled, Level: frameworks.Partly, Note: "new"}, "new", "MSP", 1, true, true},
		{"another level with a new note", level("partly"), Answer{State: Levelled, Level: frameworks.No, Note: "new"}, "new", "MSP", 0, false, true},
		{"another way alone, the same", other, Answer{State: OtherWay, Level: frameworks.Mostly}, "kept", "", 1, false, false},
		{"don't know alone", level("partly"), Answer{State: Unknown}, "kept", "MSP", 1, false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib := savedBank(t)
			a := draftOf(map[string]Answer{"mfa-remote": tt.before})
			merged, err := a.Merge(lib, map[string]Answer{"mfa-remote": tt.given}, "MSP", testDay)
			if err != nil {
				t.Fatal(err)
			}
			got := a.Answers["mfa-remote"]
			if got.Note != tt.note || got.By != tt.by || len(got.Proof) != tt.proofs || got.Effective.IsZero() == tt.effective {
				t.Errorf("got %+v", got)
			}
			if merged[0].Changed() != tt.changed {
				t.Errorf("changed %t, want %t", merged[0].Changed(), tt.changed)
			}
		})
	}
}

// A reason against its direction is refused at its place in the file.
func TestReasonAgainstDirectionInFile(t *testing.T) {
	a := draftOf(told("mfa-remote=mostly"))
	ans := a.Answers["mfa-remote"]
	ans.Carried = Quarter{2026, 2}
	a.Answers["mfa-remote"] = ans
	text := "schema: hygeia/answers/v1\nanswers:\n  mfa-remote:\n    answer: no\n    change: improved\n"
	_, err := ReadAnswers("a.yaml", []byte(text), savedBank(t), a, testDay)
	want := `a.yaml:5:13: mfa-remote: "improved" does not go with a lower answer; say worsened, or corrected if the earlier answer was wrong`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestMergeIsAllOrNothing(t *testing.T) {
	lib := savedBank(t)
	a := draftOf(told("mfa-remote=no"))
	before := maps.Clone(a.Answers)
	updated := a.Updated
	_, err := a.Merge(lib, map[string]Answer{
		"mfa-remote": {State: Levelled, Level: frameworks.Yes},
		"mfa-email":  {State: NotApplicable, Reason: "no mail"},
		"guest-wify": {State: Unknown},
	}, "Ann", testDay.NextYear())
	if err == nil || !strings.Contains(err.Error(), "mfa-email: ") || !strings.Contains(err.Error(), "did you mean guest-wifi?") {
		t.Errorf("error %v, want both mistakes", err)
	}
	if diff := cmp.Diff(before, a.Answers); diff != "" || a.Updated != updated {
		t.Errorf("the quarter was changed (-before +after):\n%s", diff)
	}
}

func FuzzReadAnswers(f *testing.F) {
	for _, path := range append(glob(f, "../testdata/saved/ok/*.yaml"), glob(f, "../testdata/answers/*.yaml")...) {
		f.Add([]byte(read(f, path)))
	}
	lib := savedBank(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		answers, err := ReadAnswers("a.yaml", data, lib, nil, testDay)
		if err != nil {
			return
		}
		a := draftOf(nil)
		if _, err := a.Merge(lib, answers, "Ann", testDay); err != nil {
			t.Fatalf("read, but not to be merged: %v", err)
		}
		saved, err := Encode(a)
		if err != nil {
			t.Fatalf("merged, but not to be saved: %v", err)
		}
		again, err := ReadAnswers("q.yaml", saved, lib, nil, testDay)
		if err != nil {
			t.Fatalf("saved, but not an answers file: %v", err)
		}
		for key, ans := range answers {
			if !sameAnswer(ans, again[key]) {
				t.Fatalf("%s (-given +saved):\n%s", key, cmp.Diff(ans, again[key]))
			}
		}
	})
}
