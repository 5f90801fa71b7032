package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// decided is a quarter of nothing but No, as of 2026-09-28, in which the first
// gaps of the plan were decided on in order.
func decided(t testing.TB, decisions ...assess.Decision) (Input, []assess.Action) {
	lib := shipped(t)
	a := quarter(lib, third, assess.Organization{Name: "Decided", Size: frameworks.Small, Country: "us"}, []string{"hph-cpg"},
		func(int, *frameworks.Question) assess.Answer { return level(frameworks.No) })
	actions := assess.Actions(assess.Evaluate(lib, a), nil)
	a.Decisions = map[string]assess.Decision{}
	for i, d := range decisions {
		a.Decisions[actions[i].Item.Question.Key] = d
	}
	return Input{Result: assess.Evaluate(lib, a)}, actions
}

func day(year int, month time.Month, d int) assess.Date {
	return assess.Date{Year: year, Month: month, Day: d}
}

func accept(until assess.Date) assess.Decision {
	return assess.Decision{Kind: assess.Accept, Reason: "Too costly now", Approver: "Chief executive", Until: until, Recorded: day(2026, 3, 1)}
}

func fix(due assess.Date) assess.Decision {
	return assess.Decision{Kind: assess.Fix, Owner: "Head of IT", Due: due, Recorded: day(2026, 3, 1)}
}

// titles returns the first cell of each row.
func titles(t doc.Table) []string {
	var list []string
	for _, r := range t.Rows {
		list = append(list, r[0].String())
	}
	return list
}

// tablesOf returns the tables among blocks.
func tablesOf(blocks []doc.Block) []doc.Table {
	var list []doc.Table
	for _, b := range blocks {
		if t, is := b.(doc.Table); is {
			list = append(list, t)
		}
	}
	return list
}

// An accepted risk leaves the plan until it ends, on its last day still; the one
// that ended comes first in the list and is back in the plan.
func TestAcceptedRisks(t *testing.T) {
	in, actions := decided(t, accept(day(2026, 9, 28)), accept(day(2026, 9, 27)), accept(day(2027, 3, 1)))
	s := newStory(in)
	name := func(i int) string { return actions[i].Item.Question.Title }
	rows := tablesOf(acceptedRisks(s))[0]
	if diff := cmp.Diff([]string{name(1), name(0), name(2)}, titles(rows)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	var until []string
	for _, r := range rows.Rows {
		until = append(until, r[3].String()+" "+r[4].String())
	}
	if diff := cmp.Diff([]string{"Chief executive Sept. 27, 2026 (ended)", "Chief executive Sept. 28, 2026", "Chief executive March 1, 2027"}, until); diff != "" {
		t.Errorf("ends (-want +got):\n%s", diff)
	}
	var left []string
	for _, a := range s.actions {
		left = append(left, a.Item.Question.Title)
	}
	for i, want := range []bool{false, true, false} {
		if got := strings.Contains("\n"+strings.Join(left, "\n")+"\n", "\n"+name(i)+"\n"); got != want {
			t.Errorf("%q in the plan: %t, want %t", name(i), got, want)
		}
	}
	if len(s.actions) != len(actions)-2 || len(s.waived) != 2 {
		t.Errorf("%d actions are left, want %d; %d risks are accepted, want 2", len(s.actions), len(actions)-2, len(s.waived))
	}
}

// Where every gap is accepted there is nothing to ask of the board, and it says so.
func TestEverythingAccepted(t *testing.T) {
	_, actions := decided(t)
	all := make([]assess.Decision, len(actions))
	for i := range all {
		all[i] = accept(day(2027, 1, 1))
	}
	in, _ := decided(t, all...)
	text := draw(t, "text", Board(in), doc.Options{Width: 200})
	doctest.InOrder(t, text, "the risk of each open gap was accepted for now", "The risk of each open gap was accepted for now", "Every gap, in order", "The risk of each open gap was accepted for now", "Accepted risks", "Jan. 1, 2027")
}

// Promised is what was to be fixed by a day that is past; the longest overdue
// comes first, and the owner answers for it.
func TestPromisedNotDelivered(t *testing.T) {
	in, actions := decided(t, fix(day(2026, 9, 27)), fix(day(2026, 9, 28)), fix(day(2026, 6, 30)), accept(day(2026, 1, 1)))
	s := newStory(in)
	rows := tablesOf(promised(s))[0]
	want := []string{actions[2].Item.Question.Title, actions[0].Item.Question.Title}
	if diff := cmp.Diff(want, titles(rows)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := rows.Rows[0][1].String() + ", " + rows.Rows[0][3].String(); got != "Head of IT, 90" {
		t.Errorf("owner and days late: %s", got)
	}
	late := slices.DeleteFunc(assess.Decisions(in.Result), func(d assess.Decided) bool { return !d.Overdue(in.Result.AsOf) })
	if n := len(late); n != 3 {
		t.Errorf("%d decisions are past their date, want 3 with the acceptance that ended", n)
	}
	none, _ := decided(t, fix(day(2026, 12, 1)))
	if text := draw(t, "text", &doc.Document{Blocks: promised(newStory(none))}, doc.Options{}); !strings.Contains(text, "Nothing that was promised is past its date.") {
		t.Error(text)
	}
	undecided, _ := decided(t)
	if blocks := promised(newStory(undecided)); blocks != nil {
		t.Errorf("nothing was promised, but there is %v", blocks)
	}
}

// The date of a step is the one decided on, else by effort from 2026-09-28.
func TestDueDates(t *testing.T) {
	in, _ := decided(t, fix(day(2026, 12, 1)), fix(day(2026, 8, 1))) // the overdue one comes first
	s := newStory(in)
	if got := s.dueWords(s.actions[1]) + ", " + s.owner(s.actions[1]); got != "Dec. 1, 2026 (decided), Head of IT" {
		t.Error(got)
	}
	if got := s.dueWords(s.actions[0]); got != "Aug. 1, 2026 (decided, past)" {
		t.Error(got)
	}
	usual := map[frameworks.Effort]string{frameworks.SmallEffort: "Oct. 28, 2026", frameworks.MediumEffort: "Dec. 28, 2026", frameworks.LargeEffort: "March 28, 2027"}
	for _, a := range s.actions[2:] {
		if got := s.dueWords(a); got != usual[a.Effort] {
			t.Errorf("%s effort: %s, want %s", a.Effort, got, usual[a.Effort])
		}
		if got := s.owner(a); got != words.Capital(s.leader(a.Item.Question)) {
			t.Errorf("%s is led by %s", a.Item.Question.Key, got)
		}
	}
}
