package report

import (
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/incident"
	"hygeia/report/typeset"
)

// pdfReports are the documents as they are handed out, the longest included.
func pdfReports(t testing.TB) map[string]*doc.Document {
	t.Helper()
	docs := everyDocument(t, creek(t))
	docs["incident"] = incident.Page(emergency(t))
	docs["full of the longest texts"] = Full(longest(t))
	docs["plan of 400 gaps"] = Plan(PlanInput{Input: fourHundredGaps(t)})
	return docs
}

// What the tools of others say about every PDF that is handed out: it has no
// mistakes, its two fonts are inside and cut to what is needed, and its headings
// and the cells of its tables are found in order.
func TestEveryPDFWithOtherTools(t *testing.T) {
	doctest.Long(t)
	for name, d := range pdfReports(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "report.pdf")
			if err := os.WriteFile(file, []byte(draw(t, "pdf", d, doc.Options{})), 0o600); err != nil {
				t.Fatal(err)
			}
			run := func(tool string, args ...string) string {
				if _, err := exec.LookPath(tool); err != nil {
					t.Skipf("%s is not installed here; the other tests look at the same things from inside", tool)
				}
				out, err := exec.Command(tool, args...).CombinedOutput()
				if err != nil {
					t.Errorf("%s: %v\n%s", tool, err, out)
				}
				return string(out)
			}
			run("qpdf", "--check", file)
			fonts := strings.Split(strings.TrimSpace(run("pdffonts", file)), "\n")
			if len(fonts) != 4 {
				t.Errorf("want two fonts under two lines of header, got %q", fonts)
			}
			for _, l := range fonts[2:] {
				if !strings.Contains(l, "yes yes yes") {
					t.Errorf("not embedded, not cut down or without Unicode: %s", l)
				}
			}
			lettersInOrder(t, run("pdftotext", "-raw", file, "-"), saidIn(d))
		})
	}
}

// saidIn returns the headings of a document and the first cell of each row, from
// the first heading on.
func saidIn(d *doc.Document) []string {
	var said []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			said = append(said, b.Text)
		case doc.Table:
			for _, row := range b.Rows {
				if len(row) > 0 {
					said = append(said, row[0].String())
				}
			}
		}
	}
	return said
}

// lettersInOrder looks for the letters and digits of each text, one text after
// the other: where a line breaks does not matter. What the font lacks is not drawn.
func lettersInOrder(t *testing.T, told string, said []string) {
	t.Helper()
	rest := string(lettersOf(told))
	for _, s := range said {
		_, after, found := strings.Cut(rest, string(slices.DeleteFunc(lettersOf(s), func(r rune) bool { return !typeset.Drawable(r) })))
		if !found {
			t.Errorf("%q is missing, or not in its place", s)
			continue
		}
		rest = after
	}
}

// Each link of a PDF leads where the document says, and that is an address of the
// catalog.
func TestPDFLinksAreTheCatalogs(t *testing.T) {
	doctest.Long(t)
	lib := shipped(t)
	known := map[string]bool{}
	for _, r := range lib.Resources {
		known[r.URL] = true
		known["mailto:"+r.Contact], known["tel:"+r.Contact] = true, true
		for _, a := range r.Alternates {
			known[a.URL] = true
		}
	}
	for url := range known {
		base, _, _ := strings.Cut(url, "#")
		known[base] = true
	}
	for _, f := range lib.Frameworks {
		known[f.URL] = true
	}
	for name, d := range everyDocument(t, creek(t)) {
		want := map[string]bool{}
		for _, b := range d.Blocks {
			for _, text := range textsOf(b) {
				for _, span := range text {
					if span.URL != "" {
						want[doc.LinkTarget(span.URL)] = true
						if base, _, _ := strings.Cut(span.URL, "#"); !known[span.URL] && !known[base] { // a page of a document
							t.Errorf("%s: %s is not in the catalog", name, span.URL)
						}
					}
				}
			}
		}
		got := slices.Compact(slices.Sorted(slices.Values(mustDraw(t, d, doc.Options{}).Links)))
		if diff := cmp.Diff(sortedKeys(want), got); diff != "" {
			t.Errorf("%s: link targets (-document +PDF):\n%s", name, diff)
		}
	}
}

// textsOf returns every text of a block that can hold links.
func textsOf(b doc.Block) []doc.Text {
	switch b := b.(type) {
	case doc.Paragraph:
		return []doc.Text{b.Text}
	case doc.Note:
		return []doc.Text{b.Text}
	case doc.List:
		return b.Items
	case doc.Table:
		return slices.Concat(b.Rows...)
	}
	return nil
}

func sortedKeys(set map[string]bool) []string {
	var keys []string
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

var (
	quoted     = regexp.MustCompile(`(?m)^ +"(.*)"$`)
	linkTo     = regexp.MustCompile(`\]\([^)]*\)`)
	openQuoted = regexp.MustCompile(`(?m)^ +"[^"]*$`)
)

// What a screen reader reads out are the words of the Markdown, in its order.
// Charts are left out: their words are in the alternative text. So are the pages that
// only a PDF has, see [doc.See].
func TestPDFIsReadAsTheMarkdown(t *testing.T) {
	doctest.Long(t)
	for name, d := range map[string]*doc.Document{"board": Board(lakeside(t)), "full": Full(creek(t)), "sheet": incident.Page(emergency(t))} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // pdfinfo looks through a page for each of its elements
			d.Marking, d.Draft, d.Program, d.Date = "", false, "", ""
			var blocks []doc.Block
			for _, b := range d.Blocks {
				switch b := b.(type) {
				case doc.Paragraph:
					b.Text = slices.Clone(b.Text)
					for i := range b.Text {
						b.Text[i].See = ""
					}
					blocks = append(blocks, b)
				case doc.Heading, doc.Note, doc.List, doc.Table:
					blocks = append(blocks, b)
				}
			}
			d.Blocks = blocks
			var read strings.Builder
			out := pdfTool(t, d, "pdfinfo", "-struct-text")
			for _, m := range quoted.FindAllStringSubmatch(out, -1) {
				read.WriteString(m[1])
			}
			if bad := openQuoted.FindString(out); bad != "" {
				t.Fatalf("not understood: %q", bad)
			}
			md := html.UnescapeString(linkTo.ReplaceAllString(draw(t, "md", d, doc.Options{}), "]"))
			if !d.Compact { // the band on the first page names the organization first
				md = strings.Replace(md, d.Title, "", 1)
				md = strings.Replace(md, d.Subject, d.Subject+" "+d.Title, 1)
			}
			want, got := lettersOf(md), lettersOf(read.String())
			for i := range min(len(want), len(got)) {
				if want[i] != got[i] {
					t.Fatalf("the Markdown goes on %q, the PDF %q", string(want[i:min(i+80, len(want))]), string(got[i:min(i+80, len(got))]))
				}
			}
			if len(want) != len(got) {
				t.Errorf("%d letters in the PDF, %d in the Markdown", len(got), len(want))
			}
		})
	}
}

// lettersOf returns the letters and digits of a text, without what is markup or the
// breaking of lines.
func lettersOf(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// pdfTool runs a tool of others on a document, where it is installed.
func pdfTool(t *testing.T, d *doc.Document, tool string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		t.Skipf("%s is not installed here; the other tests look at the same things from inside", tool)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, mustDraw(t, d, doc.Options{}).Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, append(args, file)...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", tool, err, out)
	}
	return string(out)
}
