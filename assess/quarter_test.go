package assess

import (
	"testing"
	"time"
)

func TestQuarter(t *testing.T) {
	for _, s := range []string{"2000-Q1", "2026-Q3", "2199-Q4"} {
		q, err := ParseQuarter(s)
		if err != nil || q.String() != s {
			t.Errorf("%s reads as %s, %v", s, q, err)
		}
	}
	for _, s := range []string{"2026-q3", " 2026-Q3 "} {
		if q, err := ParseQuarter(s); q != (Quarter{2026, 3}) {
			t.Errorf("%q reads as %s, %v", s, q, err)
		}
	}
	for _, s := range []string{"", "2026", "2026-Q0", "2026-Q5", "1999-Q4", "2200-Q1", "2026-P3", "+026-Q3", "26-Q3"} {
		if q, err := ParseQuarter(s); err == nil {
			t.Errorf("%q reads as %s, want an error", s, q)
		}
	}
	if got := QuarterOf(time.Date(2026, 12, 31, 23, 0, 0, 0, time.FixedZone("west", -5*3600))); got != (Quarter{2026, 4}) {
		t.Errorf("the quarter is that of the place: %s, want 2026-Q4", got)
	}
	if got := (Quarter{2026, 4}).Next(); got != (Quarter{2027, 1}) {
		t.Errorf("after 2026-Q4 comes %s", got)
	}
	if got := (Quarter{2027, 1}).Since(Quarter{2026, 3}); got != 2 {
		t.Errorf("2027-Q1 is %d quarters after 2026-Q3, want 2", got)
	}
}

func TestDate(t *testing.T) {
	d, err := ParseDate("2024-02-29")
	if err != nil {
		t.Fatal(err)
	}
	if got := d.NextYear(); got != (Date{2025, 2, 28}) {
		t.Errorf("a year after %s is %s, want 2025-02-28", d, got)
	}
	if got := (Date{2026, 9, 14}).DaysSince(Date{2026, 6, 6}); got != 100 {
		t.Errorf("%d days, want 100", got)
	}
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "14.9.2026", "2026-9-4"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q reads as %s, want an error", s, d)
		}
	}
}

// A day that a month does not have becomes its last one.
func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-09-28", 3, "2026-12-28"}, {"2026-08-31", 1, "2026-09-30"}, {"2026-11-30", 3, "2027-02-28"},
		{"2027-11-30", 3, "2028-02-29"}, {"2026-12-31", 6, "2027-06-30"}, {"2026-05-31", 0, "2026-05-31"},
	} {
		from, err := ParseDate(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := from.AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
	if got := (Date{}).AddMonths(3); !got.IsZero() {
		t.Errorf("no date and 3 months is %s", got)
	}
}

// A person writes a quarter in many ways; without a year it is the last one that
// has begun.
func TestQuarterWord(t *testing.T) {
	today := Quarter{Year: 2026, N: 3}
	for word, want := range map[string]string{
		"2026-Q4": "2026-Q4", "2026-q4": "2026-Q4", "2026Q4": "2026-Q4", "2026q4": "2026-Q4", " 2026 Q4 ": "2026-Q4", "2026/Q4": "2026-Q4",
		"Q4 2025": "2025-Q4", "q1-2027": "2027-Q1", "4Q25": "2025-Q4", "4Q2025": "2025-Q4", "4q 25": "2025-Q4",
		"Q3": "2026-Q3", "q2": "2026-Q2", "Q4": "2025-Q4",
		"Q5": "", "Q": "", "": "", "2026": "", "2026-Q": "", "1999-Q1": "", "1999Q1": "", "20261": "", "Q41": "", "2026-Q4x": "", "26-Q4": "",
	} {
		got, err := QuarterWord(word, today)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q is read as %s, %v, want %q", word, got, err, want)
		}
	}
}
