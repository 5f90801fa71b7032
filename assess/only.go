package assess

import "hygeia/frameworks/words"

// Only is a choice of what is asked in a sitting. The zero value asks everything.
type Only int

// The choices.
const (
	Everything  Only = iota
	OnlyOpen         // no answer, or one to an earlier meaning of the question
	OnlyUnknown      // answered "don't know"
	OnlyDue          // due in this quarter and not done yet
	OnlyChanged      // new, or asked in a new way, and not answered yet
	OnlyScanned      // a scan bears on it
)

var onlyWords = words.NewSet[Only]("only", "", "open", "unknown", "due", "changed", "scanned")

// String returns open, unknown, due, changed or scanned, and nothing for Everything.
func (o Only) String() string { return onlyWords.Word(o) }

// ParseOnly reads open, unknown, due, changed or scanned.
func ParseOnly(s string) (Only, error) { return onlyWords.Parse(s) }

// Select returns those of the asks that the choice takes in, in their order.
func (a *Assessment) Select(asks []Ask, only Only) []Ask {
	var chosen []Ask
	for _, ask := range asks {
		if a.takes(ask, only) {
			chosen = append(chosen, ask)
		}
	}
	return chosen
}

func (a *Assessment) takes(ask Ask, only Only) bool {
	ans := a.Answers[ask.Question.Key]
	switch only {
	case OnlyOpen:
		return ans.State == Open || ans.Left != NotLeft || ans.Outdated(ask.Question)
	case OnlyUnknown:
		return ans.State == Unknown && ans.Left == NotLeft
	case OnlyDue:
		return ask.Kind == AskDue && !ask.Done
	case OnlyChanged:
		return ask.Kind == AskChanged && !ask.Done
	case OnlyScanned:
		return ask.Scanned
	}
	return true
}
