package report

import (
	"strings"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/report/doc"
)

// What is answered of the facts stands where a board reads it, with its age; what
// the place does not have is left out, and nothing is said where nothing is answered.
func TestFactsInTheReport(t *testing.T) {
	in := creek(t)
	before := boardText(t, Board(in))
	if strings.Contains(before, "Without computers") || strings.Contains(before, "For the minutes") {
		t.Error("facts are told that nobody answered")
	}
	on := in.Result.AsOf
	a := *in.Result.Assessment
	a.Facts = map[string]assess.Fact{}
	for key, value := range map[string]string{
		"board-told": "48", "insurance-conditions": "unknown", "insurance-renewal": "2020-01-31", "risk-analysis-day": "2019-05-06",
		"paper-emergency": "1", "restore-emergency": "2026-02-03", "paper-surgery": "does-not-apply", "vendor-stops": "All orders",
	} {
		if _, known := in.Result.Library.Fact(key); !known {
			t.Fatal(key)
		}
		a.Facts[key] = assess.Fact{Value: value, Recorded: on, By: "Pat Doe"}
	}
	in.Result = assess.Evaluate(in.Result.Library, &a)
	in.Words = "badab dabad hulun jabab kudub limum mazor nubit"
	got := boardText(t, Board(in))
	for _, want := range []string{
		"When the board is told: 48 hours", "Insurance conditions hold", "Not known", "Jan. 31, 2020 (past)", "May 6, 2019 (over a year ago)",
		"Without computers", "1 hour", "Feb. 3, 2026", "cannot serve us for a week, this stops: All orders.", in.Words,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in the board report", want)
		}
	}
	if strings.Contains(got, "Surgery") || strings.Contains(got, "Pat Doe") {
		t.Error("a service that is not there, or who said so, stands in the board report")
	}
	if day := (assess.Date{Year: 2026, Month: time.February, Day: 3}); on.After(day.AddMonths(12)) {
		t.Fatal("the test quarter is too late for its dates")
	}
}

func boardText(t *testing.T, d *doc.Document) string {
	t.Helper()
	return draw(t, "text", d, doc.Options{Width: 300})
}
