package assess

import (
	"cmp"
	"slices"
	"strings"
)

// QuestionChange is what happened to one question from the first quarter of a
// span to the last.
type QuestionChange struct {
	Kind      ChangeKind
	Before    *Item  // nil if it was not asked before
	After     *Item  // nil if it is not asked any more
	Steps     []Step // through the saved quarters; none if the ends cannot be compared
	Corrected bool   // by correction: nothing became better or worse by it
	Reworded  bool   // compared although the question was reworded in between
}

// ChangeKind is what happened to a question, in the order in which a reader
// should see it (SCORING 8).
type ChangeKind int

// The kinds of change.
const (
	Fell             ChangeKind = iota // lower at the end, or real change below 0, or known before and "don't know" now
	SetAside                           // answered with a level before, does not apply now
	CorrectedAnswer                    // otherwise changed, and all of it by correction
	Rose                               // higher, or real change above 0
	PastDate                           // another way past its review date, or a carried answer gone stale, and nothing else
	NewlyAnswered                      // open or "don't know" before, answered now without gaining points by it
	NoLongerAnswered                   // answered before, open now
	NewlyExcluded                      // whether it applies changed in another way
	NewQuestion                        // not asked before, or asked in another meaning (revision)
	GoneQuestion                       // asked before, not any more
	Unchanged
)

var changeKindWords = [...]string{
	Fell:             "fell",
	SetAside:         "set aside",
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

// Parts returns the points that the steps of the question moved, divided into
// what is real and what is correction.
func (q QuestionChange) Parts() (real, correction int) { return move{steps: q.Steps}.parts() }

// Compared reports whether the two ends can be compared: the same question in
// the same meaning, answered by somebody in both quarters.
func (q QuestionChange) Compared() bool { return len(q.Steps) > 0 }

// Recorded returns in words what is odd about a reason as it was recorded: a
// step that was called improved and went down, or worsened and went up.
func (q QuestionChange) Recorded() string {
	for _, s := range q.Steps {
		switch {
		case s.AgainstItsWord && s.Reason == Improved:
			return "recorded as improved, though lower"
		case s.AgainstItsWord:
			return "recorded as worsened, though higher"
		}
	}
	return ""
}

// Why says in words why the question changed: the recorded reasons of its steps
// in their order, the reason for setting it aside, that it was left open, or that
// a reason was recorded against its direction. It is empty where nothing is
// recorded.
func (q QuestionChange) Why() string {
	switch {
	case q.After == nil:
		return ""
	case q.Recorded() != "":
		return q.Recorded()
	case q.Kind == SetAside:
		return q.After.Answer.Reason
	case q.After.Answer.Left != NotLeft && (q.Before == nil || q.Before.told()):
		return q.After.Answer.Left.Words()
	}
	var reasons []string
	for _, s := range q.Steps {
		if word := s.Reason.Words(); word != "" && (s.Points() != 0 || s.Before.State != s.After.State) {
			reasons = append(reasons, word)
		}
	}
	return strings.Join(slices.Compact(reasons), ", then ")
}

// questionChanges lists every question of either quarter: by kind, in a kind
// the largest move in weighted points first, then in asking order, those no
// longer asked last.
func (c *Comparison) questionChanges() []QuestionChange {
	var list []QuestionChange
	for _, it := range c.After.Items {
		list = append(list, c.questionChange(it))
	}
	for _, it := range c.Before.Items {
		if _, still := c.After.items[it.Question.Key]; !still {
			list = append(list, QuestionChange{Kind: GoneQuestion, Before: it})
		}
	}
	slices.SortStableFunc(list, func(a, b QuestionChange) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(b.size(), a.size()))
	})
	return list
}

// size returns how far the question moved, in weighted points, from end to end
// or in what is real of it; 0 where the two cannot be compared.
func (q QuestionChange) size() int {
	if !q.Compared() {
		return 0
	}
	real, correction := q.Parts()
	return q.After.Weight * max(real, -real, real+correction, -real-correction)
}

func (c *Comparison) questionChange(after *Item) QuestionChange {
	key := after.Question.Key
	q := QuestionChange{Before: c.Before.items[key], After: after}
	if m, ok := c.move(key); ok {
		q.Steps = m.steps
		q.Reworded = slices.ContainsFunc(m.steps, func(s Step) bool {
			return s.Before.Question.Revision != s.After.Question.Revision
		})
	}
	q.Corrected = q.byCorrection(c.Before.Period)
	q.Kind = q.kind()
	if q.Kind == Unchanged && (after.PastReview(c.After.AsOf) || after.Stale) {
		q.Kind = PastDate
	}
	return q
}

// byCorrection reports whether more is known, and that is all. Where the ends
// have no points to compare, the reason of the last answer says so.
func (q QuestionChange) byCorrection(since Quarter) bool {
	if !q.Compared() {
		ans := q.After.Answer
		return q.Before != nil && ans.Change.Correction() && ans.Changed.Since(since) > 0
	}
	real, _ := q.Parts()
	return real == 0 && slices.ContainsFunc(q.Steps, func(s Step) bool {
		return s.Points() != 0 && s.Correction() || s.Reason == Corrected && s.Before.State != s.After.State
	})
}

// kind sorts one question (SCORING 8). Everything is judged at the ends of the
// span, but for a real change below 0, which is a fall wherever it ends.
func (q QuestionChange) kind() ChangeKind {
	before, after := q.Before, q.After
	switch {
	case before == nil, after.Answer.Left == LeftChanged, !q.Compared() && !sameMeaning(before, after):
		return NewQuestion
	case q.fell():
		return Fell
	case before.leveled() && after.State == NotApplicable:
		return SetAside
	case (before.State == NotApplicable) != (after.State == NotApplicable):
		return NewlyExcluded
	case !before.told() && !after.told():
		return Unchanged
	case !after.told():
		return NoLongerAnswered
	case !before.told():
		return NewlyAnswered
	case q.Corrected && q.moved():
		return CorrectedAnswer
	case q.rose():
		return Rose
	case before.State == Unknown && after.State != Unknown:
		return NewlyAnswered
	}
	return Unchanged
}

// fell is what every list of falls shows: a lower level at the end, a real
// change below 0, or something known that nobody knows any more, left open
// included.
func (q QuestionChange) fell() bool {
	if q.Before.leveled() && q.After.State == Unknown {
		return true
	}
	if !q.Compared() {
		return false
	}
	real, correction := q.Parts()
	return real < 0 || real+correction < 0
}

func (q QuestionChange) rose() bool {
	if !q.Compared() {
		return false
	}
	real, correction := q.Parts()
	return real > 0 || real+correction > 0
}

// moved reports whether the two ends count differently.
func (q QuestionChange) moved() bool {
	return q.Before.State != q.After.State || q.Before.Points != q.After.Points
}
