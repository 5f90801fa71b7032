package pdf

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
	"hygeia/report/typeset"
)

// longRows is a table whose rows are of very different height; every word
// names its row: "r17w3".
func longRows(rows int) doc.Table {
	t := doc.Table{Caption: "Gaps", Columns: []doc.Column{{Title: "Left title", Width: 1, Right: false}, {Title: "Right title", Width: 3, Right: false}}}
	for r := range rows {
		cells := make([]doc.Text, 2)
		for w := range 2 + r*37%120 {
			cells[w%2] = append(cells[w%2], doc.Span{Text: fmt.Sprintf("r%dw%d ", r, w), Bold: w%5 == 0})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

var rowWord = regexp.MustCompile(`r(\d+)w\d+`)

func TestPDFNeverSplitsARow(t *testing.T) {
	doctest.Long(t)
	for _, paper := range []string{"letter", "a4"} {
		s := mustDraw(t, &doc.Document{Blocks: []doc.Block{doc.Heading{Level: 1, Text: "Gaps"}, longRows(200)}}, doc.Options{Paper: paper})
		pageOf := map[string]int{}
		for _, d := range s.Texts {
			for _, m := range rowWord.FindAllStringSubmatch(d.Text, -1) {
				if was := pageOf[m[1]]; was != 0 && was != d.Page {
					t.Errorf("%s: row %s stands on pages %d and %d", paper, m[1], was, d.Page)
				}
				pageOf[m[1]] = d.Page
			}
		}
		if len(pageOf) != 200 {
			t.Errorf("%s: %d rows drawn, want 200", paper, len(pageOf))
		}
		for page := 2; page <= len(s.Pages); page++ {
			if got := strings.Count(s.OnPage(page), "Left title"); got != 1 {
				t.Errorf("%s: page %d has the header %d times", paper, page, got)
			}
		}
		checkBottom(t, s, paper)
	}
}

// checkBottom looks for text between the body and the footer, or below it.
func checkBottom(t *testing.T, s *pdftest.Scanned, paper string) {
	t.Helper()
	for _, d := range s.Texts {
		if rowWord.MatchString(d.Text) && d.Y < bodyBottom/typeset.MMPerPoint {
			t.Errorf("%s: page %d: %q stands in the footer", paper, d.Page, d.Text)
		}
	}
}

func TestPDFContinuesARowTallerThanAPage(t *testing.T) {
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	table := doc.Table{Columns: []doc.Column{{Title: "Key", Width: 1, Right: false}, {Title: "Note", Width: 3, Right: false}}, Rows: [][]doc.Text{
		{doc.Plain("before"), doc.Plain("x")}, {doc.Plain("mfa-email"), doc.Plain(strings.Join(words, " "))}, {doc.Plain("after"), doc.Plain("y")},
	}}
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{table}}, doc.Options{})
	pdftest.Check(t, s)
	doctest.InOrder(t, strings.ReplaceAll(s.All(), "\n", " "), append([]string{"before", "mfa-email"}, append(words, "after")...)...)
	if !strings.Contains(s.OnPage(4), "mfa-email\n(continued)") {
		t.Error("the further part of the row does not say which row it continues")
	}
	for page := 2; page <= len(s.Pages); page++ {
		if !strings.Contains(s.OnPage(page), "Note") {
			t.Errorf("page %d lacks the header", page)
		}
	}
}

func TestPDFNumbersEndAtTheSamePlace(t *testing.T) {
	table := doc.Table{Columns: []doc.Column{{Title: "Points", Width: 1, Right: true}, {Title: "Text", Width: 1, Right: false}}}
	for _, n := range []string{"7", "1111", "12.5"} {
		table.Rows = append(table.Rows, []doc.Text{doc.Plain(n), doc.Plain("x")})
	}
	s := mustDraw(t, &doc.Document{Blocks: []doc.Block{table}}, doc.Options{})
	for _, d := range s.Texts {
		if d.Page == 2 && strings.ContainsAny(d.Text, "7125") && !strings.Contains(d.Text, "page") {
			end := d.X*typeset.MMPerPoint + typeset.Cell.Width(d.Text)
			if want := margin + (215.9-2*margin)/2 - usualTable.padX; math.Abs(end-want) > 0.02 {
				t.Errorf("%q ends at %.2f mm, want %.2f", d.Text, end, want)
			}
		}
	}
}

func TestColumnWidthsShareTheMeasure(t *testing.T) {
	for _, shares := range [][]int{{1}, {1, 2, 3}, {0, -5, math.MaxInt}, {math.MinInt, 1}} {
		var columns []doc.Column
		for _, s := range shares {
			columns = append(columns, doc.Column{Title: "Word", Width: s})
		}
		sum := 0.0
		for _, w := range columnWidths(doc.Table{Columns: columns}, 170) {
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
	table := doc.Table{
		Columns: []doc.Column{{Title: "No.", Width: 1, Right: true}, {Title: "Gap", Width: 30, Right: false}, {Title: "Effort", Width: 2, Right: false}, {Title: "Address", Width: 1, Right: false}},
		Rows:    [][]doc.Text{{doc.Plain("1028"), doc.Plain("x"), {{Text: "medium", Bold: true}}, doc.Plain("https://" + strings.Repeat("a", 99))}},
	}
	widths := columnWidths(table, 170)
	for i, word := range []string{"1028", "x", "medium", ""} {
		st := typeset.Cell
		st.Bold = i == 2
		if need := st.Width(word) + 2*usualTable.padX; widths[i] < need {
			t.Errorf("column %d is %.1f mm, %q needs %.1f", i, widths[i], word, need)
		}
	}
	if got := widths[3]; math.Abs(got-widestNeed-2*usualTable.padX) > 1e-9 {
		t.Errorf("the address gets %.1f mm, want no more than %.1f", got, widestNeed+2*usualTable.padX)
	}
	many := doc.Table{Columns: make([]doc.Column, 100)}
	for i := range many.Columns {
		many.Columns[i].Title = "Requirement"
	}
	for _, w := range columnWidths(many, 170) {
		if math.Abs(w-1.7) > 1e-9 {
			t.Fatalf("one of a hundred columns is %.2f mm, want 1.70", w)
		}
	}
}
