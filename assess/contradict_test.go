package assess

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

// contradicting is a library of three questions in which r1 at No contradicts r2
// at Mostly and more, and r2 at Partly or less contradicts r3 at Yes.
func contradicting(t testing.TB) *frameworks.Library {
	t.Helper()
	files := libraryOf(t, "s: r1; r2; r3").Files()
	lib, err := frameworks.Load(append(files, frameworks.File{Name: "contradictions.yaml", Data: []byte(`schema: hygeia/contradictions/v1
contradictions:
  - low: {question: r1, at_most: no}
    high: {question: r2, at_least: mostly}
    ask: Without the first, how does the second work?
  - low: {question: r2, at_most: partly}
    high: {question: r3, at_least: yes}
    ask: Without the second, how does the third work?
`)})...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestContradictions(t *testing.T) {
	lib := contradicting(t)
	for _, c := range []struct {
		answers string
		want    []string
	}{
		{"r1=no r2=mostly r3=mostly", []string{"r1 r2"}},
		{"r1=no r2=yes", []string{"r1 r2"}},
		{"r1=no r2=partly", nil},
		{"r1=partly r2=yes", nil},
		{"r1=mostly r2=partly r3=yes", []string{"r2 r3"}},
		{"r1=mostly r2=no r3=yes", []string{"r2 r3"}},
		{"r1=unknown r2=yes", nil},
		{"r1=na r2=yes", nil},
		{"r1=no r2=other-mostly", nil},
		{"r2=yes", nil},
	} {
		a := draftOf(told(c.answers))
		var got []string
		for _, found := range Contradictions(Evaluate(lib, a)) {
			got = append(got, fmt.Sprint(found.Low.Question.Key, " ", found.High.Question.Key))
			for _, key := range []string{found.Low.Question.Key, found.High.Question.Key} {
				if len(a.ContradictedBy(lib, key)) == 0 {
					t.Errorf("%s: not said while %s is answered", c.answers, key)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.answers, diff)
		}
		if c.want == nil && len(a.ContradictedBy(lib, "r2")) > 0 {
			t.Errorf("%s: contradicted while r2 is answered", c.answers)
		}
	}
}

// TestContradictionNotAsked: what is not asked this quarter counts nowhere.
func TestContradictionNotAsked(t *testing.T) {
	lib := contradicting(t)
	a := draftOf(told("r1=no r2=yes"))
	a.Frameworks = nil
	if got := a.ContradictedBy(lib, "r2"); len(got) > 0 {
		t.Errorf("got %v", got)
	}
	if got := Contradictions(Evaluate(lib, a)); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

// TestContradictionOfAnOldRevision: an answer to an older meaning counts as none.
func TestContradictionOfAnOldRevision(t *testing.T) {
	lib := contradicting(t)
	a := draftOf(told("r1=no r2=yes"))
	old := a.Answers["r1"]
	old.Revision = 7
	a.Answers["r1"] = old
	if got := a.ContradictedBy(lib, "r2"); len(got) > 0 {
		t.Errorf("got %v", got)
	}
	if got := Contradictions(Evaluate(lib, a)); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

// TestContradictionOfTheProfile: who says that a provider runs its IT has at
// least one vendor.
func TestContradictionOfTheProfile(t *testing.T) {
	files := libraryOf(t, "s: r1").Files()
	lib, err := frameworks.Load(append(files, frameworks.File{Name: "contradictions.yaml", Data: []byte(`schema: hygeia/contradictions/v1
contradictions:
  - low: {it: outsourced}
    high: {question: r1, does_not_apply: true}
    ask: Is the provider no vendor?
`)})...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		it, answer string
		want       int
	}{
		{"outsourced", "r1=na", 1},
		{"shared", "r1=na", 0},
		{"", "r1=na", 0},
		{"outsourced", "r1=no", 0},
		{"outsourced", "r1=unknown", 0},
	} {
		a := draftOf(told(c.answer))
		a.Organization.IT = c.it
		found := Contradictions(Evaluate(lib, a))
		if len(found) != c.want || len(a.ContradictedBy(lib, "r1")) != c.want {
			t.Errorf("%s, %s: %d found, %d while answering, want %d", c.it, c.answer, len(found), len(a.ContradictedBy(lib, "r1")), c.want)
		}
		if len(found) == 1 && (found[0].Low != nil || found[0].IT != c.it || found[0].High.Question.Key != "r1") {
			t.Errorf("%+v", found[0])
		}
	}
}
