package evidence

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// table is a family of files with a header: it has all of the columns in needs,
// and none of those in without.
type table struct {
	kind    string
	needs   []string
	without []string
	bare    []string // those of needs that a row may lack, as spreadsheets leave out empty cells at its end
	known   []string // other columns that are read or passed over on purpose
	begin   func(*input, row) rows
}

// rows takes the rows of a file one by one, and then gives its figures.
type rows interface {
	take(row) error // an error says that the row cannot be read, and why
	done()
}

// tables are the families, those with more needs before those whose needs they
// have too.
var tables = sync.OnceValue(func() []table {
	return slices.Concat(cyhyTables, webTables, nessusTables(), greenboneTables, mailTables, cloudTables, kevTables, qualysTables)
})

// headerWithin is how many rows may stand above the header.
const headerWithin = 10

// row is one row with the columns of its file.
type row struct {
	cells []string
	at    map[string]int // by the name of the column in small letters
}

// has reports whether the file has a column.
func (r row) has(column string) bool {
	_, ok := r.at[column]
	return ok
}

// text returns a cell without blanks around it; "" where there is none.
func (r row) text(column string) string {
	i, ok := r.at[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i])
}

// first returns the first of the cells that has something in it.
func (r row) first(columns ...string) string {
	for _, c := range columns {
		if text := r.text(c); text != "" {
			return text
		}
	}
	return ""
}

func header(cells []string) row {
	at := map[string]int{}
	for i, cell := range cells {
		name := strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(cell, "\uFEFF")), " "))
		if _, twice := at[name]; !twice {
			at[name] = i
		}
	}
	return row{cells: slices.Clone(cells), at: at}
}

func (t *table) fits(head row) bool {
	for _, c := range t.needs {
		if !head.has(c) {
			return false
		}
	}
	return !slices.ContainsFunc(t.without, head.has)
}

// seek reads on to the header. As chooses where it belongs to several families.
func seek(s *sheet.Stream, as string) (*table, row, error) {
	for range headerWithin {
		cells, _, err := s.Next()
		if errors.Is(err, sheet.ErrRow) {
			continue
		}
		if err != nil {
			return nil, row{}, err
		}
		head := header(cells)
		if t, err := tableOf(head, as); t != nil || err != nil {
			return t, head, err
		}
	}
	return nil, row{}, io.EOF
}

func findTable(head []byte) reader {
	if _, _, err := seek(sheet.NewStream(bytes.NewReader(head)), ""); err == nil || errors.As(err, new(*SeveralError)) {
		return readTable
	}
	s := sheet.NewStream(bytes.NewReader(head))
	cells, _, err := s.Next()
	if err != nil {
		return nil
	}
	name, lacks := nearest(header(cells))
	if name == "" {
		return nil
	}
	return func(*input, *bufio.Reader) error {
		return fmt.Errorf("looks like a file of %s, but has no column %s; export it again with all columns, and keep the line with their names", name, words.And(lacks))
	}
}

// familyNames are how families are named to people, by the beginning of their kind.
var familyNames = []struct{ prefix, name string }{
	{"cyhy-", "CISA's Cyber Hygiene report"}, {"nessus", "Nessus"}, {"greenbone", "Greenbone"}, {"https", "the HTTPS report"},
	{"email", "the email report"}, {"was-", "CISA's web application scan"}, {"kev-", "CISA's list of attacked flaws"},
	{"scubagear", "ScubaGear"}, {"secure-score", "Microsoft's secure score"}, {"qualys", "Qualys"},
}

// telling are columns that no other kind of file has.
var telling = []string{"nvt oid", "plugin", "definition.name"}

// nearest returns the family that a header all but belongs to, and the columns
// that it lacks; "" if it lacks too many.
func nearest(head row) (name string, lacks []string) {
	for _, t := range tables() {
		var missing []string
		for _, c := range t.needs {
			if !head.has(c) {
				missing = append(missing, c)
			}
		}
		enough := 3
		if slices.Contains(telling, t.needs[0]) && head.has(t.needs[0]) {
			enough = 2
		}
		if have := len(t.needs) - len(missing); have < enough || len(missing) == 0 || len(missing) > 2 || lacks != nil && len(missing) >= len(lacks) {
			continue
		}
		for _, f := range familyNames {
			if strings.HasPrefix(t.kind, f.prefix) {
				name, lacks = f.name, missing
			}
		}
	}
	return name, lacks
}

func readTable(in *input, file *bufio.Reader) error {
	turned := in.dayFirst(file)
	s := sheet.NewStream(file)
	t, head, err := seek(s, in.opts.As)
	if err != nil {
		return err
	}
	in.report.Evidence.Kind = t.kind
	in.report.Columns = t.unknown(head)
	reading := t.begin(in, head)
	for {
		cells, line, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			reading.done()
			in.keepHosts()
			return nil
		case errors.Is(err, sheet.ErrRow):
			in.unread(line, errors.New("a quotation mark is out of place"))
			continue
		case errors.Is(err, sheet.ErrCutOff):
			return cutOff(line)
		case err != nil:
			return err
		case blank(cells):
			continue
		case len(cells) < head.columns() && s.Ended():
			return cutOff(line)
		case !t.whole(head, cells):
			in.unread(line, fmt.Errorf("it has %s and not %d", words.Count(len(cells), "cell", "cells"), len(head.cells)))
			continue
		}
		if turned {
			turnDates(cells)
		}
		if err := reading.take(row{cells: cells, at: head.at}); err != nil {
			in.unread(line, err)
			continue
		}
		in.report.Evidence.Rows++
	}
}

// columns is how many columns a header has up to the last one with a name.
func (r row) columns() int {
	n := 0
	for name, i := range r.at {
		if name != "" {
			n = max(n, i+1)
		}
	}
	return n
}

// whole reports whether a row has a cell for each column that it must have, and none
// that has no column. A comma that parts a number makes the latter.
func (t *table) whole(head row, cells []string) bool {
	if len(cells) > len(head.cells) && !blank(cells[len(head.cells):]) {
		return false
	}
	for _, c := range t.needs {
		if head.at[c] >= len(cells) && !slices.Contains(t.bare, c) {
			return false
		}
	}
	return true
}

func cutOff(line int) error {
	return fmt.Errorf("ends in the middle of line %d: it was not saved or sent whole, so nothing is kept of it; save it again", line)
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, " \t\r\n\u00A0\x1a") != "" { // 1A is how old systems end a text
			return false
		}
	}
	return true
}

// unknown names the columns that this family does not know.
func (t *table) unknown(head row) []string {
	if t.known == nil {
		return nil
	}
	var names []string
	for name := range head.at {
		if name != "" && !slices.Contains(t.needs, name) && !slices.Contains(t.known, name) {
			names = append(names, words.Cut(words.Line(name), 40))
		}
	}
	slices.Sort(names)
	return names
}
