package report

import (
	"fmt"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// standing shows the goals with their status, which are a floor and say more than a
// sum; then the areas of the frameworks.
func standing(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(1, "Goals and areas")}
	if v := s.goals(); v != nil {
		blocks = append(blocks, s.goalLists(v)...)
	}
	return append(blocks, s.areas(s.areaViews())...)
}

// areaViews are the frameworks whose areas a board sees: the functions always, and
// the asked ones besides; in a short report only the practices of HICP.
func (s *story) areaViews() []*assess.View {
	var views []*assess.View
	if v := s.csf(); v != nil {
		views = append(views, v)
	}
	for _, v := range s.others() {
		if v.Framework.ID != frameworks.FoundationID && !s.unnamed(v) && (s.lean < fewAreas || v.Framework.ID == frameworks.HICPID) {
			views = append(views, v)
		}
	}
	return views
}

// unnamed reports whether a framework is the organization's own and its reader does
// not see the names in it: bars without names mean nothing.
func (s *story) unnamed(v *assess.View) bool {
	own := slices.ContainsFunc(v.Overall.Items, func(it *assess.Item) bool { return it.Added })
	return own && s.reader != Internal
}

// areas draws frameworks as bars, each with what it rests on.
func (s *story) areas(views []*assess.View) []doc.Block {
	var blocks []doc.Block
	for _, v := range views {
		blocks = append(blocks, s.viewBars(v)...)
	}
	return blocks
}

// viewBars draws one framework as bars with the sentences that explain the colors.
func (s *story) viewBars(v *assess.View) []doc.Block {
	bars := doc.Bars{Caption: "Score, range and own target of each area, from 0 to 100", Finding: scoresFinding(v), Small: true}
	for i := range v.Sections {
		g := &v.Sections[i].Group
		b := bar(v.Framework.ID, g)
		if old := sectionOf(s.before, v.Framework.ID, g.ID); old != nil && old.HasScore() {
			b.Last, b.Marked = old.Tally.Score().Percent()
		}
		bars.Rows = append(bars.Rows, b)
	}
	if slices.ContainsFunc(bars.Rows, func(b doc.Bar) bool { return b.Marked }) {
		bars.Caption += ", with the score of " + s.before.Period.String()
	}
	blocks := []doc.Block{doc.Headed(2, viewTitle(v)), doc.Say("%s", bars.Finding), bars}
	if reasons := colorReasons(v); len(reasons.Items) > 0 {
		blocks = append(blocks, reasons)
	}
	return blocks
}

func viewTitle(v *assess.View) string {
	return strings.TrimSpace(v.Framework.Title + " " + v.Framework.Version)
}

func bar(framework string, g *assess.Group) doc.Bar {
	b := doc.Bar{Name: sectionFigure(framework, g.ID), Label: g.Title, Words: scoreWords(g), Detail: restsBriefly(g)}
	if g.HasScore() {
		b.Value, b.Scored = g.Tally.Score().Percent()
	}
	b.Low, b.Ranged = g.Tally.Low().Percent()
	b.High, _ = g.Tally.High().Percent()
	b.Ranged = b.Ranged && g.Figures().Range != ""
	b.Target, _ = g.AtTarget().Percent()
	return b
}

// scoreWords joins score, state and color: "68%, partly in place (amber)".
func scoreWords(g *assess.Group) string {
	f := g.Figures()
	switch {
	case f.Score == "":
		return "no score yet"
	case f.Color == "":
		return f.Score
	}
	return fmt.Sprintf("%s, %s (%s)", f.Score, g.Color.Word(), f.Color)
}

// restsOn is what every score is printed with (SCORING 4).
func restsOn(g *assess.Group) string {
	f := g.Figures()
	reach := f.Reach
	if reach != "" {
		reach = "asks about " + reach + " of its requirements"
	}
	proven := f.Proven
	if proven != "" {
		proven = proven + " with proof"
	}
	return words.Join("; ", f.Range, f.Coverage, reach, proven, f.Note, sway(g))
}

// restsBriefly is [restsOn] in the space beside a bar.
func restsBriefly(g *assess.Group) string {
	f := g.Figures()
	answered, reach, scope := "", "", ""
	if f.Coverage != "" {
		answered = fmt.Sprintf("%d of %d answered", g.Answered, g.Asked)
	}
	if g.Reach.Known() {
		reach = fmt.Sprintf("speaks for %d of %d", g.Reach.Part, g.Reach.Whole)
	}
	if g.Limited {
		scope = "limited scope: " + f.Scope
	}
	if f.Proven != "" {
		f.Proven += " with proof"
	}
	if f.Range == f.Score { // nothing open can move it
		f.Range = ""
	}
	return words.Join("; ", f.Range, answered, reach, scope, f.Proven)
}

// sway says of a small group how much one answer moves it.
func sway(g *assess.Group) string {
	share, small := g.Sway()
	if !small || !g.HasScore() {
		return ""
	}
	return "one answer can move it by up to " + share.Printed()
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
	return []doc.Block{doc.Say("Overall, all its questions together: %s (%s).", v.Overall.ScoreText(), v.Overall.RangeText())}
}

// goalLists shows the goals of each tier with their status. A tier of which
// nothing was asked is named and not listed.
func (s *story) goalLists(v *assess.View) []doc.Block {
	var blocks []doc.Block
	for i := range v.Sections {
		sec := &v.Sections[i]
		blocks = append(blocks, doc.Headed(2, sec.Title))
		if sec.Standing == assess.NotCovered {
			blocks = append(blocks, doc.Say("Not asked this quarter."))
			continue
		}
		blocks = append(blocks, doc.Say("Goals: %s. Together: %s (%s).", doc.Figure(tierFigure(sec.ID), metWords(sec)), doc.Figure(sectionFigure(v.Framework.ID, sec.ID), scoreWords(&sec.Group)), orNone(restsBriefly(&sec.Group))))
		ticks := doc.Ticks{}
		for j := range sec.Requirements {
			req := &sec.Requirements[j]
			ticks.Rows = append(ticks.Rows, doc.Tick{Name: "goal " + req.ID, Mark: tickMark(req.Status), Label: req.Title, Words: req.Status.String(), Detail: s.heldBack(req)})
		}
		blocks = append(blocks, ticks)
	}
	return blocks
}

// tierFigure is the name of how many goals of a tier are met; that of the Essential
// ones is the headline.
func tierFigure(section string) string { return section + " goals" }

// metWords counts the goals of a tier as the headline does: "4 of 10 met, 3 nearly".
func metWords(sec *assess.Section) string {
	g := assess.Goals{Known: sec.Answered > 0}
	for i := range sec.Requirements {
		switch sec.Requirements[i].Status {
		case assess.ReqMet:
			g.Met++
		case assess.ReqNearly:
			g.Nearly++
		case assess.ReqAnotherWay:
			g.Another++
		}
		if st := sec.Requirements[i].Status; st != assess.ReqDoesNotApply && st != assess.ReqNotCovered {
			g.Of++
		}
	}
	return g.String()
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
func (s *story) heldBack(req *assess.Requirement) string {
	switch req.Status {
	case assess.ReqMet, assess.ReqAsFarAsAsked, assess.ReqNotCovered, assess.ReqDoesNotApply:
		return ""
	}
	if req.Weakest == nil {
		return ""
	}
	if s.reader != Internal && req.Weakest.Gap == 0 {
		return req.Weakest.Question.Title // at its target, though the goal asks for more
	}
	return fmt.Sprintf("%s: %s", req.Weakest.Question.Title, s.says(req.Weakest))
}
