package report

import (
	"fmt"
	"io"
	"strings"

	"hygeia/report/doc"
	"hygeia/report/html"
	"hygeia/report/markdown"
	"hygeia/report/pdf"
	"hygeia/report/text"
	"hygeia/report/word"
)

// What a caller of this package needs of package doc.
type (
	Document = doc.Document
	Options  = doc.Options
	Logo     = doc.Logo
)

// ReadLogo reads a picture for the first page of a report; see [doc.ReadLogo].
func ReadLogo(name string, data []byte) (*Logo, error) { return doc.ReadLogo(name, data) }

// Format draws a document.
type Format struct {
	Name string // the word after --format, and the file's ending
	Draw func(w io.Writer, d *doc.Document, opts doc.Options) error
}

// Formats are the formats a document can be drawn in. Results as data (JSON and
// CSV) are not documents: see [WriteJSON] and [WriteCSV].
var formats = []Format{
	{"docx", word.Draw},
	{"html", html.Draw},
	{"md", markdown.Draw},
	{"pdf", pdf.Draw},
	{"text", text.Draw},
}

// FormatNames lists the formats of [Write].
func FormatNames() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return names
}

// Write draws a document in the named format.
func Write(w io.Writer, format string, d *doc.Document, opts doc.Options) error {
	for _, f := range formats {
		if f.Name == format {
			return f.Draw(w, d, opts)
		}
	}
	return fmt.Errorf("format %q: must be one of %s", format, strings.Join(FormatNames(), ", "))
}
