package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"hygeia/assess/sheet"
)

// hostile are texts that a careless writer would break on or start.
var hostile = []string{
	"plain", "", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "a\nb", `"quoted", with comma`, "<b>&amp;</b>", "Łódź – 東華", "'=x",
	"007", "1e5", "2026-09-14", "0.80", "_x000D_", "TRUE",
}

func sample() sheet.Table {
	t := sheet.Table{
		Name: "Answers", Title: "Answers of an invented clinic", Notes: []string{"Choose an answer in the yellow cells."},
		Filter: true, Locked: true, Wide: true,
		Columns: []sheet.Column{{Head: "Key", Width: 20}, {Head: "Answer", Open: true, Choices: []string{"yes", "mostly", "partly", "no"}}, {Head: "Weight"}},
	}
	for i, text := range hostile {
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Text(text), sheet.Bold(text), sheet.Whole(i - 1)})
	}
	return t
}

func workbook(t testing.TB, tables ...sheet.Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.WriteWorkbook(&b, "A title", tables...); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, data []byte) *sheet.Book {
	t.Helper()
	book, err := sheet.Read("x", data)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestWorkbookRoundTrip(t *testing.T) {
	data := workbook(t, sample(), sheet.Table{Name: "It's", Columns: []sheet.Column{{Head: "Only a head"}}})
	if !bytes.Equal(data, workbook(t, sample(), sheet.Table{Name: "It's", Columns: []sheet.Column{{Head: "Only a head"}}})) {
		t.Error("the same tables give other bytes")
	}
	book := read(t, data)
	if len(book.Sheets) != 2 || book.Sheets[1].Name != "It's" || book.Sheets[1].Cell(0, 0) != "Only a head" {
		t.Fatalf("sheets: %+v", book.Sheets)
	}
	s := book.Sheets[0]
	if s.Cell(0, 0) != "Answers of an invented clinic" || s.Cell(2, 1) != "Answer" {
		t.Errorf("title and head: %q", s.Rows[:3])
	}
	for i, text := range hostile {
		if got, want := s.Cell(3+i, 0), strings.TrimSpace(text); text != "_x000D_" && got != want {
			t.Errorf("%q is read back as %q", text, got)
		}
		if got, want := s.Cell(3+i, 2), fmt.Sprint(i-1); got != want {
			t.Errorf("the number %s is read back as %q", want, got)
		}
	}
}

// Every part of a workbook is well-formed, and no cell is a formula.
func TestWorkbookHasNoFormula(t *testing.T) {
	data := workbook(t, sample())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "f" {
				t.Errorf("%s has a formula", f.Name)
			}
		}
	}
}

func TestWorkbookRefuses(t *testing.T) {
	for _, c := range []struct {
		table sheet.Table
		want  string
	}{
		{sheet.Table{Name: ""}, "1 to 31"},
		{sheet.Table{Name: strings.Repeat("x", 32)}, "1 to 31"},
		{sheet.Table{Name: "a/b"}, "none of"},
		{sheet.Table{Name: "a", Columns: []sheet.Column{{Head: "h", Choices: []string{strings.Repeat("x", 300)}}}}, "255"},
		{sheet.Table{Name: "a", Columns: []sheet.Column{{Head: "h", Choices: []string{"a,b"}}}}, "comma"},
	} {
		if err := sheet.WriteWorkbook(io.Discard, "t", c.table); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v; want a word on %q", c.table, err, c.want)
		}
	}
	if err := sheet.WriteWorkbook(io.Discard, "t", sheet.Table{Name: "a"}, sheet.Table{Name: "A"}); err == nil {
		t.Error("two sheets with the same name are written")
	}
}

// failing takes so many bytes and then nothing more.
type failing struct{ left int }

var errFull = errors.New("the disk is full")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrorComesBack(t *testing.T) {
	for _, left := range []int{0, 10, 500} {
		if err := sheet.WriteWorkbook(&failing{left}, "t", sample()); !errors.Is(err, errFull) {
			t.Errorf("workbook after %d bytes: %v", left, err)
		}
	}
	if err := sheet.WriteCSV(&failing{1}, sample()); !errors.Is(err, errFull) {
		t.Errorf("CSV: %v", err)
	}
}

func TestCSVRoundTrip(t *testing.T) {
	var b bytes.Buffer
	if err := sheet.WriteCSV(&b, sample()); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(strings.TrimPrefix(b.String(), "\uFEFF")) {
		if strings.ContainsAny(line[:1], "=+@\t") {
			t.Errorf("a spreadsheet may carry out %q", line)
		}
	}
	s := read(t, b.Bytes()).Sheets[0]
	var got []string
	for _, row := range s.Rows[1:] {
		if len(row) > 0 {
			got = append(got, sheet.Unguard(row[0]))
		}
	}
	for i, text := range hostile {
		if want := strings.TrimSpace(text); got[i] != want && sheet.Unguard(strings.TrimSpace(sheet.Guard(text))) != got[i] {
			t.Errorf("%q is read back as %q", text, got[i])
		}
	}
}

func TestCSVAsPeopleSaveIt(t *testing.T) {
	want := [][]string{{"Id", "Score", "Note"}, {"PR.AA-01", "3", "a, b"}, {"GV.OC-01", "2,5", "Müller"}}
	plain := "Id;Score;Note\r\nPR.AA-01;3;\"a, b\"\r\nGV.OC-01;2,5;Müller\r\n"
	utf16le := []byte("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(plain)) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
	}
	utf16be := []byte("\xFE\xFF")
	for _, u := range utf16.Encode([]rune(plain)) {
		utf16be = append(utf16be, byte(u>>8), byte(u))
	}
	for name, data := range map[string][]byte{
		"semicolons":         []byte(plain),
		"byte order mark":    []byte("\xEF\xBB\xBF" + plain),
		"UTF-16":             utf16le,
		"UTF-16, big-endian": utf16be,
		"Windows code page":  bytes.ReplaceAll([]byte(plain), []byte("ü"), []byte{0xFC}),
		"tabs":               []byte(strings.ReplaceAll(plain, ";", "\t")),
		"bars":               []byte(strings.ReplaceAll(plain, ";", "|")),
		"sep line":           []byte("sep=;\r\n" + plain),
		"Unix line ends":     []byte(strings.ReplaceAll(plain, "\r\n", "\n")),
	} {
		if got := read(t, data).Sheets[0].Rows; !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestForeignFilesAreNamed(t *testing.T) {
	for _, c := range []struct {
		data string
		want string
	}{
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "password"},
		{"%PDF-1.7\n", "a PDF document"},
		{"SQLite format 3\x00", "a database file"},
		{"\x1F\x8B\x08", "gzip"},
		{"PK\x05\x06", "a zip archive"},
		{"\x00\x01\x02", "unknown kind"},
		{" \n", "an empty file"},
		{"PK\x03\x04 xl/workbook.xml", "cut off or damaged"},
		{"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"},
	} {
		_, err := sheet.Read("their.file", []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "their.file: ") {
			t.Errorf("%.12q: %v; want a word on %q", c.data, err, c.want)
		}
	}
}

// A workbook that is cut off anywhere says so and is never half read.
func TestCutWorkbook(t *testing.T) {
	data := workbook(t, sample())
	for n := 4; n < len(data)-1; n += 97 {
		if _, err := sheet.Read("x", data[:n]); err == nil {
			t.Fatalf("%d of %d bytes are read as a whole workbook", n, len(data))
		}
	}
}

// parts makes a workbook of parts, for what our own writer never writes.
func parts(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml":        `<Types/>`,
		"xl/workbook.xml":            `<workbook xmlns="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="shared.xml"/><Relationship Id="c" Type="x/styles" Target="/xl/styles.xml"/></Relationships>`,
		"xl/shared.xml":              `<sst><si><t>first</t></si><si><r><t>sec</t></r><r><t xml:space="preserve">ond </t></r><rPh><t>spoken</t></rPh></si></sst>`,
		"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\-mmm\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCellsOfOthers(t *testing.T) {
	data := parts(t, map[string]string{"xl/worksheets/one.xml": `<worksheet><sheetData>
<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>99</v></c></row>
<row><c><v>1</v></c><c s="1"><v>46279</v></c><c s="2"><v>46279.75</v></c><c s="3"><v>0.8</v></c><c s="4"><v>3</v></c><c><v>0.30000000000000004</v></c></row>
<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>shown</v></c><c t="d"><v>2026-09-14T00:00:00</v></c></row>
</sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells></worksheet>`})
	s := read(t, data).Sheets[0]
	want := [][]string{nil, {"", "first", "second"}, {"1", "2026-09-14", "2026-09-14", "80%", "3", "0.3"}, {"TRUE", "", "shown", "2026-09-14"}}
	if !slices.EqualFunc(s.Rows, want, slices.Equal[[]string]) {
		t.Errorf("cells: %q", s.Rows)
	}
	s.FillMerged()
	if s.Cell(2, 1) != "first" || s.Cell(3, 1) != "first" {
		t.Errorf("merged cells: %q", s.Rows)
	}
}

func TestHugeInsideIsRefused(t *testing.T) {
	for name, part := range map[string]string{
		"a far row":    `<worksheet><sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData></worksheet>`,
		"a far column": `<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
	} {
		if _, err := sheet.Read("x", parts(t, map[string]string{"xl/worksheets/one.xml": part})); err == nil || !strings.Contains(err.Error(), "larger inside") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// LibreOffice opens what we write and saves it again with the same texts.
func TestResavedByLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "ours.xlsx")
	if err := os.WriteFile(name, workbook(t, sample()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"xlsx:Calc MS Excel 2007 XML", "csv"} {
		out := filepath.Join(dir, kind[:3])
		c := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", kind, "--outdir", out, name)
		if text, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		found, err := filepath.Glob(filepath.Join(out, "ours.*"))
		if err != nil || len(found) != 1 {
			t.Fatalf("LibreOffice wrote %v, %v", found, err)
		}
		data, err := os.ReadFile(found[0])
		if err != nil {
			t.Fatal(err)
		}
		s := read(t, data).Sheets[0]
		for i, text := range hostile {
			if got, want := s.Cell(3+i, 0), strings.TrimSpace(text); kind != "csv" && text != "_x000D_" && got != want {
				t.Errorf("%s: %q comes back as %q", kind, text, got)
			}
		}
		if s.Cell(2, 1) != "Answer" {
			t.Errorf("%s: the head row is %q", kind, s.Rows[2])
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a;b\n1;2\n"))
	f.Add(workbook(f, sample()))
	f.Add([]byte("\xFF\xFEa\x00;\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := sheet.Read("x", data)
		if err == nil && len(book.Sheets) == 0 {
			t.Error("a book without a sheet")
		}
	})
}
