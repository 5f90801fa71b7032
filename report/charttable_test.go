package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTrendTables(t *testing.T) {
	b := sampleTrend(20, 3)
	var columns []int
	var quarters, captions []string
	for _, table := range trendTables(b, 8) {
		columns = append(columns, len(table.Columns))
		captions = append(captions, table.Caption)
		for _, c := range table.Columns[1:] {
			quarters = append(quarters, strings.TrimSuffix(c.Title, " *"))
		}
		for i, r := range table.Rows {
			if len(r) != len(table.Columns) || r[0].String() != b.Lines[i].Label {
				t.Errorf("the row %v in a table of %d columns", r, len(table.Columns))
			}
		}
	}
	if diff := cmp.Diff([]int{9, 9, 5}, columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(b.Quarters, quarters); diff != "" {
		t.Errorf("quarters (-want +got):\n%s", diff)
	}
	star := ". A star means: " + turnedWords
	want := []string{"Over the quarters, 2017-Q1 to 2018-Q4" + star, "Over the quarters, 2019-Q1 to 2020-Q4", "Over the quarters, 2021-Q1 to 2021-Q4" + star}
	if diff := cmp.Diff(want, captions); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
	if one := trendTables(sampleTrend(8, 1), 8); len(one) != 1 || one[0].Caption != "Over the quarters"+star {
		t.Errorf("8 quarters: %d tables, the first %q", len(one), one[0].Caption)
	}
}

// In a terminal a long chart becomes tables, not cards, and no figure is lost.
func TestTextOfManyQuarters(t *testing.T) {
	for _, width := range []int{40, 60, 80, 120} {
		b := sampleTrend(40, 6)
		text := draw(t, "text", &Document{Blocks: []Block{b, sampleStrip(40)}}, Options{Width: width})
		for _, q := range b.Quarters {
			if n := strings.Count(text, q); n < 2 {
				t.Errorf("%d columns: %s stands there %d times", width, q, n)
			}
		}
		if strings.Contains(text, "Area: ") {
			t.Errorf("%d columns: drawn as cards", width)
		}
		for _, line := range strings.Split(text, "\n") {
			if columns(line) > width {
				t.Errorf("%d columns: %q", width, line)
			}
		}
	}
}

func TestMarkdownOfManyQuarters(t *testing.T) {
	text := draw(t, "md", &Document{Blocks: []Block{sampleTrend(40, 6), sampleStrip(40)}}, Options{})
	for _, line := range strings.Split(text, "\n") {
		if n := strings.Count(line, " |"); n > 9 {
			t.Errorf("%d columns in %q", n, line)
		}
	}
	if n := strings.Count(text, "| Area |"); n != 10 {
		t.Errorf("%d tables, want 10", n)
	}
}

func TestBarTableHasTheQuarterBefore(t *testing.T) {
	marked := draw(t, "md", &Document{Blocks: []Block{sampleBars()}}, Options{})
	inOrder(t, marked, "| Target | Quarter before |", "| 55 %, amber | 70 % | 48 % |", "| not assessed | – | – |")
	if text := draw(t, "text", &Document{Blocks: []Block{sampleBars()}}, Options{}); !strings.Contains(text, "(target 70 %, quarter before 48 %)") {
		t.Errorf("the text form lacks it:\n%s", text)
	}
	unmarked := draw(t, "md", &Document{Blocks: []Block{Bars{Rows: []Bar{{Label: "a", Scored: true}}}}}, Options{})
	if strings.Contains(unmarked, quarterBefore) || strings.Contains(unmarked, "Quarter before") {
		t.Error("a column without a figure")
	}
}

func TestTickTableLeavesOutAnEmptyColumn(t *testing.T) {
	text := draw(t, "md", &Document{Blocks: []Block{Ticks{Rows: []Tick{{TickMet, "a", "met", ""}}}}}, Options{})
	if !strings.Contains(text, "| Goal | Status |\n") || !strings.Contains(text, "| a | met |\n") {
		t.Errorf("got\n%s", text)
	}
	if text := draw(t, "md", &Document{Blocks: []Block{sampleTicks()}}, Options{}); !strings.Contains(text, "| Held back by |") {
		t.Error("what holds a goal back is missing")
	}
}
