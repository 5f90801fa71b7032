package store

import (
	"bytes"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/strictyaml"
)

// statedAt returns the word on the line with that key of a quarter's file, "" if
// there is none. It reads nothing else.
func statedAt(data []byte, key string) string {
	data = strictyaml.Text(data)
	_, rest, found := bytes.Cut(data, []byte("\n"+key+": "))
	if !found {
		return ""
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.Trim(strings.TrimSuffix(string(line), "\r"), `"`)
}

// linkOf returns the link of a quarter as its file shows it, and the digest of the
// quarter before that it keeps, "" if it keeps none.
func linkOf(period assess.Quarter, data []byte) (link Link, previous string) {
	link = Link{Period: period, Finished: statedAt(data, "status") == assess.Finished.String()}
	link.Digest, link.bytes = digestsOf(data)
	return link, statedAt(data, "previous")
}

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
		link, previous := linkOf(period, data)
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
