package cmd_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd"
	"hygeia/frameworks"
)

// script is input that does something between its lines.
type script struct {
	steps []step
	rest  []byte
}

type step struct {
	do   func()
	line string
}

func (s *script) Read(p []byte) (int, error) {
	if len(s.rest) == 0 {
		if len(s.steps) == 0 {
			return 0, io.EOF
		}
		if s.steps[0].do != nil {
			s.steps[0].do()
		}
		s.rest, s.steps = []byte(s.steps[0].line+"\n"), s.steps[1:]
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

var summer = time.Date(2026, time.August, 3, 9, 30, 0, 0, time.UTC)

// sit runs one sitting line by line and returns its exit status and what it said.
func sit(t *testing.T, dir string, steps []step, more ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	env := &cmd.Env{In: &script{steps: steps}, Out: &out, Err: &out, Width: 80, Height: 24, Dir: dir,
		Now: func() time.Time { return summer }, Elsewhere: []string{filepath.Join(filepath.Dir(dir), "elsewhere")}}
	if err := os.MkdirAll(env.Elsewhere[0], 0o700); err != nil {
		t.Fatal(err)
	}
	status = cmd.Run(context.Background(), env, append([]string{"assess", "--plain", "--by", "Ana", "--name", "Mercy", "--size", "small"}, more...))
	return status, out.String()
}

func load(t *testing.T, dir string) *store.Saved {
	t.Helper()
	saved, err := store.Open(dir).Latest()
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// keys are the first questions of a sitting.
func keys(t *testing.T) []string {
	t.Helper()
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, q := range assess.AskedQuestions(lib, nil, frameworks.Small) {
		keys = append(keys, q.Key)
	}
	return keys
}

// other saves an answer as somebody else does, past the lock.
func other(t *testing.T, dir, key string, level frameworks.Level) {
	t.Helper()
	st := store.Open(dir)
	saved := load(t, dir)
	q, _ := saved.Library.Question(key)
	if err := saved.Put(q, assess.Answer{State: assess.Levelled, Level: level}, saved.Answers[key], "Lee", assess.DateOf(summer)); err != nil {
		t.Fatal(err)
	}
	if err := st.Save(saved); err != nil {
		t.Fatal(err)
	}
}

func rescued(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*.rescue*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestConflictIsMergedAnswerByAnswer(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	k := keys(t)
	status, said := sit(t, dir, []step{
		{line: "1"},
		{do: func() { other(t, dir, k[5], frameworks.Yes) }, line: "2"},
		{line: "3"}, {line: "q"},
	})
	if status != 0 || !strings.Contains(said, "both changes are saved") {
		t.Fatalf("status %d:\n%s", status, said)
	}
	saved := load(t, dir)
	for i, level := range []frameworks.Level{frameworks.No, frameworks.Partly, frameworks.Mostly} {
		if ans := saved.Answers[k[i]]; ans.State != assess.Levelled || ans.Level != level {
			t.Errorf("%s is %s, want %s", k[i], ans.Name(), level.Name())
		}
	}
	if ans := saved.Answers[k[5]]; ans.Level != frameworks.Yes || ans.By != "Lee" {
		t.Errorf("theirs is lost: %+v", ans)
	}
	if found := rescued(t, dir); len(found) > 0 {
		t.Errorf("left behind: %v", found)
	}
}

func TestWhatBothChangedIsKeptTwice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	k := keys(t)
	status, said := sit(t, dir, []step{
		{line: "1"},
		{do: func() { other(t, dir, k[1], frameworks.Yes) }, line: "2"},
		{line: "3"}, {line: "q"},
	})
	found := rescued(t, dir)
	if status != 1 || !strings.Contains(said, "theirs stands") || len(found) != 1 || !strings.Contains(said, "hygeia import") {
		t.Fatalf("status %d, rescued %v:\n%s", status, found, said)
	}
	saved := load(t, dir)
	if got := saved.Answers[k[1]].Level; got != frameworks.Yes {
		t.Errorf("theirs is %s", got)
	}
	if got := saved.Answers[k[2]]; got.Level != frameworks.Mostly {
		t.Errorf("the answer after it is lost: %s", got.Name())
	}
	status, said = runIn(t, dir, "import", found[0], "--prefer", "theirs")
	if status != 0 || load(t, dir).Answers[k[1]].Level != frameworks.Partly || len(rescued(t, dir)) > 0 {
		t.Errorf("import: status %d:\n%s", status, said)
	}
}

// A folder or file that goes away in the middle of a sitting ends nothing.
func TestSittingOutlivesItsFolder(t *testing.T) {
	for name, away := range map[string]func(dir string) error{
		"folder moved":   func(dir string) error { return os.Rename(dir, dir+"-moved") },
		"file deleted":   func(dir string) error { return os.Remove(filepath.Join(dir, "2026-Q3.yaml")) },
		"file unusable":  func(dir string) error { return makeFolder(filepath.Join(dir, "2026-Q3.yaml")) },
		"file no longer": func(dir string) error { return os.WriteFile(filepath.Join(dir, "2026-Q3.yaml"), []byte("oops"), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "clinic")
			k := keys(t)
			status, said := sit(t, dir, []step{
				{line: "1"},
				{do: func() {
					if err := away(dir); err != nil {
						t.Error(err)
					}
				}, line: "2"},
				{line: "3"}, {line: "4"}, {line: "q"},
			})
			found := append(rescued(t, dir), rescued(t, filepath.Join(filepath.Dir(dir), "elsewhere"))...)
			if status != 1 || len(found) != 1 || !strings.Contains(strings.ReplaceAll(said, "\n", " "), found[0]) {
				t.Fatalf("status %d, rescued %v:\n%s", status, found, said)
			}
			if strings.Contains(said, "NOT SAVED") {
				t.Errorf("says not saved:\n%s", said)
			}
			if strings.Contains(strings.ToLower(said), "saved in "+dir) {
				t.Errorf("says that it is saved in the folder:\n%s", said)
			}
			status, said = runIn(t, filepath.Join(t.TempDir(), "new"), "import", found[0])
			if status != 0 {
				t.Fatalf("status %d:\n%s", status, said)
			}
			data, err := os.ReadFile(found[0])
			if err != nil {
				t.Fatal(err)
			}
			a, _, err := assess.Decode("rescue", data, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, level := range []frameworks.Level{frameworks.No, frameworks.Partly, frameworks.Mostly, frameworks.Yes} {
				if ans := a.Answers[k[i]]; ans.Level != level || ans.State != assess.Levelled {
					t.Errorf("%s is %s, want %s", k[i], ans.Name(), level.Name())
				}
			}
		})
	}
}

func makeFolder(path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return os.Mkdir(path, 0o700)
}

// What was rescued goes away once the quarter can be saved again.
func TestRescueEndsWithTheTrouble(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	path := filepath.Join(dir, "2026-Q3.yaml")
	status, said := sit(t, dir, []step{
		{line: "1"},
		{do: func() { os.Rename(path, path+".away"); os.Mkdir(path, 0o700) }, line: "2"},
		{do: func() { os.Remove(path); os.Rename(path+".away", path) }, line: "3"}, {line: "q"},
	})
	if status != 0 || len(rescued(t, dir)) > 0 || len(load(t, dir).Answers) != 3 {
		t.Errorf("status %d, rescued %v:\n%s", status, rescued(t, dir), said)
	}
}

// Where nothing can be written at all, the next line is not taken for the answer
// to a question it was not meant for.
func TestPipeEndsWhereNothingCanBeSaved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	k := keys(t)
	elsewhere := filepath.Join(filepath.Dir(dir), "elsewhere")
	status, said := sit(t, dir, []step{
		{line: "1"},
		{do: func() { os.Rename(dir, dir+"-moved"); os.Remove(elsewhere) }, line: "2"},
		{line: "3"}, {line: "q"},
	})
	if status != 1 || !strings.Contains(said, "NOT SAVED") {
		t.Fatalf("status %d:\n%s", status, said)
	}
	if n := len(load(t, dir+"-moved").Answers); n != 1 || strings.Contains(said, k[2]) {
		t.Errorf("%d answers:\n%s", n, said)
	}
}

func runIn(t *testing.T, dir string, args ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	env := &cmd.Env{In: strings.NewReader(""), Out: &out, Err: &out, Width: 80, Height: 24, Dir: dir, Now: func() time.Time { return summer }}
	status = cmd.Run(context.Background(), env, args)
	return status, out.String()
}
