package allsites

import (
	"cmp"
	"fmt"
	"io"
	"strconv"

	"hygeia/assess/rollup"
	"hygeia/assess/sheet"
	"hygeia/frameworks/words"
	"hygeia/report/data"
)

// siteColumn is a column of the table of sites.
type siteColumn struct {
	title string
	cell  func(*rollup.Row) string
}

// siteColumns are those of every site; a score and a range of each section follow.
func siteColumns(r *rollup.Rollup, marking, legal string) []siteColumn {
	columns := []siteColumn{
		{"folder", func(row *rollup.Row) string { return row.Folder }},
		{"site", func(row *rollup.Row) string { return row.Label }},
		{"size", func(row *rollup.Row) string { return row.Size }},
		{"quarter", func(row *rollup.Row) string { return row.Period.String() }},
		{"status", siteStatus},
		{"counted", func(row *rollup.Row) string { return yesNo(row.Counted) }},
		{"not counted because", func(row *rollup.Row) string { return row.Why.String() }},
		{"as of", func(row *rollup.Row) string { return row.AsOf.String() }},
		{"goals met", ofKnown(func(row *rollup.Row) int { return row.Goals.Met })},
		{"goals nearly met", ofKnown(func(row *rollup.Row) int { return row.Goals.Nearly })},
		{"goals met another way", ofKnown(func(row *rollup.Row) int { return row.Goals.Another })},
		{"goals asked", ofKnown(func(row *rollup.Row) int { return row.Goals.Of })},
		{"all questions asked", func(row *rollup.Row) string { return row.All.Text }},
		{"lowest function", func(row *rollup.Row) string { return siteLowest(r, row) }},
		{"compared with", ofChange(func(c *rollup.Change) string { return c.From.String() })},
		{"goals met then", ofChange(func(c *rollup.Change) string { return fmt.Sprint(c.Goals.Met) })},
		{"fell", ofChange(func(c *rollup.Change) string { return fmt.Sprint(len(c.Fell)) })},
		{"set aside", ofChange(func(c *rollup.Change) string { return fmt.Sprint(len(c.SetAside)) })},
		{"rose", ofChange(func(c *rollup.Change) string { return fmt.Sprint(c.Rose) })},
		{"corrected", ofChange(func(c *rollup.Change) string { return fmt.Sprint(c.Corrected) })},
		{"what fell or was set aside", ofChange(func(c *rollup.Change) string { return moved(r, c) })},
		{"past their date", func(row *rollup.Row) string { return fmt.Sprint(row.Late(r.AsOf)) }},
		{"silent", func(row *rollup.Row) string { return yesNo(row.Silent) }},
		{"newer draft", func(row *rollup.Row) string { return row.Newer.String() }},
		{"answers taken over", func(row *rollup.Row) string { return numeral(takenOver(row)) }},
		{"content", func(row *rollup.Row) string { return row.Version }},
		{"problem", func(row *rollup.Row) string { return row.Problem }},
	}
	for i := range r.Sections {
		l := &r.Sections[i]
		name := frameworkShort(r, l.Framework) + " " + l.ID + " " + l.Title
		columns = append(columns, siteColumn{name, func(row *rollup.Row) string {
			if s := row.Score(l.Framework, l.ID); s != nil {
				return s.Text
			}
			return ""
		}})
	}
	return append(columns,
		siteColumn{"marking", func(*rollup.Row) string { return marking }},
		siteColumn{"legal", func(*rollup.Row) string { return legal }})
}

func siteStatus(row *rollup.Row) string {
	switch {
	case row.Why == rollup.Unreadable:
		return ""
	case row.Draft:
		return "draft"
	}
	return "finished"
}

func takenOver(row *rollup.Row) int {
	n := 0
	for _, t := range row.Taken {
		n += t.Answers
	}
	return n
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func ofKnown(count func(*rollup.Row) int) func(*rollup.Row) string {
	return func(row *rollup.Row) string {
		if !row.Goals.Known {
			return ""
		}
		return strconv.Itoa(count(row))
	}
}

func ofChange(say func(*rollup.Change) string) func(*rollup.Row) string {
	return func(row *rollup.Row) string {
		if row.Change == nil {
			return ""
		}
		return say(row.Change)
	}
}

// WriteCSV writes a row for each site, as spreadsheets take it (see [data.Table]).
func WriteCSV(w io.Writer, in Input) error {
	d := in.cover()
	columns := siteColumns(in.Roll, d.Marking, d.Legal)
	table := data.NewTable(len(columns), func(i int) string { return columns[i].title })
	for i := range in.Roll.Rows {
		table.Add(func(c int) string { return columns[c].cell(&in.Roll.Rows[i]) })
	}
	return table.Write(w)
}

// WriteXLSX writes a workbook: the sites, the Essential goals, the sections, every
// practice and what is past its date, a sheet each.
func WriteXLSX(w io.Writer, in Input) error {
	r, d := in.Roll, in.cover()
	about := words.Join(", ", d.Subject, d.Period, d.Marks(), d.Legal)
	sites := data.NewSheet("Sites", about)
	columns := siteColumns(r, d.Marking, d.Legal)
	for _, c := range columns {
		sites.Columns = append(sites.Columns, sheet.Column{Head: words.Capital(c.title), Width: 18})
	}
	for i := range r.Rows {
		var cells []sheet.Cell
		for _, c := range columns {
			cells = append(cells, numberOrText(c.cell(&r.Rows[i])))
		}
		sites.Rows = append(sites.Rows, cells)
	}
	return sheet.WriteWorkbook(w, words.Join(", ", d.Subject, "cyber hygiene of all sites", d.Period),
		sites, goalsSheet(r, about), sectionsSheet(r, about), practicesSheet(r, about), overdueSheet(r, about))
}

// numberOrText is a cell that counts where the text is a whole number.
func numberOrText(s string) sheet.Cell {
	if n, err := strconv.Atoi(s); err == nil && strconv.Itoa(n) == s {
		return sheet.Whole(n)
	}
	return sheet.Text(words.Line(s))
}

func wholes(numbers ...int) []sheet.Cell {
	cells := make([]sheet.Cell, len(numbers))
	for i, n := range numbers {
		cells[i] = sheet.Whole(n)
	}
	return cells
}

func goalsSheet(r *rollup.Rollup, about string) sheet.Table {
	t := data.NewSheet("Essential goals", about, sheet.Column{Head: "Goal", Width: 40}, sheet.Column{Head: "Sites asked"}, sheet.Column{Head: "Met"}, sheet.Column{Head: "Nearly"},
		sheet.Column{Head: "Another way"}, sheet.Column{Head: "Partly"}, sheet.Column{Head: "Not met"}, sheet.Column{Head: "Not known"}, sheet.Column{Head: "Asked otherwise"}, sheet.Column{Head: "Where it is missed", Width: 60})
	for _, g := range r.Goals {
		t.Rows = append(t.Rows, append(append([]sheet.Cell{sheet.Text(g.Title)}, wholes(g.Asked, g.Met, g.Nearly, g.Another, g.Partly, g.NotMet, g.NotKnown, g.Other)...), sheet.Text(words.Join(", ", g.Missed...))))
	}
	return t
}

func sectionsSheet(r *rollup.Rollup, about string) sheet.Table {
	t := data.NewSheet("Sections", about, sheet.Column{Head: "Framework", Width: 24}, sheet.Column{Head: "Section", Width: 34}, sheet.Column{Head: "Sites asked"}, sheet.Column{Head: "With a score"},
		sheet.Column{Head: "Without one"}, sheet.Column{Head: "Asked otherwise"}, sheet.Column{Head: "Worst"}, sheet.Column{Head: "Worst at", Width: 40}, sheet.Column{Head: "Median"}, sheet.Column{Head: "Best"},
		sheet.Column{Head: "Range from"}, sheet.Column{Head: "Range to"})
	for _, l := range r.Sections {
		row := append(sheet.Texts(frameworkTitle(r, l.Framework), l.Title), wholes(l.Asked, l.Score.Sites, l.NoScore, l.Other)...)
		t.Rows = append(t.Rows, append(row, sheet.Texts(l.Score.Worst, words.Join(", ", l.Score.WorstAt...), l.Score.Median, l.Score.Best, l.Low, l.High)...))
	}
	return t
}

func practicesSheet(r *rollup.Rollup, about string) sheet.Table {
	t := data.NewSheet("Practices", about, sheet.Column{Head: "Practice", Width: 34}, sheet.Column{Head: "Sites asked"}, sheet.Column{Head: "Missed"}, sheet.Column{Head: "No"}, sheet.Column{Head: "Partly"},
		sheet.Column{Head: "Don't know"}, sheet.Column{Head: "Below target"}, sheet.Column{Head: "Must not wait"}, sheet.Column{Head: "Asked otherwise"}, sheet.Column{Head: "Below target at", Width: 60}, sheet.Column{Head: "First step", Width: 60}, sheet.Column{Head: "Key", Width: 22})
	for _, p := range r.Practices {
		step := ""
		if q, known := r.Question(p.Key); known {
			step = q.Fix.Do
		}
		var at []string
		for _, row := range p.Gaps {
			at = append(at, row.Label)
		}
		row := append([]sheet.Cell{sheet.Text(p.Title)}, wholes(p.Asked, p.Missed(), p.No, p.Partly, p.Unknown, len(p.Gaps), p.Urgent, p.Other)...)
		t.Rows = append(t.Rows, append(row, sheet.Texts(words.Cut(words.Join(", ", at...), 2000), step, p.Key)...))
	}
	return t
}

func overdueSheet(r *rollup.Rollup, about string) sheet.Table {
	t := data.NewSheet("Past their date", about, sheet.Column{Head: "Site", Width: 34}, sheet.Column{Head: "Matter"}, sheet.Column{Head: "Practice", Width: 34}, sheet.Column{Head: "Date", Width: 14},
		sheet.Column{Head: "Days past"}, sheet.Column{Head: "Asks"}, sheet.Column{Head: "Decided", Width: 14})
	for _, l := range r.Overdue() {
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Text(l.Row.Label), sheet.Whole(l.Number), sheet.Text(r.Title(l.Question, l.Title)), sheet.Text(l.Date.Long()),
			sheet.Whole(l.Days), sheet.Whole(l.Asks), sheet.Text(cmp.Or(l.Decided, "undecided"))})
	}
	return t
}
