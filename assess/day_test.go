package assess

import (
	"strings"
	"testing"
)

func TestDayAhead(t *testing.T) {
	today := Date{2026, 11, 30}
	for written, want := range map[string]string{
		"2027-05-27": "2027-05-27", "5/27/2027": "2027-05-27", "05-27-2027": "2027-05-27", "5/27/27": "2027-05-27",
		"27/5/2027": "2027-05-27", "27.5.2027": "2027-05-27", "5/6/2027": "2027-05-06", "2027/5/27": "2027-05-27",
		"May 27, 2027": "2027-05-27", "may 27 2027": "2027-05-27", "27 May 2027": "2027-05-27", "Sept. 3rd, 2027": "2027-09-03",
		"the": "", "by May 27, 2027": "2027-05-27", "on the 3rd": "",
		"2027-05": "2027-05-31", "5/2027": "2027-05-31", "May 2027": "2027-05-31", "february of 2028": "2028-02-29",
		"in 6 months": "2027-05-30", "6 months": "2027-05-30", "Six Months": "2027-05-30", "a year": "2027-11-30",
		"in 3 months": "2027-02-28", "10 days": "2026-12-10", "2 weeks from now": "2026-12-14", "2 weeks ago": "2026-11-16",
		"today": "2026-11-30", "tomorrow": "2026-12-01", "yesterday": "2026-11-29", "next year": "2027-11-30", "next week": "2026-12-07",
		"5/27": "2027-05-27", "12/1": "2026-12-01", "May 27": "2027-05-27", "Feb 29": "2028-02-29", "November 30": "2026-11-30",
		"soon": "", "": "", "next spring": "", "2027": "", "2027-02-30": "", "13/13/2027": "", "2/30/2027": "", "0/1/2027": "",
		"in 6": "", "-6 months": "", "in 6 months ago": "", "99999 years": "", "1/1/9999": "", "May": "", "May June 2027": "",
		"5/27/2027/1": "", "5//2027": "", "1e3 days": "", "+3 days": "", "٢٠٢٧-٠٥-٢٧": "",
	} {
		got, err := DayAhead(written, today)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %s, %v, want %q", written, got, err, want)
		}
	}
}

func TestDayPast(t *testing.T) {
	today := Date{2026, 11, 30}
	for written, want := range map[string]string{
		"today": "2026-11-30", "yesterday": "2026-11-29", "2 weeks ago": "2026-11-16", "6 months ago": "2026-05-30", "6 months": "",
		"2026-05": "2026-05-01", "May 2026": "2026-05-01", "5/27": "2026-05-27", "12/1": "2025-12-01", "Nov 30": "2026-11-30",
		"feb 29": "2024-02-29", "last month": "2026-10-30", "5/27/2027": "2027-05-27",
	} {
		got, err := DayPast(written, today)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %s, %v, want %q", written, got, err, want)
		}
	}
}

func TestDayMistakesSayWhatIsRight(t *testing.T) {
	today := Date{2026, 7, 14}
	_, err := DayAhead("soon", today)
	if want := `"soon" is not a day: write it like 2027-07-14, 7/14/2027 or "in 6 months"`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err = DayPast("soon", today); err == nil || !strings.HasSuffix(err.Error(), `7/14/2026, "2 weeks ago" or today`) {
		t.Errorf("got %v", err)
	}
}

// Whatever is typed makes a day that the calendar has, or a mistake.
func FuzzDayAhead(f *testing.F) {
	for _, s := range []string{"5/27/2027", "in 6 months", "Feb 29", "2027-05", "27.5.27"} {
		f.Add(s)
	}
	today := Date{2026, 2, 28}
	f.Fuzz(func(t *testing.T, s string) {
		for _, read := range []func(string, Date) (Date, error){DayAhead, DayPast} {
			d, err := read(s, today)
			if err != nil {
				continue
			}
			if back, err := ParseDate(d.String()); err != nil || back != d {
				t.Errorf("%q became %v: %v", s, d, err)
			}
		}
	})
}
