package doc_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestTrendTables(t *testing.T) {
	b := doctest.SampleTrend(20, 3)
	var columns []int
	var quarters, captions []string
	for _, table := range doc.TrendTables(b, 8) {
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
	star := ". A star means: " + doc.TurnedWords
	want := []string{"Over the quarters, 2017-Q1 to 2018-Q4" + star, "Over the quarters, 2019-Q1 to 2020-Q4", "Over the quarters, 2021-Q1 to 2021-Q4" + star}
	if diff := cmp.Diff(want, captions); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
	if one := doc.TrendTables(doctest.SampleTrend(8, 1), 8); len(one) != 1 || one[0].Caption != "Over the quarters"+star {
		t.Errorf("8 quarters: %d tables, the first %q", len(one), one[0].Caption)
	}
}
