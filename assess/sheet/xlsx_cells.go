package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// cell is one cell as the file has it.
type cell struct {
	Ref    string  `xml:"r,attr"`
	Type   string  `xml:"t,attr"`
	Style  int     `xml:"s,attr"`
	Value  string  `xml:"v"`
	Sum    *string `xml:"f"` // the formula; nil without one
	Inline rich    `xml:"is"`
}

// read reads the cells of one worksheet, row after row.
func (w *workbook) read(name string, s *Sheet) error {
	r, err := w.part(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	row, column := -1, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(name)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			row, column = row+1, 0
			if n, err := strconv.Atoi(attribute(start, "r")); err == nil && n > 0 {
				row = n - 1
			}
			if row >= maxRows {
				return errTooLarge
			}
		case "c":
			var c cell
			if err := d.DecodeElement(&c, &start); err != nil {
				return damaged(name)
			}
			if r, col, ok := place(c.Ref); ok {
				row, column = r, col
			}
			if c.Sum != nil && c.Value == "" && c.Type != "str" && len(s.Blank) < maxRows {
				s.Blank = append(s.Blank, Place{row, column})
			}
			if err := w.set(s, row, column, w.text(c)); err != nil {
				return err
			}
			if c.Sum != nil {
				if s.formulas == nil {
					s.formulas = map[[2]int]bool{}
				}
				s.formulas[[2]int{row, column}] = true
			}
			column++
		case "mergeCell":
			if m, ok := block(attribute(start, "ref")); ok && len(s.Merged) < maxRows {
				s.Merged = append(s.Merged, m)
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// set puts a text at its place. An empty cell makes no row longer.
func (w *workbook) set(s *Sheet, row, column int, text string) error {
	if text == "" {
		return nil
	}
	if w.cells++; row < 0 || row >= maxRows || column >= maxColumns || w.cells > maxCells {
		return errTooLarge
	}
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	for len(s.Rows[row]) <= column {
		s.Rows[row] = append(s.Rows[row], "")
	}
	s.Rows[row][column] = text
	return nil
}

// text returns what a cell shows. A mistake of a formula, such as #N/A, is empty.
func (w *workbook) text(c cell) string {
	switch c.Type {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(c.Value)); err == nil && i >= 0 && i < len(w.shared) {
			return w.shared[i]
		}
		return ""
	case "inlineStr":
		return tidy(c.Inline.text())
	case "str":
		return tidy(unescape(c.Value))
	case "b":
		if c.Value == "1" {
			return "TRUE"
		}
		return "FALSE"
	case "e":
		return ""
	case "d":
		day, _, _ := strings.Cut(c.Value, "T")
		return day
	}
	return w.number(c.Value, c.Style)
}

// place reads "B12" as row 11, column 1.
func place(ref string) (row, column int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	n, err := strconv.Atoi(ref[i:])
	if i == 0 || err != nil || n < 1 {
		return 0, 0, false
	}
	return n - 1, column - 1, true
}

// block reads "A2:B5".
func block(ref string) (Range, bool) {
	from, to, _ := strings.Cut(ref, ":")
	r, c, ok := place(from)
	r2, c2, ok2 := place(to)
	return Range{r, c, r2, c2}, ok && ok2 && r2 >= r && c2 >= c
}
