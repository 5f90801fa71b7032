package report

import (
	"errors"
	"strings"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
	"hygeia/report/pdf/pdftest"
)

func TestEveryBlockInEveryFormat(t *testing.T) {
	for _, f := range formats {
		for _, b := range doctest.EveryBlock {
			t.Run(f.Name+"/"+b.Name, func(t *testing.T) {
				d := &doc.Document{Title: "T", Date: "2026-09-30", Blocks: []doc.Block{b.Block, doc.Paragraph{Text: doc.Plain("after")}}}
				text := draw(t, f.Name, d, doc.Options{})
				if f.Name == "pdf" {
					text = pdftest.Scan(t, []byte(text)).All()
				}
				for _, w := range append(b.Words, "after") {
					if !strings.Contains(text, w) {
						t.Errorf("%q is missing in\n%s", w, text)
					}
				}
			})
		}
	}
}

func TestEmptyBlocksInEveryFormat(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{
		doc.Heading{}, doc.Paragraph{}, doc.Note{}, doc.List{}, doc.Table{}, doc.Table{Columns: []doc.Column{{}}}, doc.Table{Rows: [][]doc.Text{nil, {}}},
		doc.Table{Columns: []doc.Column{{Title: "a"}, {Title: "b"}}, Rows: [][]doc.Text{{}, {doc.Plain("x")}, {doc.Plain("x"), doc.Plain("y"), doc.Plain("z")}}},
		doc.Bars{}, doc.Bars{Rows: []doc.Bar{{}}}, doc.Trend{}, doc.Trend{Lines: []doc.TrendLine{{}}}, doc.Dumbbells{}, doc.Dumbbells{Rows: []doc.Dumbbell{{}}}, doc.Strip{}, doc.Strip{Rows: []doc.StripRow{{}}}, doc.Ticks{}, doc.Ticks{Rows: []doc.Tick{{}}}, doc.Contents{}, doc.Tiles{}, doc.Tiles{Tiles: []doc.Tile{{}}}, doc.PageBreak{}, doc.PageBreak{},
	}}
	for _, f := range formats {
		draw(t, f.Name, d, doc.Options{})
		draw(t, f.Name, &doc.Document{}, doc.Options{})
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&strings.Builder{}, "docx", &doc.Document{}, doc.Options{})
	if err == nil || err.Error() != `format "docx": must be one of html, md, pdf, text` {
		t.Errorf("got %v", err)
	}
}

func TestFailingWriterInEveryFormat(t *testing.T) {
	in := creek(t)
	for _, f := range formats {
		if err := Write(doctest.FullDisk{}, f.Name, Board(in), doc.Options{}); !errors.Is(err, doctest.ErrFull) {
			t.Errorf("%s: got %v", f.Name, err)
		}
	}
	if err := WriteJSON(doctest.FullDisk{}, in); !errors.Is(err, doctest.ErrFull) {
		t.Errorf("json: got %v", err)
	}
	if err := WriteCSV(doctest.FullDisk{}, in); !errors.Is(err, doctest.ErrFull) {
		t.Errorf("csv: got %v", err)
	}
}
