package report

import (
	"fmt"
	"math/big"

	"hygeia/assess"
	"hygeia/assess/series"
	"hygeia/frameworks"
	"hygeia/report/doc"
)

// Comparison returns the report on two quarters: what fell first, then the other
// kinds of change in the order of SCORING 8, then each section taken apart. The
// caller may set Marking and Program. Without an earlier quarter it says so.
func Comparison(c *assess.Comparison) *doc.Document { return Focus{}.Comparison(c) }

// Comparison is [Comparison] of what is in focus. What other people's sheets say of
// the time of both quarters stands at its end, as theirs.
func (f Focus) Comparison(c *assess.Comparison, sheets ...*series.Series) *doc.Document {
	d := cover(Input{Result: c.After}.seen(), "What changed")
	if c.Before == nil {
		d.Blocks = []doc.Block{doc.Say("There is no earlier quarter to compare with.")}
		return d
	}
	d.Period = fmt.Sprintf("%s to %s", c.Before.Period, c.After.Period)
	d.Draft = d.Draft || c.Before.Status == assess.Draft
	d.Blocks = append(d.Blocks, doc.Headed(1, "Essential goals"))
	d.Blocks = append(d.Blocks, goalsApart(c)...)
	d.Blocks = append(d.Blocks, caveats(c)...)
	d.Blocks = append(d.Blocks, f.apart(c)...)
	d.Blocks = append(d.Blocks, f.sheetsApart(c.After, []assess.Quarter{c.Before.Period, c.After.Period}, sheets)...)
	return d
}

// goalsApart says how many Essential goals were met and are, and which moved.
func goalsApart(c *assess.Comparison) []doc.Block {
	blocks := []doc.Block{doc.Paragraph{Text: goalsBeforeAndAfter(c)}, doc.Say("All questions asked: %s in %s; %s in %s.",
		withProof(&c.After.All), c.After.Period, withProof(&c.Before.All), c.Before.Period)}
	if t := requirementTable(c.Essential(), false); len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return blocks
}

// withProof is a score with the one that counts only answers with proof.
func withProof(g *assess.Group) string {
	if proven := g.Figures().Proven; proven != "" {
		return fmt.Sprintf("%s (%s with proof)", g.ScoreText(), proven)
	}
	return g.ScoreText()
}

func goalsBeforeAndAfter(c *assess.Comparison) doc.Text {
	return doc.Text{
		{Text: fmt.Sprintf("%s in %s", c.After.Goals, c.After.Period), Bold: true},
		{Text: fmt.Sprintf("; %s in %s.", c.Before.Goals, c.Before.Period)},
	}
}

// apart lists the answers that moved and takes the scores apart.
func (f Focus) apart(c *assess.Comparison) []doc.Block {
	c = f.comparison(c)
	blocks := []doc.Block{doc.Headed(1, "Answers")}
	blocks = append(blocks, (&story{reader: Internal}).movedAnswers(c, assess.Unchanged)...)
	blocks = append(blocks, doc.Headed(1, "Scores, taken apart"), doc.Say(apartSentence))
	for i := range c.Views {
		v := &c.Views[i]
		blocks = append(blocks, sectionChanges(v)...)
		blocks = append(blocks, meanChange(v)...)
		blocks = append(blocks, requirementsApart(requirementsIn(v), f.Section != "")...)
	}
	if f.Section != "" {
		blocks = append(blocks, eachAnswer(c)...)
	}
	return blocks
}

// meanChange prints the change of a framework's Overall where both quarters
// have one.
func meanChange(v *assess.ViewChange) []doc.Block {
	shown := v.Shown()
	if shown == nil {
		return nil
	}
	return []doc.Block{doc.Say("Overall, all its questions together: %s before, %s now; shown change %s.",
		v.Before.Overall.ScoreText(), v.View.Overall.ScoreText(), change(shown))}
}

// requirementsApart lists the requirements whose status changed, or all of them.
func requirementsApart(changes []assess.RequirementChange, all bool) []doc.Block {
	t := requirementTable(changes, all)
	if len(t.Rows) == 0 {
		return []doc.Block{doc.Say("No requirement changed its status.")}
	}
	return []doc.Block{t}
}

// requirementsIn returns the changes of all requirements of a framework.
func requirementsIn(v *assess.ViewChange) []assess.RequirementChange {
	var changes []assess.RequirementChange
	for i := range v.Sections {
		changes = append(changes, v.Sections[i].Requirements...)
	}
	return changes
}

func requirementTable(changes []assess.RequirementChange, all bool) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Title: "Requirement", Width: 5}, {Title: "Before", Width: 3}, {Title: "Now", Width: 3}}}
	for _, r := range changes {
		if !all && !r.Moved() || r.Before == nil && r.After.Status == assess.ReqNotCovered {
			continue
		}
		t.Rows = append(t.Rows, doc.Row(r.After.ID+" "+r.After.Title, statusBefore(r), r.After.Status.String()))
	}
	return t
}

// statusBefore is empty where the requirement was not there before.
func statusBefore(r assess.RequirementChange) string {
	if r.Before == nil {
		return ""
	}
	return r.Before.Status.String()
}

// eachAnswer lists each question in focus with what it adds to its section.
func eachAnswer(c *assess.Comparison) []doc.Block {
	adds := map[string]*big.Rat{}
	for i := range c.Views {
		for j := range c.Views[i].Sections {
			for _, con := range c.Views[i].Sections[j].Contributions {
				adds[con.After.Question.Key] = con.Change
			}
		}
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "Question", Width: 3}, {Title: "Before", Width: 3}, {Title: "Now", Width: 3},
		{Title: "What happened", Width: 2}, {Title: "Points it adds", Width: 2, Right: true},
	}}
	for _, q := range c.Questions {
		added := doc.Dash
		if q.Compared() {
			added = change(orZero(adds[question(q).Key]))
		}
		t.Rows = append(t.Rows, doc.Row(question(q).Key, saidWithAge(q.Before), saidWithAge(q.After), q.Kind.String(), added))
	}
	return []doc.Block{doc.Headed(1, "Every question of the section"), t}
}

// question returns the question a change is about: the later one where both are there.
func question(q assess.QuestionChange) *frameworks.Question {
	if q.After != nil {
		return q.After.Question
	}
	return q.Before.Question
}
