package assess

import (
	"strings"
	"testing"
	"time"

	"hygeia/frameworks"
)

func TestReadFact(t *testing.T) {
	on := Date{2026, time.September, 20}
	past, ahead := &frameworks.Fact{Kind: frameworks.DayFact}, &frameworks.Fact{Kind: frameworks.DayFact, Ahead: true}
	hours, tier := &frameworks.Fact{Kind: frameworks.HoursFact}, &frameworks.Fact{Kind: frameworks.TierFact}
	yesNo, text := &frameworks.Fact{Kind: frameworks.YesNoFact}, &frameworks.Fact{Kind: frameworks.TextFact}
	for _, c := range []struct {
		fact        *frameworks.Fact
		typed, want string // want begins with "!" where it is refused with these words
	}{
		{past, "yesterday", "2026-09-19"},
		{past, "9/21/2026", "!still to come"},
		{past, "unknown", "unknown"},
		{ahead, "3/1/2027", "2027-03-01"},
		{hours, "6", "6"},
		{hours, "2 Days", "48"},
		{hours, "-1", "!from 0 to 8760"},
		{hours, "366 days", "!from 0 to 365"},
		{hours, "6 weeks", "!number of hours"},
		{hours, "n/a", "does-not-apply"},
		{tier, "5", "!from 1 to 4"},
		{yesNo, "Yes", "yes"},
		{yesNo, "maybe", "!must be yes, no or unknown"},
		{text, "  one walk-through\n", "one walk-through"},
		{text, strings.Repeat("x", 201), "!at most 200 fit"},
		{text, " ", "!missing"},
	} {
		got, err := ReadFact(c.fact, c.typed, on)
		refusal, refused := strings.CutPrefix(c.want, "!")
		switch {
		case refused && (err == nil || !strings.Contains(err.Error(), refusal)):
			t.Errorf("%q: %q, %v; want it refused with %q", c.typed, got, err, refusal)
		case !refused && (err != nil || got != c.want):
			t.Errorf("%q: %q, %v; want %q", c.typed, got, err, c.want)
		}
		if !refused {
			if again, err := ReadFact(c.fact, got, on); err != nil || again != got {
				t.Errorf("what is kept, %q, is read as %q, %v", got, again, err)
			}
		}
	}
}

func TestFactsGrowOld(t *testing.T) {
	on := Date{2026, time.September, 20}
	for _, c := range []struct {
		name string
		fact frameworks.Fact
		said Fact
		old  bool
	}{
		{"hours said a year ago", frameworks.Fact{Kind: frameworks.HoursFact, Fresh: 365}, Fact{Value: "6", Recorded: Date{2025, time.September, 20}}, false},
		{"a day longer", frameworks.Fact{Kind: frameworks.HoursFact, Fresh: 365}, Fact{Value: "6", Recorded: Date{2025, time.September, 19}}, true},
		{"never", frameworks.Fact{Kind: frameworks.HoursFact}, Fact{Value: "6", Recorded: Date{2020, time.January, 1}}, false},
		{"an old test, said today", frameworks.Fact{Kind: frameworks.DayFact, Fresh: 365}, Fact{Value: "2025-01-01", Recorded: on}, true},
		{"a renewal to come, said long ago", frameworks.Fact{Kind: frameworks.DayFact, Ahead: true}, Fact{Value: "2026-09-20", Recorded: Date{2020, time.January, 1}}, false},
		{"a renewal that is over", frameworks.Fact{Kind: frameworks.DayFact, Ahead: true}, Fact{Value: "2026-09-19", Recorded: on}, true},
		{"nothing said", frameworks.Fact{Kind: frameworks.DayFact, Fresh: 1}, Fact{}, false},
	} {
		if got := c.said.old(&c.fact, on); got != c.old {
			t.Errorf("%s: old %v, want %v", c.name, got, c.old)
		}
	}
}

// A clinic is asked about its own services, and a hospital about its own.
func TestFactsFitThePlace(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	services := func(o Organization) string {
		var list []string
		for _, f := range AskedFacts(lib, &Assessment{Organization: o}, Date{}) {
			if f.Measure == frameworks.MeasurePaper {
				list = append(list, f.Service)
			}
		}
		return strings.Join(list, ", ")
	}
	if got, want := services(Organization{Beds: 25}), "Emergency, Surgery, Laboratory, Imaging, Pharmacy, Patient records, Phones"; got != want {
		t.Errorf("hospital: %s", got)
	}
	if got, want := services(Organization{Clinicians: 4}), "Seeing patients, Prescriptions, Patient records, Appointments, Phones"; got != want {
		t.Errorf("clinic: %s", got)
	}
	abroad := AskedFacts(lib, &Assessment{Organization: Organization{Beds: 25, Country: "ca"}}, Date{})
	for _, f := range abroad {
		if f.Country == "us" {
			t.Errorf("%s is asked in Canada", f.Key)
		}
	}
}

func TestFactsAreCarriedAndMarked(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	on := Date{2026, time.September, 20}
	a := &Assessment{Period: Quarter{2026, 3}, Finished: on, Status: Finished}
	for key, value := range map[string]string{"board-told": "24", "incidents-quarter": "none"} {
		f, known := lib.Fact(key)
		if !known {
			t.Fatal(key)
		}
		if err := a.SetFact(f, value, "Pat", on); err != nil {
			t.Fatal(err)
		}
	}
	next := NextQuarter(lib, a, Quarter{2026, 4}, time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC))
	if got := next.Facts["board-told"]; got.Value != "24" || got.Carried != a.Period || got.Recorded != on {
		t.Errorf("carried as %+v", got)
	}
	if _, there := next.Facts["incidents-quarter"]; there {
		t.Error("what was about one quarter goes into the next")
	}
	if !a.Facts["board-told"].Carried.IsZero() {
		t.Error("the quarter before was changed")
	}
	if r, s := Evaluate(lib, a), Evaluate(lib, &Assessment{Period: a.Period, Finished: on, Status: Finished}); r.All.Tally != s.All.Tally {
		t.Error("a fact is scored")
	}
}
