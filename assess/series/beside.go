package series

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hygeia/assess"
)

// Beside is what a sheet says for a row of quarters: for each quarter the values of
// that time of the sheet which lies nearest to it. Nothing is filled in between two
// times and nothing averaged.
type Beside struct {
	Sheet    *Series
	Quarters []assess.Quarter
	Nearest  []Period // one a quarter; a value without a time counts as of the day it was taken over
	Rows     []BesideRow
	Timeless bool // there are values of a time that cannot be placed in a year: "the time before", Q1
}

// BesideRow is a row of the sheet with a value in at least one of the times.
type BesideRow struct {
	Row
	Cells []*Value // one a quarter; nil where the row says nothing at that time
	Move  Move     // from the first quarter to the last
}

// Move says how a value of somebody else's moved. The zero Move says that the two
// cannot be compared: one is missing, or is no score.
type Move int

// The ways in which a value moves.
const (
	NotCompared Move = iota
	Alike
	Fell
	Rose
)

// String names the move.
func (m Move) String() string {
	return [...]string{NotCompared: "not compared", Alike: "the same", Fell: "fell", Rose: "rose"}[m]
}

// Beside lines the sheet up with quarters, which stand in their order; nil if it has
// no value of a time that can be placed.
func (s *Series) Beside(quarters []assess.Quarter) *Beside {
	b := &Beside{Sheet: s, Quarters: quarters}
	times := b.times()
	if len(times) == 0 || len(quarters) == 0 {
		return nil
	}
	for _, q := range quarters {
		b.Nearest = append(b.Nearest, nearest(times, q))
	}
	for _, r := range s.Rows {
		if row := b.row(r); slices.ContainsFunc(row.Cells, func(v *Value) bool { return v != nil }) {
			b.Rows = append(b.Rows, row)
		}
	}
	return b
}

// placed is a period with its first and its last month, counted from year 0.
type placed struct {
	period   Period
	from, to int
}

// times are the times of all values that can be placed, in the order of the sheet.
func (b *Beside) times() []placed {
	var all []placed
	for _, r := range b.Sheet.Rows {
		for _, d := range r.Values {
			if slices.ContainsFunc(all, func(p placed) bool { return p.period == d.Period }) {
				continue
			}
			from, to, ok := b.Sheet.months(d.Period)
			if !ok {
				b.Timeless = true
				continue
			}
			all = append(all, placed{d.Period, from, to})
		}
	}
	return all
}

// months returns the months that a period is of. What is current, or has no time, is
// of the month in which the sheet was taken over. A fiscal year counts as the
// calendar year whose number it has, since no sheet says in which month it begins.
func (s *Series) months(p Period) (from, to int, ok bool) {
	switch {
	case p == Current || p == "":
		at := 12*s.Imported.Year + int(s.Imported.Month) - 1
		return at, at, true
	case p == Previous || p[0] == 'Q':
		return 0, 0, false
	}
	year, rest, _ := strings.Cut(strings.TrimPrefix(string(p), "FY"), "-")
	y, _ := strconv.Atoi(year) // a period has the shape it has, see ParsePeriod
	from = 12 * y
	if rest == "" {
		return from, from + 11, true
	}
	span, digits := 1, rest
	switch rest[0] {
	case 'Q':
		span, digits = 3, rest[1:]
	case 'H':
		span, digits = 6, rest[1:]
	}
	n, _ := strconv.Atoi(digits)
	return from + span*(n-1), from + span*n - 1, true
}

// nearest returns the time with the fewest months between it and the quarter. Of
// several that touch it, that one is nearest whose end is nearest to the quarter's,
// and of those the shorter one: a quarter before a year.
func nearest(times []placed, q assess.Quarter) Period {
	from := 12*q.Year + 3*(q.N-1)
	to := from + 2
	return slices.MinFunc(times, func(x, y placed) int {
		return cmp.Or(
			cmp.Compare(max(0, x.from-to, from-x.to), max(0, y.from-to, from-y.to)),
			cmp.Compare(max(x.to-to, to-x.to), max(y.to-to, to-y.to)),
			cmp.Compare(x.to-x.from, y.to-y.from),
			x.period.compare(y.period),
			cmp.Compare(x.period, y.period),
		)
	}).period
}

func (b *Beside) row(r Row) BesideRow {
	row := BesideRow{Row: r}
	for _, p := range b.Nearest {
		var cell *Value
		if i := slices.IndexFunc(r.Values, func(d Dated) bool { return d.Period == p }); i >= 0 {
			cell = &r.Values[i].Value
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Move = b.Sheet.move(row.Cells[0], row.Cells[len(row.Cells)-1])
	return row
}

func (s *Series) move(before, now *Value) Move {
	if before == nil || now == nil {
		return NotCompared
	}
	n1, of1, ok1 := before.share(s.Scale)
	n2, of2, ok2 := now.share(s.Scale)
	switch {
	case !ok1 || !ok2:
		return NotCompared
	case n1*of2 > n2*of1:
		return Fell
	case n1*of2 < n2*of1:
		return Rose
	}
	return Alike
}

// Moved reports whether the first and the last quarter have other times of the sheet
// beside them, so that there is something to compare.
func (b *Beside) Moved() bool { return b.Nearest[0] != b.Nearest[len(b.Nearest)-1] }

// Count returns how many rows moved in that way.
func (b *Beside) Count(m Move) int {
	n := 0
	for _, r := range b.Rows {
		if r.Move == m {
			n++
		}
	}
	return n
}

// Keep leaves those rows that are about one of the ids: by their own id, or by where
// it went.
func (b *Beside) Keep(ids map[string]bool) {
	about := func(id string) bool { return ids[strings.ToLower(id)] }
	b.Rows = slices.DeleteFunc(b.Rows, func(r BesideRow) bool {
		own := len(r.Went) == 0 && !r.Nowhere && about(r.ID)
		return !own && !slices.ContainsFunc(r.Went, about)
	})
}

// Cell prints a value by itself, as a table has it: "2 of 5", "does not apply".
func (v Value) Cell(s Scale) string {
	switch v.kind {
	case notApplicable:
		return "does not apply"
	case notKnown:
		return "not known"
	case word, another:
		return v.Text
	}
	return v.Says(s)
}

// When names a time of the sheet to people, with the day on which the sheet was taken
// over where it tells none.
func (s *Series) When(p Period) string {
	if p == "" || p == Current {
		return p.Title() + ", taken over on " + s.Imported.Long()
	}
	return p.Title()
}

// Title names a period as the head of a column.
func (p Period) Title() string {
	if p == "" {
		return "no date"
	}
	return p.Says()
}
