package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

// filler fills a page with so many lines.
func filler(lines int) doc.Block {
	return doc.Paragraph{Text: doc.Plain(strings.Repeat("x\n", lines-1) + "x")}
}

// However full the page is, a heading stands on the page of what follows it.
func TestPDFHeadingIsNeverTheLastOnAPage(t *testing.T) {
	doctest.Long(t)
	follow := map[string]func(s string) doc.Block{
		"paragraph": func(s string) doc.Block { return doc.Paragraph{Text: doc.Plain(s + "\n" + strings.Repeat("x\n", 9))} },
		"table": func(s string) doc.Block {
			return doc.Table{Columns: []doc.Column{{Title: "t"}}, Rows: [][]doc.Text{{doc.Plain(s)}, {doc.Plain("x")}}}
		},
		"bars":  func(s string) doc.Block { return doc.Bars{Caption: "c", Rows: []doc.Bar{{Label: s, Scored: true}}} },
		"tiles": func(s string) doc.Block { return doc.Tiles{Tiles: []doc.Tile{{Number: s, Label: "l", Sub: "s"}}} },
		"list":  func(s string) doc.Block { return doc.List{Items: []doc.Text{doc.Plain(s), doc.Plain("x")}} },
		"note":  func(s string) doc.Block { return doc.Note{Text: doc.Plain(s + "\nx\nx")} },
	}
	for name, block := range follow {
		d := &doc.Document{}
		for lines := 30; lines < 56; lines++ {
			d.Blocks = append(d.Blocks, doc.PageBreak{}, filler(lines),
				doc.Heading{Level: 1, Text: fmt.Sprintf("CHAPTER%d", lines)}, doc.Heading{Level: 2, Text: fmt.Sprintf("SECTION%d", lines)}, block(fmt.Sprintf("FOLLOWS%d", lines)))
		}
		pages := pagesOfTexts(mustDraw(t, d, doc.Options{}))
		for lines := 30; lines < 56; lines++ {
			chapter, section, follows := pages[fmt.Sprintf("CHAPTER%d", lines)], pages[fmt.Sprintf("SECTION%d", lines)], pages[fmt.Sprintf("FOLLOWS%d", lines)]
			if chapter != follows || section != follows || follows == 0 {
				t.Errorf("%s after %d lines: chapter on page %d, section on %d, what follows on %d", name, lines, chapter, section, follows)
			}
		}
	}
}

func pagesOfTexts(s *pdftest.Scanned) map[string]int {
	pages := map[string]int{}
	for _, d := range s.Texts {
		pages[d.Text] = d.Page
	}
	return pages
}

// No line of a paragraph stands alone on a page.
func TestPDFParagraphLinesAreNotAlone(t *testing.T) {
	d := &doc.Document{}
	for lines := 35; lines < 60; lines++ {
		d.Blocks = append(d.Blocks, doc.PageBreak{}, doc.Paragraph{Text: doc.Plain("first")}, filler(lines))
	}
	s := mustDraw(t, d, doc.Options{})
	for page := 2; page <= len(s.Pages); page++ {
		if strings.Count("\n"+s.OnPage(page)+"\n", "\nx\n") == 1 && !strings.Contains(s.OnPage(page), "x\nx") {
			t.Errorf("a line stands alone on page %d", page)
		}
	}
}

// The paragraph under a heading stands with the table or chart it announces.
func TestPDFIntroductionStaysWithItsTable(t *testing.T) {
	for name, follow := range map[string]func(s string) []doc.Block{
		"table": func(s string) []doc.Block {
			return []doc.Block{doc.Table{Columns: []doc.Column{{Title: s}}, Rows: [][]doc.Text{{doc.Plain("x")}}}}
		},
		"bars": func(s string) []doc.Block {
			return []doc.Block{doc.Heading{Level: 2, Text: "sub"}, doc.Bars{Caption: s, Rows: []doc.Bar{{Label: "x", Scored: true}}}}
		},
	} {
		d := &doc.Document{}
		for lines := 30; lines < 50; lines++ {
			d.Blocks = append(d.Blocks, doc.PageBreak{}, filler(lines), doc.Heading{Level: 1, Text: fmt.Sprintf("CHAPTER%d", lines)}, doc.Paragraph{Text: doc.Plain("intro")})
			d.Blocks = append(d.Blocks, follow(fmt.Sprintf("FOLLOWS%d", lines))...)
		}
		pages := pagesOfTexts(mustDraw(t, d, doc.Options{}))
		for lines := 30; lines < 50; lines++ {
			chapter, follows := pages[fmt.Sprintf("CHAPTER%d", lines)], pages[fmt.Sprintf("FOLLOWS%d", lines)]
			if chapter != follows || follows == 0 {
				t.Errorf("%s after %d lines: chapter on page %d, what it announces on %d", name, lines, chapter, follows)
			}
		}
	}
}

// A page holds at least two rows of a table that has two.
func TestPDFTableRowsAreNotAlone(t *testing.T) {
	d := &doc.Document{}
	for lines := 20; lines < 50; lines++ {
		table := doc.Table{Columns: []doc.Column{{Title: "t"}}}
		for range 12 {
			table.Rows = append(table.Rows, []doc.Text{doc.Plain("row")})
		}
		d.Blocks = append(d.Blocks, doc.PageBreak{}, filler(lines), table)
	}
	s := mustDraw(t, d, doc.Options{})
	for page := 2; page <= len(s.Pages); page++ {
		if strings.Count(s.OnPage(page), "row") == 1 {
			t.Errorf("a row stands alone on page %d", page)
		}
	}
}

// gofpdf writes an outline that leads nowhere when a level is skipped.
func TestPDFBookmarkLevelsAreNotSkipped(t *testing.T) {
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{
		doc.Heading{Level: 3, Text: "a"}, doc.Heading{Level: 1, Text: "b"}, doc.Heading{Level: 3, Text: "c"}, doc.Heading{Level: 3, Text: "d"}, doc.Heading{Level: 2, Text: "e"}, doc.Heading{Level: 1, Text: "f"}, doc.Heading{Level: 0, Text: "g"}, doc.Heading{Level: 2, Text: "h"},
	}}, doc.Options{})
	want := []string{"a", "b", "  c", "    d", "  e", "f", "g", "  h"}
	if diff := cmp.Diff(want, s.Outline); diff != "" {
		t.Errorf("bookmarks (-want +got):\n%s", diff)
	}
}

// A cover with more lines than it has room for goes on, and keeps its notice.
func TestPDFCoverWithManyLines(t *testing.T) {
	d := &doc.Document{Title: strings.Repeat("title ", 80), Subject: strings.Repeat("name ", 80), Notice: "NOTICE", Blocks: []doc.Block{doc.Heading{Level: 1, Text: "BODY"}}}
	var want []string
	for i := range 60 {
		d.Lines = append(d.Lines, fmt.Sprintf("line %d.", i))
	}
	want = append(want, d.Lines...)
	s := mustDraw(t, d, doc.Options{})
	pdftest.Check(t, s)
	doctest.InOrder(t, s.All(), append(want, "NOTICE", "BODY")...)
}

// A chart stays on one page, unless most of a page would be empty for it.
func TestPDFChartGoesOnRatherThanLeaveAPageEmpty(t *testing.T) {
	chart := func(name string) doc.Bars {
		b := doc.Bars{Caption: name}
		for i := range 16 {
			b.Rows = append(b.Rows, doc.Bar{Label: fmt.Sprintf("%s.%d", name, i), Value: 50, Scored: true})
		}
		return b
	}
	d := &doc.Document{}
	for _, lines := range []int{10, 35} {
		d.Blocks = append(d.Blocks, doc.PageBreak{}, filler(lines), doc.Heading{Level: 1, Text: "HEADING"}, doc.Paragraph{Text: doc.Plain("one\ntwo\nthree")}, chart(fmt.Sprintf("chart%d", lines)))
	}
	pages := pagesOfTexts(mustDraw(t, d, doc.Options{}))
	if pages["chart10"] != 2 || pages["chart10.15"] != 3 {
		t.Errorf("with most of a page left the chart begins on page %d and ends on %d, want 2 and 3", pages["chart10"], pages["chart10.15"])
	}
	if pages["chart35"] != 5 || pages["chart35.15"] != 5 {
		t.Errorf("with little room left the chart begins on page %d and ends on %d, want 5", pages["chart35"], pages["chart35.15"])
	}
}
