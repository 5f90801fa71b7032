package evidence_test

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess/evidence"
)

// The directive's eight rows for what the internet can reach, each with a finding that
// is open a day too long and one that is just in time; see CERT/CC's model
// cisa:BOD2604:1.0.0.
func TestDirectiveBands(t *testing.T) {
	const head = "ip,port,known_exploited,severity,initial_detection,latest_detection,age_days,cve,name,plugin_id,automatable,technical_impact\n"
	for _, c := range []struct {
		kev, automatable, impact string
		days                     int
	}{
		{"True", "yes", "total", 3}, {"True", "no", "total", 3}, {"True", "yes", "partial", 3}, {"False", "yes", "total", 3},
		{"True", "no", "partial", 14}, {"False", "yes", "partial", 14}, {"False", "no", "total", 14}, {"False", "no", "partial", 60},
	} {
		text := head
		for _, age := range []int{c.days, c.days + 1} {
			text += fmt.Sprintf("198.51.100.1,443,%s,4,2024-01-01,2024-03-24,%d,CVE-2023-4966,x,1,%s,%s\n", c.kev, age, c.automatable, c.impact)
		}
		report, err := read(t, "x", text, evidence.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, days := range []int{3, 14, 60} {
			want := 0
			if days == c.days {
				want = 1
			}
			figures(t, strings.Join([]string{c.kev, c.automatable, c.impact}, " "), report.Evidence, fmt.Sprintf("directive-over-%d=%d+", days, want))
		}
	}
}

// Without the flaw's values there are no bands of the directive, and a row that lacks
// them is in none.
func TestNoDirectiveBandsWithoutValues(t *testing.T) {
	row := weeklyRow("4", "2024-01-01", "2024-03-24", "83")
	report, err := read(t, "x", weeklyHead+row, evidence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures(t, "without columns", report.Evidence, "directive-over-3=? directive-over-14=? directive-over-60=? kev-over-3=1+")
	if !strings.Contains(strings.Join(report.Evidence.Missing, " "), "directive-over-14") {
		t.Errorf("missing are %v", report.Evidence.Missing)
	}
	text := strings.Replace(weeklyHead, "\r\n", ",ssvc_automatable,ssvc_technical_impact\r\n", 1) + strings.Replace(row, "\r\n", ",,total\r\n", 1)
	if report, err = read(t, "x", text, evidence.Options{}); err != nil {
		t.Fatal(err)
	}
	figures(t, "an empty cell", report.Evidence, "directive-over-3=0+ directive-over-14=0+ directive-over-60=0+")
}
