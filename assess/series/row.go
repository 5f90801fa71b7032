package series

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// Most that is kept of a text.
const (
	maxNote = 2000
	maxWord = 120
)

// holds reports whether a row says anything that is kept.
func (r Row) holds() bool {
	return len(r.Values)+len(r.Targets)+len(r.Plans) > 0 || r.Excluded || r.Priority != "" || r.Status != "" || r.Note != ""
}

// rowOf reads the cells of a row beside its id, and counts the names left behind.
func (t *table) rowOf(u *understanding, r int) (row Row, names int) {
	row.Sheet, row.At = t.sheet.Name, r+1
	when := t.periodOf(r)
	var notes []string
	for _, c := range t.columns {
		cell := strings.TrimSpace(t.sheet.Cell(r, c.At-1))
		if cell == "" {
			t.noResult(u, r, c)
			continue
		}
		switch c.Means {
		case Score, Target, Plan:
			if rest := t.take(u, r, c, cell, when, &row); rest != "" {
				text, n := u.withoutNames(c.Head + ": " + rest)
				names += n
				notes = append(notes, text)
			}
		case Priority:
			row.Priority = words.Cut(words.Line(cell), maxWord)
		case Status:
			row.Status = words.Cut(words.Line(cell), maxWord)
		case Scope:
			row.Excluded = row.Excluded || excluded(cell)
		case Note:
			text, n := u.withoutNames(cell)
			names += n
			if !plainNote(c.Head) {
				text = c.Head + ": " + text
			}
			notes = append(notes, text)
		case Owner:
			if names++; u.choices.KeepNames {
				names--
				row.Owner = words.Join("; ", row.Owner, words.Cut(words.Line(cell), maxWord))
			}
		}
	}
	row.Note = words.Cut(words.Clean(strings.Join(notes, "\n")), maxNote)
	return row, names
}

// plainNote reports whether a head says no more than that a note is a note.
func plainNote(head string) bool {
	switch asWords(plainWord(head)) {
	case "note", "notes", "comment", "comments", "observation", "observations", "remarks":
		return true
	}
	return false
}

// noResult names a formula whose result the file does not hold: it is not 0.
func (t *table) noResult(u *understanding, r int, c Column) {
	if c.Means == Score || c.Means == Target || c.Means == Plan {
		for _, p := range t.sheet.Blank {
			if p.Row == r && p.Column == c.At-1 {
				u.unplaced(t, r, c, t.label(r), "a formula whose result the file does not hold; open it in a spreadsheet program and save it")
			}
		}
	}
}

// take reads one score, and returns the remark that stands beside it in its cell.
func (t *table) take(u *understanding, r int, c Column, cell string, when Period, row *Row) (rest string) {
	v, ok := parseValue(cell)
	if !ok && dash().MatchString(cell) {
		return ""
	}
	if !ok {
		u.unplaced(t, r, c, cell, "is no score")
		return ""
	}
	scale := u.reading.Series.Scale
	if c.Means == Target {
		scale = u.reading.Series.aim()
	}
	if c.Scale != (Scale{}) && c.Scale != scale && v.Known() {
		u.unplaced(t, r, c, cell, "is on another scale than the column before it: "+c.Scale.Says())
		return ""
	}
	if err := v.On(scale); err != nil {
		u.unplaced(t, r, c, cell, strings.TrimPrefix(err.Error(), quoteOf(v)+" "))
		return ""
	}
	d := Dated{u.dated(c.Period), v}
	if when != "" && (c.Period == Current || c.Period == "") {
		d.Period = when
	}
	switch c.Means {
	case Score:
		row.Values = append(row.Values, d)
	case Target:
		row.Targets = append(row.Targets, d)
	default:
		row.Plans = append(row.Plans, d)
	}
	return v.rest
}

func quoteOf(v Value) string { return `"` + v.Text + `"` }

// dated gives a quarter without a year the one that a person told.
func (u *understanding) dated(p Period) Period {
	if u.choices.Year > 0 && len(p) == 2 && p[0] == 'Q' {
		return Period(fmt.Sprintf("%d-%s", u.choices.Year, p))
	}
	return p
}

// periodOf is the time of a row, where columns say it: one, or one with the year and one
// with the quarter.
func (t *table) periodOf(r int) Period {
	var texts []string
	for _, c := range t.columns {
		if c.Means == When {
			texts = append(texts, t.sheet.Cell(r, c.At-1))
		}
	}
	p, _ := timeIn(strings.Join(texts, " "))
	return p
}

// excluded reports whether a cell says that a row is not in scope.
func excluded(cell string) bool {
	switch asWords(plainWord(cell)) {
	case "no", "n", "false", "not in scope", "out of scope", "excluded", "not included", "not applicable", "n/a", "na", "out":
		return true
	}
	return false
}

// withoutNames takes mail addresses, and the names before them, out of a note.
func (u *understanding) withoutNames(text string) (string, int) {
	if u.choices.KeepNames {
		return text, 0
	}
	n := len(plainAddress().FindAllString(text, -1))
	if n == 0 {
		return text, 0
	}
	return plainAddress().ReplaceAllString(namedAddress().ReplaceAllString(text, "(name left out)"), "(address left out)"), n
}

var (
	namedAddress = words.Pattern(`(?i)[\p{L}.'_-]+(?: [\p{L}.'_-]+)? ?<[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+>`)
	plainAddress = words.Pattern(`(?i)[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+`)
)

// label is the first text of a row.
func (t *table) label(r int) string {
	for _, cell := range t.sheet.Rows[r] {
		if strings.TrimSpace(cell) != "" {
			return cell
		}
	}
	return ""
}

func (t *table) filled(r int) int {
	n := 0
	for _, cell := range t.sheet.Rows[r] {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

func (t *table) isBlank(r int) bool { return t.filled(r) == 0 }

// repeatsHeads reports whether a row is the heads once more, as on each printed page.
func (t *table) repeatsHeads(r int) bool {
	same, n := 0, 0
	for c, cell := range t.sheet.Rows[r] {
		if cell = strings.TrimSpace(cell); cell != "" {
			if n++; cell == strings.TrimSpace(t.sheet.Cell(t.header, c)) {
				same++
			}
		}
	}
	return same > 1 && same == n
}

// holdsAny reports whether a row has something in a column of scores.
func (t *table) holdsAny(r int) bool {
	return slices.ContainsFunc(t.columns, func(c Column) bool {
		return (c.Means == Score || c.Means == Target || c.Means == Plan) && strings.TrimSpace(t.sheet.Cell(r, c.At-1)) != ""
	})
}

var exampleShape = words.Pattern(`(?i)^[\s(\["*]*(?:example|sample|e\.g\.|for example)\b(?: row| only|:|\)|\]|$|\s*[-–])`)

// isExample reports whether a row says that it is only an example. The examples that
// NIST gives for an outcome, "Ex1", are none.
func (t *table) isExample(r int) bool {
	for c, cell := range t.sheet.Rows[r] {
		if c < len(t.columns) && t.columns[c].Means != Other && exampleShape().MatchString(cell) {
			return true
		}
	}
	return exampleShape().MatchString(t.label(r)) || strings.Contains(strings.ToLower(t.label(r)), "(example)")
}

// numbersApart reports whether a column beside the ids gives two rows numbers of their
// own, as a list of controls does: the second then stands for itself.
func (t *table) numbersApart(above, r int) bool {
	for c, text := range t.sheet.Rows[r] {
		if c >= len(t.columns) || slices.Contains(t.ids, c) {
			continue
		}
		head := headWord().FindAllString(strings.ToLower(t.columns[c].Head), -1)
		if !slices.ContainsFunc(head, func(w string) bool { return w == "id" || w == "no" || w == "number" || w == "key" || w == "code" }) {
			continue
		}
		if was := t.sheet.Cell(above, c); was != text && ownIDs().MatchString(was) && ownIDs().MatchString(text) {
			return true
		}
	}
	return false
}

// continuesRow reports whether a row without an id goes on with the one above: it has a
// score and a text, and the text is no sum.
func (t *table) continuesRow(r int) bool {
	if !t.holdsAny(r) {
		return false
	}
	text := false
	for c, cell := range t.sheet.Rows[r] {
		if cell == "" || slices.Contains(t.ids, c) {
			continue
		}
		if isTotal(cell) {
			return false
		}
		if _, isScore := parseValue(cell); !isScore {
			text = true
		}
	}
	return text
}
