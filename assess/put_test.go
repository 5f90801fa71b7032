package assess

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// plain is a question for tests that need no library.
func plain(change func(*frameworks.Question)) *frameworks.Question {
	q := &frameworks.Question{Key: "q1", Title: "The practice q1", Revision: 3, Fresh: 100}
	if change != nil {
		change(q)
	}
	return q
}

func level(l frameworks.Level) Answer { return Answer{State: Levelled, Level: l} }

// Put sets what the program sets, cleans the texts, drops what does not belong
// to the kind of answer and takes the "carried" mark away.
func TestPut(t *testing.T) {
	a := &Assessment{Period: testQuarter}
	ans := Answer{
		State: OtherWay, Level: frameworks.Mostly, Reason: " a second\tlock ", Approver: "Dr.\nAmes", Review: Date{2027, 1, 1},
		Revision: 1, By: "somebody", Carried: Quarter{2026, 1}, Note: "seen\x1b[31m ",
		Proof: []Proof{{Grade: Paper, What: " photo\n", Date: testDay}},
	}
	if err := a.Put(plain(nil), ans, a.Answers["q1"], " J. Rivera ", testDay); err != nil {
		t.Fatal(err)
	}
	want := Answer{
		State: OtherWay, Level: frameworks.Mostly, Reason: "a second lock", Approver: "Dr. Ames", Review: Date{2027, 1, 1},
		Revision: 3, Recorded: testDay, By: "J. Rivera", Changed: testQuarter, Note: "seen[31m",
		Proof: []Proof{{Grade: Paper, What: "photo", Date: testDay}},
	}
	if diff := cmp.Diff(want, a.Answers["q1"]); diff != "" {
		t.Errorf("other way (-want +got)\n%s", diff)
	}
	if ans.Proof[0].What != " photo\n" {
		t.Error("Put changed the caller's proof")
	}
	if a.AsOf() != testDay {
		t.Errorf("as of %s, want the day of the answer, %s", a.AsOf(), testDay)
	}

	ans.State, ans.Level = Levelled, frameworks.Yes
	if err := a.Put(plain(nil), ans, a.Answers["q1"], "J. Rivera", testDay); err != nil {
		t.Fatal(err)
	}
	if got := a.Answers["q1"]; got.Reason != "" || got.Approver != "" || !got.Review.IsZero() {
		t.Errorf("a Yes keeps the other way's reason: %+v", got)
	}
}

// What was carried is what the new answer is compared with, also where another
// one stands in the quarter by now.
func TestPutAfterASlip(t *testing.T) {
	q, carried := plain(nil), level(frameworks.Mostly)
	carried.Revision, carried.Carried, carried.Changed = q.Revision, Quarter{2026, 1}, Quarter{2026, 1}
	a := &Assessment{Period: testQuarter, Answers: map[string]Answer{"q1": carried}}
	for _, slip := range []frameworks.Level{frameworks.No, frameworks.Mostly} {
		if err := a.Put(q, level(slip), carried, "J. Rivera", testDay); err != nil {
			t.Fatal(err)
		}
	}
	if got := a.Answers["q1"]; got.Change != NoReason || got.Changed != carried.Changed || !got.Carried.IsZero() {
		t.Errorf("after a slip and its correction: %+v", got)
	}
	if err := a.Put(q, level(frameworks.Yes), carried, "J. Rivera", testDay); err != nil {
		t.Fatal(err)
	}
	if got := a.Answers["q1"]; got.Change != Improved || got.Changed != testQuarter {
		t.Errorf("after a slip and an improvement: %+v", got)
	}
}

// A note or a proof on a carried answer does not confirm it, and its text is clean.
func TestSetNoteAndProof(t *testing.T) {
	carried := level(frameworks.Mostly)
	carried.Carried = Quarter{2026, 1}
	a := &Assessment{Period: testQuarter, Answers: map[string]Answer{"q1": carried}}
	given := []Proof{{Grade: Paper, What: " photo\u200b\n"}}
	q1 := &frameworks.Question{Key: "q1", Revision: 1}
	q2 := &frameworks.Question{Key: "q2", Revision: 3}
	a.SetNote(q1, "seen\u202e ", "Bo", testDay)
	a.SetProof(q1, given, "Bo", testDay)
	a.SetNote(q2, "ask\u200b Ann", "Bo", testDay)
	want := carried
	want.Note, want.Proof = "seen", []Proof{{Grade: Paper, What: "photo"}}
	waiting := Answer{Note: "ask Ann", Revision: 3, Recorded: testDay, By: "Bo"}
	if diff := cmp.Diff(map[string]Answer{"q1": want, "q2": waiting}, a.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	a.SetNote(q2, "", "Bo", testDay)
	if diff := cmp.Diff(map[string]Answer{"q1": want}, a.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if given[0].What != " photo\u200b\n" {
		t.Error("SetProof changed the caller's proof")
	}
}

// What is put back is as it was, whatever was done to it; what was not there goes.
func TestRemember(t *testing.T) {
	a := &Assessment{Period: testQuarter, Answers: told("q1=yes q2=no")}
	restore := a.Remember("q1", "q3")
	a.Clear("q1")
	a.SetNote(&frameworks.Question{Key: "q3", Revision: 1}, "new", "Bo", testDay)
	a.Clear("q2")
	restore()
	if diff := cmp.Diff(told("q1=yes"), a.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A refused answer changes nothing.
func TestPutRefuses(t *testing.T) {
	a := &Assessment{Period: testQuarter, Answers: told("q1=yes")}
	err := a.Put(plain(nil), Answer{State: OtherWay}, a.Answers["q1"], "J. Rivera", testDay)
	if err == nil || !strings.HasPrefix(err.Error(), "q1: ") {
		t.Errorf("error %v, want one that begins with the key", err)
	}
	if diff := cmp.Diff(told("q1=yes"), a.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestProblems holds SCORING 1: what an answer needs.
func TestProblems(t *testing.T) {
	other := Answer{State: OtherWay, Level: frameworks.Partly, Reason: "r", Approver: "a", Review: testDay}
	with := func(ans Answer, change func(*Answer)) Answer {
		change(&ans)
		return ans
	}
	tests := []struct {
		name string
		ans  Answer
		must bool
		want []string // what each problem has in it
	}{
		{"level", level(frameworks.No), true, nil},
		{"unknown", Answer{State: Unknown}, true, nil},
		{"nothing", Answer{}, false, []string{"an answer is missing"}},
		{"no such level", level(4), false, []string{"no, partly, mostly or yes"}},
		{"other way", other, true, nil},
		{"other way, review a year on", with(other, func(a *Answer) { a.Review = Date{2027, 9, 14} }), false, nil},
		{"other way, review too late", with(other, func(a *Answer) { a.Review = Date{2027, 9, 15} }), false, []string{"the latest is 2027-09-14"}},
		{"other way, review over", with(other, func(a *Answer) { a.Review = Date{2026, 9, 13} }), false, []string{"2026-09-13 is over"}},
		{"other way with nothing", Answer{State: OtherWay, Reason: " \n"}, false,
			[]string{"partly or mostly", "a reason is missing", "an approver is missing", "a review date is missing: a day from 2026-09-14 to 2027-09-14"}},
		{"other way reaching Yes", with(other, func(a *Answer) { a.Level = frameworks.Yes }), false, []string{"partly or mostly"}},
		{"does not apply", Answer{State: NotApplicable, Reason: "no devices"}, false, nil},
		{"does not apply, no reason", Answer{State: NotApplicable}, false, []string{"a reason is missing"}},
		{"does not apply, refused", Answer{State: NotApplicable, Reason: "no"}, true, []string{"applies to every organization"}},
		{"longest note", with(level(2), func(a *Answer) { a.Note = strings.Repeat("ö", 2000) }), false, nil},
		{"note too long", with(level(2), func(a *Answer) { a.Note = strings.Repeat("ö", 2001) }), false, []string{"the note has 2001 characters; the most is 2000"}},
		{"true in future", with(level(2), func(a *Answer) { a.Effective = Date{2026, 9, 15} }), false, []string{"2026-09-15"}},
		{"too many proofs", with(level(2), func(a *Answer) { a.Proof = make([]Proof, 6) }), false,
			[]string{"6 proofs", "said, paper", "said, paper", "said, paper", "said, paper", "said, paper", "said, paper"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := tt.ans.Problems(plain(func(q *frameworks.Question) { q.MustApply = tt.must }), testDay)
			if len(got) != len(tt.want) {
				t.Fatalf("%d problems %q, want %d", len(got), got, len(tt.want))
			}
			for i, part := range tt.want {
				if !strings.Contains(got[i], part) {
					t.Errorf("%q does not say %q", got[i], part)
				}
			}
		})
	}
}

// TestReasonAgainstDirection: a reason that does not go with the change is
// refused when it is given, and changes nothing.
func TestReasonAgainstDirection(t *testing.T) {
	for _, tt := range []struct {
		name   string
		before Answer
		given  Answer
		want   string // "" if it is taken
	}{
		{"improved, though lower", level(3), Answer{State: Levelled, Level: 1, Change: Improved}, `"improved" does not go with a lower answer`},
		{"improved, though unknown", level(3), Answer{State: Unknown, Change: Improved}, `"improved" does not go with a lower answer`},
		{"worsened, though higher", level(1), Answer{State: Levelled, Level: 3, Change: Worsened}, `"worsened" does not go with a higher answer`},
		{"improved", level(1), Answer{State: Levelled, Level: 3, Change: Improved}, ""},
		{"worsened", level(3), Answer{State: Levelled, Level: 1, Change: Worsened}, ""},
		{"found out what was known", level(1), Answer{State: Levelled, Level: 3, Change: FoundOut}, `"found-out" goes with a question that nobody could answer`},
		{"found out", Answer{State: Unknown}, Answer{State: Levelled, Level: 3, Change: FoundOut}, ""},
		{"corrected in either direction", level(3), Answer{State: Levelled, Level: 1, Change: Corrected}, ""},
		{"improved from what was only left open", Answer{State: Unknown, Left: LeftOpen}, Answer{State: Levelled, Level: 1, Change: Improved}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.before.Revision, tt.before.Recorded, tt.before.Carried = 3, testDay, Quarter{2026, 2}
			a := &Assessment{Period: testQuarter, Answers: map[string]Answer{"q1": tt.before}}
			err := a.Put(plain(nil), tt.given, tt.before, "J. Rivera", testDay)
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("error %v, want %q in it", err, tt.want)
			case tt.want != "" && a.Answers["q1"].Carried.IsZero():
				t.Error("a refused answer changed the quarter")
			}
		})
	}
}

// reason is why an answer changed and when.
type reason struct {
	Change  Change
	Changed Quarter
}

// TestChangeReason holds SCORING 8: why an answer differs from the quarter
// before. The answer before is carried from 2026-Q2 where its name says so.
func TestChangeReason(t *testing.T) {
	q2 := Quarter{2026, 2}
	carried := func(ans Answer) Answer {
		ans.Revision, ans.Recorded, ans.Carried, ans.Changed = 3, Date{2026, 5, 1}, q2, Quarter{2025, 4}
		return ans
	}
	now := func(ans Answer, r reason) Answer {
		ans.Revision, ans.Recorded, ans.Change, ans.Changed = 3, testDay, r.Change, r.Changed
		return ans
	}
	corrected := func(ans Answer, since Quarter) Answer {
		ans.Change, ans.Changed = Corrected, since
		return ans
	}
	na := Answer{State: NotApplicable, Reason: "none here"}
	outdated := carried(level(0))
	outdated.Revision = 2

	tests := []struct {
		name   string
		before Answer
		given  Answer
		want   reason
	}{
		{"first answer", Answer{}, level(3), reason{NoReason, testQuarter}},
		{"carried, up", carried(level(1)), level(2), reason{Improved, testQuarter}},
		{"carried, down", carried(level(1)), level(0), reason{Worsened, testQuarter}},
		{"carried, to unknown", carried(level(1)), Answer{State: Unknown}, reason{Worsened, testQuarter}},
		{"carried, unknown to No counts the same", carried(Answer{State: Unknown}), level(0), reason{NoReason, Quarter{2025, 4}}},
		{"carried, the same", carried(level(1)), level(1), reason{NoReason, Quarter{2025, 4}}},
		{"carried, the same with an old correction", corrected(carried(level(1)), q2), level(1), reason{Corrected, q2}},
		{"carried, corrected up", carried(level(1)), corrected(level(3), Quarter{}), reason{Corrected, testQuarter}},
		{"carried, corrected down", carried(level(1)), corrected(level(0), testQuarter), reason{Corrected, testQuarter}},
		{"carried, an old correction in a copy", corrected(carried(level(1)), q2), corrected(level(3), q2), reason{Improved, testQuarter}},
		{"carried, corrected without a difference", carried(level(1)), corrected(level(1), Quarter{}), reason{NoReason, Quarter{2025, 4}}},
		{"improved is in a copy, but the points fell", carried(level(3)), Answer{State: Levelled, Level: 1, Change: Improved, Changed: q2}, reason{Worsened, testQuarter}},
		{"carried, found out", carried(Answer{State: Unknown}), level(2), reason{FoundOut, testQuarter}},
		{"carried, nobody knew, and it was improved since", carried(Answer{State: Unknown}), Answer{State: Levelled, Level: 2, Change: Improved}, reason{Improved, testQuarter}},
		{"carried, left open", carried(Answer{State: Unknown, Left: LeftOpen}), level(2), reason{NoReason, testQuarter}},
		{"carried, to does not apply", carried(level(1)), na, reason{NoReason, testQuarter}},
		{"carried, from does not apply", carried(na), level(2), reason{NoReason, testQuarter}},
		{"carried, does not apply as before", carried(na), na, reason{NoReason, Quarter{2025, 4}}},
		{"an older meaning of the question", outdated, level(3), reason{NoReason, testQuarter}},
		{"confirmed before", now(level(1), reason{NoReason, Quarter{2025, 4}}), level(2), reason{Improved, testQuarter}},
		{"changed twice in a quarter", now(level(3), reason{Improved, testQuarter}), level(0), reason{NoReason, testQuarter}},
		{"given again, the same", now(level(3), reason{Improved, testQuarter}), level(3), reason{Improved, testQuarter}},
		{"the correction said later", now(level(3), reason{Improved, testQuarter}), corrected(level(3), Quarter{}), reason{Corrected, testQuarter}},
		{"the correction taken back", now(level(3), reason{Corrected, testQuarter}), Answer{State: Levelled, Level: 3, Change: Improved}, reason{Improved, testQuarter}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := &Assessment{Period: testQuarter}
			if tt.before.State != Open {
				a.Answers = map[string]Answer{"q1": tt.before}
			}
			if err := a.Put(plain(nil), tt.given, tt.before, "J. Rivera", testDay); err != nil {
				t.Fatal(err)
			}
			got := a.Answers["q1"]
			if diff := cmp.Diff(tt.want, reason{got.Change, got.Changed}); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if !got.Carried.IsZero() {
				t.Errorf("still carried from %s", got.Carried)
			}
		})
	}
}
