// Package allsites tells how many sites stand, side by side: one document, and the
// same figures as a workbook, CSV and JSON. It shows what a roll-up holds and computes
// no score. It names no person.
package allsites

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/assess/rollup"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// Input is what the report over many sites is made from. It names no person,
// and questions of a site's own are not in it.
type Input struct {
	Roll    *rollup.Rollup
	Subject string // whose sites they are, such as the folder they lie in
	Marking string // the TLP mark; empty means TLP:AMBER+STRICT
	Legal   string // a line of the user's own for every page; may be empty
	Program string
}

// How much of a list a document shows; xlsx, CSV and JSON have all of it.
const (
	shownPractices = 15
	shownLines     = 40
	shownNames     = 6
)

// Document returns the report over many sites: how they stand, worst first, and what
// one action would help at several of them.
func Document(in Input) *doc.Document {
	r := in.Roll
	d := in.cover()
	d.Blocks = sitesFirst(r)
	for _, chapter := range []func(*rollup.Rollup) []doc.Block{
		sitesTable, sitesGoals, sitesSections, sitesMissed, sitesShared, sitesOverdue, sitesChanged, sitesApart, sitesMethod,
	} {
		d.Blocks = append(d.Blocks, chapter(r)...)
	}
	return d
}

func (in Input) cover() *doc.Document {
	r := in.Roll
	return &doc.Document{
		Title: "All sites", Subject: cmp.Or(words.Line(in.Subject), "Sites"), Period: sitesPeriod(r),
		Lines:   []string{"As of " + r.AsOf.Long(), sitesCounted(r)},
		Marking: cmp.Or(in.Marking, doc.DefaultMarking), Legal: in.Legal, Program: in.Program, Date: r.AsOf.String(), Notice: doc.SelfAssessment,
	}
}

// sitesPeriod names the quarters compared: "2026-Q3", or "2026-Q1 to 2026-Q3".
func sitesPeriod(r *rollup.Rollup) string {
	var first, last assess.Quarter
	for _, row := range r.Rows {
		if !row.Counted {
			continue
		}
		if first.IsZero() || first.Since(row.Period) > 0 {
			first = row.Period
		}
		if last.IsZero() || row.Period.Since(last) > 0 {
			last = row.Period
		}
	}
	if first == last {
		return first.String()
	}
	return fmt.Sprintf("%s to %s", first, last)
}

func sitesCounted(r *rollup.Rollup) string {
	text := words.Count(r.Counted, "site", "sites") + " counted"
	if n := len(r.Rows) - r.Counted; n > 0 {
		text += fmt.Sprintf(", %s", words.Count(n, "folder not counted", "folders not counted"))
	}
	return text
}

// sitesFirst is what a reader must know first.
func sitesFirst(r *rollup.Rollup) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "How the sites stand")}
	if r.Counted == 0 {
		return append(blocks, doc.Noted("No site has a finished quarter that can be read, so there is nothing to put side by side yet."))
	}
	list := doc.List{}
	add := func(format string, args ...any) { list.Items = append(list.Items, doc.Sentence(format, args...)) }
	if r.Met.Sites > 0 {
		add("Essential goals met, of %d: worst %s (%s), median %s, best %s. %s.", r.Of, r.Met.Worst, names(r.Met.WorstAt), r.Met.Median, r.Met.Best, ofSites(r.Met.Sites, r.Counted))
	}
	if l := lowestLine(r); l != nil {
		add("Lowest area of %s by its median: %s, worst %s (%s), median %s, best %s. %s.", frameworkTitle(r, l.Framework), l.Title, l.Score.Worst, names(l.Score.WorstAt), l.Score.Median, l.Score.Best, ofSites(l.Score.Sites, r.Counted))
	}
	if shared := r.Shared(); len(shared) > 0 {
		add("The gap that most sites share: %s, at %d of the %d asked.", shared[0].Title, len(shared[0].Gaps), shared[0].Asked)
	}
	fell, silent, late := 0, 0, map[string]bool{}
	var unread []string
	for _, row := range r.Rows {
		if row.Why == rollup.Unreadable {
			unread = append(unread, row.Label)
		}
		if row.Counted && row.Change != nil && len(row.Change.Fell) > 0 {
			fell++
		}
		if row.Silent {
			silent++
		}
	}
	overdue := r.Overdue()
	for _, l := range overdue {
		late[l.Row.Label] = true
	}
	add("Something fell since the quarter before at %s.", words.Count(fell, "site", "sites"))
	add("%s past their date, at %s.", words.Capital(words.Count(len(overdue), "ask or decision is", "asks or decisions are")), words.Count(len(late), "site", "sites"))
	add("Silent, with no finished quarter for over a quarter: %s.", words.Count(silent, "site", "sites"))
	if len(unread) > 0 {
		add("In no figure, as %s cannot be read: %s.", words.Count(len(unread), "folder", "folders"), names(unread))
	}
	return append(blocks, list)
}

// ofSites says of how many sites a figure is.
func ofSites(n, of int) string {
	if n == of && n > 1 {
		return "Of all " + words.Count(n, "site", "sites")
	}
	if n == of {
		return "Of " + words.Count(n, "site", "sites")
	}
	return fmt.Sprintf("Of %d of %s", n, words.Count(of, "site", "sites"))
}

// names lists the first few of them.
func names(list []string) string {
	if len(list) <= shownNames {
		return words.And(list)
	}
	return fmt.Sprintf("%s and %s", words.Join(", ", list[:shownNames-1]...), words.Count(len(list)-shownNames+1, "more", "more"))
}

// few lists up to three of them, and counts more.
func few(list []string) string {
	if len(list) <= 3 {
		return words.And(list)
	}
	return words.Count(len(list), "site", "sites")
}

// lowestLine is the section with the lowest median, of NIST CSF, or of HICP where more
// sites are asked that; nil where none has a score.
func lowestLine(r *rollup.Rollup) *rollup.Line {
	var low *rollup.Line
	sites := 0
	for _, framework := range []string{frameworks.CSFID, frameworks.HICPID} {
		if n := scored(r, framework); n > sites {
			low, sites = nil, n
			for i := range r.Sections {
				l := &r.Sections[i]
				if l.Framework == framework && l.Score.Sites > 0 && (low == nil || l.Score.Less(low.Score)) {
					low = l
				}
			}
		}
	}
	return low
}

// scored is the most sites that have a score in one section of a framework.
func scored(r *rollup.Rollup, framework string) int {
	n := 0
	for i := range r.Sections {
		if l := &r.Sections[i]; l.Framework == framework {
			n = max(n, l.Score.Sites)
		}
	}
	return n
}
