package strictyaml

import (
	"bytes"
	"fmt"
	"strings"

	"hygeia/frameworks/words"
)

// ForeignError is the error about a file that is of quite another kind, such as
// a workbook: nothing in it can be mended, it is the wrong file.
type ForeignError struct {
	File string
	What string // what it is: "an Excel workbook"
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("%s: this is %s, and a text file written as YAML is needed here", e.File, e.What)
}

// Foreign returns a [*ForeignError] for a file that is known by its first bytes
// to be of another kind, whatever its name is, and nil for any other. Only what an
// archive holds that was cut off is guessed by its name.
func Foreign(name string, data []byte) error {
	if what := foreign(name, data); what != "" {
		return &ForeignError{File: words.Visible(name), What: what}
	}
	return nil
}

// beginnings are the first bytes of kinds of file that people hand in, and what
// these are called.
var beginnings = []struct{ bytes, what string }{
	{"%PDF-", "a PDF"},
	{"SQLite format 3\x00", "a database (SQLite), such as an assessment tool keeps its answers in"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an older Office program (such as xls or doc)"},
	{`{\rtf`, "a text document (RTF)"},
	{"\x1F\x8B", "a packed file (gzip)"},
	{"7z\xBC\xAF\x27\x1C", "a packed file (7z)"},
	{"\x89PNG\r\n", "a picture"},
	{"\xFF\xD8\xFF", "a picture"},
	{"GIF8", "a picture"},
	{"MZ", "a program"},
	{"\x7FELF", "a program"},
	{"<?xml", "an XML file"},
	{"<!DOCTYPE", "a web page"},
	{"<!doctype", "a web page"},
	{"<html", "a web page"},
	{"<HTML", "a web page"},
}

// archives are what a ZIP file is, by what is packed in it.
var archives = []struct{ holds, ending, what string }{
	{"xl/", ".xlsx", "an Excel workbook"},
	{"word/", ".docx", "a Word document"},
	{"ppt/", ".pptx", "a PowerPoint file"},
	{"model.json", ".csetw", "an assessment saved by CSET"},
	{"content.xml", ".ods", "an OpenDocument file"},
}

func archive(name string, data []byte) string {
	for _, a := range archives {
		if bytes.Contains(data, []byte(a.holds)) {
			return a.what
		}
	}
	for _, a := range archives {
		if strings.HasSuffix(strings.ToLower(name), a.ending) {
			return a.what
		}
	}
	return "a packed file (ZIP)"
}

func foreign(name string, data []byte) string {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return archive(name, data)
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(data, bom), " \t\r\n")
	for _, b := range beginnings {
		if bytes.HasPrefix(data, []byte(b.bytes)) || b.bytes[0] == '<' && bytes.HasPrefix(text, []byte(b.bytes)) {
			return b.what
		}
	}
	if isTable(text) {
		return "a table (CSV)"
	}
	return ""
}

// yamlStart is how the first line of one of our files can begin: with a comment,
// a mark of YAML or JSON, or a key.
var yamlStart = words.Pattern(`^([-#{\[%&*!|>@]|("[^"]*"|'[^']*'|[^,;\t"']*):(\s|$))`)

// isTable reports whether a text looks like rows of cells: its first two lines
// have the same separator in them, and the first is no line of YAML.
func isTable(text []byte) bool {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	if yamlStart().Match(first) {
		return false
	}
	for _, separator := range []string{",", ";", "\t"} {
		if n := strings.Count(string(first), separator); n > 0 && strings.Count(string(second), separator) >= n {
			return true
		}
	}
	return false
}
