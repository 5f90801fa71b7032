package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hygeia/assess/log"
)

func TestLogKeepsWhatOthersWrote(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	must(t, s.LogEvent(log.Event{Kind: log.EnrollAsked, Day: today, What: "cyber-hygiene"}))
	mine, err := s.Journal()
	must(t, err)
	must(t, s.LogEvent(log.Event{Kind: log.EnrollAnswered, Day: today, What: "cyber-hygiene"}))
	must(t, mine.Append(log.Event{Kind: log.Backup, Day: today}))
	if err := s.WriteJournal(mine); !errors.Is(err, ErrLogChanged) {
		t.Errorf("written over the work of others: %v", err)
	}
	again, err := s.Journal()
	must(t, err)
	if again.Len() != 2 {
		t.Errorf("%d events, want the 2 that were written", again.Len())
	}
}

func TestLogStrays(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	must(t, s.LogEvent(log.Event{Kind: log.Backup, Day: today}))
	for name, want := range map[string]bool{"log.yml": true, "log (1).yaml": true, "log-FRONTDESK.yaml": true, "Log conflict.yaml": true, "logo.yaml": false, "login-rules.yaml": false} {
		path := filepath.Join(s.Dir(), name)
		must(t, os.WriteFile(path, []byte("x"), 0o600))
		strays, err := s.Strays()
		must(t, err)
		if got := len(strays) == 1 && strays[0].Kind == StrayLog; got != want {
			t.Errorf("%s: %v, want named %v", name, strays, want)
		}
		must(t, os.Remove(path))
	}
}
