package assess

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// TestFinishLeavesNothingOpen holds SCORING 1: what is open at the finish is
// recorded as don't know, left open, and carried so. What was noted stays.
func TestFinishLeavesNothingOpen(t *testing.T) {
	lib := bank{
		sections:  []string{"s: e1; r1; r2; r3; r4"},
		questions: map[string]bankQuestion{"r3": {revision: 2}, "r4": {mustApply: true}},
	}.mustLoad(t)
	a := draftOf(told("e1=yes r1=unknown r3=yes r4=na"))
	proof := []Proof{{Grade: Paper, What: "policy", Date: testDay}}
	noted := a.Answers["r3"]
	noted.Note, noted.Proof = "as before", proof
	a.Answers["r3"] = noted
	before := a.Answers
	a.Finish(lib, testDay, "")

	if before["r2"].State != Open || before["r3"].Level != frameworks.Yes {
		t.Error("the answers of the draft were written to")
	}
	want := map[string]Answer{
		"e1": toldWord("yes"),
		"r1": toldWord("unknown"),
		"r2": {State: Unknown, Left: LeftOpen, Revision: 1, Recorded: testDay},
		"r3": {State: Unknown, Left: LeftChanged, Revision: 2, Recorded: testDay, Note: "as before", Proof: proof},
		"r4": {State: Unknown, Left: LeftOpen, Revision: 1, Recorded: testDay}, // "does not apply" is refused
	}
	if diff := cmp.Diff(want, a.Answers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r := Evaluate(lib, a)
	if got := r.All.Figures().Coverage; got != "2 of 5 answered, 2 confirmed this quarter, 3 left open" {
		t.Errorf("coverage %q", got)
	}
	next := NextQuarter(lib, a, Quarter{2026, 4}, testDay.NextYear().time())
	if it, _ := Evaluate(lib, next).Item("r2"); it.State != Unknown || it.Answer.Left != LeftOpen {
		t.Errorf("carried as %+v, want still left open", it.Answer)
	}
	next.Confirm(question(t, lib, "r2"), testDay)
	if next.Answers["r2"].Carried.IsZero() {
		t.Error("what nobody answered was confirmed")
	}
	open := next.Select(Agenda(lib, next, r, testDay), OnlyOpen)
	var keys []string
	for _, ask := range open {
		keys = append(keys, ask.Question.Key)
	}
	if got := strings.Join(keys, " "); got != "r3 r2 r4" {
		t.Errorf("asked as open: %s, want the one asked in a new way, then the others", got)
	}
}

// An answer that is deleted from a finished file counts as left open: deleting
// pays nothing. In a file of before it stays a blank, as it was allowed.
func TestDeletedFromFinished(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	a := draftOf(told("e1=yes"))
	a.Status, a.Finished = Finished, testDay
	if got := Evaluate(lib, a).All.ScoreText(); got != "75%" {
		t.Errorf("score %s, want 75%%", got)
	}
	a.Rules = 1
	if got := Evaluate(lib, a).All.ScoreText(); got != "75 to 100%" {
		t.Errorf("under the rules of before %s, want 75 to 100%%", got)
	}
}

// Nothing answered, or only left open, is not assessed: never a 0, never an urgent
// gap, never "0 of 10 met".
func TestOnlyLeftOpen(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	a := draftOf(nil)
	a.Finish(lib, testDay, "")
	r := Evaluate(lib, a)
	if got := r.All.ScoreText() + ", " + r.Goals.String(); got != "not assessed, not known yet" {
		t.Errorf("got %s", got)
	}
	if n := len(UrgentGaps(r).Gaps); n != 0 {
		t.Errorf("%d urgent gaps", n)
	}
	for _, action := range Actions(r, nil) {
		if action.Kind != AnswerIt {
			t.Errorf("%s: %s, want that it is answered first", action.Item.Question.Key, action.Kind)
		}
	}
}

// TestFewAnswered: a framework of which under a fifth is answered, of what nothing
// else asks, is left out; one that is shared counts once the other is gone.
func TestFewAnswered(t *testing.T) {
	lib := bank{
		sections: []string{"a: e1; r1; r2; r3; r4; r5; n1"},
		ladder:   []string{"e1", "n1", "r1 r2 r3 r4 r5"},
		added:    []string{"m: r6 r7 r8 r1"},
	}.mustLoad(t)
	tests := []struct {
		name, answers string
		chosen        []string
		want          []string
	}{
		{"nothing chosen", "e1=yes", nil, nil},
		// own asks alone r1 to r5 and n1 (also an Enhanced goal, but hph is not chosen): weights 5 + 2 = 7; 1 of 7 is under a fifth.
		{"one of seven", "e1=yes r1=yes", []string{"own"}, []string{"own 1/7"}},
		{"two of seven", "e1=yes r1=yes r2=no", []string{"own"}, nil},
		{"don't know is an answer", "e1=yes r1=unknown r2=unknown", []string{"own"}, nil},
		{"does not apply leaves both sides", "e1=yes r1=yes r2=na r3=na", []string{"own"}, nil}, // 1 of 5
		// r1 stands in both. Of own alone 0 of 6, of mine 0 of 3.
		{"both", "e1=yes r1=yes", []string{"own", "mine"}, []string{"own 0/6", "mine 0/3"}},
		// mine alone 3 of 3; own 0 of 6.
		{"one of two", "e1=yes r1=yes r6=yes r7=yes r8=no", []string{"own", "mine"}, []string{"own 0/6"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told(tt.answers))
			a.Frameworks = tt.chosen
			var got []string
			for _, few := range FewAnswered(Evaluate(lib, a)) {
				got = append(got, few.Framework.ID+" "+few.Answered.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A framework that is left out keeps its answers in the file, marked not asked,
// and returns with them.
func TestWithoutAndBack(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1; r2")
	a := draftOf(told("e1=yes r1=no r2=mostly"))
	was := Evaluate(lib, a).All.ScoreText()
	f, err := lib.Framework("own")
	if err != nil {
		t.Fatal(err)
	}
	if !a.Without(f) || a.Without(f) {
		t.Error("it was asked once, and is not any more")
	}
	a.Finish(lib, testDay, "")
	r := Evaluate(lib, a)
	var keys []string
	for _, it := range r.Unasked {
		keys = append(keys, it.Question.Key+" "+it.Answer.Name())
	}
	if diff := cmp.Diff([]string{"r1 No", "r2 Mostly"}, keys); diff != "" {
		t.Errorf("not asked (-want +got)\n%s", diff)
	}
	if len(r.All.Items) != 1 {
		t.Errorf("%d questions count, want e1 alone", len(r.All.Items))
	}
	next := NextQuarter(lib, a, Quarter{2026, 4}, testDay.NextYear().time())
	next.Frameworks = append(next.Frameworks, "own")
	if got := Evaluate(lib, next).All.ScoreText(); got != was {
		t.Errorf("back it scores %s, want %s as before", got, was)
	}
}

// TestFinishStops: a quarter without answers, or with an Essential question open,
// is finished only as it is.
func TestFinishStops(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1")
	for answers, want := range map[string]bool{"": true, "r1=yes": true, "e1=no": false, "e1=unknown": false, "e1=na": false} {
		c := CheckFinish(Evaluate(lib, draftOf(told(answers))), nil)
		if c.Stops() != want || c.Empty != (answers == "") {
			t.Errorf("%q: stops %t, empty %t, want %t", answers, c.Stops(), c.Empty, want)
		}
	}
}
