package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jung-kurt/gofpdf"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/typeset"
)

// tagsOf draws a document and returns its structure tree.
func tagsOf(t testing.TB, d *doc.Document) *tagger {
	t.Helper()
	size, clean := mustSize(t), new(cleaner).clean(d)
	lay := func() (*layout, error) { return layOut(clean, size, pageCount{}) }
	if d.Compact {
		lay = func() (*layout, error) { return layOutSheet(clean, size) }
	}
	p, err := lay()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.output(&bytes.Buffer{}, testDate); err != nil {
		t.Fatal(err)
	}
	return p.tags
}

// walk visits each element below e.
func (e *element) walk(visit func(parent, child *element)) {
	for _, k := range e.kids {
		if k.element != nil {
			visit(e, k.element)
			k.element.walk(visit)
		}
	}
}

// What may stand in what, as ISO 32000-1, 14.8.4 has it.
func TestPDFTagsStandWhereTheyMay(t *testing.T) {
	parents := map[string]string{
		"H1": "Document", "H2": "Document", "H3": "Document", "H4": "Document", "P": "Document", "Note": "Document",
		"Figure": "Document", "L": "Document", "LI": "L", "Lbl": "LI", "LBody": "LI", "Table": "Document", "Caption": "Table",
		"TR": "Table", "TH": "TR", "TD": "TR", "TOC": "Document", "TOCI": "TOC", "Reference": "TOCI", "Link": "P Note LBody TD Reference",
	}
	for name, d := range map[string]*doc.Document{"report": doctest.TaggedDocument(t), "sheet": doctest.SampleSheet()} {
		seen := map[string]bool{}
		tagsOf(t, d).root.walk(func(parent, child *element) {
			seen[child.kind] = true
			if !strings.Contains(" "+parents[child.kind]+" ", " "+parent.kind+" ") {
				t.Fatalf("%s: %s stands in %s", name, child.kind, parent.kind)
			}
			if child.kind == kindFigure && child.alt == "" {
				t.Errorf("%s: a figure without alternative text", name)
			}
			if child.kind == kindHeader && !strings.Contains(child.attrs, "/Scope/Column") {
				t.Errorf("%s: a header cell that says not what of", name)
			}
			if child.kind == "TR" && len(child.kids) != len(parentRow(parent).kids) {
				t.Errorf("%s: a row has other cells than the first", name)
			}
		})
		if name == "report" && len(seen) != len(parents) {
			t.Errorf("%d kinds of elements, want %d: %v", len(seen), len(parents), seen)
		}
	}
}

// parentRow is the first row of a table.
func parentRow(table *element) *element {
	for _, k := range table.kids {
		if k.element.kind == "TR" {
			return k.element
		}
	}
	return table
}

func TestPDFTagsSkipNoHeading(t *testing.T) {
	d := &doc.Document{Title: "T"}
	for _, level := range []int{3, 1, 3, 3, 2, 1, 0, 9, -1} {
		d.Blocks = append(d.Blocks, doc.Heading{Level: level, Text: "x"})
	}
	var got []string
	tagsOf(t, d).root.walk(func(_, e *element) {
		if e.kind[0] == 'H' {
			got = append(got, e.kind)
		}
	})
	want := []string{"H1", "H2", "H2", "H3", "H4", "H3", "H2", "H2", "H3", "H2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

// Every link that was drawn is in the tree, once, and its words are not empty.
func TestPDFTagsReachEveryLink(t *testing.T) {
	doctest.OneGoroutine(t)
	for name, d := range map[string]*doc.Document{"report": doctest.TaggedDocument(t), "sheet": doctest.SampleSheet()} {
		tags := tagsOf(t, d)
		reached := map[*linkArea]int{}
		tags.root.walk(func(_, e *element) {
			for _, k := range e.kids {
				if k.area != nil {
					reached[k.area]++
				}
			}
		})
		drawn := 0
		for _, areas := range tags.areas {
			for _, a := range areas {
				drawn++
				if reached[a] != 1 || a.words == "" {
					t.Errorf("%s: the link %q is in the tree %d times", name, a.words, reached[a])
				}
			}
		}
		if drawn != len(reached) {
			t.Errorf("%s: %d links drawn, %d in the tree", name, drawn, len(reached))
		}
		raw := mustDraw(t, d, doc.Options{}).Raw
		if got := bytes.Count(raw, []byte("/Subtype /Link /Rect")); name != "report" && got != drawn || got < drawn {
			t.Errorf("%s: %d links in the file, %d were drawn", name, got, drawn)
		}
	}
}

var contentOperator = regexp.MustCompile(`(?m)^/(\w+)(?: <</MCID (\d+)>>)? (?:BDC|BMC)$|^(EMC)$|^.*\bBT\b.* Td .*$|^.* re [fS]$|^.*/I\w+ Do.*$`)

// On each page, marked content opens and closes, is not nested, is numbered from
// 0 without gaps, and nothing is drawn outside it.
func TestPDFMarkedContentIsBalanced(t *testing.T) {
	doctest.OneGoroutine(t)
	long := doctest.Everywhere(strings.Repeat("word ", 100))
	for name, d := range map[string]*doc.Document{"report": doctest.TaggedDocument(t), "long": long, "sheet": doctest.SampleSheet(), "empty": {}} {
		for i, page := range mustDraw(t, d, doc.Options{}).Pages {
			open, next := false, 0
			for _, m := range contentOperator.FindAllStringSubmatch(page, -1) {
				switch {
				case m[3] != "":
					if !open {
						t.Fatalf("%s: page %d closes what is not open", name, i+1)
					}
					open = false
				case m[1] != "":
					if open {
						t.Fatalf("%s: page %d: %s inside other content", name, i+1, m[0])
					}
					open = true
					if m[2] == "" && m[1] != "Artifact" || m[2] != "" && m[2] != fmt.Sprint(next) {
						t.Fatalf("%s: page %d: %s, want number %d", name, i+1, m[0], next)
					}
					if m[2] != "" {
						next++
					}
				case !open:
					t.Fatalf("%s: page %d draws outside: %.60s", name, i+1, m[0])
				}
			}
			if open || next == 0 && name != "empty" {
				t.Errorf("%s: page %d ends inside content, or has none", name, i+1)
			}
		}
	}
}

// The words of two lines must not be read as one, and a broken word not as two.
func TestPDFLinesEndWithASpace(t *testing.T) {
	p := newTestLayout(t)
	p.addPage()
	st := typeset.Body
	for _, l := range st.Set(doc.Plain("two words "+strings.Repeat("x", 40)), st.Width("two words")) {
		p.line(margin, 50, st, l)
	}
	p.tags.end()
	var out bytes.Buffer
	if err := p.output(&out, testDate); err != nil {
		t.Fatal(err)
	}
	page := pdftest.Scan(t, out.Bytes()).Pages[0]
	if got := strings.Count(page, "\x00 ) Tj"); got != 2 {
		t.Errorf("%d lines end with a space, want the one of words and the last", got)
	}
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

func TestPDFIsTaggedForOtherTools(t *testing.T) {
	for name, d := range map[string]*doc.Document{"report": doctest.TaggedDocument(t), "sheet": doctest.SampleSheet(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			pdfTool(t, d, "qpdf", "--check")
			info := regexp.MustCompile(` +`).ReplaceAllString(pdfTool(t, d, "pdfinfo"), " ")
			for _, want := range []string{"Tagged: yes", "Suspects: no", "Metadata Stream: yes", "PDF version: 1.7"} {
				if !strings.Contains(info, want) {
					t.Errorf("no %q in\n%s", want, info)
				}
			}
		})
	}
}

func TestAltTextSaysTheWholeChart(t *testing.T) {
	table := doc.Table{Caption: "Scores", Columns: []doc.Column{{Title: "Area"}, {Title: "Score"}, {Title: "Target"}}, Rows: [][]doc.Text{
		doc.Row("Protect", "68%, amber", "90%"), doc.Row("Detect", "no score yet", ""), {doc.Plain("Recover"), doc.Plain("1"), doc.Plain("2"), doc.Plain("3")}, {},
	}}
	want := "Scores. Protect is highest! Protect: Score 68%, amber; Target 90%. Detect: Score no score yet. Recover: Score 1; Target 2."
	if diff := cmp.Diff(want, altText("Protect is highest!", table)); diff != "" {
		t.Errorf("alternative text (-want +got):\n%s", diff)
	}
}

// A chart is one figure with all its digits in the alternative text; the numbers
// and the goals are lists, with an item each.
func TestPDFChartsAreFiguresAndNumbersLists(t *testing.T) {
	var kinds []string
	var alts string
	p := newTestLayout(t)
	p.newPage()
	for _, b := range doctest.EveryBlock {
		switch b.Name {
		case "bars", "tiles", "trend", "dumbbells", "strip":
			p.flow(p.blockStrips(b.Block))
		}
	}
	p.flow(p.blockStrips(doc.Ticks{Caption: "Goals", Rows: []doc.Tick{{Mark: doc.TickMet, Label: "one", Words: "met", Detail: ""}, {Mark: doc.TickNot, Label: "two", Words: "not met", Detail: ""}, {Mark: doc.TickNone, Label: "three", Words: "", Detail: ""}, {Mark: doc.TickUnknown, Label: "four", Words: "", Detail: ""}}}))
	p.tags.root.drop()
	p.tags.root.walk(func(parent, e *element) {
		if parent == p.tags.root || e.kind == "LI" {
			kinds = append(kinds, e.kind)
		}
		if e.kind == kindFigure {
			alts += e.alt + "\n"
		}
	})
	if diff := cmp.Diff([]string{kindFigure, "L", "LI", kindFigure, kindFigure, kindFigure, "P", "L", "LI", "LI", "LI", "LI"}, kinds); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
	doctest.InOrder(t, alts, "Protect: Score 68%, amber; Target 90%", "Protect rose.", "2026-Q2 * 68%", "Detect fell.", "Change -12.5", "Backups have proof.", "2026-Q1 P")
}

func newTestLayout(t testing.TB) *layout {
	t.Helper()
	return newLayout(&doc.Document{}, mustSize(t))
}

func mustSize(t testing.TB) gofpdf.SizeType {
	t.Helper()
	size, err := paperSize("")
	if err != nil {
		t.Fatal(err)
	}
	return size
}

func TestFigureBox(t *testing.T) {
	var b figureBox
	b.cover(3, 20, 190, 50, 60)
	b.cover(3, 20, 190, 60, 75)
	if want := (figureBox{page: 3, top: 50, bottom: 75, start: 20, end: 190}); b != want {
		t.Errorf("%+v, want %+v", b, want)
	}
	if b.cover(4, 20, 190, 27, 30); !b.many {
		t.Error("a figure on two pages has a box on one")
	}
}
