package assess

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The five quarters of the tables below, with the days on which they were finished.
var fiveQuarters = []struct {
	period Quarter
	day    Date
}{
	{Quarter{2025, 3}, Date{2025, 9, 30}},
	{Quarter{2025, 4}, Date{2025, 12, 31}},
	{Quarter{2026, 1}, Date{2026, 3, 31}},
	{Quarter{2026, 2}, Date{2026, 6, 30}},
	{Quarter{2026, 3}, Date{2026, 9, 30}},
}

// quartersOf finishes a quarter for each word, with e1 answered by it: "-" for a
// quarter that is not there, "open" for no answer, a "!" behind the word for a
// correction of that quarter.
func quartersOf(t testing.TB, words string, change func(i int, ans *Answer)) []*Result {
	t.Helper()
	lib := libraryOf(t, "s: e1")
	var results []*Result
	for i, word := range strings.Fields(words) {
		if word == "-" {
			continue
		}
		a := draftOf(map[string]Answer{})
		a.Period, a.Rules = fiveQuarters[i].period, CurrentRules
		word, corrected := strings.CutSuffix(word, "!")
		if word != "open" {
			ans := toldWord(word)
			ans.Recorded = fiveQuarters[i].day
			if corrected {
				ans.Change, ans.Changed = Corrected, a.Period
			}
			if change != nil {
				change(i, &ans)
			}
			a.Answers["e1"] = ans
		}
		a.Finish(lib, fiveQuarters[i].day, "")
		results = append(results, Evaluate(lib, a))
	}
	return results
}

// TestPracticeRecord was worked out by hand. A run is on record from the day its first
// quarter was finished; months are whole ones from there to the day of the dossier.
func TestPracticeRecord(t *testing.T) {
	for _, c := range []struct {
		name, quarters, on string
		change             func(i int, ans *Answer)
		want               string // since, later, on record, months, shown by proof; then the breaks
	}{
		// Sept. 30, 2025 and 12 months is Sept. 30, 2026.
		{"all along", "yes yes mostly yes yes", "2026-09-30", nil, "- false 2025-09-30 12 0"},
		// Dec. 31 and 9 months is Sept. 30, the last day of that month.
		{"one quarter less", "no yes yes yes yes", "2026-09-30", nil, "- false 2025-12-31 9 0"},
		{"a day short of nine months", "no yes yes yes yes", "2026-09-29", nil, "- false 2025-12-31 8 0"},
		// Finished on Sept. 30 too, so a day before it the quarter is not there: June 30, and no break.
		{"before the last finish", "yes yes yes yes no", "2026-09-29", nil, "- false 2025-09-30 11 0"},
		{"fell once", "yes yes partly yes yes", "2026-09-30", nil, "- false 2026-06-30 3 0; 2026-Q1 fell below Mostly"},
		{"fell at the end", "yes yes yes yes no", "2026-09-30", nil, "not in place; 2026-Q3 fell below Mostly"},
		{"never", "no no partly partly no", "2026-09-30", nil, "not in place"},
		{"a quarter without an assessment", "yes yes - yes yes", "2026-09-30", nil, "- false 2026-06-30 3 0; 2026-Q1 no finished quarter"},
		// March 31 and 6 months is Sept. 30, the last day of that month.
		{"nobody knew", "yes unknown yes yes yes", "2026-09-30", nil, "- false 2026-03-31 6 0; 2025-Q4 nobody could say"},
		{"left open at the finish", "yes open yes yes yes", "2026-09-30", nil, "- false 2026-03-31 6 0; 2025-Q4 nobody could say"},
		{"two breaks", "yes no yes no yes", "2026-09-30", nil, "- false 2026-09-30 0 0; 2025-Q4 fell below Mostly; 2026-Q2 fell below Mostly"},
		{"a correction breaks", "yes yes yes mostly! mostly", "2026-09-30", nil, "- false 2026-06-30 3 0; 2026-Q2 the earlier answer was corrected"},
		{"a correction of a No breaks nothing that was in place", "no no no yes! yes", "2026-09-30", nil, "- false 2026-06-30 3 0"},
		{"another way that counts", "yes other-mostly other-mostly yes yes", "2026-09-30", func(i int, ans *Answer) {
			if ans.State == OtherWay {
				ans.Review = ans.Recorded.NextYear()
			}
		}, "- false 2025-09-30 12 0"},
		{"another way nobody approved", "yes yes other-incomplete yes yes", "2026-09-30", nil, "- false 2026-06-30 3 0; 2026-Q1 the other way did not count"},
		{"another way that reaches Partly", "yes yes other-partly yes yes", "2026-09-30", func(i int, ans *Answer) {
			if ans.State == OtherWay {
				ans.Review = ans.Recorded.NextYear()
			}
		}, "- false 2026-06-30 3 0; 2026-Q1 fell below Mostly"},
		// A dossier of the past knows the quarters finished by then: Sept. 30 and 6 months is March 30.
		{"as of a day in the past", "yes yes yes no no", "2026-04-15", nil, "- false 2025-09-30 6 0"},
		// Sept. 30, 2025 and 15 months is Dec. 30, 2026; the quarter that runs need not be finished.
		{"in the next quarter", "yes yes yes yes yes", "2026-12-31", nil, "- false 2025-09-30 15 0"},
		{"in the one after", "yes yes yes yes yes", "2027-01-01", nil, "not in place; 2026-Q4 no finished quarter"},
		{"the answer says since when", "yes yes yes yes yes", "2026-09-30", effective(0, Date{2025, 8, 1}), "2025-08-01 false 2025-09-30 12 0"},
		{"written down afterward", "yes yes yes yes yes", "2026-09-30", effective(0, Date{2024, 3, 1}), "2024-03-01 true 2025-09-30 12 0"},
		{"a day within the run is no beginning", "mostly mostly yes yes yes", "2026-09-30", effective(2, Date{2026, 2, 1}), "- false 2025-09-30 12 0"},
		{"a day on which a finished quarter said No", "no yes yes yes yes", "2026-09-30", effective(1, Date{2025, 9, 1}), "- false 2025-12-31 9 0"},
		{"unless that No is corrected", "no yes! yes yes yes", "2026-09-30", effective(1, Date{2025, 9, 1}), "2025-09-01 true 2025-12-31 9 0"},
		// The proof counts 100 days: on March 31, and on June 30 (91 days later) and not on Sept. 30.
		{"proof that ran out", "yes yes yes yes yes", "2026-09-30", proofs(Proof{Grade: Record, What: "Log", Date: Date{2026, 3, 31}}), "- false 2025-09-30 12 0"},
		// On Sept. 30 the proof of July 1 is 91 days old; that of Sept. 1, 2025 is the first day anything shows.
		{"proof at both ends", "yes yes yes yes yes", "2026-09-30", proofs(Proof{Grade: Paper, What: "Policy", Date: Date{2025, 9, 1}}, Proof{Grade: Record, What: "Log", Date: Date{2026, 7, 1}}),
			"2025-09-01 false 2025-09-30 12 0"},
		{"proof for the last two quarters", "yes yes yes yes yes", "2026-09-30", func(i int, ans *Answer) {
			if i >= 3 {
				ans.Proof = []Proof{{Grade: Record, What: "Log", Date: fiveQuarters[i].day.AddDays(-5)}}
			}
		}, "- false 2025-09-30 12 3"},
	} {
		results := quartersOf(t, c.quarters, c.change)
		on, err := ParseDate(c.on)
		if err != nil {
			t.Fatal(err)
		}
		rec := NewPracticeRecord(results, on)
		i := 0
		for rec.Practices[i].Question.Key != "e1" {
			i++
		}
		if diff := cmp.Diff(c.want, recordWords(rec.Practices[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func effective(quarter int, day Date) func(int, *Answer) {
	return func(i int, ans *Answer) {
		if i >= quarter {
			ans.Effective = day
		}
	}
}

func proofs(list ...Proof) func(int, *Answer) {
	return func(i int, ans *Answer) { ans.Proof = list }
}

func recordWords(p Practice) string {
	words := "not in place"
	if p.InPlace {
		since := p.Since.String()
		if since == "" {
			since = "-"
		}
		words = strings.Join([]string{since, map[bool]string{true: "true", false: "false"}[p.Later], p.OnRecord.String(), itoa(p.Months), itoa(p.Shown)}, " ")
	}
	for _, b := range p.Breaks {
		words += "; " + b.Quarter.String() + " " + b.Kind.String()
	}
	return words
}

func itoa(n int) string { return string(padded(nil, n, 1)) }

func TestPracticeRecordWindow(t *testing.T) {
	rec := NewPracticeRecord(quartersOf(t, "yes yes yes yes yes", nil), Date{2026, 9, 30})
	if rec.From != (Date{2025, 10, 1}) {
		t.Errorf("from %s, want Oct. 1, 2025", rec.From)
	}
	if rec := NewPracticeRecord(quartersOf(t, "yes", nil), Date{2025, 9, 29}); len(rec.Quarters) != 0 || len(rec.Practices) != 0 {
		t.Error("a day before the first finish there is nothing")
	}
	if rec := NewPracticeRecord(nil, Date{2025, 9, 29}); len(rec.Practices) != 0 {
		t.Error("without quarters there are practices")
	}
}

// A question that is no longer asked is in the record, with its break.
func TestPracticeNoLongerAsked(t *testing.T) {
	results := quartersOf(t, "yes yes yes yes yes", nil)
	lib := libraryOf(t, "s: e2")
	a := draftOf(map[string]Answer{"e2": toldWord("yes")})
	a.Period, a.Rules = Quarter{2026, 4}, CurrentRules
	a.Finish(lib, Date{2026, 12, 31}, "")
	rec := NewPracticeRecord(append(results, Evaluate(lib, a)), Date{2026, 12, 31})
	got := map[string]string{}
	for _, p := range rec.Practices {
		got[p.Question.Key] = recordWords(p)
	}
	if got["e1"] != "not in place; 2026-Q4 not asked" || got["e2"] != "- false 2026-12-31 0 0" {
		t.Errorf("got %q", got)
	}
}
