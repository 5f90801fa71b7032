package cmd

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess"
)

// folderName is the folder looked for in the usual places.
const folderName = "hygeia"

// surroundings are what the search for the folder looks at.
type surroundings struct {
	windows bool
	env     func(string) string
	home    string   // "" where there is none
	program string   // the program's own path; "" where it is not known
	system  []string // where the system says that documents are; may be empty
}

// find returns the folder to work in where nobody says which: the first of the
// usual places that has a quarter, and the others that have one too. Where none
// has, it is Documents on Windows, where a person looks for files, and home
// elsewhere. It returns "" where there is no place at all.
func (s surroundings) find() (dir string, others []string) {
	for _, place := range s.places() {
		switch {
		case !hasQuarter(place):
		case dir == "":
			dir = place
		case !sameFolder(dir, place):
			others = append(others, place)
		}
	}
	if dir == "" {
		dir = s.fresh()
	}
	return dir, others
}

// places are the folders that are looked into, in their order, each once.
func (s surroundings) places() []string {
	var in []string
	in = append(in, s.documents()...)
	if s.home != "" {
		in = append(in, s.home)
	}
	if s.program != "" {
		in = append(in, filepath.Dir(s.program))
	}
	var places []string
	for _, parent := range in {
		if place := filepath.Join(parent, folderName); !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	return places
}

// fresh is where the first quarter goes.
func (s surroundings) fresh() string {
	in := s.home
	if s.windows {
		for _, documents := range s.documents() {
			if isFolder(documents) {
				in = documents
				break
			}
		}
	}
	if in == "" {
		return ""
	}
	return filepath.Join(in, folderName)
}

// documents are the folders that a person knows as Documents, the one that the
// system names first.
func (s surroundings) documents() []string {
	var found []string
	add := func(root string, below ...string) {
		if root != "" {
			found = append(found, filepath.Join(append([]string{root}, below...)...))
		}
	}
	found = append(found, s.system...)
	if s.windows {
		for _, name := range []string{"OneDriveCommercial", "OneDrive", "OneDriveConsumer", "USERPROFILE"} {
			add(s.env(name), "Documents")
		}
		return found
	}
	add(s.env("XDG_DOCUMENTS_DIR"))
	add(s.userDirs())
	add(s.home, "Documents")
	return found
}

// userDirs is Documents as a desktop on Linux writes it down, in the language of
// the person: XDG_DOCUMENTS_DIR="$HOME/Documentos". It returns "" where nothing is
// written.
func (s surroundings) userDirs() string {
	config := s.env("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(s.home, ".config")
	}
	text, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
	if err != nil || s.home == "" {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR="); ok {
			path = strings.Replace(strings.Trim(path, `"`), "$HOME", s.home, 1)
			if filepath.IsAbs(path) {
				return path
			}
		}
	}
	return ""
}

// hasQuarter reports whether a quarter's file lies in the folder.
func hasQuarter(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		name, yaml := strings.CutSuffix(e.Name(), ".yaml")
		_, err := assess.ParseQuarter(name)
		return yaml && err == nil
	})
}

func sameFolder(one, other string) bool {
	a, err := os.Stat(one)
	if err != nil {
		return false
	}
	b, err := os.Stat(other)
	return err == nil && os.SameFile(a, b)
}

// clouds are services that copy a folder elsewhere, and how the names of their
// folders begin.
var clouds = []struct{ begins, service string }{
	{"onedrive", "OneDrive"},
	{"dropbox", "Dropbox"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"icloud", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"mobile documents", "iCloud"},
	{"box sync", "Box"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
}

// cloudOf returns the service that copies a folder elsewhere, as far as its path
// tells; "" if it does not tell of any.
func cloudOf(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for part := range strings.FieldsFuncSeq(strings.ToLower(dir), func(r rune) bool { return r == '/' || r == '\\' }) {
		for _, c := range clouds {
			if strings.HasPrefix(part, c.begins) {
				return c.service
			}
		}
	}
	return ""
}

// sayOthers names the folders with quarters that are not looked at.
func (env *Env) sayOthers() {
	if env.Dir != env.usual || len(env.Others) == 0 {
		return
	}
	env.say("quarters lie in %s too; this run works in %s", strings.Join(env.Others, " and in "), env.Dir)
	env.hint("to work there, add --dir %s", quoted(env.Others[0]))
}

// sayCloud says that the folder is copied elsewhere.
func (env *Env) sayCloud() {
	if service := cloudOf(env.Dir); service != "" {
		env.say("%s is copied to %s: whoever can open that account can read the answers", env.Dir, service)
	}
}
