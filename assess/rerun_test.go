package assess

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// agendaText is an agenda a line: kind, key and reason, "done" where it is.
func agendaText(asks []Ask) []string {
	words := [...]string{"due", "changed", "open", "confirm", "rest"}
	var lines []string
	for _, ask := range asks {
		line := words[ask.Kind] + " " + ask.Question.Key
		if ask.Done {
			line += " done"
		}
		if ask.Why != "" {
			line += ": " + ask.Why
		}
		lines = append(lines, line)
	}
	return lines
}

// nextDay is in the quarter after the test quarter; nextQuarter starts there.
var nextDay = Date{2026, 11, 2}

func nextOf(t testing.TB, b bank, last *Assessment) (*Assessment, *Result) {
	t.Helper()
	lib := b.mustLoad(t)
	return NextQuarter(lib, last, Quarter{2026, 4}, nextDay.time()), Evaluate(lib, last)
}

func TestAgendaOrder(t *testing.T) {
	b := bank{
		sections: []string{"s: r1 r2 r3 r4 r5 r6 r7 r8 r9 ra rb rc rd re"},
		questions: map[string]bankQuestion{
			"r2": {revision: 2},
			"r5": {fresh: 60}, "r6": {fresh: 49}, "r7": {fresh: 60},
		},
	}
	last := draftOf(told("r1=yes r2=yes r4=unknown r5=yes r6=mostly r7=no r8=other-mostly r9=other-partly ra=yes rb=yes rc=no rd=na re=yes"))
	proof := []Proof{{Grade: Paper, What: "log", Date: testDay}, {Grade: Record, What: "older", Date: Date{2026, 1, 1}}}
	for _, key := range []string{"r5", "r6", "r7"} { // 49 days old on nextDay
		ans := last.Answers[key]
		ans.Proof = proof
		last.Answers[key] = ans
	}
	old := func(key string, days int) {
		ans := last.Answers[key]
		ans.Proof = []Proof{{Grade: Paper, What: "log", Date: DateOf(nextDay.time().AddDate(0, 0, -days))}}
		last.Answers[key] = ans
	}
	old("r5", 61)
	old("r7", 61)
	review := func(key string, d Date) {
		ans := last.Answers[key]
		ans.Review = d
		last.Answers[key] = ans
	}
	review("r8", Date{2026, 12, 2})
	review("r9", Date{2026, 11, 1})
	aged := last.Answers["rb"]
	aged.Carried = Quarter{2026, 1}
	last.Answers["rb"] = aged
	older := last.Answers["re"]
	older.Recorded = Date{2026, 9, 1}
	last.Answers["re"] = older

	a, before := nextOf(t, b, last)
	a.Decisions = map[string]Decision{
		"rc": {Kind: Fix, Due: Date{2026, 11, 1}},
		"ra": {Kind: Accept, Until: nextDay}, // its last day
	}
	want := []string{
		"due rc: A fix was due on 2026-11-01.",
		"due r9: As it is it does not count: its review date 2026-11-01 is over.",
		"due r8: Its review date is near: 2026-12-02.",
		"due r5: Its newest proof, of 2026-09-02, is more than 60 days old.",
		"due r4: Nobody knew the last time.",
		"changed r2: It is asked in a new way.",
		"open e99: It was never answered.",
		"open r3: It was never answered.",
		"confirm rb: Please confirm it: it is one of the oldest answers.",
		"confirm re: Please confirm it: it is one of the oldest answers.",
		"confirm r1: Please confirm it: it is one of the oldest answers.",
		"rest r6", "rest r7", "rest ra", "rest rd",
	}
	// rb is carried for longest, re was written down first; a third of seven, rounded up, is three.
	got := agendaText(Agenda(before.Library, a, before, nextDay))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A question that the quarter before did not ask is new; without that quarter
// nobody can tell.
func TestAgendaNew(t *testing.T) {
	b := bank{sections: []string{"s: r1 r2"}}
	last := draftOf(told("e99=yes"))
	last.Frameworks = nil
	a, before := nextOf(t, b, last)
	a.Frameworks = []string{"own"}
	want := []string{"changed r1: It is asked for the first time.", "changed r2: It is asked for the first time.",
		"confirm e99: Please confirm it: it is one of the oldest answers."}
	if diff := cmp.Diff(want, agendaText(Agenda(before.Library, a, before, nextDay))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want[0], want[1] = "open r1: It was never answered.", "open r2: It was never answered."
	if diff := cmp.Diff(want, agendaText(Agenda(before.Library, a, nil, nextDay))); diff != "" {
		t.Errorf("without the quarter before (-want +got)\n%s", diff)
	}
}

// In a first quarter the asking order stays.
func TestAgendaFirstQuarter(t *testing.T) {
	lib := libraryOf(t, "s: e1; r1 r2")
	a := draftOf(told("r1=yes"))
	want := []string{"open e1: It was never answered.", "open r2: It was never answered.", "rest r1 done"}
	if diff := cmp.Diff(want, agendaText(Agenda(lib, a, nil, testDay))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Each question stands in the agenda once, and confirming some of them changes
// neither the order nor anything but what is done.
func TestAgendaIsStable(t *testing.T) {
	b := bank{sections: []string{"s: e1 e2; r1 r2 r3 r4 r5 r6 r7"}, questions: map[string]bankQuestion{"r7": {revision: 2}}}
	lib := b.mustLoad(t)
	words := []string{"yes", "no", "mostly", "unknown", "na", "other-partly", ""}
	rapid.Check(t, func(t *rapid.T) {
		var said []string
		for _, q := range lib.Questions {
			if word := rapid.SampledFrom(words).Draw(t, q.Key); word != "" {
				said = append(said, q.Key+"="+word)
			}
		}
		last := draftOf(told(strings.Join(said, " ")))
		before := Evaluate(lib, last)
		a := NextQuarter(lib, last, Quarter{2026, 4}, time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC))
		first := Agenda(lib, a, before, nextDay)
		seen := map[string]bool{}
		for _, ask := range first {
			if seen[ask.Question.Key] || ask.Done {
				t.Fatalf("%s is there twice, or done before anything was done", ask.Question.Key)
			}
			seen[ask.Question.Key] = true
			if rapid.Bool().Draw(t, "confirm "+ask.Question.Key) && a.Answers[ask.Question.Key].Stands(ask.Question, nextDay) == nil {
				a.Confirm(ask.Question, nextDay)
			}
		}
		if len(first) != len(before.Items) {
			t.Fatalf("%d asks for %d questions", len(first), len(before.Items))
		}
		then := Agenda(lib, a, before, nextDay)
		for i := range then {
			confirmed := a.Answers[then[i].Question.Key].State != Open && a.Answers[then[i].Question.Key].Carried.IsZero()
			if then[i].Question != first[i].Question || then[i].Kind != first[i].Kind || then[i].Done != confirmed {
				t.Fatalf("%d: %+v, then %+v", i, first[i], then[i])
			}
		}
	})
}

func TestDecisionReasons(t *testing.T) {
	day := Date{2026, 8, 1}
	for _, c := range []struct {
		d    Decision
		want string
	}{
		{Decision{Kind: Fix, Due: day}, "A fix was due on 2026-08-01."},
		{Decision{Kind: Accept, Until: day}, "The risk was accepted until 2026-08-01, which is over."},
		{Decision{Kind: Transfer, Due: day}, "Handing the risk over was due on 2026-08-01."},
		{Decision{Kind: Later, Due: day}, "It was to be looked at again by 2026-08-01."},
	} {
		q := libraryOf(t, "s: r1").Questions[0]
		cause, got := dueReason(q, toldWord("yes"), c.d, testDay)
		if cause != decisionDue || got != c.want {
			t.Errorf("%s: %d %q, want %q", c.d.Kind, cause, got, c.want)
		}
		if cause, _ := dueReason(q, toldWord("yes"), c.d, day); cause != notDue {
			t.Errorf("%s: due on its own day", c.d.Kind)
		}
	}
}

func TestWorkload(t *testing.T) {
	for _, c := range []struct {
		w       Workload
		minutes int
		want    string
	}{
		{Workload{}, 0, "nothing is left to ask"},
		{Workload{AskRest: 3}, 0, "nothing is left to ask; the other 3 can wait"},
		{Workload{AskConfirm: 1}, 1, "1 to confirm: about 1 minute"},
		{Workload{AskOpen: 20}, 15, "20 have no answer yet: about 15 minutes"},
		// 12·30 + 2·45 + 41·10 = 860 seconds
		{Workload{AskDue: 12, AskChanged: 2, AskConfirm: 41, AskRest: 30}, 14,
			"12 are due, 2 are new or changed, 41 to confirm: about 14 minutes; the other 30 can wait"},
		// 30 + 45 + 45 = 120 seconds
		{Workload{AskDue: 1, AskChanged: 1, AskOpen: 1, AskRest: 1}, 2,
			"1 is due, 1 is new or changed, 1 has no answer yet: about 2 minutes; 1 other can wait"},
		{Workload{AskDue: 3}, 2, "3 are due: about 2 minutes"}, // 90 seconds, half up
	} {
		if got := c.w.Minutes(); got != c.minutes {
			t.Errorf("%v: %d minutes, want %d", c.w, got, c.minutes)
		}
		if got := c.w.String(); got != c.want {
			t.Errorf("%v:\n got %q\nwant %q", c.w, got, c.want)
		}
	}
}

// Another way that was given this quarter and whose review date is over since is
// due, though the score of the draft does not move before its next change.
func TestRanOutSince(t *testing.T) {
	b := bank{sections: []string{"s: r1 r2"}}
	a, before := nextOf(t, b, draftOf(told("e99=yes r1=no r2=no")))
	ans := toldWord("other-mostly")
	ans.Recorded, ans.Review = nextDay, nextDay
	a.Answers["r1"] = ans
	later := Date{nextDay.Year, nextDay.Month + 1, nextDay.Day}
	for _, before := range []*Result{before, nil} {
		for _, ask := range Agenda(libraryOf(t, "s: r1 r2"), a, before, later) {
			if ask.Question.Key == "r1" && (ask.Kind != AskDue || ask.Done) {
				t.Errorf("a month later it is of kind %d, done %t", ask.Kind, ask.Done)
			}
		}
		for _, ask := range Agenda(libraryOf(t, "s: r1 r2"), a, before, nextDay) {
			if ask.Question.Key == "r1" && !ask.Done {
				t.Errorf("on its review day it is asked again: %s", ask.Why)
			}
		}
	}
}

func TestSelect(t *testing.T) {
	b := bank{sections: []string{"s: r1 r2 r3 r4 r5"}, questions: map[string]bankQuestion{"r2": {revision: 2}}}
	a, before := nextOf(t, b, draftOf(told("e99=yes r1=unknown r2=yes r3=unknown r5=yes")))
	a.Confirm(question(t, before.Library, "r3"), nextDay)
	asks := Agenda(before.Library, a, before, nextDay)
	for word, want := range map[string]string{"open": "r2 r4", "unknown": "r1 r3", "due": "r1", "changed": "r2"} {
		only, err := ParseOnly(word)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, ask := range a.Select(asks, only) {
			keys = append(keys, ask.Question.Key)
		}
		if got := strings.Join(keys, " "); got != want || only.String() != word {
			t.Errorf("%s (%s): %s, want %s", word, only, got, want)
		}
	}
	if got := a.Select(asks, Everything); len(got) != len(asks) {
		t.Errorf("everything: %d of %d", len(got), len(asks))
	}
	if _, err := ParseOnly("closed"); err == nil || !strings.Contains(err.Error(), `"closed": must be open, unknown, due, changed or scanned`) {
		t.Errorf("error %v", err)
	}
}

// What may not be confirmed, and what is in the way.
func TestStands(t *testing.T) {
	q := bank{sections: []string{"s: r1"}, questions: map[string]bankQuestion{"r1": {revision: 2, mustApply: true}}}.mustLoad(t).Questions
	for _, c := range []struct {
		word     string
		revision int
		on       Date
		want     string
	}{
		{"yes", 2, testDay, ""},
		{"unknown", 2, testDay, ""},
		{"yes", 1, testDay, "asked in a new way"},
		{"other-mostly", 2, testDay, ""},
		{"other-mostly", 2, Date{2027, 9, 15}, "review date 2027-09-14 is over"},
		{"other-incomplete", 2, testDay, "a reason is missing"},
		{"na", 2, testDay, "applies to every organization"},
	} {
		for _, question := range q {
			if question.Key != "r1" {
				continue
			}
			ans := toldWord(c.word)
			ans.Revision = c.revision
			err := ans.Stands(question, c.on)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s, revision %d on %s: %v, want %q", c.word, c.revision, c.on, err, c.want)
			}
		}
	}
	if (Answer{}).Stands(q[0], testDay) == nil {
		t.Error("no answer stands")
	}
}
