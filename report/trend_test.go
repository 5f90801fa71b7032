package report

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// blocksOf returns the blocks of one kind.
func blocksOf[B doc.Block](blocks []doc.Block) []B {
	var list []B
	for _, b := range blocks {
		if of, is := b.(B); is {
			list = append(list, of)
		}
	}
	return list
}

// history is a hospital with so many quarters before 2026-Q3, each a little
// better; the third from the end was never saved.
func history(t testing.TB, quarters int) Input {
	lib := shipped(t)
	org := assess.Organization{Name: "Long Memory", Size: frameworks.Small, Country: "us"}
	period := assess.Quarter{Year: third.Year - (quarters+1)/4 - 1, N: 1}
	for third.Since(period) > quarters {
		period = period.Next()
	}
	in := Input{}
	for i := 0; i <= quarters; i++ {
		a := quarter(lib, period, org, []string{"hph-cpg", "nist-csf-2.0"}, func(j int, _ *frameworks.Question) assess.Answer {
			return level(frameworks.Level(min(3, (i+j)%4)))
		})
		switch r := assess.Evaluate(lib, a); {
		case i == quarters:
			in.Result = r
		case i != quarters-2:
			in.Earlier = append(in.Earlier, r)
		}
		period = period.Next()
	}
	return in
}

// A missing quarter is a cell without a figure, and every figure is the printed
// score of that quarter.
func TestTrendIsThePrintedScores(t *testing.T) {
	in := history(t, 5)
	got := blocksOf[doc.Trend](Board(in).Blocks)[0]
	want := []string{"2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"}
	if diff := cmp.Diff(want, got.Quarters); diff != "" {
		t.Fatalf("quarters (-want +got):\n%s", diff)
	}
	saved := map[string]*assess.Result{in.Result.Period.String(): in.Result}
	for _, r := range in.Earlier {
		saved[r.Period.String()] = r
	}
	v, _ := in.Result.View(frameworks.CSFID)
	for i, line := range got.Lines {
		for j, p := range line.Points {
			r := saved[got.Quarters[j]]
			if r == nil {
				if p.Known || p.Words != "no quarter saved" {
					t.Errorf("%s in %s: %+v, but nothing was saved", line.Label, got.Quarters[j], p)
				}
				continue
			}
			old, _ := r.View(frameworks.CSFID)
			if want := old.Sections[i].Figures().Score; p.Words != want || fmt.Sprintf("%d%%", p.Value) != want || !p.Known {
				t.Errorf("%s in %s: %+v, want %s", v.Sections[i].Title, got.Quarters[j], p, want)
			}
		}
	}
}

// A mark stands where the content is another one than in the quarter saved
// before, also across a missing quarter.
func TestTrendMarksOtherContent(t *testing.T) {
	in := history(t, 5)
	other := *in.Result.Library
	other.Digest = "sha256:other"
	in.Result.Library = &other
	trends := newStory(in).timeline()
	if diff := cmp.Diff([]bool{false, false, false, false, false, true}, turned(trends)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if text := draw(t, "text", Board(in), doc.Options{Width: 200}); !strings.Contains(text, "A marked quarter was asked with other content") {
		t.Error("the mark is not explained")
	}
}

// Sections are named by what really changed, and never where too little of them is
// compared.
func TestRealFinding(t *testing.T) {
	section := func(title string, real int64, thin bool) assess.SectionChange {
		return assess.SectionChange{After: &assess.Group{Title: title}, Real: big.NewRat(real, 1), Shown: big.NewRat(-real, 1), Thin: thin}
	}
	start := "Since 2026-Q2, by what really changed, "
	for want, sections := range map[string][]assess.SectionChange{
		start + "A fell most, by 5.0 points; B rose most, by 20.0 points.":         {section("A", -5, false), section("B", 20, false), section("C", 2, false), section("D", 90, true)},
		start + "A rose most, by 1.0 points; none fell.":                           {section("A", 1, false), section("B", -50, true)},
		start + "A fell most, by 1.0 points; none rose.":                           {section("A", -1, false), {After: &assess.Group{Title: "B"}}},
		start + "no section rose or fell.":                                         {section("A", 0, false)},
		"Too few answers can be compared with those of 2026-Q2 to name a section.": {section("A", 90, true)},
	} {
		if diff := cmp.Diff(want, realFinding(second, &assess.ViewChange{Sections: sections})); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// Forty quarters fill a report that can be read; what is older is left out.
func TestFortyQuarters(t *testing.T) {
	doctest.Long(t)
	for before, want := range map[int]int{0: 0, 1: 2, 39: 40, 45: mostQuarters} {
		in := history(t, before)
		d := Board(in)
		draw(t, "pdf", d, doc.Options{})
		draw(t, "text", d, doc.Options{})
		shown := 0
		for _, trend := range blocksOf[doc.Trend](d.Blocks) {
			shown = len(trend.Quarters)
			if last := trend.Quarters[shown-1]; last != "2026-Q3" {
				t.Errorf("the last quarter is %s", last)
			}
		}
		if shown != want {
			t.Errorf("%d quarters before: %d are shown, want %d", before, shown, want)
		}
	}
}

// The rows are the scores as printed with the change as printed, what fell first.
func TestDumbbellsAreThePrintedScores(t *testing.T) {
	in := creek(t)
	c := assess.Compare(in.before(), in.Result)
	charts := blocksOf[doc.Dumbbells](Full(in).Blocks)
	if len(charts) != 2 { // the functions and the practices that were asked
		t.Fatalf("%d charts, want 2", len(charts))
	}
	for i, id := range []string{frameworks.CSFID, "hicp-2023"} {
		sections := map[string]*assess.SectionChange{}
		for _, v := range c.Views {
			for j := range v.Sections {
				if v.View.Framework.ID == id {
					sections[v.Sections[j].After.Title] = &v.Sections[j]
				}
			}
		}
		rows := charts[i].Rows
		if len(rows) == 0 {
			t.Errorf("%s has no rows", id)
		}
		for j, row := range rows {
			sc := sections[row.Label]
			want := doc.Dumbbell{Label: row.Label, Words: assess.ChangeText(sc.Shown)}
			want.From, want.To = assess.Percent(sc.Before.Tally.Score().Rat()), assess.Percent(sc.After.Tally.Score().Rat())
			if diff := cmp.Diff(want, row); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if j > 0 && sections[rows[j-1].Label].Shown.Cmp(sc.Shown) > 0 {
				t.Errorf("%s stands behind %s, which fell less", row.Label, rows[j-1].Label)
			}
		}
	}
}
