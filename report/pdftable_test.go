package report

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
)

// longRows is a table whose rows are of very different height; every word
// names its row: "r17w3".
func longRows(rows int) Table {
	t := Table{Caption: "Gaps", Columns: []Column{{"Left title", 1, false}, {"Right title", 3, false}}}
	for r := range rows {
		cells := make([]Text, 2)
		for w := range 2 + r*37%120 {
			cells[w%2] = append(cells[w%2], Span{Text: fmt.Sprintf("r%dw%d ", r, w), Bold: w%5 == 0})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

var rowWord = regexp.MustCompile(`r(\d+)w\d+`)

func TestPDFNeverSplitsARow(t *testing.T) {
	oneGoroutine(t)
	for _, paper := range []string{"letter", "a4"} {
		s := mustDraw(t, &Document{Blocks: []Block{Heading{1, "Gaps"}, longRows(200)}}, Options{Paper: paper})
		pageOf := map[string]int{}
		for _, d := range s.texts {
			for _, m := range rowWord.FindAllStringSubmatch(d.text, -1) {
				if was := pageOf[m[1]]; was != 0 && was != d.page {
					t.Errorf("%s: row %s stands on pages %d and %d", paper, m[1], was, d.page)
				}
				pageOf[m[1]] = d.page
			}
		}
		if len(pageOf) != 200 {
			t.Errorf("%s: %d rows drawn, want 200", paper, len(pageOf))
		}
		for page := 2; page <= len(s.pages); page++ {
			if got := strings.Count(s.onPage(page), "Left title"); got != 1 {
				t.Errorf("%s: page %d has the header %d times", paper, page, got)
			}
		}
		checkBottom(t, s, paper)
	}
}

// checkBottom looks for text between the body and the footer, or below it.
func checkBottom(t *testing.T, s *scannedPDF, paper string) {
	t.Helper()
	for _, d := range s.texts {
		if rowWord.MatchString(d.text) && d.y < bodyBottom/mmPerPoint {
			t.Errorf("%s: page %d: %q stands in the footer", paper, d.page, d.text)
		}
	}
}

func TestPDFContinuesARowTallerThanAPage(t *testing.T) {
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	table := Table{Columns: []Column{{"Key", 1, false}, {"Note", 3, false}}, Rows: [][]Text{
		{Plain("before"), Plain("x")}, {Plain("mfa-email"), Plain(strings.Join(words, " "))}, {Plain("after"), Plain("y")},
	}}
	s := mustDraw(t, &Document{Blocks: []Block{table}}, Options{})
	checkDrawing(t, s)
	inOrder(t, strings.ReplaceAll(s.all(), "\n", " "), append([]string{"before", "mfa-email"}, append(words, "after")...)...)
	if !strings.Contains(s.onPage(4), "mfa-email\n(continued)") {
		t.Error("the further part of the row does not say which row it continues")
	}
	for page := 2; page <= len(s.pages); page++ {
		if !strings.Contains(s.onPage(page), "Note") {
			t.Errorf("page %d lacks the header", page)
		}
	}
}

func TestPDFNumbersEndAtTheSamePlace(t *testing.T) {
	table := Table{Columns: []Column{{"Points", 1, true}, {"Text", 1, false}}}
	for _, n := range []string{"7", "1111", "12.5"} {
		table.Rows = append(table.Rows, []Text{Plain(n), Plain("x")})
	}
	s := mustDraw(t, &Document{Blocks: []Block{table}}, Options{})
	for _, d := range s.texts {
		if d.page == 2 && strings.ContainsAny(d.text, "7125") && !strings.Contains(d.text, "page") {
			end := d.x*mmPerPoint + styleCell.width(d.text)
			if want := margin + (215.9-2*margin)/2 - padX; math.Abs(end-want) > 0.02 {
				t.Errorf("%q ends at %.2f mm, want %.2f", d.text, end, want)
			}
		}
	}
}

func TestColumnWidthsShareTheMeasure(t *testing.T) {
	for _, shares := range [][]int{{1}, {1, 2, 3}, {0, -5, math.MaxInt}, {math.MinInt, 1}} {
		var columns []Column
		for _, s := range shares {
			columns = append(columns, Column{Title: "Word", Width: s})
		}
		sum := 0.0
		for _, w := range columnWidths(Table{Columns: columns}, 170) {
			if !(w > 1) {
				t.Errorf("%v: a column is %v wide", shares, w)
			}
			sum += w
		}
		if math.Abs(sum-170) > 1e-9 {
			t.Errorf("%v: together %v, want 170", shares, sum)
		}
	}
}

// "Effort" must not stand as "Effor" and "t" beside a wide column.
func TestColumnWidthsKeepWordsWhole(t *testing.T) {
	table := Table{
		Columns: []Column{{"No.", 1, true}, {"Gap", 30, false}, {"Effort", 2, false}, {"Address", 1, false}},
		Rows:    [][]Text{{Plain("1028"), Plain("x"), {{Text: "medium", Bold: true}}, Plain("https://" + strings.Repeat("a", 99))}},
	}
	widths := columnWidths(table, 170)
	for i, word := range []string{"1028", "x", "medium", ""} {
		st := styleCell
		st.bold = i == 2
		if need := st.width(word) + 2*padX; widths[i] < need {
			t.Errorf("column %d is %.1f mm, %q needs %.1f", i, widths[i], word, need)
		}
	}
	if got := widths[3]; math.Abs(got-widestNeed-2*padX) > 1e-9 {
		t.Errorf("the address gets %.1f mm, want no more than %.1f", got, widestNeed+2*padX)
	}
	many := Table{Columns: make([]Column, 100)}
	for i := range many.Columns {
		many.Columns[i].Title = "Requirement"
	}
	for _, w := range columnWidths(many, 170) {
		if math.Abs(w-1.7) > 1e-9 {
			t.Fatalf("one of a hundred columns is %.2f mm, want 1.70", w)
		}
	}
}
