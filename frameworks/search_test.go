package frameworks_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"hygeia/frameworks"
)

// shelf is a library with a few resources: "id | title | gives" a line.
func shelf(t testing.TB, synonyms string, lines ...string) *frameworks.Library {
	t.Helper()
	var b strings.Builder
	b.WriteString("schema: hygeia/resources/v1\nreviewed: \"2026-11-23\"\nresources:\n")
	for _, l := range lines {
		cells := strings.Split(l, " | ")
		fmt.Fprintf(&b, `  - {id: %s, title: %q, provider: P, kind: guidance, url: "https://example.org/", cost: free, audience: [small],
     country: any, gives: %q, how: [Phone.], time: 1 hour, toolkit: family, status: attested, seen: undated}
`, cells[0], cells[1], cells[2])
	}
	files := []frameworks.File{small(t)["thresholds.yaml"], {Name: "r.yaml", Data: []byte(b.String())}, {Name: "glossary.yaml", Data: []byte(`schema: hygeia/glossary/v1
terms:
  - {term: MFA, means: A second factor., find: [second factor]}
  - {term: "405(d)", means: A program., find: [practices]}
`)}}
	if synonyms != "" {
		files = append(files, frameworks.File{Name: "synonyms.yaml", Data: []byte("schema: hygeia/synonyms/v1\n" + synonyms)})
	}
	lib, err := frameworks.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestSearch(t *testing.T) {
	lib := shelf(t, `ignore: [how, to, the, of, what, does, who, i]
meaning: [mean]
same: [[copies, copias, kopies]]
commands: [{run: hygeia incident, does: Calls.}]
otherwise: [begins, hygeia incident]
synonyms:
  - {say: [who call, hacked], to: [hygeia incident, patching]}
  - {say: [veeam], to: [begins, gives]}
  - {say: [password manager], to: [factor]}
  - {say: [password], to: [hicp]}
  - {say: [cheap], to: [hicp], weak: true}
  - {say: [stolen tape], to: [begins]}
  - {say: [whos], to: [patching]}
  - {say: [broken], to: [patching]}
`,
		"title | Backup basics | Keeps things.",
		"gives | Copies | How to make a backup.",
		"patching | Patching | Tells when to patch machines.",
		"begins | Backups and more | Many words.",
		"factor | Second factor for mail | A code.",
		"hicp | Ten practices | Ten of them.",
	)
	for _, c := range []struct{ why, query, want string }{
		{"title, and singular for plural, before what it gives", "backup", "begins title gives"},
		{"capitals", "BACKUP", "begins title gives"},
		{"words that say nothing", "how to backup", "begins title gives"},
		{"any word counts, both more than one", "backup copies", "gives begins title"},
		{"more than one thing", "backup patching", "patching begins title gives"},
		{"through the glossary", "mfa", "factor"},
		{"with and without brackets", "405(d)", "hicp"},
		{"with and without brackets", "405d", "hicp"},
		{"two letters swapped", "bakcup", "begins title gives"},
		{"a letter missing", "patchng", "patching"},
		{"two words for one", "back up", "begins title gives"},
		{"a word of another language", "copias", "gives"},
		{"a mistyped word of another language", "copais", "gives"},
		{"a lay word", "veeam", "begins gives"},
		{"a longer phrase beats a shorter one", "manager for passwords", "factor hicp"},
		{"the shorter one alone, and in part the longer", "passwords", "hicp factor"},
		{"a weak word beside another", "cheap veeam", "begins gives hicp"},
		{"a weak word alone", "cheap", "hicp"},
		{"a command that is meant comes first", "hacked", "hygeia_incident patching"},
		{"a phrase with words that say nothing, in order", "who do I call", "hygeia_incident patching"},
		{"the same words the other way round", "call who", "begins hygeia_incident"},
		{"a word of the glossary explained", "what does MFA mean", "hygeia_explain_MFA factor"},
		{"another form of a verb", "stole tape", "begins"},
		{"another form of a verb", "it broke", "patching"},
		{"the first letter of a long word mistyped", "vackup", "begins title gives"},
		{"a name that is near to a word by accident", "zaccup", "begins hygeia_incident"},
		{"a word that says nothing is none that looks like it", "who", "begins hygeia_incident"},
		{"nothing fits", "xyz", "begins hygeia_incident"},
		{"nothing was asked", "", "begins hygeia_incident"},
	} {
		if got := names(lib.Search(c.query, 0)); got != c.want {
			t.Errorf("%s: %q: %s, want %s", c.why, c.query, got, c.want)
		}
	}
	s := lib.Search("bakcup qqqqqqqqq", 0)
	want := frameworks.Search{Read: []frameworks.Reading{{Word: "bakcup", As: "backup"}}, Missing: []string{"qqqqqqqqq"}}
	if diff := cmp.Diff(want, frameworks.Search{Read: s.Read, Missing: s.Missing, Lost: s.Lost}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !lib.Search("qqqqqqqqq", 0).Lost {
		t.Error("a word nobody knows is not told")
	}
}

func names(s frameworks.Search) string {
	var list []string
	for _, h := range s.Hits {
		list = append(list, strings.ReplaceAll(h.Name(), " ", "_"))
	}
	return strings.Join(list, " ")
}

// A question brings its help along, its best two behind it, and what is written
// for another size comes later.
func TestSearchThroughQuestions(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := names(lib.Search("burglar", frameworks.Small)); got != "hygeia_incident watch-doors lock-guide" {
		t.Errorf("small: %s", got)
	}
	if got := names(lib.Search("forced", frameworks.Large)); got != "watch-doors alarm-service" {
		t.Errorf("large: %s", got)
	}
	if got := names(lib.Search("puerta", 0)); !strings.HasPrefix(got, "lock-") {
		t.Errorf("Spanish: %s", got)
	}
	if got := names(lib.Search("D-1", 0)); !strings.HasPrefix(got, "lock-doors") {
		t.Errorf("a requirement: %s", got)
	}
}

// What people look for in the shipped list stands among the first three.
func TestSearchShipped(t *testing.T) {
	lib := shippedLibrary(t)
	for query, want := range map[string]string{
		"MFA":                     "cisa-mfa",
		"mutlifactor":             "cisa-mfa",
		"KEV":                     "cisa-kev",
		"known exploited":         "cisa-kev",
		"405d":                    "hicp-main",
		"SRA":                     "sra-tool",
		"risk assesment tool":     "sra-tool",
		"cyber hygeine":           "cisa-cyber-hygiene",
		"ransomware guide":        "cisa-stopransomware-guide",
		"HSCC":                    "hscc-publications",
		"csf implementation":      "hph-csf-implementation-guide",
		"tabletop":                "cisa-ctep",
		"phishing":                "cisa-phishing-guidance",
		"medical device":          "device-upkeep",
		"breach report":           "ocr-breach-reporting",
		"report a crime":          "ic3",
		"cisa-kev":                "cisa-kev",
		"cybercorps":              "cybercorps-sfs",
		"CIS benchmark":           "cis-benchmarks",
		"who do I call":           "hygeia incident",
		"sign up for scans":       "hygeia resources enroll cyber-hygiene",
		"what does CPG stand for": "hygeia explain CPG",
	} {
		hits := lib.Search(query, 0).Hits
		if !slices.ContainsFunc(hits[:min(3, len(hits))], func(h frameworks.Hit) bool { return h.Name() == want }) {
			t.Errorf("%q: %s is not among the first three: %s", query, want, hitNames(lib.Search(query, 0), 6))
		}
	}
}

// Every question and every resource is found by its own title, among the first.
func TestEverythingIsFoundByItsTitle(t *testing.T) {
	lib := shippedLibrary(t)
	missed := 0
	find := func(name, title string) {
		hits := lib.Search(title, 0).Hits
		if !slices.ContainsFunc(hits[:min(6, len(hits))], func(h frameworks.Hit) bool { return h.Name() == name }) {
			missed++
			t.Logf("%s is not among the first six for %q", name, title)
		}
	}
	for _, q := range lib.Questions {
		find(q.Key, q.Title)
	}
	for _, r := range lib.Resources {
		find(r.ID, r.Title)
	}
	if all := len(lib.Questions) + len(lib.Resources); 20*missed > all {
		t.Errorf("%d of %d are missed", missed, all)
	}
}

// One letter changed in a word of six and more finds what the word finds, or
// the letter made another word of the list.
func TestSearchForgivesALetter(t *testing.T) {
	lib := shelf(t, "", "one | Ransomware | Copies.", "two | Password | Patches.", "three | Firewall | Doors.")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"ransomware", "password", "firewall"}).Draw(t, "word")
		at := rapid.IntRange(0, len(word)-1).Draw(t, "at")
		typed := word[:at] + string(rapid.RuneFrom([]rune("abcdefghijklmnopqrstuvwxyz")).Draw(t, "letter")) + word[at+1:]
		if want, got := names(lib.Search(word, 0)), names(lib.Search(typed, 0)); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	})
}

func FuzzSearch(f *testing.F) {
	lib := shippedLibrary(f)
	for _, s := range []string{"mfa", "405(d)", "\x1b]8;;x\a", "\xff", strings.Repeat("x", 5000), "a/b,c", "contraseñas", "164.308(a)(1)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		first, second := lib.Search(query, frameworks.Small), lib.Search(query, frameworks.Small)
		if diff := cmp.Diff(names(first), names(second)); diff != "" || len(first.Hits) == 0 {
			t.Errorf("%q: %d lines, not the same twice\n%s", query, len(first.Hits), diff)
		}
	})
}

// What the lists of words do not know comes last and is never taken for the best.
func TestUnknownWordsComeLast(t *testing.T) {
	for i, cost := range []string{"free", "mixed", "paid", "", "cheap"} {
		if got := (&frameworks.Resource{Cost: cost}).CostOrder(); got != min(i, 3) {
			t.Errorf("cost %q has place %d", cost, got)
		}
	}
	list := []*frameworks.Resource{{Kind: "new"}, {Kind: "exercise"}, {Kind: "service"}}
	slices.SortFunc(list, frameworks.ByKind)
	if list[0].Kind != "service" || list[2].Kind != "new" {
		t.Errorf("sorted: %s, %s, %s", list[0].Kind, list[1].Kind, list[2].Kind)
	}
}
