package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/assess"
	"hygeia/frameworks"
)

// help is a resource of middling fit; change makes it what a case needs.
func help(id string, change func(*frameworks.Resource)) *frameworks.Resource {
	r := &frameworks.Resource{
		ID: id, Title: "Title of " + id, Kind: "guidance", URL: "https://example.org/" + id, Cost: "free", Country: "any",
		Audience: []frameworks.Size{frameworks.Small, frameworks.Medium, frameworks.Large},
		Time:     "1 hour to read", HICP: []int{3}, Status: "attested", Seen: "2026",
	}
	if change != nil {
		change(r)
	}
	return r
}

var allTen = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}

// Each rule alone: what it puts first has the later id, and is otherwise the
// same or worse by the rules after it.
func TestEachRuleOfMatching(t *testing.T) {
	type set = func(*frameworks.Resource)
	serves := func(csf string, hicp ...int) set {
		return func(r *frameworks.Resource) { r.HICP, r.CSF = hicp, []string{csf} }
	}
	for _, c := range []struct {
		rule          string
		first, second set
		level         frameworks.Level
		size          frameworks.Size
		reason        string // in one of the reasons of the first
	}{
		{"this size before others", nil, func(r *frameworks.Resource) {
			r.Audience, r.CSF = []frameworks.Size{frameworks.Large}, []string{"PR.AA-03"}
		}, frameworks.No, frameworks.Small, "for small places like yours"},
		{"what can be had before what is paused", func(r *frameworks.Resource) { r.Cost, r.HICP = "mixed", allTen },
			func(r *frameworks.Resource) { r.Status = "paused" }, frameworks.No, 0, "about everything"},
		{"outcome and practice before the outcome", serves("PR.AA-03", 3), serves("PR.AA-03", 9), frameworks.No, 0,
			"about the same subject, practice 3 of HICP"},
		{"outcome before practice", serves("PR.AA-03", 9), serves("DE.CM-01", 3), frameworks.No, 0, "works toward the same outcome of the NIST framework, PR.AA-03"},
		{"practice before category", serves("DE.CM-01", 3), serves("PR.AA", 9), frameworks.No, 0, "about the same subject, practice 3 of HICP"},
		{"category before everything", serves("PR.AA-01", 9), func(r *frameworks.Resource) { r.HICP = allTen }, frameworks.No, 0, "about the same part of the NIST framework, PR.AA"},
		{"about few before about many", func(r *frameworks.Resource) { r.HICP, r.Kind = []int{3, 1}, "alerts" },
			func(r *frameworks.Resource) { r.HICP = []int{3, 1, 2, 4} }, frameworks.No, 0, "practice 3 of HICP"},
		{"from No a service", func(r *frameworks.Resource) { r.Kind, r.Cost = "service", "paid" },
			func(r *frameworks.Resource) { r.Kind = "training" }, frameworks.No, 0, "service: helps most from the answer No on"},
		{"from No a template", func(r *frameworks.Resource) { r.Kind = "template" }, func(r *frameworks.Resource) { r.Kind = "exercise" }, frameworks.No, 0, "template: helps most"},
		{"from Partly training", func(r *frameworks.Resource) { r.Kind = "training" }, func(r *frameworks.Resource) { r.Kind = "template" }, frameworks.Partly, 0, "from the answer Partly on"},
		{"from Mostly an exercise", func(r *frameworks.Resource) { r.Kind = "exercise" }, nil, frameworks.Mostly, 0, "from the answer Mostly on"},
		{"from Mostly a service that tests", func(r *frameworks.Resource) { r.Kind, r.CSF = "service", []string{"ID.RA-01"} },
			func(r *frameworks.Resource) { r.Kind, r.CSF = "service", []string{"PR.PS-01"} }, frameworks.Mostly, 0, "service: helps most"},
		{"free before paid", func(r *frameworks.Resource) { r.Status = "maybe-moved" }, func(r *frameworks.Resource) { r.Cost = "paid" }, frameworks.No, 0, "free"},
		{"free before partly free", nil, func(r *frameworks.Resource) { r.Cost = "mixed" }, frameworks.No, 0, "free"},
		{"attested before doubtful", func(r *frameworks.Resource) { r.Time = "some weeks" },
			func(r *frameworks.Resource) { r.Status = "maybe-moved" }, frameworks.No, 0, "last dated 2026"},
		{"alone before a project", nil, func(r *frameworks.Resource) { r.Time = "1 to 2 days of IT work" }, frameworks.No, 0, "can do it alone"},
		{"alone before a larger place", nil, func(r *frameworks.Resource) { r.Audience = []frameworks.Size{frameworks.Large} }, frameworks.No, 0, "can do it alone"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			lib := &frameworks.Library{Resources: []*frameworks.Resource{help("a", c.second), help("z", c.first)}}
			a := &aim{what: "the question", level: c.level, practices: []int{3}, outcomes: []string{"PR.AA-03"}, org: assess.Organization{Size: c.size}}
			got := a.match(lib)
			if len(got) != 2 || got[0].Resource.ID != "z" {
				t.Fatalf("%d, first %s", len(got), got[0].Resource.ID)
			}
			if !strings.Contains(strings.Join(got[0].Reasons, "; "), c.reason) {
				t.Errorf("reasons %q do not say %q", got[0].Reasons, c.reason)
			}
		})
	}
}

// What was picked comes first and in its order, whatever else there is; then
// what stands in for a doubtful one, then what was picked for another answer.
func TestPickedComesFirst(t *testing.T) {
	moved := help("moved", func(r *frameworks.Resource) { r.HICP, r.Status, r.Instead = nil, "maybe-moved", "spare" })
	weak := help("b-weak", func(r *frameworks.Resource) { r.HICP, r.Kind, r.Cost = nil, "community", "mixed" })
	spare := help("spare", func(r *frameworks.Resource) { r.HICP = nil })
	later := help("z-later", func(r *frameworks.Resource) { r.HICP = nil })
	best := help("a-best", func(r *frameworks.Resource) { r.CSF = []string{"PR.AA-03"} })
	lib := &frameworks.Library{Resources: []*frameworks.Resource{best, help("other", func(r *frameworks.Resource) { r.HICP = []int{9} }), later, spare, weak, moved}}
	a := &aim{what: "this gap", picked: []frameworks.Chosen{{Resource: weak}, {Resource: moved}}, other: []*frameworks.Resource{weak, moved, later},
		practices: []int{3}, outcomes: []string{"PR.AA-03"}, titles: map[int]string{3: "Access Management"}}
	var got []string
	for _, m := range a.match(lib) {
		got = append(got, m.Resource.ID+": "+m.Reasons[0])
	}
	want := []string{
		"b-weak: picked by hand for this gap, the first thing to use from the answer No on",
		"moved: picked by hand for this gap, number 2 from the answer No on",
		`spare: use it in place of "Title of moved", which is perhaps moved`,
		"z-later: picked for the same question, for another answer or another size",
		"a-best: about the same subject, access management (practice 3 of HICP)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A report names what was picked and what stands in for it, and nothing that
// only shares tags; an organization's own help may share them.
func TestWhatAReportMayName(t *testing.T) {
	for _, c := range []struct {
		name string
		p    place
		own  bool
		want bool
	}{
		{"picked", place{fit: picked}, false, true},
		{"in place of it", place{fit: standsIn}, false, true},
		{"picked for another answer", place{fit: pickedElse}, false, false},
		{"shared tags", place{fit: sameBoth}, false, false},
		{"own with shared tags", place{fit: sameBoth}, true, true},
		{"own about the outcome alone", place{fit: sameOutcome}, true, false},
		{"perhaps not for this place", place{fit: picked, out: 1}, false, false},
	} {
		if got := c.p.close(c.own); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Whom a resource is for is looked up in the profile.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		only []string
		org  assess.Organization
		want access
	}{
		{nil, assess.Organization{}, open},
		{[]string{"rural"}, assess.Organization{Critical: true}, open},
		{[]string{"rural"}, assess.Organization{}, unsure},
		{[]string{"public"}, assess.Organization{Critical: true}, unsure},
		{[]string{"critical-access"}, assess.Organization{}, closed},
		{[]string{"critical-access", "rural"}, assess.Organization{}, unsure},
		{[]string{"under-50-beds"}, assess.Organization{Beds: 25}, unsure},
		{[]string{"under-50-beds"}, assess.Organization{Beds: 25, Critical: true}, open},
		{[]string{"under-50-beds"}, assess.Organization{Beds: 120}, closed},
		{[]string{"under-50-beds"}, assess.Organization{Clinicians: 4}, closed},
	} {
		r := help("r", func(r *frameworks.Resource) { r.Only = c.only })
		if got := limit(r, c.org); got != c.want {
			t.Errorf("%v for %+v: %d, want %d", c.only, c.org, got, c.want)
		}
	}
	city := help("city", nil)
	county := help("a-county", func(r *frameworks.Resource) { r.Only = []string{"public"} })
	access := help("b-access", func(r *frameworks.Resource) { r.Only = []string{"critical-access"} })
	lib := &frameworks.Library{Resources: []*frameworks.Resource{county, access, city}}
	a := &aim{picked: []frameworks.Chosen{{Resource: county}, {Resource: access}, {Resource: city}}}
	got := a.match(lib)
	if diff := cmp.Diff([]string{"city", "a-county"}, matchedIDs(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got[1].Close || !slices.Contains(got[1].Reasons, "only for publicly owned places, such as a county hospital") {
		t.Errorf("%+v", got[1])
	}
}

func TestAddressThatFits(t *testing.T) {
	r := help("r", func(r *frameworks.Resource) {
		r.HICP = allTen
		r.Alternates = []frameworks.Alternate{
			{For: "small", URL: "https://example.org/small"},
			{For: "practice-3", URL: "https://example.org/3.pdf", Page: 17},
			{For: "practice-4", URL: "https://example.org/4.pdf#part", Page: 2},
		}
	})
	for _, c := range []struct {
		practices []int
		size      frameworks.Size
		want      string
	}{
		{[]int{3}, frameworks.Small, "https://example.org/3.pdf#page=17"},
		{[]int{9, 4, 3}, frameworks.Small, "https://example.org/4.pdf#part"}, // the first practice that has one
		{[]int{9}, frameworks.Small, "https://example.org/small"},
		{[]int{9}, frameworks.Large, "https://example.org/r"},
		{nil, 0, "https://example.org/r"},
	} {
		a := &aim{practices: c.practices, org: assess.Organization{Size: c.size}}
		if got := a.url(r); got != c.want {
			t.Errorf("%v %s: %s, want %s", c.practices, c.size, got, c.want)
		}
	}
	// The chapter that was picked comes before those of the aim.
	a := &aim{practices: []int{4}, picked: []frameworks.Chosen{{Resource: r, Practice: 3}}}
	if got := a.url(r); got != "https://example.org/3.pdf#page=17" {
		t.Errorf("picked chapter: %s", got)
	}
	// An address for the practice makes a resource about everything one about it.
	if f := (&aim{practices: []int{3}}).fit(r); f != samePractice {
		t.Errorf("fit %d", f)
	}
	if f := (&aim{practices: []int{9}}).fit(r); f != general {
		t.Errorf("fit %d", f)
	}
}

// The order depends on the resources alone and not on the order of the files.
func TestMatchIsDeterministic(t *testing.T) {
	lib := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(lib.Questions).Draw(t, "question")
		level := rapid.SampledFrom([]frameworks.Level{0, 1, 2, 3}).Draw(t, "level")
		org := assess.Organization{Size: rapid.SampledFrom([]frameworks.Size{0, 1, 2, 3}).Draw(t, "size")}
		a := newAim(lib, q, assess.Levelled, level, org)
		shuffled := &frameworks.Library{Resources: rapid.Permutation(lib.Resources).Draw(t, "order")}
		if diff := cmp.Diff(matchedIDs(a.match(lib)), matchedIDs(a.match(shuffled))); diff != "" {
			t.Errorf("(-files +shuffled):\n%s", diff)
		}
	})
}

func matchedIDs(list []Matched) []string {
	var ids []string
	for _, m := range list {
		ids = append(ids, m.Resource.ID)
	}
	return ids
}

func shipped(t testing.TB) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// Elsewhere what is for the United States alone is missing, and what is for the
// country comes in; the rest is the same.
func TestCountry(t *testing.T) {
	lib := shipped(t)
	q, _ := lib.Question("kev-fix")
	ids := func(country string) []string {
		ids := matchedIDs(Question(lib, q, assess.Open, frameworks.No, assess.Organization{Country: country}))
		slices.Sort(ids)
		return ids
	}
	if diff := cmp.Diff(ids(""), ids("US")); diff != "" {
		t.Errorf("without a country (-none +US):\n%s", diff)
	}
	for _, country := range []string{"us", "at", "gb"} {
		for _, id := range ids(country) {
			if r, _ := lib.Resource(id); !r.InCountry(country) {
				t.Errorf("%s: %s", country, id)
			}
		}
	}
	if us, at, gb := ids("us"), ids("at"), ids("gb"); !slices.Contains(us, "cisa-cyber-hygiene") || slices.Contains(at, "cisa-cyber-hygiene") ||
		!slices.Contains(gb, "ncsc-early-warning") || slices.Contains(us, "ncsc-early-warning") || !slices.Contains(at, "cisa-kev") {
		t.Errorf("us %v\nat %v\ngb %v", us, at, gb)
	}
}

// The level says what kind is wanted; without an answer it is that of a start.
func TestLevelOfAnAnswer(t *testing.T) {
	lib := shipped(t)
	q := lib.Questions[0]
	for _, c := range []struct {
		state assess.State
		want  frameworks.Level
	}{{assess.Open, frameworks.No}, {assess.Unknown, frameworks.No}, {assess.NotApplicable, frameworks.No}, {assess.Levelled, frameworks.Mostly}, {assess.OtherWay, frameworks.Mostly}} {
		if got := newAim(lib, q, c.state, frameworks.Mostly, assess.Organization{}).level; got != c.want {
			t.Errorf("state %d: %s, want %s", c.state, got, c.want)
		}
	}
}

func TestMatchRequirementAndPractice(t *testing.T) {
	lib := shipped(t)
	_, r, _ := lib.Requirement("PR.AA-03")
	if got := Requirement(lib, r, assess.Organization{}); got[0].Resource.ID != "cisa-mfa" || !strings.Contains(got[0].Reasons[0], "questions behind PR.AA-03") {
		t.Errorf("first for PR.AA-03 is %s: %s", got[0].Resource.ID, got[0].Reasons[0])
	}
	for p := 1; p <= frameworks.Practices; p++ {
		got := Practice(lib, p, assess.Organization{Size: frameworks.Small})
		if len(got) < 3 || !got[0].Close {
			t.Errorf("practice %d: %d, first %s", p, len(got), got[0].Resource.ID)
		}
	}
}
