package series_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/assess/sheet"
	"hygeia/frameworks"
)

func understood(t *testing.T, text string) *series.Series {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("s.csv", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r, q, err := series.Understand(book, lib, series.Choices{})
	if err != nil || q != nil {
		t.Fatalf("%v, asks %+v", err, q)
	}
	r.Series.Imported = assess.Date{Year: 2026, Month: 8, Day: 3}
	return r.Series
}

func quarters(names ...string) []assess.Quarter {
	var all []assess.Quarter
	for _, n := range names {
		q, err := assess.ParseQuarter(n)
		if err != nil {
			panic(err)
		}
		all = append(all, q)
	}
	return all
}

// Beside a quarter stands the time of the sheet that is nearest to it. The sheets have
// the scale in their heads, so that nothing is asked.
func TestNearestTime(t *testing.T) {
	for name, c := range map[string]struct {
		heads, quarters, want string
	}{
		"a year holds its quarters":                   {"2025 (0-5)|2026 (0-5)", "2025-Q1 2025-Q4 2026-Q1 2026-Q3", "2025 2025 2026 2026"},
		"a quarter before its year":                   {"2026 (0-5)|2026-Q3 (0-5)", "2026-Q3 2026-Q4", "2026-Q3 2026"},
		"the later month of a quarter":                {"Jul 2026 (0-5)|Aug 2026 (0-5)", "2026-Q3", "2026-08"},
		"half years":                                  {"2026 H1 (0-5)|2026 H2 (0-5)", "2026-Q2 2026-Q3", "2026-H1 2026-H2"},
		"a fiscal year is the year of its number":     {"FY2024 (0-5)|FY2026 (0-5)", "2024-Q4 2026-Q1", "FY2024 FY2026"},
		"nothing but an old year":                     {"2022 (0-5)", "2026-Q2 2026-Q3", "2022 2022"},
		"current is the month it was taken over":      {"2025 (0-5)|Current (0-5)", "2025-Q4 2026-Q3", "2025 current"},
		"of two as far away the one that ends nearer": {"2025-Q1 (0-5)|2025-Q4 (0-5)", "2025-Q2 2025-Q3", "2025-Q1 2025-Q4"},
	} {
		t.Run(name, func(t *testing.T) {
			heads := strings.Split(c.heads, "|")
			s := understood(t, "ID,"+strings.Join(heads, ",")+"\nPR.AA-01"+strings.Repeat(",2", len(heads))+"\nPR.AA-03"+strings.Repeat(",3", len(heads))+"\n")
			b := s.Beside(quarters(strings.Fields(c.quarters)...))
			if b == nil {
				t.Fatal("nothing stands beside")
			}
			var got []string
			for _, p := range b.Nearest {
				got = append(got, p.String())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A row moves on the scale of its sheet, from the first quarter to the last. Where it
// has no score at one of the two times, it does not move.
func TestMoves(t *testing.T) {
	s := understood(t, `ID,2025 (0-5),2026 (0-5)
PR.AA-01,2,3
PR.AA-02,3,2.5
PR.AA-03,4,4
PR.AA-04,n/a,4
PR.AA-05,,4
PR.AA-06,1,not assessed
PR.AC-07,0,5
`)
	b := s.Beside(quarters("2025-Q4", "2026-Q1", "2026-Q2"))
	got := map[string]string{}
	for _, r := range b.Rows {
		got[r.ID] = r.Move.String()
	}
	want := map[string]string{
		"PR.AA-01": "rose", "PR.AA-02": "fell", "PR.AA-03": "the same", "PR.AA-04": "not compared",
		"PR.AA-05": "not compared", "PR.AA-06": "not compared", "PR.AC-07": "rose",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if b.Count(series.Rose) != 2 || b.Count(series.NotCompared) != 3 || !b.Moved() {
		t.Errorf("%d rose, %d are not compared", b.Count(series.Rose), b.Count(series.NotCompared))
	}
	if v := b.Rows[3].Cells[0]; v == nil || v.Cell(s.Scale) != "does not apply" {
		t.Errorf("n/a is printed as %v", v)
	}
	if b.Rows[4].Cells[0] != nil {
		t.Error("an empty cell has a value")
	}
	b.Keep(map[string]bool{"pr.aa-03": true})
	if len(b.Rows) != 2 || b.Rows[1].ID != "PR.AC-07" {
		t.Errorf("about PR.AA-03 are %+v", b.Rows)
	}
}

// A time that names no year is nearest to nothing.
func TestTimelessValues(t *testing.T) {
	s := understood(t, "ID,Previous (0-5),Current (0-5)\nPR.AA-01,2,3\nPR.AA-03,1,3\n")
	b := s.Beside(quarters("2025-Q4", "2026-Q3"))
	if b == nil || !b.Timeless || b.Moved() || b.Nearest[0] != series.Current {
		t.Errorf("beside stand %+v", b)
	}
	if b := understood(t, "ID,Q1 (0-5),Q2 (0-5)\nPR.AA-01,2,3\nPR.AA-03,1,3\n").Beside(quarters("2026-Q1")); b != nil {
		t.Errorf("beside stand %+v", b.Nearest)
	}
}
