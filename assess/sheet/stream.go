package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Stream reads a text with separators row by row, in the memory of one row. It
// takes what [Read] takes, in UTF-8, UTF-16 or the code page of western Windows,
// whatever parts its cells, but is strict about quotes: a stray one makes the row
// unreadable, and a file that ends inside one is [ErrCutOff].
type Stream struct {
	csv   *csv.Reader
	meter *meter
}

// ErrCutOff says that a file ends in the middle of a row.
var ErrCutOff = errors.New("the file ends in the middle of a row")

// ErrRow says that a row cannot be read as one; those after it can.
var ErrRow = errors.New("the row cannot be read")

// ErrBinary says that a text holds what no text does.
var ErrBinary = errors.New("is no text: it holds zero bytes")

// maxRow is the most that one row may have, in bytes.
const maxRow = 8 << 20

// streamHead is how much is looked at to find what parts the cells, in bytes.
const streamHead = 64 << 10

// NewStream begins to read.
func NewStream(r io.Reader) *Stream {
	text := bufio.NewReaderSize(Decoded(r), streamHead)
	head, _ := text.Peek(streamHead) // an error comes again with the first row
	rest, separator := declaredSeparator(head)
	if separator != 0 {
		text.Discard(len(head) - len(rest))
		head = rest
	} else {
		separator = bestSeparator(head)
	}
	m := &meter{r: text}
	s := &Stream{csv: csv.NewReader(m), meter: m}
	s.csv.Comma, s.csv.FieldsPerRecord, s.csv.ReuseRecord = separator, -1, true
	return s
}

// Next returns the next row and the line it begins on; the row is good until the
// next call. At the end the error is io.EOF. [ErrRow] is about one row only, and
// reading can go on.
func (s *Stream) Next() (row []string, line int, err error) {
	s.meter.since = 0
	row, err = s.csv.Read()
	var parse *csv.ParseError
	switch {
	case err == nil:
	case errors.As(err, &parse):
		if s.meter.ended && s.csv.InputOffset() >= s.meter.all {
			return nil, parse.StartLine, ErrCutOff
		}
		return nil, parse.StartLine, fmt.Errorf("line %d: %w: a quotation mark is out of place", parse.StartLine, ErrRow)
	default:
		return nil, 0, err
	}
	line, _ = s.csv.FieldPos(0)
	for i, cell := range row {
		if !utf8.ValidString(cell) {
			row[i] = fromWindows(cell)
		}
	}
	return row, line, nil
}

// Ended reports whether the row that was read last has no line end behind it: it
// may have been cut off.
func (s *Stream) Ended() bool {
	return s.meter.ended && s.meter.lastByte != '\n' && s.meter.lastByte != '\r' && s.csv.InputOffset() >= s.meter.all
}

func fromWindows(cell string) string {
	text, err := charmap.Windows1252.NewDecoder().String(cell)
	if err != nil {
		return strings.ToValidUTF8(cell, "\uFFFD")
	}
	return text
}

// lines makes every line end a line feed, whatever it was, and returns how many
// bytes are left.
func (m *meter) lines(p []byte) int {
	if len(p) == 0 || !m.cr && bytes.IndexByte(p, '\r') < 0 {
		return len(p)
	}
	n := 0
	for _, b := range p {
		if b == '\n' && m.cr {
			m.cr = false
			continue
		}
		if m.cr = b == '\r'; m.cr {
			b = '\n'
		}
		p[n] = b
		n++
	}
	return n
}

// meter counts what goes through, and ends a row that has no end.
type meter struct {
	r        io.Reader
	cr       bool // the byte before was a carriage return
	since    int
	all      int64
	ended    bool
	lastByte byte
}

func (m *meter) Read(p []byte) (int, error) {
	if m.since > maxRow {
		return 0, fmt.Errorf("one row has more than %d MB: a quotation mark is never closed, or this is no table", maxRow>>20)
	}
	n, err := m.r.Read(p)
	n = m.lines(p[:n])
	m.since += n
	m.all += int64(n)
	if n > 0 {
		m.lastByte = p[n-1]
		if bytes.IndexByte(p[:n], 0) >= 0 {
			return 0, ErrBinary
		}
	}
	if err == io.EOF {
		m.ended = true
	}
	return n, err
}

// Decoded returns the text of a file in UTF-8 without a byte order mark; text without
// one stays as it is.
func Decoded(r io.Reader) io.Reader {
	return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
}
