package frameworks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

func shippedLibrary(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatalf("the shipped content has mistakes:\n%v", err)
	}
	return lib
}

func TestFrameworkNames(t *testing.T) {
	lib := shippedLibrary(t)
	all := "must be one of " + namesOf(lib)
	tests := []struct{ name, id, want string }{
		{"csf", "nist-csf-2.0", ""},
		{"HICP", "hicp-2023", ""},
		{"hph-cpg", "hph-cpg", ""},
		{"cfs", "", `framework "cfs": ` + all + "; did you mean csf?"},
		{"iso-27001", "", `framework "iso-27001": ` + all},
	}
	for _, tt := range tests {
		f, err := lib.Framework(tt.name)
		var id, msg string
		if f != nil {
			id = f.ID
		}
		if err != nil {
			msg = err.Error()
		}
		if id != tt.id || msg != tt.want {
			t.Errorf("%q: %q, %q\nwant %q, %q", tt.name, id, msg, tt.id, tt.want)
		}
	}
}

// namesOf lists the frameworks with both names, as the error does.
func namesOf(lib *frameworks.Library) string {
	var names []string
	for _, f := range lib.Frameworks {
		name := f.Short
		if f.ID != f.Short {
			name += " (" + f.ID + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// The weights of SCORING 3 by hand: HPH-03 is Essential, HPH-11 Enhanced;
// single-sign-on serves neither and names one threat; internet-doors serves neither
// and is of the foundation.
func TestWeightTierAndTarget(t *testing.T) {
	lib := shippedLibrary(t)
	type row struct {
		Tier                 frameworks.Tier
		Weight, ThreatWeight int
		Small, Large, Unset  frameworks.Level
	}
	const partly, mostly, yes = frameworks.Partly, frameworks.Mostly, frameworks.Yes
	tests := []struct {
		key  string
		want row
	}{
		{"mfa-email", row{frameworks.Essential, 3, 5, yes, yes, yes}},
		{"asset-inventory", row{frameworks.Enhanced, 2, 3, mostly, mostly, mostly}},
		{"internet-doors", row{frameworks.Rest, 2, 5, mostly, mostly, mostly}}, // foundation
		{"data-rules", row{frameworks.Rest, 2, 3, partly, mostly, mostly}},
		{"single-sign-on", row{frameworks.Rest, 1, 5, partly, mostly, mostly}},
	}
	for _, tt := range tests {
		q, ok := lib.Question(tt.key)
		if !ok {
			t.Fatalf("no question %s", tt.key)
		}
		got := row{
			lib.Tier(q), lib.Weight(q), lib.ThreatWeight(q),
			lib.DefaultTarget(q, frameworks.Small), lib.DefaultTarget(q, frameworks.Large), lib.DefaultTarget(q, 0),
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.key, diff)
		}
	}
	if got := lib.ThreatWeight(&frameworks.Question{}); got != 1 {
		t.Errorf("without threats %d, want 1", got)
	}
	if got := lib.Weight(&frameworks.Question{Threats: []string{"third-party", "ransomware"}}); got != 1 {
		t.Errorf("third party counted among HICP's five: weight %d, want 1", got)
	}
}

func TestLookUps(t *testing.T) {
	lib := shippedLibrary(t)
	if _, ok := lib.Question("no-such"); ok {
		t.Error("a question that is not there")
	}
	if _, ok := lib.Resource("no-such"); ok {
		t.Error("a resource that is not there")
	}
	if f, r, ok := lib.Requirement("no-such"); ok || f != nil || r != nil {
		t.Error("a requirement that is not there")
	}
	f, r, ok := lib.Requirement("hph-03")
	if !ok || f.ID != frameworks.EssentialID || r.ID != "HPH-03" {
		t.Errorf("hph-03: %v %v %v", f, r, ok)
	}
	var ids []string
	for _, s := range lib.Serves("mfa-email") {
		ids = append(ids, s.Framework.Short+" "+s.Section.ID+" "+s.Requirement.ID)
	}
	if diff := cmp.Diff([]string{"hph essential HPH-03", "foundation rung-1 mfa-email", "hicp 1 1.S.A"}, ids[:3]); diff != "" {
		t.Errorf("mfa-email serves (-want +got):\n%s", diff)
	}
}

func TestRequirementsOfASize(t *testing.T) {
	lib := shippedLibrary(t)
	f, err := lib.Framework("hicp")
	if err != nil {
		t.Fatal(err)
	}
	ids := func(size frameworks.Size) []string {
		var ids []string
		for _, r := range f.Sections[9].Requirements(size) {
			ids = append(ids, r.ID)
		}
		return ids
	}
	tests := []struct {
		size frameworks.Size
		want []string
	}{
		{frameworks.Small, []string{"10.S.A", "10.S.B", "10.S.C", "10.S.D"}},
		{frameworks.Medium, []string{"10.M.A", "10.M.B", "10.M.C"}},
		{frameworks.Large, []string{"10.M.A", "10.M.B", "10.M.C", "10.L.A"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, ids(tt.size)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.size, diff)
		}
	}
}

// The usual targets of SCORING 6 by hand. What HIPAA requires holds at any size
// and whether or not HIPAA is chosen: record-snooping serves the required
// 164.308(a)(1)(ii)(D), yearly-evaluation a standard without specifications;
// auto-lock serves only an addressable one.
func TestGrounds(t *testing.T) {
	lib := shippedLibrary(t)
	for _, tt := range []struct {
		key    string
		ground frameworks.Ground
		small  frameworks.Level
	}{
		{"mfa-email", frameworks.EssentialGround, frameworks.Yes},
		{"backup-protected", frameworks.EssentialGround, frameworks.Yes}, // and on the foundation
		{"helpdesk-check", frameworks.FoundationGround, frameworks.Mostly},
		{"risk-analysis", frameworks.FoundationGround, frameworks.Mostly},
		{"record-snooping", frameworks.LawGround, frameworks.Mostly},
		{"yearly-evaluation", frameworks.LawGround, frameworks.Mostly},
		{"secure-settings", frameworks.EnhancedGround, frameworks.Mostly},
		{"auto-lock", frameworks.RestGround, frameworks.Partly},
		{"texting-patients", frameworks.RestGround, frameworks.Partly},
	} {
		q, _ := lib.Question(tt.key)
		if got, small := lib.Ground(q), lib.DefaultTarget(q, frameworks.Small); got != tt.ground || small != tt.small {
			t.Errorf("%s: ground %d, target %s when small; want %d, %s", tt.key, got, small, tt.ground, tt.small)
		}
	}
}
