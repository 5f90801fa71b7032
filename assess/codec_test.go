package assess

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hygeia/frameworks"
	"hygeia/frameworks/words"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// savedBank is the library of the saved quarters in testdata. The question
// mfa-email must apply and has a second revision.
func savedBank(t testing.TB) *frameworks.Library {
	t.Helper()
	return bank{
		sections:  []string{"access: mfa-email; mfa-remote", "rest: guest-wifi; incident-plan"},
		questions: map[string]bankQuestion{"mfa-email": {revision: 2, mustApply: true}},
	}.mustLoad(t)
}

// always returns the content function that finds lib for every quarter.
func always(lib *frameworks.Library) func(Pin, Status) (*frameworks.Library, error) {
	return func(Pin, Status) (*frameworks.Library, error) { return lib, nil }
}

// TestSavedFilesOpen reads every file of testdata/saved/ok. Encoded again it has
// the same bytes, or those of the .saved file beside it if a person wrote it.
func TestSavedFilesOpen(t *testing.T) {
	lib := savedBank(t)
	for _, path := range glob(t, "../testdata/saved/ok/*.yaml") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			want := read(t, path)
			a, _, err := Decode("ok.yaml", []byte(want), always(lib))
			if err != nil {
				t.Fatal(err)
			}
			got, err := Encode(a)
			if err != nil {
				t.Fatal(err)
			}
			if other, err := os.ReadFile(strings.TrimSuffix(path, ".yaml") + ".saved"); err == nil {
				want = string(other)
			}
			if diff := cmp.Diff(want, string(got)); diff != "" {
				t.Errorf("encoded again (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOldFilesOpen reads every file of the first schema. It opens for ever, under
// the rules it was begun with, and survives being saved again.
func TestOldFilesOpen(t *testing.T) {
	lib := savedBank(t)
	for _, path := range glob(t, "../testdata/saved/v1/*.yaml") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, _, err := Decode("old.yaml", []byte(read(t, path)), always(lib))
			if err != nil {
				t.Fatal(err)
			}
			if a.Rules != 1 {
				t.Errorf("rules %d, want 1", a.Rules)
			}
			data, err := Encode(a)
			if err != nil {
				t.Fatal(err)
			}
			again, _, err := Decode("again.yaml", data, always(lib))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(a, again); diff != "" {
				t.Errorf("saved again (-want +got):\n%s", diff)
			}
		})
	}
}

// What an older quarter allowed stays allowed in it, and ends with it: an own
// target without approver, and "does not apply" where a question has come to
// apply everywhere.
func TestOlderRules(t *testing.T) {
	lib := savedBank(t)
	old, _, err := Decode("old.yaml", []byte(read(t, "../testdata/saved/v1/allowed.yaml")), always(lib))
	if err != nil {
		t.Fatal(err)
	}
	old.Frameworks = []string{"own"}
	if it, _ := Evaluate(lib, old).Item("mfa-email"); it.State != NotApplicable || it.Target != frameworks.No {
		t.Errorf("state %d, target %s, want as it was allowed", it.State, it.Target)
	}
	next := NextQuarter(lib, old, Quarter{2026, 4}, time.Date(2026, 10, 5, 9, 0, 0, 0, time.UTC))
	if it, _ := Evaluate(lib, next).Item("mfa-email"); it.State != Open || it.Target != frameworks.Mostly {
		t.Errorf("a quarter later: state %d, target %s, want open and mostly", it.State, it.Target)
	}
	if _, err := Encode(next); err != nil {
		t.Errorf("the next quarter cannot be saved: %v", err)
	}
}

// A target of today that only a hand can have written is refused at its place.
// With other content it counts for nothing, and the file can be read.
func TestLowTargetInFile(t *testing.T) {
	lib := savedBank(t)
	text := func(digest string) []byte {
		return []byte("schema: hygeia/assessment/v2\nperiod: 2026-Q3\nstatus: draft\nrules: 2\nupdated: 2026-09-14T16:30:12Z\n" +
			"content: {version: \"1\", digest: \"" + digest + "\"}\ntargets:\n  mfa-email:\n    level: partly\n    reason: not now\nend: {answers: 0}\n")
	}
	_, _, err := Decode("q.yaml", text(lib.Digest), always(lib))
	want := "q.yaml:9:12: the target of mfa-email is below the usual mostly, so it needs an approver: who agreed to partly?"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	a, _, err := Decode("q.yaml", text("sha256:"+strings.Repeat("0", 64)), always(lib))
	if err != nil {
		t.Fatal(err)
	}
	a.Frameworks = []string{"own"}
	if it, _ := Evaluate(lib, a).Item("mfa-email"); it.Target != frameworks.Mostly || it.Own != "" {
		t.Errorf("target %s %q, want the usual mostly", it.Target, it.Own)
	}
}

// TestSavedFilesFail reads every file of testdata/saved/err. The .txt file
// beside it holds the mistakes, one a line.
func TestSavedFilesFail(t *testing.T) {
	lib := savedBank(t)
	for _, path := range glob(t, "../testdata/saved/err/*.yaml") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			_, _, err := Decode(filepath.Base(path), []byte(read(t, path)), always(lib))
			if err == nil {
				t.Fatal("no mistake was found")
			}
			want := read(t, strings.TrimSuffix(path, ".yaml")+".txt")
			if diff := cmp.Diff(want, err.Error()+"\n"); diff != "" {
				t.Errorf("mistakes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuarterSurvivesSaving(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAssessment().Draw(t, "assessment")
		first, err := Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		back, _, err := Decode("q.yaml", first, nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		if diff := cmp.Diff(canonical(a), back); diff != "" {
			t.Fatalf("read back (-saved +read):\n%s", diff)
		}
		second, err := Encode(back)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(first), string(second)); diff != "" {
			t.Fatalf("saved again (-first +second):\n%s", diff)
		}
	})
}

func TestEncodeRefuses(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Assessment)
		want   string // part of the error
	}{
		{"a note that is not clean", setAnswer(func(ans *Answer) { ans.Note = "\tfirst\nsecond" }), `the answer to "mfa-email"`},
		{"an escape code", setAnswer(func(ans *Answer) { ans.Note = "a\x1b[31m" }), "U+001B"},
		{"a note of 2,001 characters", setAnswer(func(ans *Answer) { ans.Note = strings.Repeat("é", MaxNote+1) }), "note has 2001 characters; at most 2000 are kept"},
		{"a reason without an answer", setAnswer(func(ans *Answer) { *ans = Answer{Reason: "later"} }), `missing key "answer"`},
		{"an other way that reaches all", setAnswer(func(ans *Answer) { ans.State, ans.Level = OtherWay, frameworks.Yes }), "must be partly or mostly"},
		{"a reason beside a level", setAnswer(func(ans *Answer) { ans.Reason = "so" }), "reason stands only with"},
		{"no revision", setAnswer(func(ans *Answer) { ans.Revision = 0 }), `missing key "revision"`},
		{"a day that does not exist", setAnswer(func(ans *Answer) { ans.Recorded = Date{2026, 2, 30} }), "2026-02-30"},
		{"six proofs", setAnswer(func(ans *Answer) { ans.Proof = make([]Proof, 6) }), "proof"},
		{"an approver of two lines", setAnswer(func(ans *Answer) {
			*ans = Answer{State: OtherWay, Level: frameworks.Mostly, Approver: "one\ntwo", Revision: 1, Recorded: testDay}
		}), "approver must be one line"},
		{"a decision that is none", setDecision(Decision{Recorded: testDay}), `missing key "decision"`},
		{"a fix without an owner", setDecision(Decision{Kind: Fix, Due: testDay, Recorded: testDay}), `missing key "owner"`},
		{"a decision nobody wrote down", setDecision(Decision{Kind: Fix, Owner: "IT", Due: testDay}), `missing key "recorded"`},
		{"an owner that is not clean", setDecision(Decision{Kind: Fix, Owner: "IT\tlead", Due: testDay, Recorded: testDay}), `the decision about "mfa-email"`},
		{"no period", func(a *Assessment) { a.Period = Quarter{} }, "period"},
		{"no time", func(a *Assessment) { a.Updated = time.Time{} }, `missing key "updated"`},
		{"finished without a day", func(a *Assessment) { a.Status = Finished }, `missing key "finished"`},
		{"a name with a tab", func(a *Assessment) { a.Organization.Name = "St.\tAnne" }, "before the answers"},
		{"a digest that names a file", func(a *Assessment) { a.Previous = "sha256:../../etc/passwd" }, "digest"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told("mfa-email=yes"))
			tt.change(a)
			_, err := Encode(a)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func setDecision(d Decision) func(*Assessment) {
	return func(a *Assessment) { a.Decisions = map[string]Decision{"mfa-email": d} }
}

func setAnswer(change func(*Answer)) func(*Assessment) {
	return func(a *Assessment) {
		ans := a.Answers["mfa-email"]
		change(&ans)
		a.Answers["mfa-email"] = ans
	}
}

// TestLargestQuarterReopens fills every question of the shipped bank with the
// longest legal answer. A line break after every emoji is the worst case: each
// line is indented.
func TestLargestQuarterReopens(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	note := words.Clean(strings.Repeat("😀\n", MaxNote/2))
	reason := words.Clean(strings.Repeat("😀\n", MaxReason/2))
	brief := words.Clean(strings.Repeat("😀\n", MaxBrief/2))
	name, role := strings.Repeat("🏥", MaxName), strings.Repeat("🏥", MaxRole)
	proof := Proof{Grade: Outside, What: name, Date: testDay, Where: name}
	a := &Assessment{
		Period: testQuarter, Status: Finished, Started: testDay.time(), Updated: testDay.time(), Finished: testDay,
		Organization: Organization{name, name, frameworks.Medium, name, 100_000, 100_000, true, "outsourced", name, ""},
		Content:      Pin{lib.Version, lib.Digest}, Previous: lib.Digest,
		Targets: map[string]Target{}, Decisions: map[string]Decision{}, Answers: map[string]Answer{},
	}
	for _, f := range lib.Frameworks {
		a.Frameworks = append(a.Frameworks, f.ID)
	}
	for range maxReopened {
		a.Reopened = append(a.Reopened, Reopening{testDay, name})
	}
	for _, q := range lib.Questions {
		a.At = q.Key
		a.Targets[q.Key] = Target{frameworks.Mostly, name, name}
		a.Decisions[q.Key] = Decision{Kind: Accept, Reason: brief, Approver: role, Until: testDay.NextYear(), Recorded: testDay, By: role}
		a.Answers[q.Key] = Answer{
			State: OtherWay, Level: frameworks.Partly, Revision: q.Revision, Reason: reason, Approver: name, Review: testDay,
			Effective: testDay, Recorded: testDay, By: name, Change: Corrected, Changed: Quarter{2026, 1}, Carried: Quarter{2026, 1},
			Note: note, Proof: []Proof{proof, proof, proof},
		}
	}
	data, err := Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Decode("2026-Q3.yaml", data, always(lib)); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d questions, %d bytes", len(lib.Questions), len(data))
	if per := len(data) / len(lib.Questions); per*170 > MaxFile {
		t.Errorf("one answer takes %d bytes; 170 of them must fit into %d", per, MaxFile)
	}
}

// TestDamagedFilesAreRefused feeds what has kept yaml.v3 busy for a minute. The
// limit is a guard against hanging and says nothing on speed.
func TestDamagedFilesAreRefused(t *testing.T) {
	head := "schema: hygeia/assessment/v1\nperiod: 2026-Q3\nstatus: draft\nupdated: 2026-09-14T08:00:00Z\n"
	var keys, flow strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&keys, "  key-%d: yes\n", i)
		fmt.Fprintf(&flow, "k%d: 1, ", i)
	}
	tests := []struct{ name, data, want string }{
		{"100,000 keys", head + "answers:\n" + keys.String(), "100000 entries; at most 2000"},
		{"100,000 keys on one line", head + "answers: {" + flow.String() + "}\n", "100000 entries; at most 2000"},
		{"alias bomb", bomb(head), "anchors and aliases"},
		{"20 MB", head + "at: " + strings.Repeat("x", 20<<20), "at most 6291456"},
		{"deep", head + "answers: " + strings.Repeat("{a: ", 5000) + strings.Repeat("}", 5000), "deep"},
		{"second document", head + "---\n" + head, "second document"},
		{"empty", "", "is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			_, _, err := Decode("q.yaml", []byte(tt.data), nil)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %.200v, want one with %q", err, tt.want)
			}
		})
	}
}

func bomb(head string) string {
	var b strings.Builder
	b.WriteString(head + "answers:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "  a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9))
	}
	return b.String()
}

func FuzzDecode(f *testing.F) {
	for _, path := range append(glob(f, "../testdata/saved/ok/*.yaml"), glob(f, "../testdata/saved/err/*.yaml")...) {
		f.Add([]byte(read(f, path)))
	}
	lib := savedBank(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		a, _, err := Decode("q.yaml", data, always(lib))
		if err != nil {
			return
		}
		first, err := Encode(a)
		if err != nil {
			t.Fatalf("read, but not to be saved: %v", err)
		}
		back, _, err := Decode("q.yaml", first, always(lib))
		if err != nil {
			t.Fatalf("saved, but not to be read: %v\n%s", err, first)
		}
		if diff := cmp.Diff(a, back); diff != "" {
			t.Fatalf("read back (-saved +read):\n%s", diff)
		}
	})
}

func glob(t testing.TB, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: no file (%v)", pattern, err)
	}
	return paths
}

func read(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A note and proof that were written before the answer are kept for it.
func TestNoteBeforeTheAnswerIsSaved(t *testing.T) {
	a := draftOf(told("mfa-email=yes"))
	waiting := Answer{Note: "ask Bo", Proof: []Proof{{Grade: Paper, What: "contract"}}, Revision: 1, Recorded: testDay, By: "Ann"}
	a.Answers["kev-fix"] = waiting
	data, err := Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	back, _, err := Decode("q.yaml", data, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if diff := cmp.Diff(waiting, back.Answers["kev-fix"]); diff != "" {
		t.Errorf("read back (-saved +read):\n%s", diff)
	}
}
