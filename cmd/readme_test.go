package cmd_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/cmd"
	"hygeia/frameworks"
)

// update writes the sessions and figures in README anew. The scripts have a flag of the same
// name in other packages, so "make golden" writes all of them.
var update = flag.Bool("update", false, "write the sessions and figures in README.md anew")

var (
	consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")
	command      = regexp.MustCompile("`(?:bin/|\\./|\\.\\\\)?hygeia ([^`]+)`")
	fenced       = regexp.MustCompile(`(?m)^bin/hygeia (.+)$`)
	flagWord     = regexp.MustCompile("`(--[a-z-]+)")
)

// demo is the folder "demo" that README's sessions and commands play in.
func demoFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if status, out := session(t, time.Now(), "demo", "demo demo"); status != 0 {
		t.Fatalf("demo: %s", out)
	}
}

// TestReadme runs the sessions README shows, after its "make demo", and wants
// the same lines, on the day they were written, today and in years.
func TestReadme(t *testing.T) {
	readme := readReadme(t)
	demoFolder(t)
	blocks := consoleBlock.FindAllSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("README shows no session")
	}
	if *update {
		writeReadme(t, consoleBlock.ReplaceAllFunc(readme, func(block []byte) []byte {
			return []byte("```console\n" + playBlock(t, time.Now(), block) + "```")
		}))
		return
	}
	for _, day := range []time.Time{time.Date(2026, time.September, 20, 9, 0, 0, 0, time.UTC), time.Now(), time.Date(2033, time.March, 1, 9, 0, 0, 0, time.UTC)} {
		for _, block := range blocks {
			if diff := cmp.Diff(string(block[1]), playBlock(t, day, block[0])); diff != "" {
				t.Fatalf("README shows something else than the program on %s; \"make golden\" writes it (-readme +got):\n%s", day.Format(time.DateOnly), diff)
			}
		}
	}
}

// playBlock runs the commands of a session and returns them with what they print.
func playBlock(t *testing.T, day time.Time, block []byte) string {
	var got strings.Builder
	for line := range strings.Lines(string(block)) {
		if command, ok := strings.CutPrefix(line, "$ bin/hygeia"); ok {
			_, out := session(t, day, "demo", strings.TrimSpace(command))
			got.WriteString(line + out)
		}
	}
	return got.String()
}

// TestReadmeCommands runs every other command that README names, each in a copy
// of the demo, and wants it to work.
func TestReadmeCommands(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	readme := consoleBlock.ReplaceAll(readReadme(t), nil)
	lines := append(command.FindAllSubmatch(readme, -1), fenced.FindAllSubmatch(readme, -1)...)
	if len(lines) < 20 {
		t.Fatalf("README names %d commands", len(lines))
	}
	samples, err := filepath.Abs(filepath.Join("..", "assess", "evidence", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	demoFolder(t)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	wants := map[string]int{
		"assess --finish": 1, // the demo's draft has answers to look at first
		"undo":            1, // and nothing was done to it yet
		// Who corrects the profile and stops in the middle has changed nothing.
		"assess --profile": 130,
		// The facts are text fields, which only the end of the input stops.
		"assess --section oversight": 130,
		"assess --section guide":     130,
	}
	answers := "schema: hygeia/answers/v1\nanswers: {kev-fix: {answer: yes}}\n"
	for i, m := range lines {
		line := string(m[1])
		t.Run(line, func(t *testing.T) {
			dir := filepath.Join(here, fmt.Sprint("copy", i))
			if err := os.CopyFS(filepath.Join(dir, "demo"), os.DirFS(filepath.Join(here, "demo"))); err != nil {
				t.Fatal(err)
			}
			t.Chdir(dir)
			if strings.Contains(line, "--answers answers.yaml") || strings.HasPrefix(line, "import ") {
				if err := os.WriteFile("answers.yaml", []byte(answers), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if line == "import returned" {
				if strings.HasPrefix(line, "target --from") {
					if status, out := session(t, time.Now(), filepath.Join("demo", "harbor-regional"), "import consultant.csv --scale 1-4"); status != 0 {
						t.Fatalf("exit status %d:\n%s", status, out)
					}
				}
				if status, out := session(t, time.Now(), filepath.Join("demo", "harbor-regional"), "export packet --keys mfa-email -o returned/hr.yaml"); status != 0 {
					t.Fatal(out)
				}
			}
			if strings.HasSuffix(line, " weekly-report") {
				if err := os.CopyFS("weekly-report", os.DirFS(filepath.Join(samples, "weekly"))); err != nil {
					t.Fatal(err)
				}
			}
			if strings.Contains(line, "consultant") {
				sheet, err := os.ReadFile(filepath.Join(samples, "..", "..", "series", "testdata", "samples", "consultant-106.csv"))
				if err == nil {
					err = os.WriteFile("consultant.csv", sheet, 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if strings.HasPrefix(line, "target --from") {
				if status, out := session(t, time.Now(), filepath.Join("demo", "harbor-regional"), "import consultant.csv --scale 1-4"); status != 0 {
					t.Fatalf("exit status %d:\n%s", status, out)
				}
			}
			if status, out := session(t, time.Now(), filepath.Join("demo", "harbor-regional"), line); status != wants[line] {
				t.Errorf("exit status %d, want %d:\n%s", status, wants[line], out)
			}
		})
	}
}

// TestReadmeFlags: every flag that README names is one of some command.
func TestReadmeFlags(t *testing.T) {
	var help strings.Builder
	lines := []string{"assess", "report", "plan", "compare", "sites", "decide", "resources", "resources enroll cyber-hygiene",
		"incident", "explain", "undo", "import", "export backup", "export packet", "export profile", "export rows", "target", "verify", ""}
	for _, line := range lines {
		_, out := session(t, time.Now(), t.TempDir(), line+" --help")
		help.WriteString(out)
	}
	found := flagWord.FindAllSubmatch(readReadme(t), -1)
	if len(found) < 10 {
		t.Fatalf("README names %d flags", len(found))
	}
	for _, m := range found {
		if !strings.Contains(help.String(), string(m[1])) {
			t.Errorf("README names %s, which no command has", m[1])
		}
	}
}

// TestReadmeNumbers holds the figures in "What it asks" to the content. With
// -update it writes them.
func TestReadmeNumbers(t *testing.T) {
	lib, err := frameworks.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	readme := string(readReadme(t))
	want := regexp.MustCompile(`One bank of \d+ questions`).ReplaceAllString(readme, fmt.Sprintf("One bank of %d questions", len(lib.Questions)))
	for _, f := range lib.Frameworks {
		row := regexp.MustCompile("(?m)^(\\| `" + regexp.QuoteMeta(f.Short) + "` \\| .* \\|) .* \\| .* \\|$")
		if !row.MatchString(readme) {
			t.Errorf("README has no row for %s under \"What it asks\"", f.Short)
		}
		want = row.ReplaceAllString(want, "$1 "+requirementsOf(f)+" | "+questionsOf(lib, f)+" |")
	}
	if *update {
		writeReadme(t, []byte(want))
		return
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(readme, "\n")); diff != "" {
		t.Errorf("README has other figures than the content; \"make golden\" writes them (-content +readme):\n%s", diff)
	}
}

// requirementsOf says how many requirements a framework has: one number, or one
// for each size.
func requirementsOf(f *frameworks.Framework) string {
	return bySize(func(size frameworks.Size) int {
		n := 0
		for i := range f.Sections {
			n += len(f.Sections[i].Requirements(size))
		}
		return n
	})
}

// questionsOf says how many questions speak for a framework.
func questionsOf(lib *frameworks.Library, f *frameworks.Framework) string {
	asked := func(size frameworks.Size, sections []frameworks.Section) int {
		keys := map[string]bool{}
		for i := range sections {
			for _, r := range sections[i].Requirements(size) {
				for _, q := range r.Questions {
					keys[q.Key] = true
				}
			}
		}
		return len(keys)
	}
	all := bySize(func(size frameworks.Size) int { return asked(size, f.Sections) })
	if i := slices.IndexFunc(f.Sections, func(s frameworks.Section) bool { return s.ID == frameworks.EssentialSection }); f.ID == frameworks.EssentialID && i >= 0 {
		return fmt.Sprintf("%d Essential, %s in all", asked(0, f.Sections[i:i+1]), all)
	}
	return all
}

func bySize(count func(frameworks.Size) int) string {
	small, medium, large := count(frameworks.Small), count(frameworks.Medium), count(frameworks.Large)
	if small == medium && medium == large {
		return fmt.Sprint(small)
	}
	return fmt.Sprintf("%d, %d or %d", small, medium, large)
}

func readReadme(t *testing.T) []byte {
	t.Helper()
	readme, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return readme
}

// readmePath is where README lies; a test may have gone to another folder since.
var readmePath, _ = filepath.Abs(filepath.Join("..", "README.md"))

func writeReadme(t *testing.T, text []byte) {
	t.Helper()
	if err := os.WriteFile(readmePath, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// session runs one command line, split at spaces, as a person at a terminal who
// stops at the first question. A second passes between two lines once the program
// waits, so that no busy computer makes a paste of them.
func session(t *testing.T, now time.Time, dir, line string) (status int, out string) {
	t.Helper()
	var b bytes.Buffer
	synctest.Test(t, func(*testing.T) {
		typed, person := io.Pipe()
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			defer person.Close()
			for _, line := range []string{"\n", "q\n", "q\n"} {
				if _, err := io.WriteString(person, line); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		}()
		env := &cmd.Env{
			In: typed, InTerminal: true, Out: &b, Err: &b, Width: 80, Height: 24, Dir: dir,
			Now: func() time.Time { return now },
		}
		status = cmd.Run(context.Background(), env, strings.Fields(line))
		typed.Close()
		<-gone
	})
	return status, b.String()
}
