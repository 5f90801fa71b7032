// Release builds what people download: an archive for each system with the
// program, a short README, licenses, completions and manual pages; Debian and
// RPM packages; a software bill of materials for each program; and SHA256SUMS.
//
// The same source, version and Go release give the same bytes on any machine:
// names are sorted, times are those of the commit, and nothing of the machine
// goes in. It is run by "make release" and is no part of the program.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// settings are what a release is made from and where it goes.
type settings struct {
	version string    // 0.1.0
	commit  string    // short id of the commit, empty where the source is in no repository
	made    time.Time // the commit's time, which every file in an archive bears
	dir     string    // the folder the files go to; made anew
	only    []target
	bare    bool // only the archives: no packages, no bill of materials
}

func main() {
	if err := start(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func start(args []string) error {
	flags := flag.NewFlagSet("release", flag.ContinueOnError)
	version := flags.String("version", "", "the `version`, as in 0.1.0")
	commit := flags.String("commit", "", "the short `id` of the commit")
	seconds := flags.Int64("time", 0, "the commit's time in `seconds` since 1970")
	dir := flags.String("o", "dist", "the `folder` the files go to; what is in it is deleted")
	only := flags.String("only", "", "build just these `targets`, as in windows/amd64,linux/amd64")
	bare := flags.Bool("archives", false, "only the archives: no packages, no bill of materials")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *version == "" || flags.NArg() > 0 {
		return errors.New("usage: release -version 0.1.0 [-commit ID] [-time SECONDS] [-o dist] [-only TARGETS] [-archives]")
	}
	s := settings{version: *version, commit: *commit, made: time.Unix(*seconds, 0).UTC(), dir: *dir, bare: *bare}
	if *seconds == 0 {
		s.made = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) // an archive cannot say 1970
	}
	var err error
	if s.only, err = chosen(*only); err != nil {
		return err
	}
	return s.release()
}

// chosen returns the targets named in a list, and all of them for an empty one.
func chosen(list string) ([]target, error) {
	if list == "" {
		return targets, nil
	}
	var out []target
	for name := range strings.SplitSeq(list, ",") {
		i := slices.IndexFunc(targets, func(t target) bool { return t.String() == name })
		if i < 0 {
			return nil, fmt.Errorf("unknown target %q: there are %v", name, targets)
		}
		out = append(out, targets[i])
	}
	return out, nil
}

func (s settings) release() error {
	if err := os.RemoveAll(s.dir); err != nil {
		return err
	}
	work := filepath.Join(s.dir, "work")
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	common, err := s.commonFiles()
	if err != nil {
		return err
	}
	for _, t := range s.only {
		program, err := s.build(t, work)
		if err != nil {
			return err
		}
		if err := s.archive(t, program, common); err != nil {
			return err
		}
		if s.bare {
			continue
		}
		if err := s.bill(t, program); err != nil {
			return err
		}
		if t.system == "linux" {
			if err := s.packages(t, program, work, common); err != nil {
				return err
			}
		}
	}
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	return sums(s.dir)
}
