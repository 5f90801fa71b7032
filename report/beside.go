package report

import (
	"cmp"
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// beside lines other people's sheets up with quarters, as far as their rows are about
// what is in focus. Sheets that say nothing of it are left out.
func (f Focus) beside(now *assess.Result, quarters []assess.Quarter, sheets []*series.Series) []*series.Beside {
	ids := f.ids(now)
	var all []*series.Beside
	for _, s := range sheets {
		b := s.Beside(quarters)
		if b == nil {
			continue
		}
		if b.Keep(ids); len(b.Rows) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// ids are those of all that is in focus, in small letters: sections, groups and
// requirements.
func (f Focus) ids(now *assess.Result) map[string]bool {
	ids := map[string]bool{}
	for i := range now.Views {
		if !f.view(&now.Views[i]) {
			continue
		}
		for _, sec := range now.Views[i].Framework.Sections {
			if !f.section(sec.ID) {
				continue
			}
			ids[strings.ToLower(sec.ID)] = true
			for _, g := range sec.Groups {
				ids[strings.ToLower(g.ID)] = true
				for _, r := range g.Requirements {
					ids[strings.ToLower(r.ID)] = true
				}
			}
		}
	}
	return ids
}

// theirs is what stands over every figure of somebody else's.
const theirs = "These figures are other people's, as their sheets had them. They count in no score here, and no answer rests on them."

// sheetsApart says what other people's sheets say for the quarters of a comparison:
// what moved in them, or in focus on one section all of it.
func (f Focus) sheetsApart(now *assess.Result, quarters []assess.Quarter, sheets []*series.Series) []doc.Block {
	all := f.beside(now, quarters, sheets)
	if len(all) == 0 {
		return nil
	}
	blocks := []doc.Block{doc.Headed(1, "What other sheets say"), doc.Noted(theirs)}
	for _, b := range all {
		blocks = append(blocks, doc.Headed(2, fmt.Sprintf("%s, from %s", b.Sheet.Name, b.Sheet.Source)), doc.Say("%s", aboutSheet(b.Sheet)), doc.Say("%s", movedIn(b)))
		if t := besideTable(now.Library, b, f.Section != ""); len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	return blocks
}

// movedIn says which times of the sheet stand beside which quarters, and how many of
// its rows moved from the first to the last.
func movedIn(b *series.Beside) string {
	var times []string
	for _, s := range stretches(b) {
		time, ours := b.Sheet.When(b.Nearest[s.from]), s.quarters(b)
		if time != ours {
			time += " for " + ours
		}
		times = append(times, time)
	}
	text := fmt.Sprintf("Its times nearest to these quarters: %s.", words.Join("; ", times...))
	if !b.Moved() {
		text += " That is one time for all of them, so it shows no change."
	} else {
		text += " " + movedCount(b)
	}
	if b.Timeless {
		text += " It has values of a time that it does not place in a year too; they are left out here."
	}
	return text
}

// movedCount counts the rows of a sheet by how they moved.
func movedCount(b *series.Beside) string {
	var counts []string
	for _, m := range []series.Move{series.Fell, series.Rose, series.Alike} {
		counts = append(counts, fmt.Sprintf("%s %s", words.Number(b.Count(m)), movedWords(m)))
	}
	text := fmt.Sprintf("Of its %s here, by its own scale, %s", words.Count(len(b.Rows), "row", "rows"), words.And(counts))
	if n := b.Count(series.NotCompared); n > 0 {
		text += fmt.Sprintf("; %s a score at one of the two times only, or at neither", words.Count(n, "row has", "rows have"))
	}
	return text + "."
}

// movedWords says how a row moved; "" where that cannot be told.
func movedWords(m series.Move) string {
	switch m {
	case series.Fell, series.Rose:
		return m.String()
	case series.Alike:
		return "stayed the same"
	case series.NotCompared:
	}
	return ""
}

// stretch is a run of quarters with the same time of a sheet beside them.
type stretch struct{ from, to int }

func stretches(b *series.Beside) []stretch {
	var all []stretch
	for i, p := range b.Nearest {
		if i > 0 && p == b.Nearest[i-1] {
			all[len(all)-1].to = i
			continue
		}
		all = append(all, stretch{i, i})
	}
	return all
}

// quarters names the quarters of a stretch: "2025-Q4", or the first and the last.
func (s stretch) quarters(b *series.Beside) string {
	if s.from == s.to {
		return b.Quarters[s.from].String()
	}
	return fmt.Sprintf("%s to %s", b.Quarters[s.from], b.Quarters[s.to])
}

// mostTimes is how many times of a sheet stand in columns of their own.
const mostTimes = 4

// besideTable lists the rows that moved, or every row: a column for each time, or
// where there are more than fit, all of them in one.
func besideTable(lib *frameworks.Library, b *series.Beside, all bool) doc.Table {
	times := stretches(b)
	t := doc.Table{Columns: []doc.Column{{Title: "Id", Width: 5}}}
	if len(times) <= mostTimes {
		for _, s := range times {
			t.Columns = append(t.Columns, doc.Column{Title: b.Nearest[s.from].Title(), Width: 3})
		}
	} else {
		t.Columns = append(t.Columns, doc.Column{Title: "What it says, the earliest first", Width: 8})
	}
	if b.Moved() {
		t.Columns = append(t.Columns, doc.Column{Title: "Change in the sheet", Width: 2})
	}
	for _, r := range b.Rows {
		if !all && r.Move != series.Fell && r.Move != series.Rose {
			continue
		}
		t.Rows = append(t.Rows, doc.Row(besideRow(lib, b, r, times)...))
	}
	return t
}

func besideRow(lib *frameworks.Library, b *series.Beside, r series.BesideRow, times []stretch) []string {
	row := []string{nameOfRow(lib, r.Row)}
	var said []string
	for _, s := range times {
		cell := ""
		if v := r.Cells[s.from]; v != nil {
			cell = v.Cell(b.Sheet.Scale)
			said = append(said, fmt.Sprintf("%s (%s)", cell, b.Nearest[s.from].Title()))
		}
		if len(times) <= mostTimes {
			row = append(row, cell)
		}
	}
	if len(times) > mostTimes {
		row = append(row, words.Join(", ", said...))
	}
	if b.Moved() {
		row = append(row, cmp.Or(movedWords(r.Move), doc.Dash))
	}
	return row
}

// nameOfRow names what a row is about: its id, where that went, its part, and the
// title that the requirement has here.
func nameOfRow(lib *frameworks.Library, r series.Row) string {
	name := r.ID
	if len(r.Went) > 0 {
		name = fmt.Sprintf("%s (now %s)", r.ID, words.And(r.Went))
	} else if _, req, ok := lib.Requirement(r.ID); ok {
		name = words.Join(" ", r.ID, req.Title)
	}
	return words.Join(", ", name, r.Part)
}

// besideTrend says below the scores over the quarters what other people's sheets say
// of the same time.
func besideTrend(s *story, line []moment) []doc.Block {
	var quarters []assess.Quarter
	for _, m := range line {
		quarters = append(quarters, m.period)
	}
	var items []doc.Text
	for _, b := range (Focus{}).beside(s.r, quarters, s.in.Series) {
		items = append(items, doc.Text{{Text: fmt.Sprintf("Your sheet %q: ", b.Sheet.Name), Bold: true}, {Text: movedIn(b)}})
	}
	if len(items) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(3, "What other sheets say of these quarters"), doc.Noted(theirs), doc.List{Items: items}}
}
