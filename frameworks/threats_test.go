package frameworks_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"hygeia/frameworks"
)

// hicpThreats is HICP's matrix: the threats a sub-practice works against
// directly, by its id.
func hicpThreats(t *testing.T) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/hicp-threats.txt")
	if err != nil {
		t.Fatal(err)
	}
	direct := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); f[0] != "#" {
			direct[f[0]] = slices.DeleteFunc(f[1:], func(word string) bool { return word == "-" })
		}
	}
	return direct
}

// A question names the threats that HICP's matrix gives the sub-practices it
// serves, or says why not (SCORING 3). One that serves none of them is free.
func TestThreatsAgreeWithHICP(t *testing.T) {
	lib, direct := shippedLibrary(t), hicpThreats(t)
	said := 0
	for _, q := range lib.Questions {
		var want []string
		rated := false
		for _, s := range lib.Serves(q.Key) {
			threats, ok := direct[s.Requirement.ID]
			if s.Framework.Short != "hicp" || !ok {
				continue
			}
			rated = true
			want = append(want, threats...)
		}
		slices.Sort(want)
		want = slices.Compact(want)
		var got []string
		for _, key := range q.Threats {
			if threat, _ := lib.Thresholds.Threat(key); threat.HICP {
				got = append(got, key)
			}
		}
		slices.Sort(got)
		same := slices.Equal(want, got)
		switch {
		case rated && !same && q.Differ == "":
			t.Errorf("%s names %v, HICP's matrix has %v; threats_differ says nothing", q.Key, got, want)
		case rated && same && q.Differ != "":
			t.Errorf("%s names what HICP's matrix has, and says that it differs: %s", q.Key, q.Differ)
		case q.Differ != "":
			said++
		}
	}
	t.Logf("%d questions say why they differ", said)
}

// What each of these works against was wrong before.
func TestThreatsOfTheFoundation(t *testing.T) {
	lib := shippedLibrary(t)
	for key, want := range map[string]string{
		"patch-computers": "ransomware insider", "risk-analysis": "ransomware", "helpdesk-check": "social-engineering",
		"intrusion-prevention": "ransomware", "job-change-access": "insider", "internet-doors": "ransomware",
	} {
		q, _ := lib.Question(key)
		for _, threat := range strings.Fields(want) {
			if !q.Names(threat) {
				t.Errorf("%s does not name %s: %v", key, threat, q.Threats)
			}
		}
	}
}

// The foundation weighs 2 at least and what serves an Essential goal 3.
func TestWeightsFollowTheLadder(t *testing.T) {
	lib := shippedLibrary(t)
	weights := map[int]int{}
	for _, q := range lib.Questions {
		weights[lib.Weight(q)]++
		if lib.Ladder.Foundation(q.Key) && lib.Weight(q) < 2 {
			t.Errorf("%s is of the foundation and weighs %d", q.Key, lib.Weight(q))
		}
		if lib.Tier(q) == frameworks.Essential && lib.Weight(q) != 3 {
			t.Errorf("%s is Essential and weighs %d", q.Key, lib.Weight(q))
		}
	}
	t.Logf("weights: %v", weights)
}
