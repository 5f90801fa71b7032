package assess

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestDecide holds SCORING 7 rule 7 on 2026-09-14: what each kind needs, and
// the words for what is missing.
func TestDecide(t *testing.T) {
	day, year := Date{2026, 9, 14}, Date{2027, 9, 14}
	tests := []struct {
		name string
		d    Decision
		want []string // problems; none means that it is kept
	}{
		{"fix", Decision{Kind: Fix, Owner: "IT lead", Due: Date{2030, 1, 1}}, nil},
		{"fix today, with a reason", Decision{Kind: Fix, Owner: "IT lead", Due: day, Reason: "ticket 4711"}, nil},
		{"fix without anything", Decision{Kind: Fix, Owner: " "}, []string{
			"an owner is missing: which role or person sees to it?", "a due date is missing: by when is it done?"}},
		{"fix for yesterday", Decision{Kind: Fix, Owner: "IT lead", Due: Date{2026, 9, 13}}, []string{
			"the due date 2026-09-13 is over: choose a day from 2026-09-14 on"}},
		{"fix with an approver", Decision{Kind: Fix, Owner: "IT lead", Due: year, Approver: "CEO"}, []string{
			`approver has no place in "fix"`}},
		{"accept to the last day", Decision{Kind: Accept, Reason: "replaced soon", Approver: "CEO", Until: year}, nil},
		{"accept without anything", Decision{Kind: Accept}, []string{
			"a reason is missing: why is the risk accepted?", "an approver is missing: who accepts the risk?",
			"an end is missing: until when is the risk accepted?"}},
		{"accept for a year and a day", Decision{Kind: Accept, Reason: "r", Approver: "CEO", Until: Date{2027, 9, 15}}, []string{
			"until 2027-09-15 is more than a year away: the latest is 2027-09-14"}},
		{"accept until today", Decision{Kind: Accept, Reason: "r", Approver: "CEO", Until: day}, []string{
			"until 2026-09-14 is not after 2026-09-14: choose a day up to 2027-09-14"}},
		{"transfer without a date", Decision{Kind: Transfer, Owner: "the EHR vendor", Reason: "contract, section 4"}, []string{"a due date is missing: by when has the other one taken it over?"}},
		{"transfer with a date", Decision{Kind: Transfer, Owner: "the insurer", Reason: "policy", Due: year}, nil},
		{"transfer without anything", Decision{Kind: Transfer}, []string{
			"an owner is missing: who takes the risk over?", "a reason is missing: why is the risk someone else's?",
			"a due date is missing: by when has the other one taken it over?"}},
		{"later", Decision{Kind: Later, Reason: "after the move", Due: year}, nil},
		{"later without anything", Decision{Kind: Later}, []string{
			"a reason is missing: why not now?", "a due date is missing: when is it looked at again?"}},
		{"later than a year", Decision{Kind: Later, Reason: "r", Due: Date{2027, 9, 15}}, []string{
			`the due date 2027-09-15 is more than a year away: the latest for "later" is 2027-09-14`}},
		{"a long owner", Decision{Kind: Fix, Owner: strings.Repeat("é", MaxRole+1), Due: year}, []string{
			"the owner has 101 characters; the most is 100"}},
		{"a long reason", Decision{Kind: Later, Reason: strings.Repeat("é", MaxBrief+1), Due: year}, []string{
			"the reason has 201 characters; the most is 200"}},
		{"no such kind", Decision{Kind: 9}, []string{"a decision is missing: fix, accept, transfer or later"}},
	}
	q := libraryOf(t, "s: e1").Questions[0]
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.d.Problems(day)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
			a := draftOf(nil)
			before := a.Updated
			err := a.Decide(q, tt.d, "J. Rivera", day)
			if tt.want == nil {
				want := tt.d
				want.Recorded, want.By = day, "J. Rivera"
				if diff := cmp.Diff(want, a.Decisions["e1"]); diff != "" || err != nil {
					t.Errorf("kept: %v (-want +got)\n%s", err, diff)
				}
				return
			}
			if err == nil || err.Error() != "e1: "+strings.Join(tt.want, "; ") {
				t.Errorf("error %v", err)
			}
			if len(a.Decisions) != 0 || !a.Updated.Equal(before) {
				t.Error("a refused decision changed the quarter")
			}
		})
	}
}

// Texts are cleaned, a new decision takes the place of the old, and Undecided
// takes it away.
func TestDecideAgain(t *testing.T) {
	q := libraryOf(t, "s: e1").Questions[0]
	a, day := draftOf(nil), Date{2026, 10, 1}
	for _, d := range []Decision{
		{Kind: Later, Reason: "first the move", Due: day},
		{Kind: Accept, Reason: " so\r\nit is ", Approver: "the\nboard\x1b", Until: Date{2027, 1, 1}},
	} {
		if err := a.Decide(q, d, "", day); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]Decision{"e1": {Kind: Accept, Reason: "so\nit is", Approver: "the board", Until: Date{2027, 1, 1}, Recorded: day}}
	if diff := cmp.Diff(want, a.Decisions); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if a.AsOf() != day {
		t.Errorf("as of %s, want %s", a.AsOf(), day)
	}
	if err := a.Decide(q, Decision{}, "", day); err != nil || len(a.Decisions) != 0 {
		t.Errorf("undecided: %v, %v", err, a.Decisions)
	}
}

// decided sets decisions on the test day: "e1=fix:2026-10-01" a kind and its date.
func decided(a *Assessment, text string) *Assessment {
	a.Decisions = map[string]Decision{}
	for _, word := range strings.Fields(text) {
		key, rest, _ := strings.Cut(word, "=")
		kind, date, _ := strings.Cut(rest, ":")
		d := Decision{Owner: "IT", Reason: "r", Approver: "CEO", Recorded: Date{2026, 1, 1}}
		d.Kind, _ = ParseDecision(kind)
		d.Due, _ = ParseDate(date)
		d.Until = d.Due
		a.Decisions[key] = d
	}
	return a
}

// TestDecidedActions holds rule 7 in the plan. The as-of date is 2026-08-15 or
// as the test day says; a gap accepted up to that very day is accepted.
func TestDecidedActions(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; e3; e4; r1; r2; r3")
	day := testDay.String()
	past := DateOf(testDay.time().AddDate(0, 0, -1)).String()
	tests := []struct {
		name, decisions, actions, accepted, overdue, done string
	}{
		{"nothing", "", "e1 e2 e3 e4 r1 r2", "", "", ""},
		{"accepted leaves", "e2=accept:" + day, "e1 e3 e4 r1 r2", "e2", "", ""},
		{"accepted and expired comes first in its tier", "e4=accept:" + past + " r2=accept:" + past, "e4 e1 e2 e3 r2 r1", "", "e4 r2", ""},
		{"overdue fixes first, by rank", "e4=fix:" + past + " e3=later:" + past, "e3 e4 e1 e2 r1 r2", "", "e3 e4", ""},
		{"due today is not overdue", "e4=fix:" + day, "e1 e2 e3 e4 r1 r2", "", "", ""},
		{"a transfer without a date is never overdue", "e4=transfer", "e1 e2 e3 e4 r1 r2", "", "", ""},
		{"a closed gap is done, whatever was decided", "r3=fix:" + past, "e1 e2 e3 e4 r1 r2", "", "", "r3"},
		{"a closed gap is not accepted", "r3=accept:" + day, "e1 e2 e3 e4 r1 r2", "", "", "r3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := decided(draftOf(told("e1=no e2=no e3=no e4=no r1=no r2=no r3=yes")), tt.decisions)
			r := Evaluate(lib, a)
			actions := Actions(r, nil)
			got := []string{keysOfActions(actions), keysDecided(Accepted(r)), keysDecided(those(Decisions(r), func(d Decided) bool { return d.Overdue(r.AsOf) })), keysDecided(those(Decisions(r), Decided.Done))}
			if diff := cmp.Diff([]string{tt.actions, tt.accepted, tt.overdue, tt.done}, got); diff != "" {
				t.Errorf("actions, accepted, overdue, done (-want +got)\n%s", diff)
			}
			for _, act := range actions {
				key := act.Item.Question.Key
				if act.Decision != a.Decisions[key] || act.Overdue != slices.Contains(strings.Fields(tt.overdue), key) {
					t.Errorf("%s: decision %v, overdue %t", key, act.Decision, act.Overdue)
				}
			}
		})
	}
}

// An accepted gap is asked of nobody, not even as the first step of another.
func TestAcceptedIsNoNeed(t *testing.T) {
	lib := bank{sections: []string{"s: e1; r1"}, questions: map[string]bankQuestion{"e1": {needs: "r1"}}}.mustLoad(t)
	a := decided(draftOf(told("e1=no r1=no")), "r1=accept:"+testDay.NextYear().String())
	if got := keysOfActions(Actions(Evaluate(lib, a), nil)); got != "e1" {
		t.Errorf("actions %s, want e1", got)
	}
}

// Decisions come by date, those without one last, then by key.
func TestDecisionsInOrder(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; e3; e4; e5")
	a := decided(draftOf(nil), "e1=transfer e2=accept:2026-12-01 e5=fix:2026-11-01 e3=fix:2026-11-01 unasked=fix:2026-01-01")
	if got, want := keysDecided(Decisions(Evaluate(lib, a))), "e3 e5 e2 e1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func keysDecided(list []Decided) string {
	var keys []string
	for _, d := range list {
		keys = append(keys, d.Item.Question.Key)
	}
	return strings.Join(keys, " ")
}

// No decision changes a score, a color or a goal; and what can be decided can
// be saved and read back.
func TestDecisionsChangeNoScore(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; n1; r1")
	rapid.Check(t, func(t *rapid.T) {
		a := draftOf(told("e1=no e2=partly n1=unknown r1=mostly"))
		before := Evaluate(lib, a)
		for _, key := range rapid.SliceOfDistinct(rapid.SampledFrom([]string{"e1", "e2", "n1", "r1"}), rapid.ID).Draw(t, "keys") {
			q, _ := lib.Question(key)
			d := anyDecision().Draw(t, "decision")
			if err := a.Decide(q, d, d.By, d.Recorded); err != nil {
				t.Fatal(err)
			}
		}
		a.Updated = testDay.time() // the day of a decision moves the as-of date, and that may change scores
		after := Evaluate(lib, a)
		if diff := cmp.Diff(before.All.Tally, after.All.Tally, cmp.AllowUnexported(Tally{})); diff != "" || before.Goals != after.Goals {
			t.Fatalf("goals %v then %v; tally (-before +after)\n%s", before.Goals, after.Goals, diff)
		}
		data, err := Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		back, _, err := Decode("q.yaml", data, always(lib))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(canonical(a).Decisions, back.Decisions); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	})
}
