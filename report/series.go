package report

import (
	"fmt"

	"hygeia/assess/series"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// otherSheets says what other people's sheets say about a requirement, clearly as
// theirs: it counts in no score. Nothing where none says anything.
func otherSheets(lib *frameworks.Library, sheets []*series.Series, id string) []doc.Block {
	var items []doc.Text
	for _, sheet := range sheets {
		for _, about := range append([]string{id}, above(lib, id)...) {
			for _, row := range sheet.About(about) {
				if line := sheet.Line(row); line != "" {
					items = append(items, doc.Plain(fmt.Sprintf("Your sheet %q says %s.", sheet.Name, words.Join(", ", line, row.Origin(id)))))
				}
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "What other sheets say"), doc.List{Items: items}, doc.Noted("These are somebody else's figures. They count in no score here.")}
}

// above are the ids of the group and the section that a requirement stands in.
func above(lib *frameworks.Library, id string) []string {
	for _, f := range lib.Frameworks {
		for _, sec := range f.Sections {
			for _, g := range sec.Groups {
				for _, r := range g.Requirements {
					if r.ID == id {
						return otherIDs(id, g.ID, sec.ID)
					}
				}
			}
		}
	}
	return nil
}

// otherIDs are the ids that are there and differ from one.
func otherIDs(id string, ids ...string) []string {
	var list []string
	for _, other := range words.Present(ids...) {
		if other != id {
			list = append(list, other)
		}
	}
	return list
}

// everySheet lists what other people's sheets say, one table each. It stands in the
// report of those who do the work alone.
func everySheet(s *story) []doc.Block {
	if len(s.in.Series) == 0 {
		return nil
	}
	blocks := []doc.Block{
		doc.Headed(1, "What other sheets say"),
		doc.Say(theirs),
	}
	for _, sheet := range s.in.Series {
		blocks = append(blocks, doc.Headed(2, fmt.Sprintf("%s, from %s", sheet.Name, sheet.Source)), doc.Say("%s", aboutSheet(sheet)))
		t := doc.Table{Columns: []doc.Column{{Title: "Id", Width: 2}, {Title: "What it says", Width: 6}, {Title: "Now in", Width: 3}}}
		for _, row := range sheet.Rows {
			if line := sheet.Line(row); line != "" {
				t.Rows = append(t.Rows, doc.Row(words.Join(" ", row.ID, row.Part), line, words.And(row.Went)))
			}
		}
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	return blocks
}

// aboutSheet says how a sheet was read.
func aboutSheet(s *series.Series) string {
	text := fmt.Sprintf("Taken over on %s; scale: %s.", s.Imported.Long(), s.Scale.Says())
	if s.Unplaced > 0 {
		text += fmt.Sprintf(" %s in it could not be placed.", words.Capital(words.Count(s.Unplaced, "thing", "things")))
	}
	return text
}
