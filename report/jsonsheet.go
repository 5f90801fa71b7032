package report

import (
	"hygeia/assess/series"
)

// jsonSheet is what somebody else's sheet says for a row of quarters. Nothing of it
// counts in a score.
type jsonSheet struct {
	Name     string         `json:"name"`     // of its file under series
	Source   string         `json:"source"`   // the file it was read from
	Imported string         `json:"imported"` // the day it was taken over
	Scale    string         `json:"scale"`    // as understood: 0-5, percent, tiers, cmmi, cmm or words
	Notice   string         `json:"notice"`   // whose figures these are
	Nearest  []string       `json:"nearest"`  // one a quarter: the time of the sheet nearest to it; "" for values without a time
	Rows     []jsonSheetRow `json:"rows"`     // in the order of the sheet
}

type jsonSheetRow struct {
	ID    string    `json:"id"`    // as the sheet has it
	Went  []string  `json:"went"`  // of an id that is used no longer: where it went
	Part  string    `json:"part"`  // of an id with several rows
	Cells []*string `json:"cells"` // one a quarter, as printed: "2 of 5"; null where the row says nothing then
	Move  string    `json:"move"`  // from the first to the last: fell, rose, the same or not compared
}

func newJSONSheet(b *series.Beside) jsonSheet {
	s := b.Sheet
	out := jsonSheet{
		Name: s.Name, Source: s.Source, Imported: s.Imported.String(), Scale: s.Scale.String(), Notice: theirs,
		Nearest: []string{}, Rows: []jsonSheetRow{},
	}
	for _, p := range b.Nearest {
		out.Nearest = append(out.Nearest, p.String())
	}
	for _, r := range b.Rows {
		row := jsonSheetRow{ID: r.ID, Went: append([]string{}, r.Went...), Part: r.Part, Cells: []*string{}, Move: r.Move.String()}
		for _, v := range r.Cells {
			var text *string
			if v != nil {
				said := v.Cell(s.Scale)
				text = &said
			}
			row.Cells = append(row.Cells, text)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
