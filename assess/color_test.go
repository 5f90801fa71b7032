package assess

import (
	"fmt"
	"testing"

	"hygeia/frameworks"
)

// TestColors holds SCORING 5 for a section: the worse of score and floor, with
// the sentence that says why.
func TestColors(t *testing.T) {
	tests := []struct {
		name    string
		section string
		answers string
		want    Color
		reason  string
	}{
		{"green", "s: e1; r1", "e1=yes r1=yes", Green, ""},
		{"Mostly caps nothing", "s: e1; n1; n2", "e1=mostly n1=yes n2=yes", Green, ""}, // 100·(2+2+2)/7 = 85.7
		{"amber by score", "s: e1; n1", "e1=yes n1=no", Amber, ""},                     // 60
		{"exactly 50", "s: n1; n2", "n1=yes n2=no", Amber, ""},
		{"red by score", "s: r1; r2; r3", "r1=yes r2=no r3=no", Red, ""},
		// 100·(3·4 + 3/3)/15 = 86.7, e5 Partly.
		{"Essential Partly", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes e5=partly", Amber,
			"Section s scores 87 but is partly in place (amber): 'The practice e5' is Partly."},
		{"Essential other way reaching Partly", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes e5=other-partly", Amber,
			"Section s scores 87 but is partly in place (amber): 'The practice e5' is handled another way that reaches Partly."},
		{"Essential other way reaching Mostly", "s: e1; e2", "e1=yes e2=other-mostly", Green, ""},
		// 100·12/15 = 80.
		{"Essential No", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes e5=no", Red,
			"Section s scores 80 but is weak (red): 'The practice e5' is No."},
		{"Essential unknown", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes e5=unknown", Red,
			"Section s scores 80 but is weak (red): nobody could say about 'The practice e5'."},
		{"Essential incomplete other way", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes e5=other-incomplete", Red,
			"Section s scores 80 but is weak (red): 'The practice e5' is handled another way, but the record of it is incomplete or out of date."},
		// coverage 12/15 = 80, so there is a score; grey is worse than its amber for coverage.
		{"Essential not answered", "s: e1; e2; e3; e4; e5", "e1=yes e2=yes e3=yes e4=yes", Grey,
			"Section s scores 100 but is not known (grey): 'The practice e5' is not answered."},
		// 100·4·(1/3)·3/12 = 33: red is worse than grey.
		{"red by score over grey", "s: e1; e2; e3; e4; e5", "e1=partly e2=partly e3=partly e4=partly", Red, ""},
		{"unknown over not answered", "s: e1; e2; e3; e4; e5; e6", "e1=yes e2=yes e3=yes e4=yes e5=unknown", Red,
			"Section s scores 80 but is weak (red): nobody could say about 'The practice e5'."},
		// Only Essential questions make a floor.
		{"No elsewhere", "s: e1; e2; e3; r1", "e1=yes e2=yes e3=yes r1=no", Green, ""},
		// coverage 8/9 = 88.9.
		{"green score without the coverage", "s: e1; e2; n1; r1", "e1=yes e2=yes n1=yes", Amber,
			"Section s scores 100 but is partly in place (amber): 89% of its weight is answered, and green needs 90%."},
		// coverage 26/29 = 89.66 prints as 90.
		{"coverage just under 90", "s: e1; e2; e3; e4; e5; e6; e7; e8; n1; r1; r2; r3", "e1=yes e2=yes e3=yes e4=yes e5=yes e6=yes e7=yes e8=yes n1=yes", Amber,
			"Section s scores 100 but is partly in place (amber): just under 90% of its weight is answered."},
		// (4·9 + 6 + 1)/54 = 43/54 = 79.63 prints as 80.
		{"score just under 80", "s: e1; e2; e3; e4; e5; r1; r2; r3", "e1=yes e2=yes e3=yes e4=yes e5=mostly r1=partly r2=no r3=no", Amber,
			"Section s scores 80 but is partly in place (amber): the exact score is just under 80."},
		{"no color under 80 of coverage", "s: e1; e2", "e1=yes", NoColor, ""},
		{"no color with little reach", "s: e1; /none; /none", "e1=yes", NoColor, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := &ownSection(t, libraryOf(t, tt.section, "other: e99"), tt.answers, "s").Group
			if g.Color != tt.want || g.Reason != tt.reason {
				t.Errorf("%s %q, want %s %q", g.Color, g.Reason, tt.want, tt.reason)
			}
		})
	}
}

// 52/105 is 49.52 and prints as 50.
func TestJustUnderAmber(t *testing.T) {
	lib := libraryOf(t, "s: e1")
	color, why := scoreColor(Tally{Earned: 52, Levelled: 35}, &lib.Thresholds)
	if color != Red || why != "the exact score is just under 50" {
		t.Errorf("%s %q", color, why)
	}
}

// A threat is the group of asked shipped questions naming it, heaviest first.
func TestThreats(t *testing.T) {
	lib := bank{
		sections: []string{"s: e1; r1; r2; r3"},
		questions: map[string]bankQuestion{
			"e1": {threats: "ransom"}, "r1": {threats: "ransom theft"}, "r2": {threats: "theft"}, "r3": {threats: "insider"},
		},
	}.mustLoad(t)
	// ransom: e1 weighs 3, r1 names two of HICP's five and weighs 2: 100·3/5 = 60.
	// theft: r1 No, r2 Mostly: 100·(2/3)/3 = 22. insider: nothing answered.
	r := Evaluate(lib, draftOf(told("e1=yes r1=no r2=mostly")))
	want := []string{"ransom 60% partly guarded", "vendor not covered not known", "insider not assessed not known", "theft 22% weakly guarded"}
	for i := range r.Threats {
		th := &r.Threats[i]
		if got := th.Key + " " + th.ScoreText() + " " + th.Word(); got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}

	r = Evaluate(lib, draftOf(told("e1=no r1=yes r2=yes r3=yes")))
	if got, want := r.Threats[0].Reason, ""; got != want { // 100·2/5 = 40: red by score already
		t.Errorf("reason %q, want %q", got, want)
	}
	if got := r.Threats[3].Word(); got != "guarded" {
		t.Errorf("theft reads %s, want guarded", got)
	}
	if r.All.Color != NoColor {
		t.Errorf("all questions together are %s, want no color", r.All.Color)
	}
}

func TestThreatReason(t *testing.T) {
	lib := bank{
		sections:  []string{"s: e1; e2"},
		questions: map[string]bankQuestion{"e1": {threats: "ransom"}, "e2": {threats: "ransom"}},
	}.mustLoad(t)
	r := Evaluate(lib, draftOf(told("e1=yes e2=unknown"))) // 100·3/6
	want := "Ransom scores 50 but reads weakly guarded: nobody could say about 'The practice e2'."
	if got := r.Threats[0].Reason; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A threat has a reach too: of the questions that name it and could be asked at
// this size, by count; what does not apply leaves both sides.
func TestThreatReach(t *testing.T) {
	lib := bank{
		sections: []string{"s: e1; r1", "big: r4//large"},
		ladder:   []string{"e1", "r1", "r4"},
		added:    []string{"m: r2 r3 x1 r1"},
		questions: map[string]bankQuestion{
			"e1": {threats: "ransom"}, "r1": {threats: "ransom"}, "r4": {threats: "ransom"},
			"x1": {threats: "ransom"}, "r2": {threats: "ransom"}, "r3": {threats: "ransom"},
		},
	}.mustLoad(t)
	tests := []struct {
		name, answers string
		frameworks    []string
		size          frameworks.Size
		want          string
	}{
		{"all asked", "e1=yes r1=yes", []string{"own"}, frameworks.Small, "2 of 2 guarded"},
		{"half asked", "e1=yes", nil, frameworks.Small, "1 of 2 guarded"},
		{"less than half", "e1=yes", nil, frameworks.Large, "1 of 3 not known, 1 of 3 asked"},
		{"what does not apply leaves both sides", "e1=yes r1=na", []string{"own"}, frameworks.Small, "1 of 1 guarded"},
		{"own questions change nothing", "e1=no r1=no x1=yes r2=yes r3=yes", []string{"own", "mine"}, frameworks.Small, "2 of 2 weakly guarded"},
		{"nothing applies", "e1=na r1=na", []string{"own"}, frameworks.Small, "0 of 0 does not apply here"},
		{"nothing of what is asked applies", "e1=na", nil, frameworks.Large, "0 of 2 not known, 0 of 2 asked"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := draftOf(told(tt.answers))
			a.Frameworks, a.Organization.Size = tt.frameworks, tt.size
			th := Evaluate(lib, a).Threats[0]
			if got := fmt.Sprintf("%d of %d %s", th.Reach.Part, th.Reach.Whole, th.Word()); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}
