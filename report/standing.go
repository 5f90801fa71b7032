package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// standing shows the goals with their status, which are a floor and say more than a
// mean; then the functions of the CSF always, and smaller the practices of HICP and
// any other asked framework.
func standing(s *story) []doc.Block {
	blocks := []doc.Block{heading(1, "Where we stand")}
	if v := s.goals(); v != nil {
		blocks = append(blocks, goalLists(v)...)
	}
	blocks = append(blocks,
		para("The target mark is where your own targets lie. With too few answers a section shows its range and no score."))
	if v := s.csf(); v != nil {
		blocks = append(blocks, s.viewBars(v, false)...)
	}
	for _, v := range s.others() {
		blocks = append(blocks, s.viewBars(v, true)...)
	}
	return blocks
}

// viewBars draws one framework as bars with the sentences that explain the colors.
func (s *story) viewBars(v *assess.View, small bool) []doc.Block {
	bars := doc.Bars{Caption: "Score, range and target of each section, from 0 to 100", Finding: scoresFinding(v), Small: small}
	for i := range v.Sections {
		g := &v.Sections[i].Group
		b := bar(g)
		if old := sectionOf(s.before, v.Framework.ID, g.ID); old != nil && old.HasScore() {
			b.Last, b.Marked = old.Tally.Score().Percent()
		}
		bars.Rows = append(bars.Rows, b)
	}
	if slices.ContainsFunc(bars.Rows, func(b doc.Bar) bool { return b.Marked }) {
		bars.Caption += ", with the score of " + s.before.Period.String()
	}
	blocks := []doc.Block{heading(2, viewTitle(v)), para("%s", bars.Finding), bars}
	if reasons := colorReasons(v); len(reasons.Items) > 0 {
		blocks = append(blocks, reasons)
	}
	return append(blocks, overall(v)...)
}

func viewTitle(v *assess.View) string {
	return strings.TrimSpace(v.Framework.Title + " " + v.Framework.Version)
}

func bar(g *assess.Group) doc.Bar {
	f := g.Figures()
	b := doc.Bar{Label: g.Title, Words: scoreWords(f), Detail: restsOn(f)}
	if g.HasScore() {
		b.Value, b.Scored = g.Tally.Score().Percent()
	}
	b.Low, b.Ranged = g.Tally.Low().Percent()
	b.High, _ = g.Tally.High().Percent()
	b.Ranged = b.Ranged && f.Range != ""
	b.Target, _ = g.AtTarget().Percent()
	return b
}

// scoreWords joins score and color: "68 %, amber".
func scoreWords(f assess.Figures) string {
	switch {
	case f.Score == "":
		return "no score yet"
	case f.Color == "":
		return f.Score
	}
	return f.Score + ", " + f.Color
}

// restsOn is what every score is printed with (SCORING 4).
func restsOn(f assess.Figures) string {
	reach := f.Reach
	if reach != "" {
		reach = "reach " + reach
	}
	proven := f.Proven
	if proven != "" {
		proven = "with proof " + proven
	}
	return words.Join("; ", f.Range, f.Coverage, reach, proven, f.Note)
}

func colorReasons(v *assess.View) doc.List {
	var list doc.List
	for i := range v.Sections {
		if reason := v.Sections[i].Reason; reason != "" {
			list.Items = append(list.Items, doc.Plain(reason))
		}
	}
	return list
}

// overall prints the Overall of a framework where it is defined.
func overall(v *assess.View) []doc.Block {
	if v.Overall.Score == nil {
		return nil
	}
	return []doc.Block{para("Overall, all its questions together: %s (%s).", v.Overall.ScoreText(), v.Overall.RangeText())}
}

// goalLists shows the goals of each tier with their status. A tier of which
// nothing was asked is named and not listed.
func goalLists(v *assess.View) []doc.Block {
	var blocks []doc.Block
	for i := range v.Sections {
		sec := &v.Sections[i]
		blocks = append(blocks, heading(2, sec.Title))
		if sec.Standing == assess.NotCovered {
			blocks = append(blocks, para("Not asked this quarter."))
			continue
		}
		ticks := doc.Ticks{}
		for j := range sec.Requirements {
			req := &sec.Requirements[j]
			ticks.Rows = append(ticks.Rows, doc.Tick{Mark: tickMark(req.Status), Label: req.Title, Words: req.Status.String(), Detail: heldBack(req)})
		}
		blocks = append(blocks, ticks)
	}
	return blocks
}

// tickMark is the shape for a status. A goal nearly met is not among those
// that count as met, and so does not get the check of one that is.
func tickMark(status assess.ReqStatus) doc.TickMark {
	switch status {
	case assess.ReqMet, assess.ReqAsFarAsAsked:
		return doc.TickMet
	case assess.ReqPartly, assess.ReqNearly, assess.ReqAnotherWay:
		return doc.TickPartly
	case assess.ReqNotMet:
		return doc.TickNot
	case assess.ReqNotKnown:
		return doc.TickUnknown
	}
	return doc.TickNone
}

// heldBack names the weakest question of a requirement that is not met.
func heldBack(req *assess.Requirement) string {
	switch req.Status {
	case assess.ReqMet, assess.ReqAsFarAsAsked, assess.ReqNotCovered, assess.ReqDoesNotApply:
		return ""
	}
	if req.Weakest == nil {
		return ""
	}
	return fmt.Sprintf("%s: %s", req.Weakest.Question.Title, said(req.Weakest))
}
