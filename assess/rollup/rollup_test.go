package rollup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

var october = assess.Date{Year: 2026, Month: 10, Day: 5}

func shipped(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// row is a counted site with so many goals met, and a score of so many percent in one
// function.
func row(folder string, met, percent int, items ...Item) Row {
	return Row{Folder: folder, Site: Site{
		Name: strings.ToUpper(folder[:1]) + folder[1:], Period: assess.Quarter{Year: 2026, N: 3}, Items: items, Self: true,
		Goals: assess.Goals{Known: true, Met: met, Of: 10},
		Scores: []Score{{Framework: "nist-csf-2.0", ID: "PR", Sign: "a", Single: true, Score: assess.Share{Part: percent, Whole: 100},
			Low: assess.Share{Part: percent - 5, Whole: 100}, High: assess.Share{Part: percent + 10, Whole: 100}, Text: fmt.Sprintf("%d%%", percent)}},
	}}
}

func level(key string, points, target int) Item {
	return Item{Key: key, Revision: 1, State: assess.Levelled, Points: points, Target: frameworks.Level(target), Gap: max(0, target-points)}
}

func labels(r *Rollup) string {
	var list []string
	for _, row := range r.Rows {
		text := row.Label
		if !row.Counted {
			text += "!"
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}

// TestSpread: worst, the lower of two in the middle, best; never an average.
func TestSpread(t *testing.T) {
	for _, tt := range []struct {
		met                 []int
		worst, median, best string
		at                  string
	}{
		{[]int{4}, "4", "4", "4", "A"},
		{[]int{9, 1}, "1", "1", "9", "B"},
		{[]int{9, 1, 5}, "1", "5", "9", "B"},
		{[]int{2, 10, 2, 9}, "2", "2", "10", "A C"},
		{[]int{3, 4, 8, 9}, "3", "4", "9", "A"},
	} {
		var rows []Row
		for i, met := range tt.met {
			rows = append(rows, row(string(rune('a'+i)), met, 50))
		}
		r := Roll(shipped(t), october, rows)
		got := []string{r.Met.Worst, r.Met.Median, r.Met.Best, strings.Join(r.Met.WorstAt, " ")}
		if diff := cmp.Diff([]string{tt.worst, tt.median, tt.best, tt.at}, got); diff != "" || r.Met.Sites != len(tt.met) {
			t.Errorf("%v, of %d (-want +got):\n%s", tt.met, r.Met.Sites, diff)
		}
	}
}

// TestOrder: the fewest goals first, then those that are not counted, whatever the
// order in which they were found.
func TestOrder(t *testing.T) {
	draft, gone := row("east", 1, 20), Row{Folder: "west", Problem: "damaged"}
	draft.Draft = true
	parent := row("system", 0, 10)
	parent.Self = false
	north := row("north", 6, 60)
	north.Taken = []Taken{{From: "../system", Answers: 3}}
	south, west2 := row("south", 2, 90), row("west2", 9, 30)
	for _, rows := range [][]Row{{draft, gone, parent, north, south, west2}, {west2, parent, south, gone, north, draft}} {
		r := Roll(shipped(t), october, rows)
		if diff := cmp.Diff("South North West2 west! East! System!", labels(r)); diff != "" || r.Counted != 3 {
			t.Errorf("%d counted (-want +got):\n%s", r.Counted, diff)
		}
	}
	// A parent that answers for itself too is a site like any other.
	parent.Self = true
	if r := Roll(shipped(t), october, []Row{parent, north}); r.Counted != 2 || !r.Rows[0].Parent {
		t.Errorf("%d counted: %s", r.Counted, labels(r))
	}
}

func TestSameNames(t *testing.T) {
	a, b, c := row("a", 1, 1), row("b", 2, 1), row("c", 3, 1)
	a.Name, b.Name, c.Name = "Mercy", "MERCY", ""
	if got := labels(Roll(shipped(t), october, []Row{a, b, c})); got != "Mercy (a) MERCY (b) c" {
		t.Error(got)
	}
}

// TestOnlyThoseAsked: every figure is over the sites that are asked the same, and says
// of how many.
func TestOnlyThoseAsked(t *testing.T) {
	a := row("a", 1, 40, level("mfa-email", 0, 3), level("backup-restore", 1, 2))
	b := row("b", 2, 80, level("mfa-email", 3, 3))
	c := row("c", 3, 60, level("mfa-email", 2, 3))
	d := row("d", 4, 70, Item{Key: "mfa-email", Revision: 2, State: assess.Levelled})
	c.Scores[0].Single = false
	d.Scores[0].Sign = "other"
	draft := row("e", 0, 5, level("mfa-email", 0, 3))
	draft.Draft = true
	r := Roll(shipped(t), october, []Row{a, b, c, d, draft})

	l := r.Sections[0]
	if l.Asked != 4 || l.Score.Sites != 2 || l.NoScore != 1 || l.Other != 1 || l.Score.Worst != "40%" || l.Score.Median != "40%" || l.Score.Best != "80%" {
		t.Errorf("section: %+v", l)
	}
	if l.Low != "35%" || l.High != "90%" {
		t.Errorf("range %s to %s", l.Low, l.High)
	}
	var email, backup Practice
	for _, p := range r.Practices {
		switch p.Key {
		case "mfa-email":
			email = p
		case "backup-restore":
			backup = p
		}
	}
	if email.Asked != 3 || email.Other != 1 || email.No != 1 || email.Missed() != 1 || len(email.Gaps) != 2 {
		t.Errorf("mfa-email: %+v", email)
	}
	if backup.Asked != 1 || backup.Partly != 1 || len(backup.Gaps) != 1 {
		t.Errorf("backup-restore: %+v", backup)
	}
	if missed := r.Missed(); len(missed) != 2 || missed[0].Key != "backup-restore" {
		t.Errorf("of two missed at one site, the one that fewer are asked comes first: %+v", missed)
	}
	if shared := r.Shared(); len(shared) != 1 || shared[0].Key != "mfa-email" {
		t.Errorf("shared: %+v", shared)
	}
}

// TestOneFixAtTheParent: gaps of answers that were taken over from one place.
func TestOneFixAtTheParent(t *testing.T) {
	gap := level("mfa-email", 1, 3)
	gap.From = "../system"
	up := gap
	up.From = "../../health/system"
	r := Roll(shipped(t), october, []Row{row("health/a", 1, 1, gap), row("health/b", 2, 1, gap), row("health/c", 2, 1, up), row("health/d", 2, 1, level("mfa-email", 0, 3))})
	if p := r.Practices[0]; len(p.Gaps) != 4 || len(p.From) != 1 || p.From[0] != (Source{"health/system", 3}) {
		t.Errorf("%+v", p.From)
	}
}

// TestSilent: a whole quarter has gone by.
func TestSilent(t *testing.T) {
	for _, tt := range []struct {
		day  assess.Date
		want bool
	}{
		{assess.Date{Year: 2026, Month: 9, Day: 30}, false}, {assess.Date{Year: 2026, Month: 12, Day: 31}, false}, {assess.Date{Year: 2027, Month: 1, Day: 1}, true},
	} {
		if r := Roll(shipped(t), tt.day, []Row{row("a", 1, 1)}); r.Rows[0].Silent != tt.want {
			t.Errorf("%s: %v", tt.day, r.Rows[0].Silent)
		}
	}
}

func TestOverdue(t *testing.T) {
	a, b := row("a", 1, 1), row("b", 2, 1)
	a.Matters = []Matter{{Number: 1, Question: "mfa-email", Date: assess.Date{Year: 2026, Month: 10, Day: 5}}, {Number: 2, Question: "mfa-email", Date: assess.Date{Year: 2026, Month: 10, Day: 1}}}
	b.Matters = []Matter{{Number: 7, Question: "mfa-email", Date: assess.Date{Year: 2026, Month: 9, Day: 5}}}
	late := Roll(shipped(t), october, []Row{a, b}).Overdue()
	if len(late) != 2 || late[0].Number != 7 || late[0].Days != 30 || late[1].Number != 2 || late[1].Days != 4 {
		t.Errorf("%+v", late)
	}
}

// TestMostOfTheSites: figures are over the sites that are asked what most are; of two
// with as many the newer meaning, whatever the order.
func TestMostOfTheSites(t *testing.T) {
	for _, tt := range []struct {
		list []int
		want int
	}{{[]int{1, 2}, 2}, {[]int{2, 1}, 2}, {[]int{1, 1, 2}, 1}, {[]int{7}, 7}, {nil, 0}} {
		for range 20 { // the order of a map is another each time
			if got := most(tt.list); got != tt.want {
				t.Fatalf("most of %v is %d, want %d", tt.list, got, tt.want)
			}
		}
	}
	fewer := row("c", 0, 50, Item{Key: "mfa-email", Revision: 1, State: assess.Levelled})
	fewer.Goals.Of = 8
	newer := func(folder string, met int) Row {
		return row(folder, met, 50, Item{Key: "mfa-email", Revision: 2, State: assess.Levelled, Points: 3})
	}
	r := Roll(shipped(t), october, []Row{newer("a", 4), newer("b", 6), fewer})
	if r.Of != 10 || r.Met.Sites != 2 || r.Met.Worst != "4" {
		t.Errorf("of %d goals, %d sites, worst %s", r.Of, r.Met.Sites, r.Met.Worst)
	}
	if p := r.Practices[0]; p.Asked != 2 || p.Other != 1 || p.No != 0 {
		t.Errorf("%+v", p)
	}
}
