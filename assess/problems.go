package assess

import (
	"fmt"
	"unicode/utf8"

	"hygeia/frameworks"
	"hygeia/frameworks/words"
)

// Problems says in words what is missing from an answer or not allowed in it,
// if it were given on that day (SCORING 1). An empty list means that it is fine.
func (ans Answer) Problems(q *frameworks.Question, on Date) []string {
	var p problems
	switch ans.State {
	case Levelled:
		p.when(ans.Level < frameworks.No || ans.Level > frameworks.Yes, "the level must be no, partly, mostly or yes")
	case OtherWay:
		p.otherWay(ans, on)
	case NotApplicable:
		p.when(q.MustApply, "this one applies to every organization, so \"does not apply\" cannot be chosen")
		p.when(words.Clean(ans.Reason) == "", "a reason is missing: why does it not apply here?")
	case Unknown:
	default:
		p.add("an answer is missing")
	}
	p.length("the note", ans.Note, MaxNote)
	p.length("the reason", ans.Reason, MaxReason)
	p.length("the approver", ans.Approver, MaxName)
	p.length("the name of who answers", ans.By, MaxName)
	p.when(ans.Effective.After(on), "\"effective\" is %s, which is still to come: say what works today", ans.Effective)
	p.when(len(ans.Proof) > MaxProofs, "%d proofs are given; at most %d are kept for one answer", len(ans.Proof), MaxProofs)
	for _, proof := range ans.Proof {
		p.when(proof.Grade < Said || proof.Grade > Outside, "a proof must be said, paper, record or outside")
		p.length("what a proof is", proof.What, MaxName)
		p.length("where a proof is kept", proof.Where, MaxName)
	}
	return p
}

type problems []string

func (p *problems) add(format string, args ...any) { *p = append(*p, fmt.Sprintf(format, args...)) }

func (p *problems) when(wrong bool, format string, args ...any) {
	if wrong {
		p.add(format, args...)
	}
}

func (p *problems) length(what, text string, most int) {
	if n := utf8.RuneCountInString(words.Clean(text)); n > most {
		p.add("%s has %d characters; the most is %d", what, n, most)
	}
}

// otherWay checks what another way needs to count.
func (p *problems) otherWay(ans Answer, on Date) {
	p.when(ans.Level != frameworks.Partly && ans.Level != frameworks.Mostly, "another way reaches partly or mostly")
	p.when(words.Clean(ans.Reason) == "", "a reason is missing: how is the risk handled instead?")
	p.when(words.Clean(ans.Approver) == "", "an approver is missing: who agreed to this way?")
	last := on.NextYear()
	switch {
	case ans.Review.IsZero():
		p.add("a review date is missing: a day from %s to %s", on, last)
	case ans.Review.After(last):
		p.add("the review date %s is more than a year away: the latest is %s", ans.Review, last)
	case on.After(ans.Review):
		p.add("the review date %s is over: choose a day from %s to %s", ans.Review, on, last)
	}
}
