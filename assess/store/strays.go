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
		if kind, is := strayOf(f.Name()); is && f.Type().IsRegular() {
			strays = append(strays, Stray{Path: filepath.Join(s.dir, f.Name()), Kind: kind})
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
