package frameworks_test

import (
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// Every kind of file and every figure that a rule names can be told to people, and
// a verdict about an answer never stands on both sides of the same figure.
func TestShippedScans(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Scans.Rules) < 10 {
		t.Fatalf("%d rules", len(lib.Scans.Rules))
	}
	for _, r := range lib.Scans.Rules {
		q, known := lib.Question(r.Question)
		if !known {
			t.Errorf("there is no question %s", r.Question)
			continue
		}
		if !slices.ContainsFunc(r.Cases, func(c frameworks.ScanCase) bool { return c.Verdict != frameworks.SaysNothing }) {
			t.Errorf("%s by %v: no case says anything", q.Key, r.Kinds)
		}
		for _, c := range r.Cases {
			if strings.Contains(c.Says("7", "2026-09-01"), "{") {
				t.Errorf("%s: %q keeps a brace", q.Key, c.Why)
			}
		}
	}
	if lib.Scans.Kind("nmap") == "nmap" || lib.Scans.Figure("open") == "open" || lib.Scans.Kind("x") != "x" {
		t.Error("names of kinds and figures are not found")
	}
}
