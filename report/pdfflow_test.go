package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filler fills a page with so many lines.
func filler(lines int) Block { return Paragraph{Plain(strings.Repeat("x\n", lines-1) + "x")} }

// However full the page is, a heading stands on the page of what follows it.
func TestPDFHeadingIsNeverTheLastOnAPage(t *testing.T) {
	oneGoroutine(t)
	follow := map[string]func(s string) Block{
		"paragraph": func(s string) Block { return Paragraph{Plain(s + "\n" + strings.Repeat("x\n", 9))} },
		"table": func(s string) Block {
			return Table{Columns: []Column{{Title: "t"}}, Rows: [][]Text{{Plain(s)}, {Plain("x")}}}
		},
		"bars":  func(s string) Block { return Bars{Caption: "c", Rows: []Bar{{Label: s, Scored: true}}} },
		"tiles": func(s string) Block { return Tiles{[]Tile{{s, "l", "s"}}} },
		"list":  func(s string) Block { return List{Items: []Text{Plain(s), Plain("x")}} },
		"note":  func(s string) Block { return Note{Plain(s + "\nx\nx")} },
	}
	for name, block := range follow {
		d := &Document{}
		for lines := 30; lines < 56; lines++ {
			d.Blocks = append(d.Blocks, PageBreak{}, filler(lines),
				Heading{1, fmt.Sprintf("CHAPTER%d", lines)}, Heading{2, fmt.Sprintf("SECTION%d", lines)}, block(fmt.Sprintf("FOLLOWS%d", lines)))
		}
		pages := pagesOfTexts(mustDraw(t, d, Options{}))
		for lines := 30; lines < 56; lines++ {
			chapter, section, follows := pages[fmt.Sprintf("CHAPTER%d", lines)], pages[fmt.Sprintf("SECTION%d", lines)], pages[fmt.Sprintf("FOLLOWS%d", lines)]
			if chapter != follows || section != follows || follows == 0 {
				t.Errorf("%s after %d lines: chapter on page %d, section on %d, what follows on %d", name, lines, chapter, section, follows)
			}
		}
	}
}

func pagesOfTexts(s *scannedPDF) map[string]int {
	pages := map[string]int{}
	for _, d := range s.texts {
		pages[d.text] = d.page
	}
	return pages
}

// No line of a paragraph stands alone on a page.
func TestPDFParagraphLinesAreNotAlone(t *testing.T) {
	d := &Document{}
	for lines := 35; lines < 60; lines++ {
		d.Blocks = append(d.Blocks, PageBreak{}, Paragraph{Plain("first")}, filler(lines))
	}
	s := mustDraw(t, d, Options{})
	for page := 2; page <= len(s.pages); page++ {
		if strings.Count("\n"+s.onPage(page)+"\n", "\nx\n") == 1 && !strings.Contains(s.onPage(page), "x\nx") {
			t.Errorf("a line stands alone on page %d", page)
		}
	}
}

// The paragraph under a heading stands with the table or chart it announces.
func TestPDFIntroductionStaysWithItsTable(t *testing.T) {
	for name, follow := range map[string]func(s string) []Block{
		"table": func(s string) []Block {
			return []Block{Table{Columns: []Column{{Title: s}}, Rows: [][]Text{{Plain("x")}}}}
		},
		"bars": func(s string) []Block {
			return []Block{Heading{2, "sub"}, Bars{Caption: s, Rows: []Bar{{Label: "x", Scored: true}}}}
		},
	} {
		d := &Document{}
		for lines := 30; lines < 50; lines++ {
			d.Blocks = append(d.Blocks, PageBreak{}, filler(lines), Heading{1, fmt.Sprintf("CHAPTER%d", lines)}, Paragraph{Plain("intro")})
			d.Blocks = append(d.Blocks, follow(fmt.Sprintf("FOLLOWS%d", lines))...)
		}
		pages := pagesOfTexts(mustDraw(t, d, Options{}))
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
	d := &Document{}
	for lines := 20; lines < 50; lines++ {
		table := Table{Columns: []Column{{Title: "t"}}}
		for range 12 {
			table.Rows = append(table.Rows, []Text{Plain("row")})
		}
		d.Blocks = append(d.Blocks, PageBreak{}, filler(lines), table)
	}
	s := mustDraw(t, d, Options{})
	for page := 2; page <= len(s.pages); page++ {
		if strings.Count(s.onPage(page), "row") == 1 {
			t.Errorf("a row stands alone on page %d", page)
		}
	}
}

// gofpdf writes an outline that leads nowhere when a level is skipped.
func TestPDFBookmarkLevelsAreNotSkipped(t *testing.T) {
	s := mustDraw(t, &Document{Blocks: []Block{
		Heading{3, "a"}, Heading{1, "b"}, Heading{3, "c"}, Heading{3, "d"}, Heading{2, "e"}, Heading{1, "f"}, Heading{0, "g"}, Heading{2, "h"},
	}}, Options{})
	want := []string{"a", "b", "  c", "    d", "  e", "f", "g", "  h"}
	if diff := cmp.Diff(want, s.outline); diff != "" {
		t.Errorf("bookmarks (-want +got):\n%s", diff)
	}
}

// A cover with more lines than it has room for goes on, and keeps its notice.
func TestPDFCoverWithManyLines(t *testing.T) {
	d := &Document{Title: strings.Repeat("title ", 80), Subject: strings.Repeat("name ", 80), Notice: "NOTICE", Blocks: []Block{Heading{1, "BODY"}}}
	var want []string
	for i := range 60 {
		d.Lines = append(d.Lines, fmt.Sprintf("line %d.", i))
	}
	want = append(want, d.Lines...)
	s := mustDraw(t, d, Options{})
	checkDrawing(t, s)
	inOrder(t, s.all(), append(want, "NOTICE", "BODY")...)
}

// A chart stays on one page, unless half a page would be empty for it.
func TestPDFChartGoesOnRatherThanLeaveHalfAPage(t *testing.T) {
	chart := func(name string) Bars {
		b := Bars{Caption: name}
		for i := range 12 {
			b.Rows = append(b.Rows, Bar{Label: fmt.Sprintf("%s.%d", name, i), Value: 50, Scored: true})
		}
		return b
	}
	d := &Document{}
	for _, lines := range []int{17, 35} {
		d.Blocks = append(d.Blocks, PageBreak{}, filler(lines), Heading{1, "HEADING"}, Paragraph{Plain("one\ntwo\nthree")}, chart(fmt.Sprintf("chart%d", lines)))
	}
	pages := pagesOfTexts(mustDraw(t, d, Options{}))
	if pages["chart17"] != 2 || pages["chart17.11"] != 3 {
		t.Errorf("with more than half a page left the chart begins on page %d and ends on %d, want 2 and 3", pages["chart17"], pages["chart17.11"])
	}
	if pages["chart35"] != 5 || pages["chart35.11"] != 5 {
		t.Errorf("with little room left the chart begins on page %d and ends on %d, want 5", pages["chart35"], pages["chart35.11"])
	}
}
