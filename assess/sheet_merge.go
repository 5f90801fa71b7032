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

// Merge puts answers into a quarter: each takes the place of the whole answer
// that was there, and one that says the same counts as confirmed. It is all or
// nothing: an answer that may not stand leaves the quarter as it was, and the
// error names every such answer. The result is in the library's order.
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
	if sameAnswer(before, ans) && !before.outdated(q) && !explains {
		a.Confirm(q.Key, on)
		return nil
	}
	return a.Put(q, ans, before, by, on)
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
	return x.Word() == y.Word() && (x.State != OtherWay || x.Level == y.Level) &&
		x.Reason == y.Reason && x.Approver == y.Approver && x.Review == y.Review &&
		x.Effective == y.Effective && x.Note == y.Note && slices.Equal(x.Proof, y.Proof)
}
