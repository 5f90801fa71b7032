package report

import (
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

func TestHostileTextInEveryPlace(t *testing.T) {
	for _, s := range doctest.Hostile {
		span := doc.Text{{Text: s}, {Text: s, URL: s, Bold: true}}
		d := &doc.Document{
			Title: s, Subject: s, Period: s, Lines: []string{s}, Marking: s, Program: s, Date: "2026-09-30", Notice: s,
			Blocks: []doc.Block{
				doc.Heading{Level: 1, Text: s}, doc.Heading{Level: 2, Text: s}, doc.Heading{Level: 3, Text: s}, doc.Paragraph{Text: span}, doc.Note{Text: span}, doc.List{Ordered: false, Items: []doc.Text{span}}, doc.List{Ordered: true, Items: []doc.Text{span}},
				doc.Table{Caption: s, Columns: []doc.Column{{Title: s, Width: 1, Right: false}, {Title: s, Width: 1, Right: true}}, Rows: [][]doc.Text{{span, span}}},
				doc.Bars{Caption: s, Rows: []doc.Bar{{Label: s, Words: s, Detail: s}}}, doc.Tiles{Tiles: []doc.Tile{{Number: s, Label: s, Sub: s}}},
			},
		}
		for _, f := range formats {
			if f.Name == "pdf" {
				continue // pdfhostile_test.go draws these and looks inside
			}
			out := draw(t, f.Name, d, doc.Options{Width: 60})
			for _, bad := range []string{"\x1b", "\x00", "\x9b", "\u202e", "\u2028", "\r", "\t", "<script", "<img"} {
				if strings.Contains(out, bad) && (f.Name == "md" || bad[0] != '<') {
					t.Errorf("%s: %q lets %q through", f.Name, s, bad)
				}
			}
		}
	}
}
