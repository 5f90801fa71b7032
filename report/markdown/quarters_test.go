package markdown

import (
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestMarkdownOfManyQuarters(t *testing.T) {
	text := draw(t, &doc.Document{Blocks: []doc.Block{doctest.SampleTrend(40, 6), doctest.SampleStrip(40)}}, doc.Options{})
	for _, line := range strings.Split(text, "\n") {
		if n := strings.Count(line, " |"); n > 9 {
			t.Errorf("%d columns in %q", n, line)
		}
	}
	if n := strings.Count(text, "| Area |"); n != 10 {
		t.Errorf("%d tables, want 10", n)
	}
}

func TestTickTableLeavesOutAnEmptyColumn(t *testing.T) {
	text := draw(t, &doc.Document{Blocks: []doc.Block{doc.Ticks{Rows: []doc.Tick{{Mark: doc.TickMet, Label: "a", Words: "met", Detail: ""}}}}}, doc.Options{})
	if !strings.Contains(text, "| Goal | Status |\n") || !strings.Contains(text, "| a | met |\n") {
		t.Errorf("got\n%s", text)
	}
	if text := draw(t, &doc.Document{Blocks: []doc.Block{doctest.SampleTicks()}}, doc.Options{}); !strings.Contains(text, "| Held back by |") {
		t.Error("what holds a goal back is missing")
	}
}
