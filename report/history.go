package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// History returns the report on a row of quarters: goals and scores of each, and
// then what changed from the first to the last. The row must have at least two
// quarters that were saved. What other people's sheets say of the same time stands at
// its end, as theirs. The caller may set Marking and Program.
func (f Focus) History(t *assess.Trend, sheets ...*series.Series) *doc.Document {
	c := t.Whole()
	d := cover(Input{Result: c.After}.seen(), "Quarter after quarter")
	d.Period = fmt.Sprintf("%s to %s", c.Before.Period, c.After.Period)
	for _, r := range t.Saved() {
		d.Draft = d.Draft || r.Status == assess.Draft
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, "The quarters"), quarterTable(t))
	d.Blocks = append(d.Blocks, rowCaveats(t)...)
	d.Blocks = append(d.Blocks, goalHistory(t)...)
	d.Blocks = append(d.Blocks, doc.Headed(1, "Scores"))
	shown := f.comparison(c)
	for _, v := range f.trends(t) {
		d.Blocks = append(d.Blocks, doc.Headed(2, viewTitle(v.View)), historyTrend(t, v, viewChange(shown, v.View)))
		if f.Section != "" {
			d.Blocks = append(d.Blocks, sectionHistory(t, v)...)
		}
	}
	d.Blocks = append(d.Blocks, doc.Headed(1, fmt.Sprintf("From %s to %s", c.Before.Period, c.After.Period)),
		doc.Say("From here on the first quarter of the row is compared with the last, step by step through the saved quarters in between."))
	d.Blocks = append(d.Blocks, goalsApart(c)...)
	d.Blocks = append(d.Blocks, f.apart(c)...)
	d.Blocks = append(d.Blocks, f.sheetsApart(c.After, quartersOf(t), sheets)...)
	return d
}

// quarterTable has a line for each quarter, missing ones too.
func quarterTable(t *assess.Trend) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Title: "Quarter", Width: 2}, {Title: "Status", Width: 2}, {Title: "As of", Width: 2},
		{Title: "Answered", Width: 2, Right: true}, {Title: "Essential goals met", Width: 2, Right: true},
		{Title: "Nearly", Width: 1, Right: true}, {Title: "Another way", Width: 1, Right: true},
		{Title: "All questions", Width: 2, Right: true}, {Title: "With proof", Width: 2, Right: true},
	}}
	for _, q := range t.Quarters {
		r := q.Result
		if r == nil {
			table.Rows = append(table.Rows, doc.Row(q.Period.String(), "missing", "", "", "", "", "", "", ""))
			continue
		}
		answered, of := r.All.Said()
		table.Rows = append(table.Rows, doc.Row(starred(q), r.Status.String(), r.AsOf.Long(),
			fmt.Sprintf("%d of %d", answered, of),
			fmt.Sprintf("%d of %d", r.Goals.Met, r.Goals.Of), fmt.Sprint(r.Goals.Nearly), fmt.Sprint(r.Goals.Another),
			r.All.ScoreText(), r.All.Figures().Proven))
	}
	return table
}

// starred marks a quarter that was answered against other content than the saved
// one before it.
func starred(q assess.TrendQuarter) string {
	if q.NewContent {
		return q.Period.String() + " *"
	}
	return q.Period.String()
}

// rowCaveats says what a reader must know before the figures.
func rowCaveats(t *assess.Trend) []doc.Block {
	var blocks []doc.Block
	if missing := t.Missing(); len(missing) > 0 {
		names := make([]string, len(missing))
		for i, q := range missing {
			names[i] = q.String()
		}
		blocks = append(blocks, doc.Noted("%s not part of this row: %s. The cells stay empty; what happened there is not known here.",
			words.Capital(words.Count(len(names), "quarter is", "quarters are")), words.Join("; ", names...)))
	}
	for _, q := range t.Quarters {
		if q.NewContent {
			return append(blocks, doc.Noted("A star marks a quarter that was answered against other questions than the saved one before it. A score beside it may have moved with the questions."))
		}
	}
	return blocks
}

// historyTrend draws the scores of a framework's sections over the quarters.
func historyTrend(t *assess.Trend, v assess.ViewTrend, change *assess.ViewChange) doc.Trend {
	out := doc.Trend{Caption: "Score of each section by quarter, from 0 to 100"}
	for _, q := range t.Quarters {
		out.Quarters = append(out.Quarters, q.Period.String())
		out.Turned = append(out.Turned, q.NewContent)
	}
	for _, s := range v.Sections {
		line := doc.TrendLine{Label: s.Section.Title}
		for i, g := range s.Cells {
			line.Points = append(line.Points, historyPoint(t.Quarters[i], g))
		}
		out.Lines = append(out.Lines, line)
	}
	out.Finding = realFinding(t.Whole().Before.Period, change)
	return out
}

// historyPoint says nothing for a quarter that is missing.
func historyPoint(q assess.TrendQuarter, g *assess.Group) doc.TrendPoint {
	switch {
	case q.Result == nil:
		return doc.TrendPoint{}
	case g == nil:
		return doc.TrendPoint{Words: "not asked"}
	case !g.HasScore():
		return doc.TrendPoint{Words: g.ScoreText()}
	}
	p := doc.TrendPoint{Words: g.ScoreText(), Known: true}
	p.Value, _ = g.Tally.Score().Percent()
	return p
}

// quartersOf are all quarters of a row, missing ones too.
func quartersOf(t *assess.Trend) []assess.Quarter {
	all := make([]assess.Quarter, len(t.Quarters))
	for i, q := range t.Quarters {
		all[i] = q.Period
	}
	return all
}
