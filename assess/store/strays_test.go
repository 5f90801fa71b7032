package store

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What sync programs and people make of a file's name.
func TestStraysByTheirNames(t *testing.T) {
	s, _ := saved(t, q3)
	text := []byte(read(t, s.Path(q3)))
	for name, want := range map[string]bool{
		"2026-Q3-FRONTDESK-PC.yaml":                          true, // OneDrive
		"2026-Q3 (Dana's conflicted copy 2026-10-01).yaml":   true, // Dropbox
		"2026-Q3 (Selective Sync Conflict).yaml":             true,
		"2026-Q3 (1).yaml":                                   true, // Google Drive, browsers
		"Copy of 2026-Q3.yaml":                               true,
		"2026-Q3.sync-conflict-20261001-120000-ABCDEFG.yaml": true, // Syncthing
		"2026-Q3~20261001-120000.yaml":                       true,
		"2026-Q3 (conflicted copy 2026-10-01 120000).yaml":   true, // Nextcloud
		"2026-Q3_conflict-20261001-120000.yaml":              true, // ownCloud
		"2026-Q3 2.yaml":                                     true, // iCloud
		"2026-Q3 copy.yaml":                                  true,
		"2026-Q3 - Copy (2).yaml":                            true, // Windows
		"2026-Q3.yml":                                        true,
		"2026-q3.yaml":                                       true,
		"2026-Q3.yaml.txt":                                   true, // Notepad
		"2026-Q3.yaml (1)":                                   true,
		"2026-Q3.yaml.sync-conflict-20261001-120000-ABCDEFG": true,
		"conflict_2026-Q3.yaml":                              true,
		"Kopie von 2026-Q3.yaml":                             true,
		"third quarter.yaml":                                 true,
		"2026-Q3.yaml~":                                      false, // the version before, of an editor
		"2026-Q3.yaml.bak":                                   false,
		".2026-Q3.yaml.swp":                                  false,
		"2026-Q3-board.pdf":                                  false,
		"2026-Q3.md":                                         false,
	} {
		path := filepath.Join(s.Dir(), name)
		must(t, os.WriteFile(path, text, 0o600))
		strays, err := s.Strays()
		must(t, err)
		if got := len(strays) == 1 && strays[0] == (Stray{path, StrayCopy}); got != want {
			t.Errorf("%s: %v, want named %v", name, strays, want)
		}
		must(t, os.Remove(path))
	}
}

// What is no quarter is none by its name alone, and what is a list is one.
func TestStraysByWhatTheySay(t *testing.T) {
	s, _ := saved(t, q3)
	for name, c := range map[string]struct {
		text string
		want []Stray
	}{
		"notes.yaml":           {"to do: ask Lee\n", nil},
		"answers.yaml":         {"schema: hygeia/answers/v1\n", nil},
		"Copy of ledger.yaml":  {"\ufeff# a copy\nschema: hygeia/ledger/v1\n", []Stray{{filepath.Join(s.Dir(), "Copy of ledger.yaml"), StrayLedger}}},
		"log.yaml.txt":         {"schema: hygeia/log/v1\n", []Stray{{filepath.Join(s.Dir(), "log.yaml.txt"), StrayLog}}},
		".2026-Q2.yaml.icloud": {"bplist00", []Stray{{filepath.Join(s.Dir(), "2026-Q2.yaml"), StrayCloud}}},
		".ledger.yaml.icloud":  {"bplist00", []Stray{{filepath.Join(s.Dir(), "ledger.yaml"), StrayCloud}}},
		".2026-Q3.yaml.icloud": {"bplist00", nil}, // it is here, too
		".board-report.icloud": {"bplist00", nil},
	} {
		path := filepath.Join(s.Dir(), name)
		must(t, os.WriteFile(path, []byte(c.text), 0o600))
		strays, err := s.Strays()
		must(t, err)
		if diff := cmp.Diff(c.want, strays); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		must(t, os.Remove(path))
	}
}
