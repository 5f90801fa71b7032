package report

import (
	"fmt"
	"io"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Input is what a report is made from.
type Input struct {
	Result    *assess.Result     // of the quarter reported
	Earlier   []*assess.Result   // of every earlier quarter that can be read, oldest first; may be empty
	Marking   string             // the TLP mark; empty means TLP:AMBER+STRICT
	Legal     string             // a line of the user's own for every page; may be empty
	Audience  Audience           // who reads it
	Benchmark []frameworks.Study // published figures to print beside ours; empty prints none
	Logo      *Logo              // for the first page; nil for none
	shown     bool               // made by [Input.seen]
	Program   string             // "hygeia 1.0.0"
}

// before returns the result of the quarter before, nil if there is none.
func (in Input) before() *assess.Result {
	if len(in.Earlier) == 0 {
		return nil
	}
	return in.Earlier[len(in.Earlier)-1]
}

// Options say how a format draws.
type Options struct {
	Width  int    // columns of a text report; 0 means 80
	Color  bool   // text reports only: color beside the words, never instead of them
	Sparks bool   // text reports only: rows of small bars beside the digits of a trend
	Paper  string // PDF only: "letter" (also if empty) or "a4"
}

// Format draws a document.
type Format struct {
	Name string // the word after --format, and the file's ending
	Draw func(w io.Writer, d *Document, opts Options) error
}

// Formats are the formats a document can be drawn in. Results as data (JSON and
// CSV) are not documents: see [WriteJSON] and [WriteCSV].
var formats = []Format{
	{"html", drawHTML},
	{"md", drawMarkdown},
	{"pdf", drawPDF},
	{"text", drawText},
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
func Write(w io.Writer, format string, d *Document, opts Options) error {
	for _, f := range formats {
		if f.Name == format {
			return f.Draw(w, d, opts)
		}
	}
	return fmt.Errorf("format %q: must be one of %s", format, strings.Join(FormatNames(), ", "))
}
