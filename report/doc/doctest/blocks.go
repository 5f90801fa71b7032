package doctest

import "hygeia/report/doc"

// Case is a block and what must be read of it.
type Case struct {
	Name  string
	Block doc.Block
	Words []string // that stand in every format
}

// EveryBlock is one of each kind, with the words that must be found in each
// format.
var EveryBlock = []Case{
	{"heading", doc.Heading{Level: 1, Text: "A chapter"}, []string{"A chapter"}},
	{"section", doc.Heading{Level: 2, Text: "A section"}, []string{"A section"}},
	{"subsection", doc.Heading{Level: 3, Text: "A part"}, []string{"A part"}},
	{"paragraph", doc.Paragraph{Text: doc.Text{{Text: "Plain, "}, {Text: "bold", Bold: true}, {Text: " and "}, {Text: "linked", URL: "https://example.org/a"}}}, []string{"Plain", "bold", "linked"}},
	{"note", doc.Note{Text: doc.Plain("A caution")}, []string{"A caution"}},
	{"list", doc.List{Ordered: false, Items: []doc.Text{doc.Plain("first"), doc.Plain("second")}}, []string{"first", "second"}},
	{"numbered list", doc.List{Ordered: true, Items: []doc.Text{doc.Plain("one"), doc.Plain("two")}}, []string{"one", "two"}},
	{"table", doc.Table{Caption: "Its caption", Columns: []doc.Column{{Title: "Name", Width: 2, Right: false}, {Title: "Number", Width: 1, Right: true}}, Rows: [][]doc.Text{{doc.Plain("Govern"), doc.Plain("41")}}}, []string{"Its caption", "Name", "Number", "Govern", "41"}},
	{"bars", doc.Bars{Caption: "Scores", Rows: []doc.Bar{{Label: "Protect", Value: 68, Scored: true, Low: 50, High: 74, Ranged: true, Target: 90, Words: "68%, amber", Detail: "reach 16 of 31"}}}, []string{"Protect", "68%, amber", "reach 16 of 31"}},
	{"bar without a score", doc.Bars{Caption: "Scores", Rows: []doc.Bar{{Label: "Detect", Low: 20, High: 75, Ranged: true, Words: "no score yet"}}}, []string{"Detect", "no score yet"}},
	{"tiles", doc.Tiles{Tiles: []doc.Tile{{Number: "4 of 10", Label: "Goals met", Sub: "one more"}}}, []string{"4 of 10", "Goals met", "one more"}},
	{"trend", doc.Trend{Caption: "Over time", Finding: "Protect rose.", Quarters: []string{"2026-Q1", "2026-Q2"}, Turned: []bool{false, true}, Lines: []doc.TrendLine{{Label: "Protect", Points: []doc.TrendPoint{{Words: "no quarter saved"}, {Value: 68, Known: true, Words: "68%"}}}}}, []string{"Over time", "Protect", "2026-Q2", "68%"}},
	{"dumbbells", doc.Dumbbells{Caption: "Since then", Finding: "Detect fell.", Before: "2026-Q1", Now: "2026-Q2", Rows: []doc.Dumbbell{{Label: "Detect", From: 61, To: 48, Words: "-12.5"}}}, []string{"Since then", "Detect", "2026-Q1", "2026-Q2", "-12.5"}},
	{"strip", doc.Strip{Caption: "Proof", Finding: "Backups have proof.", Columns: []string{"2026-Q1"}, Rows: []doc.StripRow{{Label: "Backups", Cells: []string{"P"}}}, Legend: []doc.StripKey{{Letter: "P", Words: "fresh proof", Shade: 3}}}, []string{"Proof", "Backups", "2026-Q1", "P", "fresh proof"}},
	{"ticks", doc.Ticks{Caption: "Goals", Rows: []doc.Tick{{Mark: doc.TickPartly, Label: "Email Security", Words: "partly", Detail: "Forged mail"}}}, []string{"Goals", "Email Security", "partly", "Forged mail"}},
	{"contents", doc.Contents{}, nil},
	{"page break", doc.PageBreak{}, nil},
}
