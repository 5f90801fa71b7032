package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"
	"strconv"

	"hygeia/frameworks/words"
)

// pdfFile is a PDF taken apart into its objects, so that more can be said in it
// than gofpdf knows how to. Only what gofpdf 1.16.2 writes is understood: anything
// else is an error, never a broken file.
type pdfFile struct {
	objects    [][]byte // the body of object 1, 2, …
	packed     [][]byte // objects after those, without streams, written compressed
	root, info int      // the numbers of the catalog and the document information
}

var (
	xrefStart  = words.Pattern(`startxref\n(\d+)\n%%EOF\n$`)
	xrefEntry  = words.Pattern(`^(\d{10}) 00000 n \n`)
	rootNumber = words.Pattern(`\n/Root (\d+) 0 R\n`)
	infoNumber = words.Pattern(`\n/Info (\d+) 0 R\n`)
)

// parsePDF takes apart what gofpdf wrote.
func parsePDF(data []byte) (*pdfFile, error) {
	table, trailer, err := xrefTable(data)
	if err != nil {
		return nil, err
	}
	f := &pdfFile{objects: make([][]byte, len(table))}
	if f.root, err = trailerNumber(trailer, "/Root", rootNumber(), len(table)); err != nil {
		return nil, err
	}
	if f.info, err = trailerNumber(trailer, "/Info", infoNumber(), len(table)); err != nil {
		return nil, err
	}
	end := len(data) - len(trailer)
	order := make([]int, len(table))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return table[order[i]] > table[order[j]] })
	for _, i := range order { // from the last in the file, as each ends where the next begins
		if f.objects[i], err = objectBody(data, i+1, table[i], end); err != nil {
			return nil, err
		}
		end = table[i]
	}
	return f, nil
}

// xrefTable returns where each object begins, and the file from there on.
func xrefTable(data []byte) (table []int, trailer []byte, err error) {
	m := xrefStart().FindSubmatch(data[max(0, len(data)-64):])
	if m == nil || !bytes.HasPrefix(data, []byte("%PDF-1.")) {
		return nil, nil, errors.New("the file does not begin or end like a PDF")
	}
	start, err := strconv.Atoi(string(m[1]))
	if err != nil || start >= len(data) {
		return nil, nil, fmt.Errorf("the table of objects is at %s, past the end", m[1])
	}
	trailer = data[start:]
	_, entries, found := bytes.Cut(trailer, []byte("0000000000 65535 f \n"))
	if !found {
		return nil, nil, errors.New("the table of objects has no first entry")
	}
	for {
		m := xrefEntry().FindSubmatch(entries)
		if m == nil {
			return table, trailer, nil
		}
		at, _ := strconv.Atoi(string(m[1])) // ten digits
		table = append(table, at)
		entries = entries[len(m[0]):]
	}
}

func trailerNumber(trailer []byte, name string, entry *regexp.Regexp, objects int) (int, error) {
	m := entry.FindSubmatch(trailer)
	if m == nil {
		return 0, fmt.Errorf("the trailer has no %s", name)
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil || n < 1 || n > objects {
		return 0, fmt.Errorf("the trailer names object %s of %d", m[1], objects)
	}
	return n, nil
}

func objectBody(data []byte, number, start, end int) ([]byte, error) {
	head := fmt.Appendf(nil, "%d 0 obj\n", number)
	foot := []byte("\nendobj\n")
	if start < 0 || start > end {
		return nil, fmt.Errorf("object %d is not where the table says", number)
	}
	body, isHead := bytes.CutPrefix(data[start:end], head)
	body, isFoot := bytes.CutSuffix(body, foot)
	if !isHead || !isFoot {
		return nil, fmt.Errorf("object %d does not begin or end like one", number)
	}
	return body, nil
}

// add appends an object and returns its number. None is added after the first
// packed one, which come last.
func (f *pdfFile) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

// nextPacked is the number the next packed object will have.
func (f *pdfFile) nextPacked() int { return len(f.objects) + len(f.packed) + 1 }

// pack appends an object that is compressed together with others.
func (f *pdfFile) pack(body []byte) int {
	f.packed = append(f.packed, body)
	return len(f.objects) + len(f.packed)
}

// insert puts entries into an object's dictionary, after what it begins with.
func (f *pdfFile) insert(number int, begins, entries string) error {
	rest, found := bytes.CutPrefix(f.objects[number-1], []byte(begins))
	if !found {
		return fmt.Errorf("object %d does not begin with %q", number, begins)
	}
	f.objects[number-1] = []byte(begins + entries + string(rest))
	return nil
}

// write writes the file anew as PDF 1.7. The packed objects and the table of
// objects are compressed (ISO 32000-1, 7.5.7 and 7.5.8): a report has thousands
// of cells.
func (f *pdfFile) write(w io.Writer, z *compressor) error {
	var out bytes.Buffer
	out.Grow(f.size())
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var table []byte
	entry := func(kind byte, a, b int) {
		table = append(table, kind)
		table = binary.BigEndian.AppendUint32(table, uint32(a))
		table = binary.BigEndian.AppendUint16(table, uint16(b))
	}
	entry(0, 0, 65535)
	for i, body := range f.objects {
		entry(1, out.Len(), 0)
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	streams := f.packs(z)
	first := len(f.objects) + len(f.packed) + 1
	for i := range f.packed {
		entry(2, first+i/packSize, i%packSize)
	}
	for i, body := range streams {
		entry(1, out.Len(), 0)
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", first+i, body)
	}
	self, start := first+len(streams), out.Len()
	entry(1, start, 0)
	digest := sha256.Sum256(out.Bytes())
	id := digest[:16]
	trailer := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]", self+1, f.root, f.info, id, id)
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", self, z.stream(trailer, table), start)
	_, err := w.Write(out.Bytes())
	return err
}

// size is about how long the file becomes.
func (f *pdfFile) size() int {
	n := 1 << 16
	for _, body := range f.objects {
		n += len(body) + 32
	}
	return n
}

// packSize is how many objects are compressed together: a viewer unpacks all of
// them to read one.
const packSize = 500

// packs returns the streams that hold the packed objects.
func (f *pdfFile) packs(z *compressor) [][]byte {
	var streams [][]byte
	for start := 0; start < len(f.packed); start += packSize {
		var data []byte
		size, part := 0, f.packed[start:min(start+packSize, len(f.packed))]
		for i, body := range part {
			data = fmt.Appendf(data, "%d %d ", len(f.objects)+start+i+1, size)
			size += len(body) + len("\n")
		}
		entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(part), len(data))
		data = slices.Grow(data, size)
		for _, body := range part {
			data = append(append(data, body...), '\n')
		}
		streams = append(streams, z.stream(entries, data))
	}
	return streams
}
