package report

import (
	"errors"
	"strings"
	"testing"
)

// blockCase is a block and what must be read of it.
type blockCase struct {
	name  string
	block Block
	words []string // that stand in every format
}

// everyBlock is one of each kind, with the words that must be found in each
// format.
var everyBlock = []blockCase{
	{"heading", Heading{1, "A chapter"}, []string{"A chapter"}},
	{"section", Heading{2, "A section"}, []string{"A section"}},
	{"subsection", Heading{3, "A part"}, []string{"A part"}},
	{"paragraph", Paragraph{Text{{Text: "Plain, "}, {Text: "bold", Bold: true}, {Text: " and "}, {Text: "linked", URL: "https://example.org/a"}}}, []string{"Plain", "bold", "linked"}},
	{"note", Note{Plain("A caution")}, []string{"A caution"}},
	{"list", List{false, []Text{Plain("first"), Plain("second")}}, []string{"first", "second"}},
	{"numbered list", List{true, []Text{Plain("one"), Plain("two")}}, []string{"one", "two"}},
	{"table", Table{"Its caption", []Column{{"Name", 2, false}, {"Number", 1, true}}, [][]Text{{Plain("Govern"), Plain("41")}}}, []string{"Its caption", "Name", "Number", "Govern", "41"}},
	{"bars", Bars{Caption: "Scores", Rows: []Bar{{Label: "Protect", Value: 68, Scored: true, Low: 50, High: 74, Ranged: true, Target: 90, Words: "68 %, amber", Detail: "reach 16 of 31"}}}, []string{"Protect", "68 %, amber", "reach 16 of 31"}},
	{"bar without a score", Bars{Caption: "Scores", Rows: []Bar{{Label: "Detect", Low: 20, High: 75, Ranged: true, Words: "no score yet"}}}, []string{"Detect", "no score yet"}},
	{"tiles", Tiles{[]Tile{{"4 of 10", "Goals met", "one more"}}}, []string{"4 of 10", "Goals met", "one more"}},
	{"trend", Trend{Caption: "Over time", Finding: "Protect rose.", Quarters: []string{"2026-Q1", "2026-Q2"}, Turned: []bool{false, true}, Lines: []TrendLine{{"Protect", []TrendPoint{{Words: "no quarter saved"}, {68, true, "68 %"}}}}}, []string{"Over time", "Protect", "2026-Q2", "68 %"}},
	{"dumbbells", Dumbbells{Caption: "Since then", Finding: "Detect fell.", Before: "2026-Q1", Now: "2026-Q2", Rows: []Dumbbell{{"Detect", 61, 48, "-12.5"}}}, []string{"Since then", "Detect", "2026-Q1", "2026-Q2", "-12.5"}},
	{"strip", Strip{Caption: "Proof", Finding: "Backups have proof.", Columns: []string{"2026-Q1"}, Rows: []StripRow{{"Backups", []string{"P"}}}, Legend: []StripKey{{"P", "fresh proof", 3}}}, []string{"Proof", "Backups", "2026-Q1", "P", "fresh proof"}},
	{"ticks", Ticks{Caption: "Goals", Rows: []Tick{{TickPartly, "Email Security", "partly", "Forged mail"}}}, []string{"Goals", "Email Security", "partly", "Forged mail"}},
	{"contents", Contents{}, nil},
	{"page break", PageBreak{}, nil},
}

func TestEveryBlockInEveryFormat(t *testing.T) {
	for _, f := range formats {
		for _, b := range everyBlock {
			t.Run(f.Name+"/"+b.name, func(t *testing.T) {
				d := &Document{Title: "T", Date: "2026-09-30", Blocks: []Block{b.block, Paragraph{Plain("after")}}}
				text := draw(t, f.Name, d, Options{})
				if f.Name == "pdf" {
					text = scanPDF(t, []byte(text)).all()
				}
				for _, w := range append(b.words, "after") {
					if !strings.Contains(text, w) {
						t.Errorf("%q is missing in\n%s", w, text)
					}
				}
			})
		}
	}
}

func TestEmptyBlocksInEveryFormat(t *testing.T) {
	d := &Document{Blocks: []Block{
		Heading{}, Paragraph{}, Note{}, List{}, Table{}, Table{Columns: []Column{{}}}, Table{Rows: [][]Text{nil, {}}},
		Table{Columns: []Column{{Title: "a"}, {Title: "b"}}, Rows: [][]Text{{}, {Plain("x")}, {Plain("x"), Plain("y"), Plain("z")}}},
		Bars{}, Bars{Rows: []Bar{{}}}, Trend{}, Trend{Lines: []TrendLine{{}}}, Dumbbells{}, Dumbbells{Rows: []Dumbbell{{}}}, Strip{}, Strip{Rows: []StripRow{{}}}, Ticks{}, Ticks{Rows: []Tick{{}}}, Contents{}, Tiles{}, Tiles{[]Tile{{}}}, PageBreak{}, PageBreak{},
	}}
	for _, f := range formats {
		draw(t, f.Name, d, Options{})
		draw(t, f.Name, &Document{}, Options{})
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&strings.Builder{}, "docx", &Document{}, Options{})
	if err == nil || err.Error() != `format "docx": must be one of html, md, pdf, text` {
		t.Errorf("got %v", err)
	}
}

func TestFailingWriterInEveryFormat(t *testing.T) {
	in := creek(t)
	for _, f := range formats {
		if err := Write(fullDisk{}, f.Name, Board(in), Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: got %v", f.Name, err)
		}
	}
	if err := WriteJSON(fullDisk{}, in); !errors.Is(err, errFull) {
		t.Errorf("json: got %v", err)
	}
	if err := WriteCSV(fullDisk{}, in); !errors.Is(err, errFull) {
		t.Errorf("csv: got %v", err)
	}
}
