package pdftest

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

// Drawn is one text operator of a page, in points from the lower left.
type Drawn struct {
	Page int // from 1
	X, Y float64
	Text string
}

// Scanned is what a test can see of a PDF without a library: enough for the
// simple layout gofpdf writes.
type Scanned struct {
	Raw     []byte
	Pages   []string // the drawing operators of each page
	Texts   []Drawn
	Links   []string // targets, in page order
	Outline []string // titles with two spaces for each level, in reading order
}

// OnPage is every text of a page, one operator a line.
func (s *Scanned) OnPage(page int) string {
	var all []string
	for _, t := range s.Texts {
		if t.Page == page {
			all = append(all, t.Text)
		}
	}
	return strings.Join(all, "\n")
}

// All is every text drawn, one operator a line.
func (s *Scanned) All() string {
	var all []string
	for page := range s.Pages {
		all = append(all, s.OnPage(page+1))
	}
	return strings.Join(all, "\n")
}

var (
	pageObject = regexp.MustCompile(`(?s)<</Type /Page\n.*?/Contents (\d+) 0 R>>`)
	textBegin  = regexp.MustCompile(`BT ([-0-9.]+) ([-0-9.]+) Td \(`)
	linkAction = regexp.MustCompile(`/A <</S /URI /URI \(((?:[^()\\]|\\.)*)\)>>`)
)

// Scan reads a file that package pdf wrote.
func Scan(t testing.TB, raw []byte) *Scanned {
	t.Helper()
	s := &Scanned{Raw: raw}
	for i, m := range pageObject.FindAllSubmatch(raw, -1) {
		content := Inflate(t, Object(t, raw, string(m[1])))
		s.Pages = append(s.Pages, content)
		s.Texts = append(s.Texts, scanTexts(content, i+1)...)
	}
	for _, m := range linkAction.FindAllSubmatch(raw, -1) {
		s.Links = append(s.Links, unescape(string(m[1])))
	}
	if m := regexp.MustCompile(`/Outlines (\d+) 0 R`).FindSubmatch(raw); m != nil {
		s.walkOutline(t, Reference(t, Object(t, raw, string(m[1])), "First"), "")
	}
	return s
}

// walkOutline follows the outline as a viewer does, from First to Next.
func (s *Scanned) walkOutline(t testing.TB, number, indent string) {
	t.Helper()
	for number != "" {
		if len(s.Outline) > 10_000 {
			t.Fatal("the outline runs in a circle")
		}
		o := Object(t, s.Raw, number)
		title, _ := ReadString(o[bytes.Index(o, []byte("/Title ("))+len("/Title ("):])
		s.Outline = append(s.Outline, indent+title)
		s.walkOutline(t, Reference(t, o, "First"), indent+"  ")
		number = Reference(t, o, "Next")
	}
}

// Object returns the body of an object.
func Object(t testing.TB, raw []byte, number string) []byte {
	t.Helper()
	start := bytes.Index(raw, []byte("\n"+number+" 0 obj\n"))
	if start < 0 {
		t.Fatalf("object %s is not in the file", number)
	}
	body := raw[start+len(number)+8:]
	return body[:bytes.Index(body, []byte("\nendobj"))]
}

// Reference returns the object number under a name, "" if there is none.
func Reference(t testing.TB, body []byte, name string) string {
	t.Helper()
	m := regexp.MustCompile(`/` + name + ` (\d+) 0 R`).FindSubmatch(body)
	if m == nil {
		return ""
	}
	return string(m[1])
}

// Inflate returns the data of a compressed stream.
func Inflate(t testing.TB, body []byte) string {
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

func scanTexts(content string, page int) []Drawn {
	var texts []Drawn
	for {
		m := textBegin.FindStringSubmatchIndex(content)
		if m == nil {
			return texts
		}
		x, _ := strconv.ParseFloat(content[m[2]:m[3]], 64)
		y, _ := strconv.ParseFloat(content[m[4]:m[5]], 64)
		text, used := ReadString([]byte(content[m[1]:]))
		text = strings.TrimSuffix(text, " ") // what ends a line
		texts = append(texts, Drawn{page, x, y, text})
		content = content[m[1]+used:]
	}
}

// ReadString reads a PDF string of UTF-16 up to its closing parenthesis.
func ReadString(b []byte) (text string, used int) {
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
