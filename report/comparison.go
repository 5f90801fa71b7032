package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Comparison returns the report on two quarters: what fell first, then the other
// kinds of change in the order of SCORING 8, then each section taken apart. The
// caller may set Marking and Program. Without an earlier quarter it says so.
func Comparison(c *assess.Comparison) *Document {
	d := cover(Input{Result: c.After}, "What changed")
	if c.Before == nil {
		d.Blocks = []Block{para("There is no earlier quarter to compare with.")}
		return d
	}
	d.Period = fmt.Sprintf("%s to %s", c.Before.Period, c.After.Period)
	d.Draft = d.Draft || c.Before.Status == assess.Draft
	d.Blocks = append(d.Blocks, heading(1, "Essential goals"), Paragraph{goalsBeforeAndAfter(c)})
	d.Blocks = append(d.Blocks, caveats(c)...)
	d.Blocks = append(d.Blocks, heading(1, "Answers"))
	d.Blocks = append(d.Blocks, movedAnswers(c, assess.Unchanged)...)
	d.Blocks = append(d.Blocks, heading(1, "Scores, taken apart"), para(apartSentence))
	for i := range c.Views {
		d.Blocks = append(d.Blocks, sectionChanges(&c.Views[i])...)
	}
	return d
}

func goalsBeforeAndAfter(c *assess.Comparison) Text {
	return Text{
		{Text: fmt.Sprintf("%s in %s", c.After.Goals, c.After.Period), Bold: true},
		{Text: fmt.Sprintf("; %s in %s.", c.Before.Goals, c.Before.Period)},
	}
}

// question returns the question a change is about: the later one where both are there.
func question(q assess.QuestionChange) *frameworks.Question {
	if q.After != nil {
		return q.After.Question
	}
	return q.Before.Question
}
