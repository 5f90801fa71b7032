package allsites

import (
	"fmt"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// sitesTable has a row for each site that is counted, the fewest goals met first.
func sitesTable(r *rollup.Rollup) []doc.Block {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Site", Width: 7}, {Title: "Quarter", Width: 3, Whole: true}, {Title: "Essential goals", Width: 5}, {Title: "Lowest area", Width: 5},
		{Title: "Fell", Width: 2, Right: true}, {Title: "Past date", Width: 2, Right: true}, {Title: "Beside it", Width: 6},
	}}
	for i := range r.Rows {
		row := &r.Rows[i]
		if !row.Counted {
			continue
		}
		t.Rows = append(t.Rows, doc.Row(row.Label, row.Period.String(), row.Goals.String(), siteLowest(r, row), siteFell(row), fmt.Sprint(row.Late(r.AsOf)), siteNotes(row)))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "Every site"), doc.Say("The fewest Essential goals met first. Each site stands with its latest finished quarter."), t}
}

// siteLowest is the lowest function of NIST CSF at one site, or the lowest practice of
// HICP where that has no score: "Detect 23%".
func siteLowest(r *rollup.Rollup, row *rollup.Row) string {
	if s := row.Lowest(frameworks.CSFID, frameworks.HICPID); s != nil {
		return r.ScoreTitle(s) + " " + s.Text
	}
	return ""
}

// siteFell is how many practices fell since the quarter before.
func siteFell(row *rollup.Row) string {
	if row.Change == nil {
		return ""
	}
	return fmt.Sprint(len(row.Change.Fell))
}

// siteNotes is what stands beside a site's figures.
func siteNotes(row *rollup.Row) string {
	var notes []string
	if row.Silent {
		notes = append(notes, "silent")
	}
	if !row.Newer.IsZero() {
		notes = append(notes, row.Newer.String()+" is a draft")
	}
	for _, t := range row.Taken {
		notes = append(notes, fmt.Sprintf("%s taken over from %s, %s", words.Count(t.Answers, "answer", "answers"), t.From, t.Period))
	}
	if row.Parent {
		notes = append(notes, "answers for other sites too")
	}
	if !row.Unread.IsZero() {
		notes = append(notes, row.Unread.String()+" cannot be read")
	} else if row.Problem != "" {
		notes = append(notes, "a file cannot be read")
	}
	return words.Capital(words.Join("; ", notes...))
}

// sitesGoals shows each Essential goal over the sites.
func sitesGoals(r *rollup.Rollup) []doc.Block {
	if len(r.Goals) == 0 {
		return nil
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Goal", Width: 8}, {Title: "Met", Width: 3, Right: true}, {Title: "Nearly", Width: 2, Right: true}, {Title: "Another way", Width: 2, Right: true},
		{Title: "Partly", Width: 2, Right: true}, {Title: "Not met", Width: 2, Right: true}, {Title: "Not known", Width: 2, Right: true},
	}}
	for _, g := range r.Goals {
		t.Rows = append(t.Rows, doc.Row(g.Title+otherContent(g.Other), fmt.Sprintf("%d of %d", g.Met, g.Asked), numeral(g.Nearly), numeral(g.Another), numeral(g.Partly), numeral(g.NotMet), numeral(g.NotKnown)))
	}
	return []doc.Block{doc.Headed(1, "The Essential goals over the sites"), doc.Say("Each cell counts sites."), t}
}

// otherContent says how many sites were asked something else there.
func otherContent(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s asked other questions here, not in these figures)", words.Count(n, "site was", "sites were"))
}

func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return words.Number(n)
}

// sitesSections shows each section of the frameworks asked over the sites, and for
// NIST CSF each site's score.
func sitesSections(r *rollup.Rollup) []doc.Block {
	if len(r.Sections) == 0 {
		return nil
	}
	blocks := []doc.Block{doc.Headed(1, "Functions and practices over the sites"),
		doc.Say("Worst, median and best are scores that some site has; nothing is averaged. The range goes from the lowest end of any site's range to the highest. A site without enough answers for a score is counted beside.")}
	var t doc.Table
	flush := func(framework string) {
		if len(t.Rows) > 0 {
			blocks = append(blocks, doc.Headed(2, frameworkTitle(r, framework)), t)
		}
	}
	last := ""
	for i := range r.Sections {
		l := &r.Sections[i]
		if l.Framework != last {
			flush(last)
			last, t = l.Framework, sectionsTable()
		}
		t.Rows = append(t.Rows, siteSectionRow(l, r.Counted))
	}
	flush(last)
	return append(blocks, sitesMatrix(r)...)
}

func sectionsTable() doc.Table {
	return doc.Table{Columns: []doc.Column{
		{Title: "Section", Width: 6}, {Title: "Sites", Width: 4}, {Title: "Worst", Width: 6}, {Title: "Median", Width: 2, Right: true},
		{Title: "Best", Width: 2, Right: true}, {Title: "Range", Width: 4},
	}}
}

func siteSectionRow(l *rollup.Line, counted int) []doc.Text {
	sites := fmt.Sprintf("%d of %d", l.Score.Sites, counted)
	if l.NoScore > 0 {
		sites += fmt.Sprintf("; %d without a score", l.NoScore)
	}
	if l.Other > 0 {
		sites += fmt.Sprintf("; %d asked other questions", l.Other)
	}
	worst, span := l.Score.Worst, ""
	if worst != "" {
		worst += " (" + few(l.Score.WorstAt) + ")"
	}
	if l.Low != "" {
		span = l.Low + " to " + l.High
	}
	return doc.Row(l.Title, sites, worst, l.Score.Median, l.Score.Best, span)
}

func frameworkTitle(r *rollup.Rollup, id string) string {
	if f, known := r.Framework(id); known {
		return f.Title
	}
	return id
}

// sitesMatrix has each site's score in each function of NIST CSF, for those asked it.
func sitesMatrix(r *rollup.Rollup) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Site", Width: 6}}}
	cells := map[*rollup.Row][]string{}
	for i := range r.Sections {
		l := &r.Sections[i]
		if l.Framework != frameworks.CSFID {
			continue
		}
		t.Columns = append(t.Columns, doc.Column{Title: l.Title, Width: 2, Right: true})
		for _, at := range l.At {
			text := at.Text
			if !at.Same {
				text += " *"
			}
			cells[at.Row] = append(cells[at.Row], text)
		}
	}
	for i := range r.Rows {
		row := &r.Rows[i]
		if len(cells[row]) > 0 && len(cells[row]) == len(t.Columns)-1 {
			t.Rows = append(t.Rows, doc.Row(append([]string{row.Label}, cells[row]...)...))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	for _, l := range r.Sections {
		if l.Framework == frameworks.CSFID && l.Other > 0 {
			t.Caption = "A star means: asked other questions there, and in none of the figures above."
		}
	}
	return []doc.Block{doc.Headed(2, "Each site, by function"), t}
}

// sitesChanged shows where something fell or was set aside.
func sitesChanged(r *rollup.Rollup) []doc.Block {
	t := doc.Table{Columns: []doc.Column{
		{Title: "Site", Width: 5}, {Title: "From, to", Width: 4}, {Title: "Essential goals met", Width: 3}, {Title: "Fell or was set aside", Width: 9}, {Title: "Rose", Width: 2, Right: true},
	}}
	for i := range r.Rows {
		row := &r.Rows[i]
		c := row.Change
		if !row.Counted || c == nil {
			continue
		}
		t.Rows = append(t.Rows, doc.Row(row.Label, fmt.Sprintf("%s to %s", c.From, row.Period), goalsMoved(c.Goals, row.Goals), moved(r, c), fmt.Sprint(c.Rose)))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []doc.Block{doc.Headed(1, "Since the quarter before"),
		doc.Say("Each site against the finished quarter before its latest. What fell only by correction is marked: nothing got worse by it."), t}
}

func goalsMoved(before, now assess.Goals) string {
	return goalsMet(before) + " to " + goalsMet(now)
}

func goalsMet(g assess.Goals) string {
	if !g.Known {
		return "not known"
	}
	return fmt.Sprint(g.Met)
}

// moved names what fell and what was set aside.
func moved(r *rollup.Rollup, c *rollup.Change) string {
	var list []string
	for _, m := range c.Fell {
		text := fmt.Sprintf("%s (%s to %s", r.Title(m.Key, m.Title), m.From, m.To)
		if m.Corrected {
			text += ", by correction"
		}
		list = append(list, text+")")
	}
	for _, m := range c.SetAside {
		list = append(list, r.Title(m.Key, m.Title)+" (set aside as not applying)")
	}
	if c.NewContent {
		list = append(list, "the questions are newer than before")
	}
	return words.Join("; ", list...)
}
