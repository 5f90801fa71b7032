package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Stray is a file that hygeia does not read although it looks as if it should:
// what a sync program makes of two people's work, a file with another ending, or
// what a sitting saved beside a quarter that it could not write.
type Stray struct {
	Path string
	Kind StrayKind
}

// StrayKind says what a stray file is, which decides how to go on.
type StrayKind int

// The kinds of stray files.
const (
	StrayCopy   StrayKind = iota // a copy of a quarter, under another name
	StrayRescue                  // answers of a sitting that could not be saved where they belong
	StrayLedger                  // a copy of the ledger, under another name
	StrayLog                     // a copy of the log, under another name
	StrayOwn                     // content of one's own under a name that is not read
	StrayCloud                   // a file of the folder that lies in iCloud only, by its name here
)

// rescueMark stands in the name of a file that a sitting saves beside its quarter.
const rescueMark = ".rescue"

// Strays returns the stray files of the folder, by name.
func (s *Store) Strays() ([]Stray, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files, err := readDir(root, ".")
	if err != nil {
		return nil, err
	}
	var strays []Stray
	for _, f := range files {
		if !f.Type().IsRegular() {
			continue
		}
		if kind, is := strayIn(root, f.Name()); is {
			strays = append(strays, Stray{Path: filepath.Join(s.dir, f.Name()), Kind: kind})
		}
		if name := inCloud(f.Name()); name != "" && !slices.ContainsFunc(files, func(e fs.DirEntry) bool { return e.Name() == name }) {
			strays = append(strays, Stray{Path: filepath.Join(s.dir, name), Kind: StrayCloud})
		}
	}
	own, err := strayOwn(root)
	if err != nil {
		return nil, err
	}
	for _, name := range own {
		strays = append(strays, Stray{Path: filepath.Join(s.dir, ownDir, name), Kind: StrayOwn})
	}
	return strays, nil
}

// strayIn says of a file of the folder what it is a stray of, by its name, or by
// what it says where the name alone does not tell.
func strayIn(root *os.Root, name string) (kind StrayKind, is bool) {
	kind, is = strayOf(name)
	if _, read := periodOf(name); is || read || name == ledgerName || name == logName || !mentionsYAML(name) {
		return kind, is
	}
	for stray, schema := range map[StrayKind]string{StrayCopy: "assessment", StrayLedger: "ledger", StrayLog: "log"} {
		if says(filepath.Join(root.Name(), name), "schema: hygeia/"+schema+"/v") {
			return stray, true
		}
	}
	return 0, false
}

// mentionsYAML reports whether a name may be that of a YAML file to which a person
// or a program added something, in front or behind. What editors keep of the version
// before is nobody else's work, and names with a dot are not shown to people.
func mentionsYAML(name string) bool {
	name = strings.ToLower(name)
	for _, own := range []string{"~", ".bak", ".orig", ".swp", ".tmp"} {
		if strings.HasSuffix(name, own) {
			return false
		}
	}
	return !strings.HasPrefix(name, ".") && (strings.Contains(name, ".yaml") || strings.Contains(name, ".yml"))
}

// inCloud is the name of the quarter or list that iCloud took off this computer, and
// for which it left a mark; "" for any other file.
func inCloud(name string) string {
	rest, dotted := strings.CutPrefix(name, ".")
	rest, is := strings.CutSuffix(rest, ".icloud")
	if _, quarter := periodOf(rest); dotted && is && (quarter || rest == ledgerName || rest == logName) {
		return rest
	}
	return ""
}

func strayOf(name string) (kind StrayKind, is bool) {
	stem, isYAML := cutYAML(name)
	_, read := periodOf(name)
	switch {
	case isYAML && name != ledgerName && strings.HasPrefix(strings.ToLower(stem), "ledger"):
		return StrayLedger, true
	case isYAML && name != logName && beginsAsLog(stem):
		return StrayLog, true
	case !isYAML || read || !looksLikeQuarter(stem):
		return 0, false
	case strings.Contains(stem, rescueMark):
		return StrayRescue, true
	}
	return StrayCopy, true
}

// beginsAsLog reports whether a name is that of the log with something behind it,
// as a sync program writes it, and not a longer word such as logo.
func beginsAsLog(stem string) bool {
	rest, is := strings.CutPrefix(strings.ToLower(stem), "log")
	next, _ := utf8.DecodeRuneInString(rest)
	return is && (rest == "" || !unicode.IsLetter(next))
}

// strayOwn returns what lies in "own" and is not read for its ending.
func strayOwn(root *os.Root) ([]string, error) {
	entries, err := readDir(root, ownDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		if _, isYAML := cutYAML(e.Name()); isYAML && !strings.HasSuffix(e.Name(), ".yaml") && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return slices.Clip(names), err
}
