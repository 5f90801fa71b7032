package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pdfReports are the documents as they are handed out, the longest included.
func pdfReports(t testing.TB) map[string]*Document {
	t.Helper()
	docs := everyDocument(t, creek(t))
	docs["incident"] = Incident(emergency(t))
	docs["full of the longest texts"] = Full(longest(t))
	docs["plan of 400 gaps"] = Plan(PlanInput{Input: fourHundredGaps(t)})
	return docs
}

// What the tools of others say about every PDF that is handed out: it has no
// mistakes, its two fonts are inside and cut to what is needed, and its headings
// and the cells of its tables are found in order.
func TestEveryPDFWithOtherTools(t *testing.T) {
	oneGoroutine(t)
	for name, d := range pdfReports(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "report.pdf")
			if err := os.WriteFile(file, []byte(draw(t, "pdf", d, Options{})), 0o600); err != nil {
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
func saidIn(d *Document) []string {
	var said []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Heading:
			said = append(said, b.Text)
		case Table:
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
		_, after, found := strings.Cut(rest, string(slices.DeleteFunc(lettersOf(s), func(r rune) bool { return !drawable(r) })))
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
	oneGoroutine(t)
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
						want[linkTarget(span.URL)] = true
						if base, _, _ := strings.Cut(span.URL, "#"); !known[span.URL] && !known[base] { // a page of a document
							t.Errorf("%s: %s is not in the catalog", name, span.URL)
						}
					}
				}
			}
		}
		got := slices.Compact(slices.Sorted(slices.Values(mustDraw(t, d, Options{}).links)))
		if diff := cmp.Diff(sortedKeys(want), got); diff != "" {
			t.Errorf("%s: link targets (-document +PDF):\n%s", name, diff)
		}
	}
}

// textsOf returns every text of a block that can hold links.
func textsOf(b Block) []Text {
	switch b := b.(type) {
	case Paragraph:
		return []Text{b.Text}
	case Note:
		return []Text{b.Text}
	case List:
		return b.Items
	case Table:
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
