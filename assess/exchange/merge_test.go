package exchange

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/frameworks"
)

var (
	q3    = assess.Quarter{Year: 2026, N: 3}
	day   = assess.Date{Year: 2026, Month: 7, Day: 9}
	later = assess.Date{Year: 2026, Month: 8, Day: 20}
)

func library(t *testing.T) *frameworks.Library {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// quarter returns a quarter with answers such as "kev-fix=mostly". One that is
// written "kev-fix~mostly" is only carried into it.
func quarter(t *testing.T, on assess.Date, answers ...string) *assess.Assessment {
	t.Helper()
	a := &assess.Assessment{Period: q3, Organization: assess.Organization{Name: "Mercy Clinic", Size: frameworks.Small, Country: "us"}}
	a.Day = on
	for _, text := range answers {
		say(t, a, on, text)
	}
	return a
}

func say(t *testing.T, a *assess.Assessment, on assess.Date, text string) {
	t.Helper()
	key, word, fresh := strings.Cut(text, "=")
	if !fresh {
		key, word, _ = strings.Cut(text, "~")
	}
	q, known := library(t).Question(key)
	level, err := frameworks.ParseLevel(word)
	if !known || err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if err := a.Put(q, assess.Answer{State: assess.Levelled, Level: level}, a.Answers[key], "R. Okafor", on); err != nil {
		t.Fatal(err)
	}
	if !fresh {
		ans := a.Answers[key]
		ans.Carried = assess.Quarter{Year: 2026, N: 2}
		a.Adopt(key, ans)
	}
}

func copyOf(a *assess.Assessment) *assess.Assessment {
	c := *a
	c.Answers = map[string]assess.Answer{}
	for key, ans := range a.Answers {
		c.Answers[key] = ans
	}
	return &c
}

func verdicts(m *Merge) string {
	var words []string
	for _, c := range m.Changes {
		word := [...]string{"keep", "take", "ask"}[c.Verdict]
		if c.gone {
			word += " away"
		}
		words = append(words, c.Name()+" "+word)
	}
	for _, key := range m.Confirmed {
		words = append(words, key+" confirmed")
	}
	return strings.Join(words, ", ")
}

// Only what both sides changed is a question.
func TestCombine(t *testing.T) {
	base := []string{"kev-fix=mostly", "mfa-email=no"}
	tests := []struct {
		name         string
		before       []string // a state in the history; nil for none
		ours, theirs []string
		want         string
		wantSure     string
	}{
		{"the same", base, base, base, "", ""},
		{"only theirs is answered", nil, base[:1], base, "mfa-email take", "mfa-email take"},
		{"only ours is answered", nil, base, base[:1], "mfa-email keep away", "mfa-email keep away"},
		{"theirs changed it", base, base, []string{"kev-fix=yes", "mfa-email=no"}, "kev-fix take", "kev-fix take"},
		{"ours changed it", base, []string{"kev-fix=yes", "mfa-email=no"}, base, "kev-fix keep", "kev-fix keep"},
		{"both changed it", base, []string{"kev-fix=yes", "mfa-email=no"}, []string{"kev-fix=partly", "mfa-email=no"}, "kev-fix ask", "kev-fix ask"},
		{"nothing is known of before", nil, []string{"kev-fix=yes"}, []string{"kev-fix=partly"}, "kev-fix ask", "kev-fix ask"},
		{"each changed another", base, []string{"kev-fix=yes", "mfa-email=no"}, []string{"kev-fix=mostly", "mfa-email=yes"},
			"mfa-email take, kev-fix keep", "mfa-email take, kev-fix keep"},
		{"ours is only carried", nil, []string{"kev-fix~mostly"}, []string{"kev-fix=yes"}, "kev-fix take", "kev-fix take"},
		{"theirs is only carried", nil, []string{"kev-fix=yes"}, []string{"kev-fix~mostly"}, "kev-fix keep", "kev-fix keep"},
		{"confirmed there", nil, []string{"kev-fix~mostly"}, []string{"kev-fix=mostly"}, "kev-fix confirmed", "kev-fix confirmed"},
		{"taken away there", base, base, base[:1], "mfa-email keep away", "mfa-email take away"},
		{"taken away here", base, base[:1], base, "mfa-email keep", "mfa-email keep"},
		{"taken away there, changed here", base, []string{"kev-fix=mostly", "mfa-email=yes"}, base[:1], "mfa-email keep away", "mfa-email ask away"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ours, theirs := quarter(t, day, tt.ours...), quarter(t, day, tt.theirs...)
			var before []*assess.Assessment
			var known *assess.Assessment
			if tt.before != nil {
				known = quarter(t, day, tt.before...)
				before = append(before, known)
			}
			if got := verdicts(Combine(library(t), before, ours, theirs)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := verdicts(CombineFrom(library(t), known, ours, theirs)); got != tt.wantSure {
				t.Errorf("from a known state: got %q, want %q", got, tt.wantSure)
			}
		})
	}
}

// A copy that is older than a state in the history did not come from it: what
// differs there is what was changed here since.
func TestOlderCopyChangesNothing(t *testing.T) {
	first := quarter(t, day, "kev-fix=no", "mfa-email=no")
	second := copyOf(first)
	second.Day = later
	say(t, second, later, "kev-fix=yes")
	third := copyOf(second)
	say(t, third, later, "mfa-email=mostly")
	theirs := copyOf(first)
	say(t, theirs, day, "mfa-remote=yes")

	if got := verdicts(Combine(library(t), []*assess.Assessment{second}, copyOf(third), theirs)); strings.Contains(got, "kev-fix take") || !strings.Contains(got, "mfa-remote take") {
		t.Errorf("without the state it came from: %s", got)
	}
	want := "kev-fix keep, mfa-email keep, mfa-remote take"
	got := strings.Split(verdicts(Combine(library(t), []*assess.Assessment{first, second}, copyOf(third), theirs)), ", ")
	slices.Sort(got)
	if strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A file that says only the level takes away neither the note nor the proof.
func TestNoteAndProofSurvive(t *testing.T) {
	lib := library(t)
	ours := quarter(t, day, "kev-fix~mostly")
	ans := ours.Answers["kev-fix"]
	ans.Note = "Two appliances on the list."
	ans.Proof = []assess.Proof{{Grade: assess.Record, What: "Scan report", Date: day}}
	ours.Adopt("kev-fix", ans)

	for _, level := range []frameworks.Level{frameworks.Mostly, frameworks.Yes} {
		for name, merged := range map[string]func(*assess.Assessment) (*Merge, error){
			"copy": func(ours *assess.Assessment) (*Merge, error) {
				return Combine(lib, nil, ours, quarter(t, later, "kev-fix="+level.String())), nil
			},
			"answers": func(ours *assess.Assessment) (*Merge, error) {
				return CombineAnswers(lib, ours, map[string]assess.Answer{"kev-fix": {State: assess.Levelled, Level: level}}, "MSP", later)
			},
		} {
			into := copyOf(ours)
			m, err := merged(into)
			if err != nil {
				t.Fatal(err)
			}
			if err := m.Apply(); err != nil {
				t.Fatalf("%s, %s: %v", name, level, err)
			}
			got := into.Answers["kev-fix"]
			if got.Level != level || got.Note != ans.Note || !cmp.Equal(got.Proof, ans.Proof) || !got.Carried.IsZero() {
				t.Errorf("%s, %s: %+v", name, level, got)
			}
		}
	}
}

func TestApplyNeedsDecisions(t *testing.T) {
	ours := quarter(t, day, "kev-fix=yes")
	m := Combine(library(t), nil, ours, quarter(t, day, "kev-fix=no", "mfa-email=yes"))
	if err := m.Apply(); err == nil {
		t.Fatal("applied with an open question")
	}
	m.Questions()[0].Verdict = Take
	if err := m.Apply(); err != nil {
		t.Fatal(err)
	}
	if got := ours.Answers["kev-fix"].Level; got != frameworks.No {
		t.Errorf("kev-fix is %s", got)
	}
	if set, away, kept := m.Count(); set != 2 || away != 0 || kept != 0 {
		t.Errorf("%d set, %d taken away, %d kept", set, away, kept)
	}
	if got := m.Tell(); !slices.Contains(got, "kev-fix: Yes -> No") || !slices.Contains(got, "mfa-email: Not answered -> Yes") {
		t.Errorf("told %q", got)
	}
}

func TestRecognize(t *testing.T) {
	for data, want := range map[string]Kind{
		"schema: hygeia/assessment/v2\nperiod: 2026-Q3\n": Quarter,
		"# a comment\r\nschema: hygeia/assessment/v1\r\n": Quarter,
		"\xff\xfes\x00c\x00h\x00e\x00m\x00a\x00:\x00 \x00h\x00y\x00g\x00e\x00i\x00a\x00/\x00a\x00n\x00s\x00w\x00e\x00r\x00s\x00/\x00v\x001\x00\n\x00": Answers,
		"{\n  \"schema\": \"hygeia/answers/v1\",\n": Answers,
		"PK\x03\x04rest":                            Backup,
		"age-encryption.org/v1\n-> scrypt":          Sealed,
		"note: |\n  schema: hygeia/assessment/v2\n": None,
		"": None,
	} {
		if got := Recognize([]byte(data)); got != want {
			t.Errorf("%q: %s, want %s", data, got, want)
		}
	}
}

// What is told of a day that changes names both, the one that is here first.
func TestDaysAreNamed(t *testing.T) {
	lib := library(t)
	a := quarter(t, day)
	q, _ := lib.Question("kev-fix")
	since := day.AddDays(-40)
	if err := a.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Mostly, Effective: since}, assess.Answer{}, "R. Okafor", day); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		given assess.Answer
		want  string
	}{
		{assess.Answer{State: assess.Levelled, Level: frameworks.Yes, Effective: day, Note: "Now everywhere."},
			"kev-fix: Mostly -> Yes, with note (replaces the day it is true since " + since.String() + " -> " + day.String() + ")"},
		{assess.Answer{State: assess.Levelled, Level: frameworks.Yes, Note: "Now everywhere."},
			"kev-fix: Mostly -> Yes, with note (replaces the day it is true since " + since.String() + " -> none)"},
		{assess.Answer{State: assess.Levelled, Level: frameworks.Mostly, Effective: day},
			"kev-fix: Mostly -> Mostly, but another day it is true since " + since.String() + " -> " + day.String() + " (replaces the day it is true since " + since.String() + " -> " + day.String() + ")"},
	} {
		m, err := CombineAnswers(lib, copyOf(a), map[string]assess.Answer{"kev-fix": c.given}, "Pat", later)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range m.Questions() {
			change.Verdict = Take
		}
		if got := told(m); got != c.want {
			t.Errorf("told %q, want %q", got, c.want)
		}
	}
}
