package assess

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

func TestNextQuarter(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	last := draftOf(told("e1=yes r1=no r8=yes"))
	last.Frameworks = []string{"removed", "own", "hph"}
	last.Organization.Beds = 25
	last.Status, last.Finished, last.Previous, last.At = Finished, testDay, "sha256:1", "e1"
	last.Reopened = []Reopening{{testDay, "a slip"}}
	last.Targets = map[string]Target{"r1": {Level: frameworks.Yes, Reason: "the insurer asks"}}
	older := last.Answers["r1"]
	older.Carried, older.Change, older.Changed = Quarter{2026, 1}, Corrected, Quarter{2025, 4}
	older.Proof = []Proof{{Grade: Paper, What: "policy", Date: testDay}}
	last.Answers["r1"] = older
	last.Answers["r9"] = Answer{}
	last.Targets["r8"] = Target{Level: frameworks.Yes, Reason: "a question of our own, now gone"}

	// e1 is at its target and r8 is gone: what was decided about them is done with.
	promised := Decision{Kind: Fix, Owner: "IT lead", Due: Date{2026, 8, 1}, Recorded: testDay}
	last.Decisions = map[string]Decision{"e1": promised, "r1": promised, "r8": promised}

	zone := time.FixedZone("west", -8*3600)
	next := NextQuarter(lib, last, Quarter{2026, 4}, time.Date(2026, 9, 30, 20, 30, 15, 999, zone))

	given := toldWord("yes")
	given.Carried = testQuarter
	want := &Assessment{
		Period:       Quarter{2026, 4},
		Rules:        CurrentRules,
		Organization: last.Organization,
		Frameworks:   []string{"hph-cpg", "own"},
		Started:      time.Date(2026, 10, 1, 4, 30, 15, 0, time.UTC),
		Updated:      time.Date(2026, 10, 1, 4, 30, 15, 0, time.UTC),
		Day:          Date{2026, 9, 30}, // where the person sits it is still September
		Content:      Pin{lib.Version, lib.Digest},
		Targets:      map[string]Target{"r1": {Level: frameworks.Yes, Reason: "the insurer asks"}},
		Decisions:    map[string]Decision{"r1": promised},
		Answers:      map[string]Answer{"e1": given, "r1": older},
	}
	if diff := cmp.Diff(want, next); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	next.Answers["r1"].Proof[0].What = "changed"
	next.Targets["e1"] = Target{}
	delete(next.Decisions, "r1")
	if last.Answers["r1"].Proof[0].What != "policy" || len(last.Targets) != 2 || len(last.Decisions) != 3 {
		t.Error("the new quarter shares memory with the last")
	}
}

func TestNextQuarterFromNothing(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	now := time.Date(2026, 7, 2, 8, 0, 0, 0, time.UTC)
	next := NextQuarter(lib, nil, testQuarter, now)
	if next.Status != Draft || len(next.Answers) != 0 || next.Answers == nil || !next.Started.Equal(now) {
		t.Errorf("%+v", next)
	}
}

// A quarter later the answers score as before and are marked; two quarters
// later they are stale; confirming takes both marks away.
func TestCarryConfirmClear(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2")
	last := draftOf(told("e1=yes e2=no"))
	next := NextQuarter(lib, last, Quarter{2027, 1}, time.Date(2027, 1, 10, 0, 0, 0, 0, time.UTC))
	r := Evaluate(lib, next)
	if it, _ := r.Item("e1"); !it.Stale || it.Points != 3 {
		t.Errorf("e1 stale %t with %d points, want true with 3", it.Stale, it.Points)
	}

	day := Date{2027, 1, 12}
	e1 := question(t, lib, "e1")
	next.Confirm(e1, day)
	next.Confirm(plain(nil), day)
	if _, ok := next.Answers["q1"]; ok {
		t.Error("Confirm made an answer")
	}
	r = Evaluate(lib, next)
	if it, _ := r.Item("e1"); it.Stale || it.Answer.Recorded != day || r.AsOf != day {
		t.Errorf("confirmed: stale %t, recorded %s, as of %s", it.Stale, it.Answer.Recorded, r.AsOf)
	}
	if r.All.Confirmed != 1 {
		t.Errorf("%d confirmed, want 1", r.All.Confirmed)
	}
	next.Confirm(e1, Date{2027, 2, 1})
	if got := next.Answers["e1"].Recorded; got != day {
		t.Errorf("confirmed again: recorded %s, want %s", got, day)
	}

	next.Clear("e1")
	if it, _ := Evaluate(lib, next).Item("e1"); it.State != Open {
		t.Errorf("cleared: state %d, want open", it.State)
	}
	if len(last.Answers) != 2 {
		t.Error("clearing reached into the last quarter")
	}
}

// What was typed before the answer goes on with the question, unmarked: there is no
// answer that could be old.
func TestNotesOnOpenQuestionsAreCarried(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	q := lib.Questions[0]
	last := &Assessment{Period: Quarter{2026, 3}, Organization: Organization{Name: "M", Size: frameworks.Small}, Answers: map[string]Answer{
		q.Key:                {Note: "Ask Bob.", Revision: q.Revision, By: "Ann", Recorded: Date{2026, 9, 1}, Proof: []Proof{{What: "List"}}},
		lib.Questions[1].Key: {Revision: 1},
	}}
	next := NextQuarter(lib, last, Quarter{2026, 4}, time.Date(2026, 10, 2, 9, 0, 0, 0, time.UTC))
	ans := next.Answers[q.Key]
	if ans.State != Open || ans.Note != "Ask Bob." || ans.By != "Ann" || !ans.Carried.IsZero() || len(ans.Proof) != 1 {
		t.Errorf("%+v", ans)
	}
	if _, there := next.Answers[lib.Questions[1].Key]; there {
		t.Error("a question nobody said anything about is carried")
	}
	next.Answers[q.Key].Proof[0].What = "other"
	if last.Answers[q.Key].Proof[0].What != "List" {
		t.Error("the proof is shared")
	}
}

// What was shown before a question is answered goes on, with a note and without one;
// a decision without a day, from before each had one, does not.
func TestNextQuarterKeepsWhatCameBeforeTheAnswer(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	last := draftOf(nil)
	proof := []Proof{{Grade: Paper, What: "policy", Date: testDay}}
	last.Answers = map[string]Answer{"e1": {Proof: proof}, "r1": {Note: "ask Ann"}}
	last.Decisions = map[string]Decision{"r1": {Kind: Fix, Owner: "IT lead", Recorded: testDay}}
	next := NextQuarter(lib, last, Quarter{2026, 4}, time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC))
	if diff := cmp.Diff(map[string]Answer{"e1": {Proof: proof}, "r1": {Note: "ask Ann"}}, next.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(next.Decisions) != 0 {
		t.Errorf("carried %v", next.Decisions)
	}
}
