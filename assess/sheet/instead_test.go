package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// archived is a zip archive with the named files.
func archived(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Files of other programs are named by what is in them, whatever they are called, and
// each with the way out.
func TestForeign(t *testing.T) {
	old := func(stream string) []byte {
		return append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"+strings.Repeat("\x00", 600)), inUTF16(stream)...)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"xls", old("Workbook"), "an old Excel file (xls)"},
		{"with a password", old("EncryptedPackage"), "a file with a password"},
		{"doc", old("WordDocument"), "an old Word document (doc)"},
		{"another of that age", old("Contents"), "a file of an older Office program, or one with a password"},
		{"xlsb", archived(t, "[Content_Types].xml", "xl/workbook.bin"), "a binary Excel workbook (xlsb)"},
		{"docx", archived(t, "[Content_Types].xml", "word/document.xml"), "a Word document (docx)"},
		{"numbers", archived(t, "preview.jpg", "Index/Document.iwa"), "a document of Apple's Numbers, Pages or Keynote"},
		{"csetw", archived(t, "model.json"), "an assessment saved by CSET (csetw)"},
		{"fods", []byte(`<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`), "a spreadsheet saved as XML"},
		{"xls that is a web page", []byte("\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"), "a web page, as some programs write for Excel"},
		{"gsheet", []byte(`{"":"WARNING!","doc_id":"1a","resource_key":""}`), "only a link to a Google sheet"},
		{"xlsx", archived(t, "[Content_Types].xml", "xl/workbook.xml"), ""},
		{"zip", archived(t, "scan.csv"), ""},
		{"csv", []byte("ID,Score\nPR.AA-01,3\n"), ""},
		{"xml of a scan", []byte(`<?xml version="1.0"?><nmaprun>`), ""},
		{"json", []byte(`{"schema": 1}`), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := ForeignOf(tt.data)
			if f == nil {
				f = &Foreign{}
			} else if _, err := Read("x", tt.data); err == nil || !strings.Contains(err.Error(), f.Way) {
				t.Errorf("reading it says %v", err)
			}
			if f.Is != tt.want || (f.Way == "") != (tt.want == "") {
				t.Errorf("is %q (%s), want %q", f.Is, f.Way, tt.want)
			}
		})
	}
}

// A table below fifty lines of titles, and one whose lines end as on the older Mac.
func TestTablesOfOtherShapes(t *testing.T) {
	for name, text := range map[string]string{
		"titles":     strings.Repeat("About this list\n", 49) + "ID,Score\nPR.AA-01,3\nPR.AA-02,4\n",
		"line ends":  "ID,Score\rPR.AA-01,3\rPR.AA-02,4\r",
		"both kinds": "ID,Score\r\nPR.AA-01,\"two\rlines\"\r\nPR.AA-02,4\r\n",
	} {
		if !LooksLikeTable([]byte(text)) {
			t.Errorf("%s: is not recognized", name)
		}
		book, err := Read("x.csv", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		rows := book.Sheets[0].Rows
		if last := rows[len(rows)-1]; last[0] != "PR.AA-02" || last[1] != "4" {
			t.Errorf("%s: the last row is %q", name, last)
		}
	}
	if letter := "Dear all,\nthis is about the list, which Dana, Kim and Lee wrote.\nThank you\nDana\n"; LooksLikeTable([]byte(letter)) {
		t.Error("a letter is taken for a table")
	}
}
