package evidence

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"

	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// slashDate is a cell that is a date with slashes.
var slashDate = words.Pattern(`^(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)?$`)

// dayFirst reports whether a file writes the day before the month, as spreadsheets
// outside the US do: where a number above 12 stands first, and never second.
func (in *input) dayFirst(file *bufio.Reader) bool {
	head, _ := file.Peek(headSize) // an error comes again with the first row
	text, _ := io.ReadAll(sheet.Decoded(bytes.NewReader(head)))
	first, second := "", false
	parted := func(r rune) bool { return strings.ContainsRune(",;\t\r\n\"", r) }
	for cell := range bytes.FieldsFuncSeq(text, parted) {
		m := slashDate().FindSubmatch(cell)
		if m == nil {
			continue
		}
		if n, _ := strconv.Atoi(string(m[1])); n > 12 {
			first = string(cell)
		}
		if n, _ := strconv.Atoi(string(m[2])); n > 12 {
			second = true
		}
	}
	if first == "" || second {
		return false
	}
	in.note("its dates are read with the day before the month, as in %s", shown(first))
	return true
}

var dayMonth = words.Pattern(`^(\d{1,2})/(\d{1,2})/(\d)`)

// turnDates puts the month before the day in all cells that are dates with slashes.
func turnDates(cells []string) {
	for i, cell := range cells {
		if len(cell) <= len("24/03/2024 12:00:00 AM") {
			cells[i] = dayMonth().ReplaceAllString(cell, "$2/$1/$3")
		}
	}
}
