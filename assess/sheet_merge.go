package assess

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
)

// Merged is one answer that was given in a file: what was said before, and what
// is said now.
type Merged struct {
	Question      *frameworks.Question
	Before, After Answer
}

// Changed reports whether the file said something new. Otherwise it confirmed
// what was there.
func (m Merged) Changed() bool {
	return !sameAnswer(m.Before, m.After) || m.Before.Change != m.After.Change
}

// Merge puts answers into a quarter. Where the level is the same, or only a level
// is given, what the file says nothing about stays: note, proof and what goes with
// the answer. One that says nothing new counts as confirmed. Otherwise an answer
// takes the place of the whole answer that was there. It is all or nothing: an
// answer that may not stand leaves the quarter as it was, and the error names
// every such answer. The result is in the library's order.
func (a *Assessment) Merge(lib *frameworks.Library, answers map[string]Answer, by string, on Date) ([]Merged, error) {
	merged := *a
	merged.Answers = make(map[string]Answer, len(a.Answers)+len(answers))
	maps.Copy(merged.Answers, a.Answers)
	var list []Merged
	var errs []error
	for _, q := range lib.Questions {
		ans, given := answers[q.Key]
		if !given {
			continue
		}
		before := a.Answers[q.Key]
		if err := merged.take(q, ans, by, on); err != nil {
			errs = append(errs, err)
			continue
		}
		list = append(list, Merged{Question: q, Before: before, After: merged.Answers[q.Key]})
	}
	errs = append(errs, unknownAnswers(lib, answers)...)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	*a = merged
	return list, nil
}

// take confirms an answer that says what is there, and otherwise puts it.
func (a *Assessment) take(q *frameworks.Question, ans Answer, by string, on Date) error {
	ans = ans.tidy()
	before := a.Answers[q.Key]
	explains := ans.Change != NoReason && ans.Change != before.Change
	ans = ans.completedBy(before)
	if sameAnswer(before, ans) && before.Left == NotLeft && !before.Outdated(q) && !explains {
		a.Confirm(q, on)
		return nil
	}
	return a.Put(q, ans, before, by, on)
}

// completedBy fills what an answer of a file says nothing about with what stands
// in the quarter, if it is at the same level or if a level is all that is given.
// Nobody means to throw away a proof by leaving it out of a file.
func (ans Answer) completedBy(before Answer) Answer {
	if !sameLevel(before, ans) && !ans.bare() {
		return ans
	}
	if ans.Note == "" {
		ans.Note = before.Note
	}
	if len(ans.Proof) == 0 {
		ans.Proof = before.Proof
	}
	if !sameLevel(before, ans) {
		return ans
	}
	if ans.Effective.IsZero() {
		ans.Effective = before.Effective
	}
	if ans.Reason == "" {
		ans.Reason = before.Reason
	}
	if ans.Approver == "" {
		ans.Approver = before.Approver
	}
	if ans.Review.IsZero() {
		ans.Review = before.Review
	}
	return ans
}

// bare reports whether a file gives nothing but the answer itself.
func (ans Answer) bare() bool {
	return ans.Note == "" && len(ans.Proof) == 0 && ans.Effective.IsZero() && ans.Reason == "" &&
		ans.Approver == "" && ans.Review.IsZero()
}

func sameLevel(x, y Answer) bool {
	return x.Word() == y.Word() && (x.State != OtherWay || x.Level == y.Level)
}

// unknownAnswers returns an error for every answer the library has no question for.
func unknownAnswers(lib *frameworks.Library, answers map[string]Answer) []error {
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(answers)) {
		if _, ok := lib.Question(key); !ok {
			errs = append(errs, fmt.Errorf("unknown question %q: %s", key, strictyaml.Suggest(key, questionKeys(lib))))
		}
	}
	return errs
}

// sameAnswer reports whether two answers say the same, whoever gave them and when.
func sameAnswer(x, y Answer) bool {
	return sameLevel(x, y) &&
		x.Reason == y.Reason && x.Approver == y.Approver && x.Review == y.Review &&
		x.Effective == y.Effective && x.Note == y.Note && slices.Equal(x.Proof, y.Proof)
}
