package report

import (
	"fmt"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// The room of a text on the first page, in characters.
const (
	longestWhat  = 90
	longestWhy   = 150
	longestOwner = 60
)

// decisionBoxes are the answers a board can tick. The spaces within one do not break.
const decisionBoxes = "□\u00a0approve □\u00a0defer □\u00a0accept\u00a0the\u00a0risk until\u00a0________"

// asks returns what is asked of the board now (SCORING 7.7).
func (s *story) asks() []assess.Action { return assess.BoardDecisions(s.actions) }

// decisionsAsked asks for at most three: what, why now, what it costs, who leads it
// and by when, what happens if not, and boxes for the answer.
func (s *story) decisionsAsked(tight squeeze) []doc.Block {
	blocks := []doc.Block{tight.heading("Decisions asked of the board")}
	asked := s.asks()
	if len(asked) == 0 {
		return append(blocks, doc.Say("%s", s.noDecision()))
	}
	t := doc.Table{Dense: tight.dense(), Columns: []doc.Column{
		{Title: "No.", Width: 2, Right: true}, {Title: "What, why now, and what if not", Width: 22}, {Title: "Rough work and money", Width: 8},
		{Title: "Who leads, by when", Width: 8}, {Title: "Decision", Width: 9},
	}}
	for _, a := range asked {
		t.Rows = append(t.Rows, []doc.Text{
			{s.number(a)}, s.askWords(a, tight), s.priced(a), s.who(a),
			doc.Plain(decisionBoxes),
		})
	}
	return append(blocks, t)
}

// askWords says what is asked, how often it was asked before, why now and what
// happens if not, as far as there is room.
func (s *story) askWords(a assess.Action, tight squeeze) doc.Text {
	text := doc.Text{{Text: words.Cut(actionTitle(a), longestWhat) + ".", Bold: true}}
	if again := s.askedBefore(a); again != "" {
		text = append(text, doc.Span{Text: " " + again, Bold: true})
	}
	if tight < onlyTitle {
		text = append(text, doc.Span{Text: " " + shortened(s.whyNow(a))})
	}
	if tight < noIfNot {
		text = append(text, doc.Span{Text: " If not: ", Bold: true}, doc.Span{Text: shortened(firstSentence(a.Item.Question.Why))})
	}
	return text
}

// shortened cuts a sentence at a word.
func shortened(s string) string {
	cut := words.Cut(s, longestWhy)
	if at := strings.LastIndex(cut, " "); cut != s && at > 0 {
		return cut[:at] + " …"
	}
	return s
}

// whyNow is why a step is due: it fell, its date is past, or its place on the
// ladder.
func (s *story) whyNow(a assess.Action) string {
	switch {
	case a.Overdue:
		return "Its date, " + a.Decision.Date().Long() + ", is past."
	case a.Fell:
		return "It fell since " + s.before.Period.String() + "."
	case a.Place != nil:
		return opening(a.Place.Why)
	}
	return ""
}

// askedBefore says how often the board was asked, and since when; nothing the first
// time.
func (s *story) askedBefore(a assess.Action) string {
	m := a.Matter
	switch {
	case m.Asks == 0 || a.Time() < 2:
		return ""
	case a.Decision.Kind != assess.Undecided:
		return fmt.Sprintf("Matter %d, asked again: what was decided is past its date.", m.Number)
	}
	if a.Time() == 2 {
		return fmt.Sprintf("Matter %d, asked before on %s.", m.Number, m.First.Long())
	}
	return fmt.Sprintf("Matter %d, asked %d times before, first on %s.", m.Number, a.Time()-1, m.First.Long())
}

// quoted is what an action costs: the quote that was given, or the rough band.
func (s *story) quoted(a assess.Action) string {
	if m, ok := s.openMatter(a.Item.Question.Key); ok && m.Cost() > 0 {
		return words.Capital(words.Join(", ", workMeans[a.Effort], dollars(m.Cost())+" by the quote"))
	}
	return s.cost(a)
}

// dollars prints an amount: "$12,500".
func dollars(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "$" + digits
}

// noDecision says why nothing is asked of the board.
func (s *story) noDecision() string {
	fixes := 0
	for _, a := range s.actions {
		if a.Kind == assess.FixIt {
			fixes++
		}
	}
	switch {
	case len(s.r.Items) == 0 || s.r.All.Answered == 0 && len(s.actions) > 0:
		return "None yet: answer the questions first."
	case fixes > 0:
		return "None this quarter: what costs money or needs the board is decided."
	case len(s.actions) > 0:
		return "None this quarter: first the open questions need an answer."
	case len(s.waived) > 0:
		return "None this quarter: the risk of each open gap was accepted for now."
	}
	return "None this quarter: nothing is below its target."
}

// ifNot lists what the first page had no room for; nothing where it had.
func (s *story) ifNot(tight squeeze) []doc.Block {
	asked := s.asks()
	if tight < noIfNot || len(asked) == 0 {
		return nil
	}
	var list doc.List
	for _, a := range asked {
		text := s.whyNow(a) + " If not: " + firstSentence(a.Item.Question.Why)
		if tight < onlyTitle {
			text = firstSentence(a.Item.Question.Why)
		}
		list.Items = append(list.Items, append(s.numbered(a), doc.Span{Text: ": " + text}))
	}
	return []doc.Block{doc.Headed(2, "What happens if nothing is decided"), list}
}
