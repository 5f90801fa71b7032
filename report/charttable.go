package report

import "fmt"

// barTable is the text form of a chart: a table with the same digits.
func barTable(b Bars) Table {
	t := Table{Caption: b.Caption, Columns: []Column{
		{Title: "Area", Width: 3}, {Title: "Score", Width: 2}, {Title: "Target", Width: 1, Right: true}, {Title: "What it rests on", Width: 6},
	}}
	for _, bar := range b.Rows {
		t.Rows = append(t.Rows, row(bar.Label, bar.Words, targetWords(bar), bar.Detail))
	}
	return t
}

func targetWords(b Bar) string {
	if b.Target == 0 {
		return ""
	}
	return fmt.Sprintf("%d %%", b.Target)
}

// tileTable is the text form of tiles.
func tileTable(b Tiles) Table {
	t := Table{Columns: []Column{{Title: "Figure", Width: 3}, {Title: "Number", Width: 2, Right: true}, {Title: "Beside it", Width: 4}}}
	for _, tile := range b.Tiles {
		t.Rows = append(t.Rows, row(tile.Label, tile.Number, tile.Sub))
	}
	return t
}
