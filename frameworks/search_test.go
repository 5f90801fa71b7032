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
func shelf(t testing.TB, lines ...string) *frameworks.Library {
	t.Helper()
	var b strings.Builder
	b.WriteString("schema: hygeia/resources/v1\nreviewed: \"2026-11-23\"\nresources:\n")
	for _, l := range lines {
		cells := strings.Split(l, " | ")
		fmt.Fprintf(&b, `  - {id: %s, title: %q, provider: P, kind: guidance, url: "https://example.org/", cost: free, audience: [small],
     country: any, gives: %q, how: [Call.], time: 1 hour, toolkit: family, status: attested, seen: undated}
`, cells[0], cells[1], cells[2])
	}
	glossary := frameworks.File{Name: "glossary.yaml", Data: []byte(`schema: hygeia/glossary/v1
terms:
  - {term: MFA, means: A second factor., find: [second factor]}
  - {term: "405(d)", means: A program., find: [HICP]}
`)}
	lib, err := frameworks.Load(small(t)["thresholds.yaml"], glossary, frameworks.File{Name: "r.yaml", Data: []byte(b.String())})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func ids(found []*frameworks.Resource) string {
	var list []string
	for _, r := range found {
		list = append(list, r.ID)
	}
	return strings.Join(list, " ")
}

func TestSearch(t *testing.T) {
	lib := shelf(t,
		"z-title | Backup basics | Keeps copies.",
		"a-gives | Copies | How to make a backup.",
		"m-step | Patching | Tells when to patch.",
		"b-begins | Backups and more | Many words.",
		"factor | Second factor for mail | A code.",
		"hicp-main | Practices | Ten practices.",
	)
	for _, c := range []struct{ query, want string }{
		{"backup", "z-title b-begins a-gives"}, // title, begins a word of a title, gives
		{"BACKUP", "z-title b-begins a-gives"},
		{"how to backup", "z-title b-begins a-gives"}, // words that say nothing
		{"backup copies", "a-gives z-title"},
		{"backup patching", ""},                // each word is there, but never together
		{"mfa", "factor"},                      // through the glossary
		{"405d", "hicp-main"},                  // with and without brackets
		{"405(d)", "hicp-main"},                //
		{"bakcup", "z-title b-begins a-gives"}, // two letters swapped
		{"pathcing", "m-step"},
		{"xyz", ""}, // three letters are not guessed
		{"", "z-title a-gives m-step b-begins factor hicp-main"},
		{"the of", "z-title a-gives m-step b-begins factor hicp-main"},
	} {
		if got := ids(lib.Search(c.query).Found); got != c.want {
			t.Errorf("%q: %s, want %s", c.query, got, c.want)
		}
	}
	s := lib.Search("bakcup qqqqqqqqq")
	want := frameworks.Search{Instead: []frameworks.Reading{{Word: "bakcup", As: "backup"}}, Missing: []string{"qqqqqqqqq"}}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What people look for in the shipped list stands among the first three.
func TestSearchShipped(t *testing.T) {
	lib := shippedLibrary(t)
	for query, want := range map[string]string{
		"MFA":                  "cisa-mfa",
		"mutlifactor":          "cisa-mfa",
		"KEV":                  "cisa-kev",
		"known exploited":      "cisa-kev",
		"405d":                 "hicp-main",
		"HICP":                 "hicp-main",
		"SRA":                  "sra-tool",
		"risk assesment tool":  "sra-tool",
		"cyber hygiene":        "cisa-cyber-hygiene",
		"cyber hygeine":        "cisa-cyber-hygiene",
		"ransomware guide":     "cisa-stopransomware-guide",
		"ransomwear":           "cisa-stopransomware-site",
		"HSCC":                 "hscc-publications",
		"coordinating council": "hscc-publications",
		"csf implementation":   "hph-csf-implementation-guide",
		"tabletop":             "cisa-ctep",
		"phishing":             "cisa-phishing-guidance",
		"medical device":       "fda-device-cybersecurity",
		"breach report":        "ocr-breach-reporting",
		"report a crime":       "ic3",
		"EHR":                  "safer-guides",
		"cisa-kev":             "cisa-kev",
	} {
		found := lib.Search(query).Found
		if r, _ := lib.Resource(want); !slices.Contains(found[:min(3, len(found))], r) {
			t.Errorf("%q: %s is not among the first three: %s", query, want, ids(found[:min(8, len(found))]))
		}
	}
}

// One letter changed in a word of six and more finds what the word finds, or
// the letter made another word of the list.
func TestSearchForgivesALetter(t *testing.T) {
	lib := shelf(t, "one | Ransomware | Copies.", "two | Password | Patches.", "three | Firewall | Doors.")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"ransomware", "password", "firewall"}).Draw(t, "word")
		at := rapid.IntRange(0, len(word)-1).Draw(t, "at")
		typed := word[:at] + string(rapid.RuneFrom([]rune("abcdefghijklmnopqrstuvwxyz")).Draw(t, "letter")) + word[at+1:]
		if want, got := ids(lib.Search(word).Found), ids(lib.Search(typed).Found); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	})
}

func FuzzSearch(f *testing.F) {
	lib := shippedLibrary(f)
	for _, s := range []string{"mfa", "405(d)", "\x1b]8;;x\a", "\xff", strings.Repeat("x", 5000), "a/b,c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		first, second := lib.Search(query), lib.Search(query)
		if diff := cmp.Diff(ids(first.Found), ids(second.Found)); diff != "" {
			t.Errorf("%q: not the same twice\n%s", query, diff)
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
