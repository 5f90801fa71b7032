package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The first of the usual places that has a quarter is chosen; others that have one
// are named. Where none has, a new folder goes where that system's people look.
func TestFindFolder(t *testing.T) {
	for _, c := range []struct {
		name    string
		windows bool
		files   []string // below the root; a folder ends in a slash
		env     map[string]string
		want    string
		others  []string
	}{
		{name: "nothing yet", files: []string{"home/Documents/"}, want: "home/hygeia"},
		{name: "nothing yet on Windows", windows: true, files: []string{"home/Documents/"}, env: map[string]string{"USERPROFILE": "home"}, want: "home/Documents/hygeia"},
		{name: "Windows without Documents", windows: true, env: map[string]string{"USERPROFILE": "home"}, want: "home/hygeia"},
		{name: "Documents in OneDrive", windows: true, files: []string{"home/OneDrive/Documents/", "home/Documents/"},
			env: map[string]string{"USERPROFILE": "home", "OneDrive": "home/OneDrive"}, want: "home/OneDrive/Documents/hygeia"},
		{name: "in Documents", files: []string{"home/Documents/hygeia/2026-Q3.yaml"}, want: "home/Documents/hygeia"},
		{name: "in home", files: []string{"home/Documents/hygeia/", "home/hygeia/2026-Q3.yaml"}, want: "home/hygeia"},
		{name: "beside the program", files: []string{"stick/hygeia/2025-Q1.yaml"}, want: "stick/hygeia"},
		{name: "other files are no quarter", files: []string{"home/Documents/hygeia/README.md", "home/Documents/hygeia/2026-Q3 (1).yaml"}, want: "home/hygeia"},
		{name: "two with quarters", files: []string{"home/Documents/hygeia/2026-Q3.yaml", "home/hygeia/2026-Q2.yaml", "stick/hygeia/2025-Q1.yaml"},
			want: "home/Documents/hygeia", others: []string{"home/hygeia", "stick/hygeia"}},
		{name: "Documents in the language of the desktop",
			files: []string{"home/Documentos/hygeia/2026-Q3.yaml", `home/.config/user-dirs.dirs=XDG_DOCUMENTS_DIR="$HOME/Documentos"`}, want: "home/Documentos/hygeia"},
		{name: "Documents by the environment", files: []string{"papers/hygeia/2026-Q3.yaml"}, env: map[string]string{"XDG_DOCUMENTS_DIR": "papers"}, want: "papers/hygeia"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			at := func(path string) string { return filepath.Join(root, filepath.FromSlash(path)) }
			for _, f := range c.files {
				path, text, _ := strings.Cut(f, "=")
				dir := at(path)
				if !strings.HasSuffix(path, "/") {
					dir = filepath.Dir(dir)
				}
				if err := os.MkdirAll(dir, 0o700); err != nil {
					t.Fatal(err)
				}
				if dir != at(path) {
					if err := os.WriteFile(at(path), []byte(text), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
			got, others := surroundings{
				windows: c.windows, home: at("home"), program: at("stick/hygeia.exe"),
				env: func(name string) string {
					if c.env[name] == "" {
						return ""
					}
					return at(c.env[name])
				},
			}.find()
			var wantOthers []string
			for _, o := range c.others {
				wantOthers = append(wantOthers, at(o))
			}
			if got != at(c.want) {
				t.Errorf("found %s, want %s", got, at(c.want))
			}
			if diff := cmp.Diff(wantOthers, others); diff != "" {
				t.Errorf("others (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindFolderWithoutHome(t *testing.T) {
	s := surroundings{env: func(string) string { return "" }, program: filepath.Join(t.TempDir(), "hygeia")}
	if dir, others := s.find(); dir != "" || others != nil {
		t.Errorf("found %q and %q where there is no place", dir, others)
	}
}

func TestCloudIsNamed(t *testing.T) {
	for dir, want := range map[string]string{
		`/C/Users/dana/OneDrive - Cedar Bend/Documents/hygeia`:                "OneDrive",
		`/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/hygeia`:     "iCloud",
		`/Users/dana/Library/CloudStorage/GoogleDrive-d@example.org/My Drive`: "Google Drive",
		`/home/dana/Dropbox/hygeia`:                                           "Dropbox",
		`/home/dana/hygeia`:                                                   "",
		`/home/dana/cloud/box/hygeia`:                                         "",
	} {
		if got := cloudOf(dir); got != want {
			t.Errorf("%s: %q, want %q", dir, got, want)
		}
	}
}

// Two folders with quarters are named once in a run, and not where somebody chose.
func TestOtherFoldersAreNamed(t *testing.T) {
	for _, chosen := range []bool{false, true} {
		var talk bytes.Buffer
		env := &Env{Err: &talk, Dir: t.TempDir(), Others: []string{"/stick/hygeia"}}
		env.usual = env.Dir
		if chosen {
			env.Dir = t.TempDir()
		}
		for range 2 {
			if _, err := openStore(env); err != nil {
				t.Fatal(err)
			}
		}
		if n := strings.Count(talk.String(), "quarters lie in /stick/hygeia too"); n > 1 || (n == 1) == chosen {
			t.Errorf("chosen %t: named %d times:\n%s", chosen, n, talk.String())
		}
	}
}
