package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

func TestSuggestSize(t *testing.T) {
	tests := []struct {
		name             string
		beds, clinicians int
		critical         bool
		it               string
		want             Suggestion
	}{
		{"nothing told", 0, 0, false, "", Suggestion{}},
		{"small hospital", 50, 0, false, "", Suggestion{frameworks.Small, []string{"Beds (hospital): 50 reads small (1 to 50)."}}},
		{"medium hospital", 51, 0, false, "", Suggestion{frameworks.Medium, []string{"Beds (hospital): 51 reads medium (51 to 299)."}}},
		{"300 beds, which HICP prints nowhere", 300, 0, false, "", Suggestion{frameworks.Large, []string{"Beds (hospital): 300 reads large (more than 299)."}}},
		{"clinic", 0, 11, false, "", Suggestion{frameworks.Medium, []string{"Physicians (clinic or practice): 11 reads medium (11 to 50)."}}},
		{"factors disagree, beds decide", 25, 60, false, "own", Suggestion{frameworks.Small, []string{
			"Beds (hospital): 25 reads small (1 to 50).",
			"Physicians (clinic or practice): 60 reads large (more than 50).",
			"Own IT staff reads medium; with a budget and security staff of their own it reads large.",
		}}},
		{"IT alone", 0, 0, false, "outsourced", Suggestion{frameworks.Small, []string{
			"IT run by a service provider reads small; HICP names it under medium too."}}},
		{"critical access", 25, 0, true, "shared", Suggestion{frameworks.Small, []string{
			"Beds (hospital): 25 reads small (1 to 50).",
			"Own IT staff together with a service provider reads medium.",
			"Critical-access hospital: HICP's Technical Volume 2 calls these medium, and with at most 25 beds its table reads small. Both readings are fair; choose the one whose practices you can use.",
		}}},
	}
	lib := libraryOf(t, "s: e1")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := SuggestSize(lib, tt.beds, tt.clinicians, tt.critical, tt.it)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
