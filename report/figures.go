package report

import (
	"fmt"

	"hygeia/assess"
	"hygeia/report/doc"
)

// What stands in several places is a figure with a name, so that a test can hold all
// places against each other; see TestNoPageDeniesAnother.

// count is a figure that counts something.
func count(name string, n int) doc.Span { return doc.Figure(name, fmt.Sprint(n)) }

// goalsFigure is the headline.
func (s *story) goalsFigure() doc.Span { return doc.Figure("essential goals", s.r.Goals.String()) }

// answeredFigure is how many questions are answered.
func (s *story) answeredFigure() doc.Span {
	return doc.Figure("answered", fmt.Sprintf("%d of %d", s.r.All.Answered, s.r.All.Asked))
}

// stepsFigure is how many steps the one list has.
func (s *story) stepsFigure() doc.Span { return count("steps", len(s.actions)) }

// number is the number of an action in the one list.
func (s *story) number(a assess.Action) doc.Span {
	return count("number of "+a.Item.Question.Key, s.order[a.Item.Question.Key])
}

// who is who leads an action, and by when.
func (s *story) who(a assess.Action) doc.Text {
	key := a.Item.Question.Key
	text := doc.Text{doc.Figure("lead of "+key, s.owner(a))}
	if due := s.dueWords(a); due != "" {
		text = append(text, doc.Span{Text: ", "}, doc.Figure("date of "+key, due))
	}
	return text
}

// priced is what an action costs.
func (s *story) priced(a assess.Action) doc.Text {
	return doc.Text{doc.Figure("cost of "+a.Item.Question.Key, s.quoted(a))}
}

// sectionFigure is the name of a section's score in words.
func sectionFigure(framework, section string) string { return "score of " + framework + " " + section }
