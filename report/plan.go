package report

import (
	"cmp"
	"fmt"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// planned is how many actions the plan of a board report shows: as many as a
// meeting can talk through. The annex has all.
const planned = 5

// plan shows the first actions, then the quick wins and the accepted risks.
func plan(s *story) []doc.Block {
	blocks := []doc.Block{heading(1, "The plan")}
	blocks = append(blocks, firstActions(s)...)
	if len(s.actions) > 0 {
		blocks = append(blocks, quickWins(s)...)
	}
	return append(blocks, acceptedRisks(s)...)
}

func firstActions(s *story) []doc.Block {
	switch {
	case len(s.r.Items) == 0:
		return []doc.Block{para("Nothing was asked, so there is no plan yet.")}
	case len(s.actions) == 0:
		return []doc.Block{para("%s", s.nothingToDo())}
	}
	shown := s.actions[:min(len(s.actions), planned)]
	intro := para("The first %d of %s below target, in order. %s %s",
		len(shown), words.Count(len(s.actions), "practice", "practices"), orderSentence, dueSentence())
	return []doc.Block{intro, s.actionTable(shown), para("\"Counts for\" says how many requirements of each framework a step serves. %s", s.helpAge())}
}

// nothingToDo says why no action is open.
func (s *story) nothingToDo() string {
	if len(s.waived) > 0 {
		return "The risk of each open gap was accepted for now."
	}
	return "Nothing is below its target."
}

const orderSentence = "Essential practices come first, then what fell, and within each the most help for the least effort; a step that another one needs comes before it."

func (s *story) actionTable(actions []assess.Action) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "No.", Width: 3, Right: true}, {Title: "What to do first", Width: 16}, {Title: "Owner", Width: 7}, {Title: "Due and effort", Width: 7},
		{Title: "Counts for", Width: 6}, {Title: "Free help", Width: 17},
	}}
	for i, a := range actions {
		t.Rows = append(t.Rows, []doc.Text{
			doc.Plain(fmt.Sprint(i + 1)), step(a), doc.Plain(s.owner(a)), doc.Plain(words.Join("; ", s.dueWords(a), a.Effort.String())),
			doc.Plain(cmp.Or(s.serves(a.Item), doc.Dash)), s.firstHelpAt(a.Item),
		})
	}
	return t
}

// quickWins is the box of small fixes that help much (SCORING 7 rule 5).
func quickWins(s *story) []doc.Block {
	blocks := []doc.Block{heading(2, "Quick wins")}
	wins := assess.QuickWins(s.actions)
	if len(wins) == 0 {
		return append(blocks, para("None is open."))
	}
	list := doc.List{}
	for _, a := range wins {
		list.Items = append(list.Items, append(step(a), withHelp(s.firstHelpAt(a.Item))...))
	}
	return append(blocks, list)
}

func withHelp(help doc.Text) doc.Text {
	if len(help) == 0 || help.String() == doc.Dash {
		return nil
	}
	return append(doc.Text{{Text: " Help: "}}, help...)
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
func step(a assess.Action) doc.Text {
	return doc.Text{{Text: actionTitle(a) + ".", Bold: true}, {Text: " " + firstStep(a)}}
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
