package evidence_test

import (
	"fmt"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/evidence"
)

// The most names that are kept of a file can be read back.
func TestManyHostsAreReadBack(t *testing.T) {
	var text strings.Builder
	text.WriteString("ip,os,hostname\n")
	for i := range 12_000 {
		fmt.Fprintf(&text, "%s-%d.example.org,,\n", strings.Repeat("a-long-name-", 6), i)
	}
	report, err := read(t, "x", text.String(), evidence.Options{KeepHosts: true})
	if err != nil {
		t.Fatal(err)
	}
	e := report.Evidence
	e.Date = assess.Date{Year: 2026, Month: 9, Day: 14}
	e.Imported = e.Date
	data, err := assess.EncodeEvidence(e)
	if err != nil {
		t.Fatal(err)
	}
	got, err := assess.DecodeEvidence("x", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Hosts) != 10_000 || got.Figure("hosts") != assess.Exactly(12_000) {
		t.Errorf("%d names of %v systems", len(got.Hosts), got.Figure("hosts"))
	}
}
