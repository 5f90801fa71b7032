package strictyaml_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"hygeia/frameworks/strictyaml"
)

// utf16Of is what PowerShell 5.1 and Notepad write: UTF-16 with its mark and the
// line ends of Windows.
func utf16Of(text string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n"))) {
		low, high := byte(u), byte(u>>8)
		if big {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

func TestTextOfWindows(t *testing.T) {
	const text = "a: naïve 😀\nb: two\n"
	for name, data := range map[string]string{
		"UTF-8": text, "with a mark": "\uFEFF" + text, "UTF-16": utf16Of(text, false), "UTF-16, big end first": utf16Of(text, true),
	} {
		doc, err := strictyaml.Parse("f.yaml", []byte(data), strictyaml.Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		m := doc.Root().Mapping("a", "b")
		if a, b := m.Get("a").Text(), m.Get("b").Text(); a != "naïve 😀" || b != "two" {
			t.Errorf("%s: read %q and %q", name, a, b)
		}
	}
}

// JSON writes what has no place in 16 bits as two escapes; it is read as the one
// character it is, and what follows in the line keeps its column.
func TestJSONHalves(t *testing.T) {
	const data = `{"a": "\ud83d\uDE00 and \\\\ud83d\\ude00 or \\\ud83d\ude00", "b": 1, "bad": 2}`
	doc, err := strictyaml.Parse("f.json", []byte(data), strictyaml.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	m := doc.Root().Mapping("a", "b")
	if got, want := m.Get("a").Text(), `😀 and \\ud83d\ude00 or \😀`; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	want := []string{fmtPlace(data, `"bad"`) + `: unknown key "bad": must be a or b`}
	if diff := cmp.Diff(want, lines(doc.Err())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	quoted := "a: '\\ud83d\\ude00'\n"
	doc, err = strictyaml.Parse("f.yaml", []byte(quoted), strictyaml.Limits{})
	if err != nil || doc.Root().Mapping("a").Get("a").Text() != `\ud83d\ude00` {
		t.Errorf("a text in single quotes means itself: %v", err)
	}
}

// Every sample is recognized by its first bytes, whatever its name, and before it
// is found too large.
func TestForeign(t *testing.T) {
	samples := map[string]string{
		"table.csv": "a table (CSV)", "semicolons.csv": "a table (CSV)", "tabs.txt": "a table (CSV)",
		"workbook.xlsx": "an Excel workbook", "letter.docx": "a Word document", "assessment.csetw": "an assessment saved by CSET",
		"files.zip": "a packed file (ZIP)", "page.html": "a web page", "feed.xml": "an XML file",
	}
	dir := filepath.Join("..", "..", "testdata", "foreign")
	for name, what := range samples {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		checkForeign(t, name, string(data), what)
	}
	checkForeign(t, "cut-off.XLSX", "PK\x03\x04", "an Excel workbook")
	for start, what := range map[string]string{
		"%PDF-1.7\n":                       "a PDF",
		"SQLite format 3\x00":              "a database (SQLite), such as an assessment tool keeps its answers in",
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1": "a document of an older Office program (such as xls or doc)",
		"\x1F\x8B\x08":                     "a packed file (gzip)", "\x89PNG\r\n": "a picture", "MZ\x90": "a program", `{\rtf1`: "a text document (RTF)",
	} {
		checkForeign(t, "f", start+strings.Repeat("\x00", 2<<20), what)
	}
	for _, ours := range []string{
		"schema: x, y\nb: c, d\n", "# a, b\n# c, d\n", "\"a, b\": c, d\nx: y, z\n", "{a: b, c: d}\n,", "- a, b\n- c, d\n", "a b: c, d\ne: f, g",
		"", "a", "just words, nothing\nmore", "---\na: b, c\n",
	} {
		if err := strictyaml.Foreign("f", []byte(ours)); err != nil {
			t.Errorf("%q: %v", ours, err)
		}
	}
}

func checkForeign(t *testing.T, name, data, what string) {
	t.Helper()
	_, err := strictyaml.Parse(name, []byte(data), strictyaml.Limits{})
	var foreign *strictyaml.ForeignError
	if !errors.As(err, &foreign) || foreign.What != what {
		t.Errorf("%s: %v, want %s", name, err, what)
	}
}

// fmtPlace returns where a piece stands in a text of one line.
func fmtPlace(data, piece string) string {
	return "f.json:1:" + strconv.Itoa(strings.Index(data, piece)+1)
}
