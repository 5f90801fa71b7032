package evidence

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// Families returns the kinds of file that the beginning of one fits: none where it is
// something else, several where a table has the columns of each. [Options].As says
// which of several is meant.
func Families(head []byte) []string {
	if find(head, sheet.KindOf(head)) == nil {
		return nil
	}
	text, err := io.ReadAll(sheet.Decoded(bytes.NewReader(head)))
	if err != nil && len(text) == 0 {
		return nil
	}
	s := sheet.NewStream(bytes.NewReader(bytes.TrimSpace(text)))
	for range headerWithin {
		cells, _, err := s.Next()
		if err != nil {
			return nil
		}
		if fits := fitting(header(cells)); len(fits) > 0 {
			return kindsOf(fits)
		}
	}
	return nil
}

// SeveralError says that a file fits several families.
type SeveralError struct{ Kinds []string }

// Error names the kinds by their keys.
func (e *SeveralError) Error() string {
	return "may be a file of " + words.Or(e.Kinds)
}

// fitting returns the families that a header belongs to. One whose columns are only
// some of those of another one says less, and is left out.
func fitting(head row) []*table {
	var fits []*table
	known := tables()
	for i := range known {
		if known[i].fits(head) {
			fits = append(fits, &known[i])
		}
	}
	all := slices.Clone(fits)
	return slices.DeleteFunc(fits, func(t *table) bool {
		return slices.ContainsFunc(all, func(other *table) bool { return other.kind != t.kind && within(t.needs, other.needs) })
	})
}

// within reports whether a list has all of the other's columns and more.
func within(some, all []string) bool {
	return len(some) < len(all) && !slices.ContainsFunc(some, func(c string) bool { return !slices.Contains(all, c) })
}

func kindsOf(list []*table) []string {
	var kinds []string
	for _, t := range list {
		if !slices.Contains(kinds, t.kind) {
			kinds = append(kinds, t.kind)
		}
	}
	return kinds
}

// tableOf returns the family that a header belongs to, nil if to none. As chooses
// where there are several.
func tableOf(head row, as string) (*table, error) {
	fits := fitting(head)
	kinds := kindsOf(fits)
	switch {
	case len(fits) == 0:
		return nil, nil
	case len(kinds) == 1:
		return fits[0], nil
	}
	for _, t := range fits {
		if t.kind == as {
			return t, nil
		}
	}
	if as != "" {
		return nil, fmt.Errorf("is no file of %s: it may be one of %s", as, strings.Join(kinds, ", "))
	}
	return nil, &SeveralError{kinds}
}
