package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// readText reads a text with separators: comma, semicolon, tab or bar, whichever
// parts its first lines best; in UTF-8, UTF-16 with a byte order mark, or the
// code page of western Windows.
func readText(data []byte) (*Book, error) {
	text, err := toUTF8(data)
	if err != nil {
		return nil, err
	}
	text, separator := declaredSeparator(withLines(text))
	if separator == 0 {
		separator = bestSeparator(text)
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator, -1, true
	s, cells, next := Sheet{}, 0, 1 // next is the line behind the row before
	for at := int64(0); ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("cannot be read as a table: %w", err)
		}
		line, _ := r.FieldPos(0)
		for blank := line - next; blank > 0 && len(s.Rows) < maxRows; blank-- { // an empty line is a row, as a spreadsheet counts
			s.Rows = append(s.Rows, nil)
		}
		next += bytes.Count(text[at:r.InputOffset()], []byte("\n"))
		at = r.InputOffset()
		cells += len(row)
		if len(s.Rows) >= maxRows || len(row) > maxColumns || cells > maxCells {
			return nil, errTooLarge
		}
		for i, cell := range row {
			row[i] = tidy(cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return &Book{Sheets: []Sheet{s}}, nil
}

// toUTF8 returns a text in UTF-8 without a byte order mark.
func toUTF8(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return nil, fmt.Errorf("looks like UTF-16, but cannot be read as such: %w", err)
		}
		return out, nil
	case !utf8.Valid(data):
		return charmap.Windows1252.NewDecoder().Bytes(data)
	}
	return bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), nil
}

// withLines returns a text whose lines end as usual: programs of the older Mac end them
// with a carriage return alone.
func withLines(text []byte) []byte {
	if bytes.IndexByte(text, '\n') < 0 {
		return bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	return text
}

// declaredSeparator takes away the line "sep=;" with which Excel is told what
// parts the cells, and returns the separator; 0 if there is no such line.
func declaredSeparator(text []byte) ([]byte, rune) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	if len(line) == len("sep=,") && bytes.HasPrefix(line, []byte("sep=")) {
		return rest, rune(line[len(line)-1])
	}
	return text, 0
}

// bestSeparator returns the separator that gives most of the first rows the same
// number of cells, read with quotes: a comma in a sentence parts only some rows.
// Where two are equal it is the one with more cells, then the comma, then the
// semicolon.
func bestSeparator(text []byte) rune {
	best, most := ',', 0
	for _, separator := range ",;\t|" {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator, -1, true
		rows, all := map[int]int{}, 0 // by number of cells
		for range 200 {
			row, err := r.Read()
			if err != nil {
				break
			}
			rows[len(row)]++
			all++
		}
		for cells, n := range rows { // the share, as a separator that is none breaks cells of several lines into more rows
			if weight := n*1000/all*maxColumns + cells; cells > 1 && weight > most {
				best, most = separator, weight
			}
		}
	}
	return best
}

// tidy returns the text of a cell with plain line ends and without blanks around
// it; a blank that must not break is a blank.
func tidy(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ").Replace(s)
	if len(s) > maxCell {
		s = strings.ToValidUTF8(s[:maxCell], "")
	}
	return strings.TrimSpace(s)
}
