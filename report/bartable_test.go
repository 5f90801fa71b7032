package report

import (
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestBarTableHasTheQuarterBefore(t *testing.T) {
	marked := draw(t, "md", &doc.Document{Blocks: []doc.Block{doctest.SampleBars()}}, doc.Options{})
	doctest.InOrder(t, marked, "| Target | Quarter before |", "| 55%, amber | 70% | 48% |", "| not assessed | – | – |")
	if text := draw(t, "text", &doc.Document{Blocks: []doc.Block{doctest.SampleBars()}}, doc.Options{}); !strings.Contains(text, "(target 70%, quarter before 48%)") {
		t.Errorf("the text form lacks it:\n%s", text)
	}
	unmarked := draw(t, "md", &doc.Document{Blocks: []doc.Block{doc.Bars{Rows: []doc.Bar{{Label: "a", Scored: true}}}}}, doc.Options{})
	if strings.Contains(unmarked, doc.QuarterBefore) || strings.Contains(unmarked, "Quarter before") {
		t.Error("a column without a figure")
	}
}
