package series

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Choices are what a person says about a sheet where it can be read in two ways. The
// zero value says nothing.
type Choices struct {
	Sheet     string // name of the sheet of a workbook
	Framework string // id of the framework or edition that the ids are of
	Score     string // head or letter of the column with the scores
	Scale     string // as ParseScale reads it
	Year      int    // of quarters that stand without one
	KeepNames bool   // take over owners and mail addresses
}

// Question is asked where a sheet can be read in two ways.
type Question struct {
	Flag    string // the choice that answers it: "scale"
	Text    string
	Choices []Choice
}

// Choice is one answer to a question.
type Choice struct {
	Word string // to be given
	Says string // what it means
}

// Reading is what was understood of a sheet, and what was read by it.
type Reading struct {
	Series    *Series
	Framework string // its title
	Tables    []TableAt
	Columns   []Column // all with a meaning, and those passed over that hold scores
	Notes     []string // what a person should know, such as hidden sheets
	Warnings  []string // titles that do not fit their ids
	Unplaced  []Unplaced
	Rows      int // with an id
	Empty     int // of them without anything to keep
	Names     int // owners and mail addresses left behind
	said      string
	mapping   string
}

// Mapping says whose word it is where ids went that are used no longer; "" where it is
// the publisher's, as in "by NIST's notes".
func (r *Reading) Mapping() string { return r.mapping }

// TableAt says where a table stands.
type TableAt struct {
	Sheet  string
	Header int // row with the heads, counted from 1
}

// Unplaced is something in the sheet that has no place in the series.
type Unplaced struct {
	Sheet  string
	Row    int    // counted from 1
	Column string // head of the column; "" for the whole row
	Text   string
	Why    string
}

// String names the place and the reason.
func (u Unplaced) String() string {
	at := fmt.Sprintf("row %d", u.Row)
	if u.Sheet != "" {
		at = fmt.Sprintf("sheet %q, row %d", u.Sheet, u.Row)
	}
	if u.Column != "" {
		at += fmt.Sprintf(", %q", u.Column)
	}
	return fmt.Sprintf("%s: %q: %s", at, words.Cut(words.Line(u.Text), 60), u.Why)
}

// Recognize reports whether a book has a sheet with ids of a framework, which is what
// [Understand] needs; hidden sheets count too.
func Recognize(book *sheet.Book, lib *frameworks.Library) bool {
	l, err := newLibrary(lib)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(book.Sheets, func(s sheet.Sheet) bool { return len(tablesOf(&s, l.families)) > 0 })
}

// Understand reads a book as a series. With a question nothing is read yet: it is
// answered in the choices, and asked again is the next. The reading shows what was
// understood so far. The error says why nothing can be read.
func Understand(book *sheet.Book, lib *frameworks.Library, c Choices) (*Reading, *Question, error) {
	l, err := newLibrary(lib)
	if err != nil {
		return nil, nil, err
	}
	u := &understanding{library: l, choices: c, reading: &Reading{Series: &Series{}}, book: book}
	for _, step := range []func() (*Question, error){u.chooseTables, u.chooseSheet, u.chooseColumns, u.chooseEdition, u.chooseScale} {
		q, err := step()
		if q != nil || err != nil {
			u.show()
			return u.reading, q, err
		}
	}
	u.show()
	return u.reading, nil, u.read()
}

// understanding is a book while it is understood.
type understanding struct {
	*library
	choices Choices
	reading *Reading
	book    *sheet.Book
	tables  []*table
	edition *edition
	warned  map[string]bool // ids with texts that were looked at
}

func (u *understanding) note(format string, args ...any) {
	u.reading.Notes = append(u.reading.Notes, fmt.Sprintf(format, args...))
}

// chooseTables finds the sheets with ids, and the framework they are of where they
// hold those of two.
func (u *understanding) chooseTables() (*Question, error) {
	var all [][]*table
	for i := range u.book.Sheets {
		s := &u.book.Sheets[i]
		if u.choices.Sheet != "" && !strings.EqualFold(s.Name, u.choices.Sheet) {
			continue
		}
		if s.Hidden && u.choices.Sheet == "" {
			u.note("the hidden sheet %q was passed over", s.Name)
			continue
		}
		s.FillMerged()
		if ts := tablesOf(s, u.families); len(ts) > 0 {
			all = append(all, ts)
		}
	}
	if len(all) == 0 {
		return nil, u.nothing()
	}
	family, q, err := u.chooseFamily(all)
	if q != nil || err != nil {
		return q, err
	}
	var headless []string
	for _, ts := range all {
		for _, t := range ts {
			if t.family != family {
				continue
			}
			if t.header < 0 {
				headless = append(headless, t.sheet.Name)
				continue
			}
			for _, rows := range t.passed {
				u.note("%s were passed over, for they are another table", placeOf(t, rows))
			}
			t.readColumns()
			u.tables = append(u.tables, t)
		}
	}
	if len(u.tables) == 0 {
		if err := u.sideways(); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("has ids of %s, but no row above them says what its columns are: put a row with heads such as \"ID\", \"Score\" and \"Target\" above it", u.familyTitle(family))
	}
	for _, name := range headless {
		u.note("the sheet %q was passed over, for no row above its ids says what the columns are", name)
	}
	return nil, nil
}

func placeOf(t *table, rows string) string {
	if t.sheet.Name == "" {
		return rows
	}
	return fmt.Sprintf("%s of the sheet %q", rows, t.sheet.Name)
}

func (u *understanding) familyTitle(f *family) string {
	if len(f.editions) == 0 {
		return f.name
	}
	return f.editions[0].title
}

// chooseSheet says which sheets are read: all that continue each other, such as one for
// each function, and one of those that say the same twice.
func (u *understanding) chooseSheet() (*Question, error) {
	scored := slices.DeleteFunc(slices.Clone(u.tables), func(t *table) bool { return !t.scored() })
	if len(scored) == 0 {
		return u.noScores()
	}
	if len(scored) > 1 && u.choices.Sheet == "" {
		if main := slices.DeleteFunc(slices.Clone(scored), (*table).isRegister); len(main) > 0 && len(main) < len(scored) {
			for _, t := range scored {
				if t.isRegister() {
					u.note("the sheet %q was passed over, for it is a list of risks or of work to be done", t.sheet.Name)
				}
			}
			scored = main
		}
	}
	if len(scored) > 1 && u.choices.Sheet == "" {
		if main := slices.DeleteFunc(slices.Clone(scored), func(t *table) bool { return aside(t.sheet.Name) }); len(main) > 0 {
			for _, t := range scored {
				if !slices.Contains(main, t) {
					u.note("the sheet %q was passed over, for it is made from the others", t.sheet.Name)
				}
			}
			scored = main
		}
	}
	if len(scored) > 1 && !continues(scored) {
		q := &Question{Flag: "sheet", Text: "Several sheets have scores. Which one is to be read?"}
		for _, t := range scored {
			q.Choices = append(q.Choices, Choice{t.sheet.Name, words.Count(t.rows, "row with an id", "rows with ids")})
		}
		u.tables = scored
		return q, nil
	}
	u.tables = scored
	return nil, nil
}

// scored reports whether a table has a column of scores or targets with something in it.
func (t *table) scored() bool {
	return slices.ContainsFunc(t.columns, func(c Column) bool {
		n, _ := t.scores(c.At - 1)
		return n > 0 && (c.Means == Score || c.Means == Target || c.Means == Plan)
	})
}

// aside reports whether a sheet's name says that it only repeats what others hold.
func aside(name string) bool {
	for _, token := range headWord().FindAllString(strings.ToLower(name), -1) {
		switch token {
		case "gap", "gaps", "summary", "dashboard", "chart", "charts", "pivot", "lookup", "lookups", "lists", "crosswalk", "mapping", "instructions", "readme", "register", "example", "examples", "sample":
			return true
		}
	}
	return false
}

// continues reports whether tables have the same columns and different ids.
func continues(tables []*table) bool {
	seen := map[string]bool{}
	for _, t := range tables {
		if !slices.Equal(t.meanings(), tables[0].meanings()) {
			return false
		}
		again, n := 0, 0
		for key := range t.keys() {
			if n++; seen[key] {
				again++
			}
			seen[key] = true
		}
		if 10*again > n {
			return false
		}
	}
	return true
}

// meanings are the columns of a table that are read.
func (t *table) meanings() []string {
	var list []string
	for _, c := range t.columns {
		if c.Means == Score || c.Means == Target || c.Means == Plan {
			list = append(list, c.Means.String()+" "+string(c.Period))
		}
	}
	return list
}

// keys are the ids of a table.
func (t *table) keys() map[string]bool {
	keys := map[string]bool{}
	for r := range t.marks {
		if key, _, ok := t.finest(r); ok {
			keys[key] = true
		}
	}
	return keys
}

// finest returns the id of a row that says most: an outcome before its category,
// whatever column it stands in.
func (t *table) finest(row int) (key string, m marked, ok bool) {
	for _, c := range t.ids {
		next := t.mark(row, c)
		if len(next.keys) == 0 || len(next.keys[0]) < len(key) {
			continue
		}
		if longer := len(next.keys[0]) > len(key); longer || m.part == "" && (next.part != "" || m.rest == "") {
			key, m, ok = next.keys[0], next, true
		}
	}
	return key, m, ok
}

// show tells what was understood so far.
func (u *understanding) show() {
	u.reading.Tables, u.reading.Columns = nil, nil
	for i, t := range u.tables {
		u.reading.Tables = append(u.reading.Tables, TableAt{t.sheet.Name, t.header + 1})
		if i > 0 && continues(u.tables) {
			continue
		}
		u.reading.Columns = append(u.reading.Columns, t.columns...)
	}
	if u.edition != nil {
		u.reading.Framework = u.edition.title
		for _, e := range u.edition.family.editions {
			if e.says != "" {
				u.reading.mapping = " by " + e.says
			}
		}
	}
}
