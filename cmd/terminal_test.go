//go:build !windows

package cmd_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
)

// ready are the flags that leave nothing to ask before the first question.
var ready = []string{"assess", "--name", "Mercy Clinic (invented)", "--size", "small", "--by", "J. Rivera (invented)"}

func answersIn(t *testing.T, dir string) int {
	t.Helper()
	saved, err := store.Open(dir).Latest()
	if err != nil {
		t.Fatal(err)
	}
	return assess.Evaluate(saved.Library, saved.Assessment).All.Answered
}

func TestAnswersAreSavedAndResumed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, ready...)
	s.await("1 of 20 · 0 answered")
	s.typeKeys("3")
	s.await("2 of 20 · 1 answered")
	s.typeKeys("402")
	s.await("5 of 20 · 4 answered")
	s.typeKeys("q")
	if status := s.exit(); status != 0 {
		t.Errorf("quitting exits with %d", status)
	}
	if n := answersIn(t, dir); n != 4 {
		t.Errorf("%d answers are saved, want 4", n)
	}

	s = start(t, dir, "assess", "--by", "Pat Doe (invented)")
	s.await("5 of 20 · 4 answered")
	s.typeKeys("q")
	s.exit()
}

// The statuses of an interruption: everything answered is kept.
func TestInterruptions(t *testing.T) {
	for _, c := range []struct {
		name string
		stop func(*screen)
	}{
		{"ctrl-c", func(s *screen) { s.typeKeys("\x03") }},
		{"SIGTERM", func(s *screen) { s.cmd.Process.Signal(syscall.SIGTERM) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "clinic")
			s := start(t, dir, ready...)
			s.await("1 of 20")
			s.typeKeys("31")
			s.await("3 of 20 · 2 answered")
			c.stop(s)
			if status := s.exit(); status != 130 {
				t.Errorf("exit status %d, want 130", status)
			}
			if n := answersIn(t, dir); n != 2 {
				t.Errorf("%d answers are saved, want 2", n)
			}
		})
	}
}

// A closed terminal hangs up, which kills the program; nothing is lost.
func TestClosedTerminal(t *testing.T) {
	hearHangup(t)
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, ready...)
	s.await("1 of 20")
	s.typeKeys("31")
	s.await("3 of 20 · 2 answered")
	s.cmd.Process.Signal(syscall.SIGHUP)
	s.exit()
	if n := answersIn(t, dir); n != 2 {
		t.Errorf("%d answers are saved, want 2", n)
	}
}

// Undo leaves a decision alone, and does not take the sitting before it instead
// without asking.
func TestUndoAfterADecision(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, ready...)
	s.await("1 of 20")
	s.typeKeys("11")
	s.await("3 of 20 · 2 answered")
	s.typeKeys("q")
	s.exit()
	key := ""
	for key = range lastIn(t, dir).Answers {
		break
	}
	if status := start(t, dir, "decide", key, "fix", "--due", "in 3 months", "--owner", "IT lead").exit(); status != 0 {
		t.Fatalf("decide: exit status %d", status)
	}
	undo := func(answer string) {
		t.Helper()
		s := start(t, dir, "undo")
		s.await("stands in ledger.yaml")
		s.await("[y/N]")
		s.typeKeys(answer)
		s.exit()
	}
	undo("\r")
	if n := answersIn(t, dir); n != 2 {
		t.Errorf("after Enter %d answers are left, want 2", n)
	}
	undo("y\r")
	if _, err := store.Open(dir).Latest(); err == nil {
		t.Error("after y the sitting is still there")
	}
	if start(t, dir, "undo", "--redo").exit(); answersIn(t, dir) != 2 {
		t.Error("it does not come back")
	}
}

// hearHangup lets the programs that a test starts hear SIGHUP, also where the tests
// themselves run under nohup: what is ignored stays ignored in a program that is
// started, what is listened to does not.
func hearHangup(t *testing.T) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGHUP)
	t.Cleanup(func() { signal.Stop(heard) })
}

// A window that is closed in the middle of a note, of which SIGHUP tells, keeps what
// was typed of it, and so does any other way to end the program but to kill it.
func TestHalfTypedNoteIsKept(t *testing.T) {
	hearHangup(t)
	for name, end := range map[string]func(*screen){
		"SIGHUP":  func(s *screen) { s.cmd.Process.Signal(syscall.SIGHUP) },
		"SIGTERM": func(s *screen) { s.cmd.Process.Signal(syscall.SIGTERM) },
		"SIGINT":  func(s *screen) { s.cmd.Process.Signal(syscall.SIGINT) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "clinic")
			s := start(t, dir, ready...)
			s.await("1 of 20")
			s.typeKeys("3")
			s.await("2 of 20 · 1 answered")
			s.typeKeys("b")
			s.await("(saved)")
			s.typeKeys("n")
			s.await("0 of 2,000")
			s.typeKeys("half a thought")
			s.await("14 of 2,000")
			end(s)
			s.exit()
			for key, ans := range lastIn(t, dir).Answers {
				if ans.Note != "half a thought" {
					t.Errorf("%s has the note %q", key, ans.Note)
				}
			}
			if n := answersIn(t, dir); n != 1 {
				t.Errorf("%d answers are saved, want 1", n)
			}
		})
	}
}

// Whatever asks line by line ends as interrupted when the program is told to end, and
// writes nothing that was not said.
func TestToldToEndWhileAsking(t *testing.T) {
	for _, c := range []struct {
		line []string
		asks string
	}{
		{[]string{"resources", "enroll", "cyber-hygiene"}, "Who should they write to"},
		{[]string{"incident", "--numbers"}, "Your state"},
	} {
		dir := filepath.Join(t.TempDir(), "clinic")
		s := start(t, dir, c.line...)
		s.await(c.asks)
		s.cmd.Process.Signal(syscall.SIGTERM)
		if status := s.exit(); status != 130 {
			t.Errorf("%q ends with %d, want 130:\n%s", c.line, status, s.text())
		}
	}
}

func TestSecondPersonIsTold(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	first := start(t, dir, ready...)
	first.await("1 of 20")
	second := start(t, dir, ready...)
	if status := second.exit(); status != 1 {
		t.Errorf("the second one exits with %d, want 1", status)
	}
	if !bytes.Contains(second.raw.Bytes(), []byte("hygeia: ")) {
		t.Errorf("the second one is not told:\n%s", second.text())
	}
	first.typeKeys("3")
	first.await("1 answered")
	first.typeKeys("q")
	first.exit()
	if n := answersIn(t, dir); n != 1 {
		t.Errorf("%d answers are saved, want 1", n)
	}
}

// A terminal that answers no queries used to cost five seconds at every start
// and left escape codes in the output.
func TestSilentTerminal(t *testing.T) {
	program(t)
	begin := time.Now()
	s := start(t, t.TempDir(), "version")
	if status := s.exit(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("version took %s in a terminal that does not answer", took)
	}
	if bytes.ContainsRune(s.raw.Bytes(), '\x1b') {
		t.Errorf("version writes escape codes: %q", s.raw.Bytes())
	}
}

func TestPDFIsNotForTheScreen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, "report", "--format", "pdf")
	if status := s.exit(); status != 2 {
		t.Errorf("exit status %d, want 2", status)
	}
	s.await("a PDF is not for the screen")
}

var answeredText = regexp.MustCompile(`· (\d+) answered`)

// answered is what the header of the screen counts.
func answered(screen string) int {
	n := 0
	if m := answeredText.FindStringSubmatch(screen); m != nil {
		n, _ = strconv.Atoi(m[1])
	}
	return n
}

// kills is how often the program is killed; "make torture" does so for long.
var kills = flag.Int("kills", 20, "how often the program is killed while it saves")

// TestKilledProgramLosesNothing kills the real program at random moments while
// answers are typed as fast as the screen counts them. Every answer the screen
// counted must be in the file, and the file must open.
func TestKilledProgramLosesNothing(t *testing.T) {
	n := *kills
	if testing.Short() {
		n = 3
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("seed %d", seed)
	counted, lost := 0, 0
	for run := range n {
		dir := filepath.Join(t.TempDir(), fmt.Sprint(run))
		s := start(t, dir, ready...)
		s.await("0 answered")
		// One key after the other, as the screen counts them, until the end
		// comes: at a moment that has nothing to do with the typing.
		end := time.AfterFunc(time.Duration(random.IntN(500))*time.Millisecond, func() { s.cmd.Process.Kill() })
		var typed []byte
		for i := 1; i < 20 && !s.ended(); i++ {
			typed = append(typed, "01234"[random.IntN(5)])
			s.tty.Write(typed[i-1:])
			s.until(func() bool { return s.ended() || answered(s.text()) >= i }, "the screen never counted %d answers", i)
		}
		s.exit()
		end.Stop()
		seen := answered(s.text())
		counted += seen
		if missing := notSaved(t, dir, typed[:seen]); missing != "" {
			lost++
			t.Errorf("run %d: the screen counted %d answers: %s", run, seen, missing)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	count(t, "a sitting killed at any moment", n, lost, fmt.Sprintf("%d answers seen as saved", counted))
}

// notSaved says which of the answers typed to the first questions is not in
// the folder as it was typed; "" if all are.
func notSaved(t *testing.T, dir string, typed []byte) string {
	t.Helper()
	saved, err := store.Open(dir).Latest()
	if errors.Is(err, fs.ErrNotExist) && len(typed) == 0 {
		return "" // killed before anything was answered
	}
	if err != nil {
		return err.Error()
	}
	words := map[byte]string{'0': assess.WordUnknown, '1': "no", '2': "partly", '3': "mostly", '4': "yes"}
	for i, q := range assess.AskedQuestions(saved.Library, nil, saved.Organization.Size)[:len(typed)] {
		if got := saved.Answers[q.Key].Word(); got != words[typed[i]] {
			return fmt.Sprintf("%s was answered %q, and %q is saved", q.Key, words[typed[i]], got)
		}
	}
	return ""
}

// From: charmbracelet/bubbletea #404, crush PR #1003, openai/codex PR #2544.
//
// What a Windows console, and any terminal without brackets around a paste, hands
// over as typed keys answers no question: it once turned "don't know" into Yes,
// and its next line opened a form.
func TestPasteWithoutBracketsAnswersNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, ready...)
	s.await("1 of 20")
	s.typeKeys("0")
	s.await("2 of 20")
	s.typeKeys("b")
	s.await("Don't know (saved)")
	s.typeKeys("Ticket from MSP:\r4 of 5 firewalls patched\rquarter after quarter\r")
	s.await("Put it into the note?")
	beats(100) // what comes right behind a paste is taken for the end of it
	s.typeKeys("n")
	s.await("of 2,000 characters")
	s.typeKeys("\r")
	s.await("The note is kept.")
	s.typeKeys("q")
	if status := s.exit(); status != 0 {
		t.Errorf("quitting exits with %d", status)
	}
	saved := lastIn(t, dir)
	if len(saved.Answers) != 1 {
		t.Errorf("%d questions are answered, want 1", len(saved.Answers))
	}
	for key, ans := range saved.Answers {
		if ans.Word() != assess.WordUnknown || ans.Note != "Ticket from MSP:\n4 of 5 firewalls patched\nquarter after quarter" {
			t.Errorf("%s: %s with the note %q", key, ans.Word(), ans.Note)
		}
	}
}
