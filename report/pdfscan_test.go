package report

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// drawnText is one text operator of a page, in points from the lower left.
type drawnText struct {
	page int // from 1
	x, y float64
	text string
}

// scannedPDF is what a test can see of a PDF without a library: enough for the
// simple layout gofpdf writes.
type scannedPDF struct {
	raw     []byte
	pages   []string // the drawing operators of each page
	texts   []drawnText
	links   []string // targets, in page order
	outline []string // titles with two spaces for each level, in reading order
}

func (s *scannedPDF) onPage(page int) string {
	var all []string
	for _, t := range s.texts {
		if t.page == page {
			all = append(all, t.text)
		}
	}
	return strings.Join(all, "\n")
}

// all is every text drawn, one operator a line.
func (s *scannedPDF) all() string {
	var all []string
	for page := range s.pages {
		all = append(all, s.onPage(page+1))
	}
	return strings.Join(all, "\n")
}

// mustDraw draws a document and scans the result.
func mustDraw(t testing.TB, d *Document, opts Options) *scannedPDF {
	t.Helper()
	var out bytes.Buffer
	if err := drawPDF(&out, d, opts); err != nil {
		t.Fatalf("drawPDF: %v", err)
	}
	return scanPDF(t, out.Bytes())
}

var (
	pageObject = regexp.MustCompile(`(?s)<</Type /Page\n.*?/Contents (\d+) 0 R>>`)
	textBegin  = regexp.MustCompile(`BT ([-0-9.]+) ([-0-9.]+) Td \(`)
	linkAction = regexp.MustCompile(`/A <</S /URI /URI \(((?:[^()\\]|\\.)*)\)>>`)
)

func scanPDF(t testing.TB, raw []byte) *scannedPDF {
	t.Helper()
	s := &scannedPDF{raw: raw}
	for i, m := range pageObject.FindAllSubmatch(raw, -1) {
		content := inflate(t, object(t, raw, string(m[1])))
		s.pages = append(s.pages, content)
		s.texts = append(s.texts, scanTexts(content, i+1)...)
	}
	for _, m := range linkAction.FindAllSubmatch(raw, -1) {
		s.links = append(s.links, unescape(string(m[1])))
	}
	if m := regexp.MustCompile(`/Outlines (\d+) 0 R`).FindSubmatch(raw); m != nil {
		s.walkOutline(t, reference(t, object(t, raw, string(m[1])), "First"), "")
	}
	return s
}

// walkOutline follows the outline as a viewer does, from First to Next.
func (s *scannedPDF) walkOutline(t testing.TB, number, indent string) {
	t.Helper()
	for number != "" {
		if len(s.outline) > 10_000 {
			t.Fatal("the outline runs in a circle")
		}
		o := object(t, s.raw, number)
		title, _ := readString(o[bytes.Index(o, []byte("/Title ("))+len("/Title ("):])
		s.outline = append(s.outline, indent+title)
		s.walkOutline(t, reference(t, o, "First"), indent+"  ")
		number = reference(t, o, "Next")
	}
}

// object returns the body of an object.
func object(t testing.TB, raw []byte, number string) []byte {
	t.Helper()
	start := bytes.Index(raw, []byte("\n"+number+" 0 obj\n"))
	if start < 0 {
		t.Fatalf("object %s is not in the file", number)
	}
	body := raw[start+len(number)+8:]
	return body[:bytes.Index(body, []byte("\nendobj"))]
}

// reference returns the object number under a name, "" if there is none.
func reference(t testing.TB, body []byte, name string) string {
	t.Helper()
	m := regexp.MustCompile(`/` + name + ` (\d+) 0 R`).FindSubmatch(body)
	if m == nil {
		return ""
	}
	return string(m[1])
}

func inflate(t testing.TB, body []byte) string {
	t.Helper()
	start := bytes.Index(body, []byte("stream\n")) + len("stream\n")
	r, err := zlib.NewReader(bytes.NewReader(body[start:]))
	if err != nil {
		t.Fatalf("page content: %v", err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("page content: %v", err)
	}
	return string(content)
}

func scanTexts(content string, page int) []drawnText {
	var texts []drawnText
	for {
		m := textBegin.FindStringSubmatchIndex(content)
		if m == nil {
			return texts
		}
		x, _ := strconv.ParseFloat(content[m[2]:m[3]], 64)
		y, _ := strconv.ParseFloat(content[m[4]:m[5]], 64)
		text, used := readString([]byte(content[m[1]:]))
		text = strings.TrimSuffix(text, " ") // what ends a line
		texts = append(texts, drawnText{page, x, y, text})
		content = content[m[1]+used:]
	}
}

// readString reads a PDF string of UTF-16 up to its closing parenthesis.
func readString(b []byte) (text string, used int) {
	end := 0
	for b[end] != ')' {
		if b[end] == '\\' {
			end++
		}
		end++
	}
	raw := []byte(unescape(string(b[:end])))
	raw = bytes.TrimPrefix(raw, []byte{0xFE, 0xFF})
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units)), end
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(s)
}
