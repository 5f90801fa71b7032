package doc

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/frameworks/words"
)

// QuarterBefore is what the mark of the quarter before is called.
const QuarterBefore = "quarter before"

// StripParts cuts a strip into strips of at most so many columns.
func StripParts(b Strip, most int) []Strip {
	var parts []Strip
	for start := 0; start == 0 || start < len(b.Columns); start += most {
		part := b
		part.Columns = cutList(b.Columns, start, most)
		part.Rows = nil
		for _, r := range b.Rows {
			part.Rows = append(part.Rows, StripRow{r.Label, cutList(r.Cells, start, most)})
		}
		parts = append(parts, part)
	}
	return parts
}

// cutList is so many of a list from start on; fewer where it ends.
func cutList[T any](list []T, start, most int) []T {
	start = min(start, len(list))
	return list[start:min(start+most, len(list))]
}

// BarTable is the text form of a chart: a table with the same digits.
func BarTable(b Bars) Table {
	t := Table{Caption: b.Caption, Columns: []Column{
		{Title: "Area", Width: 6}, {Title: "Score", Width: 5}, {Title: "Target", Width: 3, Right: true}, {Title: "What it rests on", Width: 11},
	}}
	marked := slices.ContainsFunc(b.Rows, func(r Bar) bool { return r.Marked })
	if marked {
		t.Columns = slices.Insert(t.Columns, 3, Column{Title: "Quarter before", Width: 3, Right: true})
	}
	for _, bar := range b.Rows {
		cells := []string{bar.Label, bar.Words, targetWords(bar), bar.Detail}
		if marked {
			cells = slices.Insert(cells, 3, lastWords(bar))
		}
		t.Rows = append(t.Rows, Row(cells...))
	}
	return t
}

func lastWords(b Bar) string {
	if !b.Marked {
		return ""
	}
	return fmt.Sprintf("%d%%", b.Last)
}

// TableMost is how many quarters a table holds. More go into further tables, as
// a page or a terminal has no room for them.
const TableMost = 8

// TrendTables is the text form of a trend: a row a group, a column a quarter, at
// most so many quarters a table.
func TrendTables(b Trend, most int) []Table {
	var tables []Table
	for start := 0; start == 0 || start < len(b.Quarters); start += most {
		t := trendTable(cutList(b.Quarters, start, most), cutList(b.Turned, start, most))
		for _, l := range b.Lines {
			cells := []string{l.Label}
			for _, p := range cutList(l.Points, start, most) {
				cells = append(cells, p.Words)
			}
			t.Rows = append(t.Rows, Row(cells...))
		}
		tables = append(tables, t)
	}
	return captioned(b.Caption, b.Quarters, most, tables)
}

// trendTable is a table without rows. A star marks the quarters whose content is
// another one than before; the caption explains it.
func trendTable(quarters []string, turned []bool) Table {
	t := Table{Columns: []Column{{Title: "Area", Width: 3}}}
	for i, q := range quarters {
		if i < len(turned) && turned[i] {
			q += " *"
			t.Caption = "A star means: " + TurnedWords
		}
		t.Columns = append(t.Columns, Column{Title: q, Width: 2, Right: true})
	}
	return t
}

// captioned puts a caption before those the tables have, with the columns of each
// where there are several tables.
func captioned(caption string, columns []string, most int, tables []Table) []Table {
	for i := range tables {
		part := caption
		if len(tables) > 1 {
			held := cutList(columns, i*most, most)
			part = words.Join(", ", caption, held[0]+" to "+held[len(held)-1])
		}
		tables[i].Caption = words.Join(". ", part, tables[i].Caption)
	}
	return tables
}

// DumbbellTable is the text form of dumbbells.
func DumbbellTable(b Dumbbells) Table {
	t := Table{Caption: b.Caption, Columns: []Column{
		{Title: "Area", Width: 4}, {Title: b.Before, Width: 2, Right: true}, {Title: b.Now, Width: 2, Right: true}, {Title: "Change", Width: 2, Right: true},
	}}
	for _, r := range b.Rows {
		t.Rows = append(t.Rows, Row(r.Label, fmt.Sprintf("%d%%", r.From), fmt.Sprintf("%d%%", r.To), r.Words))
	}
	return t
}

// StripTables is the text form of a strip: the letters, and what they mean above
// them, at most so many columns a table.
func StripTables(b Strip, most int) []Table {
	var keys []string
	for _, k := range b.Legend {
		keys = append(keys, k.Letter+" "+k.Words)
	}
	var tables []Table
	for _, part := range StripParts(b, most) {
		t := Table{Caption: strings.Join(keys, ", "), Columns: []Column{{Title: "Area", Width: 4}}}
		for _, c := range part.Columns {
			t.Columns = append(t.Columns, Column{Title: c, Width: 1})
		}
		for _, r := range part.Rows {
			t.Rows = append(t.Rows, Row(append([]string{r.Label}, r.Cells...)...))
		}
		tables = append(tables, t)
	}
	return captioned(b.Caption, b.Columns, most, tables)
}

// TickTable is the text form of a tick list.
func TickTable(b Ticks) Table {
	t := Table{Caption: b.Caption, Columns: []Column{{Title: "Goal", Width: 4}, {Title: "Status", Width: 3}, {Title: "Held back by", Width: 4}}}
	for _, r := range b.Rows {
		t.Rows = append(t.Rows, Row(r.Label, r.Words, r.Detail))
	}
	if !slices.ContainsFunc(b.Rows, func(r Tick) bool { return r.Detail != "" }) {
		return withoutLast(t)
	}
	return t
}

// withoutLast drops a last column that is empty.
func withoutLast(t Table) Table {
	last := len(t.Columns) - 1
	t.Columns = t.Columns[:last]
	for i := range t.Rows {
		t.Rows[i] = t.Rows[i][:last]
	}
	return t
}

func targetWords(b Bar) string {
	if b.Target == 0 {
		return ""
	}
	return fmt.Sprintf("%d%%", b.Target)
}

// TileTable is the text form of tiles.
func TileTable(b Tiles) Table {
	t := Table{Columns: []Column{{Title: "Figure", Width: 3}, {Title: "Number", Width: 2, Right: true}, {Title: "Beside it", Width: 4}}}
	for _, tile := range b.Tiles {
		t.Rows = append(t.Rows, Row(tile.Label, tile.Number, tile.Sub))
	}
	return t
}

// TurnedWords are what is said of a quarter whose content is another one than before.
const TurnedWords = "from here on, other questions or weights than before"

// Dash stands in a cell that has nothing to say.
const Dash = "–"

// Row makes a table row of plain cells; an empty one becomes a dash.
func Row(cells ...string) []Text {
	texts := make([]Text, len(cells))
	for i, c := range cells {
		if c == "" {
			c = Dash
		}
		texts[i] = Plain(c)
	}
	return texts
}
