package assess

import (
	"slices"

	"hygeia/frameworks"
)

// Contradiction is a pair of answers of a quarter that hardly go together: what
// the one says is missing, the other leans on.
type Contradiction struct {
	Low, High *Item
	Ask       string // the question to whoever answered
}

// Contradictions returns the pairs of answers that the content calls
// contradictory, in its order. Only answers with a level are held against each
// other: another way, "don't know" and "does not apply" contradict nothing.
func Contradictions(r *Result) []Contradiction {
	var found []Contradiction
	for _, c := range r.Library.Contradictions {
		low, high := r.items[c.Low], r.items[c.High]
		if low == nil || high == nil || low.State != Levelled || high.State != Levelled {
			continue
		}
		if contradict(c, low.Answer.Level, high.Answer.Level) {
			found = append(found, Contradiction{low, high, c.Ask})
		}
	}
	return found
}

func contradict(c frameworks.Contradiction, low, high frameworks.Level) bool {
	return low <= c.AtMost && high >= c.AtLeast
}

// ContradictedBy returns what the content asks about the answer to a question
// and the answers to others that are asked this quarter, while it is being
// answered; see [Contradictions].
func (a *Assessment) ContradictedBy(lib *frameworks.Library, key string) []frameworks.Contradiction {
	level := func(key string) (frameworks.Level, bool) {
		q, known := lib.Question(key)
		if !known {
			return 0, false
		}
		ans := a.Answers[key]
		return ans.Level, ans.counted(q) == Levelled
	}
	var found []frameworks.Contradiction
	for _, c := range lib.Contradictions {
		if c.Low != key && c.High != key {
			continue
		}
		low, isLow := level(c.Low)
		high, isHigh := level(c.High)
		if isLow && isHigh && contradict(c, low, high) {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return nil
	}
	asked := map[string]bool{}
	for _, q := range AskedQuestions(lib, a.Frameworks, a.Organization.Size) {
		asked[q.Key] = true
	}
	return slices.DeleteFunc(found, func(c frameworks.Contradiction) bool { return !asked[c.Low] || !asked[c.High] })
}
