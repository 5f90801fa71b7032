package assess

import (
	"cmp"
	"fmt"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Matter is what the ledger knows of the open gap of a question, as far as the
// order of the asks rests on it (SCORING 7 rule 7). The ledger itself has the rest.
type Matter struct {
	Number int  // its own for life
	Asks   int  // how often a report asked the board, this quarter's included; 0 if it was only brought up
	First  Date // day of the first ask; zero if there was none
	Due    Date // the date suggested by the latest ask; zero if there was none
	Now    bool // this quarter's report is one of those that asked
}

// Asked says how often and since when the board was asked: "once, on 2026-09-20",
// "3 times since 2026-09-20".
func (m Matter) Asked() string {
	if m.Asks == 1 {
		return fmt.Sprintf("once, on %s", m.First)
	}
	return fmt.Sprintf("%s since %s", words.Times(m.Asks), m.First)
}

// Mark is how far the ledger went when a quarter was finished, so that what was
// written before cannot be changed unseen while decisions are added after it.
// The zero Mark is that of a quarter that knows no ledger.
type Mark struct {
	Events int    // so many events
	Digest string // over these: "sha256:" and 64 hex digits
}

// maxDecisions is how many decisions a quarter asks of the board (SCORING 7.7).
const maxDecisions = 3

// BoardDecisions returns the decisions a quarter asks of the board, at most three
// (SCORING 7.7): first what was asked before and is not decided, by first ask;
// then the fixes that need money or the authority of leadership, in the order of
// the list, and what was decided and is past its date. Nothing about which a
// decision stands is among them. Of a finished quarter that asked, it is what it
// asked then, as far as that is not decided since.
func BoardDecisions(actions []Action) []Action {
	var again, anew []Action
	for _, a := range actions {
		switch {
		case a.asksStand && !a.Matter.Now, a.Decision.Stands(a.on):
		case a.Matter.Asks > 0 && a.Kind != AnswerIt && a.Decision.Kind == Undecided:
			again = append(again, a)
		case a.Matter.Asks > 0 && a.Kind != AnswerIt, a.Kind == FixIt && (a.Money > 0 || a.Board):
			anew = append(anew, a)
		}
	}
	slices.SortStableFunc(again, func(x, y Action) int {
		return cmp.Or(x.Matter.First.DaysSince(y.Matter.First), cmp.Compare(x.Matter.Number, y.Matter.Number))
	})
	list := append(again, anew...)
	return list[:min(len(list), maxDecisions)]
}

// Time says which time the board is asked, from 1: the ask of a finished quarter
// is written down, that of a draft is the next one.
func (a Action) Time() int {
	if a.Matter.Now {
		return a.Matter.Asks
	}
	return a.Matter.Asks + 1
}

// suggestedMonths is how many months after the as-of date a step is due where
// nobody has decided on a date, by its effort.
var suggestedMonths = [...]int{frameworks.SmallEffort: 1, frameworks.MediumEffort: 3, frameworks.LargeEffort: 6}

// SuggestedMonths returns how many months a step of that effort gets.
func SuggestedMonths(e frameworks.Effort) int { return suggestedMonths[e] }

// Suggested returns the date suggested for an action: the one of an earlier ask
// while it is not past, for it does not roll forward; else the usual one for the
// effort. There is none for a quarter without an as-of date.
func (a Action) Suggested() Date {
	if !a.Matter.Due.IsZero() && (a.Matter.Now || !a.on.After(a.Matter.Due)) {
		return a.Matter.Due
	}
	return a.on.AddMonths(suggestedMonths[a.Effort])
}

// Lead returns the role that leads what is done about a question, the first who
// would know, in words: where a provider runs IT, it is the IT staff.
func (o Organization) Lead(q *frameworks.Question) string {
	role := "leadership"
	if len(q.Ask) > 0 {
		role = q.Ask[0]
	}
	if role == "it" && o.IT == "outsourced" {
		role = "msp"
	}
	return frameworks.RoleName(role)
}

// Closed returns which of the questions with these keys, of all if it is nil,
// have no gap any more in a quarter that asks them. It holds nothing of the quarter.
func Closed(lib *frameworks.Library, a *Assessment, keys map[string]bool) map[string]bool {
	closed := map[string]bool{}
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		if (keys == nil || keys[q.Key]) && a.gap(lib, q) == 0 {
			closed[q.Key] = true
		}
	}
	return closed
}

// ClosedIn is [Closed] of a quarter that is evaluated already.
func ClosedIn(r *Result) func(key string) bool {
	closed := map[string]bool{}
	for _, it := range r.Items {
		if it.Gap == 0 {
			closed[it.Question.Key] = true
		}
	}
	return func(key string) bool { return closed[key] }
}
