package frameworks_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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

// Every shipped question has a place: a ladder that leaves one out is a mistake.
func TestLadderThatLeavesAQuestionOut(t *testing.T) {
	files := frameworks.ShippedFiles()
	for i, f := range files {
		if f.Name == "ladder.yaml" {
			row := regexp.MustCompile(`(?s) {6}- key: guest-wifi\n.*?( {6}- key: )`)
			files[i].Data = row.ReplaceAll(f.Data, []byte("$1"))
		}
	}
	_, err := frameworks.Load(files...)
	want := regexp.MustCompile(`^ladder.yaml:[0-9]+:3: question "guest-wifi" \(questions/network.yaml:[0-9]+\) is on no rung; give it a place$`)
	if err == nil || !want.MatchString(err.Error()) {
		t.Errorf("%v", err)
	}
}

// Content of finished quarters from before the ladder, "counts", "missing" and
// the newer numbers still loads, and has the first of each.
func TestOldContentLoads(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(contentDir, "old", "*.yaml"))
	if err != nil || len(paths) != 7 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	var files []frameworks.File
	for _, path := range paths {
		files = append(files, read(t, path))
	}
	lib, err := frameworks.Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	th := lib.Thresholds
	got := []any{th.Scope, th.LimitedScope, th.LeastScope, th.SmallGroup, th.Thin, th.LeaveOut, th.QuickWin, th.Targets.Foundation, lib.Ladder.First}
	if diff := cmp.Diff([]any{80, 20, 50, 20, 10, 20, 40, frameworks.Mostly, true}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, r, ok := lib.Requirement("D-2"); !ok || r.Note != "Not asked: who is called first." || r.Missing != nil {
		t.Errorf("%+v", r)
	}
	data, err := lib.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	again, err := new(frameworks.Reader).LoadBundle("bundle.yaml", string(data), nil)
	if err != nil || again.Digest != lib.Digest {
		t.Errorf("from its bundle: %v", err)
	}
}

// The ladder that old content borrows is that of the first release, for ever:
// another one would move what quarters finished long ago come to. A new ladder
// goes into ladder.yaml.
func TestFirstLadderIsNeverChanged(t *testing.T) {
	data, err := os.ReadFile("ladders/first.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const want = "8e48aa22c6f427c66d4df2de55f62589849bc927dd6d2ef58241f1da63c177f1"
	if got := fmt.Sprintf("%x", sha256.Sum256(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))); got != want {
		t.Errorf("it has the sum %s, want %s", got, want)
	}
}
