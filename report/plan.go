package report

import (
	"fmt"

	"hygeia/assess"
)

// planned is how many actions the plan of a board report shows.
const planned = 10

// plan shows the first actions, then the quick wins.
func plan(s *story) []Block {
	blocks := []Block{heading(1, "The plan")}
	if len(s.actions) == 0 {
		return append(blocks, para("Nothing is below its target."))
	}
	shown := s.actions[:min(len(s.actions), planned)]
	blocks = append(blocks, para("The first %d of %s below target, in order. %s",
		len(shown), count(len(s.actions), "practice", "practices"), orderSentence))
	blocks = append(blocks, s.actionTable(shown))
	return append(blocks, quickWins(s)...)
}

const orderSentence = "Essential practices come first, then what fell, and within each the most help for the least effort; a step that another one needs comes before it."

func (s *story) actionTable(actions []assess.Action) Table {
	t := Table{Columns: []Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "What to do first", Width: 14}, {Title: "Who leads it", Width: 5},
		{Title: "Effort", Width: 4}, {Title: "Free help", Width: 10},
	}}
	for i, a := range actions {
		q := a.Item.Question
		t.Rows = append(t.Rows, []Text{
			Plain(fmt.Sprint(i + 1)), step(a), Plain(capital(leader(q))), Plain(a.Effort.String()), s.firstHelp(a.Item),
		})
	}
	return t
}

// quickWins is the box of small fixes that help much (SCORING 7 rule 5).
func quickWins(s *story) []Block {
	blocks := []Block{heading(2, "Quick wins")}
	wins := assess.QuickWins(s.actions)
	if len(wins) == 0 {
		return append(blocks, para("None is open."))
	}
	list := List{}
	for _, a := range wins {
		list.Items = append(list.Items, append(step(a), withHelp(s.firstHelp(a.Item))...))
	}
	return append(blocks, list)
}

func withHelp(help Text) Text {
	if len(help) == 0 || help.String() == dash {
		return nil
	}
	return append(Text{{Text: " Help: "}}, help...)
}

// actionTitle names an action by its question, and what is not a fix as what it is.
func actionTitle(a assess.Action) string {
	switch a.Kind {
	case assess.FindOut:
		return "Find out: " + a.Item.Question.Title
	case assess.AnswerIt:
		return "Answer: " + a.Item.Question.Title
	}
	return a.Item.Question.Title
}

// step is an action with its first step.
func step(a assess.Action) Text {
	return Text{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + firstStep(a)}}
}

func firstStep(a assess.Action) string {
	q := a.Item.Question
	switch a.Kind {
	case assess.FindOut:
		if who := roles(q); who != "" {
			return "Ask " + who + ", and look for proof."
		}
		return "Ask who would know, and look for proof."
	case assess.AnswerIt:
		return "Answer the question, so that the plan can count on it."
	}
	return q.Fix.Do
}
