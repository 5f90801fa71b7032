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
		{"small hospital", 50, 0, false, "", Suggestion{frameworks.Small, []string{"With 50 beds, small fits (1 to 50)."}}},
		{"medium hospital", 51, 0, false, "", Suggestion{frameworks.Medium, []string{"With 51 beds, medium fits (51 to 299)."}}},
		{"300 beds, which HICP prints nowhere", 300, 0, false, "", Suggestion{frameworks.Large, []string{"With 300 beds, large fits (more than 299)."}}},
		{"clinic", 0, 11, false, "", Suggestion{frameworks.Medium, []string{"With 11 clinicians, medium fits (11 to 50)."}}},
		{"factors disagree, beds decide", 25, 60, false, "own", Suggestion{frameworks.Small, []string{
			"With 25 beds, small fits (1 to 50).",
			"With 60 clinicians, large fits (more than 50).",
			"With your own IT staff, medium fits; large if they have a budget and security staff of their own.",
		}}},
		{"IT alone", 0, 0, false, "outsourced", Suggestion{frameworks.Small, []string{
			"With IT run by a service provider, small fits most often, and medium may."}}},
		{"critical access", 25, 0, true, "shared", Suggestion{frameworks.Small, []string{
			"With 25 beds, small fits (1 to 50).",
			"With your own IT staff and a service provider, medium fits.",
			"For a critical-access hospital both small and medium are right: HICP, the guide the sizes come from, calls these hospitals medium, and by their beds they are small. Choose the one whose practices you can use.",
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
