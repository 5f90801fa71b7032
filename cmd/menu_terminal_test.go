//go:build !windows

package cmd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The bare program at a terminal: from the empty folder through an answer and a
// report by letters alone, and Enter does nothing on the way.
func TestMenuFromAnswerToReport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, "--wait")
	s.await("a  answer: 20 questions to start with")
	s.typeKeys("\r")
	s.await("Nothing is chosen")
	s.rest()
	s.typeKeys("f")
	s.await("> f")
	s.await("Press a letter")
	s.rest()
	s.typeKeys("d")
	s.await("folder holds the report for its board")
	s.await("Press a letter")
	for _, hospital := range []string{"prairie-view", "harbor-regional"} {
		if found, err := filepath.Glob(filepath.Join(filepath.Dir(dir), "hygeia-demo", hospital, "*-2026-Q3-board-draft.pdf")); err != nil || len(found) != 1 {
			t.Errorf("board reports of %s: %v, %v", hospital, found, err)
		}
	}
	s.rest()
	s.typeKeys("q")
	if status := s.exit(); status != 0 {
		t.Errorf("leaving exits with %d", status)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("looking at the menu made the folder")
	}

	// With much that is due, the first line and the menu still share the window.
	s = start(t, filepath.Join(filepath.Dir(dir), "hygeia-demo", "prairie-view"))
	s.await("Press a letter")
	if text := s.text(); !strings.Contains(text, "Prairie View") || !strings.Contains(text, "q quit") {
		t.Errorf("what is here and the menu do not fit:\n%s", text)
	}
	s.rest()
	s.typeKeys("m")
	s.await("facts for the board")
	s.await("Press a letter")
	s.rest()
	s.typeKeys("q")
	s.exit()

	s = start(t, dir, ready...)
	s.await("1 of 20")
	s.typeKeys("3q")
	s.exit()

	s = start(t, dir)
	s.await("a  answer: go on where you stopped")
	s.rest()
	s.typeKeys("r")
	s.await("-board-draft.pdf")
	s.await("-report-draft.html")
	s.until(func() bool {
		pdfs, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
		return err == nil && len(pdfs) == 1
	}, "the board PDF was never written")
	s.await("Press a letter")
	s.rest()
	s.typeKeys("a")
	s.await("Who is answering")
	s.typeKeys("\x1b")
	s.await("Press a letter")
	s.rest()
	s.typeKeys("\x03")
	if status := s.exit(); status != 130 {
		t.Errorf("Ctrl-C exits with %d, want 130", status)
	}
}
