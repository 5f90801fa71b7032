package sites

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

var today = assess.Date{Year: 2026, Month: 11, Day: 2}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// site writes quarters of a site that ask the Essential goals; levels say what is
// answered, a row a quarter, all but a draft at the end finished.
func site(t testing.TB, dir, name string, draft bool, levels ...func(i int) frameworks.Level) {
	t.Helper()
	st := store.Open(dir)
	lib, err := st.Library()
	must(t, err)
	var last *assess.Assessment
	period := assess.Quarter{Year: 2025, N: 4}
	for n, level := range levels {
		day := assess.Date{Year: period.Year, Month: time.Month(3 * period.N), Day: 20}
		a := assess.NextQuarter(lib, last, period, time.Date(day.Year, day.Month, day.Day, 9, 0, 0, 0, time.UTC))
		a.Organization = assess.Organization{Name: name, Size: frameworks.Small, Country: "us"}
		a.Frameworks = []string{"hph-cpg"}
		for i, q := range assess.AskedQuestions(lib, a.Frameworks, frameworks.Small) {
			must(t, a.Put(q, assess.Answer{State: assess.Levelled, Level: level(i)}, a.Answers[q.Key], "Somebody", day))
		}
		s := st.New(a)
		must(t, st.Save(s))
		if !draft || n < len(levels)-1 {
			must(t, st.Finish(s, day))
		}
		last, period = a, period.Next()
	}
}

func all(l frameworks.Level) func(int) frameworks.Level {
	return func(int) frameworks.Level { return l }
}

func mixed(shift int) func(int) frameworks.Level {
	return func(i int) frameworks.Level { return frameworks.Level((i + shift) % 4) }
}

// system is a folder with a few sites of every kind.
func system(t testing.TB) string {
	dir := t.TempDir()
	site(t, filepath.Join(dir, "a"), "Alder", false, mixed(0), mixed(1), mixed(2), mixed(1))
	site(t, filepath.Join(dir, "b"), "Birch", false, all(frameworks.No), all(frameworks.Mostly))
	site(t, filepath.Join(dir, "c"), "Cedar", true, mixed(3), mixed(0))
	site(t, filepath.Join(dir, "d"), "Dogwood", true, all(frameworks.Yes))
	return dir
}

func read(t testing.TB, dir string, index *Index) *Reading {
	t.Helper()
	folders, err := Find([]string{dir})
	must(t, err)
	r, err := Read(folders, Options{Today: today, Index: index})
	must(t, err)
	return r
}

// shown is all that a roll-up of the folder says, problems included.
func shown(t testing.TB, dir string, index *Index) string {
	t.Helper()
	r := read(t, dir, index)
	roll := rollup.Roll(r.Library, today, r.Rows)
	var b bytes.Buffer
	for _, row := range roll.Rows {
		text, err := json.Marshal(row)
		must(t, err)
		fmt.Fprintf(&b, "%s\n", text)
	}
	text, err := json.Marshal([]any{roll.Counted, roll.Met, roll.Goals, roll.Of})
	must(t, err)
	fmt.Fprintf(&b, "%s\n%v\n", text, errors.Join(r.Problems...))
	return b.String()
}

func TestFind(t *testing.T) {
	dir := system(t)
	must(t, os.MkdirAll(filepath.Join(dir, "empty"), 0o700))
	must(t, os.Symlink(filepath.Join(dir, "a"), filepath.Join(dir, "again")))
	names := func(dirs ...string) string {
		found, err := Find(dirs)
		if err != nil {
			return err.Error()
		}
		var list []string
		for _, f := range found {
			list = append(list, strings.TrimPrefix(f.Name, filepath.ToSlash(dir)))
		}
		return strings.Join(list, " ")
	}
	for _, tt := range []struct {
		name, got, want string
	}{
		{"the folder above", names(dir), "a b c d"},
		{"one site", names(filepath.Join(dir, "b")), "/b"},
		{"several, one twice and one by a link", names(filepath.Join(dir, "b"), filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "again")), "/a /b"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if got := names(filepath.Join(dir, "empty")); !strings.Contains(got, "no site is in it") {
		t.Errorf("an empty folder: %s", got)
	}
	data, err := os.ReadFile(filepath.Join(dir, "a", "2025-Q4.yaml"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "2025-Q4.yaml"), data, 0o600))
	if got := names(dir); got != ". a b c d" {
		t.Errorf("a folder with quarters and sites below: %q", got)
	}
}

// TestTheTwoQuartersThatAreNeeded: others may be damaged, and nobody notices.
func TestTheTwoQuartersThatAreNeeded(t *testing.T) {
	dir := system(t)
	want := shown(t, dir, nil)
	must(t, os.WriteFile(filepath.Join(dir, "a", "2025-Q4.yaml"), []byte("damaged"), 0o600))
	if diff := cmp.Diff(want, shown(t, dir, nil)); diff != "" {
		t.Errorf("the oldest of four quarters was read (-want +got):\n%s", diff)
	}
	must(t, os.WriteFile(filepath.Join(dir, "a", "2026-Q2.yaml"), []byte("damaged"), 0o600))
	r := read(t, dir, nil)
	if len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Error(), "2026-Q2.yaml") || r.Rows[0].Period.IsZero() {
		t.Errorf("a damaged quarter before the latest: %v, %+v", r.Problems, r.Rows[0].Period)
	}
}

// TestSameFiguresAsEvaluate: a site has what its own report has.
func TestSameFiguresAsEvaluate(t *testing.T) {
	dir := system(t)
	for _, row := range read(t, dir, nil).Rows {
		st := store.Open(filepath.Join(dir, row.Folder))
		saved, err := st.Load(row.Period)
		must(t, err)
		r := assess.Evaluate(saved.Library, saved.Assessment)
		if row.Goals != r.Goals || row.All.Text != r.All.ScoreText() || row.All.Score != r.All.Tally.Score() {
			t.Errorf("%s: %+v and %+v", row.Folder, row.Site.Goals, r.Goals)
		}
		for _, s := range row.Scores {
			v, _ := r.View(s.Framework)
			g := v.Group(s.ID)
			if s.Text != g.ScoreText() || s.Low != g.Tally.Low() || s.High != g.Tally.High() || s.Color != g.Color || s.Single != g.HasScore() {
				t.Errorf("%s, %s: %+v and %s", row.Folder, s.ID, s, g.ScoreText())
			}
		}
		if row.Change == nil {
			continue
		}
		before, err := st.Load(row.Change.From)
		must(t, err)
		c := assess.Compare(assess.Evaluate(before.Library, before.Assessment), r)
		var fell []string
		for _, q := range c.Fell() {
			fell = append(fell, q.After.Question.Key)
		}
		var got []string
		for _, m := range row.Change.Fell {
			got = append(got, m.Key)
		}
		if !slices.Equal(fell, got) {
			t.Errorf("%s: fell %v, want %v", row.Folder, got, fell)
		}
	}
}

// TestMattersAsTheLedgerHasThem: what is open and late is the same as with every
// quarter read.
func TestMattersAsTheLedgerHasThem(t *testing.T) {
	dir, many := t.TempDir(), 12
	if testing.Short() {
		many = 3
	}
	for n := range many {
		site(t, filepath.Join(dir, fmt.Sprintf("s%02d", n)), "Site", false, func(i int) frameworks.Level { return frameworks.Level((i*7 + n) % 4) },
			func(i int) frameworks.Level { return frameworks.Level((i*5 + 3*n) % 4) }, func(i int) frameworks.Level { return frameworks.Level((i*3 + n) % 4) },
			func(i int) frameworks.Level { return frameworks.Level((i + n) % 3) }, func(i int) frameworks.Level { return frameworks.Level((i*11 + n) % 4) })
	}
	late, today := 0, assess.Date{Year: 2027, Month: 6, Day: 1}
	folders, err := Find([]string{dir})
	must(t, err)
	r, err := Read(folders, Options{Today: today})
	must(t, err)
	for _, row := range r.Rows {
		st := store.Open(filepath.Join(dir, row.Folder))
		matters, err := st.Matters(assess.Date{}, row.Period)
		must(t, err)
		var want, got []int
		for _, m := range matters {
			if m.Late(today) {
				want = append(want, m.Number)
			}
		}
		for _, m := range row.Matters {
			if m.Late(today) {
				got = append(got, m.Number)
			}
		}
		late += len(got)
		if !slices.Equal(want, got) {
			t.Errorf("%s: late are %v, want %v", row.Folder, got, want)
		}
	}
	if late == 0 {
		t.Error("no matter is late, so that the test shows nothing")
	}
}

// TestIndexIsTrustedForNothing changes files of the sites at random, also so that
// neither size nor time tells, and holds what the index gives against reading
// everything again.
func TestIndexIsTrustedForNothing(t *testing.T) {
	dir := system(t)
	rng := rand.New(rand.NewPCG(16, 1))
	used, rounds := 0, 60
	if testing.Short() {
		rounds = 5
	}
	for round := range rounds {
		x := OpenIndex(dir, "this program")
		r := read(t, dir, x)
		used += len(r.Rows) - r.Fresh
		must(t, x.Save())
		what := change(t, dir, rng)
		want, got := shown(t, dir, nil), shown(t, dir, OpenIndex(dir, "this program"))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("round %d, %s: with the index it says something else (-without +with):\n%s", round, what, diff)
		}
	}
	if used == 0 {
		t.Error("nothing was taken from the index")
	}
}

// change does something to a file of some site and says what.
func change(t testing.TB, dir string, rng *rand.Rand) string {
	folder := filepath.Join(dir, []string{"a", "b", "c", "d"}[rng.IntN(4)])
	names, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	must(t, err)
	name := names[rng.IntN(len(names))]
	data, err := os.ReadFile(name)
	must(t, err)
	info, err := os.Stat(name)
	must(t, err)
	what := name
	switch rng.IntN(8) {
	case 0, 1, 2: // the same size and the same time
		at := rng.IntN(len(data))
		for _, swap := range [][2]string{{"answer: partly", "answer: mostly"}, {"answer: mostly", "answer: partly"}, {"answer: no\n", "answer: no \n"}} {
			if i := bytes.Index(data[at:], []byte(swap[0])); i >= 0 && len(swap[0]) == len(swap[1]) {
				copy(data[at+i:], swap[1])
				what += ", " + swap[0] + " to " + swap[1]
				break
			}
		}
	case 3: // a byte anywhere
		data[rng.IntN(len(data))] ^= byte(1 + rng.IntN(30))
		what += ", a byte"
	case 4:
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		what += ", line ends"
	case 5:
		must(t, os.Remove(name))
		if rest, _ := filepath.Glob(filepath.Join(folder, "20*.yaml")); len(rest) > 0 {
			return what + ", removed"
		}
	case 6:
		if err := os.WriteFile(filepath.Join(folder, "2026-Q4.yaml"), bytes.Replace(data, []byte("period: "+strings.TrimSuffix(filepath.Base(name), ".yaml")), []byte("period: 2026-Q4"), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		return what + ", copied as a newer quarter"
	default:
		must(t, store.Open(folder).WriteOwn("own.yaml", []byte("schema: hygeia/questions/v1\nquestions: [] # "+fmt.Sprint(rng.IntN(3))+"\n")))
		return folder + ", a file of its own"
	}
	must(t, os.WriteFile(name, data, 0o600))
	must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
	return what
}

func TestIndexOfAnotherProgramOrChanged(t *testing.T) {
	dir := system(t)
	x := OpenIndex(dir, "one")
	read(t, dir, x)
	must(t, x.Save())
	name := filepath.Join(dir, "sites.index")
	info, err := os.Stat(name)
	must(t, err)
	if info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("others may read it: %v", info.Mode())
	}
	if r := read(t, dir, OpenIndex(dir, "one")); r.Fresh != 0 {
		t.Errorf("%d sites were read again", r.Fresh)
	}
	if r := read(t, dir, OpenIndex(dir, "two")); r.Fresh != 4 {
		t.Errorf("what another program made was used: only %d are fresh", r.Fresh)
	}
	data, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name, bytes.Replace(data, []byte("Alder"), []byte("Elder"), 1), 0o600))
	if r := read(t, dir, OpenIndex(dir, "one")); r.Fresh != 1 || r.Rows[0].Name != "Alder" {
		t.Errorf("a changed line was used: %d fresh, %q", r.Fresh, r.Rows[0].Name)
	}
	must(t, os.WriteFile(name, data[:len(data)/2], 0o600))
	if want, got := shown(t, dir, nil), shown(t, dir, OpenIndex(dir, "one")); want != got {
		t.Error("half an index changes what is said")
	}
	must(t, os.WriteFile(name, []byte("my notes\n"), 0o600))
	if err := OpenIndex(dir, "one").Save(); err == nil || !strings.Contains(err.Error(), "another file") {
		t.Errorf("another file was replaced: %v", err)
	}
}

// TestLateAfterTheIndexWasMade: time passes without a file being changed.
func TestLateAfterTheIndexWasMade(t *testing.T) {
	dir := t.TempDir()
	site(t, filepath.Join(dir, "a"), "Alder", false, all(frameworks.No), all(frameworks.Yes), all(frameworks.No))
	folders, err := Find([]string{dir})
	must(t, err)
	for _, day := range []assess.Date{{Year: 2026, Month: 6, Day: 21}, {Year: 2026, Month: 8, Day: 1}, {Year: 2027, Month: 8, Day: 1}} {
		x := OpenIndex(dir, "p")
		with, err := Read(folders, Options{Today: day, Index: x})
		must(t, err)
		must(t, x.Save())
		without, err := Read(folders, Options{Today: day})
		must(t, err)
		if a, b := rollup.Roll(with.Library, day, with.Rows).Overdue(), rollup.Roll(without.Library, day, without.Rows).Overdue(); len(a) != len(b) {
			t.Errorf("%s: %d late with the index, %d without", day, len(a), len(b))
		}
	}
}
