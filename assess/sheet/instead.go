package sheet

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"unicode/utf16"
)

// Foreign is a kind of file that people hand in for a sheet and that cannot be read.
type Foreign struct {
	Is  string // what it is: "an old Excel file (xls)"
	Way string // the way out: "save it as an Excel workbook (.xlsx)"
}

// Error says both.
func (f *Foreign) Error() string { return "is " + f.Is + ": " + f.Way }

const saveAs = "open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and import that"

// olds are what a file of the container that Office used before 2007 is, by the names of
// the streams in it. A workbook with a password is packed into one too.
var olds = []struct {
	stream string
	Foreign
}{
	{"EncryptedPackage", Foreign{"a file with a password", "open it with its password, take the password away (in Excel: File, Info, Protect Workbook, Encrypt with Password, and empty the box), save it as an Excel workbook (.xlsx), and import that"}},
	{"WordDocument", Foreign{"an old Word document (doc)", "copy its table into an empty sheet, save that as an Excel workbook (.xlsx), and import that"}},
	{"PowerPoint Document", Foreign{"an old PowerPoint file (ppt)", "only a sheet with an id on each row can be read"}},
	{"Workbook", Foreign{"an old Excel file (xls)", saveAs}},
	{"Book", Foreign{"an old Excel file (xls)", saveAs}},
}

// packed are what a zip archive is, by a file in it. A name that ends with a slash or
// begins with a point stands for all that begin or end so.
var packed = []struct {
	file string
	Foreign
}{
	{"xl/workbook.bin", Foreign{"a binary Excel workbook (xlsb)", saveAs}},
	{"word/", Foreign{"a Word document (docx)", "copy its table into an empty sheet, save that as an Excel workbook (.xlsx), and import that"}},
	{"ppt/", Foreign{"a PowerPoint file (pptx)", "only a sheet with an id on each row can be read"}},
	{".iwa", Foreign{"a document of Apple's Numbers, Pages or Keynote", "in Numbers choose File, Export To, Excel, and import the file that it writes"}},
	{"Index.zip", Foreign{"a document of Apple's Numbers, Pages or Keynote", "in Numbers choose File, Export To, Excel, and import the file that it writes"}},
	{"model.json", Foreign{"an assessment saved by CSET (csetw)", "its answers can be told only with CSET's own database: open it in CSET, export the assessment to Excel, and import that"}},
}

var (
	openSheet = Foreign{"an OpenDocument spreadsheet (ods)", saveAs}
	xmlSheet  = Foreign{"a spreadsheet saved as XML", saveAs}
	webPage   = Foreign{"a web page, as some programs write for Excel", saveAs}
	sheetLink = Foreign{"only a link to a Google sheet", "open the sheet in the browser, choose File, Download, Microsoft Excel (.xlsx), and import the file that it writes"}
)

// ForeignOf returns what a file is that cannot be read as a sheet, and the way out; nil
// for any other. It needs the whole file.
func ForeignOf(data []byte) *Foreign {
	switch KindOf(data) {
	case OldExcel:
		return oldOf(data)
	case OpenSheet:
		return &openSheet
	case Workbook, Zip:
		return packedOf(data)
	case TextFile:
		return textOf(data)
	}
	return nil
}

func oldOf(data []byte) *Foreign {
	for i, o := range olds {
		if bytes.Contains(data, inUTF16(o.stream)) {
			return &olds[i].Foreign
		}
	}
	return &Foreign{"a file of an older Office program, or one with a password", "open it in a spreadsheet program, save it as an Excel workbook (.xlsx) without a password, and import that"}
}

func inUTF16(text string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return b
}

func packedOf(data []byte) *Foreign {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil // that it is damaged is told when it is read
	}
	for i, p := range packed {
		if slices.ContainsFunc(archive.File, func(f *zip.File) bool {
			switch {
			case p.file[0] == '.':
				return strings.HasSuffix(f.Name, p.file)
			case strings.HasSuffix(p.file, "/"):
				return strings.HasPrefix(f.Name, p.file)
			}
			return f.Name == p.file
		}) {
			return &packed[i].Foreign
		}
	}
	return nil
}

func textOf(data []byte) *Foreign {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4<<10)], []byte("\xEF\xBB\xBF")))
	low := bytes.ToLower(head)
	has := func(text string) bool { return bytes.Contains(low, []byte(text)) }
	begins := func(text string) bool { return bytes.HasPrefix(low, []byte(text)) }
	switch {
	case begins("<?xml") && (has("schemas-microsoft-com:office:spreadsheet") || has("opendocument.spreadsheet")):
		return &xmlSheet
	case begins("<!doctype html"), begins("<html"), begins("<table"), begins("<?xml") && has("<html"):
		return &webPage
	case begins("{") && has(`"doc_id"`) && len(data) < 4<<10:
		return &sheetLink
	}
	return nil
}
