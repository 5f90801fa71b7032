package store

import (
	"regexp"

	"hygeia/assess"
)

var (
	previousLine = regexp.MustCompile(`(?m)^previous: "?(sha256:[0-9a-f]{64})"?\r?$`)
	finishedLine = regexp.MustCompile(`(?m)^status: "?finished"?\r?$`)
)

// Unbroken reports whether the finished quarters are those that later ones were
// begun or finished on, as far as their lines and digests show. It reads no
// answers, so that every command can afford it; [Store.Verify] says what is wrong.
func (s *Store) Unbroken() (bool, error) {
	periods, err := s.Periods()
	if err != nil || len(periods) == 0 {
		return true, err
	}
	root, err := s.open()
	if err != nil {
		return true, err
	}
	defer root.Close()
	var last *Link // the finished quarter before
	for _, period := range periods {
		data, err := readFile(root, fileName(period), assess.MaxFile)
		if err != nil {
			return true, nil // it is told where it is read
		}
		link := Link{Period: period, Finished: finishedLine.Match(data), Digest: digestOf(data), bytes: byteDigest(data)}
		previous := ""
		if m := previousLine.FindSubmatch(data); m != nil {
			previous = string(m[1])
		}
		switch {
		case previous != "" && (last == nil || !last.is(previous)), previous == "" && link.Finished && last != nil:
			return false, nil
		}
		if link.Finished {
			last = &link
		}
	}
	return true, nil
}
