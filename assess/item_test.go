package assess

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// counted is what an item counts.
type counted struct {
	State      State
	Points     int
	Gap        int
	Incomplete bool
	Outdated   bool
}

func countedOf(it *Item) counted {
	return counted{it.State, it.Points, it.Gap, it.Incomplete, it.Outdated}
}

// TestAnswerCounts holds SCORING 1 for a question with the target Mostly (n1,
// 2 points); the as-of date is 2026-09-14.
func TestAnswerCounts(t *testing.T) {
	other := func(change func(*Answer)) Answer {
		ans := toldWord("other-mostly")
		change(&ans)
		return ans
	}
	tests := []struct {
		name string
		ans  Answer
		want counted
	}{
		{"no", toldWord("no"), counted{State: Levelled, Points: 0, Gap: 2}},
		{"partly", toldWord("partly"), counted{State: Levelled, Points: 1, Gap: 1}},
		{"mostly", toldWord("mostly"), counted{State: Levelled, Points: 2}},
		{"yes, beyond the target", toldWord("yes"), counted{State: Levelled, Points: 3}},
		{"unknown", toldWord("unknown"), counted{State: Unknown, Gap: 2}},
		{"does not apply", toldWord("na"), counted{State: NotApplicable}},
		{"does not apply without a reason", Answer{State: NotApplicable, Revision: 1}, counted{State: Open, Gap: 2}},
		{"not answered", Answer{}, counted{State: Open, Gap: 2}},
		{"another revision", Answer{State: Levelled, Level: frameworks.Yes, Revision: 2}, counted{State: Open, Gap: 2, Outdated: true}},
		{"other way", toldWord("other-mostly"), counted{State: OtherWay, Points: 2}},
		{"other way reaching Partly", toldWord("other-partly"), counted{State: OtherWay, Points: 1, Gap: 1}},
		{"other way without a reason", other(func(a *Answer) { a.Reason = "" }), counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"other way without an approver", other(func(a *Answer) { a.Approver = "" }), counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"other way without a review", other(func(a *Answer) { a.Review = Date{} }), counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"other way reaching Yes", other(func(a *Answer) { a.Level = frameworks.Yes }), counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"review on the same date next year", other(func(a *Answer) { a.Review = Date{2027, 9, 14} }), counted{State: OtherWay, Points: 2}},
		{"review a day later", other(func(a *Answer) { a.Review = Date{2027, 9, 15} }), counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"review on the as-of date", other(func(a *Answer) { a.Review = testDay }), counted{State: OtherWay, Points: 2}},
		{"review the day before", other(func(a *Answer) { a.Recorded, a.Review = Date{2026, 1, 2}, Date{2026, 9, 13} }),
			counted{State: OtherWay, Gap: 2, Incomplete: true}},
		{"recorded on 29 February", other(func(a *Answer) { a.Recorded, a.Review = Date{2024, 2, 29}, Date{2025, 3, 1} }),
			counted{State: OtherWay, Gap: 2, Incomplete: true}},
	}
	lib := libraryOf(t, "s: n1")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			it, ok := Evaluate(lib, draftOf(map[string]Answer{"n1": tt.ans})).Item("n1")
			if !ok {
				t.Fatal("n1 is not asked")
			}
			if diff := cmp.Diff(tt.want, countedOf(it)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A question that applies everywhere refuses "does not apply": it counts as not
// answered and cannot shrink the weight.
func TestRefusedDoesNotApply(t *testing.T) {
	lib := bank{sections: []string{"s: e1"}, questions: map[string]bankQuestion{"e1": {mustApply: true}}}.mustLoad(t)
	r := Evaluate(lib, draftOf(told("e1=na")))
	if diff := cmp.Diff(Tally{Open: 3}, r.All.Tally); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What depends on time is judged on the day a quarter was finished, and for a
// draft on the day of its last change, whatever the zone of the clock.
func TestAsOf(t *testing.T) {
	lib := libraryOf(t, "s: n1")
	ans := toldWord("other-mostly")
	ans.Recorded, ans.Review = Date{2026, 1, 10}, Date{2026, 9, 20}
	a := draftOf(map[string]Answer{"n1": ans})
	points := func() int {
		it, _ := Evaluate(lib, a).Item("n1")
		return it.Points
	}
	if got := points(); got != 2 {
		t.Errorf("draft changed before the review: %d points, want 2", got)
	}
	a.Updated = time.Date(2026, 9, 20, 22, 0, 0, 0, time.FixedZone("west", -8*3600)) // 21 September in UTC
	if got := points(); got != 0 {
		t.Errorf("draft changed after the review: %d points, want 0", got)
	}
	a.Status, a.Finished = Finished, Date{2026, 9, 19}
	if got := points(); got != 2 {
		t.Errorf("finished before the review: %d points, want 2", got)
	}
}

// TestProof holds SCORING 2 for a question whose proof is fresh for 100 days,
// judged on 2026-09-14; 100 days before is 2026-06-06.
func TestProof(t *testing.T) {
	paper := func(d Date) []Proof { return []Proof{{Grade: Paper, What: "policy", Date: d}} }
	tests := []struct {
		name   string
		answer string
		proof  []Proof
		want   int
	}{
		{"none", "yes", nil, 0},
		{"said", "yes", []Proof{{Grade: Said, Date: testDay}}, 0},
		{"paper of the day", "yes", paper(testDay), 3},
		{"paper of the last fresh day", "yes", paper(Date{2026, 6, 6}), 3},
		{"paper a day too old", "yes", paper(Date{2026, 6, 5}), 0},
		{"paper of the next day", "yes", paper(Date{2026, 9, 15}), 0},
		{"paper without a date", "yes", paper(Date{}), 0},
		{"record", "mostly", []Proof{{Grade: Record, Date: testDay}}, 2},
		{"outside", "partly", []Proof{{Grade: Outside, Date: testDay}}, 1},
		{"one good among bad", "yes", append(paper(Date{2020, 1, 1}), paper(testDay)...), 3},
		{"other way", "other-mostly", paper(testDay), 2},
		{"other way without", "other-mostly", nil, 0},
		{"incomplete other way", "other-incomplete", paper(testDay), 0},
		{"unknown", "unknown", paper(testDay), 0},
	}
	lib := libraryOf(t, "s: r1")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ans := toldWord(tt.answer)
			ans.Proof = tt.proof
			it, _ := Evaluate(lib, draftOf(map[string]Answer{"r1": ans})).Item("r1")
			if it.Proven != tt.want {
				t.Errorf("proven %d, want %d", it.Proven, tt.want)
			}
		})
	}
}

// The score with proof counts an unproven level as No and leaves unknown, open
// and does-not-apply as they are. Weights 3, 2, 1, 1, 1:
// score 100·(3 + 2)/(3+2+1) = 83.3, with proof 100·3/6 = 50.
func TestScoreWithProof(t *testing.T) {
	lib := libraryOf(t, "s: e1; n1; r1; r2; r3")
	answers := told("e1=yes n1=yes r1=unknown r2=na")
	ans := answers["e1"]
	ans.Proof = []Proof{{Grade: Record, Date: testDay}}
	answers["e1"] = ans
	r := Evaluate(lib, draftOf(answers))
	if diff := cmp.Diff(Tally{Earned: 15, Levelled: 5, Unknown: 1, Open: 1, Excluded: 1}, r.All.Tally); diff != "" {
		t.Errorf("score (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(Tally{Earned: 9, Levelled: 5, Unknown: 1, Open: 1, Excluded: 1}, r.All.Proven); diff != "" {
		t.Errorf("with proof (-want +got)\n%s", diff)
	}
	if got := r.All.Figures().Proven; got != "50%" {
		t.Errorf("prints %q, want 50%%", got)
	}
}

// TestTargets holds SCORING 6.
func TestTargets(t *testing.T) {
	lib := libraryOf(t, "s: e1; n1; r1")
	tests := []struct {
		name    string
		size    frameworks.Size
		targets map[string]Target
		want    map[string]string
	}{
		{"small", frameworks.Small, nil, map[string]string{"e1": "yes", "n1": "mostly", "r1": "partly"}},
		{"medium", frameworks.Medium, nil, map[string]string{"e1": "yes", "n1": "mostly", "r1": "mostly"}},
		{"own with a reason", frameworks.Small, map[string]Target{"r1": {Level: frameworks.Yes, Reason: "the insurer asks"}},
			map[string]string{"e1": "yes", "n1": "mostly", "r1": "yes (the insurer asks)"}},
		{"own without a reason is none", frameworks.Small, map[string]Target{"r1": {Level: frameworks.Yes}},
			map[string]string{"e1": "yes", "n1": "mostly", "r1": "partly"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(nil)
			a.Organization.Size, a.Targets = tt.size, tt.targets
			got := map[string]string{}
			for _, it := range Evaluate(lib, a).Items {
				words := it.Target.String()
				if it.Own != "" {
					words += " (" + it.Own + ")"
				}
				got[it.Question.Key] = words
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The gap of a group is 100·sum(w·gap/3)/sum(w) over what is answered. e1 No
// (w 3, gap 3), n1 Yes (w 2, gap 0: it pays for nothing), r1 unknown (w 1, gap 1),
// r2 open and left out: 100·(3 + 1/3)/6 = 500/9.
func TestFunctionGap(t *testing.T) {
	lib := libraryOf(t, "s: e1; n1; r1; r2")
	g := ownSection(t, lib, "e1=no n1=yes r1=unknown", "s").Gap
	if got := ratText(g); got != "500/9" {
		t.Errorf("gap %s, want 500/9", got)
	}
}

// Carried answers are confirmed only when somebody says so, and stale after two
// quarters.
func TestCarriedAndStale(t *testing.T) {
	lib := libraryOf(t, "s: e1; e2; e3; e4")
	answers := told("e1=yes e2=yes e3=yes")
	for key, carried := range map[string]Quarter{"e2": {2026, 2}, "e3": {2026, 1}} {
		ans := answers[key]
		ans.Carried = carried
		answers[key] = ans
	}
	r := Evaluate(lib, draftOf(answers))
	if got, want := r.All.Figures().Coverage, "3 of 4 answered, 1 confirmed this quarter"; got != want {
		t.Errorf("coverage %q, want %q", got, want)
	}
	for key, want := range map[string]bool{"e1": false, "e2": false, "e3": true, "e4": false} {
		if it, _ := r.Item(key); it.Stale != want {
			t.Errorf("%s stale %t, want %t", key, it.Stale, want)
		}
	}
}
