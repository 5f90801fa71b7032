package series

import (
	"slices"
	"strings"

	"hygeia/assess"
)

// Series is what one sheet says, as it was understood.
type Series struct {
	Name      string // of its file: small letters, digits and hyphens
	Source    string // the name of the file it was read from
	Digest    string // of that file: "sha256:" and 64 digits
	Imported  assess.Date
	Framework string // id of the framework or of an earlier edition, such as nist-csf-1.1
	Scale     Scale  // of what is scored
	Aim       Scale  // of the targets, where it is another; otherwise the same
	Columns   []Column
	Unplaced  int // places of the sheet that are not in here
	Rows      []Row
}

// Row is what one row of the sheet says. Several rows of one id stand side by side:
// nothing is averaged.
type Row struct {
	ID       string   // as the framework of the series writes it
	Went     []string // of an id that is no longer used: where its publisher says it went
	Nowhere  bool     // of such an id: nowhere
	Part     string   // of an id with several rows: which part, such as "Ex1"
	Sheet    string   // of a workbook
	At       int      // number of the row, counted from 1
	Values   []Dated
	Targets  []Dated
	Plans    []Dated // what is expected to be reached: estimates, forecasts
	Priority string
	Status   string // in words, where a score stands beside it
	Excluded bool   // the sheet says that it is not in its scope
	Note     string
	Owner    string // only where names were wanted
}

// Dated is a value with the time it is of.
type Dated struct {
	Period Period
	Value  Value
}

// Latest returns the value of the latest period, if there is any.
func Latest(values []Dated) (Dated, bool) {
	if len(values) == 0 {
		return Dated{}, false
	}
	return slices.MaxFunc(values, func(x, y Dated) int { return x.Period.compare(y.Period) }), true
}

// About returns the rows about a requirement, in the order of the sheet: those with
// its id, and those with an earlier id that went there.
func (s *Series) About(id string) []Row {
	var rows []Row
	for _, r := range s.Rows {
		if strings.EqualFold(r.ID, id) && len(r.Went) == 0 && !r.Nowhere ||
			slices.ContainsFunc(r.Went, func(to string) bool { return strings.EqualFold(to, id) }) {
			rows = append(rows, r)
		}
	}
	return rows
}

// aim returns the scale of the targets.
func (s *Series) aim() Scale {
	if s.Aim == (Scale{}) {
		return s.Scale
	}
	return s.Aim
}
