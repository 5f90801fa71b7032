package frameworks_test

import (
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// TestShippedContradictions: each pair can meet in one organization, and asks
// briefly.
func TestShippedContradictions(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Contradictions) < 30 {
		t.Errorf("%d pairs", len(lib.Contradictions))
	}
	for _, c := range lib.Contradictions {
		pair := c.Low + c.IT + " and " + c.High
		low := c.Low
		if c.IT != "" {
			low = c.High // whatever the size, who runs IT is told
		}
		if !askedTogether(lib, low, c.High) {
			t.Errorf("%s: no organization is asked both", pair)
		}
		if n := len(strings.Fields(c.Ask)); n > 30 {
			t.Errorf("%s: %d words", pair, n)
		}
	}
}

// Technical claims that cannot both be so are asked about; what is normal in a
// small place is not.
func TestPairsThatAreAsked(t *testing.T) {
	var got []string
	for _, c := range shippedLibrary(t).Contradictions {
		got = append(got, c.Low+c.IT+" "+c.High)
	}
	for _, want := range []string{
		"internet-doors mfa-remote", "end-of-life patch-computers", "end-of-life kev-fix", "device-list device-upkeep",
		"device-list device-protection", "unique-accounts leaver-access", "endpoint-response containment",
		"security-team alerts-watched", "msp-access mfa-admin", "backup-protected recovery-plan",
		"mfa-email cyber-insurance", "mfa-remote cyber-insurance", "mfa-admin cyber-insurance", "outsourced vendor-list",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%s: not asked", want)
		}
	}
	if slices.Contains(got, "network-zones guest-wifi") {
		t.Error("a visitors' network beside an unsplit one is normal in a small place")
	}
}

// askedTogether reports whether an organization of some size that chose all
// frameworks is asked both questions.
func askedTogether(lib *frameworks.Library, a, b string) bool {
	for size := frameworks.Small; size <= frameworks.Large; size++ {
		asked := map[string]bool{}
		for _, f := range lib.Frameworks {
			for i := range f.Sections {
				for _, r := range f.Sections[i].Requirements(size) {
					for _, q := range r.Questions {
						asked[q.Key] = true
					}
				}
			}
		}
		if asked[a] && asked[b] {
			return true
		}
	}
	return false
}
