package report

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/jung-kurt/gofpdf"
)

// taggedDocument has everything that is tagged in a way of its own.
func taggedDocument(t testing.TB) *Document {
	t.Helper()
	d := sampleDocument()
	logo, err := ReadLogo("logo.png", pngOf(t, sign(60, 20)))
	if err != nil {
		t.Fatal(err)
	}
	d.Logo, d.Legal = logo, "Peer review privileged"
	d.Blocks = append([]Block{Heading{1, "Contents"}, Contents{}}, d.Blocks...)
	for _, b := range everyBlock {
		d.Blocks = append(d.Blocks, b.block)
	}
	return d
}

// tagsOf draws a document and returns its structure tree.
func tagsOf(t testing.TB, d *Document) *tagger {
	t.Helper()
	size, clean := mustSize(t), new(washer).clean(d)
	lay := func() (*press, error) { return layOut(clean, size, nil) }
	if d.Compact {
		lay = func() (*press, error) { return layOutSheet(clean, size) }
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
	for name, d := range map[string]*Document{"report": taggedDocument(t), "sheet": sampleSheet()} {
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
	d := &Document{Title: "T"}
	for _, level := range []int{3, 1, 3, 3, 2, 1, 0, 9, -1} {
		d.Blocks = append(d.Blocks, Heading{level, "x"})
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
	oneGoroutine(t)
	for name, d := range map[string]*Document{"report": taggedDocument(t), "sheet": sampleSheet()} {
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
		raw := mustDraw(t, d, Options{}).raw
		if got := bytes.Count(raw, []byte("/Subtype /Link /Rect")); name != "report" && got != drawn || got < drawn {
			t.Errorf("%s: %d links in the file, %d were drawn", name, got, drawn)
		}
	}
}

var contentOperator = regexp.MustCompile(`(?m)^/(\w+)(?: <</MCID (\d+)>>)? (?:BDC|BMC)$|^(EMC)$|^.*\bBT\b.* Td .*$|^.* re [fS]$|^.*/I\w+ Do.*$`)

// On each page, marked content opens and closes, is not nested, is numbered from
// 0 without gaps, and nothing is drawn outside it.
func TestPDFMarkedContentIsBalanced(t *testing.T) {
	oneGoroutine(t)
	long := everywhere(strings.Repeat("word ", 800))
	for name, d := range map[string]*Document{"report": taggedDocument(t), "long": long, "sheet": sampleSheet(), "empty": {}} {
		for i, page := range mustDraw(t, d, Options{}).pages {
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
	p := newTestPress(t)
	p.addPage()
	st := styleBody
	for _, l := range st.set(Plain("two words "+strings.Repeat("x", 40)), st.width("two words")) {
		p.line(margin, 50, st, l)
	}
	p.tags.end()
	var out bytes.Buffer
	if err := p.output(&out, testDate); err != nil {
		t.Fatal(err)
	}
	page := scanPDF(t, out.Bytes()).pages[0]
	if got := strings.Count(page, "\x00 ) Tj"); got != 2 {
		t.Errorf("%d lines end with a space, want the one of words and the last", got)
	}
}

// pdfTool runs a tool of others on a document, where it is installed.
func pdfTool(t *testing.T, d *Document, tool string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		t.Skipf("%s is not installed here; the other tests look at the same things from inside", tool)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, mustDraw(t, d, Options{}).raw, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, append(args, file)...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", tool, err, out)
	}
	return string(out)
}

func TestPDFIsTaggedForOtherTools(t *testing.T) {
	for name, d := range map[string]*Document{"report": taggedDocument(t), "sheet": sampleSheet(), "empty": {}} {
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

var (
	quoted     = regexp.MustCompile(`(?m)^ +"(.*)"$`)
	linkTo     = regexp.MustCompile(`\]\([^)]*\)`)
	openQuoted = regexp.MustCompile(`(?m)^ +"[^"]*$`)
)

// What a screen reader reads out are the words of the Markdown, in its order.
// Charts are left out: their words are in the alternative text.
func TestPDFIsReadAsTheMarkdown(t *testing.T) {
	oneGoroutine(t)
	for name, d := range map[string]*Document{"board": Board(lakeside(t)), "full": Full(creek(t)), "sheet": Incident(emergency(t))} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // pdfinfo looks through a page for each of its elements
			d.Marking, d.Draft, d.Program, d.Date = "", false, "", ""
			var blocks []Block
			for _, b := range d.Blocks {
				switch b.(type) {
				case Heading, Paragraph, Note, List, Table:
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
			md := html.UnescapeString(linkTo.ReplaceAllString(draw(t, "md", d, Options{}), "]"))
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

func TestAltTextSaysTheWholeChart(t *testing.T) {
	table := Table{Caption: "Scores", Columns: []Column{{Title: "Area"}, {Title: "Score"}, {Title: "Target"}}, Rows: [][]Text{
		row("Protect", "68 %, amber", "90 %"), row("Detect", "no score yet", ""), {Plain("Recover"), Plain("1"), Plain("2"), Plain("3")}, {},
	}}
	want := "Scores. Protect is highest! Protect: Score 68 %, amber; Target 90 %. Detect: Score no score yet. Recover: Score 1; Target 2."
	if diff := cmp.Diff(want, altText("Protect is highest!", table)); diff != "" {
		t.Errorf("alternative text (-want +got):\n%s", diff)
	}
}

// A chart is one figure with all its digits in the alternative text; the numbers
// and the goals are lists, with an item each.
func TestPDFChartsAreFiguresAndNumbersLists(t *testing.T) {
	var kinds []string
	var alts string
	p := newTestPress(t)
	p.newPage()
	for _, b := range everyBlock {
		switch b.name {
		case "bars", "tiles", "trend", "dumbbells", "strip":
			p.flow(p.taggedStrips(b.block))
		}
	}
	p.flow(p.taggedStrips(Ticks{"Goals", []Tick{{TickMet, "one", "met", ""}, {TickNot, "two", "not met", ""}, {TickNone, "three", "", ""}, {TickUnknown, "four", "", ""}}}))
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
	inOrder(t, alts, "Protect: Score 68 %, amber; Target 90 %", "Protect rose.", "2026-Q2 * 68 %", "Detect fell.", "Change -12.5", "Backups have proof.", "2026-Q1 P")
}

func newTestPress(t testing.TB) *press {
	t.Helper()
	return newPress(&Document{}, mustSize(t))
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
