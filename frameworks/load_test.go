package frameworks_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

var update = frameworks.Update

const contentDir = "../testdata/content"

// small returns the files of the small library that loads, by their names.
func small(t testing.TB) map[string]frameworks.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(contentDir, "ok", "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no content in %s: %v", contentDir, err)
	}
	files := map[string]frameworks.File{}
	for _, path := range paths {
		name := filepath.Base(path)
		files[name] = read(t, path)
	}
	return files
}

func read(t testing.TB, path string) frameworks.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return frameworks.File{Name: filepath.Base(path), Data: data}
}

func load(files map[string]frameworks.File) (*frameworks.Library, error) {
	var list []frameworks.File
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, files[name])
	}
	return frameworks.Load(list...)
}

// Each file under err breaks one rule. It takes the place of the good file whose
// name its own begins with, and the lines beside it are what a person is told.
func TestLoadRefuses(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(contentDir, "err", "*.yaml"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		t.Run(name, func(t *testing.T) {
			files := small(t)
			kind, _, _ := strings.Cut(name, "-")
			files[kind+".yaml"] = read(t, path)
			_, err := load(files)
			if err == nil {
				t.Fatal("loaded")
			}
			expected := strings.TrimSuffix(path, ".yaml") + ".txt"
			got := err.Error() + "\n"
			if *update {
				if err := os.WriteFile(expected, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(read(t, expected).Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLoadReadsEverything(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if lib.Version != "2026.11" || lib.Reviewed != "2026-11-23" {
		t.Errorf("version %q, reviewed %q", lib.Version, lib.Reviewed)
	}
	q, _ := lib.Question("watch-doors")
	alarm, _ := lib.Resource("alarm-service")
	guide, _ := lib.Resource("lock-guide")
	want := &frameworks.Question{
		Key: "watch-doors", Title: "Doors watched", Revision: 2,
		Text: "Does somebody hear it when a door is forced at night?",
		Why:  "The sooner somebody comes, the less is gone in the morning.",
		Wording: [4]string{
			"Nobody would know before the morning.",
			"Some doors ring a bell nobody listens to at weekends.",
			"Nearly every door, every night.",
			"Every door, every night, and somebody comes.",
		},
		LookFor: []string{"Alarm contract"}, Ask: []string{"facilities", "leadership", "clinical", "purchasing", "finance"},
		Holds: []frameworks.Level{frameworks.No, frameworks.Partly, frameworks.Mostly},
		Fresh: 92, Needs: []string{"lock-doors"}, Differ: "Nobody has broken in here yet.",
		Fix: frameworks.Fix{
			Do: "Ask the guard for an offer.", Care: "Ask the night nurse first; the bell can be switched off.",
			Resources: []*frameworks.Resource{guide, alarm}, // all of its lists
		},
	}
	if diff := cmp.Diff(want, q); diff != "" {
		t.Errorf("question (-want +got):\n%s", diff)
	}
	wantGuide := &frameworks.Resource{
		ID: "lock-guide", Title: "How to lock a door", Provider: "The locksmith", Kind: "guidance",
		URL: "https://example.org/locks", Cost: "free",
		Audience: []frameworks.Size{frameworks.Small, frameworks.Medium}, Country: "any",
		Gives: "One page about locks.", How: []string{"Open the page."}, Contact: "locks@example.org",
		HICP: []int{6}, CSF: []string{"PR.AA"}, Status: "attested", Seen: "2026-05", Recheck: "2027-05-31",
		Toolkit: "family", Time: "5 minutes to read",
		Alternates: []frameworks.Alternate{
			{For: "practice-6", URL: "https://example.org/locks.pdf", Page: 3},
			{For: "small", URL: "https://example.org/small"},
		},
	}
	if diff := cmp.Diff(wantGuide, guide); diff != "" {
		t.Errorf("resource (-want +got):\n%s", diff)
	}
	f, r, ok := lib.Requirement("d-2")
	lock, _ := lib.Question("lock-doors")
	wantRequirement := &frameworks.Requirement{
		ID: "D-2", Title: "Watched", Sizes: []frameworks.Size{frameworks.Medium, frameworks.Large},
		Questions: []*frameworks.Question{q}, Counts: []*frameworks.Question{lock}, Extent: frameworks.Part,
		Why:     "Both ask about doors at night.",
		Missing: []frameworks.Missing{{What: "who locks up", By: []*frameworks.Question{lock}}, {What: "who is called first"}},
		Note:    "The gate is another matter.", Source: "ours",
	}
	if !ok || f != lib.Frameworks[1] || lib.Frameworks[0].ID != frameworks.FoundationID {
		t.Errorf("requirement d-2: %v, %v", ok, f)
	}
	if diff := cmp.Diff(wantRequirement, r); diff != "" {
		t.Errorf("requirement (-want +got):\n%s", diff)
	}
	if got := f.Sections[1].Groups[0]; got.ID != "I-1" || len(got.Requirements) != 1 || got.Requirements[0].Binds != frameworks.Government {
		t.Errorf("group %+v", got)
	}
	wantThresholds := frameworks.Thresholds{
		Green: 80, GreenCoverage: 90, Amber: 50, Coverage: 80, Reach: 50, LimitedScope: 20, QuickWin: 40,
		Scope: 80, LeastScope: 50, SmallGroup: 20, Thin: 10, LeaveOut: 20,
		EffortPoints:  [4]int{0, 1, 3, 8},
		EffortMeaning: [4]string{"", "under a day", "under two weeks", "a project"},
		MoneyMeaning:  [4]string{"nothing to buy", "under $5,000 a year", "$5,000 to $50,000 a year", "above $50,000 a year"},
		Threats: []frameworks.Threat{
			{Key: "burglary", Title: "Somebody breaks in", Weight: 5, HICP: true, Stops: "The whole clinic, for a day"},
			{Key: "fire", Title: "Fire", Weight: 2, Stops: "The whole clinic, for months"},
		},
		Targets: frameworks.Targets{
			Essential: frameworks.Yes, Enhanced: frameworks.Mostly,
			Foundation: frameworks.Mostly, Required: frameworks.Mostly, MustApply: frameworks.Mostly,
			Rest: [4]frameworks.Level{0, frameworks.Partly, frameworks.Mostly, frameworks.Mostly},
		},
		SizeFactors: []frameworks.SizeFactor{{Key: "beds", Title: "Beds", Small: [2]int{1, 50}, Medium: [2]int{51, 299}}},
	}
	if diff := cmp.Diff(wantThresholds, lib.Thresholds); diff != "" {
		t.Errorf("thresholds (-want +got):\n%s", diff)
	}
}

// The mistakes of several files come in the order of the files and of the lines
// in them, and a broken file does not make the others look broken.
func TestMistakesOfSeveralFiles(t *testing.T) {
	files := small(t)
	replace := func(name, old, new string) {
		f := files[name]
		f.Data = []byte(strings.Replace(string(f.Data), old, new, 1))
		files[name] = f
	}
	replace("thresholds.yaml", "weight: 5", "weight: 6")
	replace("catalog.yaml", "lock-doors]", "lock-dors]")
	replace("questions.yaml", "effort: small", "effort: huge")
	replace("questions.yaml", "revision: 1", "revision: one")
	_, err := load(files)
	want := `catalog.yaml:17:21: question "lock-dors": did you mean lock-doors?
questions.yaml:5:15: revision: must be a whole number from 1 to 1000, not "one"
questions.yaml:21:15: effort "huge": must be small, medium or large
thresholds.yaml:24:13: weight: must be a whole number from 1 to 5, not "6"`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	replace("questions.yaml", "title: Doors watched", "title: Doors: watched")
	_, err = load(files)
	want = `questions.yaml:24: ": " cannot stand here; check the spaces at the start of the line, or put the text in quotes
thresholds.yaml:24:13: weight: must be a whole number from 1 to 5, not "6"`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A name may be taken by another file.
func TestNamesAreUniqueAcrossFiles(t *testing.T) {
	files := small(t)
	for _, name := range []string{"catalog.yaml", "questions.yaml", "resources.yaml"} {
		files["x/"+name] = frameworks.File{Name: "own/" + name, Data: files[name].Data}
	}
	_, err := load(files)
	for _, want := range []string{
		`own/catalog.yaml:2:5: framework "doors-2026" is already in catalog.yaml:2`,
		`own/catalog.yaml:3:8: framework "doors" is already in catalog.yaml:3`,
		`own/catalog.yaml:15:13: requirement "D-1" is already in catalog.yaml:15`,
		`own/questions.yaml:3:10: question "lock-doors" is already in questions.yaml:3`,
		`own/resources.yaml:5:9: resource "lock-guide" is already in resources.yaml:5`,
	} {
		if !strings.Contains(fmt.Sprint(err)+"\n", want+"\n") {
			t.Errorf("missing %s in\n%v", want, err)
		}
	}
	files = small(t)
	files["two"] = frameworks.File{Name: "two.yaml", Data: files["thresholds.yaml"].Data}
	files["x"] = files["catalog.yaml"]
	_, err = load(files)
	want := `two.yaml:1:1: a library has one file with the schema hygeia/thresholds/v1; this is the second
catalog.yaml: given twice`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An own checklist names shipped questions, and cannot use what CSF took back.
func TestOwnChecklist(t *testing.T) {
	own := func(id string) frameworks.File {
		return frameworks.File{Name: "own/clinic.yaml", Data: fmt.Appendf(nil, `schema: hygeia/framework/v1
id: clinic
short: clinic
title: Our own list
version: "1"
publisher: The clinic
standing: our own rule
notice: Ours.
sections:
  - id: one
    title: One
    requirements:
      - id: %s
        title: Email
        questions: [mfa-email]
        extent: full
        why_counts: It asks for it.
        source: ours
`, id)}
	}
	lib, err := frameworks.Load(append(frameworks.ShippedFiles(), own("C-1"))...)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := lib.Framework("clinic"); err != nil || f != lib.Frameworks[len(lib.Frameworks)-1] {
		t.Errorf("%v, %v", f, err)
	}
	served := lib.Serves("mfa-email")
	if last := served[len(served)-1]; last.Requirement.ID != "C-1" || last.Section.Title != "One" {
		t.Errorf("last served %+v", last)
	}
	_, err = frameworks.Load(append(frameworks.ShippedFiles(), own("PR.AC-01"))...)
	want := `own/clinic.yaml:13:13: id "PR.AC-01" was withdrawn by National Institute of Standards and Technology in version 2.0`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLoadWithoutThresholds(t *testing.T) {
	files := small(t)
	delete(files, "thresholds.yaml")
	_, err := load(files)
	want := "no file has the schema hygeia/thresholds/v1; it holds the numbers of the scoring"
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := frameworks.Load(make([]frameworks.File, 201)...); fmt.Sprint(err) != "201 content files: at most 200 are read" {
		t.Error(err)
	}
}

// Order, byte order mark and line ends of Windows change nothing; a byte of the
// content or a name does.
func TestDigest(t *testing.T) {
	files := small(t)
	digest := func(files map[string]frameworks.File) string {
		t.Helper()
		lib, err := load(files)
		if err != nil {
			t.Fatal(err)
		}
		return lib.Digest
	}
	first := digest(files)
	if !strings.HasPrefix(first, "sha256:") || len(first) != len("sha256:")+64 {
		t.Errorf("digest %q", first)
	}
	reversed, err := frameworks.Load(files["toolkit.yaml"], files["clocks.yaml"], files["synonyms.yaml"], files["help.yaml"], files["thresholds.yaml"], files["ladder.yaml"], files["contradictions.yaml"], files["facts.yaml"], files["incident.yaml"], files["glossary.yaml"], files["resources.yaml"], files["questions.yaml"], files["catalog.yaml"])
	if err != nil || reversed.Digest != first {
		t.Errorf("in another order %s, %v", reversed.Digest, err)
	}
	windows := map[string]frameworks.File{}
	for name, f := range files {
		f.Data = []byte("\ufeff" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
		windows[name] = f
	}
	if got := digest(windows); got != first {
		t.Errorf("with line ends of Windows %s, without %s", got, first)
	}
	f := files["catalog.yaml"]
	files["catalog.yaml"] = frameworks.File{Name: f.Name, Data: append(f.Data, "# changed\n"...)}
	changed := digest(files)
	files["catalog.yaml"] = frameworks.File{Name: "other.yaml", Data: f.Data}
	if renamed := digest(files); changed == first || renamed == first {
		t.Error("a change does not change the digest")
	}
}

// A stranger's file costs no noticeable time; the test allows for the race
// detector on a busy machine.
func TestLoadIsQuickWithBadFiles(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	tests := []struct{ name, data string }{
		{"unknown questions", "schema: hygeia/framework/v1\nsections:\n" + strings.Repeat(" - requirements: [{questions: [a-b-c-d, mfa-emaill]}]\n", 1_900)},
		{"chain", chain(1_900)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			_, err := frameworks.Load(append(frameworks.ShippedFiles(), frameworks.File{Name: "own/x.yaml", Data: []byte(tt.data)})...)
			if err == nil {
				t.Error("loaded")
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// chain returns questions each of which needs the next, and the last the first.
func chain(n int) string {
	var b strings.Builder
	b.WriteString("schema: hygeia/questions/v1\nquestions:\n")
	for i := range n {
		fmt.Fprintf(&b, " - {key: q-%d, needs: [q-%d]}\n", i, (i+1)%n)
	}
	return b.String()
}

func BenchmarkLoadShipped(b *testing.B) {
	files := frameworks.ShippedFiles()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := frameworks.Load(files...); err != nil {
			b.Fatal(err)
		}
	}
}
