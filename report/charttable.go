package report

import (
	"fmt"
	"slices"
)

// barTable is the text form of a chart: a table with the same digits.
func barTable(b Bars) Table {
	t := Table{Caption: b.Caption, Columns: []Column{
		{Title: "Area", Width: 3}, {Title: "Score", Width: 2}, {Title: "Target", Width: 1, Right: true}, {Title: "What it rests on", Width: 6},
	}}
	marked := slices.ContainsFunc(b.Rows, func(r Bar) bool { return r.Marked })
	if marked {
		t.Columns = slices.Insert(t.Columns, 3, Column{Title: "Last time", Width: 1, Right: true})
	}
	for _, bar := range b.Rows {
		cells := row(bar.Label, bar.Words, targetWords(bar), bar.Detail)
		if marked {
			cells = slices.Insert(cells, 3, Plain(lastWords(bar)))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func lastWords(b Bar) string {
	if !b.Marked {
		return ""
	}
	return fmt.Sprintf("%d %%", b.Last)
}

// trendTable is the text form of a trend: a row a group, a column a quarter.
func trendTable(b Trend) Table {
	t := Table{Caption: b.Caption, Columns: []Column{{Title: "Area", Width: 3}}}
	for i, q := range b.Quarters {
		if i < len(b.Turned) && b.Turned[i] {
			q += " *"
		}
		t.Columns = append(t.Columns, Column{Title: q, Width: 2, Right: true})
	}
	for _, l := range b.Lines {
		cells := []string{l.Label}
		for _, p := range l.Points {
			cells = append(cells, p.Words)
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	return t
}

// dumbbellTable is the text form of dumbbells.
func dumbbellTable(b Dumbbells) Table {
	t := Table{Caption: b.Caption, Columns: []Column{
		{Title: "Area", Width: 4}, {Title: b.Before, Width: 2, Right: true}, {Title: b.Now, Width: 2, Right: true}, {Title: "Change", Width: 2, Right: true},
	}}
	for _, r := range b.Rows {
		t.Rows = append(t.Rows, row(r.Label, fmt.Sprintf("%d %%", r.From), fmt.Sprintf("%d %%", r.To), r.Words))
	}
	return t
}

// stripTable is the text form of a strip: the letters, and what they mean above them.
func stripTable(b Strip) Table {
	t := Table{Caption: b.Caption, Columns: []Column{{Title: "", Width: 4}}}
	for _, k := range b.Legend {
		t.Caption = joined(", ", t.Caption, k.Letter+" "+k.Words)
	}
	for _, c := range b.Columns {
		t.Columns = append(t.Columns, Column{Title: c, Width: 1})
	}
	for _, r := range b.Rows {
		t.Rows = append(t.Rows, row(append([]string{r.Label}, r.Cells...)...))
	}
	return t
}

// tickTable is the text form of a tick list.
func tickTable(b Ticks) Table {
	t := Table{Caption: b.Caption, Columns: []Column{{Title: "Goal", Width: 4}, {Title: "Status", Width: 3}, {Title: "Held back by", Width: 4}}}
	for _, r := range b.Rows {
		t.Rows = append(t.Rows, row(r.Label, r.Words, r.Detail))
	}
	return t
}

// contentsList is the text form of the contents: the chapters after it.
func contentsList(d *Document) List {
	var list List
	for _, b := range d.Blocks {
		if h, is := b.(Heading); is && h.Level <= 1 {
			list.Items = append(list.Items, Plain(h.Text))
		}
	}
	return list
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
