package report

import (
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/html/htmltest"
	"hygeia/report/markdown"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/word/wordtest"
)

// readers say how what a format drew is read. A format needs one here.
var readers = map[string]func(t *testing.T, raw []byte) ([]string, error){
	"docx": func(t *testing.T, raw []byte) ([]string, error) { return []string{wordtest.Read(t, raw).Told()}, nil },
	"html": func(t *testing.T, raw []byte) ([]string, error) {
		return []string{htmltest.Read(t, string(raw)).Told()}, nil
	},
	"md": func(_ *testing.T, raw []byte) ([]string, error) { return readMarkdown(string(raw)) },
	"pdf": func(t *testing.T, raw []byte) ([]string, error) {
		s := pdftest.Scan(t, raw)
		pdftest.Check(t, s)
		var pages []string
		for i := range s.Pages {
			pages = append(pages, s.OnPage(i+1))
		}
		return pages, nil
	},
	"text": func(_ *testing.T, raw []byte) ([]string, error) { return []string{string(raw)}, nil },
}

var (
	rawTag  = regexp.MustCompile(`(?i)<(script|img|!--[^ ])`)
	mdParts = regexp.MustCompile(`<!-- -->|\]\([^)]*\)|\*\*|\\([[:punct:]])`)
)

// readMarkdown is what Markdown shows, and an error where a text became HTML.
func readMarkdown(md string) ([]string, error) {
	if bad := rawTag.FindString(strings.ReplaceAll(md, "<!-- -->", "")); bad != "" {
		return nil, fmt.Errorf("it holds %s", bad)
	}
	return []string{html.UnescapeString(mdParts.ReplaceAllString(md, "$1"))}, nil
}

// Every format there is does what each must do.
func TestEveryFormatConforms(t *testing.T) {
	for _, f := range formats {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			read, ok := readers[f.Name]
			if !ok {
				t.Fatalf("the format %q is new: say in readers how what it drew is read", f.Name)
			}
			for _, problem := range doctest.Conform(doctest.Format{Draw: f.Draw, Pages: func(raw []byte) ([]string, error) { return read(t, raw) }}) {
				t.Error(problem)
			}
		})
	}
}

// A format that forgets something does not pass. Each of these is Markdown with one
// thing left out.
func TestFormatsThatForgetDoNotConform(t *testing.T) {
	without := func(forget func(*doc.Document)) func(io.Writer, *doc.Document, doc.Options) error {
		return func(w io.Writer, d *doc.Document, opts doc.Options) error {
			less := *d
			forget(&less)
			return markdown.Draw(w, &less, opts)
		}
	}
	for name, c := range map[string]struct {
		draw func(io.Writer, *doc.Document, doc.Options) error
		want string
	}{
		"the mark":   {without(func(d *doc.Document) { d.Marking = "" }), `page 1 of 1 lacks "TLP:AMBER+STRICT"`},
		"the draft":  {without(func(d *doc.Document) { d.Draft = false }), `page 1 of 1 lacks "DRAFT"`},
		"the line":   {without(func(d *doc.Document) { d.Legal = "" }), `page 1 of 1 lacks "Peerreviewprivileged"`},
		"the notice": {without(func(d *doc.Document) { d.Notice = "" }), `a report lacks "This page is not legal advice."`},
		"a block":    {without(func(d *doc.Document) { d.Blocks = d.Blocks[min(1, len(d.Blocks)):] }), `ticks: lacks "Email Security"`},
		"the foot": {func(w io.Writer, d *doc.Document, opts doc.Options) error {
			var out strings.Builder
			err := markdown.Draw(&out, d, opts)
			body, _, _ := strings.Cut(out.String(), "hygeia 1.0.0")
			return errors.Join(err, writeAll(w, body[:max(0, strings.LastIndex(body, "* * *"))]))
		}, `"TLP:AMBER+STRICT" does not stand below the last words`},
		"to clean": {func(w io.Writer, d *doc.Document, opts doc.Options) error {
			return errors.Join(markdown.Draw(w, d, opts), writeAll(w, d.Title))
		}, `the text "\u202egnp.exe`},
		"an error": {func(w io.Writer, d *doc.Document, opts doc.Options) error {
			_ = markdown.Draw(w, d, opts)
			return nil
		}, "the error of a writer does not come back: <nil>"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problems := strings.Join(doctest.Conform(doctest.Format{Draw: c.draw, Pages: func(raw []byte) ([]string, error) { return []string{string(raw)}, nil }}), "\n")
			if !strings.Contains(problems, c.want) {
				t.Errorf("nobody noticed; said was only\n%.2000s", problems)
			}
		})
	}
}

func writeAll(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}
