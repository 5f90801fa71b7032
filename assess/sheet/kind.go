package sheet

import (
	"bytes"
	"unicode/utf8"
)

// Kind is what a file is by its first bytes, whatever its name says.
type Kind int

// The kinds that can be told apart.
const (
	Unknown   Kind = iota // binary, and none of those below
	TextFile              // CSV, YAML, JSON or anything else that is text
	Workbook              // an Excel workbook (xlsx, xlsm)
	Zip                   // a zip archive that is no workbook
	OldExcel              // an Excel file of before 2007 (xls), or a workbook with a password
	PDF                   // a PDF document
	Database              // an SQLite database
	Gzip                  // a file packed by gzip
	OpenSheet             // an OpenDocument spreadsheet (ods)
	Empty                 // nothing, or white space only
)

var kindNames = [...]string{
	"a file of an unknown kind", "a text file", "an Excel workbook", "a zip archive",
	"an old Excel file (xls), or a workbook with a password", "a PDF document", "a database file",
	"a packed file (gzip)", "an OpenDocument spreadsheet (ods)", "an empty file",
}

// String names the kind as in "this is an Excel workbook".
func (k Kind) String() string { return kindNames[k] }

// KindOf looks at the first bytes of a file; a few thousand are enough.
func KindOf(data []byte) Kind {
	has := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return Empty
	case has("PK\x03\x04"):
		return zipKind(data)
	case has("PK\x05\x06"):
		return Zip
	case has("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"):
		return OldExcel
	case has("%PDF-"):
		return PDF
	case has("SQLite format 3\x00"):
		return Database
	case has("\x1F\x8B"):
		return Gzip
	case has("\xFF\xFE"), has("\xFE\xFF"), isText(data):
		return TextFile
	}
	return Unknown
}

// zipKind tells a workbook from another archive. The parts of a workbook may
// stand in any order, so it looks for their names, which stand unpacked.
func zipKind(data []byte) Kind {
	switch {
	case bytes.Contains(data, []byte("application/vnd.oasis.opendocument.spreadsheet")):
		return OpenSheet
	case bytes.Contains(data, []byte("xl/")), bytes.Contains(data, []byte("[Content_Types].xml")) && !bytes.Contains(data, []byte("word/")) && !bytes.Contains(data, []byte("ppt/")):
		return Workbook
	}
	return Zip
}

// isText reports whether the bytes hold no NUL, and few control characters.
// Older programs write letters outside ASCII in a code page, so that bytes that
// are no UTF-8 do not make a file binary.
func isText(data []byte) bool {
	head := data[:min(len(data), 4096)]
	control := 0
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		head = head[n:]
		switch {
		case r == 0:
			return false
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f':
			control++
		}
	}
	return control == 0
}

// tableHead is how much of a text is looked at to see whether it is a table, in bytes.
const tableHead = 64 << 10

// LooksLikeTable reports whether most lines at the beginning of a text have the same
// number of cells, more than one, or most from some line on, as below a title. YAML,
// JSON and XML are no tables.
func LooksLikeTable(data []byte) bool {
	text, err := toUTF8(data[:min(len(data), tableHead)&^1])
	if err != nil {
		return false
	}
	text = bytes.TrimSpace(text)
	if len(text) == 0 || bytes.IndexByte([]byte("{[<"), text[0]) >= 0 || bytes.HasPrefix(text, []byte("schema:")) || bytes.HasPrefix(text, []byte("---")) {
		return false
	}
	book, err := readText(text)
	if err != nil {
		return false
	}
	var counts []int // cells of each line that is not empty
	for _, row := range book.Sheets[0].Rows {
		if len(row) > 0 {
			counts = append(counts, len(row))
		}
	}
	if len(data) > tableHead && len(counts) > 0 {
		counts = counts[:len(counts)-1] // cut off
	}
	first := counts[:min(len(counts), 50)]
	rows := map[int]int{}
	for _, cells := range first {
		rows[cells]++
	}
	for cells, n := range rows {
		if cells > 1 && n > 1 && 2*n > len(first) {
			return true
		}
	}
	return endsAsTable(counts)
}

// endsAsTable reports whether a table of at least three lines stands below lines of
// another kind.
func endsAsTable(counts []int) bool {
	if len(counts) < 3 {
		return false
	}
	cells, n := counts[len(counts)-1], 0
	for i := len(counts) - 1; i >= 0 && counts[i] == cells; i-- {
		n++
	}
	return cells > 1 && n >= 3
}
