package evidence

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"

	"hygeia/assess"
	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
)

// Options say what a file cannot say itself.
type Options struct {
	Catalog   *Catalog       // CISA's list of flaws in use, to look flaws up in; nil without one
	From      assess.Vantage // where the scan looked from, for files that do not say
	KeepHosts bool           // keep names and addresses of systems
	As        string         // the kind of file that is meant where a table fits several; see [Families]
}

// Report is what was read of one file.
type Report struct {
	Evidence *assess.Evidence
	Catalog  *Catalog // of a file that is the catalog itself
	Columns  []string // columns that are not known and were passed over
	Notes    []string // what a person should know, such as the first rows that cannot be read
}

// ErrUnknown says that a file is none of those that can be read.
var ErrUnknown = errors.New("is no scan file that can be read")

// headSize is how much is looked at to recognize a file, in bytes.
const headSize = 64 << 10

// Recognize reports whether a file begins as one that [Read] reads; a few
// thousand bytes are enough.
func Recognize(head []byte) bool {
	return find(head, sheet.KindOf(head)) != nil
}

// Head reads as much of a file as is needed to recognize it.
func Head(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, headSize)) }

// IsCatalog reports whether a file begins as CISA's list of flaws in use, in which
// the flaws of other files are looked up.
func IsCatalog(head []byte) bool {
	text, err := io.ReadAll(sheet.Decoded(bytes.NewReader(head)))
	if err != nil || len(text) == 0 {
		return false
	}
	if isKEV(text) {
		return true
	}
	t, _, err := seek(sheet.NewStream(bytes.NewReader(text)), "")
	return err == nil && t.kind == "kev-catalog"
}

// Read reads one file. Its name stands in front of mistakes. The error wraps
// [ErrUnknown] where the file is something else.
func Read(name string, r io.Reader, opts Options) (*Report, error) {
	sum := &summed{r: r, hash: sha256.New()}
	file := bufio.NewReaderSize(sum, headSize)
	head, err := file.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	kind := sheet.KindOf(head)
	if text := elsewhere()[kind]; text != "" {
		return nil, fmt.Errorf("%s: is %v; %s", name, kind, text)
	}
	read := find(head, kind)
	if read == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrUnknown)
	}
	in := &input{opts: opts, report: &Report{Evidence: &assess.Evidence{From: opts.From, Figures: map[string]assess.Figure{}}}}
	if err := read(in, file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if _, err := io.Copy(io.Discard, file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	e := in.report.Evidence
	e.Digest = "sha256:" + hex.EncodeToString(sum.hash.Sum(nil))
	if e.Rows == 0 && e.Unread > 0 {
		return nil, fmt.Errorf("%s: none of its %s can be read; %s", name, words.Count(e.Unread, "row", "rows"), in.report.Notes[0])
	}
	return in.report, nil
}

// elsewhere says what to do about files that hold the wanted one.
func elsewhere() map[sheet.Kind]string {
	return map[sheet.Kind]string{
		sheet.PDF:   "the figures are in the CSV files attached to it: open it in a desktop PDF reader with the password CISA sent, go to the page \"Attachments\", double-click each paper clip, and save them all into one folder",
		sheet.Gzip:  "unpack it first, and import what is in it",
		sheet.Empty: "there is nothing to read",
	}
}

// reader reads the rest of a file it was found for.
type reader func(*input, *bufio.Reader) error

// find returns what reads a file that begins so; nil if nothing does.
func find(head []byte, kind sheet.Kind) reader {
	if !readable(head, kind) {
		return nil
	}
	text, err := io.ReadAll(sheet.Decoded(bytes.NewReader(head)))
	if err != nil && len(text) == 0 {
		return nil
	}
	text = bytes.TrimSpace(text)
	switch {
	case bytes.HasPrefix(text, []byte("{")), bytes.HasPrefix(text, []byte("[")):
		return findJSON(text)
	case bytes.HasPrefix(text, []byte("<")), xmlBehind(text[:min(len(text), 2000)]):
		return findXML(text)
	}
	return findTable(text)
}

// readable reports whether a file is text. What services answer to a scanner can hold
// control characters, so that a file with some is looked at all the same.
func readable(head []byte, kind sheet.Kind) bool {
	return kind == sheet.TextFile || kind == sheet.Unknown && bytes.IndexByte(head, 0) < 0
}

// input is a file while it is read.
type input struct {
	opts   Options
	report *Report
	hosts  map[string]bool
}

func (in *input) put(key string, f assess.Figure) { in.report.Evidence.Figures[key] = f }

func (in *input) exactly(key string, n int) { in.put(key, assess.Exactly(n)) }

// missing says that files of this kind can have figures that this one has not.
func (in *input) missing(keys ...string) {
	in.report.Evidence.Missing = append(in.report.Evidence.Missing, keys...)
}

// notesShown is how many of the rows that cannot be read are told with their reason.
const notesShown = 3

// unread counts a row that cannot be read.
func (in *input) unread(line int, why error) {
	in.report.Evidence.Unread++
	switch e := in.report.Evidence; {
	case e.Unread > notesShown:
	case line == 0: // entries of JSON have a place in a list, and no line
		in.note("entry %d: %v", e.Rows+e.Unread, why)
	default:
		in.note("line %d: %v", line, why)
	}
}

func (in *input) note(format string, args ...any) {
	in.report.Notes = append(in.report.Notes, fmt.Sprintf(format, args...))
}

// later keeps the latest of the days a file tells.
func (in *input) later(d assess.Date) {
	if d.After(in.report.Evidence.Date) {
		in.report.Evidence.Date = d
	}
}

// summed makes the digest of what is read through it.
type summed struct {
	r    io.Reader
	hash hash.Hash
}

func (s *summed) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.hash.Write(p[:n])
	return n, err
}
