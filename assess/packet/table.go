package packet

import (
	"errors"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// isWorkbook reports whether a workbook is a hand-out.
func isWorkbook(data []byte) bool { return sheet.Holds(data, string(begins)) }

// readTable reads a workbook or a CSV file that came back: of the hand-out itself or
// saved again by any program. Rows may have been sorted, left out or moved, and
// columns added. Answers that cannot be read are named in Wrong.
func readTable(name string, data []byte, today assess.Date) (*Reply, error) {
	book, err := sheet.Read(name, data)
	if err != nil {
		return nil, err
	}
	if book.Macros {
		return nil, fmt.Errorf("%s: holds macros, which a hand-out never had and which hygeia never runs; save it as an Excel workbook (.xlsx) without them", name)
	}
	for i := range book.Sheets {
		t := &table{sheet: &book.Sheets[i], today: today}
		if t.head() {
			r, err := t.read()
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			return r, nil
		}
	}
	return nil, fmt.Errorf("%s: no row has the headings %q and %q, so the answers cannot be found", name, headAnswer, headCheck)
}

// table is a sheet of answers while it is read.
type table struct {
	sheet   *sheet.Sheet
	today   assess.Date
	row     int            // of the head
	columns map[string]int // by their head
}

// head finds the row of the heads.
func (t *table) head() bool {
	for i, row := range t.sheet.Rows {
		t.row, t.columns = i, map[string]int{}
		for c, text := range row {
			t.columns[words.Line(sheet.Unguard(text))] = c
		}
		_, answer := t.columns[headAnswer]
		_, check := t.columns[headCheck]
		if answer && check {
			return true
		}
	}
	return false
}

func (t *table) read() (*Reply, error) {
	r := &Reply{}
	if err := t.above(r); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for i := t.row + 1; i < len(t.sheet.Rows); i++ {
		key, check, ok := parseCheckCell(t.sheet.Cell(i, t.columns[headCheck]))
		switch {
		case !ok && t.given(i):
			return nil, fmt.Errorf("row %d: its cell under %q was changed, so it cannot be told which question was answered", i+1, headCheck)
		case !ok:
			continue
		case seen[key]:
			return nil, fmt.Errorf("row %d: %s stands in this sheet twice; delete one of the rows", i+1, key)
		}
		seen[key] = true
		t.answer(r, i, key, check)
	}
	if len(seen) == 0 {
		return nil, errors.New("has no row with a question")
	}
	return r, nil
}

// above reads what stands above the head: a label, and its value beside it.
func (t *table) above(r *Reply) error {
	fields := map[string]string{}
	for _, row := range t.sheet.Rows[:t.row] {
		for i := 0; i+1 < len(row); i++ {
			fields[words.Line(row[i])] = words.Line(sheet.Unguard(row[i+1]))
		}
	}
	written, id, _ := strings.Cut(fields[labelID], " ")
	r.ID, r.Organization, r.By = strings.TrimSpace(id), fields[labelName], fields[labelBy]
	switch {
	case !strings.HasPrefix(written, string(begins)):
		return fmt.Errorf("the line %q above the questions is missing, so it cannot be told where it came from", labelID)
	case written != schema:
		return fmt.Errorf("schema %q: this hygeia reads %s; a newer one wrote it", written, schema)
	}
	var err error
	if r.Quarter, err = assess.ParseQuarter(fields[labelTime]); err != nil {
		return fmt.Errorf("%s %w", labelTime, err)
	}
	if day := fields[labelOn]; day != "" {
		if r.On, err = assess.DayPast(day, t.today); err != nil {
			return fmt.Errorf("%s %w", labelOn, err)
		}
	}
	return nil
}

// parseCheckCell reads the key and the check of a row.
func parseCheckCell(text string) (key string, c Check, ok bool) {
	parts := strings.Fields(text)
	if len(parts) != 2 {
		return "", Check{}, false
	}
	c, err := ParseCheck(parts[1])
	return parts[0], c, err == nil
}

// filled are the columns that people write in, in their order.
var filled = []string{headAnswer, headReason, headBoth, headNote, headProof, headKind, headDated, headApprover, headReview}

func (t *table) given(row int) bool {
	for _, head := range filled {
		if t.text(row, head) != "" {
			return true
		}
	}
	return false
}

func (t *table) text(row int, head string) string {
	column, there := t.columns[head]
	if !there {
		return ""
	}
	return words.Clean(sheet.Unguard(t.sheet.Cell(row, column)))
}

func (t *table) formula(row int, head string) bool {
	column, there := t.columns[head]
	return there && t.sheet.Formula(row, column)
}
