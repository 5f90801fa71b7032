package assess

import (
	"cmp"
	"slices"
)

// QuestionChange is what happened to one question.
type QuestionChange struct {
	Kind      ChangeKind
	Before    *Item // nil if it was not asked before
	After     *Item // nil if it is not asked any more
	Corrected bool
}

// ChangeKind is what happened to a question, in the order in which a reader
// should see it (SCORING 8).
type ChangeKind int

// The kinds of change.
const (
	Fell ChangeKind = iota
	NewlyUnknown
	CorrectedAnswer // in either direction
	Rose
	PastDate         // another way past its review date, or a carried answer gone stale, and nothing else
	NewlyAnswered    // open or "don't know" before, answered now without gaining points by it
	NoLongerAnswered // answered before, open now
	NewlyExcluded    // does not apply any more, or applies again
	NewQuestion      // not asked before, or asked in another meaning (revision)
	GoneQuestion     // asked before, not any more
	Unchanged
)

var changeKindWords = [...]string{
	Fell:             "fell",
	NewlyUnknown:     "newly unknown",
	CorrectedAnswer:  "corrected",
	Rose:             "rose",
	PastDate:         "past its date",
	NewlyAnswered:    "newly answered",
	NoLongerAnswered: "no longer answered",
	NewlyExcluded:    "changed whether it applies",
	NewQuestion:      "new question",
	GoneQuestion:     "no longer asked",
	Unchanged:        "unchanged",
}

// String returns the kind in words.
func (k ChangeKind) String() string { return changeKindWords[k] }

// questionChanges lists every question of either quarter: by kind, in a kind
// the largest move in weighted points first, then in asking order, those no
// longer asked last.
func questionChanges(before, after *Result) []QuestionChange {
	var list []QuestionChange
	for _, it := range after.Items {
		list = append(list, newQuestionChange(before.items[it.Question.Key], it, before.Period, after.AsOf))
	}
	for _, it := range before.Items {
		if _, still := after.items[it.Question.Key]; !still {
			list = append(list, QuestionChange{Kind: GoneQuestion, Before: it})
		}
	}
	slices.SortStableFunc(list, func(a, b QuestionChange) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.size(), a.size()))
	})
	return list
}

// Compared reports whether the two answers can be compared: the same question in
// the same meaning, answered in both quarters.
func (c QuestionChange) Compared() bool { return matched(c.Before, c.After) }

// size returns how far the question moved, in weighted points; 0 where the two
// cannot be compared.
func (c QuestionChange) size() int {
	if !c.Compared() {
		return 0
	}
	moved := c.After.Weight * (c.After.Points - c.Before.Points)
	return max(moved, -moved)
}

func newQuestionChange(before, after *Item, since Quarter, asOf Date) QuestionChange {
	c := QuestionChange{Before: before, After: after}
	if before == nil || before.Question.Revision != after.Question.Revision {
		c.Kind = NewQuestion
		return c
	}
	c.Corrected = corrected(after, since) && differ(before, after)
	c.Kind = kindOf(before, after, c.Corrected)
	if c.Kind == Unchanged && (after.PastReview(asOf) || after.Stale) {
		c.Kind = PastDate
	}
	return c
}

// kindOf sorts one question that was asked in the same meaning in both quarters.
func kindOf(before, after *Item, corrected bool) ChangeKind {
	switch {
	case before.State == Open && after.State == Open:
		return Unchanged
	case after.State == Open:
		return NoLongerAnswered
	case corrected && before.State != Open:
		return CorrectedAnswer
	case (before.State == NotApplicable) != (after.State == NotApplicable):
		return NewlyExcluded
	case before.State == Open:
		return NewlyAnswered
	case after.State == Unknown && before.State != Unknown:
		return NewlyUnknown
	case after.Points < before.Points:
		return Fell
	case after.Points > before.Points:
		return Rose
	case before.State == Unknown && after.State != Unknown:
		return NewlyAnswered
	}
	return Unchanged
}

// differ reports whether two items count differently.
func differ(before, after *Item) bool {
	return before.State != after.State || before.Points != after.Points
}
