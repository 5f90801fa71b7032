package text

import (
	"strings"
	"testing"

	"hygeia/report/doc"
)

func TestSparkIsOnOneScale(t *testing.T) {
	points := []doc.TrendPoint{{Value: 0, Known: true}, {Value: 12, Known: true}, {}, {Value: 50, Known: true}, {Value: 99, Known: true}, {Value: 100, Known: true}}
	if got := spark(points); got != "▁▁·▅██" {
		t.Errorf("got %s", got)
	}
	d := &doc.Document{Blocks: []doc.Block{doc.Trend{Quarters: []string{"2026-Q1", "2026-Q2"}, Lines: []doc.TrendLine{{Label: "Protect", Points: []doc.TrendPoint{{}, {Value: 68, Known: true, Words: "68%"}}}}}}}
	if text := draw(t, d, doc.Options{Sparks: true}); !strings.Contains(text, "Protect  ·▆") {
		t.Errorf("no small bars in\n%s", text)
	}
	if text := draw(t, d, doc.Options{}); strings.ContainsAny(text, "▁▂▃▄▅▆▇█·") {
		t.Errorf("small bars where there are none wanted:\n%s", text)
	}
}
