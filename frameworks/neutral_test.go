package frameworks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

const ownQuestion = `schema: hygeia/questions/v1
questions:
  - key: KEY
    title: Tablets of the clinic
    revision: 3
    text: Are the tablets of our clinics locked away?
    why: One was stolen.
    answers: {no: No., partly: Some., mostly: Nearly all., yes: All.}
    look_for: [Cabinet]
    ask: [facilities]
    must_apply: true
    fresh: 92
    threats: [loss-theft]
    needs: [mfa-email]
    fix: {do: Buy a box., effort: medium, resources: [cisa-kev]}
`

const ownList = `schema: hygeia/framework/v1
id: our-list
short: ours
title: Our list
version: "1"
publisher: Mercy
standing: our own
notice: Ours.
sections:
  - id: first
    title: First things
    requirements:
      - {id: B-1, title: Tablets, questions: [KEY, mfa-email], extent: full, why_counts: They count., source: ours}
`

const ownPair = `schema: hygeia/contradictions/v1
contradictions:
  - low: {question: KEY, at_most: no}
    high: {question: mfa-email, at_least: yes}
    ask: The tablets lie open, but who reads mail on them needs a code?
`

// withOwn returns the shipped library with a question and a list of one's own.
func withOwn(t *testing.T, key string) *frameworks.Library {
	t.Helper()
	replace := func(text string) []byte { return []byte(strings.ReplaceAll(text, "KEY", key)) }
	lib, err := frameworks.Load(append(frameworks.ShippedFiles(),
		frameworks.File{Name: "own/list.yaml", Data: replace(ownList)},
		frameworks.File{Name: "own/pairs.yaml", Data: replace(ownPair)},
		frameworks.File{Name: "own/questions.yaml", Data: replace(ownQuestion)})...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestNeutralKeepsWhatCounts(t *testing.T) {
	lib := withOwn(t, "clinic-tablets")
	names := frameworks.NewNeutral(lib)
	got := names.Library(lib)

	key, ok := names.Question(lib, "clinic-tablets")
	if !ok || key != "own-question-1" {
		t.Fatalf("the key is %q, %t", key, ok)
	}
	q, ok := got.Question(key)
	if !ok {
		t.Fatal("the question is not under its neutral key")
	}
	if n := len(lib.Contradictions); n < 2 || len(got.Contradictions) != n-1 || got.Contradictions[n-2] != lib.Contradictions[n-2] {
		t.Errorf("%d pairs of answers are left of %d; only the own one goes", len(got.Contradictions), n)
	}
	if _, there := got.Question("clinic-tablets"); there {
		t.Error("the question is still under its own key")
	}
	want := []any{3, true, 92, []string{"loss-theft"}, []string{"mfa-email"}, frameworks.MediumEffort, 1}
	if diff := cmp.Diff(want, []any{q.Revision, q.MustApply, q.Fresh, q.Threats, q.Needs, q.Fix.Effort, len(q.Fix.Resources)}); diff != "" {
		t.Errorf("what counts (-want +got):\n%s", diff)
	}
	if id, ok := names.Framework(lib, "ours"); !ok || id != "own-checklist-1" {
		t.Errorf("the list is %q, %t", id, ok)
	}
	var serves []string
	for _, s := range got.Serves("mfa-email") {
		serves = append(serves, s.Framework.ID+" "+s.Requirement.ID)
	}
	if last := serves[len(serves)-1]; last != "own-checklist-1 own-requirement-1" || len(serves) != len(lib.Serves("mfa-email")) {
		t.Errorf("mfa-email serves %v", serves)
	}
	shipped, _ := got.Question("mfa-email")
	if original, _ := lib.Question("mfa-email"); shipped != original || got.Weight(shipped) != lib.Weight(original) {
		t.Error("a shipped question is another one")
	}
}

// The same question has the same number in every quarter, whatever else there is.
func TestNeutralNumbersOnce(t *testing.T) {
	early, late := withOwn(t, "zz-door"), withOwn(t, "clinic-tablets")
	names := frameworks.NewNeutral(early, late)
	for key, want := range map[string]string{"zz-door": "own-question-2", "clinic-tablets": "own-question-1", "mfa-email": "mfa-email"} {
		lib := early
		if key == "clinic-tablets" {
			lib = late
		}
		if got, ok := names.Question(lib, key); !ok || got != want {
			t.Errorf("%s is %q, %t, want %q", key, got, ok, want)
		}
	}
	if _, ok := names.Question(late, "zz-door"); ok {
		t.Error("a library has a question it does not have")
	}
	if _, ok := names.Framework(late, "nobody's"); ok {
		t.Error("a library has a framework it does not have")
	}
}

func TestNeutralLeavesShippedContentAlone(t *testing.T) {
	lib := shippedLibrary(t)
	if got := frameworks.NewNeutral(lib).Library(lib); got != lib {
		t.Error("a library without additions was copied")
	}
}
