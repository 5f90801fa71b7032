package frameworks_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"hygeia/frameworks"
)

// A list that was not given is that of the level below; larger places have their
// own where there is one; "hicp-3" is the volume for the size, and what is
// written for other sizes is left out.
func TestHelpForLevelAndSize(t *testing.T) {
	var b strings.Builder
	b.WriteString("schema: hygeia/resources/v1\nreviewed: \"2026-11-23\"\nresources:\n")
	for _, id := range []string{"hicp-tv1 | small", "hicp-tv2 | medium, large", "lock-guide | small, medium, large", "alarm-service | small, medium, large", "bell | large"} {
		cells := strings.Split(id, " | ")
		fmt.Fprintf(&b, `  - {id: %s, title: T %[1]s, provider: P, kind: guidance, url: "https://example.org/", cost: free, audience: [%s], country: any,
     gives: G., how: [Call.], time: 1 hour, toolkit: family, status: attested, seen: undated, recheck: "2027-05-31"}
`, cells[0], cells[1])
	}
	small, large := frameworks.Small, frameworks.Large
	for _, c := range []struct {
		name, lists string
		level       frameworks.Level
		size        frameworks.Size
		want        string
	}{
		{"given", "no: [lock-guide, alarm-service]", frameworks.No, small, "lock-guide alarm-service"},
		{"from below", "no: [lock-guide, alarm-service]", frameworks.Mostly, large, "lock-guide alarm-service"},
		{"Yes is like Mostly", "no: [lock-guide]\n    mostly: [alarm-service]", frameworks.Yes, small, "alarm-service"},
		{"Partly is like No", "no: [lock-guide]\n    mostly: [alarm-service]", frameworks.Partly, small, "lock-guide"},
		{"larger has its own", "no: [lock-guide]\n    larger: {no: [alarm-service]}", frameworks.No, large, "alarm-service"},
		{"small is as above", "no: [lock-guide]\n    larger: {no: [alarm-service]}", frameworks.No, small, "lock-guide"},
		{"nearest level before kind of place", "no: [lock-guide]\n    mostly: [lock-guide]\n    larger: {no: [alarm-service]}", frameworks.Mostly, large, "lock-guide"},
		{"larger from below", "no: [lock-guide]\n    larger: {no: [alarm-service]}", frameworks.Mostly, large, "alarm-service"},
		{"no size is a small place", "no: [lock-guide]\n    larger: {no: [alarm-service]}", frameworks.No, 0, "lock-guide"},
		{"volume for small ones", "no: [hicp-3, lock-guide]", frameworks.No, small, "hicp-tv1#3 lock-guide"},
		{"volume for others", "no: [hicp-10]", frameworks.No, large, "hicp-tv2#10"},
		{"whole volume", "no: [hicp]", frameworks.No, large, "hicp-tv2"},
		{"written for others", "no: [bell, lock-guide]", frameworks.No, small, "lock-guide"},
		{"nothing else is there", "no: [bell]", frameworks.No, small, "bell"},
	} {
		files := filesWith(t, b.String(), "  - question: watch-doors\n    "+c.lists+"\n")
		lib, err := load(files)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		q, _ := lib.Question("watch-doors")
		var got []string
		for _, chosen := range lib.Help(q, c.level, c.size) {
			word := chosen.Resource.ID
			if chosen.Practice > 0 {
				word = fmt.Sprintf("%s#%d", word, chosen.Practice)
			}
			got = append(got, word)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// filesWith is the small library with other resources and other help.
func filesWith(t testing.TB, resources, help string) map[string]frameworks.File {
	files := small(t)
	files["resources.yaml"] = frameworks.File{Name: "resources.yaml", Data: []byte(resources)}
	files["help.yaml"] = frameworks.File{Name: "help.yaml", Data: []byte("schema: hygeia/help/v1\nhelp:\n" + help)}
	return files
}

// A question of an organization's own has what its fix names.
func TestHelpOfTheFix(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	q, _ := lib.Question("lock-doors") // no list names it
	if got := lib.Help(q, frameworks.Mostly, frameworks.Small); len(got) != 1 || got[0].Resource.ID != "lock-guide" {
		t.Errorf("%v", got)
	}
}

// An id that is no longer used leads to what took its place.
func TestFormerIDs(t *testing.T) {
	lib := shippedLibrary(t)
	r, ok := lib.Resource("cisa-vulnerability-scanning")
	if !ok || r.ID != "cisa-cyber-hygiene" {
		t.Errorf("%v %v", r, ok)
	}
}

func TestWhereAResourceCanBeUsed(t *testing.T) {
	for _, c := range []struct {
		of, in string
		want   bool
	}{
		{"any", "de", true}, {"any", "", true}, {"us", "", true}, {"us", "US", true}, {"us", "de", false},
		{"eu", "de", true}, {"eu", "gb", false}, {"eu", "us", false}, {"eu", "", false}, {"gb", "gb", true}, {"gb", "", false},
	} {
		if got := (&frameworks.Resource{Country: c.of}).InCountry(c.in); got != c.want {
			t.Errorf("%q in %q: %v", c.of, c.in, got)
		}
	}
}

// deadline is a date that a text calls the end of something, as in "extended to
// December 11, 2026".
var deadline = regexp.MustCompile(`\b(?:until|till|up to|through|extended to|due|by|before|expires on|ends on|at the last look to) ` +
	`((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})`)

// No text promises something for a day that had passed when the list was looked
// through, and each entry is looked at again after that day.
func TestNothingIsPast(t *testing.T) {
	lib := shippedLibrary(t)
	for _, r := range lib.Resources {
		if r.Recheck <= lib.Reviewed {
			t.Errorf("%s: was to be looked at again on %s, and the list was looked through on %s", r.ID, r.Recheck, lib.Reviewed)
		}
		for _, text := range append([]string{r.Gives, r.Note, r.Time}, r.How...) {
			if day := pastDeadline(t, text, lib.Reviewed); day != "" {
				t.Errorf("%s: %s is past: %s", r.ID, day, text)
			}
		}
	}
}

func pastDeadline(t *testing.T, text, reviewed string) string {
	t.Helper()
	for _, found := range deadline.FindAllStringSubmatch(text, -1) {
		on, err := time.Parse("January 2, 2006", found[1])
		if err != nil {
			on, err = time.Parse(time.DateOnly, found[1])
		}
		if err != nil {
			t.Fatal(err)
		}
		if on.Format(time.DateOnly) < reviewed {
			return found[1]
		}
	}
	return ""
}

func TestPastDeadlines(t *testing.T) {
	for text, want := range map[string]string{
		"last extended to September 30, 2026. Ask.":                          "September 30, 2026",
		"extended in short steps, at the last look up to December 11, 2026.": "",
		"Federal money ended on September 30, 2025.":                         "",
		"Free until 2026-01-31.":                                             "2026-01-31",
	} {
		if got := pastDeadline(t, text, "2026-11-27"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
