package assess

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// quarterOf evaluates the answers as those of a quarter.
func quarterOf(t testing.TB, section string, q Quarter, words string) *Result {
	t.Helper()
	a := draftOf(told(words))
	a.Period = q
	return Evaluate(libraryOf(t, section), a)
}

// A missing quarter is an empty cell, and content that changed has a mark.
func TestTrendLinesUpTheQuarters(t *testing.T) {
	row := NewTrend([]*Result{
		quarterOf(t, "s: e1; r1", Quarter{2026, 2}, "e1=yes r1=no"),
		quarterOf(t, "s: e1; r1", Quarter{2025, 3}, "e1=no r1=no"),
		quarterOf(t, "s: e1; r1; r2", Quarter{2026, 3}, "e1=yes r1=na r2=partly"),
		quarterOf(t, "s: e1; r1", Quarter{2025, 4}, "e1=unknown"),
	})
	var got []string
	v := viewOf(t, row, "own")
	for i, q := range row.Quarters {
		word := "nothing"
		if cell := v.Sections[0].Cells[i]; cell != nil {
			word = fmt.Sprintf("%s, %s, e1 %d", cell.ScoreText(), v.Sections[0].Requirements[0].Cells[i].Status, row.Question("e1")[i].Points)
		}
		if q.NewContent {
			word += " *"
		}
		got = append(got, q.Period.String()+" "+word)
	}
	want := []string{
		"2025-Q3 0%, not met, e1 0",
		"2025-Q4 0 to 100%, not known, e1 0", // e1 weighs 3 of 4: a coverage of 75
		"2026-Q1 nothing",
		"2026-Q2 75%, met, e1 3",
		"2026-Q3 83%, met, e1 3 *", // (3·3 + 1·1) / (3·4)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]Quarter{{2026, 1}}, row.Missing()); diff != "" {
		t.Errorf("missing (-want +got)\n%s", diff)
	}
	if c := row.Whole(); c.Before.Period != (Quarter{2025, 3}) || c.After.Period != (Quarter{2026, 3}) {
		t.Errorf("the whole row compares %s with %s", c.Before.Period, c.After.Period)
	}
}

func viewOf(t testing.TB, row *Trend, id string) *ViewTrend {
	t.Helper()
	for i := range row.Views {
		if row.Views[i].View.Framework.ID == id {
			return &row.Views[i]
		}
	}
	t.Fatalf("no framework %s", id)
	return nil
}

func TestTrendOfNothing(t *testing.T) {
	row := NewTrend(nil)
	if len(row.Quarters) != 0 || row.Whole() != nil {
		t.Errorf("got %+v", row)
	}
	one := NewTrend([]*Result{quarterOf(t, "s: e1", Quarter{2026, 2}, "e1=yes")})
	if len(one.Quarters) != 1 || one.Whole() != nil {
		t.Errorf("one quarter gives %+v", one)
	}
}

// A section that a quarter's content did not have stays empty there.
func TestTrendOfANewSection(t *testing.T) {
	old := quarterOf(t, "s: e1", Quarter{2026, 2}, "e1=yes")
	now := Evaluate(libraryOf(t, "s: e1", "t: r1"), draftOf(told("e1=yes r1=yes")))
	v := viewOf(t, NewTrend([]*Result{old, now}), "own")
	if cells := v.Sections[1].Cells; cells[0] != nil || cells[1] == nil {
		t.Errorf("got %v", cells)
	}
}

// However the quarters lie, a missing one never gets a figure, each cell is
// what its own quarter says, the order given does not matter, and lining up
// once more changes nothing.
func TestPropertyTrend(t *testing.T) {
	lib := propertyLibrary(t)
	rapid.Check(t, func(t *rapid.T) {
		var results []*Result
		for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 9), 1, 5, rapid.ID).Draw(t, "quarters") {
			a := draftOf(drawAnswers(t, lib, fmt.Sprint(n)))
			a.Period = Quarter{2024 + n/4, n%4 + 1}
			results = append(results, Evaluate(lib, a))
		}
		row := NewTrend(results)
		checkTrend(t, row, results)
		for what, other := range map[string]*Trend{
			"in another order": NewTrend(rapid.Permutation(results).Draw(t, "order")),
			"once more":        NewTrend(row.Saved()),
		} {
			if !slices.Equal(row.Quarters, other.Quarters) {
				t.Fatalf("%s: %v, then %v", what, row.Quarters, other.Quarters)
			}
		}
	})
}

func checkTrend(t *rapid.T, row *Trend, results []*Result) {
	saved := 0
	for i, q := range row.Quarters {
		if i > 0 && q.Period != row.Quarters[i-1].Period.Next() {
			t.Fatalf("%s stands after %s", q.Period, row.Quarters[i-1].Period)
		}
		if at := slices.IndexFunc(results, func(r *Result) bool { return r.Period == q.Period }); at < 0 != (q.Result == nil) {
			t.Fatalf("%s has the result %v", q.Period, q.Result)
		}
		if q.Result != nil {
			saved++
		}
		for _, v := range row.Views {
			for j, s := range v.Sections {
				if q.Result == nil && s.Cells[i] != nil {
					t.Fatalf("%s: a figure without a quarter", q.Period)
				}
				if q.Result == nil {
					continue
				}
				own, _ := q.Result.View(v.View.Framework.ID)
				if s.Cells[i] != &own.Sections[j].Group {
					t.Fatalf("%s, %s: another quarter's figure", q.Period, s.Section.ID)
				}
			}
		}
	}
	if saved != len(results) || len(row.Missing()) != len(row.Quarters)-saved {
		t.Fatalf("%d of %d quarters", saved, len(results))
	}
}
