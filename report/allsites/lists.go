package allsites

import (
	"fmt"

	"hygeia/assess/rollup"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// sitesMissed lists the practices that are not in place at the most sites.
func sitesMissed(r *rollup.Rollup) []doc.Block {
	missed := r.Missed()
	blocks := []doc.Block{doc.Headed(1, "Practices most often missed")}
	switch {
	case r.Counted == 0:
		return nil
	case len(missed) == 0:
		return append(blocks, doc.Say("Every practice is mostly in place at every site that is asked about it."))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice", Width: 8}, {Title: "Missed at", Width: 4}, {Title: "No", Width: 2, Right: true}, {Title: "Partly", Width: 2, Right: true}, {Title: "Don't know", Width: 2, Right: true},
	}}
	for _, p := range missed[:min(len(missed), shownPractices)] {
		t.Rows = append(t.Rows, doc.Row(p.Title+otherContent(p.Other), fmt.Sprintf("%d of %d", p.Missed(), p.Asked), numeral(p.No), numeral(p.Partly), numeral(p.Unknown)))
	}
	return append(blocks, doc.Say("Missed is No, Partly or Don't know, of the sites that are asked and to which it applies.%s", left(len(missed), shownPractices, "practice", "practices")), t)
}

// left says how much of a list is not shown.
func left(n, shown int, one, many string) string {
	if n <= shown {
		return ""
	}
	return fmt.Sprintf(" These are the first %d; the workbook (xlsx) and the data (JSON) have the other %s.", shown, words.Count(n-shown, one, many))
}

// sitesShared lists the gaps that one action may help at several sites.
func sitesShared(r *rollup.Rollup) []doc.Block {
	shared := r.Shared()
	blocks := []doc.Block{doc.Headed(1, "One action, several sites")}
	switch {
	case r.Counted < 2:
		return nil
	case len(shared) == 0:
		return append(blocks, doc.Say("No practice is below its target at two sites or more."))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Practice and first step", Width: 12}, {Title: "Helps at", Width: 4, Whole: true}, {Title: "Must not wait at", Width: 3, Right: true}, {Title: "Sites", Width: 8},
	}}
	for _, p := range shared[:min(len(shared), shownPractices)] {
		text := doc.Text{{Text: p.Title + ".", Bold: true}}
		if q, known := r.Question(p.Key); known {
			text = append(text, doc.Span{Text: " " + q.Fix.Do})
		}
		for _, s := range p.From {
			text = append(text, doc.Span{Text: fmt.Sprintf(" %s took the answer over from %s: one fix there helps all of them.", words.Capital(words.Count(s.Gaps, "site", "sites")), s.Folder)})
		}
		var at []string
		for _, row := range p.Gaps {
			at = append(at, row.Label)
		}
		where := names(at)
		if len(at) == r.Counted && r.Counted > 2 {
			where = "All of them"
		}
		t.Rows = append(t.Rows, []doc.Text{text, doc.Plain(fmt.Sprintf("%d of %d", len(p.Gaps), p.Asked)), doc.Plain(dashed(numeral(p.Urgent))), doc.Plain(where)})
	}
	return append(blocks, doc.Say("Below target at two sites or more, at the most sites first. A gap whose risk a site accepted stays a gap and is counted.%s", left(len(shared), shownPractices, "shared gap", "shared gaps")), t)
}

func dashed(s string) string {
	if s == "" {
		return doc.Dash
	}
	return s
}

// sitesOverdue lists the asks and decisions that are past their date.
func sitesOverdue(r *rollup.Rollup) []doc.Block {
	late := r.Overdue()
	blocks := []doc.Block{doc.Headed(1, "Past their date")}
	if len(late) == 0 {
		return append(blocks, doc.Say("No ask and no decision of any site is past its date on %s.", r.AsOf.Long()))
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Site", Width: 6}, {Title: "Matter", Width: 2, Right: true}, {Title: "Practice", Width: 8}, {Title: "Date", Width: 4, Whole: true}, {Title: "How it stands", Width: 6},
	}}
	for _, l := range late[:min(len(late), shownLines)] {
		t.Rows = append(t.Rows, doc.Row(l.Row.Label, fmt.Sprint(l.Number), r.Title(l.Question, l.Title), l.Date.Long(), lateWords(l)))
	}
	return append(blocks, doc.Say("Asks of a board without a decision, and decisions whose date has passed while the gap is open, on %s.%s", r.AsOf.Long(), left(len(late), shownLines, "matter", "matters")), t)
}

// lateWords says how a matter stands that is past its date.
func lateWords(l rollup.Late) string {
	since := words.Count(l.Days, "day past", "days past")
	switch l.Decided {
	case "":
		return "asked " + words.Times(l.Asks) + ", undecided, " + since
	case "accept":
		return "accepted risk, ended " + since
	case "transfer":
		return "handed over, " + since
	case "later":
		return "put off, " + since
	}
	return "to be fixed, " + since
}

// sitesApart lists the folders that are in no figure, and who is silent.
func sitesApart(r *rollup.Rollup) []doc.Block {
	t := doc.Table{Columns: []doc.Column{{Title: "Site", Width: 5}, {Title: "Quarter", Width: 3, Whole: true}, {Title: "Essential goals", Width: 5}, {Title: "Why it is not counted", Width: 8}}}
	silent := doc.Table{Columns: []doc.Column{{Title: "Site", Width: 6}, {Title: "Last finished", Width: 3}, {Title: "Since", Width: 4}}}
	for i := range r.Rows {
		row := &r.Rows[i]
		if !row.Counted {
			quarter, goals := row.Period.String(), ""
			if row.Why == rollup.OnlyDraft {
				quarter += ", draft"
			}
			if row.Why != rollup.Unreadable {
				goals = row.Goals.String()
			}
			t.Rows = append(t.Rows, doc.Row(row.Label, quarter, goals, words.Capital(words.Join(": ", row.Why.String(), row.Problem))))
		}
		if row.Silent {
			period, since := row.Period.String(), row.AsOf.Long()
			if row.Draft {
				period, since = "none", ""
			}
			silent.Rows = append(silent.Rows, doc.Row(row.Label, period, since))
		}
	}
	var blocks []doc.Block
	if len(silent.Rows) > 0 {
		blocks = append(blocks, doc.Headed(1, "Silent sites"), doc.Say("A whole quarter has gone by on %s without a finished one.", r.AsOf.Long()), silent)
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, doc.Headed(1, "Not counted"), t)
	}
	return blocks
}

// sitesMethod says how the figures are made.
func sitesMethod(*rollup.Rollup) []doc.Block {
	return []doc.Block{doc.Headed(1, "How to read this"), doc.List{Items: []doc.Text{
		doc.Plain("Each site stands with its latest finished quarter, scored by the same rules as its own report. Drafts are marked and in no figure over the sites."),
		doc.Plain("A figure is over those sites that were asked about it and to which it applies; their number stands beside it. Where a site was asked in other words or by other questions, it is counted apart."),
		doc.Plain("The median of an even number of sites is the lower of the two in the middle. There are no averages."),
		doc.Plain("A folder that answers for other sites is a site itself if it answered the questions of all Essential goals; otherwise it is not counted."),
		doc.Plain("A site is silent when a whole calendar quarter has gone by since its last finished one."),
		doc.Plain("Questions of a site's own are in no figure here: no other site is asked them."),
	}}}
}

// frameworkShort is the short name of a framework, for heads of columns.
func frameworkShort(r *rollup.Rollup, id string) string {
	if f, known := r.Framework(id); known {
		return f.Short
	}
	return id
}
