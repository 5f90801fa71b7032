package assess

import (
	"cmp"
	"fmt"
	"slices"

	"hygeia/frameworks"
)

// Ask is one question of a quarter that starts from an earlier one.
type Ask struct {
	Question *frameworks.Question
	Kind     AskKind
	Why      string // a sentence: why it is asked; empty for the rest
	Done     bool   // answered or confirmed this quarter, and the answer may stand
	Scanned  bool   // a scan that counts today bears on it
}

// AskKind says why a question is asked again, in the order of asking.
type AskKind int

// The kinds of asking.
const (
	AskDue     AskKind = iota // something about the answer has run out, or nobody knew
	AskChanged                // asked for the first time, or in a new way
	AskOpen                   // asked before and never answered
	AskConfirm                // one of the oldest third of the other carried answers
	AskRest                   // the others, which can wait
)

// confirmShare is the part of the carried answers that is confirmed in a
// quarter: a third, so that each is looked at again within three.
const confirmShare = 3

// Agenda returns every question asked in the quarter once, in the order of a
// rerun: what is due on that day, what is new or asked in a new way, what has no
// answer yet, the oldest third of the other carried answers, and the rest. What
// is due is sorted by its reason (decisions past their date, answers that count
// for nothing, reviews, old proof, don't-knows) and what is to be confirmed by
// its age; otherwise the asking order stays.
//
// Before is the result of the quarter that was carried. It is those answers that
// are sorted, so that the order stays the same however many sittings the quarter
// takes. Before may be nil: then the present answers are sorted, and no question
// is called new.
func Agenda(lib *frameworks.Library, a *Assessment, before *Result, on Date) []Ask {
	var turns []turn
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		turns = append(turns, newTurn(a, before, q, on))
	}
	confirmOldest(turns)
	slices.SortStableFunc(turns, func(x, y turn) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.rank, y.rank))
	})
	asks := make([]Ask, len(turns))
	for i, t := range turns {
		asks[i] = t.Ask
		asks[i].Scanned = a.scanned(lib, t.Question)
	}
	return asks
}

// turn is an ask with what it is sorted by.
type turn struct {
	Ask
	start Answer // the answer the quarter started from; none where a parent answers
	rank  int    // place within the kind
}

func newTurn(a *Assessment, before *Result, q *frameworks.Question, on Date) turn {
	if a.inherits(q.Key) {
		return inheritedTurn(a, q, on)
	}
	now := a.Answers[q.Key]
	t := turn{Ask: Ask{Question: q, Kind: AskRest, Done: now.settled(q, on)}, start: now}
	first := false
	if before != nil {
		_, asked := before.Item(q.Key)
		t.start = before.Assessment.Answers[q.Key]
		first = !asked && t.start.State == Open
		if t.start.State != Open {
			t.start = t.start.carried(before.Period)
		}
		if now.ranOut(q, on) {
			t.start = now
		}
	}
	switch {
	case first:
		t.Kind, t.Why = AskChanged, "It is asked for the first time."
	case t.start.State == Open:
		t.Kind, t.Why = AskOpen, "It was never answered."
	case t.start.Left == LeftOpen:
		t.Kind, t.Why = AskOpen, "It was left open."
	case t.start.Outdated(q), t.start.Left == LeftChanged:
		t.Kind, t.Why = AskChanged, "It is asked in a new way."
	default:
		if reason, why := dueReason(q, t.start, a.Decisions[q.Key], on); reason != notDue {
			t.Kind, t.Why, t.rank = AskDue, why, int(reason)
		}
	}
	return t
}

// inheritedTurn is the turn of a question that a parent answers. It is asked here only
// where the parent would have to answer again, and is not among the carried answers of
// which a third is confirmed: those are this place's own.
func inheritedTurn(a *Assessment, q *frameworks.Question, on Date) turn {
	now := a.Answers[q.Key]
	t := turn{Ask: Ask{Question: q, Kind: AskRest, Done: true}}
	reason, why := dueReason(q, now, a.Decisions[q.Key], on)
	switch {
	case now.Outdated(q):
		t.Kind, t.Why = AskChanged, "It is asked in a new way."
	case reason != notDue:
		t.Kind, t.Why, t.rank = AskDue, why, int(reason)
	case a.stale(now):
		t.Kind, t.Why = AskConfirm, fmt.Sprintf("Nobody has confirmed it there since %s.", now.Carried)
	default:
		return t
	}
	t.Done = now.settled(q, on)
	return t
}

// ranOut reports whether another way was given or confirmed this quarter, and its
// review date is over since.
func (ans Answer) ranOut(q *frameworks.Question, on Date) bool {
	return ans.State == OtherWay && ans.Carried.IsZero() && !ans.Outdated(q) && !ans.Review.IsZero() && on.After(ans.Review)
}

// settled reports whether an answer was given or confirmed this quarter and may
// stand as it is.
func (ans Answer) settled(q *frameworks.Question, on Date) bool {
	return ans.State != Open && ans.Carried.IsZero() && !ans.Outdated(q) && ans.Stands(q, on) == nil
}

// confirmOldest marks the oldest third of the carried answers that nothing else
// is the matter with, rounded up: those confirmed in the earliest quarter, and
// among them those written down first.
func confirmOldest(turns []turn) {
	var rest []*turn
	for i := range turns {
		if t := &turns[i]; t.Kind == AskRest && !t.start.Carried.IsZero() {
			rest = append(rest, t)
		}
	}
	slices.SortStableFunc(rest, func(x, y *turn) int {
		return cmp.Or(x.start.Carried.Since(y.start.Carried), x.start.Recorded.DaysSince(y.start.Recorded))
	})
	for i, t := range rest[:(len(rest)+confirmShare-1)/confirmShare] {
		t.Kind, t.Why, t.rank = AskConfirm, "Please confirm it: it is one of the oldest answers.", i
	}
}

// Summary counts what the agenda still asks.
func Summary(asks []Ask) Workload {
	var w Workload
	for _, ask := range asks {
		if !ask.Done {
			w[ask.Kind]++
		}
	}
	return w
}
