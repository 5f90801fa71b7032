// Package rows turns quarters into tidy tables for other engines: a row a thing, a
// column a fact, the same columns in every file. Where a thousand sites are not
// enough, a database or a data lake goes on from here.
//
// Nothing in a table names a person, and there are no notes, reasons or places. The
// name of the organization, and titles of its own questions, are what they typed.
package rows

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"hygeia/assess"
	"hygeia/assess/sheet"
)

// Kind is what a column holds, by its name in SQL.
type Kind string

// The kinds of column. A day is a date like 2026-09-14.
const (
	Text Kind = "text"
	Int  Kind = "integer"
	Bool Kind = "boolean"
	Day  Kind = "date"
)

// Column is one column of a table.
type Column struct {
	Name string
	Kind Kind
	Says string // what it means, in a line
}

// Table is one of the tables. Its rows come in files, one for each site and quarter.
type Table struct {
	Name    string
	Says    string
	Columns []Column
}

// Row is one row: a string, int, bool, assess.Date or nil for each column. An empty
// string, and the zero Date, are nothing.
type Row []any

// Formats are the formats of a file.
var Formats = []string{"jsonl", "csv"}

// Encode returns rows of the table as a file in one of the [Formats].
func (t Table) Encode(format string, rows []Row) ([]byte, error) {
	for _, row := range rows {
		if len(row) != len(t.Columns) {
			return nil, fmt.Errorf("table %s: a row of %d cells for %d columns", t.Name, len(row), len(t.Columns))
		}
	}
	if format == "csv" {
		return t.csv(rows)
	}
	return t.jsonl(rows)
}

// csv writes a head and a line for each row. What is nothing is an empty cell. A text
// that a spreadsheet would take for a formula is guarded.
func (t Table) csv(rows []Row) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Name
	}
	if err := w.Write(line); err != nil {
		return nil, err
	}
	for _, row := range rows {
		for i, cell := range row {
			line[i] = plain(cell)
		}
		if err := w.Write(line); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func plain(cell any) string {
	switch v := cell.(type) {
	case string:
		return sheet.Guard(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case assess.Date:
		return v.String()
	}
	return ""
}

// jsonl writes an object a line, with every column in its order. What is nothing is
// null.
func (t Table) jsonl(rows []Row) ([]byte, error) {
	var b bytes.Buffer
	for _, row := range rows {
		for i, cell := range row {
			sep := byte(',')
			if i == 0 {
				sep = '{'
			}
			b.WriteByte(sep)
			value, err := json.Marshal(orNull(cell))
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&b, "%q:%s", t.Columns[i].Name, value)
		}
		b.WriteString("}\n")
	}
	return b.Bytes(), nil
}

func orNull(cell any) any {
	switch v := cell.(type) {
	case string:
		if v == "" {
			return nil
		}
	case assess.Date:
		if v.IsZero() {
			return nil
		}
		return v.String()
	}
	return cell
}

// SQL returns the statements that make the tables, with a comment for each column.
func SQL() string {
	var b strings.Builder
	b.WriteString("-- The tables of \"hygeia export rows\". Each file holds rows of one table, with these\n-- columns in this order; site and quarter in its path are folder and period again.\n")
	for _, t := range Tables() {
		fmt.Fprintf(&b, "\n-- %s\nCREATE TABLE %s (\n", t.Says, t.Name)
		for i, c := range t.Columns {
			comma := ","
			if i == len(t.Columns)-1 {
				comma = ""
			}
			fmt.Fprintf(&b, "  %-16s %-8s -- %s\n", c.Name, string(c.Kind)+comma, c.Says)
		}
		b.WriteString(");\n")
	}
	return b.String()
}

// Path returns where the rows of a table about a site and a quarter go, with slashes:
// "answers/site=north/quarter=2026-Q3/rows.csv".
func Path(table, folder string, period assess.Quarter, format string) string {
	return fmt.Sprintf("%s/site=%s/quarter=%s/rows.%s", table, partition(folder), period, format)
}

// partition writes a value as Hive does: what could part a path, or means something
// in one, as a percent sign and two digits.
func partition(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"#%'*/:=?\{}[]^<>|`, c) >= 0 || s == "." || s == ".." {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
