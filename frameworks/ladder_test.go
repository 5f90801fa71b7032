package frameworks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks"
)

func TestLadderOfTheSmallLibrary(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := lib.Ladder.Place("watch-doors")
	if !ok || p.Number != 2 || p.Rung != lib.Ladder.Rungs[1] || !p.Board {
		t.Fatalf("%+v, %t", p, ok)
	}
	lock, _ := lib.Question("lock-doors")
	watch, _ := lib.Question("watch-doors")
	var got []any
	for _, c := range []frameworks.Column{frameworks.PracticeColumn, frameworks.SmallColumn, frameworks.MediumColumn, frameworks.LargeColumn} {
		got = append(got, c.String(), lib.Effort(lock, c).String(), lib.Money(watch, c))
	}
	// The ladder wins over the effort that lock-doors has in its own file.
	want := []any{"practice", "small", 1, "small", "small", 2, "medium", "medium", 3, "large", "large", 3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !lib.Ladder.Foundation("lock-doors") || lib.Ladder.Foundation("watch-doors") || lib.Ladder.Foundation("no-such") {
		t.Error("the foundation is the first rung")
	}
	if lib.Board(lock) || !lib.Board(watch) || lib.Ladder.First {
		t.Errorf("board %t and %t, borrowed %t", lib.Board(lock), lib.Board(watch), lib.Ladder.First)
	}
}

// The foundation can be asked like a framework, and nobody else may have its name.
func TestFoundationIsAFramework(t *testing.T) {
	lib, err := load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	f, err := lib.Framework("foundation")
	if err != nil {
		t.Fatal(err)
	}
	rs := f.Sections[0].Requirements(frameworks.Small)
	if len(f.Sections) != 1 || f.Sections[0].Title != "Shut the doors" || len(rs) != 1 {
		t.Fatalf("%+v", f)
	}
	want := frameworks.Requirement{
		ID: "lock-doors", Title: "Doors locked at night", Questions: rs[0].Questions, Extent: frameworks.Full,
		Why: "It costs nothing and works tonight.", Source: "ours: place 1 of the ladder",
	}
	if diff := cmp.Diff(want, *rs[0]); diff != "" || rs[0].Questions[0].Key != "lock-doors" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	files := small(t)
	taken := strings.Replace(string(files["catalog.yaml"].Data), "short: doors\n", "short: foundation\n", 1)
	files["catalog.yaml"] = frameworks.File{Name: "catalog.yaml", Data: []byte(taken)}
	if _, err := load(files); err == nil || err.Error() != `catalog.yaml:3:8: framework "foundation" is already in ladder.yaml:5` {
		t.Errorf("%v", err)
	}
}

// Content from before there were ladders is judged by the first one. It was
// never asked the foundation, and its own questions are not on the ladder even
// where a later shipped one has the same key.
func TestContentWithoutALadder(t *testing.T) {
	var files []frameworks.File
	for _, f := range frameworks.ShippedFiles() {
		if f.Name != "ladder.yaml" {
			files = append(files, f)
		}
	}
	lib, err := frameworks.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	if !lib.Ladder.First || !lib.Ladder.Foundation("responsible-person") {
		t.Errorf("%+v", lib.Ladder)
	}
	if f, err := lib.Framework(frameworks.FoundationID); err == nil {
		t.Errorf("%s is a framework of old content", f.Title)
	}
	own := small(t)
	delete(own, "ladder.yaml")
	for name, f := range own {
		f.Data = []byte(strings.NewReplacer("lock-doors", "responsible-person").Replace(string(f.Data)))
		own[name] = f
	}
	f := own["questions.yaml"]
	f.Data = []byte(strings.Replace(string(f.Data), "care: Ask", "effort: large\n      care: Ask", 1))
	own["questions.yaml"] = f
	if lib, err = load(own); err != nil {
		t.Fatal(err)
	}
	q, _ := lib.Question("responsible-person")
	if _, on := lib.Ladder.Place(q.Key); on || !lib.Own(q) || lib.Weight(q) != 1 || lib.Effort(q, frameworks.LargeColumn) != frameworks.SmallEffort {
		t.Errorf("%s is on the ladder: %t", q.Key, on)
	}
}
