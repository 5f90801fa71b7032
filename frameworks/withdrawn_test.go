package frameworks_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// Every id that NIST withdrew says where it went, but for the three categories
// that NIST spread over several.
func TestFormer(t *testing.T) {
	lib := shippedLibrary(t)
	csf, err := lib.Framework(frameworks.CSFID)
	if err != nil {
		t.Fatal(err)
	}
	var nowhere []string
	for _, w := range csf.Withdrawn {
		if len(w.To) == 0 {
			nowhere = append(nowhere, w.ID)
		}
	}
	if diff := cmp.Diff([]string{"PR.IP", "PR.PT", "DE.DP"}, nowhere); diff != "" || len(csf.Withdrawn) != 12+79 {
		t.Errorf("%d withdrawn, and nowhere went (-want +got):\n%s", len(csf.Withdrawn), diff)
	}
	tests := []struct{ id, want string }{
		{"PR.IP-12", "PR.IP-12 [ID.RA-01 PR.PS-02]"},
		{" pr.ac-1", "PR.AC-01 [PR.AA-01 PR.AA-05]"},
		{"RS.RP", "RS.RP [RS.MA]"},
		{"PR.AA-01", " []"},
		{"PR.IP-1-2", " []"},
		{"", " []"},
	}
	for _, tt := range tests {
		_, w, ok := lib.Former(tt.id)
		if got := fmt.Sprint(w.ID, " ", w.To); got != tt.want || ok != (w.ID != "") {
			t.Errorf("%q: %s, %t; want %s", tt.id, got, ok, tt.want)
		}
	}
}

func TestRequirementWithOneDigit(t *testing.T) {
	lib := shippedLibrary(t)
	for id, want := range map[string]string{"PR.DS-1": "PR.DS-01", "gv.oc-2": "GV.OC-02", "hph-3": "HPH-03", "1.S.A": "1.S.A"} {
		if _, r, ok := lib.Requirement(id); !ok || r.ID != want {
			t.Errorf("%s: %v, want %s", id, r, want)
		}
	}
}

func TestWithdrawnMistakes(t *testing.T) {
	own := frameworks.File{Name: "own/clinic.yaml", Data: []byte(`schema: hygeia/framework/v1
id: clinic
short: clinic
title: Clinic rules
version: "1"
publisher: Us
standing: own
notice: Ours.
withdrawn:
  - C-9
  - {id: C-8, to: [C-1, C-7]}
sections:
  - id: "one"
    title: One
    requirements:
      - id: C-1
        title: A rule
        extent: none
        note: Nothing asks it.
        source: ours
`)}
	_, err := frameworks.Load(append(frameworks.ShippedFiles(), own)...)
	want := `own/clinic.yaml:11:25: to "C-7": there is no such requirement, group or section; did you mean C-1?`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
